import {existsSync, rmSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {BackedUp} from '../life/record-life.ts'
import {RecordUnusable} from '../record-errors.ts'
import type {CheckReport} from '../store.ts'
import {checkRecord} from './check-record.ts'
import {copyPages, giveName} from './copy-pages.ts'
import {explainError} from './explain-error.ts'
import {openDatabase} from './open-database.ts'

/**
 * Copy the record at `place` to a new file at `path`, while others use it. It is made under another name, checked, and waited
 * for until the disk has it: a file of the name asked for is a whole copy, or not there.
 */
export async function backUp(place: string, path: string): Promise<BackedUp> {
  const wanted = resolve(path)
  refuseTaken(place, wanted)
  const unfinished = `${wanted}.unfinished`
  try {
    await copyPages(place, unfinished)
    const {documentsChecked, claimsChecked} = await checkCopy(place, unfinished)
    giveName(unfinished, wanted)
    return {path: wanted, byteCount: statSync(wanted).size, documentsChecked, claimsChecked}
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken(place, wanted) : explainError(error, wanted)
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${ending}`, {force: true})
  }
}

async function checkCopy(place: string, copy: string): Promise<CheckReport> {
  const {db} = await openDatabase(copy, {create: false})
  let report: CheckReport
  try {
    report = await checkRecord(db)
  } finally {
    await db.destroy()
  }
  if (!report.isSound)
    throw new RecordUnusable(
      'record_damaged',
      `Cannot back up record "${place}": it is damaged (${report.faults[0]}). Run hearsay verify, and keep the backups there are`
    )
  leaveOneFile(copy)
  return report
}

/** A copy is one file, which can also be read where nothing can be written. */
function leaveOneFile(path: string): void {
  const raw = new DatabaseSync(path)
  try {
    raw.exec('pragma journal_mode = delete')
  } finally {
    raw.close()
  }
}

function refuseTaken(place: string, path: string): void {
  if (existsSync(path)) throw taken(place, path)
}

function taken(place: string, path: string): RecordUnusable {
  return new RecordUnusable(
    'record_taken',
    `Cannot back up record "${place}": "${path}" is there already, and a backup replaces nothing. Give another name`
  )
}
