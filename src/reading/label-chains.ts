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

/** Sums over all ways of labelling, in logarithms: `forward` up to each word and label, `backward` from there, and `all`. */
export interface ChainSums {
  readonly forward: Float64Array
  readonly backward: Float64Array
  readonly all: number
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

/** The sums from which the likelihood of any label at any word follows. */
export function chainSums(chain: LabelChain): ChainSums {
  const {labelCount, length, scores, scoreColumns, steps, stepColumns} = chain
  const forward = new Float64Array(length * labelCount)
  const backward = new Float64Array(length * labelCount)
  const terms = new Float64Array(labelCount)
  for (let word = 0; word < length; word++)
    for (let label = 0; label < labelCount; label++) {
      for (let before = 0; before < labelCount && 0 < word; before++)
        terms[before] = forward[(word - 1) * labelCount + before]! + steps[before * stepColumns + label]!
      const reached = word === 0 ? steps[labelCount * stepColumns + label]! : logarithmOfSum(terms)
      forward[word * labelCount + label] = reached + scores[word * scoreColumns + label]!
    }
  for (let word = length - 1; 0 <= word; word--)
    for (let label = 0; label < labelCount; label++) {
      for (let after = 0; after < labelCount && word + 1 < length; after++)
        terms[after] =
          backward[(word + 1) * labelCount + after]! +
          steps[label * stepColumns + after]! +
          scores[(word + 1) * scoreColumns + after]!
      backward[word * labelCount + label] =
        word + 1 === length ? steps[(labelCount + 1) * stepColumns + label]! : logarithmOfSum(terms)
    }
  for (let label = 0; label < labelCount; label++)
    terms[label] = forward[(length - 1) * labelCount + label]! + backward[(length - 1) * labelCount + label]!
  return {forward, backward, all: logarithmOfSum(terms)}
}

/** The likelihood of `label` at `word`, from 0 to 1. */
export function shareOfLabel({forward, backward, all}: ChainSums, place: number): number {
  return exponential(forward[place]! + backward[place]! - all)
}

/** The likelihood that all of `labels` are right, from 0 to 1. */
export function shareOfLabels(chain: LabelChain, {all}: ChainSums, labels: Uint8Array): number {
  const {labelCount, scores, scoreColumns, steps, stepColumns} = chain
  let sum = steps[labelCount * stepColumns + labels[0]!]! + steps[(labelCount + 1) * stepColumns + labels.at(-1)!]!
  for (const [word, label] of labels.entries()) {
    sum += scores[word * scoreColumns + label]!
    if (0 < word) sum += steps[labels[word - 1]! * stepColumns + label]!
  }
  return exponential(sum - all)
}

function logarithmOfSum(terms: Float64Array): number {
  let most = -Infinity
  for (const term of terms) if (most < term) most = term
  let sum = 0
  for (const term of terms) sum += exponential(term - most)
  return most + logarithm(sum)
}
