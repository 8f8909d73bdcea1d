import type {Match, Meaning} from './date-meaning.ts'
import {readYear, skip} from './date-readers.ts'
import {dayMonth, monthDay, spelledDayMonth} from './date-rules-days.ts'
import {centuries} from './date-rules-eras.ts'
import {figureRange} from './date-rules-month-figures.ts'
import {oneDate, partOf} from './date-rules-parts.ts'
import {plainDate, withDayPart} from './date-rules-times.ts'
import {readNextYear} from './date-rules-years.ts'
import {type Line, lowerAt, readOrdinal, tokenAt} from './date-tokens.ts'

/**
 * From one date to another.
 *
 * ```text
 * from 1996 until 2001, between March and December, March 3-5, 2014–2018, the 1980s and early 1990s
 * ^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^  ^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function range(line: Line, at: number): Match | undefined {
  return (
    openedFigures(line, at) ?? centuries(line, at) ?? dayRange(line, at) ?? openedRange(line, at) ?? bareRange(line, at)
  )
}

/** "from 10/1-11/7", "10/1-11/7". */
function openedFigures(line: Line, at: number): Match | undefined {
  const opener = lowerAt(line, at)
  return figureRange(line, opener === 'from' || opener === 'between' ? at + 1 : at)
}

/** Words that open a range, with the words that may stand between its ends. */
const RANGE_OPENERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['from', ['to', 'until', 'till', 'through', '-', '–', '—', '~']],
  ['between', ['and', '-', '–', '~']]
])
const BARE_JOINTS: readonly string[] = ['to', 'until', 'till', 'through', 'thru', '-', '–', '—', '~']

function openedRange(line: Line, at: number): Match | undefined {
  const joints = RANGE_OPENERS.get(lowerAt(line, at))
  const from = joints && rangeEnd(line, at + 1)
  if (!from || !joints.includes(lowerAt(line, from.end))) return undefined
  const to = gluedYear(line, from) ?? rangeEnd(line, from.end + 1)
  return to && rangeOf(from.meaning, to)
}

function bareRange(line: Line, at: number): Match | undefined {
  const from = oneDate(line, at)
  if (!from || !RANGED.has(from.meaning.kind)) return undefined
  const joint = lowerAt(line, from.end)
  if (joint === 'and') return decadesTogether(line, from)
  if (joint === '/') return shortYearRange(line, from)
  if (!BARE_JOINTS.includes(joint)) return undefined
  const to = gluedYear(line, from) ?? rangeEnd(line, from.end + 1)
  if (to && areRangeEnds(from.meaning, to.meaning)) return rangeOf(from.meaning, to)
  return shortYearRange(line, from)
}

/** "2013-2016": the second year of a range, glued to the first. */
function gluedYear(line: Line, {meaning, end}: Match): Match | undefined {
  const year = meaning.kind === 'year' ? readYear(line, end + 1, true) : undefined
  if (meaning.kind !== 'year' || !year || year.value <= meaning.year) return undefined
  return goesOn(line, year.end) ? undefined : {end: year.end, meaning: {kind: 'year', year: year.value}}
}

/** Whether what stands at `at` is still of the number before it. */
function goesOn(line: Line, at: number): boolean {
  const after = tokenAt(line, at)
  const isPointed = after.lower === '.' && tokenAt(line, at + 1).glued
  return after.glued && (after.kind !== 'mark' || ['-', '/', '%', ':'].includes(after.lower) || isPointed)
}

/** Ends are of one kind, or each has its year: "c. 1822 – May 6, 1891", "2013 – present". */
function areRangeEnds(from: Meaning, to: Meaning): boolean {
  if (from.kind === to.kind) return from.kind !== 'weekday'
  if (to.kind === 'day-offset') return from.kind === 'year' && to.days === 0
  return 'year' in from && 'year' in to && (to.kind === 'day' || to.kind === 'month' || to.kind === 'year')
}

const RANGED: ReadonlySet<Meaning['kind']> = new Set(['day', 'month', 'year', 'decade', 'part', 'share', 'weekday'])

/** "the 1980s and early 1990s": decades that touch are one stretch of time. */
function decadesTogether(line: Line, from: Match): Match | undefined {
  const first = from.meaning.kind === 'part' && from.meaning.part === 'late' ? from.meaning.of : from.meaning
  const to = first.kind === 'decade' ? rangeEnd(line, from.end + 1) : undefined
  if (first.kind !== 'decade' || !to) return undefined
  const second = to.meaning.kind === 'part' && to.meaning.part === 'early' ? to.meaning.of : to.meaning
  return second.kind === 'decade' && second.year === first.year + 10 ? rangeOf(from.meaning, to) : undefined
}

