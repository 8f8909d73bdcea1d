import type {Match} from './date-meaning.ts'
import {readWeekday} from './date-readers.ts'
import {readClockBehind} from './date-rules-clock-ranges.ts'
import {isoDuration} from './date-rules-length.ts'
import {type DateToken, type Line, lowerAt, readCardinal, tokenAt} from './date-tokens.ts'
import {DAY_PARTS, PLURAL_DAY_PARTS, PLURAL_UNIT_NAMES, SEASON_NAMES, UNIT_NAMES, WEEKDAY_NAMES} from './date-words.ts'

/** How often, by one word. */
export const SET_WORDS: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['everyday', 'P1D'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P3M'],
  ['yearly', 'P1Y'],
  ['annual', 'P1Y'],
  ['annually', 'P1Y'],
  ['biweekly', 'P2W'],
  ['bimonthly', 'P2M'],
  ['semiannual', 'P6M'],
  ['semiannually', 'P6M'],
  ['biennial', 'P2Y']
])

/** "Sundays": every one of them. */
export const WEEKDAY_PLURALS: ReadonlyMap<string, number> = new Map(
  Array.from(WEEKDAY_NAMES, ([name, weekday]) => [`${name}s`, weekday])
)

/**
 * How often.
 *
 * ```text
 * met daily, every Tuesday, on Sundays, Friday nights, each year, every two weeks, twice a week
 *     ^^^^^  ^^^^^^^^^^^^^     ^^^^^^^  ^^^^^^^^^^^^^  ^^^^^^^^^  ^^^^^^^^^^^^^^^  ^^^^^^^^^^^^
 * ```
 */
export function recurrence(line: Line, at: number): Match | undefined {
  const found = repeated(line, at)
  if (found?.meaning.kind !== 'set' || found.meaning.clock) return found
  const clock = DAYS.has(found.meaning.iso) ? readClockBehind(line, found.end) : undefined
  return clock ? {end: clock.end, meaning: {...found.meaning, clock: clock.clock}} : found
}

/** Times repeated by the day or the week may have a time of the day: "Tuesdays at 9 a.m.", "every day at noon". */
const DAYS: ReadonlySet<string> = new Set(['P1D', 'P1W', 'P2W'])

function repeated(line: Line, at: number): Match | undefined {
  const word = lowerAt(line, at)
  const iso = SET_WORDS.get(word)
  if (word === 'everyday' && tokenAt(line, at + 1).kind === 'word') return undefined
  if (iso && !isInName(line, at)) return {end: at + 1, meaning: {kind: 'set', iso}}
  const dayPart = WEEKDAY_NAMES.get(word)
  if (dayPart && PLURAL_DAY_PARTS.has(lowerAt(line, at + 1)))
    return {
      end: at + 2,
      meaning: {kind: 'set', iso: 'P1W', weekday: dayPart, clock: lowerAt(line, at + 1).replace(/s$/, '')}
    }
  const weekday = WEEKDAY_PLURALS.get(word)
  if (weekday) return {end: at + 1, meaning: {kind: 'set', iso: 'P1W', weekday}}
  if (word === 'once' || word === 'twice') return perUnit(line, at + 1)
  if ((word === 'a' || word === 'per') && isCounted(line, at - 1)) return perUnit(line, at)
  return word === 'every' || word === 'each' ? everyUnit(line, at + 1) : undefined
}

/** "the Daily Courier", "Morning News Daily": a newspaper. */
function isInName(line: Line, at: number): boolean {
  const isName = (token: DateToken) => token.kind === 'word' && token.capital
  return tokenAt(line, at).capital && (isName(tokenAt(line, at - 1)) || isName(tokenAt(line, at + 1)))
}

function perUnit(line: Line, at: number): Match | undefined {
  const unit = ['a', 'an', 'per', 'every'].includes(lowerAt(line, at)) && UNIT_NAMES.get(lowerAt(line, at + 1))
  return unit ? {end: at + 2, meaning: {kind: 'set', iso: isoDuration(1, unit)}} : undefined
}

/** "three times a week", "500 interviews a day": something counted stands before. */
function isCounted(line: Line, at: number): boolean {
  const {lower} = tokenAt(line, at)
  if (lower === 'times') return true
  return lower.endsWith('s') && 3 < lower.length && readCardinal(line, at - 1) !== undefined
}

function everyUnit(line: Line, at: number): Match | undefined {
  if (DAY_PARTS.has(lowerAt(line, at)))
    return {end: at + 1, meaning: {kind: 'set', iso: 'P1D', clock: lowerAt(line, at)}}
  if (SEASON_NAMES.has(lowerAt(line, at))) return {end: at + 1, meaning: {kind: 'set', iso: 'P1Y'}}
  const other = lowerAt(line, at) === 'other' ? 1 : 0
  const weekday = readWeekday(line, at + other, false)
  if (weekday)
    return {end: weekday.end, meaning: {kind: 'set', iso: isoDuration(1 + other, 'week'), weekday: weekday.weekday}}
  const single = UNIT_NAMES.get(lowerAt(line, at + other))
  if (single) return {end: at + other + 1, meaning: {kind: 'set', iso: isoDuration(1 + other, single)}}
  const count = readCardinal(line, at)
  const unit = count && PLURAL_UNIT_NAMES.get(lowerAt(line, count.end))
  return unit ? {end: count.end + 1, meaning: {kind: 'set', iso: isoDuration(count.value, unit)}} : undefined
}
