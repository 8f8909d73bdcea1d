import {type ChainSums, chainSums, type LabelChain, shareOfLabel} from '../src/reading/label-chains.ts'

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
