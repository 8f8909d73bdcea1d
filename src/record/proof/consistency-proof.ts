import {hashRanges, leftHalf, type Range, type ReadHashes} from './subtrees.ts'
import {EMPTY_ROOT, interiorHash} from './tree-hash.ts'

/** A log as it stood when it had so many entries. */
export interface TreeHead {
  readonly size: number
  readonly root: string
}

/**
 * Prove that a log only grew from one size to another: RFC 6962, section 2.1.2.
 *
 * @param earlier - at most `size`; from 0 there is nothing to prove and the proof is empty
 */
export async function proveConsistency(earlier: number, size: number, read: ReadHashes): Promise<string[]> {
  if (earlier === 0) return []
  return hashRanges(sharedRanges(earlier, {start: 0, end: size}, true), read)
}

/** Whether the proof shows that the later log begins with all of the earlier one. RFC 9162, section 2.1.4.2. */
export function isConsistent(earlier: TreeHead, later: TreeHead, proof: readonly string[]): boolean {
  if (earlier.size > later.size) return false
  if (earlier.size === 0) return proof.length === 0 && earlier.root === EMPTY_ROOT
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof
  const [first, ...rest] = path
  if (first === undefined) return false
  let at = earlier.size - 1
  let last = later.size - 1
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let before = first
  let after = first
  for (const hash of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      before = interiorHash(hash, before)
      after = interiorHash(hash, after)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else after = interiorHash(after, hash)
    at = half(at)
    last = half(last)
  }
  return last === 0 && before === earlier.root && after === later.root
}

/** `isWhole`: the earlier log is all of this range's left side, so whoever checks has its root already. */
function sharedRanges(earlier: number, {start, end}: Range, isWhole: boolean): Range[] {
  if (earlier === end) return isWhole ? [] : [{start, end}]
  const middle = start + leftHalf(end - start)
  return earlier <= middle
    ? [...sharedRanges(earlier, {start, end: middle}, isWhole), {start: middle, end}]
    : [...sharedRanges(earlier, {start: middle, end}, false), {start, end: middle}]
}

function isPowerOfTwo(count: number): boolean {
  return Number.isInteger(Math.log2(count))
}

function half(count: number): number {
  return Math.floor(count / 2)
}
