import {YEAR_MAX} from './calendar.ts'
import {BEFORE_COUNTS, COUNTED_NOUNS} from './date-count-words.ts'
import type {Match, Which} from './date-meaning.ts'
import {isGluedNumber, isYearNumber, readMonth, readShortYear, readSpelledYear, readYear, skip} from './date-readers.ts'
import {BEFORE_CHRIST} from './date-rules-eras.ts'
import {type Line, lowerAt, readOrdinal, tokenAt} from './date-tokens.ts'
import {TEMPORAL_PREPOSITIONS} from './date-words.ts'

/**
 * ```text
 * in Q3 2025, Q1 FY2026, H1 2024
 *    ^^^^^^^  ^^^^^^^^^  ^^^^^^^
 * ```
 */
export function quarterLabel(line: Line, at: number): Match | undefined {
  const letter = lowerAt(line, at)
  const index = tokenAt(line, at + 1)
  const parts = letter === 'q' ? 4 : 2
  if (!(letter === 'q' || letter === 'h') || !index.glued || index.value < 1 || parts < index.value) return undefined
  const joined = ['of', ',', '-', '/'].includes(lowerAt(line, at + 2)) ? at + 3 : at + 2
  const fiscal = fiscalYear(line, joined)
  if (fiscal?.meaning.kind === 'fiscal-year') {
    const year = fiscal.meaning.year
    return {end: fiscal.end, meaning: {kind: 'share', parts, index: index.value, year, fiscal: true}}
  }
  const year = readYear(line, joined, joined !== at + 2) ?? readShortYear(line, joined)
  if (!year)
    return letter === 'q' && TEMPORAL_PREPOSITIONS.has(lowerAt(line, at - 1))
      ? {end: at + 2, meaning: {kind: 'share', parts, index: index.value, fiscal: false}}
      : undefined
  return {end: year.end, meaning: {kind: 'share', parts, index: index.value, year: year.value, fiscal: false}}
}

/** "2016 November": the year before its month, which no day follows. */
export function yearMonth(line: Line, at: number): Match | undefined {
  const year = readYear(line, at)
  const named = year && readMonth(line, skip(line, year.end, ','))
  if (!named || tokenAt(line, named.end).kind === 'number') return undefined
  return {end: named.end, meaning: {kind: 'month', month: named.month, year: year!.value}}
}

/** "2025 Q3", "2025Q3", "2025-Q3" and "2025 H2". */
export function yearQuarter(line: Line, at: number): Match | undefined {
  const year = readYear(line, at)
  if (!year) return undefined
  const letterAt = skip(line, year.end, '-')
  const {value: index, glued} = tokenAt(line, letterAt + 1)
  const parts = glued ? SHARES.get(lowerAt(line, letterAt)) : undefined
  if (!parts || index < 1 || parts < index) return undefined
  return {end: letterAt + 2, meaning: {kind: 'share', parts, index, year: year.value, fiscal: false}}
}

/** Letters of quarters and halves, with how many there are in a year. */
const SHARES: ReadonlyMap<string, 2 | 4> = new Map([
  ['q', 4],
  ['h', 2]
])

/**
 * ```text
 * in the third quarter of 2025, in the first half of last year, fourth-quarter sales
 *        ^^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^
 * ```
 */
export function share(line: Line, at: number): Match | undefined {
  const ordinal = readOrdinal(line, at)
  if (!ordinal) return undefined
  const nounAt = lowerAt(line, ordinal.end) === '-' ? ordinal.end + 1 : ordinal.end
  const fiscalWord = lowerAt(line, nounAt) === 'fiscal' ? 1 : 0
  const noun = lowerAt(line, nounAt + fiscalWord)
  const parts = noun === 'quarter' ? 4 : noun === 'half' ? 2 : 0
  if (parts === 0 || parts < ordinal.value) return undefined
  return shareOfYear(line, nounAt + fiscalWord + 1, {parts: parts as 2 | 4, index: ordinal.value})
}

