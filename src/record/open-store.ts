import type {Restored, RestoreOptions} from './life/restored.ts'
import type {Upgrade} from './life/upgrade.ts'
import type {Store} from './store.ts'

export interface OpenOptions {
  /** Make the record where there is none. False by default: then a missing record is an error. */
  readonly create?: boolean
  /** What is kept apart from every other project in the same record. */
  readonly project?: string
  /** Told when the record was one of an older Hearsay and has been upgraded; a copy from before stands beside it. */
  readonly onUpgrade?: (upgrade: Upgrade) => void
}

/**
 * Open the record in the file at `path`, in mode 0600; a directory that has to be made gets 0700.
 *
 * @throws RecordUnusable when it is missing, of a newer Hearsay, no record at all, damaged or locked
 */
export async function openStore(path: string, options: OpenOptions = {}): Promise<Store> {
  const {openSqliteStore} = await import('./sqlite/sqlite-store.ts')
  return openSqliteStore(path, options)
}

/**
 * Bring the backup in the file `from` back as the record at `path`, once all of it was found sound. One of an older Hearsay is
 * upgraded on the way; the backup itself stays as it is.
 *
 * @throws RecordUnusable when it is no record, of a newer Hearsay or damaged, or when a record is at `path` or in use there
 */
export async function restoreStore(from: string, path: string, options: RestoreOptions = {}): Promise<Restored> {
  const {restoreDatabase} = await import('./sqlite/restore.ts')
  return restoreDatabase(from, path, options)
}
