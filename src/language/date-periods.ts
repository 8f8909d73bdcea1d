import {civilDay, dayNumber, isoDay, isoMonth, isoYear, modulo, monthLength, weekdayOf} from './calendar.ts'
import type {PartName, Unit} from './date-words.ts'
import {edtfBounds, seasonDays} from './edtf.ts'

/** A stretch of whole days with the EDTF string that names it. Days are day numbers, both inclusive. */
export interface Period {
  readonly first: number
  readonly last: number
  readonly edtf: string
  /** How fine the words are, for what is counted from it. */
  readonly unit: 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'century'
}

export function dayPeriod(day: number): Period {
  return {first: day, last: day, edtf: isoDay(day), unit: 'day'}
}

/** A month; months outside 1-12 run on into other years. */
export function monthPeriod(year: number, month: number): Period {
  const first = dayNumber(year, month, 1)
  const civil = civilDay(first)
  return {first, last: dayNumber(year, month + 1, 1) - 1, edtf: isoMonth(civil.year, civil.month), unit: 'month'}
}

export function yearPeriod(year: number): Period {
  return {first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), edtf: isoYear(year), unit: 'year'}
}

/** The decade that holds the year. */
export function decadePeriod(year: number): Period {
  const first = Math.floor(year / 10) * 10
  const edtf = `${isoYear(first).slice(0, 3)}X`
  return {first: dayNumber(first, 1, 1), last: dayNumber(first + 9, 12, 31), edtf, unit: 'decade'}
}

/** The century that holds the year, as the press counts: the 20th is 1900-1999. */
export function centuryPeriod(year: number): Period {
  const first = Math.floor(year / 100) * 100
  const edtf = `${isoYear(first).slice(0, 2)}XX`
  return {first: dayNumber(first, 1, 1), last: dayNumber(first + 99, 12, 31), edtf, unit: 'century'}
}

/** Monday to Sunday around the day. EDTF level 1 has no weeks, so it is an interval. */
export function weekPeriod(day: number): Period {
  const monday = day - weekdayOf(day) + 1
  return {...daysPeriod(monday, monday + 6), unit: 'week'}
}

/** Saturday and Sunday of the day's week. */
export function weekendPeriod(day: number): Period {
  const sunday = day - weekdayOf(day) + 7
  return daysPeriod(sunday - 1, sunday)
}

/** From one day to another, both inclusive. */
export function daysPeriod(first: number, last: number): Period {
  return first === last ? dayPeriod(first) : {first, last, edtf: `${isoDay(first)}/${isoDay(last)}`, unit: 'week'}
}

/** A season of a year by EDTF's number, bounded as `edtfBounds` bounds it. */
export function seasonPeriod(year: number, season: number): Period {
  return {...seasonDays(year, season), edtf: `${isoYear(year)}-${season}`, unit: 'season'}
}

/** A quarter (of four parts) or half (of two) of a year, from 1. EDTF level 1 has neither, so it is an interval of months. */
export function sharePeriod(year: number, parts: number, index: number): Period {
  const length = 12 / parts
  const from = monthPeriod(year, (index - 1) * length + 1)
  return {...joinPeriods(from, monthPeriod(year, index * length)), unit: 'season'}
}

/** From the start of one period to the end of another. */
export function joinPeriods(from: Period, to: Period): Period {
  const edtf = `${startEdtf(from)}/${endEdtf(to)}`
  const [start, end] = edtf.split('/')
  return {first: from.first, last: to.last, edtf: start === end ? start! : edtf, unit: to.unit}
}

/** An interval's ends are plain dates: a decade begins with its first year. */
function startEdtf({edtf, first}: Period): string {
  return edtf.includes('-XX') ? isoDay(first) : edtf.split('/')[0]!.replaceAll('X', '0')
}

function endEdtf({edtf, last}: Period): string {
  return edtf.includes('-XX') ? isoDay(last) : edtf.split('/').at(-1)!.replaceAll('X', '9')
}

/** Read an EDTF string as a period; undefined where it is not one. */
export function readPeriod(edtf: string): Period | undefined {
  const bounds = edtfBounds(edtf)
  if (!bounds) return undefined
  const first = dayOf(bounds.earliest)
  const last = dayOf(bounds.latest)
  return {first, last, edtf, unit: last === first ? 'day' : last - first < 31 ? 'month' : 'year'}
}

