import {existsSync, renameSync, rmSync} from 'node:fs'
import {resolve} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {Restored, RestoreOptions} from '../life/restored.ts'
import {RecordUnusable} from '../record-errors.ts'
import type {CheckReport} from '../store.ts'
import {checkRecord} from './check-record.ts'
import {copyPages, giveName} from './copy-pages.ts'
import {explainError} from './explain-error.ts'
import {sqliteCode} from './node-sqlite-dialect.ts'
import {openDatabase} from './open-database.ts'

const ENDINGS = ['', '-wal', '-shm', '-journal']

/**
 * Put the record at `from` where the record of `path` should be. It is copied under another name and checked whole before
 * anything that is there is touched; what is there is kept aside.
 */
export async function restoreDatabase(
  from: string,
  path: string,
  {replacesAt}: RestoreOptions = {}
): Promise<Restored> {
  const [source, place] = [resolve(from), resolve(path)]
  refuseUseless(source, place, replacesAt !== undefined)
  const unfinished = `${place}.restoring`
  try {
    await copyPages(source, unfinished)
    const {documentsChecked, claimsChecked} = await checkCopy(source, unfinished)
    const kept = existsSync(place) ? keepAside(place, replacesAt!) : undefined
    giveName(unfinished, place)
    return {path: place, documentsChecked, claimsChecked, ...(kept !== undefined && {kept})}
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(place)
    throw explainError(error, sqliteCode(error) === undefined ? place : source)
  } finally {
    for (const ending of ENDINGS) rmSync(`${unfinished}${ending}`, {force: true})
  }
}

function refuseUseless(source: string, place: string, isReplacing: boolean): void {
  if (!existsSync(source))
    throw new RecordUnusable('record_missing', `Cannot restore "${source}": there is no such file`)
  if (source === place)
    throw new RecordUnusable('record_taken', `Cannot restore "${source}": it is itself the record in use`)
  if (existsSync(place) && !isReplacing) throw taken(place)
}

function taken(place: string): RecordUnusable {
  return new RecordUnusable(
    'record_taken',
    `Cannot restore to "${place}": a record is there. Give --replace, which keeps that one aside, or another place with --record`
  )
}

async function checkCopy(source: string, copy: string): Promise<CheckReport> {
  const {db} = await openDatabase(copy, {create: false, isCopy: true}).catch(error => {
    // The user knows the file by its own name.
    if (error instanceof RecordUnusable) error.message = error.message.replace(`"${copy}"`, `"${source}"`)
    throw error
  })
  const report = await checkRecord(db).finally(() => db.destroy())
  if (report.isSound) return report
  throw new RecordUnusable(
    'record_damaged',
    `Cannot restore "${source}": it is damaged (${report.faults[0]}). Nothing was changed; try an older backup`
  )
}

/** Move a record to a name that says when, with whatever SQLite keeps beside it. */
function keepAside(place: string, at: string): string {
  closeOthersOut(place)
  const kept = `${place}.replaced-${at.replace(/\.\d+/, '').replace(/[-:]/g, '')}`
  if (existsSync(kept)) throw taken(place)
  for (const ending of ENDINGS) if (existsSync(place + ending)) renameSync(place + ending, kept + ending)
  return kept
}

/** A record can leave its log of writes ahead only when nobody else has it open: otherwise SQLite says that it is busy. */
function closeOthersOut(place: string): void {
  const raw = new DatabaseSync(place, {timeout: 0})
  try {
    raw.exec('pragma journal_mode = delete')
  } catch (error) {
    // One that is damaged is moved as it is.
    if (sqliteCode(error) === 5)
      throw new RecordUnusable(
        'record_busy',
        `Cannot replace record "${place}": another process has it open. End that one first`
      )
  } finally {
    raw.close()
  }
}
