import {type DateExpression, type Tagged, wordAt} from './analysis.ts'
import {civilDay, isoDay, YEAR_MAX, YEAR_MIN} from './calendar.ts'
import type {Resolved} from './date-anchors.ts'
import {readDate} from './date-grammar.ts'
import type {Meaning} from './date-meaning.ts'
import {readPeriod} from './date-periods.ts'
import {resolveMeaning} from './date-resolution.ts'
import {isLooselyToday} from './date-today.ts'
import {type Line, lowerAt, readDateTokens, tokenAt} from './date-tokens.ts'
import {DatesTold} from './dates-told.ts'

export interface FindDatesOptions {
  /** EDTF; what relative dates are counted from. */
  readonly published?: string
}

/**
 * Find the words that say when, for how long and how often, each with its place in time and the rule that gave it.
 *
 * ```text
 * Elected in May 2015, she resigned two years later, on Tuesday.   (published 2019-02-07)
 *            ^^^^^^^^               ^^^^^^^^^^^^^^^     ^^^^^^^
 *            2015-05               2017               2019-02-05
 * ```
 *
 * The expressions come in the order of the text and do not overlap. One that cannot be placed keeps its words and says why.
 */
export function findDates(tagged: Tagged, {published}: FindDatesOptions = {}): DateExpression[] {
  const line = readDateTokens(tagged)
  const found = readDates(line)
  const meanings = found.map(({meaning}) => meaning)
  const told = new DatesTold(tagged, published === undefined ? undefined : readPeriod(published), meanings)
  return found.map(({at, end: endToken, meaning: read}) => {
    const {start} = tokenAt(line, at)
    const {end} = tokenAt(line, endToken - 1)
    const anchors = told.anchorsAt(start, end)
    const isLoose = told.isHistory && isToday(read) && isLooselyToday(tagged, {start, end, tense: anchors.tense})
    const meaning: Meaning = isLoose ? {kind: 'now'} : read
    const resolved = withinYears(resolveMeaning(meaning, anchors))
    told.remember(resolved, meaning, {start, named: isNaming(tagged, line, at, endToken)})
    return expressionOf({start, end, type: typeOf(meaning, resolved)}, resolved)
  })
}

function isToday(meaning: Meaning): boolean {
  return meaning.kind === 'day-offset' && meaning.days === 0
}

/** An expression as read, before it is placed in time; `at` and `end` count tokens. */
interface ReadExpression {
  readonly at: number
  readonly end: number
  readonly meaning: Meaning
}

function readDates(line: Line): ReadExpression[] {
  const found: ReadExpression[] = []
  for (let at = 0; at < line.length; ) {
    const match = readDate(line, at)
    if (match && at < match.end) found.push({at, ...match})
    at = Math.max(match?.end ?? 0, at + 1)
  }
  return found
}

function typeOf({kind}: Meaning, {period}: Resolved): DateExpression['type'] {
  if (kind === 'ahead') return period ? 'date' : 'duration'
  return kind === 'duration' || kind === 'set' || kind === 'time' ? kind : 'date'
}

function expressionOf(
  place: Pick<DateExpression, 'start' | 'end' | 'type'>,
  {period, duration, anchor, rule}: Resolved
): DateExpression {
  return {
    ...place,
    ...(period && {edtf: period.edtf, earliest: isoDay(period.first), latest: isoDay(period.last)}),
    ...(duration && {duration}),
    ...(anchor && {anchor}),
    rule
  }
}

/** Years that four digits cannot write are not placed. */
function withinYears(resolved: Resolved): Resolved {
  const {period} = resolved
  if (!period) return resolved
  const inside = YEAR_MIN <= civilDay(period.first).year && civilDay(period.last).year <= YEAR_MAX
  return inside ? resolved : {rule: 'outside the years 0000 to 9999'}
}

const DETERMINERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their', 'this'])

/** Whether the date only names a thing: "the May 3 accord". */
function isNaming(tagged: Tagged, line: Line, at: number, end: number): boolean {
  if (!DETERMINERS.has(lowerAt(line, at - 1)) || tokenAt(line, end).kind !== 'word') return false
  const tag = tagged.upos[wordAt(tagged, tokenAt(line, end).start)]
  return tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN'
}
