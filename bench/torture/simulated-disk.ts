import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {SeededRandom} from '../seeded-random.ts'
import type {SystemCall} from './system-calls.ts'

/** What a disk writes whole or not at all. */
const SECTOR_BYTES = 512

/** What became, when the power went, of what was asked and never waited for. */
type Fate = 'dropped' | 'kept' | 'some' | 'torn'
const FATES: readonly Fate[] = ['dropped', 'kept', 'some', 'torn']

interface PendingChange {
  readonly index: number
  /** Undefined for a change of length. */
  readonly bytes?: Uint8Array
  /** Where the bytes go, or the new length. */
  readonly at: number
}

class Inode {
  durable: Uint8Array = new Uint8Array(0)
  pending: PendingChange[] = []
}

/** A name given, or (`inode` undefined) taken away; both at once for a file that was renamed. */
interface NameChange {
  readonly index: number
  readonly names: readonly (readonly [path: string, inode: Inode | 'folder' | undefined])[]
}

/**
 * A disk that is told what processes ask and remembers which of it has to survive a power cut: bytes once their file was
 * synced, names once their folder was. Everything else may be there or not, in any order, and a write may be torn at a sector.
 */
export class SimulatedDisk {
  readonly #root: string
  readonly #syncsFolders: boolean
  /** What processes see. */
  readonly #names = new Map<string, Inode | 'folder'>()
  readonly #durableNames = new Map<string, Inode | 'folder'>()
  /** By folder. */
  readonly #pendingNames = new Map<string, NameChange[]>()
  /** Files that lost their name and are still open. */
  readonly #nameless = new Map<string, Inode>()
  #index = 0

  /** `root` is on the disk already. A disk that forgets to sync folders is a fault, seeded to see it found. */
  constructor(root: string, {syncsFolders = true}: {readonly syncsFolders?: boolean} = {}) {
    this.#root = root
    this.#syncsFolders = syncsFolders
    for (const names of [this.#names, this.#durableNames]) names.set(root, 'folder')
  }

  /** What stands in the real folder `root` now is on this disk. */
  putAll(root: string): void {
    for (const entry of readdirSync(root, {recursive: true, withFileTypes: true})) {
      const path = join(entry.parentPath, entry.name)
      const inode = entry.isDirectory() ? 'folder' : new Inode()
      if (inode !== 'folder') inode.durable = readFileSync(path)
      for (const names of [this.#names, this.#durableNames]) names.set(path, inode)
    }
  }

  /** The next call that was recorded. */
  apply(call: SystemCall): void {
    const index = this.#index++
    switch (call.kind) {
      case 'create':
        if (!this.#names.has(call.path)) this.#name(index, [call.path, new Inode()])
        break
      case 'make-folder':
        this.#name(index, [call.path, 'folder'])
        break
      case 'remove':
        this.#keepNameless(call.path)
        this.#name(index, [call.path, undefined])
        break
      case 'rename':
        this.#name(index, [call.path, undefined], [call.to, this.#names.get(call.path)])
        break
      case 'link':
        this.#name(index, [call.to, this.#names.get(call.path)])
        break
      case 'write':
        this.#file(call.path)?.pending.push({index, bytes: call.bytes, at: call.offset})
        break
      case 'truncate':
        this.#file(call.path)?.pending.push({index, at: call.length})
        break
      case 'sync':
        this.#sync(call.path, call.begun)
        break
      case 'say':
        break
    }
  }

  /** The files that are there when the power comes back. */
  filesAfterCut(random: SeededRandom): Map<string, Uint8Array> {
    const names = new Map(this.#durableNames)
    for (const changes of this.#pendingNames.values())
      for (const change of survivors(changes, random)) rename(names, change)
    const files = new Map<string, Uint8Array>()
    for (const [path, inode] of names)
      if (inode !== 'folder' && this.#isReachable(path, names)) files.set(path, bytesAfterCut(inode, random))
    return files
  }

  #name(index: number, ...changes: NameChange['names']): void {
    const change = {index, names: changes}
    rename(this.#names, change)
    const folder = dirname(changes[0]![0])
    this.#pendingNames.set(folder, [...(this.#pendingNames.get(folder) ?? []), change])
  }

  #keepNameless(path: string): void {
    const inode = this.#names.get(path)
    if (inode instanceof Inode) this.#nameless.set(path, inode)
  }

  #file(path: string): Inode | undefined {
    const inode = this.#names.get(path) ?? this.#nameless.get(path)
    return inode instanceof Inode ? inode : undefined
  }

  #sync(path: string, begun: number): void {
    const inode = this.#file(path)
    if (inode) {
      inode.durable = changed(
        inode.durable,
        inode.pending.filter(({index}) => index < begun)
      )
      inode.pending = inode.pending.filter(({index}) => begun <= index)
    } else if (this.#syncsFolders) {
      const changes = this.#pendingNames.get(path) ?? []
      for (const change of changes.filter(({index}) => index < begun)) rename(this.#durableNames, change)
      this.#pendingNames.set(
        path,
        changes.filter(({index}) => begun <= index)
      )
    }
  }

  #isReachable(path: string, names: ReadonlyMap<string, unknown>): boolean {
    for (let folder = dirname(path); folder !== this.#root; folder = dirname(folder))
      if (names.get(folder) !== 'folder') return false
    return true
  }
}

function rename(names: Map<string, Inode | 'folder'>, {names: changes}: NameChange): void {
  for (const [path, inode] of changes)
    if (inode === undefined) names.delete(path)
    else names.set(path, inode)
}

function bytesAfterCut({durable, pending}: Inode, random: SeededRandom): Uint8Array {
  if (pending.length === 0) return durable
  return changed(durable, survivors(pending, random, torn))
}

/** Some of what was pending, in order: a change can survive without the one before it. */
function survivors<Change>(
  pending: readonly Change[],
  random: SeededRandom,
  tear: (change: Change, random: SeededRandom) => Change[] = change => [change]
): Change[] {
  const fate = random.pick(FATES)
  if (fate === 'dropped') return []
  if (fate === 'kept') return [...pending]
  const share = random.next()
  const some = pending.filter(() => random.chance(share))
  return fate === 'torn' ? some.flatMap(change => tear(change, random)) : some
}

/** The sectors of a write that reached the disk. */
function torn(change: PendingChange, random: SeededRandom): PendingChange[] {
  const {bytes, at} = change
  if (!bytes) return [change]
  const pieces: PendingChange[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = Math.min(bytes.length, (Math.floor((at + start) / SECTOR_BYTES) + 1) * SECTOR_BYTES - at)
    if (random.chance(0.5)) pieces.push({...change, bytes: bytes.subarray(start, end), at: at + start})
    start = end
  }
  return pieces
}

function changed(durable: Uint8Array, changes: readonly PendingChange[]): Uint8Array {
  let length = durable.length
  let longest = length
  for (const {bytes, at} of changes) {
    length = bytes ? Math.max(length, at + bytes.length) : at
    longest = Math.max(longest, length)
  }
  const result = new Uint8Array(longest)
  result.set(durable)
  let end = durable.length
  for (const {bytes, at} of changes)
    if (bytes) {
      result.set(bytes, at)
      end = Math.max(end, at + bytes.length)
    } else {
      result.fill(0, at, Math.max(at, end))
      end = at
    }
  return result.subarray(0, length)
}
