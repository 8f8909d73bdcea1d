import {spawn} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'

/** How a command ended, how long it took, and the most memory it and everything it started held together. */
export interface MeasuredRun {
  readonly exitCode: number | null
  readonly wallMs: number
  /** Peak memory of the whole process tree, sampled, shared pages counted once; 0 where /proc is absent. */
  readonly peakMiB: number
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly timeoutMs?: number
  readonly env?: NodeJS.ProcessEnv
}

/** How often the process tree is sampled: short against a reading, long against the cost of the look. */
const SAMPLE_MS = 20
/** Output kept for the report; a hostile document can make much of it. */
const MAX_OUTPUT_CHARS = 20_000

/** Run `command` and measure it from outside, with everything it starts. */
export function runMeasured(
  command: string,
  args: readonly string[],
  {timeoutMs = 60_000, env = process.env}: RunOptions = {}
): Promise<MeasuredRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, args, {env, stdio: ['ignore', 'pipe', 'pipe']})
    let peakMiB = 0
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout = (stdout + text).slice(-MAX_OUTPUT_CHARS)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-MAX_OUTPUT_CHARS)
    })
    const sampler = setInterval(() => {
      peakMiB = Math.max(peakMiB, treeMiB(child.pid!))
    }, SAMPLE_MS)
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    child.on('error', reject)
    child.on('close', exitCode => {
      clearInterval(sampler)
      clearTimeout(timer)
      resolve({exitCode, wallMs: performance.now() - started, peakMiB, stdout, stderr})
    })
  })
}

/** Memory of process `root` and its descendants, now: what several of them share is counted once. */
function treeMiB(root: number): number {
  try {
    const processes = readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .flatMap(statusOf)
    const wanted = new Set([root])
    for (let grown = true; grown; ) {
      const before = wanted.size
      for (const {id, parent} of processes) if (wanted.has(parent)) wanted.add(id)
      grown = wanted.size > before
    }
    return processes.filter(({id}) => wanted.has(id)).reduce((sum, {id}) => sum + proportionalKiB(id), 0) / 1024
  } catch {
    return 0
  }
}

/** A process's own pages and its share of those that others map too (`Pss`). */
function proportionalKiB(id: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function statusOf(id: string): {id: number; parent: number}[] {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    const number = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    return [{id: Number(id), parent: number('PPid')}]
  } catch {
    return []
  }
}
