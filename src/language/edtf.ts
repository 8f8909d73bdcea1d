import {dayNumber, isoDay, monthLength} from './calendar.ts'

/** The first and last day that something covers, `YYYY-MM-DD`, both inclusive. */
export interface DayBounds {
  readonly earliest: string
  readonly latest: string
}

/** What an open or unknown end of an interval is bounded by: they sort before and after every other day. */
export const FIRST_DAY = '0000-01-01'
export const LAST_DAY = '9999-12-31'

/**
 * The first and last day that an EDTF string (ISO 8601-2, levels 0 and 1) covers; undefined where it is not one.
 *
 *     2016-12                 2016-12-01 .. 2016-12-31
 *     199X                    1990-01-01 .. 1999-12-31
 *     2004-07-XX              2004-07-01 .. 2004-07-31
 *     2004-22                 2004-06-01 .. 2004-09-23   (summer)
 *     2016-04-04/2016-04-10   2016-04-04 .. 2016-04-10
 *     2019-03/..              2019-03-01 .. 9999-12-31
 *
 * `~`, `?` and `%` move no bound: the standard does not say how far "about" reaches, so whoever knows the words behind it
 * keeps bounds beside the string. Years outside 0000-9999 are not read. A time of day counts for its day.
 */
export function edtfBounds(edtf: string): DayBounds | undefined {
  const bounds = readBounds(edtf)
  return bounds && {earliest: isoDay(bounds.first), latest: isoDay(bounds.last)}
}

/** Two day numbers, both inclusive. */
export interface Days {
  readonly first: number
  readonly last: number
}

const WHOLE: Days = {first: dayNumber(0, 1, 1), last: dayNumber(9999, 12, 31)}

function readBounds(edtf: string): Days | undefined {
  const ends = edtf.split('/')
  if (ends.length === 1) return readDate(edtf)
  if (ends.length !== 2) return undefined
  const [start, end] = ends.map(readIntervalEnd)
  if (!start || !end || (start === WHOLE && end === WHOLE)) return undefined
  return start.first <= end.last ? {first: start.first, last: end.last} : undefined
}

/** `..` is open and nothing at all is unknown: neither bounds anything. */
function readIntervalEnd(end: string): Days | undefined {
  return end === '..' || end === '' ? WHOLE : readDate(end)
}

const DATE = /^(\d\d[\dX]{2})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/
const DAY_AND_TIME = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?$/

function readDate(edtf: string): Days | undefined {
  const [, year, month, day] = DATE.exec(DAY_AND_TIME.exec(edtf)?.[1] ?? edtf) ?? []
  if (year === undefined) return undefined
  if (year.includes('X')) return readYears(year, month, day)
  if (month === undefined) return daysOfYear(Number(year), Number(year))
  if (month === 'XX') return day === undefined || day === 'XX' ? daysOfYear(Number(year), Number(year)) : undefined
  return readMonth(Number(year), Number(month), day)
}

/** `199X` and `19XX`: digits go missing from the right, and then no month or day is known either. */
function readYears(year: string, month: string | undefined, day: string | undefined): Days | undefined {
  if (/X\d/.test(year) || (month ?? 'XX') !== 'XX' || (day ?? 'XX') !== 'XX') return undefined
  return daysOfYear(Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9')))
}

function readMonth(year: number, month: number, day: string | undefined): Days | undefined {
  if (21 <= month && month <= 24) return day === undefined ? withinWhole(seasonDays(year, month)) : undefined
  if (month < 1 || 12 < month) return undefined
  const length = monthLength(year, month)
  if (day === undefined || day === 'XX') return {first: dayNumber(year, month, 1), last: dayNumber(year, month, length)}
  const dayOfMonth = Number(day)
  if (dayOfMonth < 1 || length < dayOfMonth) return undefined
  const number = dayNumber(year, month, dayOfMonth)
  return {first: number, last: number}
}

function withinWhole({first, last}: Days): Days {
  return {first, last: Math.min(last, WHOLE.last)}
}

function daysOfYear(first: number, last: number): Days {
  return {first: dayNumber(first, 1, 1), last: dayNumber(last, 12, 31)}
}

/**
 * The days of a season by EDTF's number, 21 to 24: northern seasons, as wide as the two ways of counting them together: from the first of a month (weather services) to the
 * equinox or solstice (calendars). The winter of a year may be the one it begins with or the one it ends with: both count.
 */
export function seasonDays(year: number, season: number): Days {
  if (season === 21) return {first: dayNumber(year, 3, 1), last: dayNumber(year, 6, 21)}
  if (season === 22) return {first: dayNumber(year, 6, 1), last: dayNumber(year, 9, 23)}
  if (season === 23) return {first: dayNumber(year, 9, 1), last: dayNumber(year, 12, 21)}
  return {first: dayNumber(year, 1, 1), last: dayNumber(year + 1, 3, 20)}
}
