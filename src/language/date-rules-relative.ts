import {readExactness} from './date-exactness.ts'
import type {Match, Which} from './date-meaning.ts'
import {readWeekday, skip} from './date-readers.ts'
import {calendarDate} from './date-rules-calendar.ts'
import {dayWord} from './date-rules-day-words.ts'
import {dayBefore, shifted} from './date-rules-shifted.ts'
import {SHORT_UNITS, timeOf, whichOne} from './date-rules-which.ts'
import {type Line, lowerAt, readCardinal, readCount, tokenAt} from './date-tokens.ts'
import {DAY_PARTS, PLURAL_UNIT_NAMES, SEASON_NAMES, UNIT_NAMES} from './date-words.ts'

/** Read a date that is counted from another one: from publication, or from a date before it in the text. */
export function relativeDate(line: Line, at: number): Match | undefined {
  if (tokenAt(line, at).kind === 'break') return undefined
  return (
    dayWord(line, at) ??
    recent(line, at) ??
    pastUnits(line, at) ??
    whichOne(line, at) ??
    dayBefore(line, at) ??
    thatOne(line, at) ??
    shifted(line, at) ??
    weekWith(line, at) ??
    weekdayOfWeek(line, at) ??
    weekend(line, at)
  )
}

/**
 * ```text
 * in recent weeks, in the coming months, in the past few days
 *    ^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^
 * ```
 */
function recent(line: Line, at: number): Match | undefined {
  const start = lowerAt(line, at) === 'the' ? at + 1 : at
  const sign = RECENT_WORDS.get(lowerAt(line, start))
  const unit = sign && PLURAL_UNIT_NAMES.get(lowerAt(line, start + 1))
  return unit && !SHORT_UNITS.has(unit) ? {end: start + 2, meaning: {kind: 'recent', unit, sign}} : undefined
}

const RECENT_WORDS: ReadonlyMap<string, -1 | 1> = new Map([
  ['recent', -1],
  ['coming', 1]
])

/**
 * ```text
 * over the past two years, for the last few weeks, in the next five days, for roughly the past year
 *      ^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function pastUnits(line: Line, at: number): Match | undefined {
  const {exactness: read, end: start} = readExactness(line, at)
  const article = ['the', 'these', 'this'].includes(lowerAt(line, start)) ? 1 : 0
  const exactness = article === 1 && PREPOSITIONS.has(lowerAt(line, at - 1)) ? 'exact' : read
  const word = lowerAt(line, start + article)
  const sign = PAST_WORDS.get(word)
  if (!sign) return countedPast(line, at)
  const countAt = start + article + 1
  const single = UNIT_NAMES.get(lowerAt(line, countAt))
  if (
    single &&
    single !== 'quarter' &&
    (word === 'past' || (word === 'last' && article === 1 && isLengthHere(line, at)))
  )
    return {end: countAt + 1, meaning: {kind: 'past', count: 1, vague: false, unit: single, sign, exactness}}
  // "It will last a hundred years" is a verb.
  const count = lowerAt(line, countAt) === 'a' ? undefined : readCount(line, countAt)
  const unit = count && PLURAL_UNIT_NAMES.get(lowerAt(line, count.end))
  if (!unit || isOwned(line, count.end + 1)) return undefined
  const {value, vague} = count
  return {end: count.end + 1, meaning: {kind: 'past', count: value, vague, unit, sign, exactness}}
}

/** "Over the past year" is no inexact one. */
const PREPOSITIONS: ReadonlySet<string> = new Set(['over', 'around', 'about', 'under'])

/** "the five coming years", "two past decades", "five upcoming weeks": the count before the word. */
function countedPast(line: Line, at: number): Match | undefined {
  const count = readCardinal(line, lowerAt(line, at) === 'the' ? at + 1 : at)
  const sign = count && (PAST_WORDS.get(lowerAt(line, count.end)) ?? UPCOMING.get(lowerAt(line, count.end)))
  const unit = sign && PLURAL_UNIT_NAMES.get(lowerAt(line, count.end + 1))
  return unit
    ? {end: count.end + 2, meaning: {kind: 'past', count: count.value, vague: false, unit, sign, exactness: 'exact'}}
    : undefined
}

const UPCOMING: ReadonlyMap<string, -1 | 1> = new Map([['upcoming', 1]])

