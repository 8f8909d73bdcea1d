import {hash} from 'node:crypto'
import {DatabaseSync} from 'node:sqlite'
import {isDeepStrictEqual} from 'node:util'
import {Kysely, sql} from 'kysely'
import {commitmentOf} from '../proof/log-entry.ts'
import type {AnyClaim, CheckReport} from '../store.ts'
import {effectRow, loadEffective} from './derive-document.ts'
import {foldedSource, listingOf, nameRows, partRows, searchEntries} from './derived-rows.ts'
import {captureHash, documentHash, findingHash, judgementHash, runHash} from './hashes.ts'
import {loadEntities, loadJourney, unpackBlob} from './load-reading.ts'
import {migrate} from './migrations.ts'
import {NodeSqliteDialect} from './node-sqlite-dialect.ts'
import type {Tables} from './tables.ts'

/** More faults than these help nobody to see what is wrong. */
const FAULTS_MAX = 100

/**
 * Look for damage in the whole file, every project: SQLite's own check, references, then the hash of everything saved.
 *
 * SQLite's check alone finds a twelfth of the bits that are turned; what a reader sees is under a hash of our own.
 */
export async function checkRecord(db: Kysely<Tables>): Promise<CheckReport> {
  const faults: string[] = []
  const counts = {documentsChecked: 0, claimsChecked: 0}
  try {
    for await (const fault of findFaults(db, counts)) {
      faults.push(fault)
      if (faults.length >= FAULTS_MAX) break
    }
  } catch (error) {
    faults.push(`the check could not go on: ${(error as Error).message}`)
  }
  return {isSound: faults.length === 0, faults, ...counts}
}

interface Counts {
  documentsChecked: number
  claimsChecked: number
}

async function* findFaults(db: Kysely<Tables>, counts: Counts): AsyncGenerator<string> {
  yield* engineFaults(db)
  yield* schemaFaults(db)
  yield* referenceFaults(db)
  yield* searchFaults(db)
  yield* blobFaults(db)
  const logged = await readLog(db)
  yield* logged.faults
  yield* documentFaults(db, logged, counts)
  yield* captureFaults(db, logged)
  yield* judgementFaults(db, logged)
  yield* runFaults(db, logged, counts)
  for (const entry of logged.unseen()) yield `${entry} is in the log and not in the record`
}

async function* engineFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  // Not quick_check: it does not compare indexes with their tables, and queries read both.
  const {rows} = await sql<{integrity_check: string}>`pragma integrity_check(20)`.execute(db)
  for (const {integrity_check} of rows) if (integrity_check !== 'ok') yield `SQLite: ${integrity_check}`
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
  if (rows[0]!.astray > 0) yield `${rows[0]!.astray} entries of search belong to no document: make search anew`
  try {
    await sql`insert into search_words (search_words) values ('integrity-check')`.execute(db)
  } catch (error) {
    yield `the search index is damaged (${(error as Error).message}): make search anew`
  }
}

/** Ids are read first and rows one by one: a record can be far larger than memory. */
async function* rowsOf<Table extends 'blob' | 'capture' | 'document' | 'judgement' | 'run'>(
  db: Kysely<Tables>,
  table: Table
): AsyncGenerator<Tables[Table]> {
  const {rows: ids} = await sql<{rowid: number}>`select rowid from ${sql.table(table)} order by rowid`.execute(db)
  for (const {rowid} of ids) {
    const {rows} = await sql<Tables[Table]>`select * from ${sql.table(table)} where rowid = ${rowid}`.execute(db)
    if (rows[0]) yield rows[0]
  }
}

async function* blobFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  for await (const blob of rowsOf(db, 'blob')) {
    const bytes = await unpackBlob(blob).catch(() => undefined)
    if (!bytes || hash('sha256', bytes, 'hex') !== blob.sha256) yield `the bytes of blob ${blob.sha256} were altered`
    else if (bytes.length !== blob.byte_count) yield `blob ${blob.sha256} has not the size it is said to have`
  }
}

type Kind = Tables['log']['kind']

/** The log by what it names. What was looked up in it is ticked off, so that what is missing from the record shows. */
class Log {
  readonly faults: string[] = []
  readonly #hashes = new Map<string, string>()

  add({project, place, commitment}: Tables['log'], expected: number, opening: Tables['opening'] | undefined): void {
    if (place !== expected) this.faults.push(`the log of ${project} goes from place ${expected - 1} to ${place}`)
    if (!opening) this.faults.push(`place ${place} of the log of ${project} cannot be opened`)
    else if (commitmentOf(opening) !== commitment)
      this.faults.push(`place ${place} of the log of ${project} commits to something else`)
    else this.#hashes.set(key(project, place, opening.kind, opening.id), opening.hash)
  }

  /** Whether the row that the log names at this place had this hash. */
  confirms(
    {project, recorded, id}: {project: string; recorded: number; id: string},
    kind: Kind,
    hash: string
  ): boolean {
    const name = key(project, recorded, kind, id)
    const confirmed = this.#hashes.get(name) === hash
    this.#hashes.delete(name)
    return confirmed
  }

