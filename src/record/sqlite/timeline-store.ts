import {pageLimit} from '../page-cursor.ts'
import type {StoredClaim} from '../store.ts'
import {answerAsOf, isKnown} from '../timeline/as-of.ts'
import {type Bound, type Tenure, tenuresOf} from '../timeline/tenures.ts'
import type {
  AsOfAnswers,
  AsOfQuery,
  StoredBound,
  StoredTenure,
  Timeline,
  TimelineIndex,
  TimelineQuery
} from '../timeline/timeline-index.ts'
import {readAddress} from './find-entities.ts'
import {subjectOf} from './identity-lookup.ts'
import type {InProject} from './tables.ts'
import {bodiesOf, claimIdsBehind, claimsBehind, holdersOf} from './timeline-claims.ts'
import {factsInBody, factsOfHolder, type RowFact} from './timeline-facts.ts'
import {factsAtPlace} from './timeline-then.ts'

/** Who held which post when, out of SQLite. */
export class SqliteTimeline implements TimelineIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  async asOf(address: string, query: AsOfQuery): Promise<AsOfAnswers> {
    const {asked, on, knownBy, recordedBy} = query
    const subject = await this.#subjectAt(address)
    if (subject === undefined) return {answers: [], answerCount: 0, claimCount: 0}
    const now = await factsInBody(this.#scope, subject, asked)
    const facts = await factsAtPlace(this.#scope, now, {subject, side: 'body', recordedBy})
    const answers = answerAsOf(facts, asked, {on, ...(knownBy !== undefined && {knownBy})})
    const shown = answers.slice(0, pageLimit(query.limit, {fallback: 20}))
    const limit = claimLimit(query)
    const cited = shown.flatMap(({by, against}) => [...newest(by, limit), ...newest(against, limit)])
    const claims = await claimsBehind(this.#scope, cited)
    const naming = shown.map(({by, against}) => usual([...by, ...against], ({row}) => row.holder))
    const holders = await holdersOf(this.#scope, naming)
    return {
      answers: shown.map(({title, holds, reason, by, against}, index) => ({
        holder: holders[index]!,
        kind: naming[index]!.kind,
        title,
        holds,
        reason,
        by: claimsOf(newest(by, limit), claims),
        byCount: by.length,
        against: claimsOf(newest(against, limit), claims),
        againstCount: against.length
      })),
      answerCount: answers.length,
      claimCount: facts.filter(fact => isKnown(fact, knownBy)).length
    }
  }

  async timeline(address: string, query: TimelineQuery = {}): Promise<Timeline> {
    const subject = await this.#subjectAt(address)
    if (subject === undefined) return {tenures: []}
    const held = await this.#factsOn('holder', subject, query)
    const within = await this.#factsOn('body', subject, query)
    const facts = new Map([...held, ...within].map(fact => [fact.place, fact]))
    return {tenures: await this.#show(tenuresOf([...facts.values()]), claimLimit(query))}
  }

  async #factsOn(side: 'holder' | 'body', subject: number, {knownBy, recordedBy}: TimelineQuery): Promise<RowFact[]> {
    const now = await (side === 'holder' ? factsOfHolder(this.#scope, subject) : factsInBody(this.#scope, subject))
    const facts = await factsAtPlace(this.#scope, now, {subject, side, recordedBy})
    return facts.filter(fact => isKnown(fact, knownBy))
  }

  async #show(tenures: readonly Tenure<RowFact>[], limit: number): Promise<StoredTenure[]> {
    const cited = tenures.flatMap(({facts}) => newest(facts, limit))
    const claims = await claimsBehind(this.#scope, cited)
    const ids = await claimIdsBehind(this.#scope, tenures.flatMap(boundFacts))
    const holders = await holdersOf(
      this.#scope,
      tenures.map(({facts}) => usual(facts, ({row}) => row.holder))
    )
    const bodies = await bodiesOf(
      this.#scope,
      tenures.map(({facts}) => usual(facts, ({row}) => row.body ?? ''))
    )
    const byHolder = new Map(tenures.map(({holder}, index) => [holder, holders[index]!]))
    const bound = (told: Bound<RowFact>) => storedBound(told, ids)
    return tenures.map(
      ({kind, title, observed, begun, ended, formerBy, designateBy, denied, gaps, next, facts}, index) => ({
        kind,
        holder: holders[index]!,
        ...(bodies[index] && {body: bodies[index]}),
        title,
        ...(observed && {observed}),
        begun: begun.map(bound),
        ended: ended.map(bound),
        ...(formerBy && {formerBy: bound(formerBy)}),
        ...(designateBy && {designateBy: bound(designateBy)}),
        denied: denied.map(bound),
        gaps,
        ...(next && {next: {...next, holder: byHolder.get(next.holder)!}}),
        claims: claimsOf(newest(facts, limit), claims),
        claimCount: facts.length
      })
    )
  }

  async #subjectAt(address: string): Promise<number | undefined> {
    const parts = readAddress(address)
    return parts && subjectOf(this.#scope, parts.document, parts.entity)
  }
}

const CLAIMS_MAX = 100

function claimLimit(query: TimelineQuery): number {
  return Math.min(pageLimit(query.claimLimit, {fallback: 5}), CLAIMS_MAX)
}

function claimsOf(facts: readonly RowFact[], claims: ReadonlyMap<string, StoredClaim>): StoredClaim[] {
  return facts.flatMap(({place}) => claims.get(place) ?? [])
}

/** What was saved last is looked at first. */
function newest(facts: readonly RowFact[], limit: number): RowFact[] {
  return [...facts].sort((a, b) => (a.place < b.place ? 1 : -1)).slice(0, limit)
}

/** The newest fact of those that name it as most do. */
function usual(facts: readonly RowFact[], key: (fact: RowFact) => string): RowFact {
  const groups = [...Map.groupBy(newest(facts, facts.length), key).values()]
  return groups.reduce((best, group) => (best.length < group.length ? group : best))[0]!
}

function boundFacts({begun, ended, formerBy, designateBy, denied}: Tenure<RowFact>): RowFact[] {
  const bounds = [...begun, ...ended, ...(formerBy ? [formerBy] : []), ...(designateBy ? [designateBy] : []), ...denied]
  return bounds.flatMap(({facts}) => newest(facts, CLAIMS_MAX))
}

function storedBound({days, facts}: Bound<RowFact>, ids: ReadonlyMap<string, string>): StoredBound {
  return {days, claims: newest(facts, CLAIMS_MAX).flatMap(({place}) => ids.get(place)?.split(' ')[1] ?? [])}
}
