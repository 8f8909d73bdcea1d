import type {Match, Meaning, MeaningOf} from './date-meaning.ts'
import {skip} from './date-readers.ts'
import {calendarDate} from './date-rules-calendar.ts'
import {type Clock, readClock, readHour} from './date-rules-clock.ts'
import {ENDS, readBareRange, readClockBehind, readClockRange} from './date-rules-clock-ranges.ts'
import {relativeDate} from './date-rules-relative.ts'
import {type Line, lowerAt, readCardinal, tokenAt} from './date-tokens.ts'
import {DAY_PARTS, PART_NAMES} from './date-words.ts'

/** Read a date without its time of day, neither a part of a longer one nor a range. */
export function plainDate(line: Line, at: number): Match | undefined {
  return relativeDate(line, at) ?? calendarDate(line, at)
}

/**
 * A day with its time.
 *
 * ```text
 * at 9 a.m. EST on Tuesday, on Tuesday at 3 p.m., the night of June 7, early Tuesday
 *    ^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^
 * ```
 */
export function timed(line: Line, at: number): Match | undefined {
  const clock = readClockRange(line, at) ?? readClock(line, at)
  if (clock) return clockThenDay(line, clock)
  return (
    hourThenDay(line, at) ??
    partOfDayOf(line, at) ??
    bareDayPart(line, at) ??
    partOfDayPart(line, at) ??
    movedHour(line, at)
  )
}

function clockThenDay(line: Line, {clock, end}: Clock): Match {
  const day = withDayPart(line, plainDate(line, skip(line, pastBrackets(line, end), ',', 'on', 'of')))
  const of = day && dayOf(day.meaning)
  if (!of) return {end, meaning: {kind: 'time', clock}}
  const part = day.meaning.kind === 'time' ? day.meaning.clock : ''
  return {end: day.end, meaning: {kind: 'time', clock: clockIn(part, clock), of}}
}

