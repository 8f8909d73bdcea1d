import type {Exactness} from './date-meaning.ts'
import {type Line, lowerAt} from './date-tokens.ts'

/**
 * Read how exact a count is, and where the count itself begins.
 *
 * As annotators of dates do, "about" and "nearly" are read but left out of the date's words; "more than" belongs to them.
 *
 * ```text
 * about two years ago, nearly a decade ago, more than two years ago, almost the past year
 *       ^^^^^^^^^^^^^         ^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^         ^^^^^^^^^^^^^
 * ```
 */
export function readExactness(line: Line, at: number): {exactness: Exactness; end: number} {
  if (lowerAt(line, at + 1) === 'than') {
    const compared = COMPARED.get(lowerAt(line, at))
    if (compared) return {exactness: compared, end: at + 2}
  }
  return {exactness: INEXACT.get(lowerAt(line, at - 1)) ?? 'exact', end: at}
}

const COMPARED: ReadonlyMap<string, Exactness> = new Map([
  ['more', 'more'],
  ['less', 'less'],
  ['fewer', 'less']
])

const INEXACT: ReadonlyMap<string, Exactness> = new Map([
  ['about', 'about'],
  ['around', 'about'],
  ['some', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['nearly', 'less'],
  ['almost', 'less'],
  ['under', 'less'],
  ['over', 'more']
])
