import type {Analysis, DateExpression} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Time} from './claim.ts'
import {timeOf} from './material.ts'

/** The resolved dates whose words lie in `span`, in the order of the text. */
export function timesWithin(analysis: Analysis, {start, end}: Span): Time[] {
  const {dates} = analysis
  const found: Time[] = []
  for (let index = firstFrom(dates, start); index < dates.length && dates[index]!.start < end; index++) {
    const date = dates[index]!
    const time = date.end <= end && date.type !== 'duration' && date.type !== 'set' ? timeOf(date) : undefined
    if (time) found.push(time)
  }
  return found
}

/** The index of the first date that starts at `offset` or later; dates are in the order of the text. */
function firstFrom(dates: readonly DateExpression[], offset: number): number {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The date that says when the verb or noun at `word` happened: the nearest one of its clause, one after it before one ahead of
 * it.
 *
 * ```text
 * The guild named her in 2015 after its council met in May.
 *           ^^^^^        ^^^^
 * ```
 */
export function timeNear(analysis: Analysis, word: number, bounds: {first: number; end: number}): Time | undefined {
  const {starts, ends} = analysis
  const clauseEnd = boundaryAfter(analysis, word, bounds.end)
  const clauseStart = boundaryBefore(analysis, word, bounds.first)
  const after = timesWithin(analysis, {start: ends[word]!, end: ends[clauseEnd - 1] ?? ends[word]!})
  if (after.length > 0) return after[0]
  const before = timesWithin(analysis, {start: starts[clauseStart]!, end: starts[word]!})
  if (before.length > 0) return before.at(-1)
  const ahead = /^when$/i.test(analysis.forms[clauseStart - 1] ?? '')
    ? dateEndingAt(analysis, clauseStart - 2)
    : undefined
  return ahead ?? openingTime(analysis, word, bounds.first)
}

/** The date whose last word is `word`: "in September, when". */
function dateEndingAt(analysis: Analysis, word: number): Time | undefined {
  const last = analysis.forms[word] === ',' ? word - 1 : word
  const end = analysis.ends[last]
  if (end === undefined) return undefined
  const from = analysis.starts[Math.max(0, last - 5)]!
  return timesWithin(analysis, {start: from, end}).findLast(time => time.end === end)
}

/** A date that opens the sentence holds for its first clauses: "In May, the guild, which …, named her". */
function openingTime(analysis: Analysis, word: number, first: number): Time | undefined {
  const end = Math.min(word, first + OPENING_WORDS_MAX)
  const comma = analysis.forms.slice(first, end).indexOf(',')
  if (comma < 0) return undefined
  return timesWithin(analysis, {start: analysis.starts[first]!, end: analysis.starts[first + comma]!})[0]
}

const OPENING_WORDS_MAX = 9

/** Words that begin a clause of its own, so that a date beyond them says when something else was. */
const CLAUSE_BREAK =
  /^(?:[;:()“”"]|--|–|—|but|after|before|when|while|because|although|though|whose|which|who|if|whereas)$/i

function boundaryAfter({forms}: Analysis, word: number, end: number): number {
  let boundary = word + 1
  while (boundary < end && !CLAUSE_BREAK.test(forms[boundary]!) && !endsAtComma(forms, boundary)) boundary++
  return boundary
}

/** A comma ends the clause unless it stands inside a date: "May 5, 2015". */
function endsAtComma(forms: readonly string[], word: number): boolean {
  return forms[word] === ',' && !/^(?:\d{4}|on|in)$/.test(forms[word + 1] ?? '')
}

function boundaryBefore({forms}: Analysis, word: number, first: number): number {
  let boundary = word
  while (first < boundary && !CLAUSE_BREAK.test(forms[boundary - 1]!)) boundary--
  return boundary
}
