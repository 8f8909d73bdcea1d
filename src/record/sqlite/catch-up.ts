import {type Kysely, sql, type Transaction} from 'kysely'
import {RecordUnusable} from '../record-errors.ts'
import type {CaughtUp} from '../store.ts'
import {deriveDocuments, forgetDerived} from './derive-document.ts'
import type {InProject, Tables} from './tables.ts'

/** Documents that one transaction derives: neighbours share the pages they write, and others who want to write wait a second. */
const AT_ONCE = 50

/** Leave what follows from a document to whoever asks next. */
export async function deriveLater(trx: Transaction<Tables>, project: string, document: string): Promise<void> {
  await sql`
    insert into to_derive (project, doc, document) select project, recorded, id from document
    where project = ${project} and id = ${document}
    on conflict do update set trouble = null`.execute(trx)
}

/**
 * Derive what follows from the documents that were saved since somebody last asked.
 *
 * One that cannot be derived keeps waiting, with the reason, and keeps nobody else from being found.
 *
 * @throws RecordUnusable when the record cannot be written
 */
export async function catchUp(scope: InProject): Promise<CaughtUp> {
  let derived = 0
  const failed: CaughtUp['failed'][number][] = []
  while ((await waitingIn(scope.db, scope.project, 1)).length > 0) {
    const outcome = await deriveSome(scope)
    derived += outcome.derived
    failed.push(...outcome.failed)
  }
  return {derived, failed}
}

/** Derive all of a project anew; where it is cut short, whoever asks next goes on. */
export async function deriveAgain(scope: InProject): Promise<CaughtUp> {
  await scope.db.transaction().execute(trx => forgetDerived(trx, scope.project))
  return catchUp(scope)
}

/** Documents of the project that could not be derived, with the reason. */
export async function stuckIn({db, project}: InProject): Promise<CaughtUp['failed']> {
  const {rows} = await sql<{document: string; why: string}>`
    select document, trouble as why from to_derive where project = ${project} and trouble is not null order by doc`.execute(
    db
  )
  return rows
}

async function waitingIn(db: Kysely<Tables>, project: string, limit: number): Promise<string[]> {
  const {rows} = await sql<{document: string}>`
    select document from to_derive where project = ${project} and trouble is null order by doc limit ${limit}`.execute(
    db
  )
  return rows.map(({document}) => document)
}

async function deriveSome({db, project}: InProject): Promise<CaughtUp> {
  try {
    // Asked for again inside: another process may have derived them by now.
    const derived = await db.transaction().execute(async trx => {
      const waiting = await waitingIn(trx, project, AT_ONCE)
      await deriveDocuments(trx, project, waiting)
      return waiting.length
    })
    return {derived, failed: []}
  } catch (error) {
    if (error instanceof RecordUnusable) throw error
    return deriveOne({db, project})
  }
}

/** One of them cannot be derived: each is tried alone until it is found. */
async function deriveOne({db, project}: InProject): Promise<CaughtUp> {
  const [document] = await waitingIn(db, project, 1)
  if (document === undefined) return {derived: 0, failed: []}
  try {
    await db.transaction().execute(trx => deriveDocuments(trx, project, [document]))
    return {derived: 1, failed: []}
  } catch (error) {
    if (error instanceof RecordUnusable) throw error
    const why = error instanceof Error ? error.message : String(error)
    await sql`update to_derive set trouble = ${why} where project = ${project} and document = ${document}`.execute(db)
    return {derived: 0, failed: [{document, why}]}
  }
}
