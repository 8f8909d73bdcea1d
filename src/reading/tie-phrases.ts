import type {Analysis} from '../language/analysis.ts'
import type {Place} from './mention-index.ts'
import {tellingWord} from './tie-paths.ts'

/** Words that tell a tie, and the one they hang on. */
interface TiePhrase {
  readonly first: number
  readonly end: number
  readonly head: number
}

/**
 * The words that most likely tell how two things are tied: from the word where their paths in the tree meet to the second
 * thing, or what stands between the two.
 *
 * ```text
 * Holm, who taught drawing at Westerby College, …
 *           ^^^^^^^^^^^^^^^^^
 * ```
 */
export function phraseOfTie(analysis: Analysis, from: Place, to: Place): TiePhrase {
  const [left, right] = from.firstWord < to.firstWord ? [from, to] : [to, from]
  const head = tellingWord(analysis, from, to)
  if (head !== undefined && head < right.firstWord && left.endWord <= head)
    return right.firstWord - head <= PHRASE_WORDS_MAX
      ? {first: head, end: right.firstWord, head}
      : {first: head, end: head + 1, head}
  if (head !== undefined) return {first: head, end: head + 1, head}
  const first = left.endWord
  const end = right.firstWord
  if (first < end && end - first <= PHRASE_WORDS_MAX) return {first, end, head: first}
  return {first: right.firstWord, end: right.endWord, head: right.headWord}
}

/** No phrase of a tie is longer. */
const PHRASE_WORDS_MAX = 7
