import {randomUUID} from 'node:crypto'
import {existsSync, rmSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {Kysely} from 'kysely'
import type {Upgrade} from '../life/upgrade.ts'
import {RecordUnusable} from '../record-errors.ts'
import {deriveAsNow} from './catch-up.ts'
import {copyPages, giveName} from './copy-pages.ts'
import {explainError} from './explain-error.ts'
import {makeFile} from './make-file.ts'
import {APPLICATION_ID, migrate, SCHEMA_VERSION} from './migrations.ts'
import {BUSY_TIMEOUT_MS, NodeSqliteDialect, retryWhileBusy} from './node-sqlite-dialect.ts'
import type {Tables} from './tables.ts'

/** Older ones can damage a file when two connections write and tidy up at once. */
const SQLITE_MIN = [3, 51, 3]

export interface OpenDatabase {
  readonly path: string
  readonly db: Kysely<Tables>
}

export interface DatabaseOptions {
  readonly create: boolean
  /** Told of an upgrade when it is done. */
  readonly onUpgrade?: ((upgrade: Upgrade) => void) | undefined
  /** Of what is a copy already, no copy is made before an upgrade. */
  readonly isCopy?: boolean
}

/** Open the SQLite file at `path` with its tables as this Hearsay wants them. */
export async function openDatabase(path: string, options: DatabaseOptions): Promise<OpenDatabase> {
  const {create} = options
  const place = resolve(path)
  refuseOldEngine(process.versions.sqlite ?? '0')
  prepareFile(place, create)
  const raw = await openRaw(place)
  const db = new Kysely<Tables>({dialect: new NodeSqliteDialect(raw, error => explainError(error, place))})
  try {
    await bringUpToDate(db, raw, place, options)
    await deriveAsNow(db)
  } catch (error) {
    raw.close()
    throw explainError(error, place)
  }
  return {path: place, db}
}

/** Refuse an SQLite that can lose a record. */
export function refuseOldEngine(version: string): void {
  const parts = version.split('.').map(Number)
  const different = SQLITE_MIN.findIndex((least, index) => parts[index] !== least)
  if (different < 0 || (parts[different] ?? 0) > SQLITE_MIN[different]!) return
  throw new RecordUnusable(
    'engine_too_old',
    `Cannot open a record: this Node has SQLite ${version} and ${SQLITE_MIN.join('.')} or newer is needed. Use Node 24.15 or newer`
  )
}

/** The file is made here, before SQLite opens it, so that it is never readable by others; -wal and -shm take its mode. */
function prepareFile(path: string, create: boolean): void {
  if (existsSync(path)) {
    if (!statSync(path).isFile())
      throw new RecordUnusable('record_foreign', `Cannot open record "${path}": it is not a file`)
    return
  }
  if (!create)
    throw new RecordUnusable(
      'record_missing',
      `Cannot open record "${path}": there is no such file. hearsay read makes it`
    )
  try {
    makeFile(path)
  } catch (error) {
    // Another process made it just now.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(path)) throw explainError(error, path)
  }
}

/** SQLite's own 2 MiB hold the upper pages of hardly one index: 64 hold those of all in a record of millions of claims. */
const CACHE_KIB = 65_536
/** 64 MiB. Deriving a document writes a page or many of every index; the same pages are written into the file less often. */
const CHECKPOINT_PAGES = 16_000

async function openRaw(path: string): Promise<DatabaseSync> {
  let raw: DatabaseSync | undefined
  try {
    raw = new DatabaseSync(path, {timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true, defensive: true})
    raw.enableDefensive(true)
    refuseForeign(raw, path)
    // Two processes that open a new file at once are refused this statement at once: the busy timeout is not asked.
    const opened = raw
    await retryWhileBusy(() => opened.exec('pragma journal_mode = wal'))
    raw.exec(`
      pragma synchronous = full;
      pragma mmap_size = 0;
      pragma trusted_schema = off;
      pragma cell_size_check = on;
      pragma secure_delete = on;
      pragma temp_store = memory;
      pragma cache_size = -${CACHE_KIB};
      pragma wal_autocheckpoint = ${CHECKPOINT_PAGES};
      pragma journal_size_limit = 67108864;`)
    return raw
  } catch (error) {
    raw?.close()
    throw explainError(error, path)
  }
}

/** Asked in one statement: another process may be making the tables just now. Kysely's own two come first, alone. */
const WHOSE = `select
  (select application_id from pragma_application_id) as application,
  (select count(*) from sqlite_schema where tbl_name not in ('kysely_migration', 'kysely_migration_lock')) as tables`

function refuseForeign(raw: DatabaseSync, path: string): void {
  const {application, tables} = raw.prepare(WHOSE).get() as {application: number; tables: number}
  if (application === APPLICATION_ID || (application === 0 && tables === 0)) return
  throw new RecordUnusable('record_foreign', `Cannot open record "${path}": it is a database of another program`)
}

async function bringUpToDate(
  db: Kysely<Tables>,
  raw: DatabaseSync,
  path: string,
  {isCopy = false, onUpgrade}: DatabaseOptions
): Promise<void> {
  const version = pragma(raw, 'user_version')
  if (version > SCHEMA_VERSION)
    throw new RecordUnusable(
      'record_newer',
      `Cannot open record "${path}": a newer Hearsay wrote it (tables ${version}, this one knows ${SCHEMA_VERSION}). Use that one, or another file with --record`
    )
  if (version === SCHEMA_VERSION) return
  if (version === 0 || isCopy) return migrate(db)
  const kept = await keepBefore(path)
  try {
    await migrate(db)
  } catch (error) {
    // All of it was taken back, so that the copy has nothing that the record has not.
    if (kept !== undefined) rmSync(kept)
    throw error
  }
  if (kept !== undefined) onUpgrade?.({from: version, to: SCHEMA_VERSION, kept})
}

/** Copy a record as it is before its tables are changed; undefined where another process has just changed them. */
async function keepBefore(path: string): Promise<string | undefined> {
  // Two stores of one process may upgrade it at once.
  const unfinished = `${path}.before-${randomUUID()}.unfinished`
  try {
    await copyPages(path, unfinished)
    if (versionOf(unfinished) === SCHEMA_VERSION) return undefined
    const kept = freeName(`${path}.before-${SCHEMA_VERSION}`)
    giveName(unfinished, kept)
    return kept
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${ending}`, {force: true})
  }
}

function versionOf(path: string): number {
  const copy = new DatabaseSync(path)
  try {
    copy.exec('pragma journal_mode = delete')
    return pragma(copy, 'user_version')
  } finally {
    copy.close()
  }
}

/** `path`, or with the first number behind it that makes it a name not taken. */
function freeName(path: string): string {
  if (!existsSync(path)) return path
  for (let number = 2; ; number++) if (!existsSync(`${path}-${number}`)) return `${path}-${number}`
}

function pragma(raw: DatabaseSync, name: string): number {
  return Number(Object.values(raw.prepare(`pragma ${name}`).get()!)[0])
}
