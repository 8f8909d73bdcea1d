import type {Phrases} from './phrases.ts'

/** No word of a sentence has more; without a bound, text without sentences would take more than linear time. */
const CHILDREN_MAX = 60

/** The words that hang on `word`, in the order of the text. */
export function childrenOf(phrases: Phrases, word: number): number[] {
  return [...phrases.children(word).subarray(0, CHILDREN_MAX)]
}

/** The first child of `word` by this relation. */
export function childOf(
  {relations}: {readonly relations: readonly string[]},
  phrases: Phrases,
  word: number,
  relation: string
): number | undefined {
  return phrases
    .children(word)
    .subarray(0, CHILDREN_MAX)
    .find(child => relations[child] === relation)
}
