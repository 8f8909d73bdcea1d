import {COUNTED_NOUNS} from './date-count-words.ts'
import type {Match, Which} from './date-meaning.ts'
import {
  isGluedNumber,
  type NamedMonth,
  readHoliday,
  readMonth,
  readShortYear,
  readSpelledYear,
  readWeekday,
  readYear,
  skip
} from './date-readers.ts'
import {numericDay} from './date-rules-figures.ts'
import {type Line, lowerAt, readCardinal, readOrdinal, tokenAt} from './date-tokens.ts'
import {DOUBTFUL_MONTHS, MONTH_NAMES, TEMPORAL_PREPOSITIONS, WEEKDAY_NAMES} from './date-words.ts'
import {CARDINALS} from './number-words.ts'

/**
 * A day of a month that the words do not name, or count from that of publication.
 *
 * ```text
 * on the 18th, by the 3rd of next month; on the 5th floor
 *        ^^^^         ^^^^^^^^^^^^^^^^^
 * ```
 */
export function dayOfThatMonth(line: Line, at: number): Match | undefined {
  const day = tokenAt(line, at).kind === 'number' ? readOrdinal(line, at) : undefined
  if (!day || day.value < 1 || 31 < day.value || lowerAt(line, at - 1) !== 'the') return undefined
  const monthAt = skip(line, day.end, 'of')
  const which = YEAR_OFFSETS.get(lowerAt(line, monthAt))
  if (which !== undefined && lowerAt(line, monthAt + 1) === 'month')
    return {end: monthAt + 2, meaning: {kind: 'month-day', day: day.value, which}}
  const isPlaced = ['on', 'by', 'until', 'since', 'before'].includes(lowerAt(line, at - 2))
  return isPlaced && AFTER_BARE_DAYS.has(lowerAt(line, day.end))
    ? {end: day.end, meaning: {kind: 'month-day', day: day.value}}
    : undefined
}

const AFTER_BARE_DAYS: ReadonlySet<string> = new Set([
  '',
  '\n',
  '.',
  ',',
  ';',
  '!',
  '?',
  ')',
  'and',
  'but',
  'at',
  'when',
  'to',
  'he',
  'she',
  'they'
])

/**
 * A weekday before a date belongs to it.
 *
 * ```text
 * on Thursday, November 7, 2019, and on Friday 8 November
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^^
 * ```
 */
export function datedWeekday(line: Line, at: number): Match | undefined {
  const named = readWeekday(line, at, true)
  if (!named) return undefined
  let after = named.end
  if (lowerAt(line, after) === ',') after++
  if (lowerAt(line, after) === 'the') after++
  const dated = monthDay(line, after) ?? dayMonth(line, after) ?? numericDay(line, after)
  return dated?.meaning.kind === 'day'
    ? {end: dated.end, meaning: {...dated.meaning, weekday: named.weekday}}
    : undefined
}

/**
 * ```text
 * on March 3, on Sept. 14, 2001, and on April the 2nd 1999
 *    ^^^^^^^     ^^^^^^^^^^^^^^         ^^^^^^^^^^^^^^^^^^
 * ```
 */
export function monthDay(line: Line, at: number): Match | undefined {
  const named = readMonth(line, at)
  if (!named) return undefined
  const dayAt = lowerAt(line, named.end) === 'the' ? named.end + 1 : named.end
  const day = readDayOfMonth(line, dayAt) ?? readSpelledDay(line, dayAt)
  if (!day) return undefined
  return dayWithYear(line, day.end, named.month, day.value)
}

/**
 * ```text
 * on 3 March 2019, on the 3rd of March, on 8-May-2006
 *    ^^^^^^^^^^^^         ^^^^^^^^^^^^     ^^^^^^^^^^
 * ```
 */
export function dayMonth(line: Line, at: number): Match | undefined {
  const day = readDayOfMonth(line, at)
  if (!day || isGluedNumber(line, at)) return undefined
  return monthAfterDay(line, day)
}

/** "the third of March", "the twenty-first of May 1999", from the ordinal on. */
export function spelledDayMonth(line: Line, at: number): Match | undefined {
  const day = readOrdinal(line, at)
  return day && lowerAt(line, day.end) === 'of' ? monthAfterDay(line, day) : undefined
}

