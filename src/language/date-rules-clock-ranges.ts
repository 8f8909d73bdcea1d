import {skip} from './date-readers.ts'
import {type Clock, readClock, readHour} from './date-rules-clock.ts'
import {type Line, lowerAt} from './date-tokens.ts'

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
  return !/^\d$|^1[0-2]$|^\d:\d\d$|^1[0-2]:\d\d$/.test(clock)
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
  const range = readClockRange(line, skip(line, start, 'at'))
  if (range) return range
  const isSaid = lowerAt(line, start) === 'at'
  const clock = readClock(line, isSaid ? start + 1 : start)
  if (clock) return clock
  return isSaid ? bareHour(line, start + 1) : undefined
}

/** "tomorrow at 8": an hour is bare where nothing is counted by it. */
function bareHour(line: Line, at: number): Clock | undefined {
  const hour = readHour(line, at)
  return hour && ENDS.has(lowerAt(line, hour.end)) ? hour : undefined
}

const ENDS: ReadonlySet<string> = new Set([
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
