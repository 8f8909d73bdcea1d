import {monthLength} from './calendar.ts'
import type {Match, Meaning} from './date-meaning.ts'
import {fullYear, isGluedNumber, isYearNumber} from './date-readers.ts'
import {type Line, lowerAt, tokenAt} from './date-tokens.ts'

/**
 * ```text
 * on 2019-03-14 and 2019/03/14
 *    ^^^^^^^^^^     ^^^^^^^^^^
 * ```
 */
export function isoDate(line: Line, at: number): Match | undefined {
  const separator = lowerAt(line, at + 1)
  if (!isYearNumber(line, at) || isGluedNumber(line, at) || !(separator === '-' || separator === '/')) return undefined
  if (!areGlued(line, at + 1, 4) || lowerAt(line, at + 3) !== separator) return undefined
  const meaning = dayOf(tokenAt(line, at).value, tokenAt(line, at + 2).value, tokenAt(line, at + 4).value)
  return meaning && endOfNumber(line, at + 5) ? {end: at + 5, meaning} : undefined
}

/**
 * The month stands in the middle or first; where both would do, both are kept.
 *
 * ```text
 * 14/03/2019   03/14/2019   14.03.2019   03/04/2019 (March or April)
 * ^^^^^^^^^^   ^^^^^^^^^^   ^^^^^^^^^^   ^^^^^^^^^^
 * ```
 */
export function numericDate(line: Line, at: number): Match | undefined {
  const separator = lowerAt(line, at + 1)
  const [first, second] = [tokenAt(line, at), tokenAt(line, at + 2)]
  if (!(separator === '/' || separator === '.' || separator === '-') || lowerAt(line, at + 3) !== separator)
    return undefined
  if (isGluedNumber(line, at) || !areGlued(line, at + 1, 4) || !endOfNumber(line, at + 5)) return undefined
  const year = isYearNumber(line, at + 4) ? tokenAt(line, at + 4).value : twoDigitYear(line, at + 4, separator)
  if (year === undefined) return undefined
  const dayFirst = dayOf(year, second.value, first.value)
  const monthFirst = separator === '.' ? undefined : dayOf(year, first.value, second.value)
  if (dayFirst && monthFirst && first.value !== second.value)
    return {end: at + 5, meaning: {kind: 'two-readings', year, first: first.value, second: second.value}}
  const meaning = dayFirst ?? monthFirst
  return meaning && {end: at + 5, meaning}
}

/** "7/3/19"; with points or hyphens, three short numbers are a version or a score. */
function twoDigitYear(line: Line, at: number, separator: string): number | undefined {
  const {kind, value, start, end} = tokenAt(line, at)
  return separator === '/' && kind === 'number' && end - start === 2 ? fullYear(value) : undefined
}

/**
 * A month and a day without a year, where a preposition makes a date of them; the month stands first where both would do.
 *
 * ```text
 * due on 3/14, from 14/3 until 5/4; 1/2 cup, the 9/11 hearings
 *        ^^^^       ^^^^       ^^^
 * ```
 */
export function numericDay(line: Line, at: number): Match | undefined {
  const [first, second] = [tokenAt(line, at), tokenAt(line, at + 2)]
  const isPlaced = BEFORE_NUMERIC_DAYS.has(lowerAt(line, at - 1)) || isRangeEnd(line, at)
  if (lowerAt(line, at + 1) !== '/' || second.kind !== 'number' || !areGlued(line, at + 1, 2) || !isPlaced)
    return undefined
  if (isGluedNumber(line, at) || !endOfNumber(line, at + 3) || tokenAt(line, at + 3).lower === '%') return undefined
  if (first.end - first.start > 2 || second.end - second.start > 2 || isKnownEvent(first.value, second.value))
    return undefined
  const meaning = monthAndDay(first.value, second.value) ?? monthAndDay(second.value, first.value)
  return meaning && {end: at + 3, meaning}
}

const BEFORE_NUMERIC_DAYS: ReadonlySet<string> = new Set(
  'on by since until till before due dated from between monday tuesday wednesday thursday friday saturday sunday'.split(
    ' '
  )
)

/** The end of a range whose start is written the same way: "from 10/1 to 11/7". */
function isRangeEnd(line: Line, at: number): boolean {
  return ['to', 'until', '-', '–', 'and'].includes(lowerAt(line, at - 1)) && lowerAt(line, at - 3) === '/'
}

/** The attacks of 9/11 and 7/7 are of one year. */
function isKnownEvent(first: number, second: number): boolean {
  return (first === 9 && second === 11) || (first === 7 && second === 7)
}

function monthAndDay(month: number, day: number): Meaning | undefined {
  const valid = 1 <= month && month <= 12 && 1 <= day && day <= monthLength(LEAP_YEAR, month)
  return valid ? {kind: 'day', month, day} : undefined
}

/** Any year that has a 29 February. */
const LEAP_YEAR = 2000

/**
 * A month in figures; "2011-12" is more often two years, and is left to them.
 *
 * ```text
 * filed 2016-11, in 2019/03, from 11/2016
 *       ^^^^^^^     ^^^^^^^       ^^^^^^^
 * ```
 */
export function numericMonth(line: Line, at: number): Match | undefined {
  const separator = lowerAt(line, at + 1)
  if (!(separator === '-' || separator === '/') || isGluedNumber(line, at)) return undefined
  if (!endOfNumber(line, at + 3) || (!areGlued(line, at + 1, 2) && !isAlone(line, at))) return undefined
  const [yearAt, monthAt] = isYearNumber(line, at) ? [at, at + 2] : [at + 2, at]
  const {kind, value: month, start, end} = tokenAt(line, monthAt)
  if (!isYearNumber(line, yearAt) || kind !== 'number' || end - start !== 2 || month < 1 || 12 < month) return undefined
  const year = tokenAt(line, yearAt).value
  return yearAt === at && separator === '-' && year % 100 < month
    ? undefined
    : {end: at + 3, meaning: {kind: 'month', year, month}}
}

/** "2016 / 11", "11 - 2016": with spaces, where nothing before or behind is counted with them. */
function isAlone(line: Line, at: number): boolean {
  const after = lowerAt(line, at + 3)
  return tokenAt(line, at - 1).kind !== 'number' && ['', '\n', '.', ',', ';', ')'].includes(after)
}

function areGlued(line: Line, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (!tokenAt(line, at).glued) return false
  return true
}

function endOfNumber(line: Line, at: number): boolean {
  const token = tokenAt(line, at)
  return !token.glued || (token.kind === 'mark' && !['-', '/'].includes(token.lower)) || token.lower === 't'
}

function dayOf(year: number, month: number, day: number): Meaning | undefined {
  const valid = 1 <= month && month <= 12 && 1 <= day && day <= monthLength(year, month)
  return valid ? {kind: 'day', year, month, day} : undefined
}
