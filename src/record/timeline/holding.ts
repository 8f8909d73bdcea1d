import type {Days} from '../told-claim.ts'
import {compare, isBefore, isWithin, overlap} from './days.ts'
import type {PostFact} from './post-fact.ts'
import type {PostMark} from './post-marks.ts'

/**
 * How surely somebody held a post on the days asked for. Only `stated` is definite: a report's words put them in it on one of
 * these days. Everything else is what may follow, and says from what.
 */
export type Holds =
  | 'stated'
  | 'between'
  | 'possible'
  | 'last-seen-before'
  | 'seen-before-others'
  | 'first-seen-after'
  | 'designate'
  | 'denied'

/** Whether one holder held one post, by what facts, and what speaks against it. */
export interface Holding<Fact> {
  readonly holds: Holds
  /** Words for a reader. */
  readonly reason: string
  readonly by: readonly Fact[]
  readonly against: readonly Fact[]
}

/** What facts about one holder and one post say of the days `on`; undefined where they place it elsewhere. */
export function holdingOn<Fact extends Pick<PostFact, 'marks' | 'place'>>(
  facts: readonly Fact[],
  on: Days
): Holding<Fact> | undefined {
  const marks = marksOf(facts)
  const found = stated(marks, on) ?? followed(marks, on)
  if (!found) return undefined
  const by = factsOf(found.marks)
  const against = factsOf(marksAgainst(marks, on, found.marks)).filter(fact => !by.includes(fact))
  if (found.holds === 'denied') return {holds: 'denied', reason: found.reason, by: [], against: by}
  return {holds: found.holds, reason: found.reason, by, against}
}

interface Placed<Fact> extends PostMark {
  readonly fact: Fact
}

interface Found<Fact> {
  readonly holds: Holds
  readonly reason: string
  readonly marks: readonly Placed<Fact>[]
}

function marksOf<Fact extends Pick<PostFact, 'marks' | 'place'>>(facts: readonly Fact[]): Placed<Fact>[] {
  return [...facts].sort((a, b) => compare(a.place, b.place)).flatMap(fact => fact.marks.map(mark => ({...mark, fact})))
}

function factsOf<Fact>(marks: readonly Placed<Fact>[]): Fact[] {
  return [...new Set(marks.map(({fact}) => fact))]
}

/** On the day that somebody takes or leaves a post, they hold it. */
function isHeld({kind}: PostMark): boolean {
  return kind === 'seen' || kind === 'begun' || kind === 'ended' || kind === 'throughout' || kind === 'called'
}

/** A day somewhere among 2016 is surely among 2016 and 2017, not surely in May. */
function stated<Fact>(marks: readonly Placed<Fact>[], on: Days): Found<Fact> | undefined {
  const sure = marks.filter(mark => isHeld(mark) && mark.isSure && isStatedOn(mark, on))
  const [first] = sure
  if (!first) return undefined
  const seen = sure.find(({kind}) => kind === 'seen')
  return {holds: 'stated', reason: STATED_REASONS[(seen ?? first).kind](seen ?? first), marks: sure}
}

function isStatedOn(mark: PostMark, on: Days): boolean {
  return mark.kind === 'throughout' ? overlap(mark.days, on) : isWithin(mark.days, on)
}

const STATED_REASONS: Readonly<Record<PostMark['kind'], (mark: PostMark) => string>> = {
  seen: ({days}) => `said to hold it ${onDays(days)}`,
  begun: ({days}) => `said to have taken it ${onDays(days)}`,
  ended: ({days}) => `said to have held it until ${written(days)}`,
  throughout: ({days}) => `said to hold it from ${days.earliest} to ${days.latest}`,
  called: ({days}) => `called so ${onDays(days)}`,
  former: ({days}) => `said to have held it before ${written(days)}`,
  designate: ({days}) => `said, ${onDays(days)}, to be about to take it`,
  denied: ({days}) => `said not to hold it ${onDays(days)}`
}

