import {FUNCTION_WORDS, MONTHS} from './said-word-lists.ts'
import {readSaid, type SaidWord, stemOf} from './said-words.ts'
import type {NumberRange} from './told-numbers.ts'

/** Words for those who are counted, as one. */
const PEOPLE: ReadonlySet<string> = new Set(['people', 'person', 'persons', 'men', 'lives', 'dead', 'victims'])
/** Verbs whose object is counted without a word for it: "killed 12". */
const COUNTING_VERBS = /^(?:kill|wound|injur|arrest|detain|captur|hurt|evacuat|rescu|free|releas)/
/** A counted noun stands within so many words of its number. */
const NOUN_WORDS_MAX = 3

/**
 * What is counted, and how many: once told, things that are told twice are left out.
 *
 * ```text
 * At least 12 people were killed and 30 houses burned.
 * ^^^^^^^^^^^^^^^^^^                 ^^^^^^^^^
 * ```
 */
export function countsIn(words: string): Map<string, NumberRange> {
  const said = readSaid([words]).words
  const counts = new Map<string, NumberRange>()
  const twice = new Set<string>()
  for (const [index, {number}] of said.entries()) {
    if (!number || number.isYear) continue
    const what = countedAt(said, index)
    if (what === undefined) continue
    if (counts.has(what)) twice.add(what)
    counts.set(what, number)
  }
  for (const what of twice) counts.delete(what)
  return counts
}

/** The words for what the number at `index` counts; undefined for days of a month, and where nothing is counted. */
function countedAt(said: readonly SaidWord[], index: number): string | undefined {
  if ([said[index - 1], said[index + 1]].some(beside => beside && MONTHS.has(beside.word))) return undefined
  const words: string[] = []
  for (const {word, number, opens} of said.slice(index + 1, index + 1 + NOUN_WORDS_MAX)) {
    if (number || opens || FUNCTION_WORDS.has(word) || /(?:ed|ing)$/.test(word)) break
    words.push(word)
  }
  if (words.length === 1 && PEOPLE.has(words[0]!)) return 'people'
  if (words.length > 0) return words.join(' ')
  const before = said[index - 1]?.word ?? ''
  return COUNTING_VERBS.test(stemOf(before)) ? 'people' : undefined
}
