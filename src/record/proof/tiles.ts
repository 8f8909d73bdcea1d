import type {ReadHashes, Subtree} from './subtrees.ts'

/** C2SP tlog-tiles: 256 hashes of one level side by side, or fewer at the right edge. */
export interface Tile {
  /** Each tile level is eight levels of the tree. */
  readonly level: number
  readonly index: number
  /** 256, or fewer of the last of its level. */
  readonly width: number
}

const TILE_WIDTH = 256
const TILE_LEVELS = 8

/** Every tile of hashes in a log of this size: level by level, from the left. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH))
    yield* rowOfTiles(level, count)
}

/** Every bundle of entries in a log of this size. A bundle is named like a tile of level 0. */
export function entryBundlesOf(size: number): Tile[] {
  return rowOfTiles(0, size)
}

/** Where a tile lies below the folder of a log: `tile/0/x001/x234/067`, `tile/1/000.p/5`. */
export function tilePath({level, index, width}: Tile): string {
  return `tile/${level}/${numberedPath(index, width)}`
}

/** Where a bundle of entries lies: `tile/entries/000`. */
export function entryBundlePath({index, width}: Tile): string {
  return `tile/entries/${numberedPath(index, width)}`
}

/** The bytes of a tile of hashes. */
export async function tileBytes({level, index, width}: Tile, read: ReadHashes): Promise<Uint8Array> {
  const subtrees = Array.from(
    {length: width},
    (_, offset): Subtree => ({level: level * TILE_LEVELS, position: index * TILE_WIDTH + offset})
  )
  return Buffer.from((await read(subtrees)).join(''), 'hex')
}

/** The bytes of a bundle: each entry with its length before it, in two bytes. */
export function bundleBytes(entries: readonly Uint8Array[]): Uint8Array {
  const lengthOf = (entry: Uint8Array) => Buffer.of(entry.length >> 8, entry.length & 0xff)
  return Buffer.concat(entries.flatMap(entry => [lengthOf(entry), entry]))
}

/** The entries from `start`, counted from 0, that a bundle holds. */
export function entriesOf({index, width}: Tile): {readonly start: number; readonly end: number} {
  return {start: index * TILE_WIDTH, end: index * TILE_WIDTH + width}
}

function rowOfTiles(level: number, count: number): Tile[] {
  return Array.from({length: Math.ceil(count / TILE_WIDTH)}, (_, index) => ({
    level,
    index,
    width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH)
  }))
}

function numberedPath(index: number, width: number): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!
  const path = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/')
  return width === TILE_WIDTH ? path : `${path}.p/${width}`
}
