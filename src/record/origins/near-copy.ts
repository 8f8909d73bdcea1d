import type {Sketch} from './sketch.ts'

/** How much two texts share. */
export interface TextShare {
  /** Of all stretches of both, those that stand in both; 0 to 1. */
  readonly jaccard: number
  /** Of the stretches of the text that has more of itself in the other, those that do; 0 to 1. */
  readonly containment: number
}

/** One text is made from the other, or both from a third. */
export interface NearCopy extends TextShare {
  readonly reason: string
}

/** Fewer stretches than this say nothing: a line, a caption. */
const STRETCHES_MIN = 12

/**
 * Found on the edits of `test/record/origins-evaluation.test.ts`: a reprint cut to a third keeps nine tenths of what is left;
 * two reports of one event share a quote and names, under a tenth of the shorter; stock leads and ends may make it a third.
 */
const CONTAINMENT_MIN = 0.45

/** Whether two texts are near-copies; undefined where they are not. The order of the two does not matter. */
export function nearCopy(one: Sketch, other: Sketch): NearCopy | undefined {
  const share = textShare(one, other)
  if (share.containment < CONTAINMENT_MIN) return undefined
  if (Math.min(one.stretchCount, other.stretchCount) < STRETCHES_MIN) return undefined
  const percent = Math.round(share.containment * 100)
  const isCut = share.jaccard < 0.8 * share.containment
  const reason = isCut
    ? `${percent} % of the shorter text stands word for word in the longer`
    : `${percent} % of the text is word for word the same`
  return {...share, reason}
}

/** How much two texts share, as far as their samples reach. */
export function textShare(one: Sketch, other: Sketch): TextShare {
  const limit = Math.min(reachOf(one), reachOf(other))
  const [a, b] = [countUpTo(one, limit), countUpTo(other, limit)]
  if (a === 0 || b === 0) return {jaccard: 0, containment: 0}
  const shared = sharedUpTo(one.hashes, other.hashes, limit)
  return {jaccard: shared / (a + b - shared), containment: shared / Math.min(a, b)}
}

/** Up to where a sample holds every hash of its text. */
function reachOf({hashes, stretchCount}: Sketch): number {
  return hashes.length < stretchCount ? hashes.at(-1)! : Number.POSITIVE_INFINITY
}

function countUpTo({hashes}: Sketch, limit: number): number {
  const end = hashes.findIndex(hash => limit < hash)
  return end < 0 ? hashes.length : end
}

function sharedUpTo(one: readonly number[], other: readonly number[], limit: number): number {
  let shared = 0
  for (let a = 0, b = 0; a < one.length && b < other.length && one[a]! <= limit && other[b]! <= limit; ) {
    if (one[a] === other[b]) shared++
    if (one[a]! <= other[b]!) a++
    else b++
    // Both lists are in order, so the smaller of two steps on; equal ones step on one after the other.
  }
  return shared
}
