import {type Line, lowerAt, readCardinal, tokenAt} from './date-tokens.ts'
import {CARDINALS} from './number-words.ts'

/** A time of day as people say it, and where its words end. */
export interface Clock {
  readonly clock: string
  readonly end: number
}

/**
 * Read a time of day.
 *
 * ```text
 * 3 p.m.   6:15 am EST   14:30   0600 GMT   noon   midnight   three o'clock   half past two   8 in the morning
 * ```
 */
export function readClock(line: Line, at: number): Clock | undefined {
  const time =
    namedTime(line, at) ??
    meridiem(line, at) ??
    inDayPart(line, at) ??
    pastHour(line, at) ??
    colonTime(line, at) ??
    zonedTime(line, at) ??
    oClock(line, at)
  return time && {...time, end: pastZone(line, time.end)}
}

function namedTime(line: Line, at: number): Clock | undefined {
  const start = lowerAt(line, at) === '12' ? at + 1 : at
  const word = lowerAt(line, start).replace(/^noonish$/, 'noon')
  const isNamed = ['noon', 'midnight', 'midday'].includes(word) && lowerAt(line, at - 1) !== 'high'
  return isNamed ? {clock: word, end: start + 1} : undefined
}

/** "3 p.m.", "3:30pm", "3.30 pm", "7:56:30 pm", "1140 a.m.", "nine a.m.", "at 9a". */
function meridiem(line: Line, at: number): Clock | undefined {
  const hour = readHour(line, at) ?? jointHour(line, at)
  const end = hour && (meridiemEnd(line, hour.end) || shortMeridiemEnd(line, at, hour.end))
  return end ? {clock: `${hour.clock} ${lowerAt(line, hour.end)[0]}m`, end} : undefined
}

/** Read an hour from 1 to 12 with its minutes, where it has any, as part of a longer expression: alone it is any number. */
export function readHour(line: Line, at: number): Clock | undefined {
  const hour = hourAt(line, at)
  if (hour < 1 || 12 < hour) return undefined
  const spelled = spelledMinutes(line, at)
  if (spelled) return {clock: `${hour}:${spelled.value}`, end: spelled.end}
  const minutes = minutesAt(line, at + 1)
  if (!minutes) return {clock: `${hour}`, end: at + 1}
  const seconds = lowerAt(line, at + 3) === ':' ? minutesAt(line, at + 3) : undefined
  return seconds ? {clock: `${hour}:${minutes}:${seconds}`, end: at + 5} : {clock: `${hour}:${minutes}`, end: at + 3}
}

/** "seven twenty-seven", "five-thirty": minutes from ten on, in words like their hour. */
function spelledMinutes(line: Line, at: number): {value: number; end: number} | undefined {
  const minutesAt = lowerAt(line, at + 1) === '-' ? at + 2 : at + 1
  if (tokenAt(line, at).kind !== 'word' || !CARDINALS.has(lowerAt(line, minutesAt))) return undefined
  const minutes = readCardinal(line, minutesAt)
  return minutes && 10 <= minutes.value && minutes.value < 60 ? minutes : undefined
}

/** "1140" before "a.m.": hours and minutes in one. */
function jointHour(line: Line, at: number): Clock | undefined {
  const {kind, value, start, end} = tokenAt(line, at)
  const hour = Math.floor(value / 100)
  const isJoint = kind === 'number' && 3 <= end - start && end - start <= 4 && 1 <= hour && hour <= 12
  return isJoint && value % 100 < 60
    ? {clock: `${hour}:${String(value % 100).padStart(2, '0')}`, end: at + 1}
    : undefined
}

/** Parts of a day in which an hour is before noon or after it. */
const HALVES: ReadonlyMap<string, 'am' | 'pm'> = new Map([
  ['morning', 'am'],
  ['afternoon', 'pm'],
  ['evening', 'pm']
])

/** "8 in the morning", "half past six in the evening", "nine at night". */
function inDayPart(line: Line, at: number): Clock | undefined {
  const hour = pastHour(line, at) ?? oClock(line, at) ?? readHour(line, at)
  if (!hour) return undefined
  const clock = hour.clock.replace(" o'clock", '')
  if (lowerAt(line, hour.end) === 'at' && lowerAt(line, hour.end + 1) === 'night')
    return {clock: `${clock} pm`, end: hour.end + 2}
  const half = lowerAt(line, hour.end + 1) === 'the' ? HALVES.get(lowerAt(line, hour.end + 2)) : undefined
  return half && lowerAt(line, hour.end) === 'in' ? {clock: `${clock} ${half}`, end: hour.end + 3} : undefined
}

/** "at 9a", "until 9:30p": a letter alone, where a time is due. */
function shortMeridiemEnd(line: Line, at: number, end: number): number {
  const {lower, glued} = tokenAt(line, end)
  const after = tokenAt(line, end + 1)
  const isLetter = (lower === 'a' || lower === 'p') && glued && !(after.glued && after.kind !== 'mark')
  return isLetter &&
    after.lower !== '-' &&
    !after.capital &&
    tokenAt(line, at).kind === 'number' &&
    isTimeHere(line, at)
    ? end + 1
    : 0
}

