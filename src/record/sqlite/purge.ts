import {type Kysely, sql, type Transaction} from 'kysely'
import type {JudgementWords} from '../judging/judgement.ts'
import {JudgementRefused} from '../judging/judgement-refused.ts'
import type {Purged} from '../judging/judging-index.ts'
import {NotOnRecord} from '../record-errors.ts'
import {deriveDocuments, removeDerived} from './derive-document.ts'
import {addJudgement, showJudgement} from './judgement-rows.ts'
import {purgeDigest, purgedName, standingPurge} from './purge-digest.ts'
import {eraseTraces} from './purge-traces.ts'
import type {InProject, Tables} from './tables.ts'

type Purge = Transaction<Tables>

/** Take a document away with all that came of it, in one transaction, and then every trace that the file keeps of it. */
export async function purgeDocument(
  {db, project}: InProject,
  document: string,
  {by, at, why}: JudgementWords
): Promise<Purged> {
  if (by.trim() === '') throw new JudgementRefused('Cannot purge without a name: say who decides')
  const purged = await db.transaction().execute(async trx => {
    const before = await purgedBefore(trx, project, document)
    if (before) return before
    // A judgement about a judgement refers to a row of the same table.
    await sql`pragma defer_foreign_keys = on`.execute(trx)
    const gone = await contentsOf(trx, project, document)
    await trx.insertInto('purging').values({project, document}).execute()
    await removeDerived(trx, project, document)
    await removeJudgements(trx, project, gone.judgements)
    await removeReadings(trx, project, document)
    const captures = await removeSource(trx, project, document, gone.sha256)
    const places = [...gone.places, ...captures].sort((a, b) => a - b)
    await removeOpenings(trx, project, places)
    const digest = await purgeDigest(trx, document)
    const said = {digest, places}
    const judgement = await addJudgement(trx, project, {
      kind: 'purge',
      about: purgedName(digest),
      by,
      at,
      ...(why !== undefined && {why}),
      said
    })
    await trx.deleteFrom('purging').where('project', '=', project).execute()
    await deriveDocuments(trx, project, gone.others)
    await removeNamesOfNobody(trx, project)
    return {judgement, claimCount: gone.claimCount, judgementCount: gone.judgements.length}
  })
  return {...purged, isErased: await eraseTraces(db)}
}

/** Where the disk was full, or the process fell, before every trace was erased, the same purge asked for again erases them. */
async function purgedBefore(
  trx: Purge,
  project: string,
  document: string
): Promise<Omit<Purged, 'isErased'> | undefined> {
  const id = await standingPurge(trx, project, document)
  if (id === undefined) return undefined
  const row = await trx
    .selectFrom('judgement')
    .selectAll()
    .where('project', '=', project)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {judgement: showJudgement(row), claimCount: 0, judgementCount: 0}
}

interface Contents {
  readonly sha256: string
  readonly claimCount: number
  /** The ids of every judgement that goes. */
  readonly judgements: readonly string[]
  /** Places of the log, without those of captures. */
  readonly places: readonly number[]
  /** Documents that a judgement set beside this one. */
  readonly others: readonly string[]
}

async function contentsOf(trx: Purge, project: string, document: string): Promise<Contents> {
  const row = await trx
    .selectFrom('document')
    .select(['sha256', 'recorded'])
    .where('project', '=', project)
    .where('id', '=', document)
    .executeTakeFirst()
  if (!row) throw new NotOnRecord(`Cannot purge document "${document}": it is not on record`)
  const runs = await trx
    .selectFrom('run')
    .select('recorded')
    .where('project', '=', project)
    .where('document', '=', document)
    .execute()
  const {claims} = await trx
    .selectFrom('claim')
    .select(({fn}) => fn.countAll<number>().as('claims'))
    .where('project', '=', project)
    .where('document', '=', document)
    .executeTakeFirstOrThrow()
  const judgements = await judgementsOf(trx, project, document)
  const ids = judgements.map(({id}) => id)
  return {
    sha256: row.sha256,
    claimCount: claims,
    judgements: ids,
    places: [row, ...runs, ...judgements].map(({recorded}) => recorded),
    others: await documentsBeside(trx, project, document, ids)
  }
}