function shareOfYear(line: Line, at: number, {parts, index}: {parts: 2 | 4; index: number}): Match | undefined {
  const fiscal = fiscalYear(line, skip(line, at, 'of', 'the'))
  if (fiscal?.meaning.kind === 'fiscal-year')
    return {end: fiscal.end, meaning: {kind: 'share', parts, index, year: fiscal.meaning.year, fiscal: true}}
  const year = readYear(line, skip(line, at, 'of', ','))
  if (year) return {end: year.end, meaning: {kind: 'share', parts, index, year: year.value, fiscal: false}}
  const which = lowerAt(line, at) === 'of' ? WHICH_YEAR.get(lowerAt(line, at + 1)) : undefined
  if (which !== undefined && lowerAt(line, at + 2) === 'year')
    return {end: at + 3, meaning: {kind: 'share', parts, index, which, fiscal: false}}
  return parts === 4 ? {end: at, meaning: {kind: 'share', parts, index, fiscal: false}} : undefined
}

const WHICH_YEAR: ReadonlyMap<string, Which> = new Map([
  ['last', -1],
  ['this', 0],
  ['the', 0],
  ['next', 1]
])

/**
 * ```text
 * in fiscal 2024, fiscal year 2024, FY2026, FY24
 *    ^^^^^^^^^^^  ^^^^^^^^^^^^^^^^  ^^^^^^  ^^^^
 * ```
 */
export function fiscalYear(line: Line, at: number): Match | undefined {
  const word = lowerAt(line, at)
  if (word === 'fiscal' || word === 'financial') {
    const year = readYear(line, skip(line, at + 1, 'year'))
    return year && {end: year.end, meaning: {kind: 'fiscal-year', year: year.value}}
  }
  if (word !== 'fy') return undefined
  const year = readYear(line, at + 1, true)
  if (year) return {end: year.end, meaning: {kind: 'fiscal-year', year: year.value}}
  const short = tokenAt(line, at + 1)
  if (!short.glued || short.end - short.start !== 2 || short.kind !== 'number') return undefined
  return {end: at + 2, meaning: {kind: 'fiscal-year', year: 2000 + short.value}}
}

/** Past the year after `year`, in two digits or four, glued to what stands before it. */
export function readNextYear(line: Line, at: number, year: number): number | undefined {
  const {kind, value, start, end, glued} = tokenAt(line, at)
  const length = end - start
  const isNext = (length === 2 && value === (year + 1) % 100) || (length === 4 && value === year + 1)
  return kind === 'number' && glued && isNext ? at + 1 : undefined
}

/**
 * ```text
 * in 2006, the 2006 truce; 2,006 people, Resolution 2259, "Vision 2030"
 *    ^^^^      ^^^^
 * ```
 */
export function year(line: Line, at: number): Match | undefined {
  const era = yearOfEra(line, at)
  if (era) return era
  const found = readYear(line, at)
  if (!found || isGluedNumber(line, at) || !isYearInPlace(line, at)) return undefined
  return {end: found.end, meaning: {kind: 'year', year: found.value}}
}

/** "the year 1805", "in the year 2000", from "year" on. */
export function namedYear(line: Line, at: number): Match | undefined {
  const year = lowerAt(line, at) === 'year' ? readYear(line, at + 1) : undefined
  return year && {end: year.end, meaning: {kind: 'year', year: year.value}}
}

/** "in nineteen eighty-four", "since two thousand and five": a year in words wants a preposition. */
export function spelledYear(line: Line, at: number): Match | undefined {
  const year = BEFORE_SPELLED_YEARS.has(lowerAt(line, at - 1)) ? readSpelledYear(line, at) : undefined
  if (!year || !isSpelledAlone(line, year.end)) return undefined
  return {end: year.end, meaning: {kind: 'year', year: year.value}}
}

const BEFORE_SPELLED_YEARS: ReadonlySet<string> = new Set(
  'in since until till by from early late mid year of'.split(' ')
)

/** "in two thousand cases" counts them. */
function isSpelledAlone(line: Line, at: number): boolean {
  const {kind, lower} = tokenAt(line, at)
  return (
    kind !== 'word' ||
    ['and', 'or', 'to', 'when', 'he', 'she', 'they', 'it', 'the', 'a', 'with', 'as', 'by', 'at'].includes(lower)
  )
}

/** "347 AD", "500 CE", "508 BC": any number is a year before its era. */
function yearOfEra(line: Line, at: number): Match | undefined {
  const {kind, value} = tokenAt(line, at)
  const era = lowerAt(line, at + 1)
  if (kind !== 'number' || value < 1 || YEAR_MAX < value || !tokenAt(line, at + 1).capital) return undefined
  if (era === 'ad' || era === 'ce') return {end: at + 2, meaning: {kind: 'year', year: value}}
  return BEFORE_CHRIST.has(era) ? {end: at + 2, meaning: {kind: 'before-christ'}} : undefined
}

