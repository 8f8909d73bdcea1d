import {exponential, logarithm} from '../src/language/exponentials.ts'
import type {LabelChain} from '../src/reading/label-chains.ts'

/** Sums over all ways of labelling, in logarithms: `forward` up to each word and label, `backward` from there, and `all`. */
export interface ChainSums {
  readonly forward: Float64Array
  readonly backward: Float64Array
  readonly all: number
}

/** Where the gradients of a chain's loss are added, laid out as its scores and steps are. */
export interface ChainGradients {
  readonly scores: Float32Array
  readonly steps: Float32Array
  readonly weight: number
}

/** The loss of `wanted` among all ways to label `chain`: the negative logarithm of its likelihood. Adds the gradients, times `weight`. */
export function chainLoss(chain: LabelChain, wanted: Uint8Array, gradients: ChainGradients): number {
  const {labelCount, scores, scoreColumns, steps, stepColumns} = chain
  const sums = chainSums(chain)
  const {length} = wanted
  const start = labelCount * stepColumns
  const end = (labelCount + 1) * stepColumns
  let right = steps[start + wanted[0]!]! + steps[end + wanted[length - 1]!]!
  for (let word = 0; word < length; word++) {
    right += scores[word * scoreColumns + wanted[word]!]!
    if (0 < word) right += steps[wanted[word - 1]! * stepColumns + wanted[word]!]!
    for (let label = 0; label < labelCount; label++) {
      const miss = shareOfLabel(sums, word * labelCount + label) - (wanted[word] === label ? 1 : 0)
      gradients.scores[word * scoreColumns + label]! += gradients.weight * miss
      if (word === 0) gradients.steps[start + label]! += gradients.weight * miss
      if (word === length - 1) gradients.steps[end + label]! += gradients.weight * miss
    }
    if (0 < word) addStepGradients(chain, sums, {wanted, word}, gradients)
  }
  return sums.all - right
}

function addStepGradients(
  {labelCount, scores, scoreColumns, steps, stepColumns}: LabelChain,
  {forward, backward, all}: ChainSums,
  {wanted, word}: {readonly wanted: Uint8Array; readonly word: number},
  gradients: ChainGradients
): void {
  for (let before = 0; before < labelCount; before++)
    for (let label = 0; label < labelCount; label++) {
      const sum =
        forward[(word - 1) * labelCount + before]! +
        steps[before * stepColumns + label]! +
        scores[word * scoreColumns + label]! +
        backward[word * labelCount + label]! -
        all
      const isWanted = wanted[word - 1] === before && wanted[word] === label
      gradients.steps[before * stepColumns + label]! += gradients.weight * (Math.exp(sum) - (isWanted ? 1 : 0))
    }
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

function logarithmOfSum(terms: Float64Array): number {
  let most = -Infinity
  for (const term of terms) if (most < term) most = term
  let sum = 0
  for (const term of terms) sum += exponential(term - most)
  return most + logarithm(sum)
}
