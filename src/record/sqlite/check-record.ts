import {DatabaseSync} from 'node:sqlite'
import {Kysely, sql} from 'kysely'
import {type Checkpoint, parseCheckpoint} from '../proof/checkpoint.ts'
import type {CheckOptions, CheckReport} from '../store.ts'
import {togetherFaults} from './check-derived.ts'
import {type LogFindings, logFaults} from './check-log.ts'
import {type RowCounts, rowFaults} from './check-rows.ts'
import {migrate} from './migrations.ts'
import {BUSY_TIMEOUT_MS, NodeSqliteDialect} from './node-sqlite-dialect.ts'
import type {Tables} from './tables.ts'

/** More faults than these help nobody to see what is wrong. */
const FAULTS_MAX = 100

/**
 * Check the record in this file as it is at one moment, by a connection of its own that cannot write: whatever others add
 * meanwhile is not looked at, and waits for nothing.
 */
export async function checkSnapshot(place: string, options?: CheckOptions): Promise<CheckReport> {
  const raw = new DatabaseSync(place, {readOnly: true, timeout: BUSY_TIMEOUT_MS, defensive: true})
  const db = new Kysely<Tables>({dialect: new NodeSqliteDialect(raw)})
  try {
    raw.exec('pragma cell_size_check = on; pragma trusted_schema = off; pragma temp_store = memory; begin')
    return await checkRecord(db, options)
  } finally {
    await db.destroy()
    if (raw.isOpen) raw.close()
  }
}

/**
 * Look for damage and for what somebody changed, in the whole file, every project: SQLite's own check, the tables and their
 * guards, references, every log with its tree, every row and what follows from it.
 *
 * SQLite's check alone finds a twelfth of the bits that are turned; what a reader sees is under a hash of our own.
 */
export async function checkRecord(db: Kysely<Tables>, {checkpoints = []}: CheckOptions = {}): Promise<CheckReport> {
  const parsed = checkpoints.map(parseCheckpoint)
  const faults: string[] = []
  const findings = {documentsChecked: 0, claimsChecked: 0, entriesChecked: 0, checkpoints: []}
  try {
    for await (const fault of findFaults(db, parsed, findings)) {
      faults.push(fault)
      if (faults.length >= FAULTS_MAX) break
    }
  } catch (error) {
    faults.push(`the check could not go on: ${(error as Error).message}`)
  }
  return {isSound: faults.length === 0, faults, ...findings}
}

async function* findFaults(
  db: Kysely<Tables>,
  checkpoints: readonly Checkpoint[],
  findings: RowCounts & LogFindings
): AsyncGenerator<string> {
  yield* engineFaults(db)
  yield* schemaFaults(db)
  yield* referenceFaults(db)
  yield* searchFaults(db)
  yield* logFaults(db, checkpoints, findings)
  yield* rowFaults(db, findings)
  yield* togetherFaults(db)
}

async function* engineFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  // Not quick_check: it does not compare indexes with their tables, nor the words of search with theirs, and queries read both.
  const {rows} = await sql<{integrity_check: string}>`pragma integrity_check(20)`.execute(db)
  for (const {integrity_check: said} of rows)
    if (said.includes('FTS5')) yield `the search index is damaged (${said}): hearsay doctor --rebuild makes it anew`
    else if (said !== 'ok') yield `SQLite: ${said}`
}

/** A view with one letter changed shows something else, and a guard that was taken away guards nothing. */
async function* schemaFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  const fresh = new Kysely<Tables>({dialect: new NodeSqliteDialect(new DatabaseSync(':memory:'))})
  try {
    await migrate(fresh)
    const expected = await schemaOf(fresh)
    const found = await schemaOf(db)
    for (const name of new Set([...expected.keys(), ...found.keys()]))
      if (expected.get(name) !== found.get(name)) yield `${name} is not defined as Hearsay defined it`
  } finally {
    await fresh.destroy()
  }
}

async function schemaOf(db: Kysely<Tables>): Promise<Map<string, string | null>> {
  const {rows} = await sql<{name: string; sql: string | null}>`
    select type || ' ' || name || ' of ' || tbl_name as name, sql from sqlite_schema
    where name not like 'sqlite_%'`.execute(db)
  return new Map(rows.map(({name, sql}) => [name, sql]))
}

async function* referenceFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  const {rows} = await sql<{table: string; parent: string}>`pragma foreign_key_check`.execute(db)
  for (const {table, parent} of rows) yield `a row of ${table} refers to a ${parent} that is not there`
}

async function* searchFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  const {rows} = await sql<{astray: number}>`
    select count(*) as astray from search_words_docsize where id not in (select id from search_row)`.execute(db)
  if (rows[0]!.astray > 0)
    yield `${rows[0]!.astray} entries of search belong to no document: hearsay doctor --rebuild makes them anew`
}