/** So many units after the day (before it, where the count is negative), as fine as the unit. */
export function shiftPeriod(day: number, count: number, unit: Unit): Period {
  const {year, month} = civilDay(day)
  switch (unit) {
    case 'year':
      return yearPeriod(year + Math.round(count))
    case 'decade':
      return about(yearPeriod(year + 10 * count), 2 * Math.abs(count))
    case 'century':
      return about(yearPeriod(year + 100 * count), 20 * Math.abs(count))
    case 'month':
      return monthPeriod(year, month + Math.round(count))
    case 'quarter':
      return monthPeriod(year, month + 3 * count)
    case 'week':
      return weekPeriod(day + 7 * count)
    case 'fortnight':
      return weekPeriod(day + 14 * count)
    case 'weekend':
      return weekendPeriod(day + 7 * count)
    case 'day':
      return dayPeriod(day + Math.round(count))
    default:
      return dayPeriod(day + Math.round((count * SECONDS[unit]) / 86_400))
  }
}

const SECONDS = {hour: 3600, minute: 60, second: 1}

/** The unit's stretch that holds the day, so many units later. */
export function unitPeriod(day: number, count: number, unit: Unit): Period {
  const {year, month} = civilDay(day)
  if (unit === 'decade') return decadePeriod(year + 10 * count)
  if (unit === 'century') return centuryPeriod(year + 100 * count)
  if (unit !== 'quarter') return shiftPeriod(day, count, unit)
  const quarters = year * 4 + Math.floor((month - 1) / 3) + count
  return sharePeriod(Math.floor(quarters / 4), 4, modulo(quarters, 4) + 1)
}

/** The period as an approximate one, with so many years of room on either side. */
function about(period: Period, years: number): Period {
  const {first, last, edtf} = period
  const from = civilDay(first)
  const to = civilDay(last)
  return {
    ...period,
    first: dayNumber(from.year - years, from.month, from.day),
    last: dayNumber(to.year + years, to.month, to.day),
    edtf: approximate(edtf)
  }
}

/** Marked with `~` at both ends. */
export function approximate(edtf: string): string {
  return edtf
    .split('/')
    .map(end => (end.endsWith('~') || end.includes('X') ? end : `${end}~`))
    .join('/')
}

/** The finest EDTF string of a day, month, year or interval of months that covers the days. */
export function coveringPeriod(first: number, last: number, unit: Period['unit']): Period {
  const from = civilDay(first)
  const to = civilDay(last)
  if (first === last) return dayPeriod(first)
  if (from.year !== to.year) {
    const whole = joinPeriods(monthPeriod(from.year, from.month), monthPeriod(to.year, to.month))
    return {first, last, edtf: whole.edtf, unit}
  }
  const edtf = from.month === to.month ? isoMonth(from.year, from.month) : isoYear(from.year)
  return {first, last, edtf, unit}
}

/**
 * The early, middle or late part of a period.
 *
 * EDTF level 1 cannot say "late", so a year or month stands as approximate and the bounds say which part is meant: four
 * months of a year, ten days of a month, half of a decade, thirds of anything else.
 */
export function partPeriod(period: Period, part: PartName): Period {
  const {year, month} = civilDay(period.first)
  if (period.unit === 'decade') return decadePart(year, part)
  const edtf = period.unit === 'week' ? undefined : approximate(period.edtf)
  const {first, last} =
    period.unit === 'year'
      ? monthsOf(year, part)
      : period.unit === 'month'
        ? daysOfMonth(year, month, part)
        : thirdOf(period, part)
  return {...daysPeriod(first, last), ...(edtf && {edtf}), unit: period.unit}
}

/** "Early" and "late" share the middle: 1990-1994, 1994-1996, 1995-1999. */
function decadePart(year: number, part: PartName): Period {
  const [from, to] = {early: [0, 4], mid: [4, 6], late: [5, 9]}[part] as [number, number]
  const start = part === 'early' ? isoYear(year) : `${isoYear(year + from)}~`
  const end = part === 'late' ? isoYear(year + to) : `${isoYear(year + to)}~`
  const first = dayNumber(year + from, 1, 1)
  return {first, last: dayNumber(year + to, 12, 31), edtf: `${start}/${end}`, unit: 'decade'}
}

function monthsOf(year: number, part: PartName): {first: number; last: number} {
  const start = {early: 1, mid: 5, late: 9}[part]
  return {first: dayNumber(year, start, 1), last: dayNumber(year, start + 4, 1) - 1}
}

function daysOfMonth(year: number, month: number, part: PartName): {first: number; last: number} {
  const start = {early: 1, mid: 11, late: 21}[part]
  const end = part === 'late' ? monthLength(year, month) : start + 9
  return {first: dayNumber(year, month, start), last: dayNumber(year, month, end)}
}

function thirdOf({first, last}: Period, part: PartName): {first: number; last: number} {
  const third = Math.floor((last - first + 1) / 3)
  if (part === 'early') return {first, last: first + third}
  if (part === 'late') return {first: last - third, last}
  return {first: first + third, last: last - third}
}

/** The number of a `YYYY-MM-DD` day. */
function dayOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number)
  return dayNumber(year!, month!, day!)
}