/** All that was judged of the document and what is in it, of these judgements, and of contradictions with another. */
async function judgementsOf(trx: Purge, project: string, document: string): Promise<{id: string; recorded: number}[]> {
  const {rows} = await sql<{id: string; recorded: number}>`
    with recursive gone (id) as (
      select judgement from judgement_target where project = ${project} and target in (
        select ${document}
        union select id from claim where project = ${project} and document = ${document}
          and not exists (select 1 from claim as twin
            where twin.project = claim.project and twin.id = claim.id and twin.document <> claim.document)
        union select contradiction.id from contradiction join document as own on own.project = contradiction.project
          and own.recorded in (contradiction.doc, contradiction.other_doc)
          where contradiction.project = ${project} and own.id = ${document})
      union
      select judgement.id from judgement join gone
        on judgement.project = ${project} and (judgement.undoes = gone.id or judgement.about = gone.id))
    select judgement.id, judgement.recorded from gone
    join judgement on judgement.project = ${project} and judgement.id = gone.id
    order by judgement.recorded`.execute(trx)
  return rows
}

async function documentsBeside(
  trx: Purge,
  project: string,
  document: string,
  judgements: readonly string[]
): Promise<string[]> {
  const {rows} = await sql<{id: string}>`
    select document.id from document where project = ${project} and id <> ${document} and id in (
      select target from judgement_target where project = ${project}
        and judgement in (select value from json_each(${JSON.stringify(judgements)})))
    order by recorded`.execute(trx)
  return rows.map(({id}) => id)
}

async function removeJudgements(trx: Purge, project: string, ids: readonly string[]): Promise<void> {
  const gone = sql`project = ${project} and ${sql.ref('id')} in (select value from json_each(${JSON.stringify(ids)}))`
  await sql`delete from judgement_target where project = ${project}
    and judgement in (select value from json_each(${JSON.stringify(ids)}))`.execute(trx)
  await sql`delete from judgement where ${gone}`.execute(trx)
}

async function removeReadings(trx: Purge, project: string, document: string): Promise<void> {
  const ofRuns = sql`project = ${project} and run in (select id from run where project = ${project} and document = ${document})`
  for (const table of ['finding', 'claim_part', 'name', 'mention', 'entity'] as const)
    await sql`delete from ${sql.table(table)} where ${ofRuns}`.execute(trx)
  for (const table of ['claim', 'run'] as const)
    await sql`delete from ${sql.table(table)} where project = ${project} and document = ${document}`.execute(trx)
  await sql`delete from document where project = ${project} and id = ${document}`.execute(trx)
}

/** The bytes and how they came here, unless another document is made of the same bytes. Returns the captures' places. */
async function removeSource(trx: Purge, project: string, document: string, sha256: string): Promise<number[]> {
  const twin = await trx
    .selectFrom('document')
    .select('id')
    .where('project', '=', project)
    .where('sha256', '=', sha256)
    .where('id', '<>', document)
    .executeTakeFirst()
  if (twin) return []
  const {rows} = await sql<{recorded: number}>`
    delete from capture where project = ${project} and sha256 = ${sha256} returning recorded`.execute(trx)
  await sql`delete from blob where project = ${project} and sha256 = ${sha256}`.execute(trx)
  return rows.map(({recorded}) => recorded)
}

async function removeOpenings(trx: Purge, project: string, places: readonly number[]): Promise<void> {
  await sql`delete from opening where project = ${project}
    and place in (select value from json_each(${JSON.stringify(places)}))`.execute(trx)
}

/** Names that only the purged document used. */
async function removeNamesOfNobody(trx: Kysely<Tables>, project: string): Promise<void> {
  const {rows} = await sql<{id: number}>`
    select id from appellation where project = ${project}
      and not exists (select 1 from bearer where bearer.project = appellation.project and bearer.appellation = appellation.id)
      and not exists (select 1 from sense where sense.project = appellation.project and sense.appellation = appellation.id)`.execute(
    trx
  )
  const ids = JSON.stringify(rows.map(({id}) => id))
  const those = sql`(select value from json_each(${ids}))`
  await sql`delete from appellation_match where project = ${project} and (appellation in ${those} or other in ${those})`.execute(
    trx
  )
  await sql`delete from appellation_key where project = ${project} and appellation in ${those}`.execute(trx)
  await sql`delete from appellation where project = ${project} and id in ${those}`.execute(trx)
}
