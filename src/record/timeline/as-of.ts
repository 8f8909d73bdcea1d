import type {Days} from '../told-claim.ts'
import {compare, compareDays, isBefore} from './days.ts'
import {type Holding, type Holds, holdingOn} from './holding.ts'
import type {PostFact} from './post-fact.ts'

/** What can be asked of a body: who led it, who spoke for it, who belonged to it. */
export type Asked = 'leads' | 'speaks-for' | 'belongs-to'

/** On which days, by reports up to which day, and as the record stood at which place of its log. */
export interface AsOf {
  readonly on: Days
  readonly knownBy?: string
  readonly recordedBy?: number
}

/** This holder held this post so surely, by these facts, with these against it. */
export interface PostAnswer<Fact> extends Holding<Fact> {
  readonly holder: string
  readonly title: string
  readonly key: string
}

/**
 * Who held a post that is asked for, the surest first. Two who are stated to hold one post are both given: which is right is
 * for a person to say. `facts` are of one body.
 */
export function answerAsOf<Fact extends PostFact>(
  facts: readonly Fact[],
  asked: Asked,
  {on, knownBy, recordedBy}: AsOf
): PostAnswer<Fact>[] {
  const told = facts.filter(fact => isAsked(fact, asked) && isKnown(fact, knownBy, recordedBy))
  const posts = [...Map.groupBy(told, ({holder, key}) => `${holder}\n${key}`).values()]
  const answers = posts.flatMap(post => {
    const holding = holdingOn(post, on)
    return holding ? [{holder: post[0]!.holder, key: post[0]!.key, title: usualTitle(post), ...holding}] : []
  })
  const ranked = asked === 'leads' ? answers.map(answer => beforeOthers(answer, told, on)) : answers
  return ranked.sort(
    (a, b) =>
      RANKS[a.holds] - RANKS[b.holds] || compareNearness(a, b) || compare(a.key, b.key) || compare(a.holder, b.holder)
  )
}

/** Who was told of nearest to the days asked for. */
function compareNearness(a: PostAnswer<PostFact>, b: PostAnswer<PostFact>): number {
  return a.holds === 'first-seen-after' ? compareDays(lastOf(a), lastOf(b)) : compareDays(lastOf(b), lastOf(a))
}

const RANKS: Readonly<Record<Holds, number>> = {
  stated: 0,
  between: 1,
  possible: 2,
  'last-seen-before': 3,
  'first-seen-after': 4,
  designate: 5,
  'seen-before-others': 6,
  denied: 7
}

/** Whether a post is one of those asked for. */
function isAsked({isHead, isSpokes, kind}: Pick<PostFact, 'isHead' | 'isSpokes' | 'kind'>, asked: Asked): boolean {
  if (asked === 'leads') return kind === 'role' && isHead
  if (asked === 'speaks-for') return kind === 'role' && isSpokes
  return true
}

/** A report whose day is not known cannot be said to have been known by any. */
export function isKnown({reportedBy, recorded}: PostFact, knownBy?: string, recordedBy?: number): boolean {
  if (recordedBy !== undefined && recordedBy < recorded) return false
  return knownBy === undefined || (reportedBy !== undefined && reportedBy <= knownBy)
}

/** The way of writing it that most facts use. */
export function usualTitle(facts: readonly PostFact[]): string {
  const counts = new Map<string, number>()
  for (const {title} of facts) counts.set(title, (counts.get(title) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || compare(a, b))[0]![0]
}

/** Who was last seen in a post before somebody else was is not retired by that, but it stands behind. */
function beforeOthers<Fact extends PostFact>(
  answer: PostAnswer<Fact>,
  told: readonly Fact[],
  on: Days
): PostAnswer<Fact> {
  if (answer.holds !== 'last-seen-before') return answer
  const last = lastOf(answer)
  const others = told.filter(
    ({key, holder, marks}) =>
      key === answer.key &&
      holder !== answer.holder &&
      marks.some(
        ({kind, days, isSure}) =>
          isSure && (kind === 'seen' || kind === 'begun') && isBefore(last, days) && days.earliest <= on.latest
      )
  )
  if (others.length === 0) return answer
  return {...answer, holds: 'seen-before-others', reason: `${answer.reason}; another is told of since`}
}

function lastOf({by, against}: PostAnswer<PostFact>): Days {
  const days = (by.length > 0 ? by : against).flatMap(({marks}) => marks.map(mark => mark.days))
  return days.reduce((last, each) => (compare(last.latest, each.latest) < 0 ? each : last))
}