/** "the last two years of the siege" are not counted from publication. */
function isOwned(line: Line, at: number): boolean {
  return lowerAt(line, at) === 'of'
}

/** "for the last week" is a length up to now, "the last week" may be the calendar's. */
function isLengthHere(line: Line, at: number): boolean {
  return ['for', 'over', 'in', 'during', 'within'].includes(lowerAt(line, at - 1))
}

const PAST_WORDS: ReadonlyMap<string, -1 | 1> = new Map([
  ['past', -1],
  ['last', -1],
  ['previous', -1],
  ['next', 1],
  ['coming', 1]
])

/** "Tuesday next week", "Tuesday of last week", "Monday of the following week". */
function weekdayOfWeek(line: Line, at: number): Match | undefined {
  const weekday = readWeekday(line, at, false)
  if (!weekday) return undefined
  const weekAt = skip(line, weekday.end, ',', 'of')
  const shift = shifted(line, weekAt)
  if (shift?.meaning.kind === 'ago' && shift.meaning.unit === 'week' && !shift.meaning.vague)
    return {end: shift.end, meaning: {kind: 'weekday-in', weekday: weekday.weekday, of: shift.meaning}}
  const of =
    lowerAt(line, weekAt) === 'the' || lowerAt(line, weekAt) === 'that' ? thatOne(line, weekAt) : whichOne(line, weekAt)
  const isWeek = of && (of.meaning.kind === 'unit' || of.meaning.kind === 'that') && of.meaning.unit === 'week'
  return isWeek ? {end: of.end, meaning: {kind: 'weekday-in', weekday: weekday.weekday, of: of.meaning}} : undefined
}

/**
 * Counted from the date before it in the text.
 *
 * ```text
 * that year, the same day, the following month, the previous week, the next day, the following Tuesday
 * ^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function thatOne(line: Line, at: number): Match | undefined {
  const read = readThat(line, at)
  if (!read) return undefined
  const {which, nounAt} = read
  const noun = lowerAt(line, nounAt)
  const season = SEASON_NAMES.get(noun)
  if (season && !(noun === 'fall' && which === 0))
    return {end: nounAt + 1, meaning: {kind: 'that-season', season, which}}
  const weekday = readWeekday(line, nounAt, false)
  if (weekday) return {end: weekday.end, meaning: {kind: 'that-weekday', weekday: weekday.weekday, which}}
  if (DAY_PARTS.has(noun)) return {end: nounAt + 1, meaning: timeOf({kind: 'that', unit: 'day', which}, noun)}
  const unit = UNIT_NAMES.get(noun)
  if (!unit || SHORT_UNITS.has(unit) || lowerAt(line, nounAt + 1) === 'of') return undefined
  return {end: nounAt + 1, meaning: {kind: 'that', unit, which}}
}

function readThat(line: Line, at: number): {which: Which; nounAt: number} | undefined {
  const word = lowerAt(line, at)
  if (word === 'that') return {which: 0, nounAt: lowerAt(line, at + 1) === 'same' ? at + 2 : at + 1}
  if (word !== 'the') return undefined
  const which = THAT_WORDS.get(lowerAt(line, at + 1))
  return which === undefined ? undefined : {which, nounAt: at + 2}
}

const THAT_WORDS: ReadonlyMap<string, Which> = new Map([
  ['same', 0],
  ['previous', -1],
  ['preceding', -1],
  ['following', 1],
  ['next', 1]
])

/** "the week of March 6": the week that holds the day. */
function weekWith(line: Line, at: number): Match | undefined {
  const start = lowerAt(line, at) === 'the' ? at + 1 : at
  if (lowerAt(line, start) !== 'week' || lowerAt(line, start + 1) !== 'of') return undefined
  const day = calendarDate(line, start + 2)
  return day && {end: day.end, meaning: {kind: 'week-with', of: day.meaning}}
}

/** "the weekend": the one nearest publication in the direction the sentence looks. */
function weekend(line: Line, at: number): Match | undefined {
  const found = lowerAt(line, at) === 'the' && lowerAt(line, at + 1) === 'weekend'
  return found && lowerAt(line, at + 2) !== 'of'
    ? {end: at + 2, meaning: {kind: 'unit', unit: 'weekend', which: 0}}
    : undefined
}
