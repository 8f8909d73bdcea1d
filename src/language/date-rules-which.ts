import type {Match, Meaning, Which} from './date-meaning.ts'
import {APOSTROPHES, readHoliday, readMonth, readWeekday, skip} from './date-readers.ts'
import {calendarDate} from './date-rules-calendar.ts'
import {share} from './date-rules-years.ts'
import {type Line, lowerAt, tokenAt} from './date-tokens.ts'
import {DAY_PARTS, SEASON_NAMES, UNIT_NAMES, type Unit} from './date-words.ts'

/**
 * Read a date beside that of publication, by the word that points to it.
 *
 * ```text
 * last week, this month, next Tuesday, last November, last summer, last night, this past Friday
 * ^^^^^^^^^  ^^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^^^^^^  ^^^^^^^^^^^  ^^^^^^^^^^  ^^^^^^^^^^^^^^^^
 * ```
 */
export function whichOne(line: Line, at: number): Match | undefined {
  const thisPast =
    lowerAt(line, at) === 'this' && ['past', 'last', 'coming', 'upcoming'].includes(lowerAt(line, at + 1))
  const coming = thisPast && lowerAt(line, at + 1).endsWith('coming')
  const which = thisPast ? (coming ? 1 : -1) : WHICH_WORDS.get(lowerAt(line, at))
  if (which === undefined || isProgramme(line, at) || isToThisDay(line, at)) return undefined
  const nounAt = thisPast ? at + 2 : at + 1
  return whichUnit(line, nounAt, which) ?? whichNamed(line, nounAt, which)
}

const WHICH_WORDS: ReadonlyMap<string, Which> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1]
])

/** "To this day" is no day. */
function isToThisDay(line: Line, at: number): boolean {
  return lowerAt(line, at - 1) === 'to' && lowerAt(line, at + 1) === 'day'
}

/** “This Week” in marks and capitals is a programme. */
function isProgramme(line: Line, at: number): boolean {
  return (
    ['“', '"', '‘'].includes(lowerAt(line, at - 1)) &&
    tokenAt(line, at + 1).capital &&
    UNIT_NAMES.has(lowerAt(line, at + 1))
  )
}

function whichUnit(line: Line, at: number, which: Which): Match | undefined {
  const noun = lowerAt(line, at)
  if (lowerAt(line, at + 1) === 'year') {
    if (noun === 'calendar') return {end: at + 2, meaning: {kind: 'unit', unit: 'year', which}}
    if (noun === 'fiscal' || noun === 'financial') return {end: at + 2, meaning: {kind: 'which-fiscal-year', which}}
  }
  if (which <= 0 && DAY_PARTS.has(noun)) return {end: at + 1, meaning: timeOf({kind: 'day-offset', days: which}, noun)}
  const unit = UNIT_NAMES.get(noun)
  if (!unit || SHORT_UNITS.has(unit) || (unit === 'day' && which !== 0)) return undefined
  const closer =
    unit === 'year' ? shareOfWhich(line, at + 1, which) : unit === 'week' ? weekdayIn(line, at + 1, which) : undefined
  return closer ?? {end: at + 1, meaning: {kind: 'unit', unit, which}}
}

/** "next year's first quarter", from the apostrophe on. */
function shareOfWhich(line: Line, at: number, which: Which): Match | undefined {
  const owned = APOSTROPHES.has(lowerAt(line, at)) && lowerAt(line, at + 1) === 's' ? share(line, at + 2) : undefined
  return owned?.meaning.kind === 'share' && owned.meaning.year === undefined
    ? {end: owned.end, meaning: {...owned.meaning, which}}
    : undefined
}

/** "next week on Tuesday", "next week Wednesday", from behind the week on. */
function weekdayIn(line: Line, at: number, which: Which): Match | undefined {
  const weekday = readWeekday(line, skip(line, at, 'on'), true)
  return weekday && {end: weekday.end, meaning: {kind: 'weekday-in', weekday: weekday.weekday, of: week(which)}}
}

function week(which: Which): Meaning {
  return {kind: 'unit', unit: 'week', which}
}

/** Units that no day is counted by. */
export const SHORT_UNITS: ReadonlySet<Unit> = new Set(['second', 'minute', 'hour'])

function whichNamed(line: Line, at: number, which: Which): Match | undefined {
  const weekday = readWeekday(line, at, lowerAt(line, at + 1) === '.')
  if (weekday && lowerAt(line, at - 1).endsWith('coming'))
    return {end: weekday.end, meaning: {kind: 'weekday', weekday: weekday.weekday, coming: true}}
  if (weekday) return {end: weekday.end, meaning: {kind: 'weekday', weekday: weekday.weekday, which}}
  const month = readMonth(line, at)
  if (month) return whichMonth(line, at, which, month)
  const season = SEASON_NAMES.get(lowerAt(line, at))
  if (season) return {end: at + 1, meaning: {kind: 'season', season, which}}
  const holiday = readHoliday(line, at)
  return holiday && {end: holiday.end, meaning: {kind: 'holiday', name: holiday.name, which}}
}

/** "last March 3" keeps its day; its direction is the day's own. */
function whichMonth(
  line: Line,
  at: number,
  which: Which,
  {month, end}: {month: number; end: number}
): Match | undefined {
  const dated = calendarDate(line, at)
  if (dated?.meaning.kind === 'day') return dated
  return {end, meaning: {kind: 'month', month, which}}
}

/** A time of that day. */
export function timeOf(of: Meaning, clock: string): Meaning {
  return {kind: 'time', clock, of}
}
