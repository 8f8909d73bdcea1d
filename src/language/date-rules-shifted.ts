import {readExactness} from './date-exactness.ts'
import type {Match, Meaning} from './date-meaning.ts'
import {calendarDate} from './date-rules-calendar.ts'
import {DAY_WORDS, dayWord, endsClause} from './date-rules-day-words.ts'
import {readHalf} from './date-rules-length.ts'
import {SHORT_UNITS, whichOne} from './date-rules-which.ts'
import {type Line, lowerAt, readCount, readFraction, tokenAt} from './date-tokens.ts'
import {PLURAL_UNIT_NAMES, UNIT_NAMES, type Unit} from './date-words.ts'

/**
 * "ago" counts from publication; "earlier", "later", "before" and "after" from a date in the text.
 *
 * ```text
 * two years ago, more than a decade ago, a month later, two days after Monday, 10 days before the vote
 * ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^
 * ```
 */
export function shifted(line: Line, at: number): Match | undefined {
  const {exactness, end: start} = readExactness(line, at)
  const count = readHalf(line, start) ?? readCount(line, start) ?? bareUnits(line, start)
  if (!count) return undefined
  const {vague} = count
  const unit = PLURAL_UNIT_NAMES.get(lowerAt(line, count.end)) ?? UNIT_NAMES.get(lowerAt(line, count.end))
  if (!unit || (unit === 'second' && tokenAt(line, start).kind === 'word')) return undefined
  const fraction = vague ? {value: 0, end: count.end + 1} : readFraction(line, count.end + 1)
  const value = count.value + fraction.value
  const after = lowerAt(line, fraction.end)
  const end = fraction.end + 1
  if (after === 'ago' || (after === 'back' && isBackThen(line, end)))
    return {end, meaning: {kind: 'ago', count: value, vague, unit, sign: -1, exactness}}
  if (after === 'from' && lowerAt(line, end) === 'now')
    return {end: end + 1, meaning: {kind: 'ago', count: value, vague, unit, sign: 1, exactness}}
  const shift = {count: value, vague, unit}
  const later = LATER_WORDS.get(after)
  if (later) return {end, meaning: {kind: 'later', ...shift, sign: later}}
  if (SHORT_UNITS.has(unit)) return undefined
  if (after === 'from') return shiftedFrom(line, end, {...shift, sign: 1})
  const sign = BEFORE_AFTER.get(after)
  return sign ? countedFrom(line, end, {...shift, sign}) : undefined
}

/** "a couple of years back," and "a couple of years back that": not "two years back home". */
function isBackThen(line: Line, at: number): boolean {
  return (
    endsClause(line, at) || ['that', 'when', 'he', 'she', 'they', 'we', 'i', 'it', 'in'].includes(lowerAt(line, at))
  )
}

/** "three days from Tuesday", "two weeks from today". */
function shiftedFrom(line: Line, at: number, shift: {count: number; vague: boolean; unit: Unit; sign: -1 | 1}) {
  const from = dayWord(line, at) ?? whichOne(line, at) ?? calendarDate(line, at)
  return from && FROM_KINDS.has(from.meaning.kind)
    ? {end: from.end, meaning: {kind: 'later', ...shift, from: from.meaning} as const}
    : undefined
}

const FROM_KINDS: ReadonlySet<Meaning['kind']> = new Set(['day', 'weekday', 'day-offset', 'holiday'])

/** "Weeks later", "decades ago": more than one, not said how many. */
function bareUnits(line: Line, at: number): {value: number; vague: boolean; end: number} | undefined {
  return PLURAL_UNIT_NAMES.has(lowerAt(line, at)) ? {value: 0, vague: true, end: at} : undefined
}

const LATER_WORDS: ReadonlyMap<string, -1 | 1> = new Map([
  ['earlier', -1],
  ['previously', -1],
  ['prior', -1],
  ['later', 1],
  ['afterward', 1],
  ['afterwards', 1],
  ['hence', 1]
])

/**
 * ```text
 * the day before yesterday, the day after the vote, the day before, the week after next
 * ^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^           ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function dayBefore(line: Line, at: number): Match | undefined {
  const start = lowerAt(line, at) === 'the' ? at + 1 : at
  const unit = UNIT_NAMES.get(lowerAt(line, start))
  const sign = BEFORE_AFTER.get(lowerAt(line, start + 1))
  if (!unit || !sign || SHORT_UNITS.has(unit)) return undefined
  if (lowerAt(line, start + 2) === (sign < 0 ? 'last' : 'next') && endsClause(line, start + 3))
    return {end: start + 3, meaning: {kind: 'ago', count: 2, vague: false, unit, sign, exactness: 'exact'}}
  if (start === at && !(unit === 'day' && DAY_WORDS.has(lowerAt(line, start + 2)))) return undefined
  return countedFrom(line, start + 2, {count: 1, vague: false, unit, sign})
}

const BEFORE_AFTER: ReadonlyMap<string, -1 | 1> = new Map([
  ['before', -1],
  ['after', 1]
])

/** What stands behind "before" or "after": a date to count from, the end of the clause, or an event without a date. */
function countedFrom(line: Line, at: number, shift: {count: number; vague: boolean; unit: Unit; sign: -1 | 1}): Match {
  const from = dayWord(line, at) ?? whichOne(line, at) ?? calendarDate(line, at)
  if (from && from.meaning.kind !== 'now')
    return {end: from.end, meaning: {kind: 'later', ...shift, from: from.meaning}}
  if (endsClause(line, at)) return {end: at, meaning: {kind: 'later', ...shift}}
  return lowerAt(line, at) === 'that'
    ? {end: at + 1, meaning: {kind: 'later', ...shift}}
    : {end: at - 1, meaning: {kind: 'event', ...shift}}
}
