import type {Analysis} from '../language/analysis.ts'
import type {Place} from './mention-index.ts'
import {isFunctionWord} from './word-classes.ts'

/** The words from each end to where they meet: `up` from the first, `down` to the second, both without `top`. */
export function pathBetween(
  {heads}: Analysis,
  from: Place,
  to: Place
): {readonly up: number[]; readonly top: number; readonly down: number[]} | undefined {
  const above = [...climb(heads, topOf(heads, from))]
  const steps = new Map(above.map((word, step) => [word, step]))
  const down: number[] = []
  for (const word of climb(heads, topOf(heads, to))) {
    const step = steps.get(word)
    if (step !== undefined) return {up: above.slice(0, step), top: word, down: down.reverse()}
    down.push(word)
  }
  return undefined
}

function* climb(heads: Int32Array, from: number): Generator<number> {
  for (let word = from, step = 0; 0 <= word && step < CLIMB_MAX; word = heads[word]!, step++) yield word
}

/** No path that tells anything climbs more steps. */
const CLIMB_MAX = 24

/** The word by which a mention hangs on the rest of its sentence. */
function topOf(heads: Int32Array, {firstWord, headWord, endWord}: Place): number {
  let top = headWord
  for (let step = firstWord; step < endWord && firstWord <= heads[top]! && heads[top]! < endWord; step++)
    top = heads[top]!
  return top
}

/**
 * The word of the path that tells the tie: the highest that is in neither of the two and says something, or the verb joined to
 * it that the second thing hangs on.
 *
 * ```text
 * Holm studied physics and later joined the Tide Institute.
 *      ^^^^^^^ highest           ^^^^^^ tells
 * ```
 */
export function tellingWord(analysis: Analysis, from: Place, to: Place): number | undefined {
  const path = pathBetween(analysis, from, to)
  if (!path) return undefined
  const {forms, relations, upos} = analysis
  const {up, top, down} = path
  const isInside = (word: number, {firstWord, endWord}: Place) => firstWord <= word && word < endWord
  const tells = (word: number) =>
    !isInside(word, from) && !isInside(word, to) && !isFunctionWord(forms[word]!) && upos[word] !== 'PUNCT'
  const joined = down.findLastIndex(word => relations[word] === 'conj' && upos[word] === 'VERB' && tells(word))
  if (0 <= joined) return down[joined]
  return [top, ...down, ...up.toReversed()].find(tells)
}
