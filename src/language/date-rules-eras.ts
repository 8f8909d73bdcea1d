import type {Match} from './date-meaning.ts'
import {APOSTROPHES, isYearNumber, skip} from './date-readers.ts'
import {type Line, lowerAt, readOrdinal, tokenAt} from './date-tokens.ts'

/** "the 19th century", "the twentieth century", from the ordinal on. */
export function century(line: Line, at: number): Match | undefined {
  const ordinal = readOrdinal(line, at)
  if (!ordinal || ordinal.value < 1 || 30 < ordinal.value) return undefined
  const nounAt = skip(line, ordinal.end, '-')
  if (lowerAt(line, nounAt) !== 'century' || BEFORE_CHRIST.has(lowerAt(line, nounAt + 1))) return undefined
  return {end: nounAt + 1, meaning: {kind: 'century', year: (ordinal.value - 1) * 100}}
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

/** "the nineties", "the early eighties". */
export function namedDecade(line: Line, at: number): Match | undefined {
  const tens = NAMED_DECADES.get(lowerAt(line, at))
  if (!tens || !['the', 'early', 'mid', 'late', '-'].includes(lowerAt(line, at - 1))) return undefined
  return {end: at + 1, meaning: {kind: 'decade', year: 1900 + tens}}
}

const NAMED_DECADES: ReadonlyMap<string, number> = new Map([
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
