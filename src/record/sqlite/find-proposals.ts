import {sql} from 'kysely'
import type {Proposal, ProposalQuery} from '../identity/identity-index.ts'
import {pageLimit} from '../page-cursor.ts'
import {readAddress} from './find-entities.ts'
import {sensesOfSubject, subjectOf} from './identity-lookup.ts'
import {proposable, senseWith} from './sense-candidates.ts'
import {weighPair} from './sense-links.ts'
import {showSubject} from './show-subject.ts'
import type {InProject} from './tables.ts'

/** Who may be the same and is not joined, the surest first. Proposals are weighed when they are asked for, and kept nowhere. */
export async function findProposals(scope: InProject, {address, limit}: ProposalQuery): Promise<Proposal[]> {
  const count = pageLimit(limit)
  const senses = address === undefined ? await likelySenses(scope, count) : await sensesAt(scope, address)
  const pairs = new Map<string, Pair>()
  for (const sense of senses)
    for (const pair of await pairsOf(scope, sense)) {
      const key = `${Math.min(pair.one, pair.other)} ${Math.max(pair.one, pair.other)}`
      if ((pairs.get(key)?.score ?? 0) < pair.score) pairs.set(key, pair)
    }
  const surest = [...pairs.values()].sort((a, b) => b.score - a.score).slice(0, count)
  const proposals = await Promise.all(
    surest.map(async ({one, other, score, reasons}) => {
      const shown = [(await showSubject(scope, one))!, (await showSubject(scope, other))!]
      const [first, second] = shown.sort((a, b) => (a.address < b.address ? -1 : 1))
      return {one: first!, other: second!, score, reasons}
    })
  )
  return proposals.sort((a, b) => b.score - a.score || (a.one.address < b.one.address ? -1 : 1))
}

/** Two subjects, by their numbers. */
interface Pair {
  readonly one: number
  readonly other: number
  readonly score: number
  readonly reasons: readonly string[]
}

async function pairsOf(scope: InProject, id: number): Promise<Pair[]> {
  const {db, project} = scope
  const sense = await senseWith(db, project, id)
  if (!sense) return []
  const pairs: Pair[] = []
  for (const candidate of await proposable(db, project, sense)) {
    const [one, two] = await subjectsOf(scope, id, candidate.other.id)
    if (one === two || (await isJudged(scope, id, candidate.other.id))) continue
    const verdict = await weighPair(db, project, sense, candidate)
    if (verdict) pairs.push({one, other: two, score: verdict.score, reasons: verdict.reasons})
  }
  return pairs
}

async function sensesAt(scope: InProject, address: string): Promise<number[]> {
  const parts = readAddress(address)
  const subject = parts && (await subjectOf(scope, parts.document, parts.entity))
  return subject === undefined ? [] : (await sensesOfSubject(scope, subject)).map(({id}) => id)
}

/** Where proposals are likely: names most like another, and persons' names with several senses. */
async function likelySenses({db, project}: InProject, count: number): Promise<number[]> {
  const {rows: spelled} = await sql<{id: number}>`
    select sense.id from appellation_match as match
    cross join sense on sense.project = match.project and sense.appellation = match.appellation
    where match.project = ${project} and match.appellation < match.other
    order by match.score desc, match.appellation limit ${count * 2}`.execute(db)
  const {rows: namesakes} = await sql<{id: number}>`
    select min(id) as id from sense where project = ${project}
    group by appellation having count(distinct subject) > 1 order by count(*) limit ${count * 2}`.execute(db)
  const {rows: aliased} = await sql<{id: number}>`
    select distinct sense as id from sense_feature indexed by sense_feature_alias
    where project = ${project} and feature >= 'alias:' and feature < 'alias;' limit ${count * 2}`.execute(db)
  return [...new Set([...spelled, ...namesakes, ...aliased].map(({id}) => id))]
}

async function subjectsOf({db}: InProject, one: number, other: number): Promise<[number, number]> {
  const rows = await db.selectFrom('sense').select(['id', 'subject']).where('id', 'in', [one, other]).execute()
  const subjects = new Map(rows.map(({id, subject}) => [id, subject]))
  return [subjects.get(one)!, subjects.get(other)!]
}

/** Whether a person judged of bearers of these two that they are the same, or not: nobody is asked again. */
async function isJudged({db, project}: InProject, one: number, other: number): Promise<boolean> {
  const {rows} = await sql<{judged: number}>`
    select exists (
      select 1 from judged_end as first
      cross join bearer as a on a.project = first.project and a.doc = first.doc and a.entity = first.entity
      cross join judged_end as second on second.project = first.project and second.judgement = first.judgement
        and second.side <> first.side
      cross join bearer as b on b.project = second.project and b.doc = second.doc and b.entity = second.entity
      where first.project = ${project} and a.sense = ${one} and b.sense = ${other}) as judged`.execute(db)
  return rows[0]!.judged === 1
}
