import type {Days} from '../told-claim.ts'
import {usualTitle} from './as-of.ts'
import {compare, compareDays, isBefore, overlap} from './days.ts'
import type {PostFact, PostKind} from './post-fact.ts'
import type {PostMark} from './post-marks.ts'

/** All that is told of one holder in one post. */
export interface Tenure<Fact> {
  readonly kind: PostKind
  readonly holder: string
  readonly body: string | undefined
  readonly key: string
  /** As most reports write it. */
  readonly title: string
  /** On a day among the first of these, and on a day among the last, somebody was seen holding it. Observed is not begun. */
  readonly observed?: {readonly first: Days; readonly last: Days}
  /** Only where words say so; reports that differ stand beside each other. */
  readonly begun: readonly Bound<Fact>[]
  readonly ended: readonly Bound<Fact>[]
  /** The first report that calls the holder a former one, and the last that calls them a coming one. */
  readonly formerBy?: Bound<Fact>
  readonly designateBy?: Bound<Fact>
  readonly denied: readonly Bound<Fact>[]
  /** Stretches of a year or more in which nobody reports the holder in the post. */
  readonly gaps: readonly Days[]
  /** The next in the same post. */
  readonly next?: NextHolder
  readonly facts: readonly Fact[]
}

/** On a day among these, by these facts. */
export interface Bound<Fact> {
  readonly days: Days
  readonly facts: readonly Fact[]
}

/** Who is told of next in a post, and whether the one's end meets the other's beginning. */
export interface NextHolder {
  readonly holder: string
  /**
   * `meets`: an end and a beginning are told, and may be one day. `follows`: an end is told, and the other is first told of no earlier.
   * `gap`: days between them. `overlap`: both at one time.
   */
  readonly how: 'meets' | 'follows' | 'gap' | 'overlap'
  readonly days?: Days
}

/** Facts as tenures: one for each holder of each post of each body, in the order in which they are first told of. */
export function tenuresOf<Fact extends PostFact>(facts: readonly Fact[]): Tenure<Fact>[] {
  const ordered = [...facts].sort((a, b) => compare(a.place, b.place))
  const posts = Map.groupBy(ordered, ({kind, body, key}) => `${kind}\n${body}\n${key}`)
  const tenures = [...posts.values()].flatMap(post => {
    const held = [...Map.groupBy(post, ({holder}) => holder).values()].map(tenureOf).sort(compareTenures)
    return held.map((tenure, index) => withNext(tenure, held[index + 1]))
  })
  return tenures.sort(compareTenures)
}

function tenureOf<Fact extends PostFact>(facts: readonly Fact[]): Tenure<Fact> {
  const {kind, holder, body, key} = facts[0]!
  const seen = boundsOf(facts, 'seen')
  const ended = boundsOf(facts, 'ended')
  const begun = boundsOf(facts, 'begun')
  const formerBy = boundsOf(facts, 'former')[0]
  const designateBy = boundsOf(facts, 'designate').at(-1)
  return {
    kind,
    holder,
    body,
    key,
    title: usualTitle(facts),
    ...(seen.length > 0 && {observed: {first: seen[0]!.days, last: lastDays(seen.map(({days}) => days))}}),
    begun,
    ended,
    ...(formerBy && {formerBy}),
    ...(designateBy && {designateBy}),
    denied: boundsOf(facts, 'denied'),
    gaps: gapsOf(facts),
    facts
  }
}

function boundsOf<Fact extends PostFact>(facts: readonly Fact[], kind: PostMark['kind']): Bound<Fact>[] {
  const marks = facts.flatMap(fact => fact.marks.filter(mark => mark.kind === kind).map(({days}) => ({days, fact})))
  const groups = Map.groupBy(marks, ({days}) => `${days.earliest} ${days.latest}`)
  return [...groups.values()]
    .map(group => ({days: group[0]!.days, facts: [...new Set(group.map(({fact}) => fact))]}))
    .sort((a, b) => compareDays(a.days, b.days))
}

function lastDays(days: readonly Days[]): Days {
  return days.reduce((last, each) => (compare(last.latest, each.latest) < 0 ? each : last))
}

/** Shorter silence says little: many posts are named once a year. */
const GAP_DAYS_MIN = 365

/** Between what is told of the post being held, taken or left. */
function gapsOf(facts: readonly PostFact[]): Days[] {
  const held = facts
    .flatMap(({marks}) => marks.filter(({kind}) => kind !== 'called' && kind !== 'denied'))
    .filter(({kind}) => kind !== 'former' && kind !== 'designate')
    .map(({days}) => days)
    .sort(compareDays)
  const gaps: Days[] = []
  let until = held[0]?.latest
  for (const {earliest, latest} of held) {
    if (GAP_DAYS_MIN <= daysBetween(until!, earliest))
      gaps.push({earliest: dayAfter(until!, 1), latest: dayAfter(earliest, -1)})
    if (until! < latest) until = latest
  }
  return gaps
}

/** Who holds a post first is who is first told to. */
function compareTenures(one: Tenure<PostFact>, other: Tenure<PostFact>): number {
  return (
    compareDays(firstOf(one), firstOf(other)) ||
    compare(one.key, other.key) ||
    compare(one.holder, other.holder) ||
    compare(one.body ?? '', other.body ?? '')
  )
}

function firstOf({facts}: Tenure<PostFact>): Days {
  return facts.flatMap(({marks}) => marks.map(({days}) => days)).reduce((a, b) => (compareDays(a, b) <= 0 ? a : b))
}

function withNext<Fact>(tenure: Tenure<Fact>, next: Tenure<Fact> | undefined): Tenure<Fact> {
  if (!next || tenure.kind !== 'role') return tenure
  const {holder} = next
  const end = tenure.ended.at(-1)?.days ?? tenure.observed?.last
  const begin = next.begun[0]?.days ?? next.observed?.first
  if (!end || !begin) return tenure
  const isTold = tenure.ended.length > 0 && next.begun.length > 0
  if (isTold && (overlap(end, begin) || daysBetween(end.latest, begin.earliest) === 1))
    return {...tenure, next: {holder, how: 'meets'}}
  if (isBefore(end, begin)) {
    const days = {earliest: dayAfter(end.latest, 1), latest: dayAfter(begin.earliest, -1)}
    return {...tenure, next: {holder, how: 'gap', ...(days.earliest <= days.latest && {days})}}
  }
  const mayFollow = tenure.ended.length > 0 && end.earliest <= begin.latest
  return {...tenure, next: {holder, how: mayFollow ? 'follows' : 'overlap'}}
}

const DAY_MS = 86_400_000

function daysBetween(one: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(one)) / DAY_MS)
}

function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}
