import {HOLIDAYS} from './date-holidays.ts'
import {NAMED_DECADES} from './date-rules-eras.ts'
import {SET_WORDS, WEEKDAY_PLURALS} from './date-rules-sets.ts'
import type {DateToken} from './date-tokens.ts'
import {
  DAY_PARTS,
  MONTH_ABBREVIATIONS,
  MONTH_NAMES,
  PART_NAMES,
  PART_NOUNS,
  PLURAL_UNIT_NAMES,
  SEASON_NAMES,
  UNIT_NAMES,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAY_NAMES
} from './date-words.ts'
import {CARDINALS, ORDINALS, VAGUE_COUNTS} from './number-words.ts'

/** Whether an expression of time may begin with this token: nine words in ten cannot, and no rule needs to look at them. */
export function mayOpen({kind, lower}: DateToken): boolean {
  if (kind === 'word') return OPENING_WORDS.has(lower)
  return kind === 'number' || OPENING_MARKS.has(lower)
}

const OPENING_MARKS: ReadonlySet<string> = new Set(["'", '’', '‘', '½'])

const OPENING_WORDS: ReadonlySet<string> = new Set([
  ...[MONTH_NAMES, MONTH_ABBREVIATIONS, WEEKDAY_NAMES, WEEKDAY_ABBREVIATIONS, WEEKDAY_PLURALS].flatMap(keysOf),
  ...[UNIT_NAMES, PLURAL_UNIT_NAMES, SEASON_NAMES, PART_NAMES, PART_NOUNS, NAMED_DECADES, SET_WORDS].flatMap(keysOf),
  ...[CARDINALS, ORDINALS].flatMap(keysOf),
  ...DAY_PARTS,
  ...VAGUE_COUNTS,
  ...keysOf(HOLIDAYS).map(name => name.split(/[ '.-]/)[0]!),
  ...`a an the this that these last next past previous recent current coming upcoming earlier later from between more less fewer
  today tonight tonite yesterday tomorrow tmrw now nowadays currently to half another every each once twice per noonish summers
  autumns winters q h fiscal financial fy world wwi wwii`.split(/\s+/)
])

function keysOf(words: ReadonlyMap<string, unknown>): string[] {
  return [...words.keys()]
}