/** What may follow from the last mark before and the first after. */
function followed<Fact>(marks: readonly Placed<Fact>[], on: Days): Found<Fact> | undefined {
  const left = heldBefore(marks, on)
  const right = heldAfter(marks, on)
  const around = marks.filter(mark => isHeld(mark) && overlap(mark.days, on))
  if (left && right)
    return {holds: 'between', reason: `${lastWords(left[0]!)}, ${nextWords(right[0]!)}`, marks: [...left, ...right]}
  if (around.length > 0 && !(isOverBefore(marks, on) && around.every(isUndated)))
    return {holds: 'possible', reason: possibleWords(around[0]!), marks: around}
  if (left) return {holds: 'last-seen-before', reason: `${lastWords(left[0]!)}, and no end is told`, marks: left}
  if (right)
    return {holds: 'first-seen-after', reason: `${nextWords(right[0]!)}, and no beginning is told`, marks: right}
  return former(marks, on) ?? expected(marks, on) ?? denied(marks, on)
}

function isUndated({days}: PostMark): boolean {
  return days.latest.startsWith('9999')
}

/** The last marks before `on` at which it was held, unless it was over by then. */
function heldBefore<Fact>(marks: readonly Placed<Fact>[], on: Days): Placed<Fact>[] | undefined {
  const held = marks.filter(mark => isHeld(mark) && mark.kind !== 'ended' && isBefore(mark.days, on))
  const last = greatest(held, ({days}) => `${days.latest} ${days.earliest}`)
  if (!last || isOverBefore(marks, on)) return undefined
  return held.filter(
    ({days, kind}) =>
      days.latest === last.days.latest && (kind === 'throughout' || days.earliest === last.days.earliest)
  )
}

/** An end among days at the same time as, or later than, the last day on which it was held, and no later beginning. */
function isOverBefore(marks: readonly PostMark[], on: Days): boolean {
  const held = marks.filter(mark => isHeld(mark) && mark.kind !== 'ended' && isBefore(mark.days, on))
  const last = greatest(held, ({days}) => `${days.latest} ${days.earliest}`)
  return marks.some(
    ({kind, days}) =>
      (kind === 'ended' && isBefore(days, on) && (!last || last.days.earliest <= days.latest)) ||
      (kind === 'former' && isBefore(days, on) && (!last || last.days.latest < days.earliest))
  )
}

/** The first marks after `on` at which it was held, unless it had not begun on `on`. */
function heldAfter<Fact>(marks: readonly Placed<Fact>[], on: Days): Placed<Fact>[] | undefined {
  const held = marks.filter(mark => isHeld(mark) && mark.kind !== 'begun' && isBefore(on, mark.days))
  const first = least(held, ({days}) => `${days.earliest} ${days.latest}`)
  if (!first) return undefined
  const isLater = marks.some(
    ({kind, days}) =>
      (kind === 'begun' || kind === 'designate') && isBefore(on, days) && days.earliest <= first.days.latest
  )
  return isLater
    ? undefined
    : held.filter(({days}) => days.earliest === first.days.earliest && days.latest === first.days.latest)
}

/** Who was no longer it by a day held it some time before. */
function former<Fact>(marks: readonly Placed<Fact>[], on: Days): Found<Fact> | undefined {
  const isLater = marks.some(({kind, days}) => (kind === 'begun' || kind === 'designate') && isBefore(on, days))
  const told = marks.filter(({kind, days}) => kind === 'former' && on.earliest <= days.latest)
  if (isLater || told.length === 0) return undefined
  const first = least(told, ({days}) => days.latest)!
  return {
    holds: 'possible',
    reason: isUndated(first) ? 'said to have held it, not when' : `${STATED_REASONS.former(first)}, not when`,
    marks: told
  }
}