  unseen(): string[] {
    return [...this.#hashes.keys()]
  }
}

function key(project: string, place: number, kind: Kind, id: string): string {
  return `${kind} ${id} (project ${project}, place ${place})`
}

async function readLog(db: Kysely<Tables>): Promise<Log> {
  const log = new Log()
  const expected = new Map<string, number>()
  const openings = new Map<string, Tables['opening']>()
  for (const row of await db.selectFrom('opening').selectAll().execute())
    openings.set(`${row.place} ${row.project}`, row)
  for (const row of await db.selectFrom('log').selectAll().orderBy('project').orderBy('place').execute()) {
    log.add(row, expected.get(row.project) ?? 1, openings.get(`${row.place} ${row.project}`))
    expected.set(row.project, row.place + 1)
  }
  return log
}

async function* documentFaults(db: Kysely<Tables>, log: Log, counts: Counts): AsyncGenerator<string> {
  for await (const row of rowsOf(db, 'document')) {
    counts.documentsChecked++
    if (hash('sha256', row.text, 'hex') !== row.text_sha256) yield `the text of document ${row.id} was altered`
    if (!log.confirms(row, 'document', documentHash(row))) yield `document ${row.id} was altered`
  }
}

async function* captureFaults(db: Kysely<Tables>, log: Log): AsyncGenerator<string> {
  for await (const row of rowsOf(db, 'capture'))
    if (!log.confirms(row, 'capture', captureHash(row)) || row.folded_source !== foldedSource(row))
      yield `capture ${row.id} was altered`
}

async function* judgementFaults(db: Kysely<Tables>, log: Log): AsyncGenerator<string> {
  for await (const row of rowsOf(db, 'judgement'))
    if (!log.confirms(row, 'judgement', judgementHash(row))) yield `judgement ${row.id} was altered`
}

async function* runFaults(db: Kysely<Tables>, log: Log, counts: Counts): AsyncGenerator<string> {
  for await (const run of rowsOf(db, 'run')) {
    const findings = await findingsOf(db, run)
    counts.claimsChecked += findings.length
    for (const finding of findings)
      if (findingHash(finding) !== finding.hash || !isFaithful(finding, run))
        yield `claim ${finding.claim} of run ${run.id} was altered`
    if (findings.length !== run.claim_count)
      yield `run ${run.id} has ${findings.length} of its ${run.claim_count} claims`
    const entities = await loadEntities(db, run.project, run.id)
    if (!log.confirms(run, 'run', runHash(run, entities, findings))) yield `run ${run.id} was altered`
    else yield* derivedFaults(db, run)
  }
}

async function findingsOf(db: Kysely<Tables>, {project, id}: Tables['run']): Promise<Tables['finding'][]> {
  return db
    .selectFrom('finding')
    .selectAll()
    .where('project', '=', project)
    .where('run', '=', id)
    .orderBy('position')
    .execute()
}

/** The columns that queries use must say what the claim says. */
function isFaithful(finding: Tables['finding'], run: Tables['run']): boolean {
  const {id, score}: AnyClaim = JSON.parse(finding.json)
  return (
    id === finding.claim &&
    score === finding.score &&
    finding.document === run.document &&
    finding.recorded === run.recorded
  )
}

/** What was derived from a run must still be what would be derived from it now. */
async function* derivedFaults(db: Kysely<Tables>, run: Tables['run']): AsyncGenerator<string> {
  const {project, id} = run
  const journey = await loadJourney(db, run)
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
  if (!(await isNewest(db, run))) return
  const derivation = await loadEffective(db, project, run.document)
  const entries = derivation
    ? searchEntries(project, id, derivation.effective).map(({row, words}) => ({...row, ...words}))
    : []
  const effects = await db
    .selectFrom('effect')
    .selectAll()
    .where('project', '=', project)
    .where('document', '=', run.document)
    .execute()
  if (!isSame(effects, derivation ? [effectRow(derivation)] : []))
    yield `document ${run.document}: how it is in effect is not what it says`
  if (!isSame(await searchedOf(db, run), entries))
    yield `document ${run.document}: what search finds in it is not what it says`
}

async function rowsOfRun<Table extends 'name' | 'claim_part'>(
  db: Kysely<Tables>,
  table: Table,
  {project, id}: Tables['run']
): Promise<unknown[]> {
  const {rows} = await sql`select * from ${sql.table(table)} where project = ${project} and run = ${id}`.execute(db)
  return rows
}

async function claimedFirst(db: Kysely<Tables>, {project, document, id}: Tables['run']): Promise<unknown[]> {
  return db
    .selectFrom('claim')
    .select(['id', 'kind'])
    .where('project', '=', project)
    .where('document', '=', document)
    .where('first_run', '=', id)
    .execute()
}

async function firstFoundIn(db: Kysely<Tables>, {project, document, recorded}: Tables['run']): Promise<unknown[]> {
  const {rows} = await sql`
    select claim as id, kind from finding where project = ${project} and document = ${document}
    group by claim having min(recorded) = ${recorded}`.execute(db)
  return rows
}

async function isNewest(db: Kysely<Tables>, {project, document, recorded}: Tables['run']): Promise<boolean> {
  const newer = await db
    .selectFrom('run')
    .select('id')
    .where('project', '=', project)
    .where('document', '=', document)
    .where('recorded', '>', recorded)
    .executeTakeFirst()
  return newer === undefined
}

async function searchedOf(db: Kysely<Tables>, {project, document}: Tables['run']): Promise<unknown[]> {
  const {rows} = await sql<Record<string, unknown>>`
    select search_row.*, search_words.words, search_words.names
    from search_row left join search_words on search_words.rowid = search_row.id
    where project = ${project} and document = ${document}`.execute(db)
  return rows.map(({id: _, ...row}) => row)
}

/** Whether two lists hold the same rows, in whatever order. */
function isSame(rows: readonly unknown[], others: readonly unknown[]): boolean {
  return isDeepStrictEqual(rows.map(inOrder).sort(), others.map(inOrder).sort())
}

function inOrder(row: unknown): string {
  return JSON.stringify(Object.entries(row as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
