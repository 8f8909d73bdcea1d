import {exponential, logarithm} from '../language/exponentials.ts'

/**
 * What each label is worth at each word of a chain, and how labels follow each other: a linear-chain conditional random field
 * (Lafferty et al. 2001).
 */
export interface LabelChain {
  readonly labelCount: number
  /** Words. */
  readonly length: number
  /** A row a word, `scoreColumns` long, the labels' scores first. */
  readonly scores: Float32Array
  readonly scoreColumns: number
  /** A row a label, `stepColumns` long: how well each other follows it. Then a row for the first word's label, and one for the last's. */
  readonly steps: Float32Array
  readonly stepColumns: number
}

/** The likeliest labels of a chain, one a word. */
export function bestLabels(chain: LabelChain): Uint8Array {
  const {labelCount, length, scores, scoreColumns, steps, stepColumns} = chain
  const best = new Float64Array(length * labelCount)
  const from = new Uint8Array(length * labelCount)
  for (let word = 0; word < length; word++)
    for (let label = 0; label < labelCount; label++) {
      let top = word === 0 ? steps[labelCount * stepColumns + label]! : -Infinity
      for (let before = 0; before < labelCount && 0 < word; before++) {
        const sum = best[(word - 1) * labelCount + before]! + steps[before * stepColumns + label]!
        if (sum <= top) continue
        top = sum
        from[word * labelCount + label] = before
      }
      best[word * labelCount + label] = top + scores[word * scoreColumns + label]!
    }
  const labels = new Uint8Array(length)
  let last = 0
  let top = -Infinity
  for (let label = 0; label < labelCount; label++) {
    const sum = best[(length - 1) * labelCount + label]! + steps[(labelCount + 1) * stepColumns + label]!
    if (sum <= top) continue
    top = sum
    last = label
  }
  for (let word = length - 1; 0 <= word; word--) {
    labels[word] = last
    last = from[word * labelCount + last]!
  }
  return labels
}

/** The likelihood that all of `labels` are right, from 0 to 1. */
export function shareOfLabels(chain: LabelChain, labels: Uint8Array): number {
  const {labelCount, length, scores, scoreColumns, steps, stepColumns} = chain
  let right = steps[labelCount * stepColumns + labels[0]!]! + steps[(labelCount + 1) * stepColumns + labels.at(-1)!]!
  for (const [word, label] of labels.entries()) {
    right += scores[word * scoreColumns + label]!
    if (0 < word) right += steps[labels[word - 1]! * stepColumns + label]!
  }
  const follow = Float64Array.from(steps, step => exponential(step))
  let reached = new Float64Array(labelCount)
  let next = new Float64Array(labelCount)
  let all = 0
  for (let word = 0; word < length; word++) {
    const row = word * scoreColumns
    let highest = -Infinity
    for (let label = 0; label < labelCount; label++) highest = Math.max(highest, scores[row + label]!)
    let sum = 0
    for (let label = 0; label < labelCount; label++) {
      let ways = word === 0 ? follow[labelCount * stepColumns + label]! : 0
      for (let before = 0; before < labelCount && 0 < word; before++)
        ways += reached[before]! * follow[before * stepColumns + label]!
      next[label] = ways * exponential(scores[row + label]! - highest)
      sum += next[label]!
    }
    // Brought back to a sum of one at each word, so that no product grows out of bounds.
    for (let label = 0; label < labelCount; label++) next[label]! /= sum
    all += highest + logarithm(sum)
    ;[reached, next] = [next, reached]
  }
  let last = 0
  for (let label = 0; label < labelCount; label++)
    last += reached[label]! * follow[(labelCount + 1) * stepColumns + label]!
  return exponential(right - all - logarithm(last))
}
