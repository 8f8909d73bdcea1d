import {readExactness} from './date-exactness.ts'
import type {Match, UnitCount} from './date-meaning.ts'
import {skip} from './date-readers.ts'
import {type Count, type Line, lowerAt, readCardinal, readCount, readFraction, tokenAt} from './date-tokens.ts'
import {PLURAL_UNIT_NAMES, UNIT_NAMES, type Unit} from './date-words.ts'

/** ISO 8601 letters; what has none of its own is counted in what has. */
const UNIT_LETTERS: Readonly<Record<Unit, {readonly letter: string; readonly times: number}>> = {
  second: {letter: 'TS', times: 1},
  minute: {letter: 'TM', times: 1},
  hour: {letter: 'TH', times: 1},
  day: {letter: 'D', times: 1},
  week: {letter: 'W', times: 1},
  fortnight: {letter: 'W', times: 2},
  weekend: {letter: 'D', times: 2},
  month: {letter: 'M', times: 1},
  quarter: {letter: 'M', times: 3},
  year: {letter: 'Y', times: 1},
  decade: {letter: 'Y', times: 10},
  century: {letter: 'Y', times: 100}
}

/** So many units as an ISO 8601 duration. */
export function isoDuration(count: number, unit: Unit): string {
  const {letter, times} = UNIT_LETTERS[unit]
  const minutes = unit === 'hour' ? Math.round((count % 1) * 60) : 0
  if (minutes !== 0) return `PT${count < 1 ? '' : `${Math.floor(count)}H`}${minutes}M`
  return letter.startsWith('T') ? `PT${count * times}${letter[1]}` : `P${count * times}${letter}`
}

/** Several counts of units as one ISO 8601 duration, from the longest unit: years, months, then hours behind a `T`. */
export function isoDurations(counts: readonly UnitCount[]): string {
  const parts = counts.map(({count, unit}) => isoDuration(count, unit))
  const days = parts.filter(part => part[1] !== 'T').map(part => part.slice(1))
  const times = parts.filter(part => part[1] === 'T').map(part => part.slice(2))
  return `P${days.join('')}${times.length === 0 ? '' : `T${times.join('')}`}`
}

/**
 * How long, never how old.
 *
 * ```text
 * for two weeks, a 9-year prison term, 40 years of war, a five-hour meeting; a 9-year-old, aged 40 years
 *     ^^^^^^^^^    ^^^^^^             ^^^^^^^^          ^^^^^^^^^
 * ```
 */
export function duration(line: Line, at: number): Match | undefined {
  const single = lowerAt(line, at) === 'another' ? WHOLE_UNITS.get(lowerAt(line, at + 1)) : undefined
  if (single) return {end: at + 2, meaning: {kind: 'duration', count: 1, vague: false, unit: single}}
  const start = lowerAt(line, at + 1) === 'than' ? readExactness(line, at).end : at
  const count =
    readHalf(line, start) ??
    readCount(line, start) ??
    (lowerAt(line, at - 1) === 'for' ? bareUnits(line, at) : undefined)
  if (!count) return undefined
  const joined = lowerAt(line, count.end) === '-' ? count.end + 1 : count.end
  const more = ['more', 'full', 'straight', 'consecutive', 'whole'].includes(lowerAt(line, joined))
    ? joined + 1
    : joined
  const unit = PLURAL_UNIT_NAMES.get(lowerAt(line, more)) ?? singleUnit(line, start, more)
  if (unit === 'quarter' && lowerAt(line, more - 1) === '-') return undefined
  if (!unit || isAge(line, at, more) || isTitle(line, at, more)) return undefined
  const behind = lowerAt(line, more + 1) === 'and' ? readFraction(line, more + 1) : undefined
  if (behind?.value === 0.5)
    return {end: behind.end, meaning: {kind: 'duration', count: count.value + 0.5, vague: false, unit}}
  const length = {count: count.value, vague: count.vague, unit}
  const rest = count.vague ? undefined : restOfLength(line, more + 1, unit)
  if (rest) return {end: rest.end, meaning: {kind: 'duration', ...length, rest: rest.counts}}
  return {end: longAt(line, more + 1), meaning: {...(start === at ? aheadOrLong(line, at, unit) : LENGTH), ...length}}
}

