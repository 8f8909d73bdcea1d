import {closeSync, existsSync, fsyncSync, openSync, unlinkSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {rewriteStatements} from './rewrite-statements.ts'

/**
 * Faults that a record could have and that no test of a sound one would show: the harness must find each, or it finds nothing.
 */
export const SEEDED_FAULTS = {
  'synchronous-normal': 'commits do not wait for the disk',
  'synchronous-off': 'nothing waits for the disk',
  'early-acknowledgement': 'a document is acknowledged before it is committed',
  'early-wal-removal': 'the write-ahead log is removed before what it holds is in the record',
  'traces-left': 'a purge leaves what it took away in the write-ahead log',
  'no-folder-sync': 'the names of new files never reach the disk'
} as const

export type SeededFault = keyof typeof SEEDED_FAULTS

/** Give this process the fault, in the engine below the record: the record's own code has no switch for it. */
export function seedFault(fault: string, path: string): {readonly acknowledgesEarly: boolean} {
  if (fault === 'synchronous-normal') rewriteStatements(/synchronous = full/, 'synchronous = normal')
  if (fault === 'synchronous-off') rewriteStatements(/synchronous = full/, 'synchronous = off')
  if (fault === 'traces-left') rewriteStatements(/pragma wal_checkpoint\(truncate\)/, 'select 0 as busy')
  if (fault === 'early-wal-removal') removeBeforeClosing(`${path}-wal`)
  return {acknowledgesEarly: fault === 'early-acknowledgement'}
}

function removeBeforeClosing(file: string): void {
  const {close} = DatabaseSync.prototype
  DatabaseSync.prototype.close = function () {
    if (existsSync(file)) removeForGood(file)
    return close.call(this)
  }
}

function removeForGood(file: string): void {
  unlinkSync(file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
