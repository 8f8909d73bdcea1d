import {type Kysely, sql} from 'kysely'
import type {Journey} from '../../pipeline.ts'
import {DERIVERS} from './derive-document.ts'
import {listingOf, nameRows, partRows, searchEntries} from './derived-rows.ts'
import {addedEntities, changedClaims, effectRow, inEffect, loadEffective} from './document-in-effect.ts'
import {isSame} from './same-rows.ts'
import type {Tables} from './tables.ts'

type Db = Kysely<Tables>

/** What was derived from a run must still be what would be derived from it now. */
export async function* derivedFaults(db: Db, run: Tables['run'], journey: Journey): AsyncGenerator<string> {
  const {project, id} = run
  const names = await rowsOfRun(db, 'name', run)
  if (!isSame(names, nameRows(project, id, journey.reading.entities)))
    yield `run ${id}: what entities are found by is not what it says`
  const parts = await rowsOfRun(db, 'claim_part', run)
  if (!isSame(parts, partRows(project, id, journey)))
    yield `run ${id}: who has a part in its claims is not what it says`
  const {folded_words, earliest, latest} = run
  if (!isSame([{folded_words, earliest, latest}], [listingOf(journey.document)]))
    yield `run ${id}: what its document is listed by is not what it says`
  if (!isSame(await firstFoundIn(db, run), await claimedFirst(db, run)))
    yield `run ${id}: which claims it was first to find is not what the runs say`
  if ((await isNewest(db, run)) && !(await isWaiting(db, run))) yield* effectFaults(db, run, journey)
}

/** Whether nothing was derived from the run's document yet: the next to ask derives it. */
async function isWaiting(db: Db, {project, document}: Tables['run']): Promise<boolean> {
  const row = await db
    .selectFrom('to_derive')
    .select('doc')
    .where('project', '=', project)
    .where('document', '=', document)
    .executeTakeFirst()
  return row !== undefined
}

/** Only the newest run of a document has an effect, and that as people left it. */
async function* effectFaults(db: Db, {project, id, document}: Tables['run'], journey: Journey): AsyncGenerator<string> {
  const derivation = await loadEffective(db, project, document, {run: id, journey})
  const effects = await db
    .selectFrom('effect')
    .selectAll()
    .where('project', '=', project)
    .where('document', '=', document)
    .execute()
  if (!isSame(effects, derivation ? [effectRow(derivation)] : []))
    yield `document ${document}: how it is in effect is not what it says`
  for (const {doc} of effects) {
    const changed = await db
      .selectFrom('effect_claim')
      .selectAll()
      .where('project', '=', project)
      .where('doc', '=', doc)
      .execute()
    if (!isSame(changed, derivation ? changedClaims(derivation) : []))
      yield `document ${document}: which claims people changed is not what they said`
    const added = await db
      .selectFrom('effect_entity')
      .selectAll()
      .where('project', '=', project)
      .where('doc', '=', doc)
      .execute()
    if (!isSame(added, derivation ? addedEntities(derivation) : []))
      yield `document ${document}: whom people named in it is not what they said`
  }
  const entries = derivation ? searchEntries(project, id, derivation.effective) : []
  if (
    !isSame(
      await searchedOf(db, project, document),
      entries.map(({row, words}) => ({...row, ...words}))
    )
  )
    yield `document ${document}: what search finds in it is not what it says`
  if (!derivation) return
  const effect = inEffect(derivation)
  for (const deriver of DERIVERS) if (deriver.check) yield* deriver.check(db, effect)
}

/** What was derived from all documents of each project together must still be what would be derived from them now. */
export async function* togetherFaults(db: Db): AsyncGenerator<string> {
  yield* waitingFaults(db)
  const projects = await db.selectFrom('effect').select('project').distinct().execute()
  for (const {project} of projects)
    for (const deriver of DERIVERS) if (deriver.checkTogether) yield* deriver.checkTogether(db, project)
}

async function* waitingFaults(db: Db): AsyncGenerator<string> {
  const {rows} = await sql<{document: string; trouble: string | null}>`
    select to_derive.document, trouble from to_derive
    left join document on document.project = to_derive.project and document.id = to_derive.document
      and document.recorded = to_derive.doc
    where document.id is null or trouble is not null`.execute(db)
  for (const {document, trouble} of rows)
    yield trouble === null
      ? `document ${document} waits to be derived and is not on record`
      : `document ${document} is kept, but nothing could be derived from it: ${trouble}`
}

async function rowsOfRun<Table extends 'name' | 'claim_part'>(
  db: Db,
  table: Table,
  {project, id}: Tables['run']
): Promise<unknown[]> {
  const {rows} = await sql`select * from ${sql.table(table)} where project = ${project} and run = ${id}`.execute(db)
  return rows
}

async function claimedFirst(db: Db, {project, document, id}: Tables['run']): Promise<unknown[]> {
  return db
    .selectFrom('claim')
    .select(['id', 'kind'])
    .where('project', '=', project)
    .where('document', '=', document)
    .where('first_run', '=', id)
    .execute()
}

async function firstFoundIn(db: Db, {project, document, recorded}: Tables['run']): Promise<unknown[]> {
  const {rows} = await sql`
    select claim as id, kind from finding where project = ${project} and document = ${document}
    group by claim having min(recorded) = ${recorded}`.execute(db)
  return rows
}

async function isNewest(db: Db, {project, document, at, recorded}: Tables['run']): Promise<boolean> {
  const newer = await db
    .selectFrom('run')
    .select('id')
    .where('project', '=', project)
    .where('document', '=', document)
    .where(sql<boolean>`(at, recorded) > (${at}, ${recorded})`)
    .executeTakeFirst()
  return newer === undefined
}

async function searchedOf(db: Db, project: string, document: string): Promise<unknown[]> {
  const {rows} = await sql<Record<string, unknown>>`
    select search_row.*, search_words.words, search_words.names
    from search_row left join search_words on search_words.rowid = search_row.id
    where project = ${project} and document = ${document}`.execute(db)
  return rows.map(({id: _, ...row}) => row)
}
