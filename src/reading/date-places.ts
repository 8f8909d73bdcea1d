import {type Analysis, type DateExpression, wordAt} from '../language/analysis.ts'

/** The date expression that covers `word`. */
export function dateCovering(words: Analysis, word: number): DateExpression | undefined {
  const start = words.starts[word]
  if (start === undefined) return undefined
  let low = 0
  let high = words.dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words.dates[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const date = words.dates[low]
  return date && date.start <= start ? date : undefined
}

/** One past the last word of the date that covers `word`; undefined where none does. */
export function dateEnd(words: Analysis, word: number): number | undefined {
  const date = dateCovering(words, word)
  return date && wordAt(words, date.end - 1) + 1
}