/** "half past two", "a quarter to six", "ten minutes past nine". */
function pastHour(line: Line, at: number): Clock | undefined {
  const read = minutesNamed(line, lowerAt(line, at) === 'a' ? at + 1 : at)
  const side = read && lowerAt(line, read.end)
  const hour = read && hourAt(line, read.end + 1)
  if (!read || !hour || hour < 1 || 12 < hour || (side !== 'past' && side !== 'to')) return undefined
  if (side === 'to' && !read.named) return undefined
  const minutes = side === 'past' ? read.minutes : 60 - read.minutes
  const sided = side === 'past' ? hour : hour === 1 ? 12 : hour - 1
  const marked = oClock(line, read.end + 1)
  return {clock: `${sided}:${String(minutes).padStart(2, '0')}`, end: marked?.end ?? read.end + 2}
}

/** Minutes that stand before "past" or "to"; before "to" a bare number may be the start of a range. */
function minutesNamed(line: Line, at: number): {minutes: number; named: boolean; end: number} | undefined {
  const word = lowerAt(line, at)
  if (word === 'half') return {minutes: 30, named: false, end: at + 1}
  if (word === 'quarter') return {minutes: 15, named: true, end: at + 1}
  const count = readCardinal(line, at)
  if (!count || count.value < 1 || 59 < count.value) return undefined
  const named = lowerAt(line, count.end) === 'minutes' || lowerAt(line, count.end) === 'min'
  return {minutes: count.value, named, end: named ? count.end + 1 : count.end}
}

function hourAt(line: Line, at: number): number {
  const {kind, value, start, end, lower} = tokenAt(line, at)
  return kind === 'number' ? (end - start <= 2 ? value : -1) : (CARDINALS.get(lower) ?? -1)
}

function minutesAt(line: Line, at: number): string | undefined {
  const separator = tokenAt(line, at)
  const minutes = tokenAt(line, at + 1)
  const valid = minutes.kind === 'number' && minutes.end - minutes.start === 2 && minutes.value < 60
  return (separator.lower === ':' || separator.lower === '.') && separator.glued && minutes.glued && valid
    ? minutes.lower
    : undefined
}

/** Past "pm", "p.m." or "p.m"; 0 where there is none. */
function meridiemEnd(line: Line, at: number): number {
  const word = lowerAt(line, at)
  if (word === 'am' || word === 'pm') return at + 1
  if ((word !== 'a' && word !== 'p') || lowerAt(line, at + 1) !== '.' || lowerAt(line, at + 2) !== 'm') return 0
  return lowerAt(line, at + 3) === '.' && tokenAt(line, at + 3).glued === tokenAt(line, at + 1).glued ? at + 4 : at + 3
}

/** "14:30": hours and minutes, but no score, ratio or verse: the hour has to be one. */
function colonTime(line: Line, at: number): Clock | undefined {
  const hour = tokenAt(line, at)
  if (hour.kind !== 'number' || 23 < hour.value || hour.glued || lowerAt(line, at + 1) !== ':') return undefined
  const minutes = minutesAt(line, at + 1)
  if (!minutes || (hour.end - hour.start < 2 && !isTimeHere(line, at))) return undefined
  const seconds = lowerAt(line, at + 3) === ':' ? minutesAt(line, at + 3) : undefined
  return seconds
    ? {clock: `${hour.value}:${minutes}:${seconds}`, end: at + 5}
    : {clock: `${hour.value}:${minutes}`, end: at + 3}
}

function isTimeHere(line: Line, at: number): boolean {
  return BEFORE_TIMES.has(lowerAt(line, at - 1))
}

const BEFORE_TIMES: ReadonlySet<string> = new Set(['at', 'by', 'until', 'from', 'around', 'about', 'before', 'after'])

/** "0600 GMT": four digits are a time only before a zone. */
function zonedTime(line: Line, at: number): Clock | undefined {
  const {kind, start, end, lower, value} = tokenAt(line, at)
  const valid = kind === 'number' && end - start === 4 && value < 2400 && value % 100 < 60
  return valid && (ZONES.has(lowerAt(line, at + 1)) || lowerAt(line, at + 1) === 'hours')
    ? {clock: `${lower.slice(0, 2)}:${lower.slice(2)}`, end: at + 1}
    : undefined
}

/** "three o'clock". */
function oClock(line: Line, at: number): Clock | undefined {
  const hour = hourAt(line, at)
  const marked = lowerAt(line, at + 1) === 'o' && lowerAt(line, at + 3) === 'clock'
  if (hour < 1 || 12 < hour) return undefined
  if (marked) return {clock: `${hour} o'clock`, end: at + 4}
  return lowerAt(line, at + 1) === 'oclock' ? {clock: `${hour} o'clock`, end: at + 2} : undefined
}

const ZONES: ReadonlySet<string> = new Set(
  'gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest eet eest ist jst msk aest'.split(' ')
)

function pastZone(line: Line, at: number): number {
  if (ZONES.has(lowerAt(line, at)) && tokenAt(line, at).capital) return at + 1
  return lowerAt(line, at) === 'local' && lowerAt(line, at + 1) === 'time' ? at + 2 : at
}
