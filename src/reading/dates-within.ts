import type {Analysis, DateExpression} from '../language/analysis.ts'
import {edtfBounds} from '../language/edtf.ts'
import type {Span} from '../text/span.ts'
import type {Time} from './claim.ts'
import {dateCovering} from './date-places.ts'
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
  return (ahead && lastOf(ahead)) ?? openingTime(analysis, word, bounds.first)
}

/** The date whose last word is `word`: "in September, when". */
function dateEndingAt(analysis: Analysis, word: number): Time | undefined {
  const last = analysis.forms[word] === ',' ? word - 1 : word
  const end = analysis.ends[last]
  if (end === undefined) return undefined
  const from = analysis.starts[Math.max(0, last - 5)]!
  return timesWithin(analysis, {start: from, end}).findLast(time => time.end === end)
}

/** The end of a span of time: "from 1996 until 2001, when". */
function lastOf(time: Time): Time {
  const end = time.edtf.split('/')[1]
  const bounds = end === undefined ? undefined : edtfBounds(end)
  return end !== undefined && bounds ? {...time, edtf: end, ...bounds} : time
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

function boundaryAfter(analysis: Analysis, word: number, end: number): number {
  const {forms} = analysis
  let boundary = word + 1
  while (boundary < end) {
    const close = asideEnd(forms, boundary, end)
    if (boundary < close) boundary = close
    else if (CLAUSE_BREAK.test(forms[boundary]!) || endsAtComma(analysis, boundary)) break
    else boundary++
  }
  return Math.min(boundary, end)
}

const CLOSING: Readonly<Record<string, string>> = {'“': '”', '"': '"', '(': ')'}
/** A title in quotation marks or an abbreviation in brackets is no longer, and does not end the clause. */
const ASIDE_WORDS_MAX = 7

/** One past the mark that closes the short aside at `word`; `word` itself where none begins there. */
function asideEnd(forms: readonly string[], word: number, end: number): number {
  const closing = CLOSING[forms[word]!]
  if (closing === undefined) return forms[word] === ',' ? nameEnd(forms, word, end) : word
  for (let close = word + 1; close < Math.min(end, word + ASIDE_WORDS_MAX + 2); close++)
    if (forms[close] === closing) return close + 1
  return word
}

/** One past a name between commas: "the holders, Reed Town, on Monday", "Osterby, Norland on Monday"; `comma` itself elsewhere. */
function nameEnd(forms: readonly string[], comma: number, end: number): number {
  let word = comma + 1
  while (word < Math.min(end, comma + 5) && /^\p{Lu}/u.test(forms[word]!)) word++
  if (word === comma + 1 || end <= word) return comma
  const isClosed = forms[word] === ',' && /^(?:in|on|at|last|early|late)$/.test(forms[word + 1] ?? '')
  return isClosed ? word + 1 : /^(?:on|last|early|late)$/.test(forms[word]!) ? word : comma
}

/** A comma ends the clause unless a date goes on behind it, "May 5, 2015", or comes: ", on Monday", not ", in a letter of Monday". */
function endsAtComma(analysis: Analysis, word: number): boolean {
  const {forms} = analysis
  if (forms[word] !== ',' || /^\d{4}$/.test(forms[word + 1] ?? '')) return false
  return !/^(?:on|in)$/.test(forms[word + 1] ?? '') || dateCovering(analysis, word + 2) === undefined
}

function boundaryBefore({forms}: Analysis, word: number, first: number): number {
  let boundary = word
  while (first < boundary) {
    const form = forms[boundary - 1]!
    const open = form === ')' ? bracketBefore(forms, boundary - 1, first) : boundary - 1
    if (form === ')' && open < boundary - 1) boundary = open
    else if (CLAUSE_BREAK.test(form)) break
    else boundary--
  }
  return boundary
}

/** The bracket that a short aside opens with, before the one that closes it. */
function bracketBefore(forms: readonly string[], closing: number, first: number): number {
  for (let word = closing - 1; first <= word && closing - word <= ASIDE_WORDS_MAX; word--)
    if (forms[word] === '(') return word
  return closing
}
