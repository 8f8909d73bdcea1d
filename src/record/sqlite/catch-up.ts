import {setTimeout as sleep} from 'node:timers/promises'
import {type Kysely, sql, type Transaction} from 'kysely'
import {RecordUnusable} from '../record-errors.ts'
import type {CaughtUp} from '../store.ts'
import {DERIVING_VERSION, deriveDocuments, forgetDerived} from './derive-document.ts'
import {lastPlace} from './proof-rows.ts'
import type {InProject, Tables} from './tables.ts'

/** Documents that one transaction derives, or as many as it can in a second: neighbours share the pages they write. */
const AT_ONCE = 50
const AT_ONCE_MS = 1_000
/** Between two transactions, so that who waits to write gets its turn. */
const PAUSE_MS = 40

/** Leave what follows from a document to whoever asks next. */
export async function deriveLater(trx: Transaction<Tables>, project: string, document: string): Promise<void> {
  await sql`
    insert into to_derive (project, doc, document) select project, recorded, id from document
    where project = ${project} and id = ${document}
    on conflict do update set trouble = null`.execute(trx)
}

/**
 * Derive what follows from the documents that were saved before now and that nobody has asked for yet.
 *
 * One that cannot be derived keeps waiting, with the reason, and keeps nobody else from being found.
 *
 * @throws RecordUnusable when the record cannot be written
 */
export async function catchUp(scope: InProject): Promise<CaughtUp> {
  const failed: CaughtUp['failed'][number][] = []
  let derived = 0
  const last = await lastWaiting(scope)
  for (let next = await nextWaiting(scope, last); next !== undefined; ) {
    const outcome = await deriveSome(scope, last!).catch(async error => {
      // Whoever holds the lock may be deriving the same documents.
      const isBusy = error instanceof RecordUnusable && error.code === 'record_busy'
      if (!isBusy || (await nextWaiting(scope, last)) === next) throw error
      return {derived: 0, failed: []}
    })
    derived += outcome.derived
    failed.push(...outcome.failed)
    next = await nextWaiting(scope, last)
    if (next !== undefined) await sleep(PAUSE_MS)
  }
  return {derived, failed}
}

/**
 * The answer to a question of what is derived, from all that was saved before it was asked. Where something of that was taken away
 * meanwhile to be derived anew, it is asked again.
 */
export async function answerAfter<Answer>(scope: InProject, ask: () => Promise<Answer>): Promise<Answer> {
  while (true) {
    await catchUp(scope)
    const place = await lastPlace(scope)
    const answer = await ask()
    if ((await nextWaiting(scope, place)) === undefined) return answer
  }
}

/** Leave all of every project to whoever asks next, to be derived as this Hearsay derives it. */
export async function deriveEverythingLater(trx: Transaction<Tables>): Promise<void> {
  for (const {project} of await trx.selectFrom('document').select('project').distinct().execute()) {
    await forgetDerived(trx, project)
    await deriveAllLater(trx, project)
  }
  await trx.deleteFrom('derived_by').execute()
  await trx.insertInto('derived_by').values({one: 1, version: DERIVING_VERSION}).execute()
}

/** The same, unless it was derived so. Two processes that open a record at once do it once. */
export async function deriveAsNow(db: Kysely<Tables>): Promise<void> {
  if (await isDerivedAsNow(db)) return
  await db.transaction().execute(async trx => {
    if (!(await isDerivedAsNow(trx))) await deriveEverythingLater(trx)
  })
}

async function isDerivedAsNow(db: Kysely<Tables>): Promise<boolean> {
  const row = await db.selectFrom('derived_by').select('version').executeTakeFirst()
  return row?.version === DERIVING_VERSION
}

/** Derive all of a project anew; where it is cut short, whoever asks next goes on. */
export async function deriveAgain(scope: InProject): Promise<CaughtUp> {
  await scope.db.transaction().execute(async trx => {
    await forgetDerived(trx, scope.project)
    await deriveAllLater(trx, scope.project)
  })
  return catchUp(scope)
}

/** Leave all that follows from every document of a project to whoever asks next. */
async function deriveAllLater(trx: Transaction<Tables>, project: string): Promise<void> {
  await sql`
    insert into to_derive (project, doc, document) select project, recorded, id from document where project = ${project}
    on conflict do update set trouble = null`.execute(trx)
}

/** Documents of the project that could not be derived, with the reason. */
export async function stuckIn({db, project}: InProject): Promise<CaughtUp['failed']> {
  const {rows} = await sql<{document: string; why: string}>`
    select document, trouble as why from to_derive where project = ${project} and trouble is not null order by doc`.execute(
    db
  )
  return rows
}

async function lastWaiting({db, project}: InProject): Promise<number | undefined> {
  const {rows} = await sql<{doc: number}>`
    select doc from to_derive where project = ${project} and trouble is null order by doc desc limit 1`.execute(db)
  return rows[0]?.doc
}

/** The first that waits, none behind `last`. */
async function nextWaiting({db, project}: InProject, last: number | undefined): Promise<number | undefined> {
  if (last === undefined) return undefined
  const {rows} = await sql<{doc: number}>`
    select doc from to_derive where project = ${project} and trouble is null and doc <= ${last}
    order by doc limit 1`.execute(db)
  return rows[0]?.doc
}

async function deriveSome({db, project}: InProject, last: number): Promise<CaughtUp> {
  try {
    const derived = await db.transaction().execute(async trx => {
      // Asked for inside: another process may have derived them by now.
      const waiting = await waitingIn(trx, project, last)
      const giveUpAt = performance.now() + AT_ONCE_MS
      let derived = 0
      while (derived < waiting.length && performance.now() < giveUpAt)
        await deriveDocuments(trx, project, [waiting[derived++]!])
      return derived
    })
    return {derived, failed: []}
  } catch (error) {
    if (error instanceof RecordUnusable) throw error
    return deriveFirst({db, project}, last)
  }
}

/** One of several cannot be derived: each is tried alone until it is found. */
function deriveFirst({db, project}: InProject, last: number): Promise<CaughtUp> {
  return db.transaction().execute(async trx => {
    const [document] = await waitingIn(trx, project, last)
    if (document === undefined) return {derived: 0, failed: []}
    await sql`savepoint one`.execute(trx)
    try {
      await deriveDocuments(trx, project, [document])
      return {derived: 1, failed: []}
    } catch (error) {
      if (error instanceof RecordUnusable) throw error
      await sql`rollback to one`.execute(trx)
      const why = error instanceof Error ? error.message : String(error)
      await sql`update to_derive set trouble = ${why} where project = ${project} and document = ${document}`.execute(
        trx
      )
      return {derived: 0, failed: [{document, why}]}
    }
  })
}

async function waitingIn(db: Kysely<Tables>, project: string, last: number): Promise<string[]> {
  const {rows} = await sql<{document: string}>`
    select document from to_derive where project = ${project} and trouble is null and doc <= ${last}
    order by doc limit ${AT_ONCE}`.execute(db)
  return rows.map(({document}) => document)
}
