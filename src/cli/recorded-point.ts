import {parseCheckpoint} from '../record/proof/checkpoint.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {quoted} from './page/safe-text.ts'
import {readCheckpoint} from './verify.ts'

/** A place of the log, from `--recorded`: its number, or a file with a checkpoint, which tells how far the log had come. */
export function recordedPoint(point: string): number {
  if (/^\d{1,15}$/.test(point)) return Number(point)
  try {
    return parseCheckpoint(readCheckpoint(point)).size
  } catch (error) {
    throw new CommandFailure(
      ExitCode.usage,
      `Cannot use ${quoted(point)} for --recorded: it is neither a place of the log nor a file with a checkpoint (${(error as Error).message})`
    )
  }
}