/** "2014-15", "1990 – 94"; with a stroke ("the 2018/19 season") the second number is the year after the first. */
function shortYearRange(line: Line, {meaning, end}: Match): Match | undefined {
  if (meaning.kind !== 'year') return undefined
  const next = readNextYear(line, end + 1, meaning.year)
  if (next) return {end: next, meaning: {kind: 'range', from: meaning, to: {kind: 'year', year: meaning.year + 1}}}
  const {kind, value, start, end: digitsEnd, glued} = tokenAt(line, end + 1)
  const isYear = kind === 'number' && digitsEnd - start === 2 && meaning.year % 100 < value
  const isJoined = ['-', '–'].includes(lowerAt(line, end)) && glued === tokenAt(line, end).glued
  if (!isYear || !isJoined || goesOn(line, end + 2)) return undefined
  const to = meaning.year - (meaning.year % 100) + value
  return {end: end + 2, meaning: {kind: 'range', from: meaning, to: {kind: 'year', year: to}}}
}

function rangeEnd(line: Line, at: number): Match | undefined {
  if (['now', 'present'].includes(lowerAt(line, at))) return {end: at + 1, meaning: {kind: 'day-offset', days: 0}}
  const start = skip(line, at, 'the')
  const dated =
    withDayPart(line, plainDate(line, at)) ?? partOf(line, at) ?? partOf(line, start) ?? plainDate(line, start)
  if (dated && !NO_END.has(dated.meaning.kind)) return dated
  const year = readYear(line, at)
  return year && {end: year.end, meaning: {kind: 'year', year: year.value}}
}

const NO_END: ReadonlySet<Meaning['kind']> = new Set(['event', 'duration', 'set', 'recent', 'past', 'range'])

/** A range; where only its second end has a year, the first end is of the same, or of the one before ("Oct-Feb 2012"). */
function rangeOf(from: Meaning, {meaning: to, end}: Match): Match {
  const needsYear =
    (from.kind === 'day' || from.kind === 'month') && !('year' in from || 'yearOffset' in from || 'which' in from)
  const year = (to.kind === 'day' || to.kind === 'month') && to.year
  if (!needsYear || !year || !('month' in from)) return {end, meaning: {kind: 'range', from, to}}
  const isYearBefore = to.month < from.month
  return {end, meaning: {kind: 'range', from: {...from, year: isYearBefore ? year - 1 : year}, to}}
}

/**
 * Two days of one month.
 *
 * ```text
 * March 3-5, April 24 and 25, May 20 to 22, 2011, 5–6 September 2019, from 3 to 5 March, between the 3rd and the 5th of May
 * ^^^^^^^^^  ^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^
 * ```
 */
function dayRange(line: Line, at: number): Match | undefined {
  const joints = RANGE_OPENERS.get(lowerAt(line, at)) ?? BARE_JOINTS
  const start = joints === BARE_JOINTS ? at : at + 1
  return monthFirstRange(line, start, joints) ?? dayFirstRange(line, start, joints)
}

function monthFirstRange(line: Line, at: number, joints: readonly string[]): Match | undefined {
  const from = monthDay(line, at)
  if (from?.meaning.kind !== 'day' || from.meaning.year !== undefined) return undefined
  const joint = lowerAt(line, from.end)
  if (!joints.includes(joint) && joint !== 'and') return undefined
  const {month} = from.meaning
  const dayAt = skip(line, from.end + 1, 'the')
  const day = readOrdinal(line, dayAt) ?? plainDay(line, dayAt)
  if (!day || day.value <= from.meaning.day || 31 < day.value) return undefined
  if (!joints.includes(joint) && day.value !== from.meaning.day + 1) return undefined
  const year = readYear(line, skip(line, day.end, ','))
  const dated = year && {year: year.value}
  return {
    end: year?.end ?? day.end,
    meaning: {kind: 'range', from: {...from.meaning, ...dated}, to: {kind: 'day', month, day: day.value, ...dated}}
  }
}

function dayFirstRange(line: Line, at: number, joints: readonly string[]): Match | undefined {
  const day = readOrdinal(line, at) ?? plainDay(line, at)
  const joint = day && lowerAt(line, day.end)
  if (!joint || !(joints.includes(joint) || joint === 'and')) return undefined
  const toAt = skip(line, day.end + 1, 'the')
  const to = dayMonth(line, toAt) ?? spelledDayMonth(line, toAt)
  if (to?.meaning.kind !== 'day' || to.meaning.day <= day.value || day.value < 1) return undefined
  if (!joints.includes(joint) && to.meaning.day !== day.value + 1) return undefined
  return {end: to.end, meaning: {kind: 'range', from: {...to.meaning, day: day.value}, to: to.meaning}}
}

function plainDay(line: Line, at: number): {value: number; end: number} | undefined {
  const {kind, value, start, end} = tokenAt(line, at)
  const after = tokenAt(line, at + 1)
  const goesOn = after.glued && (after.kind !== 'mark' || after.lower === '%' || after.lower === ':')
  return kind === 'number' && end - start <= 2 && !goesOn ? {value, end: at + 1} : undefined
}
