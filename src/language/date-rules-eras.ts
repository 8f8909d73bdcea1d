import type {Match, Meaning} from './date-meaning.ts'
import {APOSTROPHES, isYearNumber, skip} from './date-readers.ts'
import {type Line, lowerAt, readOrdinal, tokenAt} from './date-tokens.ts'
import {PART_NAMES, type PartName} from './date-words.ts'

/** "the 19th century", "the twentieth century", from the ordinal on. */
export function century(line: Line, at: number): Match | undefined {
  const ordinal = readOrdinal(line, at)
  if (!ordinal || ordinal.value < 1 || 30 < ordinal.value) return undefined
  const nounAt = skip(line, ordinal.end, '-')
  if (lowerAt(line, nounAt) !== 'century') return undefined
  if (BEFORE_CHRIST.has(lowerAt(line, nounAt + 1))) return {end: nounAt + 2, meaning: {kind: 'before-christ'}}
  return {end: nounAt + 1, meaning: {kind: 'century', year: (ordinal.value - 1) * 100}}
}

/**
 * ```text
 * the late 17th and early 18th centuries, the twelfth to sixteenth centuries
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function centuries(line: Line, at: number): Match | undefined {
  const from = partedOrdinal(line, at)
  if (!from || !CENTURY_JOINTS.has(lowerAt(line, from.end))) return undefined
  const to = partedOrdinal(line, skip(line, from.end + 1, 'the'))
  const isNamed = to && ['century', 'centuries'].includes(lowerAt(line, to.end))
  const isNext = to && (lowerAt(line, from.end) !== 'and' || to.value === from.value + 1)
  if (!isNamed || !isNext || to.value <= from.value || 30 < to.value) return undefined
  return {end: to.end + 1, meaning: {kind: 'range', from: centuryOf(from), to: centuryOf(to)}}
}

const CENTURY_JOINTS: ReadonlySet<string> = new Set(['and', 'to', 'through', '-', '–'])

interface PartedOrdinal {
  readonly part: PartName | undefined
  readonly value: number
  readonly end: number
}

function partedOrdinal(line: Line, at: number): PartedOrdinal | undefined {
  const part = PART_NAMES.get(lowerAt(line, at))
  const ordinal = readOrdinal(line, part ? skip(line, at + 1, '-') : at)
  return ordinal && {part, ...ordinal}
}

function centuryOf({part, value}: PartedOrdinal): Meaning {
  const of: Meaning = {kind: 'century', year: (value - 1) * 100}
  return part ? {kind: 'part', part, of} : of
}

/**
 * ```text
 * in the 1990s, in the '90s, in the 90s
 *        ^^^^^          ^^^         ^^
 * ```
 */
export function decade(line: Line, at: number): Match | undefined {
  const apostrophe = APOSTROPHES.has(lowerAt(line, at))
  const number = tokenAt(line, apostrophe ? at + 1 : at)
  const letterAt = apostrophe ? at + 2 : at + 1
  const beforeLetter =
    APOSTROPHES.has(lowerAt(line, letterAt)) && tokenAt(line, letterAt).glued ? letterAt + 1 : letterAt
  const letter = tokenAt(line, beforeLetter)
  if (beforeLetter !== letterAt && !BEFORE_DECADES.has(lowerAt(line, at - 1))) return undefined
  if (lowerAt(line, beforeLetter + 1) === '°') return undefined
  if (number.kind !== 'number' || letter.lower !== 's' || !letter.glued || number.value % 10 !== 0) return undefined
  const length = number.end - number.start
  if (length === 4 && isYearNumber(line, at))
    return {
      end: beforeLetter + 1,
      meaning: {kind: number.value % 100 === 0 && number.value < 1900 ? 'century' : 'decade', year: number.value}
    }
  const short = length === 2 && 20 <= number.value && (apostrophe || lowerAt(line, at - 1) === 'the')
  return short ? {end: beforeLetter + 1, meaning: {kind: 'decade', year: 1900 + number.value}} : undefined
}

/** "the 1990's" is a decade, "1990's worst flood" owns something. */
const BEFORE_DECADES: ReadonlySet<string> = new Set(['the', 'early', 'mid', 'late', '-'])

/**
 * Wars that later times are reckoned by, as if they were dates.
 *
 * ```text
 * before World War II, since the Second World War, in WWI
 *        ^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^     ^^^
 * ```
 */
export function era(line: Line, at: number): Match | undefined {
  if (!tokenAt(line, at).capital) return undefined
  const short = lowerAt(line, at).startsWith('ww') ? WORLD_WARS.get(lowerAt(line, at)) : undefined
  if (short) return {end: at + 1, meaning: short}
  const isNumbered = lowerAt(line, at) === 'world' && lowerAt(line, at + 1) === 'war'
  const isOrdered = lowerAt(line, at + 1) === 'world' && lowerAt(line, at + 2) === 'war'
  const war = WORLD_WARS.get(isNumbered ? lowerAt(line, at + 2) : isOrdered ? lowerAt(line, at) : '')
  return war && tokenAt(line, at + 2).capital ? {end: at + 3, meaning: war} : undefined
}

const FIRST_WAR: Meaning = {
  kind: 'era',
  name: 'the First World War',
  from: {kind: 'day', year: 1914, month: 7, day: 28},
  to: {kind: 'day', year: 1918, month: 11, day: 11}
}
const SECOND_WAR: Meaning = {
  kind: 'era',
  name: 'the Second World War',
  from: {kind: 'day', year: 1939, month: 9, day: 1},
  to: {kind: 'day', year: 1945, month: 9, day: 2}
}

const WORLD_WARS: ReadonlyMap<string, Meaning> = new Map([
  ...['i', 'one', 'first', 'wwi'].map(word => [word, FIRST_WAR] as const),
  ...['ii', 'two', 'second', 'wwii'].map(word => [word, SECOND_WAR] as const)
])

/** "the nineties", "the early eighties". */
export function namedDecade(line: Line, at: number): Match | undefined {
  const tens = NAMED_DECADES.get(lowerAt(line, at))
  if (!tens || !['the', 'early', 'mid', 'late', '-'].includes(lowerAt(line, at - 1))) return undefined
  return {end: at + 1, meaning: {kind: 'decade', year: 1900 + tens}}
}

/** Decades in words, with their tens. */
export const NAMED_DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90]
])

export const BEFORE_CHRIST: ReadonlySet<string> = new Set(['bc', 'bce'])