function monthAfterDay(line: Line, day: {value: number; end: number}): Match | undefined {
  const joined = lowerAt(line, day.end) === 'of' || lowerAt(line, day.end) === '-'
  const named = readMonth(line, joined ? day.end + 1 : day.end)
  if (!named || day.value < 1 || 31 < day.value) return undefined
  return dayWithYear(
    line,
    lowerAt(line, named.end) === '-' ? named.end + 1 : named.end,
    named.month,
    day.value,
    named.end
  )
}

/** The day with the year behind it, where there is one; `end` is where the day ends without it. */
export function dayWithYear(line: Line, yearAt: number, month: number, day: number, end = yearAt): Match | undefined {
  const year = readYearAfter(line, yearAt)
  if (year) return {end: year.end, meaning: {kind: 'day', month, day, year: year.value}}
  if (COUNTED_NOUNS.has(lowerAt(line, end))) return undefined
  const counted = readYearOffset(line, end)
  return counted
    ? {end: counted.end, meaning: {kind: 'day', month, day, yearOffset: counted.value}}
    : {end, meaning: {kind: 'day', month, day}}
}

/**
 * A month is read from its capital letter; "may" and "march" want more: a year, or a word that dates stand behind.
 *
 * ```text
 * in November 2015, last May, the November deal; you may march
 *    ^^^^^^^^^^^^^       ^^^      ^^^^^^^^
 * ```
 */
export function month(line: Line, at: number): Match | undefined {
  const named = readMonth(line, at)
  if (!named) return undefined
  const year = readYearAfter(line, named.end)
  if (year) return {end: year.end, meaning: {kind: 'month', month: named.month, year: year.value}}
  const counted = readYearOffset(line, named.end)
  if (counted) return {end: counted.end, meaning: {kind: 'month', month: named.month, yearOffset: counted.value}}
  if (!isMonthInPlace(line, at, named)) return undefined
  return {end: named.end, meaning: {kind: 'month', month: named.month}}
}

function isMonthInPlace(line: Line, at: number, named: NamedMonth): boolean {
  const before = tokenAt(line, at - 1)
  const after = tokenAt(line, named.end)
  if (isRangeOfMonths(line, named.end)) return true
  if (TEMPORAL_PREPOSITIONS.has(before.lower)) return !isNamePart(line, named.end) || before.lower !== 'of'
  if (named.short) return false
  if (before.kind === 'word' && before.capital && !isSentenceStart(line, at - 1)) return isCalendarWord(before.lower)
  if (!DOUBTFUL_MONTHS.has(lowerAt(line, at))) return !(after.kind === 'word' && after.capital)
  return before.lower === 'the' && after.kind === 'word' && !after.capital && !NOT_AFTER_MONTH.has(after.lower)
}

/** "Jan-Feb 2017", "May to July": a month behind it. */
function isRangeOfMonths(line: Line, at: number): boolean {
  return ['-', '–', 'to', 'through', 'until'].includes(lowerAt(line, at)) && readMonth(line, at + 1) !== undefined
}

/** After "the March", these make the march a walk: "the march on the capital", "the march was banned". */
const NOT_AFTER_MONTH: ReadonlySet<string> = new Set(
  'on to in of from through against for was were is has had will and that which at by'.split(' ')
)

function isCalendarWord(word: string): boolean {
  return WEEKDAY_NAMES.has(word) || MONTH_NAMES.has(word)
}

/** Whether a capitalised word follows that would make a person of the month: "of June Hill". */
function isNamePart(line: Line, at: number): boolean {
  const {kind, capital} = tokenAt(line, at)
  return kind === 'word' && capital
}

function isSentenceStart(line: Line, at: number): boolean {
  return ['\n', '.', '!', '?', '“', '"', ''].includes(lowerAt(line, at - 1))
}

/** "Tuesday", and "a Tuesday", which is any. Bare short forms ("Sat", "Sun") are left alone. */
export function weekday(line: Line, at: number): Match | undefined {
  const named = readWeekday(line, at, false)
  if (!named) return undefined
  const isAny = lowerAt(line, at - 1) === 'a'
  return {end: named.end, meaning: {kind: isAny ? 'any-weekday' : 'weekday', weekday: named.weekday}}
}

