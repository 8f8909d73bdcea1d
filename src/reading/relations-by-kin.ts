import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import type {RelationDraft, WordBounds} from './relation-draft.ts'
import {thingsFrom} from './relation-ends.ts'
import {KIN_NOUNS} from './relation-phrases.ts'
import {subjectOfNoun} from './relation-subjects.ts'
import {isRoleNoun} from './role-words.ts'
import {isDeterminer, isPossessive} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

const kin = wordSet(KIN_NOUNS)

/**
 * Kin told in other orders than "Varga's brother Osk" and "the brother of Varga".
 *
 * ```text
 * Mira Toll, Varga's wife,    his first wife was the editor Ida Holm    they had two sons, Per and Odd
 * ^from              ^phrase        ^phrase                ^from                     ^phrase  ^from
 * ```
 */
export function relationsByKin(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const form = analysis.forms[word]!.toLowerCase()
  if (form === 'married') return couple(analysis, word, bounds)
  const several = SEVERAL_KIN.test(form)
  if (!several && !kin.has(form)) return []
  return several || joinsKin(analysis, word)
    ? listed(analysis, word, bounds)
    : [...ownedBehind(analysis, word, bounds), ...named(analysis, word, bounds)]
}

const SEVERAL_KIN = /^(?:children|kids|sons|daughters|brothers|sisters)$/

/** "Mira Toll, Varga's wife,", "Per Dahl (Holm's son)", "She is Varga's sister": the owner stands before, whom it is said of before that. */
function ownedBehind(analysis: Analysis, noun: number, bounds: WordBounds): RelationDraft[] {
  const {forms} = analysis
  const owner = ownerOf(analysis, noun, bounds.first)
  const next = forms[noun + 1] ?? '.'
  if (!owner || !/^[,.;)]$|^(?:and|who|when|at|until)$/.test(next)) return []
  const index = mentionIndex(analysis)
  const before = forms[owner.firstWord - 1] ?? ''
  const from = /^[,(]$/.test(before)
    ? index.before(owner.firstWord - 1)
    : /^(?:is|was)$/.test(before)
      ? subjectOfNoun(analysis, noun, bounds, owner)
      : undefined
  return from ? draft({from, to: owner, noun, reason: 'whose kin somebody is'}) : []
}

/** "his first wife was the editor Ida Holm". */
function named(analysis: Analysis, noun: number, bounds: WordBounds): RelationDraft[] {
  if (!/^(?:is|was)$/.test(analysis.forms[noun + 1] ?? '')) return []
  const owner = ownerOf(analysis, noun, bounds.first)
  const from = nameAfter(analysis, noun + 2, bounds.end)
  return owner && from ? draft({from, to: owner, noun, reason: 'who somebody’s kin is'}) : []
}

/** "their children, Per and Odd", "had two sons: Per and Odd", "his wife Ida and son Per". */
function listed(analysis: Analysis, noun: number, bounds: WordBounds): RelationDraft[] {
  const {forms} = analysis
  const owner = ownerOf(analysis, noun, bounds.first) ?? parent(analysis, noun, bounds)
  if (!owner) return []
  const first = /^(?:[,:(]|--|–|—|-|named|called)$/.test(forms[noun + 1] ?? '') ? noun + 2 : noun + 1
  return thingsFrom(analysis, first, bounds.end)
    .filter(({form, firstWord}) => form === 'name' && noun < firstWord)
    .flatMap(from => draft({from, to: owner, noun, reason: 'kin named in a row'}))
}

/** "and son Per": joined to other kin of the same owner. */
function joinsKin({forms}: Analysis, noun: number): boolean {
  return /^(?:and|,)$/.test(forms[noun - 1] ?? '')
}

/** Who has them: the subject of "has", "had" or "raised". */
function parent(analysis: Analysis, noun: number, {first}: WordBounds): Place | undefined {
  for (let verb = noun - 1; first <= verb && noun - verb < HAVING_WORDS_MAX; verb--)
    if (/^(?:have|has|had|raised|raising)$/.test(analysis.forms[verb]!)) return participantsOf(analysis).subject(verb)
  return undefined
}

const HAVING_WORDS_MAX = 6

/** Whose kin: "Varga's", "his", over adjectives and numbers, and over kin of the same owner before. */
function ownerOf(analysis: Analysis, noun: number, first: number): Place | undefined {
  const {forms, upos} = analysis
  const index = mentionIndex(analysis)
  let word = noun - 1
  while (first < word && /^(?:ADJ|NUM|ADV|NOUN)$/.test(upos[word]!) && !kin.has(forms[word]!)) word--
  if (isPossessive(forms[word])) return index.before(word)
  if (/^(?:his|her|their)$/i.test(forms[word] ?? '')) return index.at(word)
  if (!/^(?:and|,)$/.test(forms[word] ?? '')) return undefined
  const other = forms.slice(Math.max(first, word - KIN_WORDS_MAX), word).findLastIndex(form => kin.has(form))
  return other < 0 ? undefined : ownerOf(analysis, Math.max(first, word - KIN_WORDS_MAX) + other, first)
}

/** So far before "and son Per" the kin stand that it is joined to. */
const KIN_WORDS_MAX = 8

function nameAfter(analysis: Analysis, from: number, end: number): Place | undefined {
  const index = mentionIndex(analysis)
  for (let word = from; word < Math.min(end, from + NAME_WORDS_MAX); word++) {
    const place = index.from(word)
    if (place?.form === 'name') return place
    const form = analysis.forms[word]!
    if (!isDeterminer(form) && !isRoleNoun(form) && analysis.upos[word] !== 'ADJ') return undefined
  }
  return undefined
}

const NAME_WORDS_MAX = 5

/** "Ida Holm and Per Dahl were married in May"; "both were married" says nothing of each other. */
function couple(analysis: Analysis, verb: number, bounds: WordBounds): RelationDraft[] {
  const {forms} = analysis
  let word = verb
  while (bounds.first < word && /^(?:are|were|been|have|had|got|now|still|also)$|ly$/.test(forms[word - 1]!)) word--
  const isTogether = /ly$/.test(forms[verb - 1]!) || /^(?:in|on|for|since|at)$/.test(forms[verb + 1] ?? '')
  if (word === verb || !isTogether) return []
  const second = mentionIndex(analysis).before(word)
  const first =
    second && forms[second.firstWord - 1] === 'and' ? mentionIndex(analysis).before(second.firstWord - 1) : undefined
  if (!first || !second || first.form !== 'name' || second.form !== 'name') return []
  return draft({from: first, to: second, noun: verb, reason: 'two are married'})
}

function draft({from, to, noun, reason}: {from: Place; to: Place; noun: number; reason: string}): RelationDraft[] {
  if (from.chain === to.chain || from.chain.kind !== 'person' || to.chain.kind !== 'person') return []
  return [
    {
      from,
      to,
      kind: 'family',
      phraseFirst: noun,
      phraseEnd: noun + 1,
      polarity: 'positive',
      during: undefined,
      reason,
      score: 0.7
    }
  ]
}
