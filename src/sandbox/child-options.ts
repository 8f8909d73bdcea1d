import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, realpathSync} from 'node:fs'
import {getCompileCacheDir} from 'node:module'
import {dirname, join, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Limits} from './limits.ts'

/** How a reader is started, so that it can read the code and the models and do nothing else. */
export interface ChildCommand {
  readonly file: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The command that runs `entry` shut in. */
export function childCommand(entry: URL, {heapBytes}: Limits): ChildCommand {
  const script = realpathSync(fileURLToPath(entry))
  const compiled = compiledFolder()
  const args = [
    '--permission',
    ...[...readablePaths(script), ...compiled].map(path => `--allow-fs-read=${path}`),
    ...compiled.map(path => `--allow-fs-write=${path}`),
    `--max-old-space-size=${Math.floor(heapBytes / 1024 / 1024)}`,
    ...SHUT_IN,
    script,
    ...compiled
  ]
  return confined({file: process.execPath, args, env: environment()})
}

const SHUT_IN = [
  '--disallow-code-generation-from-strings',
  // A pattern that backtracks without end goes on in an engine that cannot: from minutes to milliseconds.
  '--enable-experimental-regexp-engine-on-excessive-backtracks',
  '--no-warnings'
]

/**
 * A folder for the children's compiled code, where this process keeps its own: a third of their start. Theirs stands
 * apart, so that nothing a child ever wrote is run outside one.
 */
function compiledFolder(): string[] {
  const own = getCompileCacheDir()
  if (own === undefined) return []
  try {
    const folder = join(realpathSync(own), 'readers')
    mkdirSync(folder, {recursive: true, mode: 0o700})
    return [folder]
  } catch {
    return []
  }
}

/** The package's own code, its models, and every folder of packages that Node would look in from there. */
function readablePaths(script: string): string[] {
  const root = packageRoot(dirname(script))
  const code = join(root, script.slice(root.length + 1).split(sep)[0]!)
  const own = [code, ...['src', 'dist', 'models', 'package.json'].map(name => join(root, name))]
  return [...new Set([...own, ...packageFolders(root)])].filter(path => existsSync(path))
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder
  return packageRoot(dirname(folder))
}

function packageFolders(folder: string): string[] {
  const parent = dirname(folder)
  const here = join(folder, 'node_modules')
  return parent === folder ? [here] : [here, ...packageFolders(parent)]
}

/** Nothing of the user's: no names, no keys, no NODE_OPTIONS. Windows starts nothing without its own folder. */
function environment(): Record<string, string> {
  const {SystemRoot} = process.env
  return {TZ: 'UTC', ...(SystemRoot !== undefined && {SystemRoot})}
}

const SHELL = '/bin/sh'

/** A parent that is killed cannot stop a child that spins; the kernel can, after this. */
const CPU_SECONDS_MAX = 600

/** A network of its own, with nothing in it. Node's permissions leave the network open. Not every Linux allows it. */
const APART = 'unshare --map-current-user --net'

/**
 * A fallen reader must not leave its memory, and so the document, in a core file. Every step of the script becomes the
 * next one, so the process that is watched and killed is the reader itself.
 */
const STEPS = `ulimit -c 0; ulimit -t ${CPU_SECONDS_MAX}
${APART} true && exec ${APART} "$0" "$@"
exec "$0" "$@"`

function confined(command: ChildCommand): ChildCommand {
  if (process.platform === 'win32' || !existsSync(SHELL)) return command
  return {...command, file: SHELL, args: ['-c', STEPS, command.file, ...command.args]}
}

/** Whether readers on this machine have no network at all. `hearsay doctor` says so. */
export function networkIsClosed(): boolean {
  if (process.platform !== 'linux' || !existsSync(SHELL)) return false
  return spawnSync(SHELL, ['-c', `${APART} true`], {stdio: 'ignore', timeout: 5_000}).status === 0
}
