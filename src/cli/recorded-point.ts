import {type Checkpoint, parseCheckpoint} from '../record/proof/checkpoint.ts'
import type {Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {quoted} from './page/safe-text.ts'
import {readCheckpoint} from './verify.ts'

/** A place of the log, from `--recorded`: its number, or a file with a checkpoint, which tells how far the log had come. */
export async function recordedPoint({proof}: Store, point: string): Promise<number> {
  const {origin, size} = await proof.end()
  const kept = /^\d{1,15}$/.test(point) ? undefined : keptCheckpoint(point)
  if (kept && kept.origin !== origin)
    throw refusal(point, `it is a checkpoint of ${quoted(kept.origin)}, and this log is ${quoted(origin)}`)
  const place = kept?.size ?? Number(point)
  if (size < place) throw refusal(point, `the log has come to place ${size}, and no further`)
  return place
}

function keptCheckpoint(file: string): Checkpoint {
  try {
    return parseCheckpoint(readCheckpoint(file))
  } catch (error) {
    throw refusal(file, `it is neither a place of the log nor a file with a checkpoint (${(error as Error).message})`)
  }
}

function refusal(point: string, why: string): CommandFailure {
  return new CommandFailure(ExitCode.usage, `Cannot use ${quoted(point)} for --recorded: ${why}`)
}
