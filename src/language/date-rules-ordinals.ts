import type {Match, Which} from './date-meaning.ts'
import {readMonth, readWeekday, readYear, skip} from './date-readers.ts'
import {ENDS} from './date-rules-clock-ranges.ts'
import {dayWithYear} from './date-rules-days.ts'
import {type Line, lowerAt, readOrdinal, tokenAt} from './date-tokens.ts'

/**
 * A weekday and a day of a month that the words do not name.
 *
 * ```text
 * on Friday the 26th, on Monday 21, on Tuesday the eleventh
 *    ^^^^^^^^^^^^^^^     ^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function weekdayOfMonth(line: Line, at: number): Match | undefined {
  const named = readWeekday(line, at, true)
  if (!named) return undefined
  const dayAt = skip(line, named.end, ',', 'the')
  const day = readOrdinal(line, dayAt) ?? (dayAt === named.end ? numberAt(line, dayAt) : undefined)
  if (!day || day.value < 1 || 31 < day.value || !endsHere(line, day.end)) return undefined
  return {end: day.end, meaning: {kind: 'month-day', day: day.value, weekday: named.weekday}}
}

function numberAt(line: Line, at: number): {value: number; end: number} | undefined {
  const {kind, value, glued} = tokenAt(line, at)
  return kind === 'number' && !glued ? {value, end: at + 1} : undefined
}

/** Nothing behind the day is counted by it: "Friday 26 people", "the Friday 26%". */
function endsHere(line: Line, at: number): boolean {
  const {glued, lower, kind} = tokenAt(line, at)
  if (glued && (kind !== 'mark' || lower === '-' || lower === '/' || lower === ':')) return false
  return !(lower === '.' && tokenAt(line, at + 1).glued) && (ENDS.has(lower) || BEFORE_TIMES.has(lower))
}

const BEFORE_TIMES: ReadonlySet<string> = new Set(['at', 'around', 'from', 'between', 'before', 'after', 'by'])

/**
 * A day of a month, or a month of a year, by its number.
 *
 * ```text
 * on the 11th day of next month, the twenty-first day of October, in the third month of 2021
 *        ^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function numberedOf(line: Line, at: number): Match | undefined {
  const ordinal = readOrdinal(line, at)
  const unit = ordinal && lowerAt(line, ordinal.end)
  if (!ordinal || lowerAt(line, ordinal.end + 1) !== 'of') return undefined
  if (unit === 'day' && ordinal.value <= 31) return dayOfMonth(line, ordinal.end + 2, ordinal.value)
  return unit === 'month' && ordinal.value <= 12 ? monthOfYear(line, ordinal.end + 2, ordinal.value) : undefined
}

function dayOfMonth(line: Line, at: number, day: number): Match | undefined {
  const named = readMonth(line, at)
  if (named) return dayWithYear(line, named.end, named.month, day)
  const which = WHICH.get(lowerAt(line, at))
  return which !== undefined && lowerAt(line, at + 1) === 'month'
    ? {end: at + 2, meaning: {kind: 'month-day', day, which}}
    : undefined
}

function monthOfYear(line: Line, at: number, month: number): Match | undefined {
  const year = readYear(line, at)
  if (year) return {end: year.end, meaning: {kind: 'month', month, year: year.value}}
  const which = WHICH.get(lowerAt(line, at))
  return which !== undefined && lowerAt(line, at + 1) === 'year'
    ? {end: at + 2, meaning: {kind: 'month', month, yearOffset: which}}
    : undefined
}

const WHICH: ReadonlyMap<string, Which> = new Map([
  ['last', -1],
  ['this', 0],
  ['the', 0],
  ['next', 1]
])

/** "week 3 of 2027", "week 27 of last year": weeks as ISO 8601 numbers them. */
export function numberedWeek(line: Line, at: number): Match | undefined {
  const number = lowerAt(line, at) === 'week' ? numberAt(line, at + 1) : undefined
  if (!number || number.value < 1 || 53 < number.value) return undefined
  const yearAt = skip(line, number.end, 'of', ',')
  const year = readYear(line, yearAt)
  if (year) return {end: year.end, meaning: {kind: 'numbered-week', week: number.value, year: year.value}}
  const which = lowerAt(line, number.end) === 'of' ? WHICH.get(lowerAt(line, yearAt)) : undefined
  if (which !== undefined && lowerAt(line, yearAt + 1) === 'year')
    return {end: yearAt + 2, meaning: {kind: 'numbered-week', week: number.value, yearOffset: which}}
  const isAlone = lowerAt(line, at - 1) === 'the' && ENDS.has(lowerAt(line, number.end))
  return isAlone ? {end: number.end, meaning: {kind: 'numbered-week', week: number.value, yearOffset: 0}} : undefined
}
