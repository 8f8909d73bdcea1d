import type {Words} from './analysis.ts'
import {isLetter, isUpper} from './characters.ts'

/** How a sentence is set, since a capital says little in a headline and nothing in a text of capitals. */
const LETTER_CASE = {plain: 0, headline: 1, capitals: 2, none: 3}

/** A lower-case word this short stands in headlines as well: `of`, `the`, `for`. */
const SMALL_WORD_LENGTH_MAX = 3

/** The letter case of each word's sentence. */
export function letterCases(words: Words): Int32Array {
  const cases = new Int32Array(words.forms.length)
  for (let sentence = 0; sentence + 1 < words.sentenceStarts.length; sentence++) {
    const start = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    cases.fill(letterCaseOf(words.forms, start, end), start, end)
  }
  return cases
}

function letterCaseOf(forms: readonly string[], start: number, end: number): number {
  let capitalised = 0
  let inCapitals = 0
  let lower = 0
  for (let word = start; word < end; word++) {
    const form = forms[word]!
    if (!isLetter(form.charCodeAt(0))) continue
    if (isUpper(form.charCodeAt(0))) {
      capitalised++
      if (1 < form.length && isUpper(form.charCodeAt(form.length - 1))) inCapitals++
    } else if (SMALL_WORD_LENGTH_MAX < form.length) {
      lower++
    }
  }
  if (0 < lower) return 2 * lower < capitalised ? LETTER_CASE.headline : LETTER_CASE.plain
  if (capitalised < 2) return LETTER_CASE.none
  return capitalised < 2 * inCapitals ? LETTER_CASE.capitals : LETTER_CASE.headline
}
