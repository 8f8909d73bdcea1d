import {hash} from 'node:crypto'
import {type Kysely, sql} from 'kysely'
import type {Reading} from '../../reading/reading.ts'
import type {CheckReport} from '../store.ts'
import {captureHash, documentHash, findingHash, judgementHash, runHash} from './hashes.ts'
import {loadEntities, unpackBlob} from './load-reading.ts'
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
  const {rows} = await sql<{quick_check: string}>`pragma quick_check(20)`.execute(db)
  for (const {quick_check} of rows) if (quick_check !== 'ok') yield `SQLite: ${quick_check}`
}

async function* referenceFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  const {rows} = await sql<{table: string; parent: string}>`pragma foreign_key_check`.execute(db)
  for (const {table, parent} of rows) yield `a row of ${table} refers to a ${parent} that is not there`
}

async function* searchFaults(db: Kysely<Tables>): AsyncGenerator<string> {
  const {rows} = await sql<{missing: number}>`
    select count(*) as missing from search_row
    where id not in (select id from search_words_docsize)`.execute(db)
  if (rows[0]!.missing > 0) yield `the search index lacks ${rows[0]!.missing} of its rows: make it anew`
  try {
    await sql`insert into search_words (search_words) values ('integrity-check')`.execute(db)
  } catch (error) {
    yield `the search index is damaged (${(error as Error).message}): make it anew`
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

  add({project, place, kind, id, hash}: Tables['log'], expected: number): void {
    if (place !== expected) this.faults.push(`the log of ${project} goes from place ${expected - 1} to ${place}`)
    this.#hashes.set(key(project, place, kind, id), hash)
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
  for (const row of await db.selectFrom('log').selectAll().orderBy('project').orderBy('place').execute()) {
    log.add(row, expected.get(row.project) ?? 1)
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
    if (!log.confirms(row, 'capture', captureHash(row))) yield `capture ${row.id} was altered`
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
      if (findingHash(finding) !== finding.hash || !isFaithful(finding))
        yield `claim ${finding.claim} of run ${run.id} was altered`
    if (findings.length !== run.claim_count)
      yield `run ${run.id} has ${findings.length} of its ${run.claim_count} claims`
    const entities = await loadEntities(db, run.project, run.id)
    if (!log.confirms(run, 'run', runHash(run, entities, findings))) yield `run ${run.id} was altered`
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
function isFaithful({claim, score, json}: Tables['finding']): boolean {
  const found: Reading['statements'][number] = JSON.parse(json)
  return found.id === claim && found.score === score
}
