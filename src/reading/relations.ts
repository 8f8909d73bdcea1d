import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import type {Models} from '../language/models.ts'
import {claimId} from './claim.ts'
import {claimOn} from './claim-on.ts'
import type {Material} from './material.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import type {Relation, RelationKind, Role} from './reading.ts'
import type {RelationDraft, WordBounds} from './relation-draft.ts'
import {thingsFrom} from './relation-ends.ts'
import {RELATION_PHRASES, REVERSED_PHRASES} from './relation-phrases.ts'
import {timeOfTie} from './relation-times.ts'
import {relationsByDeed} from './relations-by-deed.ts'
import {relationsByKin} from './relations-by-kin.ts'
import {relationsByModel} from './relations-by-model.ts'
import {nationOf} from './relations-by-nation.ts'
import {relationsByNoun} from './relations-by-noun.ts'
import {relationsByTie} from './relations-by-tie.ts'
import {notYetTold} from './tie-repeats.ts'
import {entityIdOf, withUnnamed} from './unnamed-people.ts'
import {isFunctionWord, isPossessive} from './word-classes.ts'
import {WordPhrases} from './word-phrases.ts'

/**
 * Who is said to be allied with, part of, married to … whom, with the phrase that says so.
 *
 * ```text
 * The Orr Network has long been closely allied with the Salt Council.
 * ^from                              ^phrase           ^to
 * ```
 */
export function findRelations(given: Material, {models, roles = []}: Learnt = {}): Relation[] {
  const material = withUnnamed(given)
  const found: RelationDraft[] = []
  const {analysis} = material
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const bounds = {first: analysis.sentenceStarts[sentence]!, end: analysis.sentenceStarts[sentence + 1]!}
    for (let word = bounds.first; word < bounds.end; word++) {
      const phrase = phrases.at(analysis.forms, word, bounds.end)
      if (phrase) {
        found.push(...phraseRelations(analysis, word, phrase, bounds))
        word = phrase.endWord - 1
      } else found.push(...relationsByNoun(analysis, word, bounds))
    }
    for (let word = bounds.first; word < bounds.end; word++)
      found.push(
        ...relationsByTie(analysis, word, bounds),
        ...relationsByDeed(analysis, word, bounds),
        ...relationsByKin(analysis, word, bounds),
        ...nationOf(material, word, bounds)
      )
  }
  const ruled = distinct(analysis, found)
  const learnt = models ? notYetTold(material, relationsByModel(analysis, models), {ruled, roles}) : []
  return [...ruled, ...learnt].map(draft => relationOf(material, draft))
}

interface Learnt {
  /** With them, a trained model tells what no rule has words for. */
  readonly models?: Pick<Models, 'ties' | 'encoder'>
  /** What somebody is at a body is not told again as a relation of the two. */
  readonly roles?: readonly Role[]
}

const phrases = new WordPhrases(
  RELATION_PHRASES.flatMap(([kind, list]) =>
    list.split(';').map(phrase => [phrase.trim().replace(/\s+/g, ' '), kind] as const)
  )
)

function phraseRelations(
  analysis: Analysis,
  word: number,
  {endWord, value}: {endWord: number; value: RelationKind},
  bounds: WordBounds
): RelationDraft[] {
  const words = analysis.forms.slice(word, endWord).join(' ').toLowerCase()
  const head = contentWord(analysis, word, endWord)
  if (isBareVerb(analysis, head, words)) return []
  const from = fromBefore(analysis, word, head, bounds)
  if (!from) return []
  const things = thingsFrom(analysis, endWord, bounds.end, {isMixed: / by$/.test(words)})
  const targets = 0 < things.length ? things : leftObject(analysis, from, bounds.first)
  const polarity = isNegated(analysis, word, bounds.first) ? 'negative' : 'positive'
  // Kin are so for good: a date nearby is of something else.
  const during = value === 'family' && !WEDDED.test(words) ? undefined : timeOfTie(analysis, head, bounds, from)
  const phraseFirst = adverbsBefore(analysis, word, bounds.first)
  return targets
    .filter(({chain}) => chain !== from.chain && fitsKind(value, words, from, chain.kind))
    .map(to => ({
      ...(REVERSED_PHRASES.has(words) ? {from: to, to: from} : {from, to}),
      kind: value === 'part-of' && to.chain.kind === 'person' ? 'other' : value,
      phraseFirst,
      phraseEnd: endWord,
      polarity,
      during,
      reason: `phrase between two names: "${words}"`,
      score: from.form === 'name' ? 0.7 : 0.6
    }))
}

