import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {RelationDraft, WordBounds} from './relation-draft.ts'
import {thingFrom} from './relation-ends.ts'
import {DESCRIBED_TIES, KIN_NOUNS, TIE_NOUNS} from './relation-phrases.ts'
import {isCapitalised, isFunctionWord, isPossessive} from './word-classes.ts'
import {valueByWord, wordSet} from './word-lists.ts'

const kin = wordSet(KIN_NOUNS)
const ties = valueByWord(TIE_NOUNS)
const describedTies = valueByWord(DESCRIBED_TIES)

/** Ties that a single noun, or "of" after a name, tells at `word`. */
export function relationsByNoun(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  return [
    ...describedRelations(analysis, word),
    ...ownedRelations(analysis, word, bounds),
    ...memberByOf(analysis, word, bounds)
  ]
}

/** "Osk Varga, a League member,", "League member Osk Varga": the noun follows what one is tied to. */
function describedRelations(analysis: Analysis, word: number): RelationDraft[] {
  const kind = describedTies.get(analysis.forms[word]!.toLowerCase())
  const index = mentionIndex(analysis)
  const to = kind && index.before(word)
  if (!kind || to?.form !== 'name') return []
  const from = nameDescribed(analysis, to.firstWord, word)
  if (!from || from.chain === to.chain || from.form !== 'name') return []
  return [
    {
      from,
      to,
      kind,
      phraseFirst: word,
      phraseEnd: word + 1,
      polarity: 'positive',
      during: undefined,
      reason: `what one is tied to, and "${analysis.forms[word]!.toLowerCase()}"`,
      score: 0.65
    }
  ]
}

/** The name after the noun, or the one it stands in apposition to. */
function nameDescribed(analysis: Analysis, firstWord: number, noun: number): Place | undefined {
  const index = mentionIndex(analysis)
  const after = index.from(noun + 1)
  if (after) return after
  let word = firstWord
  while (/^(?:a|an|the|former|himself|herself|itself|also|is|was|fellow)$/i.test(analysis.forms[word - 1] ?? '')) word--
  if (word === firstWord) return undefined
  return index.before(analysis.forms[word - 1] === ',' ? word - 1 : word)
}

/** "Varga's brother Osk", "its ally, the League": an owner, a noun for a tie, a name. */
function ownedRelations(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  const noun = analysis.forms[word]!.toLowerCase()
  const kind = kin.has(noun) ? 'family' : ties.get(noun)
  if (!kind) return []
  const owner = ownerOf(analysis, word, bounds.first)
  const name = nameAfter(analysis, word + 1, bounds.end)
  if (!owner || !name || owner.chain === name.chain) return []
  if (kind === 'family' && (owner.chain.kind !== 'person' || name.chain.kind !== 'person')) return []
  const reversed = noun === 'predecessor'
  return [
    {
      ...(reversed ? {from: owner, to: name} : {from: name, to: owner}),
      kind,
      phraseFirst: word,
      phraseEnd: word + 1,
      polarity: 'positive',
      during: undefined,
      reason: `owner, "${noun}" and a name`,
      score: 0.75
    }
  ]
}

function ownerOf(analysis: Analysis, noun: number, first: number): Place | undefined {
  const index = mentionIndex(analysis)
  let word = noun
  while (first < word && isPlainAdjective(analysis, word - 1)) word--
  const before = word - 1
  if (before < first) return undefined
  if (isPossessive(analysis.forms[before])) return index.before(before)
  return /^(?:his|her|its|their)$/i.test(analysis.forms[before]!) ? index.at(before) : undefined
}

function isPlainAdjective(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  return (
    !isFunctionWord(form) &&
    !isCapitalised(form) &&
    (analysis.upos[word] === 'ADJ' || analysis.upos[word] === 'NOUN' || form === '-')
  )
}

function nameAfter(analysis: Analysis, from: number, end: number): Place | undefined {
  const index = mentionIndex(analysis)
  let word = from
  while (
    word < Math.min(end, from + 3) &&
    /^(?:,|the|[A-Z][a-z]+\.?)$/.test(analysis.forms[word]!) &&
    !index.from(word)
  )
    word++
  const place = word < end ? index.from(word) : undefined
  return place?.form === 'name' ? place : undefined
}

/** "Mira Toll of the Health Council": a person of a body, after the name. */
function memberByOf(analysis: Analysis, word: number, bounds: WordBounds): RelationDraft[] {
  if (!/^(?:of|from)$/.test(analysis.forms[word]!)) return []
  const index = mentionIndex(analysis)
  const person = index.before(word)
  if (person?.chain.kind !== 'person' || person.form !== 'name') return []
  const to = thingFrom(analysis, word + 1, Math.min(bounds.end, word + 6))
  if (to?.form !== 'name' || !['organisation', 'group', 'outlet'].includes(to.chain.kind)) return []
  return [
    {
      from: person,
      to,
      kind: 'member',
      phraseFirst: word,
      phraseEnd: word + 1,
      polarity: 'positive',
      during: undefined,
      reason: 'a person "of" an organisation',
      score: 0.65
    }
  ]
}
