import type {Exactness, Match, Meaning, Which} from './date-meaning.ts'
import {readWeekday, skip} from './date-readers.ts'
import {calendarDate} from './date-rules-calendar.ts'
import {SHORT_UNITS, timeOf, whichOne} from './date-rules-which.ts'
import {type Line, lowerAt, readCount, tokenAt} from './date-tokens.ts'
import {DAY_PARTS, PLURAL_UNIT_NAMES, UNIT_NAMES, type Unit} from './date-words.ts'

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

/** Days from publication. */
const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1]
])

/**
 * ```text
 * he arrived yesterday and speaks tonight; they now live here
 *            ^^^^^^^^^            ^^^^^^^       ^^^
 * ```
 */
function dayWord(line: Line, at: number): Match | undefined {
  const word = lowerAt(line, at)
  const days = DAY_WORDS.get(word)
  if (days !== undefined) return {end: at + 1, meaning: {kind: 'day-offset', days}}
  if (word === 'tonight') return {end: at + 1, meaning: timeOf({kind: 'day-offset', days: 0}, 'night')}
  const isNow = word === 'now' || word === 'nowadays' || word === 'currently'
  return isNow && !isNameEnd(line, at) ? {end: at + 1, meaning: {kind: 'now'}} : undefined
}

/** "Clean Rivers Now" is a group. */
function isNameEnd(line: Line, at: number): boolean {
  const before = tokenAt(line, at - 1)
  return tokenAt(line, at).capital && before.kind === 'word' && before.capital
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
  const {exactness, end: start} = readExactness(line, at)
  const article = ['the', 'these', 'this'].includes(lowerAt(line, start)) ? 1 : 0
  const word = lowerAt(line, start + article)
  const sign = PAST_WORDS.get(word)
  if (!sign) return undefined
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

/** Words that make a count less exact, and where they end. Without any, it is exact and ends where it began. */
function readExactness(line: Line, at: number): {exactness: Exactness; end: number} {
  const word = lowerAt(line, at)
  if (word === 'roughly' || word === 'approximately') return {exactness: 'about', end: at + 1}
  if (word === 'nearly' || word === 'almost') return {exactness: 'less', end: at + 1}
  const inexact = PREPOSITIONS_OF_COUNTS.get(word)
  if (inexact && lowerAt(line, at + 1) !== 'the' && readCount(line, at + 1)) return {exactness: inexact, end: at + 1}
  if (lowerAt(line, at + 1) !== 'than') return {exactness: 'exact', end: at}
  if (word === 'more') return {exactness: 'more', end: at + 2}
  return word === 'less' ? {exactness: 'less', end: at + 2} : {exactness: 'exact', end: at}
}

/** Prepositions that make a count inexact: "over two years ago", but not "over the past year". */
const PREPOSITIONS_OF_COUNTS: ReadonlyMap<string, Exactness> = new Map([
  ['about', 'about'],
  ['around', 'about'],
  ['some', 'about'],
  ['over', 'more'],
  ['under', 'less']
])

/** "Tuesday next week", "Tuesday of last week", "Monday of the following week". */
function weekdayOfWeek(line: Line, at: number): Match | undefined {
  const weekday = readWeekday(line, at, false)
  if (!weekday) return undefined
  const weekAt = skip(line, weekday.end, ',', 'of')
  const of =
    lowerAt(line, weekAt) === 'the' || lowerAt(line, weekAt) === 'that' ? thatOne(line, weekAt) : whichOne(line, weekAt)
  const isWeek = of && (of.meaning.kind === 'unit' || of.meaning.kind === 'that') && of.meaning.unit === 'week'
  return isWeek ? {end: of.end, meaning: {kind: 'weekday-in', weekday: weekday.weekday, of: of.meaning}} : undefined
}

/**
 * ```text
 * the day before yesterday, the day after the vote, the day before, the week after next
 * ^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^           ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^
 * ```
 */
function dayBefore(line: Line, at: number): Match | undefined {
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

function endsClause(line: Line, at: number): boolean {
  const {kind, lower} = tokenAt(line, at)
  return (
    kind === 'break' || [',', '.', ';', ':', '!', '?', ')', '"', '”', '’', '–', '—', '-', 'and', 'but'].includes(lower)
  )
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

/**
 * "ago" counts from publication; "earlier", "later", "before" and "after" from a date in the text.
 *
 * ```text
 * two years ago, more than a decade ago, a month later, two days after Monday, 10 days before the vote
 * ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^
 * ```
 */
function shifted(line: Line, at: number): Match | undefined {
  const {exactness, end: start} = readExactness(line, at)
  const count = readCount(line, start) ?? bareUnits(line, start)
  if (!count) return undefined
  const {value, vague} = count
  const unit = PLURAL_UNIT_NAMES.get(lowerAt(line, count.end)) ?? UNIT_NAMES.get(lowerAt(line, count.end))
  if (!unit) return undefined
  const after = lowerAt(line, count.end + 1)
  if (after === 'ago' || (after === 'back' && endsClause(line, count.end + 2)))
    return {end: count.end + 2, meaning: {kind: 'ago', count: value, vague, unit, sign: -1, exactness}}
  if (SHORT_UNITS.has(unit)) return undefined
  if (after === 'from' && lowerAt(line, count.end + 2) === 'now')
    return {end: count.end + 3, meaning: {kind: 'ago', count: value, vague, unit, sign: 1, exactness}}
  const shift = {count: value, vague, unit}
  if (after === 'from') return shiftedFrom(line, count.end + 2, {...shift, sign: 1})
  const later = LATER_WORDS.get(after)
  if (later) return {end: count.end + 2, meaning: {kind: 'later', ...shift, sign: later}}
  const sign = BEFORE_AFTER.get(after)
  return sign ? countedFrom(line, count.end + 2, {...shift, sign}) : undefined
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
