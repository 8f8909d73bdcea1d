import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {createReadStream} from 'node:fs'
import {resolve} from 'node:path'
import {createInterface} from 'node:readline'

/** What a process asked of the file system, or said on its standard output. */
export type SystemCall =
  | {readonly kind: 'create' | 'remove' | 'make-folder'; readonly path: string}
  | {readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Uint8Array}
  | {readonly kind: 'truncate'; readonly path: string; readonly length: number}
  | {readonly kind: 'rename' | 'link'; readonly path: string; readonly to: string}
  /** Of a file or a folder. Only what was asked before call number `begun` is sure to be on the disk after it. */
  | {readonly kind: 'sync'; readonly path: string; readonly begun: number}
  | {readonly kind: 'say'; readonly words: string}

const TRACED =
  'openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,copy_file_range,fallocate,writev,pwritev'

/** How strace is called: every thread and child, files by their names, every byte, nothing else. */
const STRACE = [
  '-f',
  '-y',
  '-qq',
  '--seccomp-bpf',
  '-xx',
  '-s',
  '100000000',
  '-e',
  'signal=none',
  '-e',
  `trace=${TRACED}`
]

/** Why the calls of a process cannot be recorded here; undefined where they can. */
export function whyNothingIsRecorded(): string | undefined {
  const {error, status} = spawnSync('strace', [...STRACE, '-o', '/dev/null', process.execPath, '--version'])
  if (error) return 'strace is not installed'
  return status === 0 ? undefined : 'this system does not let one process trace another'
}

/** Run Node with each of these arguments, all at once, and record in `tracePath` what they ask of the file system. */
export async function runRecorded(processes: readonly (readonly string[])[], tracePath: string): Promise<void> {
  const commands = processes.map(args => [process.execPath, ...args].map(word => `'${word}'`).join(' '))
  const script = [
    ...commands.map(command => `${command} &`),
    ...commands.map((_, index) => `wait %${index + 1} || exit`)
  ]
  const child = spawn('strace', [...STRACE, '-o', tracePath, '/bin/sh', '-c', script.join('\n')], {
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`Cannot record "${script.join('; ')}": it ended with ${code}`)
}

/** The calls that were about files in `folder`, and what was said, in their order. */
export async function readCalls(tracePath: string, folder: string): Promise<SystemCall[]> {
  const calls: SystemCall[] = []
  const parts = new Map<string, {readonly text: string; readonly begun: number}>()
  for await (const line of createInterface({input: createReadStream(tracePath, 'latin1')})) {
    const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (text.endsWith(' <unfinished ...>')) {
      parts.set(thread, {text: text.slice(0, -' <unfinished ...>'.length), begun: calls.length})
      continue
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
    const before = rest ? parts.get(thread) : undefined
    const call = callOf(before ? before.text + rest![1]! : text, before?.begun ?? calls.length)
    if (call && (call.kind === 'say' || isInside(call.path, folder))) calls.push(call)
  }
  return calls
}

/** A whole line of strace, such as `pwrite64(4<\x2f\x61>, "\x00", 1, 0) = 1`; undefined where it changed nothing. */
function callOf(text: string, begun: number): SystemCall | undefined {
  const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\)\s+= (\S+)/.exec(text) ?? []
  if (result === '' || result.startsWith('-1')) return undefined
  const path = pathOf(args)
  switch (name) {
    case 'openat':
      return args.includes('O_CREAT') ? {kind: 'create', path} : undefined
    case 'mkdir':
    case 'mkdirat':
      return {kind: 'make-folder', path}
    case 'unlink':
    case 'unlinkat':
      return {kind: 'remove', path}
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return {kind: 'rename', ...pathsOf(args)}
    case 'link':
    case 'linkat':
      return {kind: 'link', ...pathsOf(args)}
    case 'fsync':
    case 'fdatasync':
      return {kind: 'sync', path, begun}
    case 'ftruncate':
      return {kind: 'truncate', path, length: Number(args.split(', ').at(-1))}
    case 'pwrite64':
      return {
        kind: 'write',
        path,
        offset: Number(args.split(', ').at(-1)),
        bytes: bytesOf(args).subarray(0, Number(result))
      }
    case 'write':
      return args.startsWith('1<') ? {kind: 'say', words: bytesOf(args).toString('utf8')} : refuse(name, path)
    default:
      return refuse(name, path)
  }
}

/** A call that the simulation knows nothing of would make it prove too little. */
function refuse(name: string, path: string): undefined {
  if (path.includes('.db')) throw new Error(`Cannot replay ${name} of ${path}: the simulation does not know it`)
}

function pathsOf(args: string): {path: string; to: string} {
  const [path = '', to = ''] = [...args.matchAll(QUOTED)].map(([, hex = '']) => resolve(unhex(hex).toString('utf8')))
  return {path, to}
}

const QUOTED = /"((?:\\x[0-9a-f]{2})*)"/g
/** An open file by its name; one that is no longer there is marked so. */
const DESCRIPTOR = /^\d+<((?:\\x[0-9a-f]{2})*)>/

function pathOf(args: string): string {
  const hex = DESCRIPTOR.exec(args)?.[1] ?? new RegExp(QUOTED).exec(args)?.[1] ?? ''
  return resolve(
    unhex(hex)
      .toString('utf8')
      .replace(/ ?\(deleted\)$/, '')
  )
}

function bytesOf(args: string): Buffer {
  const start = args.indexOf('"') + 1
  return unhex(args.slice(start, args.lastIndexOf('"')))
}

function unhex(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
