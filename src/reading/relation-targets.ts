import type {Analysis, EntityKind} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {WordBounds} from './relation-draft.ts'
import {thingsFrom} from './relation-ends.ts'
import {subjectOfNoun} from './relation-subjects.ts'

/** What a verb or noun is tied to, and the preposition that says so; one past the verb where it is the object. */
export interface Targets {
  readonly things: readonly Place[]
  readonly phraseEnd: number
}

/**
 * The things of `kinds` after the first of `prepositions` behind `word`, in its clause.
 *
 * ```text
 * moved with her brother to Osterby, Norland
 * ^^^^^                  ^^ ^^^^^^^  ^^^^^^^
 * ```
 */
export function targetsAfter(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  {prepositions, kinds}: {prepositions: ReadonlySet<string>; kinds: readonly EntityKind[]}
): Targets | undefined {
  const {forms} = analysis
  for (let at = word + 1; at < Math.min(bounds.end, word + REACH_WORDS_MAX); at++) {
    at = asideEnd(forms, at)
    if (endsClause(analysis, at)) return undefined
    if (!prepositions.has(forms[at]!.toLowerCase())) continue
    const things = thingsFrom(analysis, at + 1, bounds.end).filter(({chain}) => kinds.includes(chain.kind))
    if (0 < things.length) return {things, phraseEnd: at === word + 1 || at === word + 2 ? at + 1 : word + 1}
  }
  return undefined
}

/** The things of `kinds` that `word` has as its object. */
export function objectsAfter(
  analysis: Analysis,
  word: number,
  bounds: WordBounds,
  kinds: readonly EntityKind[]
): Targets | undefined {
  const first = objectStart(analysis, word)
  const things = thingsFrom(analysis, first, bounds.end).filter(({chain}) => kinds.includes(chain.kind))
  return 0 < things.length ? {things, phraseEnd: first} : undefined
}

/** Over "up", and over a second verb that shares the object: "founded and ran". */
function objectStart({forms, xpos}: Analysis, word: number): number {
  if (forms[word + 1] === 'up') return word + 2
  return forms[word + 1] === 'and' && /^VB[DZNG]$/.test(xpos[word + 2] ?? '') ? word + 3 : word + 1
}

/** "Saltworks, which Ida Holm founded in May", "Saltworks, a mill she founded": the object of the verb before its subject. */
export function objectBefore(
  analysis: Analysis,
  {firstWord}: Place,
  bounds: WordBounds,
  kinds: readonly EntityKind[]
): Place | undefined {
  const {forms, upos} = analysis
  const index = mentionIndex(analysis)
  const link = /^the$/i.test(forms[firstWord - 1] ?? '') ? firstWord - 2 : firstWord - 1
  if (link <= bounds.first) return undefined
  const isPronoun = /^(?:which|whom|that)$/.test(forms[link]!)
  if (!isPronoun && upos[link] !== 'NOUN') return undefined
  const end = isPronoun ? (forms[link - 1] === ',' ? link - 1 : link) : link + 1
  const named = index.before(end)
  const place = named?.form === 'name' ? named : subjectOfNoun(analysis, end - 1, bounds)
  return place && kinds.includes(place.chain.kind) ? place : undefined
}

/** How far behind a verb the place or body may stand that it ties to. */
const REACH_WORDS_MAX = 22

/** One past a short aside in brackets that begins at `word`: "a degree (1975) from". */
function asideEnd(forms: readonly string[], word: number): number {
  if (forms[word] !== '(') return word
  const close = forms.slice(word, word + ASIDE_WORDS_MAX).indexOf(')')
  return close < 0 ? word : word + close + 1
}

const ASIDE_WORDS_MAX = 8

/** A mark or word where another clause begins, or another verb of the same subject. */
function endsClause({forms, xpos, upos}: Analysis, word: number): boolean {
  if (forms.length <= word) return true
  if (
    /^(?:[;:.()]|--|–|—|who|whom|whose|which|that|where|when|while|but|after|before|because|until|although)$/i.test(
      forms[word]!
    )
  )
    return true
  return (upos[word] === 'VERB' || upos[word] === 'AUX') && /^VB[DZP]$/.test(xpos[word]!)
}
