import type {Checkpoint} from './checkpoint.ts'
import type {CheckpointVerdict} from './proof-index.ts'
import {isSignedBy} from './signed-note.ts'

/** What a log is found to be now. */
export interface FoundLog {
  readonly publicKey: string
  readonly size: number
  /** The root over its first entries, of as many as each checkpoint tells of. */
  readonly rootsBySize: ReadonlyMap<number, string>
}

/** Say whether a log, worked out anew from its entries, begins with what a checkpoint signed. `log`: undefined where there is none. */
export function judgeCheckpoint({origin, size, root, note}: Checkpoint, log: FoundLog | undefined): CheckpointVerdict {
  const verdict = (reason: string, isConsistent = false) => ({isConsistent, reason, origin, size})
  if (!log) return verdict('it is of another record or project, or the key of this record was replaced')
  const isSigned = isSignedBy(note, {name: origin, publicKey: log.publicKey})
  if (isSigned === undefined) return verdict('it is not signed with the key of this record')
  if (!isSigned) return verdict('its signature is not that of its words')
  if (log.size < size) return verdict(`the log has ${log.size} entries and had ${size}: some were taken away`)
  if (log.rootsBySize.get(size) !== root) return verdict(`the first ${size} entries are not those that it signed`)
  return verdict(`the log begins with the ${size} entries that it signed`, true)
}
