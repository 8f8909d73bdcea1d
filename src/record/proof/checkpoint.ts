import type {TreeHead} from './consistency-proof.ts'
import type {RecordKeys} from './record-keys.ts'
import {parseNote, type SignedNote, signNote} from './signed-note.ts'

/** C2SP tlog-checkpoint: this log had so many entries with this hash over them, and its record signed that. */
export interface Checkpoint extends TreeHead {
  readonly origin: string
  readonly note: SignedNote
}

/** The name of a project's log, which no other record has. It is part of every entry. */
export function originOf(record: string, project: string): string {
  // A key's name has neither spaces nor a plus.
  return `hearsay/${record}/${encodeURIComponent(project.toWellFormed())}`
}

/** A checkpoint as a user keeps it: four lines of text. */
export function signCheckpoint(origin: string, {size, root}: TreeHead, keys: RecordKeys): string {
  return signNote(`${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`, origin, keys)
}

/** @throws SyntaxError where it is no checkpoint */
export function parseCheckpoint(text: string): Checkpoint {
  const note = parseNote(text)
  const [origin = '', size = '', root = ''] = note.text.split('\n')
  if (origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root))
    throw new SyntaxError('Cannot read checkpoint: its first three lines are not origin, size and root')
  return {origin, size: Number(size), root: Buffer.from(root, 'base64').toString('hex'), note}
}
