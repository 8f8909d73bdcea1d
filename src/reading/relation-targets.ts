import type {Analysis, EntityKind} from '../language/analysis.ts'
import type {Place} from './mention-index.ts'
import type {WordBounds} from './relation-draft.ts'
import {thingsFrom} from './relation-ends.ts'

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
  const first = analysis.forms[word + 1] === 'up' ? word + 2 : word + 1
  const things = thingsFrom(analysis, first, bounds.end).filter(({chain}) => kinds.includes(chain.kind))
  return 0 < things.length ? {things, phraseEnd: first} : undefined
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
