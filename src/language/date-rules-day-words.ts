import type {Match} from './date-meaning.ts'
import {timeOf} from './date-rules-which.ts'
import {type Line, lowerAt, tokenAt} from './date-tokens.ts'

/**
 * ```text
 * he arrived yesterday and speaks tonight; they now live here
 *            ^^^^^^^^^            ^^^^^^^       ^^^
 * ```
 */
export function dayWord(line: Line, at: number): Match | undefined {
  const word = lowerAt(line, at)
  const days = DAY_WORDS.get(word)
  if (days !== undefined) return {end: at + 1, meaning: {kind: 'day-offset', days}}
  if (word === 'to' && lowerAt(line, at + 1) === 'date' && endsClause(line, at + 2))
    return {end: at + 2, meaning: {kind: 'now'}}
  if (word === 'tonight' || word === 'tonite')
    return {end: at + 1, meaning: timeOf({kind: 'day-offset', days: 0}, 'night')}
  const isNow = word === 'now' || word === 'nowadays' || word === 'currently'
  return isNow && !isNameEnd(line, at) ? {end: at + 1, meaning: {kind: 'now'}} : undefined
}

/** Days from publication. */
export const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
  ['tmrw', 1]
])

/** "Clean Rivers Now" is a group. */
function isNameEnd(line: Line, at: number): boolean {
  const before = tokenAt(line, at - 1)
  return tokenAt(line, at).capital && before.kind === 'word' && before.capital
}

/** Whether nothing more is said of what stands before. */
export function endsClause(line: Line, at: number): boolean {
  const {kind, lower} = tokenAt(line, at)
  return (
    kind === 'break' || [',', '.', ';', ':', '!', '?', ')', '"', '”', '’', '–', '—', '-', 'and', 'but'].includes(lower)
  )
}