/**
 * ```text
 * at Christmas 2014, on Good Friday, during Ramadan
 *    ^^^^^^^^^^^^^^     ^^^^^^^^^^^         ^^^^^^^
 * ```
 */
export function holiday(line: Line, at: number): Match | undefined {
  const found = readHoliday(line, at)
  if (!found || isCustom(line, at, found.end)) return undefined
  const year = readYear(line, skip(line, found.end, 'of', ','))
  return year
    ? {end: year.end, meaning: {kind: 'holiday', name: found.name, year: year.value}}
    : {end: found.end, meaning: {kind: 'holiday', name: found.name}}
}

/** "Merry Christmas", "a Christmas tree": the feast's customs, not its day. */
function isCustom(line: Line, at: number, end: number): boolean {
  return BEFORE_CUSTOMS.has(lowerAt(line, at - 1)) || CUSTOMS.has(lowerAt(line, end))
}

/** Greetings, and articles that make one of many of a feast: "a Christmas party". */
const BEFORE_CUSTOMS: ReadonlySet<string> = new Set(['merry', 'happy', 'a', 'an', 'another'])

const CUSTOMS: ReadonlySet<string> = new Set(
  'tree trees card cards carol carols gift gifts present presents lights decorations bunny egg eggs cake island'.split(
    ' '
  )
)

function readDayOfMonth(line: Line, at: number): {value: number; end: number} | undefined {
  const ordinal = readOrdinal(line, at)
  const token = tokenAt(line, at)
  const found = ordinal ?? (token.kind === 'number' ? {value: token.value, end: at + 1} : undefined)
  if (!found || found.value < 1 || 31 < found.value || (token.kind === 'number' && 2 < token.end - token.start))
    return undefined
  const after = tokenAt(line, found.end)
  const isTime = after.lower === ':' && tokenAt(line, found.end + 1).glued
  return after.glued && (isTime || after.lower === '%') ? undefined : found
}

/** "May twenty-nine": a number in words is a day where it counts nothing. */
function readSpelledDay(line: Line, at: number): {value: number; end: number} | undefined {
  const day = tokenAt(line, at).kind === 'word' && CARDINALS.has(lowerAt(line, at)) ? readCardinal(line, at) : undefined
  if (!day || day.value < 1 || 31 < day.value) return undefined
  const year = readSpelledYear(line, skip(line, day.end, ','))
  return year || SPELLED_ENDS.has(lowerAt(line, day.end)) ? day : undefined
}

const SPELLED_ENDS: ReadonlySet<string> = new Set(['', '\n', '.', ',', ';', '!', '?', ')'])

/** A year behind a day or month, with or without a comma or a preposition. */
function readYearAfter(line: Line, at: number): {value: number; end: number} | undefined {
  const joint = tokenAt(line, at)
  const isGlued = joint.glued && tokenAt(line, at + 1).glued && (joint.lower === '-' || joint.lower === '/')
  const yearAt = isGlued || [',', 'of', 'in'].includes(joint.lower) ? at + 1 : at
  const year =
    readYear(line, yearAt, isGlued) ??
    (joint.lower === 'of' ? readEarlyYear(line, yearAt) : undefined) ??
    readShortYear(line, yearAt) ??
    readSpelledYear(line, yearAt)
  return year && !COUNTED_NOUNS.has(lowerAt(line, year.end)) ? year : undefined
}

/** "December of 384": three figures are a year where nothing is counted by them. */
function readEarlyYear(line: Line, at: number): {value: number; end: number} | undefined {
  const {kind, value, start, end} = tokenAt(line, at)
  return kind === 'number' && end - start === 3 && tokenAt(line, at + 1).kind !== 'word'
    ? {value, end: at + 1}
    : undefined
}

/** "October last year", "early in May of this year": the year counted from that of publication. */
function readYearOffset(line: Line, at: number): {value: Which; end: number} | undefined {
  const wordAt = skip(line, at, 'of')
  const value = YEAR_OFFSETS.get(lowerAt(line, wordAt))
  return value !== undefined && lowerAt(line, wordAt + 1) === 'year' ? {value, end: wordAt + 2} : undefined
}

const YEAR_OFFSETS: ReadonlyMap<string, Which> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1]
])
