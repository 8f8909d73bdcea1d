import {closeSync, fsyncSync, mkdirSync, openSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Make an empty file at `path` that only its owner can read, and the folders it needs.
 *
 * A folder that was made has its name in the one above it, and a power cut takes a name away that nobody waited for: with it the
 * record, however well its own bytes were kept. SQLite waits for the names in the folder of the record, not for those above.
 *
 * @throws an error with code `EEXIST` when the file is there
 */
export function makeFile(path: string): void {
  const folder = dirname(path)
  const first = mkdirSync(folder, {recursive: true, mode: 0o700})
  closeSync(openSync(path, 'wx', 0o600))
  syncFolder(folder)
  if (first === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    syncFolder(dirname(made))
    if (made === first || made === dirname(made)) return
  }
}

/** Wait until the disk has the names in a folder. Windows opens no folders, and writes names at once. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
