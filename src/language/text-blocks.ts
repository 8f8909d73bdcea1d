import type {Words} from './analysis.ts'

/** A paragraph: its sentences and its words, each from the first to before the end. */
export interface Paragraph {
  readonly firstWord: number
  readonly endWord: number
}

/** The paragraphs of `words`: stretches of sentences between which a line ends. */
export function findParagraphs({text, starts, ends, sentenceStarts}: Words): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let firstWord = 0
  for (const word of sentenceStarts.subarray(1)) {
    const isLast = word === starts.length
    if (word <= firstWord || !(isLast || LINE_BREAK.test(text.slice(ends[word - 1], starts[word])))) continue
    paragraphs.push({firstWord, endWord: word})
    firstWord = word
  }
  return paragraphs
}

const LINE_BREAK = /[\n\r\f\u2028\u2029]/

/** Paragraphs joined until each has `wordsMin` words or more, so that a share of its words says something. */
export function joinShort(paragraphs: readonly Paragraph[], wordsMin: number): Paragraph[] {
  const joined: Paragraph[] = []
  for (const {firstWord, endWord} of paragraphs) {
    const last = joined.at(-1)
    if (last && last.endWord - last.firstWord < wordsMin) joined[joined.length - 1] = {...last, endWord}
    else joined.push({firstWord, endWord})
  }
  const [last, before] = [joined.at(-1), joined.at(-2)]
  if (last && before && last.endWord - last.firstWord < wordsMin)
    joined.splice(-2, 2, {firstWord: before.firstWord, endWord: last.endWord})
  return joined
}
