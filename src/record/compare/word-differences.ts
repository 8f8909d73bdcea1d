import type {Span} from '../../text/span.ts'

/** Statements longer than this are not laid on each other. */
const WORDS_MAX = 400
/** Where fewer of the words are the same, all of it is another statement. */
const SHARE_MIN = 0.6

/** What a statement does not share with one before it. */
export interface WordDifferences {
  readonly spans: readonly Span[]
  /** From 0 to 1: how many words of the shorter stand in the other in the same order. */
  readonly share: number
}

/**
 * The stretches of `text` that `before` does not have, word by word; undefined where the two have too little in common for
 * that to tell anything.
 *
 * ```text
 * before  We will close the old bridge in May.
 * text    We will not close the bridge in June.
 *                 ^^^                     ^^^^
 * ```
 */
export function findNewWords(before: string, text: string): WordDifferences | undefined {
  const [old, words] = [before, text].map(wordsIn)
  if (!old || !words || Math.max(old.length, words.length) > WORDS_MAX) return undefined
  const isKept = keptWords(
    old.map(({word}) => word),
    words.map(({word}) => word)
  )
  const share = isKept.filter(Boolean).length / Math.max(1, Math.min(old.length, words.length))
  if (share < SHARE_MIN) return undefined
  const spans: Span[] = []
  for (const [index, {start, end}] of words.entries()) {
    if (isKept[index]) continue
    const last = spans.at(-1)
    if (last && index > 0 && !isKept[index - 1]) spans[spans.length - 1] = {start: last.start, end}
    else spans.push({start, end})
  }
  return {spans, share}
}

function wordsIn(text: string): {word: string; start: number; end: number}[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].map(({0: word, index}) => ({
    word: word.normalize('NFKD').toLowerCase().replace(/[’']/g, "'"),
    start: index,
    end: index + word.length
  }))
}

/** Which of `words` belong to the longest common subsequence with `old`. */
function keptWords(old: readonly string[], words: readonly string[]): boolean[] {
  const lengths = Array.from({length: old.length + 1}, () => new Uint16Array(words.length + 1))
  for (let i = old.length - 1; 0 <= i; i--)
    for (let j = words.length - 1; 0 <= j; j--)
      lengths[i]![j] =
        old[i] === words[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const isKept = words.map(() => false)
  for (let i = 0, j = 0; i < old.length && j < words.length; ) {
    if (old[i] === words[j]) {
      isKept[j] = true
      i++
      j++
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return isKept
}
