import {createReadStream, type Dirent} from 'node:fs'
import {open, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Source} from '../intake/take-in.ts'
import {DEFAULT_LIMITS, showBytes} from '../sandbox/limits.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {quoted} from './page/safe-text.ts'

/** Something to be read: what it is known by, and how to get its bytes when its turn comes. */
export interface Input {
  readonly ref: string
  /** @throws Error with a message for the user when it cannot be had */
  load(): Promise<Source>
}

/** What the user said about every input. */
export type GivenFacts = Pick<Source, 'address' | 'published' | 'title'>

/** Standard input, as an input. */
const STANDARD_INPUT = '-'
/** No more is taken into memory: a reader would refuse it anyway. */
export const INPUT_BYTES_MAX = DEFAULT_LIMITS.inputBytes

/**
 * Every file that `paths` stand for, in their order; the files of a folder sorted, those in its folders among them.
 *
 * Hidden files and folders are skipped, and so are symbolic links inside a folder: they may lead anywhere.
 */
export async function* fileInputs(paths: readonly string[], facts: GivenFacts): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === STANDARD_INPUT)
      yield {ref: STANDARD_INPUT, load: () => loadStream(STANDARD_INPUT, process.stdin, facts)}
    else if (await isFolder(path)) yield* folderInputs(path, facts)
    else yield fileInput(path, facts)
  }
}

/** The bytes of the file or standard input, as they come. */
export function byteStream(path: string): AsyncIterable<Uint8Array> {
  return path === STANDARD_INPUT ? process.stdin : createReadStream(path)
}

/**
 * `paths`, or standard input where none are given and something is piped in.
 *
 * @throws CommandFailure when there is nothing to read
 */
export function inputsOrPipe(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths
  if (process.stdin.isTTY)
    throw new CommandFailure(
      ExitCode.usage,
      'Cannot read: no input given. Give a file, a folder, or - for standard input'
    )
  return [STANDARD_INPUT]
}

/** Why the system would not let us have a file, in words. */
export function explainFileError(ref: string, error: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'you may not read it',
    EPERM: 'you may not read it',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links lead round in a circle',
    ENAMETOOLONG: 'its name is too long',
    EMFILE: 'too many files are open',
    ENOTDIR: 'part of its path is no folder',
    EIO: 'the disk cannot be read'
  }
  return `Cannot read ${quoted(ref)}: ${reasons[error.code ?? ''] ?? error.message}`
}

function fileInput(path: string, facts: GivenFacts): Input {
  return {ref: path, load: () => loadFile(path, facts)}
}

async function loadFile(path: string, facts: GivenFacts): Promise<Source> {
  try {
    await using file = await open(path)
    const {size} = await file.stat()
    if (size > INPUT_BYTES_MAX) throw new Error(tooLarge(path))
    return await loadStream(path, file.createReadStream({autoClose: false}), facts)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) throw new Error(explainFileError(path, error as NodeJS.ErrnoException))
    throw error
  }
}

async function loadStream(ref: string, stream: AsyncIterable<Uint8Array>, facts: GivenFacts): Promise<Source> {
  const chunks: Uint8Array[] = []
  let byteCount = 0
  for await (const chunk of stream) {
    byteCount += chunk.length
    if (byteCount > INPUT_BYTES_MAX) throw new Error(tooLarge(ref))
    chunks.push(chunk)
  }
  return {ref, bytes: Buffer.concat(chunks), ...facts}
}

function tooLarge(ref: string): string {
  return `Cannot read ${quoted(ref)}: it is larger than ${showBytes(INPUT_BYTES_MAX)}`
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false
  )
}

async function* folderInputs(folder: string, facts: GivenFacts): AsyncGenerator<Input> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, {withFileTypes: true})
  } catch (error) {
    const message = explainFileError(folder, error as NodeJS.ErrnoException)
    yield {ref: folder, load: () => Promise.reject(new Error(message))}
    return
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* folderInputs(path, facts)
    else if (entry.isFile()) yield fileInput(path, facts)
  }
}