/** The time with its half of the day, where only the part of the day tells it: "tonight at 8" is 8 pm. */
function clockIn(part: string, clock: string): string {
  const half = part === 'morning' ? 'am' : 'pm'
  if (!BARE_PARTS.has(part)) return clock
  const isBare = (time: string) => /^\d\d?(:\d\d)?( o'clock)?$/.test(time)
  return clock
    .split(' to ')
    .map(time => (isBare(time) ? `${time.replace(" o'clock", '')} ${half}` : time))
    .join(' to ')
}

/** The day of a meaning: "3 p.m. yesterday", "6 a.m. this morning". */
function dayOf(meaning: Meaning): Meaning | undefined {
  if (meaning.kind === 'time') return DAY_PARTS.has(meaning.clock) ? meaning.of : undefined
  return DAY_KINDS.has(meaning.kind) ? meaning : undefined
}

/** "at 8 tonight", "at 10 on Tuesday", "between 7 and 9 last night". */
function hourThenDay(line: Line, at: number): Match | undefined {
  const hour = lowerAt(line, at - 1) === 'at' ? readHour(line, at) : readBareRange(line, at)
  const timedDay = hour && clockThenDay(line, hour)
  return timedDay?.meaning.kind === 'time' && timedDay.meaning.of ? timedDay : undefined
}

/** "in the morning", "during the night": a time of a day that the words do not name, from the article on. */
function bareDayPart(line: Line, at: number): Match | undefined {
  const isPart = lowerAt(line, at) === 'the' && BARE_PARTS.has(lowerAt(line, at + 1))
  const isPlaced = ['in', 'during', 'into', 'through'].includes(lowerAt(line, at - 1))
  return isPart && isPlaced ? {end: at + 2, meaning: {kind: 'time', clock: lowerAt(line, at + 1)}} : undefined
}

/** "in the early morning", "late afternoon", "later in the evening". */
function partOfDayPart(line: Line, at: number): Match | undefined {
  const word = lowerAt(line, at)
  if (!['early', 'late', 'earlier', 'later'].includes(word)) return undefined
  const partAt = skip(line, at + 1, 'in', 'the')
  const clock = lowerAt(line, partAt)
  // "Earlier evening" is no phrase, and "late night talk show" names a show.
  const isPlaced = partAt !== at + 1 || ((word === 'early' || word === 'late') && ENDS.has(lowerAt(line, partAt + 1)))
  return BARE_PARTS.has(clock) && isPlaced ? {end: partAt + 1, meaning: {kind: 'time', clock}} : undefined
}

/**
 * A number alone is a time where a time is moved to it.
 *
 * ```text
 * The clerk moved the 9 a.m. hearing to 11.
 *                                       ^^
 * ```
 */
function movedHour(line: Line, at: number): Match | undefined {
  if (lowerAt(line, at - 1) !== 'to') return undefined
  const hour = readCardinal(line, at)
  if (!hour || 24 < hour.value || !ENDS.has(lowerAt(line, hour.end)) || tokenAt(line, hour.end + 1).glued)
    return undefined
  const isTimeMoved = line.slice(Math.max(0, at - MOVED_REACH), at - 1).some((_, index, before) => {
    const from = at - 1 - before.length + index
    return MOVING_VERBS.has(lowerAt(line, from)) && hasClock(line, from + 1, at - 1)
  })
  return isTimeMoved ? {end: hour.end, meaning: {kind: 'time', clock: String(hour.value)}} : undefined
}

/** How many tokens before a time the verb that moves it may stand. */
const MOVED_REACH = 12

const MOVING_VERBS: ReadonlySet<string> = new Set(
  ['change', 'move', 'shift', 'reschedule', 'postpone', 'push', 'bring'].flatMap(verb => [
    verb,
    `${verb}s`,
    verb.endsWith('e') ? `${verb}d` : `${verb}ed`
  ])
)

function hasClock(line: Line, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (readClock(line, at)) return true
  return false
}

const BARE_PARTS: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening', 'night'])

/** Past the same time in another zone: "7:20 a.m. (0420 GMT) Sunday". */
function pastBrackets(line: Line, at: number): number {
  const inside = lowerAt(line, at) === '(' ? readClock(line, at + 1) : undefined
  return inside && lowerAt(line, inside.end) === ')' ? inside.end + 1 : at
}

export const DAY_KINDS: ReadonlySet<Meaning['kind']> = new Set([
  'day',
  'weekday',
  'day-offset',
  'holiday',
  'weekday-in',
  'weekday-of',
  'month-day'
])

/** "the night of Sunday, June 7", "on the morning of September 11". */
function partOfDayOf(line: Line, at: number): Match | undefined {
  const start = skip(line, at, 'the')
  const clock = lowerAt(line, start)
  if (!DAY_PARTS.has(clock) || lowerAt(line, start + 1) !== 'of') return undefined
  const day = plainDate(line, start + 2)
  return day && DAY_KINDS.has(day.meaning.kind)
    ? {end: day.end, meaning: {kind: 'time', clock, of: day.meaning}}
    : undefined
}

/** "Tuesday night", "Tuesday in the afternoon", "March 3 at noon", "tomorrow at 8": a day and the time behind it. */
export function withDayPart(line: Line, day: Match | undefined): Match | undefined {
  if (!day) return day
  if (day.meaning.kind === 'time') return withClockOfPart(line, day.end, day.meaning)
  if (!DAY_KINDS.has(day.meaning.kind)) return day
  const of = day.meaning
  const partAt = partBehind(line, day.end)
  const part = lowerAt(line, partAt)
  if (DAY_PARTS.has(part)) return withClockOfPart(line, partAt + 1, {kind: 'time', clock: part, of})
  const clock = readClockBehind(line, day.end)
  return clock ? {end: clock.end, meaning: {kind: 'time', clock: clock.clock, of}} : day
}

/** "Tuesday early morning", "Tuesday in the morning". */
function partBehind(line: Line, at: number): number {
  if (PART_NAMES.has(lowerAt(line, at))) return at + 1
  return lowerAt(line, at) === 'in' && lowerAt(line, at + 1) === 'the' ? at + 2 : at
}

/** "tonight at 8", "Monday morning at 9": the time is closer than the part of the day, and has its half from it. */
function withClockOfPart(line: Line, end: number, part: MeaningOf<'time'>): Match {
  const clock = DAY_PARTS.has(part.clock) ? readClockBehind(line, end) : undefined
  if (!clock) return {end, meaning: part}
  return {
    end: clock.end,
    meaning: {kind: 'time', clock: clockIn(part.clock, clock.clock), ...(part.of && {of: part.of})}
  }
}