/** "The first in more than two years" looks ahead to no day. */
const LENGTH = {kind: 'duration'} as const

/** The smaller units of "two years and six months", "1 hour, 5 minutes and 30 seconds". */
function restOfLength(line: Line, at: number, unit: Unit): {counts: readonly UnitCount[]; end: number} | undefined {
  const counts: UnitCount[] = []
  let end = at
  for (let larger = unit; ; ) {
    const count = readCardinal(line, skip(line, end, ',', 'and'))
    const smaller =
      count && (PLURAL_UNIT_NAMES.get(lowerAt(line, count.end)) ?? UNIT_NAMES.get(lowerAt(line, count.end)))
    if (!smaller || ORDER.indexOf(smaller) <= ORDER.indexOf(larger)) break
    counts.push({count: count.value, unit: smaller})
    end = count.end + 1
    larger = smaller
  }
  return counts.length === 0 ? undefined : {counts, end}
}

/** From the longest. */
const ORDER: readonly Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']

/** "will open in two weeks" names a time to come, "was built in two weeks" a length: the verb tells. */
function aheadOrLong(line: Line, at: number, unit: Unit): {kind: 'duration' | 'ahead'; within: boolean} {
  const before = lowerAt(line, at - 1)
  const isLong = DAYS_OR_LONGER.has(unit) && (before === 'in' || before === 'within')
  return {kind: isLong ? 'ahead' : 'duration', within: before === 'within'}
}

const DAYS_OR_LONGER: ReadonlySet<Unit> = new Set(['day', 'week', 'fortnight', 'month', 'quarter', 'year', 'decade'])

/** "another week": units that go without a count. */
const WHOLE_UNITS: ReadonlyMap<string, Unit> = new Map([
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['year', 'year'],
  ['decade', 'decade']
])

/** "half an hour", "half a century". */
export function readHalf(line: Line, at: number): Count | undefined {
  const article = lowerAt(line, at + 1)
  return lowerAt(line, at) === 'half' && (article === 'a' || article === 'an')
    ? {value: 0.5, vague: false, end: at + 2}
    : undefined
}

/** "for years", "for decades". */
function bareUnits(line: Line, at: number) {
  return PLURAL_UNIT_NAMES.has(lowerAt(line, at)) ? {value: 0, vague: true, end: at} : undefined
}

/** A single unit needs "a", "one" or a hyphen before it: "an hour", "one day", "a 16-hour drive"; "a second" is an order. */
function singleUnit(line: Line, at: number, unitAt: number): Unit | undefined {
  const unit = UNIT_NAMES.get(lowerAt(line, unitAt))
  const first = lowerAt(line, at)
  const hyphen = lowerAt(line, unitAt - 1) === '-'
  if (
    !unit ||
    (unit === 'second' && !hyphen && first !== 'one' && first !== '1') ||
    (first === 'a' && (unit === 'second' || unit === 'quarter'))
  )
    return undefined
  if (hyphen) return unit
  if (first === 'half') return unit
  const one = first === 'a' || first === 'an' || first === 'one'
  return one && unitAt === at + 1
    ? unit
    : readCardinal(line, at) && lowerAt(line, unitAt + 1) !== 's'
      ? unit
      : undefined
}

/** "nine years old", "a 9-year-old", "aged 40 years". */
function isAge(line: Line, at: number, unitAt: number): boolean {
  const after = lowerAt(line, unitAt + 1) === '-' ? lowerAt(line, unitAt + 2) : lowerAt(line, unitAt + 1)
  return (
    after === 'old' || after === 'olds' || after === 'older' || after === 'younger' || lowerAt(line, at - 1) === 'aged'
  )
}

/** "60 Minutes" is a programme. */
function isTitle(line: Line, at: number, unitAt: number): boolean {
  return tokenAt(line, unitAt).capital && !tokenAt(line, at).capital
}

function longAt(line: Line, at: number): number {
  return lowerAt(line, at) === '-' && lowerAt(line, at + 1) === 'long' ? at + 2 : at
}
