import type {Analysis, EntityKind} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import type {WordBounds} from './relation-draft.ts'
import {isCourtesy} from './role-words.ts'
import {isDeterminer, isNominal, isPossessive} from './word-classes.ts'

/** Who or what the verb at `word` is said of, where it is of one of `kinds`. */
export function subjectOfVerb(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  kinds: readonly EntityKind[]
): Place | undefined {
  const fits = (place: Place | undefined) => place !== undefined && kinds.includes(place.chain.kind)
  const bracket = openBracket(analysis, word, bounds.first)
  if (bracket !== undefined) {
    const named = namedBefore(analysis, bracket)
    return fits(named) ? named : undefined
  }
  const participants = participantsOf(analysis)
  if (isOpening(analysis, word, bounds.first)) return followingSubject(analysis, word, bounds, kinds)
  const verb = firstOfJoined(analysis, word, bounds.first)
  const apposed = apposedBefore(analysis, word, bounds.first)
  if (fits(apposed)) return apposed
  const described =
    analysis.relations[verb] === 'acl' ? subjectOfNoun(analysis, analysis.heads[verb]!, bounds) : undefined
  if (fits(described)) return described
  const relative = relativeBefore(analysis, verb, bounds.first)
  const antecedent = relative === undefined ? undefined : describedBy(analysis, relative, bounds)
  if (fits(antecedent)) return antecedent
  const subject = participants.subject(word)
  if (subject && fits(subject) && bounds.first <= subject.firstWord && subject.firstWord < bounds.end) return subject
  const nearest = nearestSubject(analysis, word, bounds)
  return fits(nearest) ? nearest : undefined
}

/** "Norland Steel, based in", "Norland Steel founded by": a participle right behind the name it is said of. */
function apposedBefore(analysis: Analysis, word: number, first: number): Place | undefined {
  let end = word
  while (first < end && /^(?:originally|formerly|now|currently|jointly|also)$|ly$/.test(analysis.forms[end - 1]!)) end--
  const isParticiple = analysis.xpos[word] === 'VBN' || analysis.relations[word] === 'acl'
  return isParticiple && analysis.forms[end - 1] === ',' ? namedBefore(analysis, end) : undefined
}

/** The relative pronoun right before the verb, over helping words. */
function relativeBefore({forms}: Analysis, verb: number, first: number): number | undefined {
  let word = verb - 1
  while (first < word && /^(?:is|was|are|were|has|had|have|been|be|also|now|then|later)$|ly$/.test(forms[word]!)) word--
  return /^(?:who|which|that)$/.test(forms[word] ?? '') ? word : undefined
}

/** "a bank founded in May and headquartered in Osterby": the verb that the others are joined to. */
function firstOfJoined({heads, relations, upos}: Analysis, word: number, first: number): number {
  let verb = word
  while (relations[verb] === 'conj' && first <= heads[verb]! && heads[verb]! < verb && upos[heads[verb]!] === 'VERB')
    verb = heads[verb]!
  return verb
}

/** The last subject before the verb, or the name that the sentence begins with, where the tree joins the verb to neither. */
function nearestSubject(analysis: Analysis, word: number, {first}: WordBounds): Place | undefined {
  const {forms, relations} = analysis
  for (let at = word - 1; Math.max(first, word - SUBJECT_WORDS_MAX) <= at; at--) {
    if (/^[;:]$/.test(forms[at]!)) return undefined
    if (/^(?:nsubj|csubj)/.test(relations[at]!) && !/^(?:who|which|that|whom)$/i.test(forms[at]!))
      return participantsOf(analysis).thing(at)
  }
  if (SUBJECT_WORDS_MAX < word - first) return undefined
  const opening = first + (/^(?:the|dr\.?|mr\.?|mrs\.?|ms\.?|sir|dame)$/i.test(forms[first]!) ? 1 : 0)
  return mentionIndex(analysis).from(opening)
}

/** A subject farther off is seldom the verb's, and looking for it would take long in a sentence without end. */
const SUBJECT_WORDS_MAX = 50

/**
 * Whom or what a noun is said of: what it stands in apposition to, or the subject of "is".
 *
 * ```text
 * Saltworks, a wholly owned subsidiary of    Osk Varga (born 1950) was the third son of
 * ^^^^^^^^^                ^^^^^^^^^^        ^^^^^^^^^                           ^^^
 * ```
 *
 * @param described - the name right before the noun, where it belongs to the noun's phrase: "a Reed Party politician"
 */
export function subjectOfNoun(
  analysis: Analysis,
  noun: number,
  bounds: WordBounds,
  described?: Place
): Place | undefined {
  const {forms} = analysis
  if (noun < bounds.first) return undefined
  const own = mentionIndex(analysis).at(noun)
  if (own?.form === 'name') return own
  let word = described?.firstWord ?? noun
  while (bounds.first < word && isBeforeNoun(analysis, word - 1)) word--
  const before = forms[word - 1] ?? ''
  if (word === bounds.first)
    return isDeterminer(forms[word]) ? followingSubject(analysis, noun, bounds, ANY_SUBJECT) : undefined
  if (before === ',') return namedBefore(analysis, word - 1)
  if (before === ')') return namedBefore(analysis, word)
  if (/^(?:is|are|was|were|be|been|become|became|becomes|becoming|remains|remained)$/.test(before))
    return copulaSubject(analysis, word - 1, noun, bounds)
  return undefined
}

