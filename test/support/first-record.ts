import {readFileSync, writeFileSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {CANNERY, HARBOUR, journeyOf} from './journeys.ts'

const STATEMENTS = new URL('../record/first-record.sql', import.meta.url)

/** The ids of its documents: the second is hidden, by the last of three judgements. */
export const FIRST_DOCUMENTS = [HARBOUR, CANNERY].map(told => journeyOf(told).document.id)

/** Write a record as the first released tables had it. */
export function writeFirstRecord(path: string): void {
  writeFileSync(path, '', {mode: 0o600})
  const raw = new DatabaseSync(path, {enableForeignKeyConstraints: false})
  try {
    raw.exec('pragma journal_mode = wal')
    raw.exec(`begin; ${readFileSync(STATEMENTS, 'utf8')}; commit`)
  } finally {
    raw.close()
  }
}
