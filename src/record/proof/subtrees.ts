import {interiorHash} from './tree-hash.ts'

/** A complete subtree: the one over the entries from `position * 2 ** level` to `(position + 1) * 2 ** level`. */
export interface Subtree {
  readonly level: number
  readonly position: number
}

/** A complete subtree with the hash over its entries. Once it is complete it never changes. */
export interface HashedSubtree extends Subtree {
  readonly hash: string
}

/** Give the hashes of complete subtrees, in the order asked. */
export type ReadHashes = (subtrees: readonly Subtree[]) => Promise<readonly string[]>

/** Entries from `start` to before `end`, counted from 0, as a proof needs their one hash. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The fewest complete subtrees that make up a range, the largest first: those whose hashes are kept.
 *
 * ```text
 * 0 .. 7  is  0-4 (level 2), 4-6 (level 1), 6-7 (level 0)
 * ```
 */
export function subtreesOf({start, end}: Range): Subtree[] {
  const subtrees: Subtree[] = []
  for (let at = start; at < end; ) {
    const level = Math.floor(Math.log2(end - at))
    subtrees.push({level, position: at / 2 ** level})
    at += 2 ** level
  }
  return subtrees
}

/** The one hash over a range, from those of its subtrees. */
export function joinHashes(hashes: readonly string[]): string {
  return hashes.reduceRight((right, left) => interiorHash(left, right))
}

/** The one hash of each range, read in one go. */
export async function hashRanges(ranges: readonly Range[], read: ReadHashes): Promise<string[]> {
  const subtrees = ranges.map(subtreesOf)
  const hashes = (await read(subtrees.flat())).values()
  return subtrees.map(list => joinHashes(list.map(() => hashes.next().value!)))
}

/** How many entries stand left of the root's right half: the largest power of two below `size`, which is 2 or more. */
export function leftHalf(size: number): number {
  const half = 2 ** Math.floor(Math.log2(size))
  return half === size ? half / 2 : half
}
