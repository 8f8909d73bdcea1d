import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openStore} from '../../src/record/open-store.ts'
import type {Place} from '../record/store.contract.ts'

/** A folder with the path of a record that is not made yet. */
export interface TemporaryRecord extends Place {
  readonly folder: string
  readonly path: string
}

/** Somewhere for a record of one test. */
export function temporaryRecord(): TemporaryRecord {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-record-'))
  const path = join(folder, 'record.db')
  return {
    folder,
    path,
    open: project => openStore(path, {create: true, ...(project !== undefined && {project})}),
    remove: async () => rmSync(folder, {recursive: true})
  }
}
