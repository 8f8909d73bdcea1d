import {skip} from './date-readers.ts'
import {type Clock, readClock, readHour} from './date-rules-clock.ts'
import {type Line, lowerAt, tokenAt} from './date-tokens.ts'

/**
 * From one time of a day to another; one of the two is said in full, and the other takes its half of the day from it.
 *
 * ```text
 * open from 9 to 5 p.m., between 3pm and 4pm, 10-11:30 a.m., 14:30 to 16:00
 *      ^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^
 * ```
 */
export function readClockRange(line: Line, at: number): Clock | undefined {
  const opener = lowerAt(line, at)
  const isOpened = opener === 'from' || opener === 'between'
  const start = isOpened ? at + 1 : at
  const from = readClock(line, start) ?? readHour(line, start)
  if (!from || !JOINTS.has(lowerAt(line, from.end))) return undefined
  if ((lowerAt(line, from.end) === 'and') !== (opener === 'between')) return undefined
  const to = readClock(line, from.end + 1) ?? (isOpened ? readHour(line, from.end + 1) : undefined)
  if (!to || ![from, to].some(({clock}) => isFull(clock) || (isOpened && clock.includes(':')))) return undefined
  return {clock: `${withHalf(from.clock, to.clock, -1)} to ${withHalf(to.clock, from.clock, 1)}`, end: to.end}
}

const JOINTS: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'and', '-', '–', '—'])

/** "9" and "9:30" are not full, "9 pm" and "14:30" are. */
function isFull(clock: string): boolean {
  return !/^(?:\d|1[0-2])(?::\d\d)?$/.test(clock)
}

/** The time with the half of the day that the other end of its range has, or the other half where that would turn it round. */
function withHalf(clock: string, other: string, side: -1 | 1): string {
  const half = other.endsWith('m') && !isFull(clock) ? other.slice(-2) : undefined
  if (!half) return clock
  const turned = side < 0 ? hourOf(other) < hourOf(clock) : hourOf(clock) < hourOf(other)
  return `${clock} ${turned ? (half === 'am' ? 'pm' : 'am') : half}`
}

function hourOf(clock: string): number {
  return Number.parseInt(clock, 10) % 12
}

/** Read the time or times that stand behind a day: "at 3 p.m.", "from 5 to 6 pm", "at 8", "in the morning". */
export function readClockBehind(line: Line, at: number): Clock | undefined {
  const start = skip(line, at, ',')
  const range = readClockRange(line, skip(line, start, 'at')) ?? readBareRange(line, start)
  if (range && !goesOn(line, range.end)) return range
  const clockAt = start === at || lowerAt(line, start) === 'at' ? pastSignal(line, start) : start
  const clock = readClock(line, clockAt) ?? hourAndMinutes(line, clockAt)
  if (clock) return clock
  return clockAt !== start && BEFORE_BARE_HOURS.has(lowerAt(line, clockAt - 1)) ? bareHour(line, clockAt) : undefined
}

/** "March 22 3:30": behind a day, an hour from one to nine needs no nought. */
function hourAndMinutes(line: Line, at: number): Clock | undefined {
  return lowerAt(line, at + 1) === ':' && tokenAt(line, at + 1).glued ? readHour(line, at) : undefined
}

/**
 * Two hours that only the day beside them makes times of; without "from" or "between" they are a score or a vote.
 *
 * ```text
 * on Friday from 10 to 4, between 7 and 9 last night; won 3-1 on Friday
 *           ^^^^^^^^^^^^          ^^^^^^^
 * ```
 */
export function readBareRange(line: Line, at: number): Clock | undefined {
  const opener = lowerAt(line, at)
  const from = opener === 'from' || opener === 'between' ? readHour(line, at + 1) : undefined
  if (!from || !JOINTS.has(lowerAt(line, from.end))) return undefined
  const to = readHour(line, from.end + 1)
  return to && {clock: `${from.clock} to ${to.clock}`, end: to.end}
}

/** Whether hours are counted by what follows them: "from 10 to 4 percent". */
function goesOn(line: Line, at: number): boolean {
  const {kind, lower} = tokenAt(line, at)
  return lower === '%' || lower === '$' || (kind === 'word' && !ENDS.has(lower))
}

/** Past what may stand between a day and its time: "Tuesday at 8", "Tuesday before 4 p.m.", "Tuesday no later than 6:00". */
function pastSignal(line: Line, at: number): number {
  const start = skip(line, at, 'no')
  if (['later', 'earlier'].includes(lowerAt(line, start)) && lowerAt(line, start + 1) === 'than') return start + 2
  return BETWEEN_DAY_AND_TIME.has(lowerAt(line, at)) ? at + 1 : at
}

const BETWEEN_DAY_AND_TIME: ReadonlySet<string> = new Set('at @ around about before after by for'.split(' '))
const BEFORE_BARE_HOURS: ReadonlySet<string> = new Set(['at', '@', 'around'])

/** "tomorrow at 8": an hour is bare where nothing is counted by it. */
function bareHour(line: Line, at: number): Clock | undefined {
  const hour = readHour(line, at)
  return hour && ENDS.has(lowerAt(line, hour.end)) ? hour : undefined
}

/** What may stand behind a bare hour; anything else is counted by it. */
export const ENDS: ReadonlySet<string> = new Set([
  '',
  '\n',
  '.',
  ',',
  ';',
  '!',
  '?',
  ')',
  'and',
  'or',
  'in',
  'for',
  'with',
  'on'
])
