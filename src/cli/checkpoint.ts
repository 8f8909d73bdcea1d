import {existsSync, mkdirSync, renameSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {ProofIndex, SignedHead} from '../record/proof/proof-index.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {quiet} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import {quoted} from './page/safe-text.ts'
import {type RecordOption, shortPath} from './record-path.ts'
import type {Terminal} from './terminal.ts'
import {readCheckpoint} from './verify.ts'

export interface CheckpointOptions extends RecordOption {
  readonly to?: string
  readonly tiles?: string
  readonly proof?: string
}

/** Sign the log, and print or keep what shows later that it only grew. */
export async function checkpoint(options: CheckpointOptions, terminal: Terminal): Promise<ExitCode> {
  const store = await openRecord(options)
  try {
    const {proof} = store
    if (options.proof !== undefined) return await printProof(proof, options.proof, terminal)
    if (options.tiles !== undefined) return await writeTiles(proof, options.tiles, terminal)
    if (options.to !== undefined) return await keepIn(proof, options.to, terminal)
    const head = await proof.checkpoint()
    terminal.writeText(head.text)
    explain(head, terminal)
    return ExitCode.done
  } finally {
    await store.close()
  }
}

async function printProof(proof: ProofIndex, words: string, {writeText}: Terminal): Promise<ExitCode> {
  const text = await proof.proofOf(/^\d+$/.test(words) ? Number(words) : words)
  if (text === undefined)
    throw new CommandFailure(
      ExitCode.notFound,
      `Cannot prove ${quoted(words)}: no entry of the log is of this id or place`
    )
  writeText(text)
  return ExitCode.done
}

async function writeTiles(proof: ProofIndex, folder: string, {page}: Terminal): Promise<ExitCode> {
  let fileCount = 0
  await proof.exportTiles(async (path, bytes) => {
    const place = join(folder, path)
    mkdirSync(dirname(place), {recursive: true})
    writeFileSync(place, bytes)
    fileCount++
  })
  page.line([`Wrote the log into ${shortPath(folder)}: ${counted(fileCount, 'file')}`])
  return ExitCode.done
}

/** An older checkpoint gives way only to one of a log that begins with it: else it is the proof that something happened. */
async function keepIn(proof: ProofIndex, file: string, terminal: Terminal): Promise<ExitCode> {
  if (existsSync(file)) {
    const {isConsistent, reason} = await proof.verifyCheckpoint(readCheckpoint(file))
    if (!isConsistent)
      throw new CommandFailure(
        ExitCode.record,
        `Cannot replace ${shortPath(file)}: ${reason}. Keep it, and run hearsay verify --checkpoint ${file}`
      )
    terminal.page.line([`The checkpoint that was there holds: ${reason}`])
  }
  const head = await proof.checkpoint()
  writeFileSync(`${file}.new`, head.text)
  renameSync(`${file}.new`, file)
  terminal.page.line([`Signed ${counted(head.size, 'entry', 'entries')} in ${shortPath(file)}`])
  explain(head, terminal, file)
  return ExitCode.done
}

/** What to do with it, beside it and not in it: the four lines are all that may be in such a file. */
function explain({verifierKey}: SignedHead, {notes}: Terminal, file = 'FILE'): void {
  notes.line([
    quiet('Keep this where nobody who can change the record can change it: with somebody else, on paper, on a stick.')
  ])
  notes.line([quiet(`Later: hearsay verify --checkpoint ${file}`)])
  notes.line([quiet(`Whoever is given it can check the signature with ${verifierKey}`)])
}
