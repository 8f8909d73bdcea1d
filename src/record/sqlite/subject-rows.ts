import {sql, type Transaction} from 'kysely'
import {type JudgedPair, joinJudged} from '../identity/join-judged.ts'
import {inList} from './in-list.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>
type Db = InProject['db']

/** Join senses into subjects, wherever one of these senses has a part in it. */
export async function joinSubjects(trx: Save, project: string, touched: Iterable<number>): Promise<void> {
  const senses = await reachFrom(trx, project, [...touched])
  if (senses.length === 0) return
  const ids = senses.map(({id}) => id)
  const links = await joinsAmong(trx, project, ids)
  const judged = await judgedAmong(trx, project, ids)
  const {groups} = joinJudged(ids, judged, links)
  const before = new Map(senses.map(({id, subject}) => [id, subject]))
  for (const group of groups) {
    const subject = Math.min(...group)
    const moved = group.filter(id => before.get(id) !== subject)
    if (moved.length > 0) await sql`update sense set subject = ${subject} where id in ${inList(moved)}`.execute(trx)
  }
}

interface SenseRow {
  readonly id: number
  readonly subject: number
}

/** Every sense that a join, a judgement or a common subject leads to. */
export async function reachFrom(trx: Db, project: string, touched: readonly number[]): Promise<SenseRow[]> {
  const reached = new Map<number, SenseRow>()
  let next = touched
  while (next.length > 0) {
    const found = await neighboursOf(trx, project, next)
    const fresh = found.filter(({id}) => !reached.has(id))
    for (const row of fresh) reached.set(row.id, row)
    next = [...new Set(fresh.map(({id}) => id))]
  }
  return [...reached.values()].sort((a, b) => a.id - b.id)
}

async function neighboursOf(trx: Db, project: string, senses: readonly number[]): Promise<SenseRow[]> {
  const ids = inList(senses)
  const {rows} = await sql<SenseRow>`
    select id, subject from sense where id in ${ids}
    union select fellow.id, fellow.subject from sense
      cross join sense as fellow on fellow.project = sense.project and fellow.subject = sense.subject where sense.id in ${ids}
    union select sense.id, sense.subject from sense_link
      cross join sense on sense.id = sense_link.other
      where sense_link.project = ${project} and sense_link.sense in ${ids}
    union select sense.id, sense.subject from sense_link
      cross join sense on sense.id = sense_link.sense
      where sense_link.project = ${project} and sense_link.other in ${ids}`.execute(trx)
  return [...rows, ...(await judgedNeighbours(trx, project, senses))]
}

async function judgedNeighbours(trx: Db, project: string, senses: readonly number[]): Promise<SenseRow[]> {
  const ids = inList(senses)
  const {rows} = await sql<SenseRow>`
    select sense.id, sense.subject from judged_end as one
    cross join bearer on bearer.project = one.project and bearer.doc = one.doc and bearer.entity = one.entity
      and bearer.sense in ${ids}
    cross join judged_end as other on other.project = one.project and other.judgement = one.judgement and other.side <> one.side
    cross join bearer as namesake on namesake.project = other.project and namesake.doc = other.doc
      and namesake.entity = other.entity
    cross join sense on sense.id = namesake.sense
    where one.project = ${project}`.execute(trx)
  return rows
}

/** The surest first. */
export async function joinsAmong(
  db: Db,
  project: string,
  senses: readonly number[]
): Promise<(readonly [number, number])[]> {
  const {rows} = await sql<{sense: number; other: number; score: number}>`
    select sense, other, score from sense_link where project = ${project} and sense in ${inList(senses)}`.execute(db)
  return rows
    .sort((a, b) => b.score - a.score || a.sense - b.sense || a.other - b.other)
    .map(({sense, other}) => [sense, other] as const)
}

/** Judgements about bearers of these senses, the newest first. */
export async function judgedAmong(db: Db, project: string, senses: readonly number[]): Promise<JudgedPair<number>[]> {
  const {rows} = await sql<{one: number; other: number; kind: string}>`
    select first.sense as one, second.sense as other, judgement.kind
    from judged_end as one
    cross join bearer as first on first.project = one.project and first.doc = one.doc and first.entity = one.entity
    cross join judged_end as other on other.project = one.project and other.judgement = one.judgement and other.side = 1
    cross join bearer as second on second.project = other.project and second.doc = other.doc and second.entity = other.entity
    cross join judgement on judgement.project = one.project and judgement.id = one.judgement
    where one.project = ${project} and one.side = 0 and first.sense in ${inList(senses)}
    order by judgement.at desc, judgement.recorded desc`.execute(db)
  return rows
    .filter(({one, other}) => one !== other)
    .map(({one, other, kind}) => ({one, other, isSame: kind === 'same' || kind === 'is'}))
}
