import {closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync} from 'node:fs'
import {dirname} from 'node:path'
import {backup, DatabaseSync} from 'node:sqlite'
import {makeFile, syncFolder} from './make-file.ts'
import {BUSY_TIMEOUT_MS} from './node-sqlite-dialect.ts'

/**
 * Copy every page of the database at `from` into a new file in mode 0600.
 *
 * All in one step: between two steps a writer would make SQLite begin again, and with many writers it would never end. Only
 * readers of its own connection wait for it.
 */
export async function copyPages(from: string, to: string): Promise<void> {
  rmSync(to, {force: true})
  makeFile(to)
  const source = new DatabaseSync(from, {readOnly: true, timeout: BUSY_TIMEOUT_MS})
  try {
    await backup(source, to, {rate: ALL_PAGES})
  } finally {
    source.close()
  }
}

/** More than SQLite's largest database has. */
const ALL_PAGES = 2 ** 31 - 1

/** Give a finished file the name it is known by, once its bytes are on the disk; never one that is taken. */
export function giveName(from: string, to: string): void {
  const descriptor = openSync(from, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  try {
    linkSync(from, to)
    rmSync(from)
  } catch (error) {
    // Sticks and shares that know no second name for a file.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    if (existsSync(to)) throw Object.assign(new Error('it is there'), {code: 'EEXIST'})
    renameSync(from, to)
  }
  syncFolder(dirname(to))
}