function isYearInPlace(line: Line, at: number): boolean {
  const before = tokenAt(line, at - 1)
  const after = tokenAt(line, at + 1)
  if (CURRENCIES.has(before.lower) || BEFORE_COUNTS.has(before.lower)) return false
  if (['%', '°', '€', '$', '×'].includes(after.lower) || COUNTED_NOUNS.has(after.lower)) return false
  if (after.lower === '/') return readNextYear(line, at + 2, tokenAt(line, at).value) !== undefined
  if (after.glued && (after.lower === '.' || after.lower === ':') && isGluedWord(line, at + 2)) return false
  if (after.kind === 'word' && after.glued) return false
  if (before.kind === 'word' && before.capital && (QUOTES.has(after.lower) || QUOTES.has(lowerAt(line, at - 2))))
    return false
  const {value} = tokenAt(line, at)
  if (1900 <= value && value <= 2100) return true
  if (BEFORE_OLD_YEARS.has(before.lower) || isCirca(line, at) || isListed(line, at)) return true
  if (isPlaceAndYear(line, at)) return true
  if (isYearSpan(line, at) || isYearSpan(line, at - 2)) return true
  if (after.lower === '-' && tokenAt(line, at + 2).kind === 'word' && tokenAt(line, at + 2).glued) return true
  return DETERMINERS.has(before.lower) && after.kind === 'word' && !after.lower.endsWith('s')
}

const CURRENCIES: ReadonlySet<string> = new Set(['$', '€', '£', '¥', '₹', '#', '№', '+'])

const QUOTES: ReadonlySet<string> = new Set(['"', '”', '“', '’', '‘', '»', '«'])

/** "(c. 1580)". */
function isCirca(line: Line, at: number): boolean {
  return lowerAt(line, at - 1) === '.' && ['c', 'ca'].includes(lowerAt(line, at - 2))
}

/** "Printed at Veld, 1859.": a year alone behind a name. */
function isPlaceAndYear(line: Line, at: number): boolean {
  const ends = ['.', ',', ')', ';', '\n', ''].includes(lowerAt(line, at + 1))
  return ends && lowerAt(line, at - 1) === ',' && tokenAt(line, at - 2).capital && 1500 < tokenAt(line, at).value
}

/** "(1731 – 1802)", "the war of 1861-1865": two years of a lifetime; pages and prices stand behind a colon or are round. */
function isYearSpan(line: Line, at: number): boolean {
  if (!isYearNumber(line, at) || !isYearNumber(line, at + 2) || !['-', '–'].includes(lowerAt(line, at + 1)))
    return false
  const [from, to] = [tokenAt(line, at).value, tokenAt(line, at + 2).value]
  const isRound = from % 50 === 0 && to % 50 === 0
  return from < to && to - from <= LIFETIME_YEARS_MAX && !isRound && lowerAt(line, at - 1) !== ':'
}

const LIFETIME_YEARS_MAX = 100

/** "in 1672 and 1675", "in 1746, 1748 and 1751": a year that follows another, which is said to be one or follows one. */
function isListed(line: Line, at: number): boolean {
  if (![',', 'and', 'or', 'to'].includes(lowerAt(line, at - 1))) return false
  const yearAt = lowerAt(line, at - 2) === ',' ? at - 3 : at - 2
  return (
    isYearNumber(line, yearAt) && (BEFORE_OLD_YEARS.has(lowerAt(line, yearAt - 1)) || isYearNumber(line, yearAt - 2))
  )
}

/** "the 1836 assault" has a year, "the 1500 men" does not. */
const DETERMINERS: ReadonlySet<string> = new Set(['the', 'this', 'his', 'her', 'its', 'their', 's'])

/** A number from 1000 to 1899 is a year only behind one of these. */
const BEFORE_OLD_YEARS: ReadonlySet<string> = new Set([
  'in',
  'since',
  'by',
  'until',
  'from',
  'between',
  'circa',
  'before',
  'after',
  'during',
  'year',
  'early',
  'late',
  'born',
  'died',
  'reigned',
  'ruled',
  '('
])

function isGluedWord(line: Line, at: number): boolean {
  return tokenAt(line, at).glued && tokenAt(line, at).kind !== 'mark'
}
