import type {Store} from './store.ts'

export interface OpenOptions {
  /** Make the record where there is none. False by default: then a missing record is an error. */
  readonly create?: boolean
  /** What is kept apart from every other project in the same record. */
  readonly project?: string
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
