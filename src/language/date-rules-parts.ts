import type {Match, Meaning} from './date-meaning.ts'
import {readWeekday, readYear, skip} from './date-readers.ts'
import {calendarDate} from './date-rules-calendar.ts'
import {relativeDate} from './date-rules-relative.ts'
import {DAY_KINDS, plainDate, timed, withDayPart} from './date-rules-times.ts'
import {type Line, lowerAt, readCardinal, readOrdinal, tokenAt} from './date-tokens.ts'
import {PART_NAMES, PART_NOUNS, type PartName, PLURAL_UNIT_NAMES} from './date-words.ts'

/** Read a date with its time of day, or a part of one, but no range. */
export function oneDate(line: Line, at: number): Match | undefined {
  return timed(line, at) ?? partOf(line, at) ?? withDayPart(line, plainDate(line, at))
}

/**
 * A stretch of a longer time.
 *
 * ```text
 * late 2001, mid-March, the end of last year, earlier this week, later that day, the first week of March
 * ^^^^^^^^^  ^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function partOf(line: Line, at: number): Match | undefined {
  return (
    earlyOrLate(line, at) ??
    endOf(line, at) ??
    earlierOrLater(line, at) ??
    weekOf(line, at) ??
    weekdayOf(line, at) ??
    spanOf(line, at)
  )
}

function earlyOrLate(line: Line, at: number): Match | undefined {
  const part = PART_NAMES.get(lowerAt(line, at))
  if (!part || lowerAt(line, at) === 'middle') return undefined
  const of = partedDate(line, skip(line, at + 1, '-', 'in', 'the'))
  return of && partMeaning(part, of)
}

function endOf(line: Line, at: number): Match | undefined {
  const start = skip(line, at, 'the')
  const part = PART_NOUNS.get(lowerAt(line, start))
  if (!part || lowerAt(line, start + 1) !== 'of') return undefined
  const unitAt = skip(line, start + 2, 'the')
  const whole = WHOLE_UNITS.get(lowerAt(line, unitAt))
  if (whole && tokenAt(line, unitAt + 1).kind !== 'number')
    return {end: unitAt + 1, meaning: {kind: 'part', part, of: {kind: 'unit', unit: whole, which: 0}}}
  const of = partedDate(line, skip(line, start + 2, 'the'))
  return of && partMeaning(part, of)
}

const WHOLE_UNITS: ReadonlyMap<string, 'week' | 'month' | 'year' | 'decade' | 'century'> = new Map([
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century']
])

/** "early Tuesday" is a time of that day; "early Tuesday morning" has its time already. */
function partMeaning(part: PartName, of: Match): Match {
  if (of.meaning.kind === 'time') return of
  if (DAY_KINDS.has(of.meaning.kind)) return {end: of.end, meaning: {kind: 'time', clock: part, of: of.meaning}}
  return {end: of.end, meaning: {kind: 'part', part, of: of.meaning}}
}

function partedDate(line: Line, at: number): Match | undefined {
  const of = withDayPart(line, plainDate(line, at))
  if (of) return PARTED.has(of.meaning.kind) ? of : undefined
  const year = readYear(line, at)
  return year && {end: year.end, meaning: {kind: 'year', year: year.value}}
}

const PARTED: ReadonlySet<Meaning['kind']> = new Set([
  'day',
  'month',
  'year',
  'decade',
  'century',
  'season',
  'share',
  'fiscal-year',
  'weekday',
  'day-offset',
  'unit',
  'that',
  'time'
])

function earlierOrLater(line: Line, at: number): Match | undefined {
  const side = lowerAt(line, at)
  if (side !== 'earlier' && side !== 'later') return undefined
  const of = relativeDate(line, skip(line, at + 1, 'in')) ?? wholeUnit(line, at + 1) ?? monthAfter(line, at + 1)
  if (!of || !SIDED.has(of.meaning.kind)) return undefined
  return {end: of.end, meaning: {kind: 'side', side, of: of.meaning}}
}

const SIDED: ReadonlySet<Meaning['kind']> = new Set(['unit', 'that', 'day-offset', 'weekday', 'month', 'day', 'time'])

/** "earlier in the week", "later in the year", from "in" on. */
function wholeUnit(line: Line, at: number): Match | undefined {
  const unit = lowerAt(line, at) === 'in' && lowerAt(line, at + 1) === 'the' && WHOLE_UNITS.get(lowerAt(line, at + 2))
  return unit ? {end: at + 3, meaning: {kind: 'unit', unit, which: 0}} : undefined
}

/** "earlier in March", "later on Tuesday". */
function monthAfter(line: Line, at: number): Match | undefined {
  return ['in', 'on'].includes(lowerAt(line, at)) ? calendarDate(line, at + 1) : undefined
}

function weekOf(line: Line, at: number): Match | undefined {
  const start = skip(line, at, 'the')
  const ordinal = lowerAt(line, start) === 'last' ? {value: -1, end: start + 1} : readOrdinal(line, start)
  const named = ordinal && ordinal.value <= 5 && ['week', 'weeks'].includes(lowerAt(line, ordinal.end))
  if (!named || lowerAt(line, ordinal.end + 1) !== 'of') return undefined
  const of = plainDate(line, skip(line, ordinal.end + 2, 'the'))
  return of && (of.meaning.kind === 'month' || of.meaning.kind === 'year' || of.meaning.kind === 'unit')
    ? {end: of.end, meaning: {kind: 'week-of', index: ordinal.value, of: of.meaning}}
    : undefined
}

/**
 * ```text
 * the first Monday of next month, the last Friday in May, the second Tuesday of November 2016
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function weekdayOf(line: Line, at: number): Match | undefined {
  const start = skip(line, at, 'the')
  const ordinal = lowerAt(line, start) === 'last' ? {value: -1, end: start + 1} : readOrdinal(line, start)
  const weekday = ordinal && ordinal.value <= 5 ? readWeekday(line, ordinal.end, false) : undefined
  if (!weekday || !['of', 'in'].includes(lowerAt(line, weekday.end))) return undefined
  const of = plainDate(line, skip(line, weekday.end + 1, 'the'))
  const isMonth = of && (of.meaning.kind === 'month' || ('unit' in of.meaning && of.meaning.unit === 'month'))
  return isMonth
    ? {end: of.end, meaning: {kind: 'weekday-of', index: ordinal!.value, weekday: weekday.weekday, of: of.meaning}}
    : undefined
}

/**
 * ```text
 * the first two weeks of May, the last six months of 2010, the first 100 days of this year
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function spanOf(line: Line, at: number): Match | undefined {
  const start = skip(line, at, 'the')
  const edge = lowerAt(line, start)
  if (edge !== 'first' && edge !== 'last') return undefined
  const count = readCardinal(line, start + 1)
  const unit = count && PLURAL_UNIT_NAMES.get(lowerAt(line, count.end))
  if (!unit || lowerAt(line, count.end + 1) !== 'of') return undefined
  const of = plainDate(line, skip(line, count.end + 2, 'the'))
  return of && SPANNED.has(of.meaning.kind)
    ? {end: of.end, meaning: {kind: 'span-of', edge, count: count.value, unit, of: of.meaning}}
    : undefined
}

const SPANNED: ReadonlySet<Meaning['kind']> = new Set(['month', 'year', 'unit', 'decade', 'century', 'season'])
