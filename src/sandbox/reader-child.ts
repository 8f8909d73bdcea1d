import {type ChildProcess, spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import type {Readable, Writable} from 'node:stream'
import type {Source} from '../intake/take-in.ts'
import {type UnreadableCode, UnreadableSource} from '../intake/unreadable-source.ts'
import type {Journey} from '../pipeline.ts'
import {ANSWER_FD} from './answer-jobs.ts'
import {childCommand} from './child-options.ts'
import {FrameReader, writeFrame} from './frames.ts'
import type {Limits} from './limits.ts'
import {type Answer, readAnswer, restore} from './messages.ts'
import {limitReached, ReadingStopped} from './reading-stopped.ts'

/** Loading code and models takes well under a second; a machine that is very busy may need this. */
const START_MAX_MS = 30_000

/** How often its memory is looked at. Node can take some 2 MiB in a millisecond, so this is what it may overshoot by. */
const WATCH_EVERY_MS = 20

/** The end of what a child printed, for the message when it falls. */
const PRINTED_MAX = 2_000

/** After this much work a child is replaced: what it may have gathered is let go. */
const WORK_MAX_MS = 300_000

/** How V8 says so: as the last words of a process, or as an error that the reader passed on. */
const OUT_OF_MEMORY = /heap out of memory|Array buffer allocation failed/

interface Job {
  readonly source: Source
  readonly resolve: (journey: Journey) => void
  readonly reject: (error: Error) => void
}

/** One child process that reads one document at a time. Once it is dead it stays so. */
export class ReaderChild {
  readonly #process: ChildProcess
  readonly #limits: Limits
  readonly #frames: FrameReader
  #isReady = false
  #isDead = false
  #job: Job | undefined
  #beganAt = 0
  #workedMs = 0
  #printed = ''
  #timer: NodeJS.Timeout | undefined
  #watch: NodeJS.Timeout | undefined

  constructor(entry: URL, limits: Limits) {
    const {file, args, env} = childCommand(entry, limits)
    this.#limits = limits
    this.#frames = new FrameReader(limits.outputBytes)
    this.#process = spawn(file, args, {env, cwd: '/', stdio: ['pipe', 'ignore', 'pipe', 'pipe'], windowsHide: true})
    this.#process.on('error', error => this.#fall(error.message))
    this.#process.on('close', (code, signal) => this.#fall(`its reader ${this.#lastWords(signal ?? `code ${code}`)}`))
    this.#process.stdin!.on('error', () => {})
    this.#process.stderr!.on('data', (chunk: Buffer) => {
      this.#printed = (this.#printed + chunk.toString('latin1')).slice(-PRINTED_MAX)
    })
    this.#answers.on('data', (chunk: Buffer) => this.#hear(chunk))
    this.#answers.on('error', () => {})
    this.#timer = setTimeout(() => this.#fall('its reader did not start within 30 s'), START_MAX_MS)
  }

  get isFree(): boolean {
    return !this.#isDead && this.#job === undefined
  }

  get isDead(): boolean {
    return this.#isDead
  }

  /** Read `source`. The child must be free. */
  read(source: Source): Promise<Journey> {
    return new Promise((resolve, reject) => {
      this.#job = {source, resolve, reject}
      if (this.#isReady) this.#begin()
    })
  }

  /** End the child at once; a document being read is rejected. */
  kill(): void {
    this.#fall('its reader was closed')
  }

  get #answers(): Readable {
    return this.#process.stdio[ANSWER_FD] as Readable
  }

  #begin(): void {
    const {bytes, ...head} = this.#job!.source
    const stdin = this.#process.stdin as Writable
    stdin.cork()
    for (const part of [Buffer.from(JSON.stringify(head)), bytes])
      for (const piece of writeFrame(part)) stdin.write(piece)
    stdin.uncork()
    this.#beganAt = performance.now()
    this.#timer = setTimeout(() => this.#stop('time_limit'), this.#limits.timeMs)
    this.#watch = setInterval(() => this.#lookAtMemory(), WATCH_EVERY_MS)
  }

  #hear(chunk: Buffer): void {
    if (this.#isDead) return
    try {
      for (const frame of this.#frames.add(chunk)) this.#take(readAnswer(frame))
    } catch (error) {
      if (error instanceof RangeError) this.#stop('output_limit')
      else this.#fall('its reader sent something that is no answer')
    }
  }

  #take(answer: Answer): void {
    if (answer.kind === 'ready' && !this.#isReady) {
      this.#isReady = true
      clearTimeout(this.#timer)
      if (this.#job) this.#begin()
      return
    }
    const job = this.#job
    if (answer.kind === 'ready' || !this.#isReady || !job) this.#fall('its reader spoke without being asked')
    else if (answer.kind === 'failed') this.#fall(`its reader failed (${answer.message})`)
    else if (answer.kind === 'journey') this.#settle(() => job.resolve(restore(answer.journey)))
    else this.#settle(() => job.reject(unreadable(answer.code, answer.message)))
  }

  /** `tell` first: should what came be too broken to tell, the job is still there to be rejected. */
  #settle(tell: () => void): void {
    tell()
    this.#rest()
    if (this.#workedMs > WORK_MAX_MS) this.kill()
  }

  #rest(): void {
    this.#workedMs += performance.now() - this.#beganAt
    clearTimeout(this.#timer)
    clearInterval(this.#watch)
    this.#job = undefined
  }

  #lookAtMemory(): void {
    const bytes = residentBytes(this.#process.pid)
    if (bytes !== undefined && bytes > this.#limits.memoryBytes) this.#stop('memory_limit')
  }

  #stop(code: 'time_limit' | 'memory_limit' | 'output_limit'): void {
    const job = this.#job
    this.#end(job && limitReached(code, job.source.ref, this.#limits))
  }

  #fall(state: string): void {
    const job = this.#job
    if (OUT_OF_MEMORY.test(this.#printed) || OUT_OF_MEMORY.test(state)) this.#stop('memory_limit')
    else this.#end(job && new ReadingStopped('crashed', job.source.ref, state))
  }

  /** Before it is ready it has seen no document, so what it printed is our own and says what is missing. */
  #lastWords(ending: string): string {
    if (this.#isReady) return `ended with ${ending}`
    const [line = 'nothing printed'] = /^\w*Error\b.*/m.exec(this.#printed) ?? []
    return `did not start: it ended with ${ending} (${line})`
  }

  #end(error: Error | undefined): void {
    if (this.#isDead) return
    this.#isDead = true
    const job = this.#job
    this.#rest()
    this.#process.kill('SIGKILL')
    for (const stream of [this.#process.stdin!, this.#process.stderr!, this.#answers]) stream.destroy()
    if (job && error) job.reject(error)
  }
}

/** An error as intake threw it, with its own message. */
function unreadable(code: string, message: string): UnreadableSource {
  const error = new UnreadableSource(code as UnreadableCode, '', '', '')
  error.message = message
  return error
}

/** What the process holds in memory; undefined where the system does not say. */
function residentBytes(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024
  } catch {
    return undefined
  }
}
