import {hash} from 'node:crypto'
import {setImmediate} from 'node:timers/promises'
import {type Kysely, sql} from 'kysely'
import type {Journey} from '../../pipeline.ts'
import type {AnyClaim} from '../store.ts'
import {derivedFaults} from './check-derived.ts'
import {quotesIn} from './check-quotes.ts'
import {foldedSource} from './derived-rows.ts'
import {captureHash, documentHash, findingHash, importHash, judgementHash, runHash} from './hashes.ts'
import {targetRows} from './judgement-rows.ts'
import {loadJourney, unpackBlob} from './load-reading.ts'
import type {LogKind, Tables} from './tables.ts'

type Db = Kysely<Tables>

/** What the check of the rows counts. */
export interface RowCounts {
  documentsChecked: number
  claimsChecked: number
}

/** Hold every kept row against what its place in the log commits to, against its text, and against what follows from it. */
export async function* rowFaults(db: Db, counts: RowCounts): AsyncGenerator<string> {
  yield* blobFaults(db)
  yield* documentFaults(db, counts)
  yield* captureFaults(db)
  yield* importFaults(db)
  yield* judgementFaults(db)
  yield* runFaults(db, counts)
  yield* orderFaults(db)
  yield* missingRows(db)
}

/** The table of each kind of entry in the log. */
const TABLES = {
  document: 'document',
  capture: 'capture',
  run: 'run',
  judgement: 'judgement',
  import: 'import_batch'
} as const satisfies Readonly<Record<LogKind, keyof Tables>>

/** A record can be far larger than memory, and one document can have megabytes. */
const ROWS_AT_ONCE = 50

/** Rows of a table in the order they were added. */
async function* rowsOf<Table extends 'blob' | (typeof TABLES)[LogKind]>(
  db: Db,
  table: Table
): AsyncGenerator<Tables[Table]> {
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const {rows} = await sql<Tables[Table] & {rowid: number}>`
      select rowid, * from ${sql.table(table)} where rowid > ${last} order by rowid limit ${ROWS_AT_ONCE}`.execute(db)
    if (rows.length === 0) return
    yield* rows
    last = rows.at(-1)!.rowid
    // SQLite answers at once, so that nothing else in this process would get its turn for minutes.
    await setImmediate()
  }
}

async function* blobFaults(db: Db): AsyncGenerator<string> {
  for await (const blob of rowsOf(db, 'blob')) {
    const bytes = await unpackBlob(blob).catch(() => undefined)
    if (!bytes || hash('sha256', bytes, 'hex') !== blob.sha256) yield `the bytes of blob ${blob.sha256} were altered`
    else if (bytes.length !== blob.byte_count) yield `blob ${blob.sha256} has not the size it is said to have`
    if (blob.encoding !== 'zstd' && blob.encoding !== 'as-is') yield `blob ${blob.sha256} is packed in no known way`
  }
  const {rows} = await sql<{sha256: string}>`
    select sha256 from blob where not exists (
      select 1 from document where document.project = blob.project and document.sha256 = blob.sha256)`.execute(db)
  for (const {sha256} of rows) yield `blob ${sha256} belongs to no document`
}

async function* documentFaults(db: Db, counts: RowCounts): AsyncGenerator<string> {
  for await (const row of rowsOf(db, 'document')) {
    counts.documentsChecked++
    if (hash('sha256', row.text, 'hex') !== row.text_sha256) yield `the text of document ${row.id} was altered`
    if (!(await isLogged(db, 'document', row, documentHash(row)))) yield `document ${row.id} was altered`
  }
}

/** Whether the log names this row, at the place that the row says, with this hash. */
async function isLogged(
  db: Db,
  kind: LogKind,
  {project, recorded, id}: {readonly project: string; readonly recorded: number; readonly id: string},
  hashNow: string
): Promise<boolean> {
  const {rows} = await sql<Pick<Tables['opening'], 'kind' | 'id' | 'hash'>>`
    select kind, id, hash from opening where project = ${project} and place = ${recorded}`.execute(db)
  const [logged] = rows
  return logged?.kind === kind && logged.id === id && logged.hash === hashNow
}

async function* captureFaults(db: Db): AsyncGenerator<string> {
  for await (const row of rowsOf(db, 'capture'))
    if (!(await isLogged(db, 'capture', row, captureHash(row))) || row.folded_source !== foldedSource(row))
      yield `capture ${row.id} was altered`
}

async function* importFaults(db: Db): AsyncGenerator<string> {
  for await (const row of rowsOf(db, 'import_batch'))
    if (!(await isLogged(db, 'import', row, importHash(row)))) yield `import ${row.id} was altered`
}

