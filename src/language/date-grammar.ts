import type {Match} from './date-meaning.ts'
import {mayOpen} from './date-openers.ts'
import {duration} from './date-rules-length.ts'
import {oneDate} from './date-rules-parts.ts'
import {range} from './date-rules-ranges.ts'
import {recurrence} from './date-rules-sets.ts'
import {type Line, tokenAt} from './date-tokens.ts'

/**
 * Read the expression of time that begins at `at`: the first rule that fits, from the one that joins most to the one that
 * joins least. Every rule looks a bounded number of tokens ahead, so the whole text is read in linear time.
 */
export function readDate(line: Line, at: number): Match | undefined {
  if (!mayOpen(tokenAt(line, at))) return undefined
  return range(line, at) ?? oneDate(line, at) ?? recurrence(line, at) ?? duration(line, at)
}
