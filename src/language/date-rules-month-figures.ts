import {monthLength} from './calendar.ts'
import type {Match, Meaning} from './date-meaning.ts'
import {isYearNumber, skip} from './date-readers.ts'
import {ENDS} from './date-rules-clock-ranges.ts'
import {type Line, lowerAt, tokenAt} from './date-tokens.ts'
import {MONTH_ABBREVIATIONS, MONTH_NAMES} from './date-words.ts'

/**
 * A date in figures whose month is named, all in one; the year stands first or last where it has four figures.
 *
 * ```text
 * on 22/Jan/2019, 2019-aug-01, Sep-23-2020, due Oct/2
 *    ^^^^^^^^^^^  ^^^^^^^^^^^  ^^^^^^^^^^^      ^^^^^
 * ```
 */
export function namedFigures(line: Line, at: number): Match | undefined {
  const separator = lowerAt(line, at + 1)
  if (!(separator === '-' || separator === '/') || isJoined(line, at) || !areJoined(line, at + 1)) return undefined
  if (lowerAt(line, at + 3) === separator && areJoined(line, at + 3)) {
    const meaning = dayOf(line, [at, at + 2, at + 4])
    return meaning && !isJoined(line, at + 5) ? {end: at + 5, meaning} : undefined
  }
  const meaning = separator === '/' && !isJoined(line, at + 3) ? dayOf(line, [at, at + 2]) : undefined
  return meaning && {end: at + 3, meaning}
}

/** Whether the mark and what stands behind it are glued to what is before. */
function areJoined(line: Line, at: number): boolean {
  return tokenAt(line, at).glued && tokenAt(line, at + 1).glued
}

/** Whether the token is the rest of something longer; a full stop or a bracket is not. */
function isJoined(line: Line, at: number): boolean {
  const {glued, kind, lower} = tokenAt(line, at)
  return glued && (kind !== 'mark' || lower === '-' || lower === '/') && kind !== 'break'
}

function dayOf(line: Line, parts: readonly number[]): Meaning | undefined {
  const year = parts.find(at => isYearNumber(line, at))
  const named = parts.map(at => monthAt(line, at)).find(month => month !== undefined)
  const day = parts.find(at => {
    const {kind, start, end} = tokenAt(line, at)
    return kind === 'number' && end - start <= 2
  })
  if (named === undefined || day === undefined || (parts.length === 3) !== (year !== undefined)) return undefined
  return validDay(named, tokenAt(line, day).value, year === undefined ? undefined : tokenAt(line, year).value)
}

function monthAt(line: Line, at: number): number | undefined {
  return MONTH_NAMES.get(lowerAt(line, at)) ?? MONTH_ABBREVIATIONS.get(lowerAt(line, at))
}

/** Any year that has a 29 February. */
const LEAP_YEAR = 2000

function validDay(month: number, day: number, year?: number): (Meaning & {kind: 'day'}) | undefined {
  const valid = 1 <= month && month <= 12 && 1 <= day && day <= monthLength(year ?? LEAP_YEAR, month)
  return valid ? {kind: 'day', month, day, ...(year !== undefined && {year})} : undefined
}

/**
 * Two days in figures; the month stands first where both would do, and a year behind the second is of both. Nothing may be
 * measured by them: "1/2-3/4 cup".
 *
 * ```text
 * from 10/1-11/7, 5/1-5/7/2020, 10/1/2018 - 10/7/2018
 *      ^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function figureRange(line: Line, at: number): Match | undefined {
  const from = isJoined(line, at) ? undefined : readFigures(line, at)
  if (!from || !['-', '–'].includes(lowerAt(line, from.end))) return undefined
  const to = readFigures(line, from.end + 1)
  if (!to || isJoined(line, to.end) || (from.year !== undefined && to.year === undefined)) return undefined
  const yearAt = skip(line, to.end, ',')
  const isBehind = to.year === undefined && isYearNumber(line, yearAt)
  const year = isBehind ? tokenAt(line, yearAt).value : to.year
  const [early, late] = [validDay(from.month, from.day, from.year ?? year), validDay(to.month, to.day, year)]
  const end = isBehind ? yearAt + 1 : to.end
  return early && late && ENDS.has(lowerAt(line, end))
    ? {end, meaning: {kind: 'range', from: early, to: late}}
    : undefined
}

/** "10/1" and "10/1/2018". */
function readFigures(line: Line, at: number) {
  const [first, second] = [tokenAt(line, at), tokenAt(line, at + 2)]
  if (lowerAt(line, at + 1) !== '/' || !areJoined(line, at + 1)) return undefined
  if (first.kind !== 'number' || second.kind !== 'number' || 31 < first.value || 31 < second.value) return undefined
  const [month, day] = 12 < first.value ? [second.value, first.value] : [first.value, second.value]
  const hasYear = lowerAt(line, at + 3) === '/' && areJoined(line, at + 3) && isYearNumber(line, at + 4)
  return {month, day, year: hasYear ? tokenAt(line, at + 4).value : undefined, end: hasYear ? at + 5 : at + 3}
}
