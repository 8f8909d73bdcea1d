/** Why a source cannot be read at all. */
export type UnreadableCode = 'empty' | 'binary' | 'unknown_charset'

/** These bytes are no text of a kind we read. The message says what they seem to be and what to do. */
export class UnreadableSource extends Error {
  readonly code: UnreadableCode

  constructor(code: UnreadableCode, ref: string, state: string, fix: string) {
    super(`Cannot read ${JSON.stringify(ref)}: ${state}. ${fix}`)
    this.name = 'UnreadableSource'
    this.code = code
  }
}
