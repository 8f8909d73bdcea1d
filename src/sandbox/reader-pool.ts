import {availableParallelism} from 'node:os'
import type {Source} from '../intake/take-in.ts'
import type {Journey} from '../pipeline.ts'
import {completeLimits, type Limits} from './limits.ts'
import {ReaderChild} from './reader-child.ts'
import {limitReached, ReadingStopped} from './reading-stopped.ts'

/** Reads hostile documents in child processes that can be killed. */
export interface ReaderPool {
  /** How many documents are read at once. */
  readonly size: number
  /**
   * Read one document.
   *
   * @throws UnreadableSource when its bytes are no text of a kind we read
   * @throws ReadingStopped when it reached a limit, or its reader fell
   */
  read(source: Source): Promise<Journey>
  /** End every reader. Documents being read are rejected. */
  close(): Promise<void>
}

export interface PoolOptions {
  /** As many as there are processors, at most 8, by default. */
  readonly size?: number
  readonly limits?: Partial<Limits>
  /** What a child runs; the real reader by default. */
  readonly entry?: URL
}

/** Each child takes a few hundred MiB at worst; who wants more says so. */
const SIZE_MAX_DEFAULT = 8

/** This module is a `.ts` in a checkout and a `.js` in the package, and so is the child's. */
const ENTRY = new URL(`./reader-process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/** Open a pool. Its first child starts at once, so that models load while the caller still opens its record. */
export function openReaderPool({size, limits, entry = ENTRY}: PoolOptions = {}): ReaderPool {
  return new ChildPool(
    Math.max(1, Math.trunc(size ?? Math.min(availableParallelism(), SIZE_MAX_DEFAULT))),
    completeLimits(limits),
    entry
  )
}

interface Waiting {
  readonly source: Source
  readonly resolve: (journey: Promise<Journey>) => void
}

class ChildPool implements ReaderPool {
  readonly size: number
  readonly #limits: Limits
  readonly #entry: URL
  readonly #waiting: Waiting[] = []
  #children: ReaderChild[] = []
  #isClosed = false

  constructor(size: number, limits: Limits, entry: URL) {
    this.size = size
    this.#limits = limits
    this.#entry = entry
    this.#children.push(new ReaderChild(entry, limits))
    process.on('exit', this.#killAll)
  }

  async read(source: Source): Promise<Journey> {
    if (this.#isClosed) throw new ReadingStopped('crashed', source.ref, 'its reader was closed')
    if (source.bytes.length > this.#limits.inputBytes) throw limitReached('input_limit', source.ref, this.#limits)
    return new Promise(resolve => {
      this.#waiting.push({source, resolve})
      this.#serve()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    process.off('exit', this.#killAll)
    for (const {source, resolve} of this.#waiting.splice(0))
      resolve(Promise.reject(new ReadingStopped('crashed', source.ref, 'its reader was closed')))
    this.#killAll()
  }

  readonly #killAll = (): void => {
    for (const child of this.#children) child.kill()
    this.#children = []
  }

  /** Give waiting documents to free children, and start children while there are fewer than allowed. */
  #serve(): void {
    while (this.#waiting.length > 0) {
      const child = this.#freeChild()
      if (!child) return
      const {source, resolve} = this.#waiting.shift()!
      const journey = child.read(source)
      resolve(journey)
      journey.catch(() => {}).finally(() => this.#serve())
    }
  }

  #freeChild(): ReaderChild | undefined {
    this.#children = this.#children.filter(child => !child.isDead)
    const free = this.#children.find(child => child.isFree)
    if (free || this.#children.length >= this.size || this.#isClosed) return free
    const fresh = new ReaderChild(this.#entry, this.#limits)
    this.#children.push(fresh)
    return fresh
  }
}