const WEDDED = /^(?:married|engaged|divorced)/

/** "Saltworks, which the guild bought": what the verb is about stands before its subject. */
function leftObject(analysis: Analysis, {firstWord}: Place, first: number): Place[] {
  const index = mentionIndex(analysis)
  const link = /^the$/i.test(analysis.forms[firstWord - 1] ?? '') ? firstWord - 2 : firstWord - 1
  if (link <= first || !/^(?:which|whom|that)$/.test(analysis.forms[link]!)) return []
  const place = index.before(analysis.forms[link - 1] === ',' ? link - 1 : link)
  return place ? [place] : []
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
function fromBefore(analysis: Analysis, word: number, head: number, bounds: WordBounds): Place | undefined {
  const index = mentionIndex(analysis)
  let before = word
  before = beforeHearsay(analysis, before)
  while (bounds.first < before && SKIPPED.test(analysis.forms[before - 1]!)) before--
  if (analysis.forms[before - 1] === 'and') return participantsOf(analysis).subject(head)
  if (analysis.forms[before - 1] === ')') before = openingBracket(analysis, before - 1)
  // The full stop of a shortened word may stand outside the name: "Norland Co. (NC) acquired".
  if (analysis.forms[before - 1] === '.') before--
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

/** Over "said to have", "believed to be". */
function beforeHearsay({forms}: Analysis, word: number): number {
  const link = /^(?:a|an|the)$/.test(forms[word - 1] ?? '') ? word - 1 : word
  const isHearsay =
    /^(?:have|be)$/.test(forms[link - 1] ?? '') &&
    forms[link - 2] === 'to' &&
    /^(?:said|alleged|believed|thought|suspected|known|reported|rumou?red|understood)$/.test(forms[link - 3] ?? '')
  return isHearsay ? link - 3 : word
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

/** Kinds that cannot stand at an end: nobody is the brother of a town, and persons are not merged. */
function fitsKind(kind: RelationKind, words: string, from: Place, to: string): boolean {
  if (from.chain.kind === 'production' || to === 'production' || to === 'event') return false
  const person = from.chain.kind === 'person'
  if (kind === 'family') return person && to === 'person'
  if (kind === 'member') return person === !/^belong/.test(words) || person || (to !== 'person' && to !== 'place')
  if (kind === 'part-of' && OF_A_BODY.test(words))
    return from.chain.kind !== 'place' && (from.form === 'name' || !person)
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

/** Only a body is so to another, even where its name was taken for a person's. */
const OF_A_BODY = /\b(?:subsidiary|unit|division) of$|\b(?:owned|controlled|operated|run) by$/

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

/** Ties of the kind "other" are told apart by their first word: born in a town, and living there. */
function themeOf({forms}: Analysis, {kind, phraseFirst}: RelationDraft): string {
  return kind === 'other' ? forms[phraseFirst]!.toLowerCase() : ''
}

function distinct(analysis: Analysis, drafts: readonly RelationDraft[]): RelationDraft[] {
  const byKey = new Map<string, RelationDraft>()
  for (const draft of drafts) {
    const key = `${draft.from.chain.id} ${draft.kind} ${draft.to.chain.id} ${draft.polarity} ${themeOf(analysis, draft)}`
    if (!byKey.has(key)) byKey.set(key, draft)
  }
  return [...byKey.values()]
}

function relationOf(material: Material, draft: RelationDraft): Relation {
  const {analysis} = material
  const phrase = wordSpan(analysis, draft.phraseFirst, draft.phraseEnd)
  const ends = [draft.from, draft.to].filter(({firstWord}) => Math.abs(firstWord - draft.phraseFirst) < 40)
  const first = Math.min(draft.phraseFirst, ...ends.map(({firstWord}) => firstWord))
  const last = Math.max(draft.phraseEnd, ...ends.map(({endWord}) => endWord))
  const evidence = wordSpan(analysis, first, last)
  const {reason, score, polarity} = draft
  return {
    ...claimOn(material, 'relation', [evidence, phrase], {reason, score, polarity}),
    // The ends count too: one phrase may tell the same of two people.
    id: claimId(material.textHash, 'relation', [evidence, phrase, draft.from, draft.to]),
    evidence: [evidence],
    from: entityIdOf(material, draft.from.chain),
    kind: draft.kind,
    phrase: analysis.text.slice(phrase.start, phrase.end).replace(/\s+/g, ' '),
    to: entityIdOf(material, draft.to.chain),
    ...(draft.during && {during: draft.during})
  }
}