function expected<Fact>(marks: readonly Placed<Fact>[], on: Days): Found<Fact> | undefined {
  const told = marks.filter(({kind, days}) => kind === 'designate' && days.earliest <= on.latest)
  const last = greatest(told, ({days}) => days.latest)
  const begins = marks.filter(({kind, days}) => kind === 'begun' && isBefore(on, days))
  if (!last || begins.length > 0) return undefined
  return {holds: 'designate', reason: `${STATED_REASONS.designate(last)}; that they took it is not told`, marks: told}
}

function denied<Fact>(marks: readonly Placed<Fact>[], on: Days): Found<Fact> | undefined {
  const told = marks.filter(({kind, days}) => kind === 'denied' && overlap(days, on))
  return told.length > 0 ? {holds: 'denied', reason: STATED_REASONS.denied(told[0]!), marks: told} : undefined
}

/**
 * What does not go together with holding it on `on`: an end before, unless a beginning is told after it, and a report of a
 * former holder that is no later than those of a present one.
 */
function marksAgainst<Fact>(marks: readonly Placed<Fact>[], on: Days, by: readonly Placed<Fact>[]): Placed<Fact>[] {
  const span = spanOf([...by.map(({days}) => days), on])
  const begun = marks.filter(({kind}) => kind === 'begun')
  const ended = marks.filter(({kind}) => kind === 'ended')
  return marks.filter(({kind, days}) => {
    if (kind === 'denied') return overlap(days, span)
    if (kind === 'former' && overlap(days, on)) return by.some(held => days.earliest <= held.days.latest)
    if (kind === 'ended' || kind === 'former')
      return (
        isBefore(days, on) &&
        !begun.some(begin => days.earliest <= begin.days.earliest && begin.days.earliest <= on.latest)
      )
    if (kind === 'begun' || kind === 'designate')
      return isBefore(on, days) && !ended.some(end => on.earliest <= end.days.latest && end.days.latest <= days.latest)
    return false
  })
}

function spanOf(days: readonly Days[]): Days {
  return {
    earliest: least(days, ({earliest}) => earliest)!.earliest,
    latest: greatest(days, ({latest}) => latest)!.latest
  }
}

function lastWords({kind, days}: PostMark): string {
  if (kind === 'begun') return `said to have taken it ${onDays(days)}`
  if (kind === 'throughout') return `last said to hold it on ${days.latest}`
  return `last ${kind === 'called' ? 'called so' : 'said to hold it'} ${onDays(days)}`
}

function nextWords({kind, days}: PostMark): string {
  if (kind === 'ended') return `said to have held it until ${written(days)}`
  if (kind === 'throughout') return `next said to hold it on ${days.earliest}`
  return `next ${kind === 'called' ? 'called so' : 'said to hold it'} ${onDays(days)}`
}

function possibleWords(mark: PostMark): string {
  const isHedged = !mark.isSure && mark.kind !== 'called'
  if (isUndated(mark) && mark.kind === 'called') return 'called so in a report without a date'
  if (mark.kind === 'called') return `called so ${onDays(mark.days)}, not said to hold it then`
  const words = STATED_REASONS[mark.kind](mark)
  return isHedged ? `${words}, not surely` : `${words}, on which day is not told`
}

function onDays(days: Days): string {
  return days.earliest === days.latest ? `on ${days.earliest}` : `within ${written(days)}`
}

/** `2016`, `2016-05`, `2016-05-03`, or both ends. */
export function written({earliest, latest}: Days): string {
  if (earliest === latest) return earliest
  const year = earliest.slice(0, 4)
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year
  const month = earliest.slice(0, 7)
  if (earliest === `${month}-01` && latest === lastOfMonth(month)) return month
  return `${earliest} to ${latest}`
}

function lastOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

function greatest<Item>(items: readonly Item[], key: (item: Item) => string): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && key(item) <= key(best) ? best : item), undefined)
}

function least<Item>(items: readonly Item[], key: (item: Item) => string): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && key(best) <= key(item) ? best : item), undefined)
}
