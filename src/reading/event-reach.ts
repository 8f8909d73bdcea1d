import type {Analysis} from '../language/analysis.ts'
import type {Place} from './mention-index.ts'
import {misreadEnds} from './misread-verbs.ts'
import {participantsOf} from './participants.ts'
import type {WordBounds} from './relation-draft.ts'

/** The clause of a verb: from its subject to the next break. */
export function clauseReach(
  analysis: Analysis,
  verb: number,
  bounds: WordBounds,
  subject: Place | undefined
): WordBounds {
  const participants = participantsOf(analysis)
  const misread = misreadEnds(analysis, verb)
  const {first, end: ownEnd} = participants.reach(verb)
  const end = misread ? Math.max(ownEnd, participants.reach(misread.patient).end) : ownEnd
  const last = clauseEnd(analysis, verb, Math.min(Math.max(end, verb + 1), bounds.end, verb + CLAUSE_WORDS_MAX))
  return {first: Math.min(clauseStart(analysis, verb, bounds, subject, first), verb), end: last}
}

const CLAUSE_WORDS_MAX = 25

function clauseEnd(analysis: Analysis, verb: number, limit: number): number {
  let last = verb + 1
  while (last < limit && !isBreak(analysis, last)) last++
  return last
}

/** A mark, or a word that begins another clause; "after being held" and "that it would sink" still belong to this one. */
function isBreak({forms, xpos}: Analysis, word: number): boolean {
  const form = forms[word]!
  if (form === 'after') return !/ing$/.test(forms[word + 1] ?? '')
  if (form === 'that') return xpos[word] === 'WDT'
  return /^(?:[,;:.“”"]|--|–|—|but|when|while|because|which|who|whose)$/.test(form)
}

function clauseStart(
  analysis: Analysis,
  verb: number,
  bounds: WordBounds,
  subject: Place | undefined,
  first: number
): number {
  const isNear = (word: number) => bounds.first <= word && word < verb && verb - word < CLAUSE_WORDS_MAX
  const participants = participantsOf(analysis)
  const object = participants.objectWord(verb)
  const isObjectAhead = object !== undefined && isNear(object)
  if (subject && isNear(subject.firstWord) && !(isObjectAhead && object < subject.firstWord)) return subject.firstWord
  const ahead = isObjectAhead ? object : participants.subjectWord(verb)
  const phrase = ahead === undefined || !isNear(ahead) ? undefined : nounPhraseStart(analysis, ahead, bounds.first)
  return phrase ?? Math.max(first, verb - 12)
}

/** The first of the words before `noun` that hang on it: "at least 12 people". */
function nounPhraseStart(analysis: Analysis, noun: number, first: number): number {
  const own = Math.max(first, noun - NOUN_WORDS_MAX, participantsOf(analysis).reach(noun).first)
  let word = noun
  while (own < word && !isPhraseEdge(analysis, word)) word--
  return word
}

/** An article begins the phrase; a mark or a preposition ends what stands before it, but for "at least". */
function isPhraseEdge({forms, upos}: Analysis, word: number): boolean {
  if (/^(?:an?|the)$/i.test(forms[word]!)) return true
  if (/^[,;:“”"]$/.test(forms[word - 1]!)) return true
  return /^(?:ADP|SCONJ|CCONJ|VERB)$/.test(upos[word - 1]!) && !/^(?:least|most|than|to)$/.test(forms[word]!)
}

const NOUN_WORDS_MAX = 8

/** The words around a noun that belong to it. */
export function nounReach(analysis: Analysis, noun: number, bounds: WordBounds): WordBounds {
  const {first, end} = participantsOf(analysis).reach(noun)
  let start = Math.max(first, bounds.first, noun - 8)
  while (
    start < noun &&
    /^(?:[,;:.“”"]|--|of|in|on|at|by|for|with|to|before|after|since|during|until)$/i.test(analysis.forms[start]!)
  )
    start++
  // A date ahead of the article is none of it: "In 2003 an outbreak".
  for (let word = start; word < noun; word++) if (/^(?:an?|the)$/i.test(analysis.forms[word]!)) start = word
  let last = noun + 1
  while (last < Math.min(end, bounds.end, noun + 14) && !/^(?:[,;:.“”"]|--|–|—|but)$/.test(analysis.forms[last]!))
    last++
  return {first: start, end: last}
}
