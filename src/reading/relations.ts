import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import type {Claim, Time} from './claim.ts'
import {claimOn} from './claim-on.ts'
import {timeNear} from './dates-within.ts'
import type {Material} from './material.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import type {Relation, RelationKind} from './reading.ts'
import {DESCRIBED_TIES, KIN_NOUNS, RELATION_PHRASES, REVERSED_PHRASES, TIE_NOUNS} from './relation-phrases.ts'
import {valueByWord} from './role-title.ts'
import {isCapitalised, isDeterminer, isFunctionWord, isNominal, isPossessive} from './word-classes.ts'
import {WordPhrases} from './word-phrases.ts'

/**
 * Who is said to be allied with, part of, married to … whom, with the phrase that says so.
 *
 * ```text
 * The Orr Network has long been closely allied with the Salt Council.
 * ^from                              ^phrase           ^to
 * ```
 */
export function findRelations(material: Material): Relation[] {
  const found: Draft[] = []
  const {analysis} = material
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const bounds = {first: analysis.sentenceStarts[sentence]!, end: analysis.sentenceStarts[sentence + 1]!}
    for (let word = bounds.first; word < bounds.end; word++) {
      const phrase = phrases.at(analysis.forms, word, bounds.end)
      if (phrase) {
        found.push(...phraseRelations(analysis, word, phrase, bounds))
        word = phrase.endWord - 1
      } else
        found.push(
          ...describedRelations(analysis, word),
          ...ownedRelations(analysis, word, bounds),
          ...memberByOf(analysis, word, bounds)
        )
    }
  }
  return distinct(found).map(draft => relationOf(material, draft))
}

interface Bounds {
  readonly first: number
  readonly end: number
}

/** A relation found, in words. */
interface Draft {
  readonly from: Place
  readonly to: Place
  readonly kind: RelationKind
  readonly phraseFirst: number
  readonly phraseEnd: number
  readonly polarity: Claim['polarity']
  readonly during: Time | undefined
  readonly reason: string
  readonly score: number
}

const phrases = new WordPhrases(
  RELATION_PHRASES.flatMap(([kind, list]) =>
    list.split(';').map(phrase => [phrase.trim().replace(/\s+/g, ' '), kind] as const)
  )
)
const kin = new Set(KIN_NOUNS.trim().split(/\s+/))
const ties = valueByWord(TIE_NOUNS)

function phraseRelations(
  analysis: Analysis,
  word: number,
  {endWord, value}: {endWord: number; value: RelationKind},
  bounds: Bounds
): Draft[] {
  const words = analysis.forms.slice(word, endWord).join(' ').toLowerCase()
  const head = contentWord(analysis, word, endWord)
  if (isBareVerb(analysis, head, words)) return []
  const from = fromBefore(analysis, word, head, bounds)
  const targets = thingsFrom(analysis, endWord, bounds.end)
  if (!from) return []
  const polarity = isNegated(analysis, word, bounds.first) ? 'negative' : 'positive'
  const during = timeNear(analysis, head, bounds)
  const phraseFirst = adverbsBefore(analysis, word, bounds.first)
  return targets
    .filter(({chain}) => chain !== from.chain && fitsKind(value, words, from, chain.kind))
    .map(to => ({
      ...(REVERSED_PHRASES.has(words) ? {from: to, to: from} : {from, to}),
      kind: value,
      phraseFirst,
      phraseEnd: endWord,
      polarity,
      during,
      reason: `phrase between two names: "${words}"`,
      score: from.form === 'name' ? 0.7 : 0.6
    }))
}

/** The verb, noun or adjective of a phrase: what the tree hangs its ends on. */
function contentWord({forms}: Analysis, word: number, endWord: number): number {
  let head = word
  while (head < endWord - 1 && isFunctionWord(forms[head]!)) head++
  return head
}

/** A single verb counts only as a finite verb: "joined", not "left" as an adjective. */
function isBareVerb({upos, xpos}: Analysis, head: number, words: string): boolean {
  return !words.includes(' ') && (upos[head] !== 'VERB' || xpos[head] === 'VBG' || xpos[head] === 'VB')
}

/** The thing the phrase is said of: right before it, its antecedent, or the subject of its clause. */
function fromBefore(analysis: Analysis, word: number, head: number, bounds: Bounds): Place | undefined {
  const index = mentionIndex(analysis)
  let before = word
  while (bounds.first < before && SKIPPED.test(analysis.forms[before - 1]!)) before--
  if (analysis.forms[before - 1] === 'and') return participantsOf(analysis).subject(head)
  if (analysis.forms[before - 1] === ')') before = openingBracket(analysis, before - 1)
  const next = index.before(before)
  if (next && !isPossessive(analysis.forms[next.endWord])) return next
  if (/^(?:who|which|that)$/i.test(analysis.forms[before - 1] ?? '')) {
    const antecedent = index.before(analysis.forms[before - 2] === ',' ? before - 2 : before - 1)
    if (antecedent) return antecedent
  }
  if (analysis.forms[before - 1] === ',') {
    const named = index.before(before - 1)
    if (named) return named
  }
  const {relations, heads} = analysis
  if (relations[head] === 'acl' && 0 <= heads[head]!) return apposed(analysis, heads[head]!)
  const subject = participantsOf(analysis).subject(head)
  return subject && subject.firstWord < word && bounds.first <= subject.firstWord ? subject : undefined
}

/** The bracket that opens before a closing one not far behind; the closing one itself where there is none. */
function openingBracket({forms}: Analysis, closing: number): number {
  for (let word = closing - 1; closing - 10 < word && 0 <= word; word--) if (forms[word] === '(') return word
  return closing
}

