import {type RecordFault, RecordUnusable} from '../record-errors.ts'
import {BUSY_TIMEOUT_MS, sqliteCode} from './node-sqlite-dialect.ts'

type Reason = readonly [code: RecordFault, state: string]

const DAMAGED = 'the file is damaged. hearsay doctor says where; bring back a copy'
const CLOSED = 'it cannot be opened. Is its folder there, and may you write in it?'

/** SQLite's primary result codes that a user can do something about. */
const REASONS = new Map<number, Reason>([
  [5, ['record_busy', `another process has been writing to it for ${BUSY_TIMEOUT_MS / 1000} s. Try again`]],
  [8, ['record_readonly', 'it may not be written']],
  [10, ['record_unreachable', 'the disk refused to read or write. Is it full, or failing?']],
  [11, ['record_damaged', DAMAGED]],
  [13, ['disk_full', 'the disk is full. Nothing that was saved is lost; make room and go on']],
  [14, ['record_unreachable', CLOSED]],
  [26, ['record_foreign', 'it is no SQLite file']]
])

/** What file systems say, in the same words. */
const FILE_REASONS = new Map<unknown, Reason>([
  ['EACCES', ['record_unreachable', CLOSED]],
  ['EPERM', ['record_unreachable', CLOSED]],
  ['EROFS', ['record_readonly', 'its disk may not be written']],
  ['ENOTDIR', ['record_unreachable', 'what should be its folder is a file']],
  ['EEXIST', ['record_unreachable', 'something else stands in its place']],
  ['ENOSPC', ['disk_full', 'the disk is full']]
])

/** `error` as a user can act on it, where it says that the record at `path` cannot be used; otherwise itself. */
export function explainError(error: unknown, path: string): unknown {
  const {code, message} = error as NodeJS.ErrnoException
  const reason = REASONS.get(sqliteCode(error) ?? -1) ?? FILE_REASONS.get(code)
  if (!reason) return error
  const [name, state] = reason
  return new RecordUnusable(name, `Cannot use record "${path}": ${state} (${message})`, {cause: error})
}