const ANY_SUBJECT: readonly EntityKind[] = ['person', 'organisation', 'outlet', 'group']

/** Words between the start of a noun phrase and its noun: "the third and youngest", "a 100 % wholly-owned". */
function isBeforeNoun(analysis: Analysis, word: number): boolean {
  const {forms, upos} = analysis
  const form = forms[word]!
  const named = mentionIndex(analysis).at(word)
  if (named?.form === 'name' && named.chain.kind !== 'place') return false
  if (form === ',') return upos[word - 1] === 'ADJ' && upos[word + 1] === 'ADJ'
  return (
    isDeterminer(form) ||
    /^(?:and|%|-|one|of|both|also|now|not|only|wholly|owned|based|still|currently)$|ly$|-owned$/.test(form) ||
    isNominal(analysis, word) ||
    analysis.xpos[word] === 'VBN' ||
    analysis.upos[word] === 'ADV'
  )
}

/** The name that ends before `word`, over a comma and brackets: "Ida Holm (born 1950), the". */
export function namedBefore(analysis: Analysis, word: number): Place | undefined {
  const {forms} = analysis
  let end = word
  if (forms[end - 1] === ',') end--
  for (let step = 0; step < ASIDES_MAX && forms[end - 1] === ')'; step++) {
    const open = openBracket(analysis, end - 1, Math.max(0, end - BRACKET_WORDS_MAX))
    if (open === undefined) return undefined
    end = open
  }
  // The full stop of a shortened word may stand outside the name: "Norland Co. (NC), a maker".
  return mentionIndex(analysis).before(forms[end - 1] === '.' ? end - 1 : end)
}

const ASIDES_MAX = 2
const BRACKET_WORDS_MAX = 40

/** The subject of the "is" at `copula` whose predicate is `noun`: right before it, over brackets, or over what commas enclose. */
function copulaSubject(analysis: Analysis, copula: number, noun: number, bounds: WordBounds): Place | undefined {
  const {forms} = analysis
  let word = copula
  while (bounds.first < word && BESIDE_COPULA.test(forms[word - 1]!)) word--
  const described = describedBy(analysis, word, bounds)
  if (described) return described
  const direct = forms[word - 1] === ',' && word === copula ? undefined : namedBefore(analysis, word)
  if (direct && !isPossessive(forms[direct.endWord])) return direct
  const subject = participantsOf(analysis).subject(noun) ?? nearestSubject(analysis, copula, bounds)
  return subject && bounds.first <= subject.firstWord && subject.firstWord < copula ? subject : undefined
}

/** "a maker of pipes that is a subsidiary of": what the noun before the relative pronoun is said of. */
function describedBy(analysis: Analysis, word: number, bounds: WordBounds): Place | undefined {
  const {forms, upos} = analysis
  if (!/^(?:who|which|that)$/.test(forms[word] ?? '')) return undefined
  const noun = forms[word - 1] === ',' ? word - 2 : word - 1
  const near = {...bounds, first: Math.max(bounds.first, noun - SUBJECT_WORDS_MAX)}
  return upos[noun] === 'NOUN' && near.first < noun ? subjectOfNoun(analysis, noun, near) : undefined
}

const BESIDE_COPULA = /^(?:also|now|still|currently|then|once|who|which|that|has|have|had|and)$|ly$/

/** The bracket that stands open at `word`. */
export function openBracket({forms}: Analysis, word: number, first: number): number | undefined {
  let depth = 0
  for (let at = word - 1; first <= at && word - at < BRACKET_WORDS_MAX; at--) {
    if (forms[at] === ')') depth++
    else if (forms[at] === '(' && depth-- === 0) return at
  }
  return undefined
}

/** "Born in Osterby and raised in Westerby, Ida Holm": the clause stands before its subject. */
function isOpening({forms}: Analysis, word: number, first: number): boolean {
  if (OPENING_WORDS_MAX <= word - first) return false
  const before = forms.slice(first, word)
  return (
    !before.includes(',') &&
    /^(?:born|raised|educated|based|headquartered|founded|established|formed|created|originally|first|located|owned)$/i.test(
      forms[first]!
    ) &&
    !/\b(?:is|was|are|were|has|had)\b/.test(before.join(' '))
  )
}

const OPENING_WORDS_MAX = 16

/** The mention that begins the clause after the comma: "Based in Leeds, England, Norland Steel had". */
function followingSubject(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  kinds: readonly EntityKind[]
): Place | undefined {
  const index = mentionIndex(analysis)
  for (let at = word + 1; at < Math.min(bounds.end, word + OPENING_WORDS_MAX * 2); at++) {
    if (analysis.forms[at] !== ',') continue
    const isBefore = isDeterminer(analysis.forms[at + 1]) || isCourtesy(analysis.forms[at + 1] ?? '')
    const next = isBefore && !index.from(at + 1) ? at + 2 : at + 1
    const place = index.from(next)
    if (place && kinds.includes(place.chain.kind)) return place
    if (analysis.upos[at + 1] === 'VERB') return undefined
  }
  return undefined
}
