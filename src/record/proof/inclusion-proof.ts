import {hashRanges, leftHalf, type Range, type ReadHashes} from './subtrees.ts'
import {interiorHash} from './tree-hash.ts'

/**
 * Prove that an entry stands in a log: RFC 6962, section 2.1.1.
 *
 * @param index - its place, counted from 0
 * @param size - how many entries the log had; larger than `index`
 * @returns hashes, the leaf's sibling first
 */
export async function proveInclusion(index: number, size: number, read: ReadHashes): Promise<string[]> {
  return hashRanges(pathRanges(index, {start: 0, end: size}), read)
}

/** Whether the proof leads from the entry's leaf hash to the root. RFC 9162, section 2.1.3.2. */
export function isIncluded(
  leaf: string,
  index: number,
  proof: readonly string[],
  {size, root}: {readonly size: number; readonly root: string}
): boolean {
  if (index >= size) return false
  let hash = leaf
  let at = index
  let last = size - 1
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = interiorHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = interiorHash(hash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && hash === root
}

function pathRanges(index: number, {start, end}: Range): Range[] {
  if (end - start === 1) return []
  const middle = start + leftHalf(end - start)
  return index < middle
    ? [...pathRanges(index, {start, end: middle}), {start: middle, end}]
    : [...pathRanges(index, {start: middle, end}), {start, end: middle}]
}

function half(count: number): number {
  return Math.floor(count / 2)
}