async function* judgementFaults(db: Db): AsyncGenerator<string> {
  let targets = 0
  for await (const row of rowsOf(db, 'judgement')) {
    const about = targetRows(row)
    targets += about.length
    for (const target of about)
      if (!(await isTarget(db, target))) yield `judgement ${row.id} is not found by what it is about`
    if (!(await isLogged(db, 'judgement', row, judgementHash(row)))) {
      yield `judgement ${row.id} was altered`
      continue
    }
    for (const {document, start, end, quote} of quotesIn(row)) {
      const text = await textOf(db, row.project, document)
      // A document that was purged has no text any more to hold a quote against.
      if (text !== undefined && text.slice(start, end) !== quote)
        yield `judgement ${row.id} quotes what does not stand in document ${document}`
    }
  }
  const {rows} = await sql<{kept: number}>`select count(*) as kept from judgement_target`.execute(db)
  if (rows[0]!.kept > targets) yield `${rows[0]!.kept - targets} judgements are found by what they are not about`
}

/** Whether a judgement is found by this. */
async function isTarget(db: Db, {project, target, judgement}: Tables['judgement_target']): Promise<boolean> {
  const row = await db
    .selectFrom('judgement_target')
    .select('judgement')
    .where('project', '=', project)
    .where('target', '=', target)
    .where('judgement', '=', judgement)
    .executeTakeFirst()
  return row !== undefined
}

async function textOf(db: Db, project: string, document: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('document')
    .select('text')
    .where('project', '=', project)
    .where('id', '=', document)
    .executeTakeFirst()
  return row?.text
}

async function* runFaults(db: Db, counts: RowCounts): AsyncGenerator<string> {
  for await (const run of rowsOf(db, 'run')) {
    const findings = await findingsOf(db, run)
    counts.claimsChecked += findings.length
    if (findings.length !== run.claim_count)
      yield `run ${run.id} has ${findings.length} of its ${run.claim_count} claims`
    const journey = await loadJourney(db, run).catch((error: Error) => error)
    if (journey instanceof Error) {
      yield `run ${run.id} cannot be read: ${journey.message}`
      continue
    }
    for (const finding of findings)
      if (findingHash(finding) !== finding.hash || !isFaithful(finding, run, journey))
        yield `claim ${finding.claim} of run ${run.id} was altered`
    if (!(await isLogged(db, 'run', run, runHash(run, journey.reading.entities, findings))))
      yield `run ${run.id} was altered`
    else yield* derivedFaults(db, run, journey)
  }
}

async function findingsOf(db: Db, {project, id}: Tables['run']): Promise<Tables['finding'][]> {
  return db
    .selectFrom('finding')
    .selectAll()
    .where('project', '=', project)
    .where('run', '=', id)
    .orderBy('position')
    .execute()
}

/** The columns that queries use must say what the claim says, and its words must stand in the text. */
function isFaithful(finding: Tables['finding'], run: Tables['run'], {document}: Journey): boolean {
  const {id, score, evidence}: AnyClaim = JSON.parse(finding.json)
  return (
    id === finding.claim &&
    score === finding.score &&
    finding.document === run.document &&
    finding.recorded === run.recorded &&
    evidence.every(({start, end}) => 0 <= start && start <= end && end <= document.text.length)
  )
}

/** What a run holds is hashed in its order, so that a place that was moved without changing the order would not show. */
async function* orderFaults(db: Db): AsyncGenerator<string> {
  for (const [table, group] of [
    ['entity', 'project, run'],
    ['finding', 'project, run'],
    ['mention', 'project, run, entity']
  ] as const) {
    const {rows} = await sql<{run: string}>`
      select run from ${sql.table(table)} group by ${sql.raw(group)}
      having count(distinct position) <> count(*) or min(position) <> 0 or max(position) <> count(*) - 1`.execute(db)
    for (const {run} of rows) yield `run ${run}: the order of its ${table} rows has gaps`
  }
  const {rows} = await sql<{run: string; name: string}>`
    select run, name from entity where mention_count <> (
      select count(*) from mention
      where mention.project = entity.project and mention.run = entity.run and mention.entity = entity.id)`.execute(db)
  for (const {run, name} of rows) yield `run ${run}: ${name} is not mentioned as often as it is said`
}

async function* missingRows(db: Db): AsyncGenerator<string> {
  for (const [kind, table] of Object.entries(TABLES)) {
    const {rows} = await sql<Tables['opening']>`
      select * from opening where kind = ${kind} and not exists (
        select 1 from ${sql.table(table)} as kept
        where kept.project = opening.project and kept.id = opening.id and kept.recorded = opening.place)`.execute(db)
    for (const {id, project, place} of rows)
      yield `${kind} ${id} (project ${project}, place ${place}) is in the log and not in the record`
  }
  const {rows} = await sql<{document: string}>`select document from purging`.execute(db)
  for (const {document} of rows) yield `a purge of document ${document} did not come to its end`
}
