export type RecordFault =
  | 'record_missing'
  | 'record_newer'
  | 'record_foreign'
  | 'record_damaged'
  | 'record_busy'
  | 'record_readonly'
  | 'record_unreachable'
  | 'disk_full'
  | 'record_taken'
  | 'engine_too_old'

/** The record cannot be used; `code` says why and the message what to do about it. */
export class RecordUnusable extends Error {
  override readonly name = 'RecordUnusable'
  readonly code: RecordFault

  constructor(code: RecordFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The record already holds something else under this id. */
export class RecordConflict extends Error {
  override readonly name = 'RecordConflict'
  readonly code = 'record_conflict'
}

/** There is nothing under this id. */
export class NotOnRecord extends Error {
  override readonly name = 'NotOnRecord'
  readonly code = 'not_on_record'
}
