import {sql, type Transaction} from 'kysely'
import {CLEAR_SCORE_MIN, namedInOneDocument, type Verdict, weighSenses} from '../identity/weigh-senses.ts'
import {inList} from './in-list.ts'
import {insertAll} from './insert-all.ts'
import {type Candidate, joinable, type SenseRow, senseWith} from './sense-candidates.ts'
import {viewsOf} from './sense-views.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>
type Db = InProject['db']

/** Weigh each of these senses anew against all that it may be joined to. */
export async function linkSenses(trx: Save, project: string, senses: Iterable<number>): Promise<void> {
  for (const sense of await withCandidates(trx, project, [...senses])) await linkSense(trx, project, sense)
}

/** Most names are like no other: only the rest have to be looked at one by one. */
async function withCandidates(trx: Save, project: string, senses: readonly number[]): Promise<number[]> {
  const ids = inList(senses)
  const {rows} = await sql<{id: number}>`
    select sense as id from sense_link where project = ${project} and sense in ${ids}
    union select other from sense_link where project = ${project} and other in ${ids}
    union select sense.id from sense where sense.id in ${ids} and (
      exists (select 1 from sense as namesake where namesake.project = sense.project
        and namesake.appellation = sense.appellation and namesake.id <> sense.id)
      or exists (select 1 from appellation_match where project = sense.project and appellation = sense.appellation
        and +score >= ${CLEAR_SCORE_MIN})
      or exists (select 1 from sense_feature where project = sense.project and sense = sense.id
        and feature >= 'alias:' and feature < 'alias;')
      or exists (select 1 from appellation
        cross join sense_feature indexed by sense_feature_alias on sense_feature.project = appellation.project
          and sense_feature.feature = 'alias:' || appellation.folded
        where appellation.id = sense.appellation and sense_feature.feature >= 'alias:' and sense_feature.feature < 'alias;'))`.execute(
    trx
  )
  return rows.map(({id}) => id)
}

async function linkSense(trx: Save, project: string, id: number): Promise<void> {
  for (const end of ['sense', 'other'] as const)
    await trx.deleteFrom('sense_link').where('project', '=', project).where(end, '=', id).execute()
  await insertAll(trx, 'sense_link', await linksOf(trx, project, id))
}

/** What a sense is joined to, weighed as the record stands now. */
export async function linksOf(db: Db, project: string, id: number): Promise<Tables['sense_link'][]> {
  const sense = await senseWith(db, project, id)
  if (!sense) return []
  const rows: Tables['sense_link'][] = []
  for (const candidate of await joinable(db, project, sense)) {
    const verdict = await weighPair(db, project, sense, candidate)
    if (verdict?.verdict !== 'join') continue
    const [first, second] = [Math.min(id, candidate.other.id), Math.max(id, candidate.other.id)]
    rows.push({project, sense: first, other: second, score: verdict.score, reasons: JSON.stringify(verdict.reasons)})
  }
  return rows
}

/** Whether a sense and its candidate are the same, as the record stands now. */
export async function weighPair(
  db: Db,
  project: string,
  sense: SenseRow,
  {other, name}: Candidate
): Promise<Verdict | undefined> {
  const [one, two] = await viewsOf(db, project, ...inOrder(sense, other))
  const verdict = weighSenses(one, two, name)
  if (!verdict || sense.folded === other.folded) return verdict
  return (await areInOneDocument(db, project, sense, other)) ? namedInOneDocument(verdict, name) : verdict
}

async function areInOneDocument(db: Db, project: string, sense: SenseRow, other: SenseRow): Promise<boolean> {
  const {rows} = await sql<{found: number}>`
    select exists (
      select 1 from bearer cross join bearer as beside on beside.project = bearer.project and beside.sense = ${other.id}
        and beside.doc = bearer.doc
      where bearer.project = ${project} and bearer.sense = ${sense.id}) as found`.execute(db)
  return rows[0]!.found === 1
}

/** Weighed from either side, two senses have to come out the same. */
function inOrder(sense: SenseRow, other: SenseRow): [SenseRow, SenseRow] {
  const isFirst = sense.folded === other.folded ? sense.id < other.id : sense.folded < other.folded
  return isFirst ? [sense, other] : [other, sense]
}
