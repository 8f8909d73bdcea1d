import type {OpenOptions} from '../open-store.ts'
import type {Store} from '../store.ts'

/** Open a record kept in one SQLite file. */
export async function openSqliteStore(path: string, {create = false}: OpenOptions): Promise<Store> {
  throw new Error(`not built: ${path} ${create}`)
}