/** The thing that a noun names, or that it stands in apposition to: "Varga, a fisherman based in". */
function apposed(analysis: Analysis, noun: number): Place | undefined {
  const {relations, heads} = analysis
  const participants = participantsOf(analysis)
  return participants.thing(noun) ?? (relations[noun] === 'appos' ? participants.thing(heads[noun]!) : undefined)
}

const SKIPPED =
  /^(?:is|was|are|were|be|been|being|has|have|had|also|long|now|still|closely|loosely|formally|reportedly|a|an|the|not|never|n't|n’t|once|later|then|recently|itself|himself|herself|already|both|largely|partly|directly|wholly|which|who)$|ly$/i

/** The things named in the noun phrase that begins at `from`, and those joined to it by "and" or commas. */
function thingsFrom(analysis: Analysis, from: number, end: number): Place[] {
  const first = thingFrom(analysis, from, end)
  if (!first) return []
  const things = [first]
  for (let last = first; things.length < THINGS_MAX; ) {
    let word = last.endWord
    if (!/^(?:and|,|or)$/.test(analysis.forms[word] ?? '')) break
    while (/^(?:and|,|or|the)$/.test(analysis.forms[word] ?? '')) word++
    const next = mentionIndex(analysis).from(word)
    if (!next || end <= word || next.form !== 'name' || next.chain.kind !== first.chain.kind) break
    if (analysis.upos[next.endWord] === 'VERB' && analysis.forms[last.endWord] === ',') break
    things.push(next)
    last = next
  }
  return things
}

const THINGS_MAX = 8

/** The thing that a noun phrase names: its head, not its owner, unless the phrase has only an owner with a plain noun. */
function thingFrom(analysis: Analysis, from: number, end: number): Place | undefined {
  const index = mentionIndex(analysis)
  let owner: Place | undefined
  for (let word = from; word < Math.min(end, from + 9); word++) {
    const place = index.from(word)
    if (place && isPossessive(analysis.forms[place.endWord])) {
      owner = place
      word = place.endWord
    } else if (place) return place
    else if (!isDeterminer(analysis.forms[word]) && !isNominal(analysis, word) && !joinsNouns(analysis, word))
      return owner
  }
  return owner
}

/** "of", a hyphen, or "and" between two plain nouns: "mortar and shell maker". */
function joinsNouns(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  if (form === 'and') return !isCapitalised(analysis.forms[word + 1] ?? '') && isNominal(analysis, word + 1)
  return form === 'of' || form === '-'
}

/** Kinds that cannot stand at an end: nobody is the brother of a town, and persons are not merged. */
function fitsKind(kind: RelationKind, words: string, from: Place, to: string): boolean {
  if (from.chain.kind === 'production' || to === 'production' || to === 'event') return false
  const person = from.chain.kind === 'person'
  if (kind === 'family') return person && to === 'person'
  if (kind === 'member') return person === !/^belong/.test(words) || person || (to !== 'person' && to !== 'place')
  if (kind === 'merger' || kind === 'part-of') return !person && to !== 'person'
  if (kind === 'splinter')
    return (
      to !== 'person' &&
      (to !== 'place' || from.chain.kind === 'place') &&
      !(/^(?:left|quit)$/.test(words) && to === 'place')
    )
  if (kind === 'successor') return person === (to === 'person')
  if (words === 'based in') return to === 'place'
  return true
}

/** "Varga's brother Osk", "its ally, the League": an owner, a noun for a tie, a name. */
function ownedRelations(analysis: Analysis, word: number, bounds: Bounds): Draft[] {
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

const describedTies = valueByWord(DESCRIBED_TIES)

/** "Osk Varga, a League member,", "League member Osk Varga": the noun follows what one is tied to. */
function describedRelations(analysis: Analysis, word: number): Draft[] {
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
function memberByOf(analysis: Analysis, word: number, bounds: Bounds): Draft[] {
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

function isNegated({forms}: Analysis, word: number, first: number): boolean {
  return forms
    .slice(Math.max(first, word - 4), word)
    .some(form => /^(?:not|never|no|n't|n’t|denies|denied)$/i.test(form))
}

/** "long been closely allied with": the adverbs right before belong to the phrase. */
function adverbsBefore({forms}: Analysis, word: number, first: number): number {
  let start = word
  while (first < start && /ly$/.test(forms[start - 1]!)) start--
  return start
}

function distinct(drafts: readonly Draft[]): Draft[] {
  const byKey = new Map<string, Draft>()
  for (const draft of drafts) {
    const key = `${draft.from.chain.id} ${draft.kind} ${draft.to.chain.id} ${draft.polarity}`
    if (!byKey.has(key)) byKey.set(key, draft)
  }
  return [...byKey.values()]
}

function relationOf(material: Material, draft: Draft): Relation {
  const {analysis} = material
  const phrase = wordSpan(analysis, draft.phraseFirst, draft.phraseEnd)
  const ends = [draft.from, draft.to].filter(({firstWord}) => Math.abs(firstWord - draft.phraseFirst) < 40)
  const first = Math.min(draft.phraseFirst, ...ends.map(({firstWord}) => firstWord))
  const last = Math.max(draft.phraseEnd, ...ends.map(({endWord}) => endWord))
  const evidence = wordSpan(analysis, first, last)
  const {reason, score, polarity} = draft
  return {
    ...claimOn(material, 'relation', [evidence, phrase], {reason, score, polarity}),
    evidence: [evidence],
    from: draft.from.chain.id,
    kind: draft.kind,
    phrase: analysis.text.slice(phrase.start, phrase.end).replace(/\s+/g, ' '),
    to: draft.to.chain.id,
    ...(draft.during && {during: draft.during})
  }
}
