/** A sentence for training: the features of each word by number, and its label. */
export interface LabelledSentence {
  /** Feature numbers of all words in a row; word i has those from `starts[i]` to `starts[i + 1]`. */
  readonly features: Int32Array
  readonly starts: Int32Array
  readonly labels: Uint8Array
  /** How much it counts: 1 as one sentence. */
  readonly weight?: number
}

export interface CrfOptions {
  readonly labelCount: number
  readonly featureCount: number
  /** Whether label `to` may follow label `from`; `from` -1 is the sentence's start, `to` -1 its end. */
  readonly allowed: (from: number, to: number) => boolean
  /** Strength of the L2 penalty. */
  readonly c2: number
  readonly epochCount: number
  readonly onEpoch?: (epoch: number) => void
}

/** Weights of a linear-chain conditional random field. */
export interface Crf {
  readonly labelCount: number
  /** Row per feature, one weight a label. */
  readonly weights: Float32Array
  readonly transitions: Float64Array
}

/** The number that stands for minus infinity: the weight of a transition that is not allowed. */
const FORBIDDEN = -1e4

/**
 * Train by stochastic gradient descent on the L2-regularised likelihood, with a step that falls as in Bottou's SGD;
 * the weights are kept with a common scale, so that a step costs only the features that are on.
 */
export function trainCrf(sentences: readonly LabelledSentence[], options: CrfOptions): Crf {
  const {labelCount, featureCount, allowed, c2, epochCount, onEpoch} = options
  const weights = new Float32Array(featureCount * labelCount)
  const average = new Float32Array(featureCount * labelCount)
  const transitions = new Float64Array((labelCount + 1) * (labelCount + 1))
  const mask = transitionMask(labelCount, allowed)
  const lambda = c2 / sentences.length
  const firstStep = 0.05
  const offset = 1 / (lambda * firstStep)
  let scale = 1
  let time = 0
  const order = sentences.map((_, index) => index)
  const random = mulberry(7)
  const lattice = new Lattice(labelCount)
  for (let epoch = 0; epoch < epochCount; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const decay = 1 / (lambda * (offset + time))
      time++
      scale *= 1 - decay * lambda
      for (let t = 0; t < transitions.length; t++) transitions[t]! *= 1 - decay * lambda
      if (scale < 1e-6) {
        for (let w = 0; w < weights.length; w++) weights[w]! *= scale
        scale = 1
      }
      const sentence = sentences[index]!
      const step = decay * (sentence.weight ?? 1)
      update(sentence, {labelCount, weights, transitions, mask, scale, step, lattice})
    }
    if (epochCount - 3 <= epoch) for (let w = 0; w < average.length; w++) average[w]! += (weights[w]! * scale) / 3
    onEpoch?.(epoch)
  }
  return {labelCount, weights: average, transitions: masked(transitions, mask)}
}

interface Update {
  readonly labelCount: number
  readonly weights: Float32Array
  readonly transitions: Float64Array
  readonly mask: Uint8Array
  readonly scale: number
  readonly step: number
  readonly lattice: Lattice
}

/** One step along the gradient of the sentence's log likelihood: observed less expected counts. */
function update(sentence: LabelledSentence, {labelCount, weights, transitions, mask, scale, step, lattice}: Update) {
  const {features, starts, labels} = sentence
  const length = labels.length
  lattice.reserve(length)
  for (let word = 0; word < length; word++) {
    const row = word * labelCount
    for (let label = 0; label < labelCount; label++) lattice.emission[row + label] = 0
    for (let place = starts[word]!; place < starts[word + 1]!; place++) {
      const from = features[place]! * labelCount
      for (let label = 0; label < labelCount; label++) lattice.emission[row + label]! += weights[from + label]! * scale
    }
  }
  lattice.run(length, transitions, mask)
  const change = step / scale
  for (let word = 0; word < length; word++) {
    const gold = labels[word]!
    const row = word * labelCount
    for (let place = starts[word]!; place < starts[word + 1]!; place++) {
      const from = features[place]! * labelCount
      for (let label = 0; label < labelCount; label++) weights[from + label]! -= change * lattice.marginal[row + label]!
      weights[from + gold]! += change
    }
  }
  const width = labelCount + 1
  for (let t = 0; t < transitions.length; t++) transitions[t]! -= step * lattice.expected[t]!
  transitions[labelCount * width + labels[0]!]! += step
  for (let word = 1; word < length; word++) transitions[labels[word - 1]! * width + labels[word]!]! += step
  transitions[labels[length - 1]! * width + labelCount]! += step
}

/** Forward and backward sums of one sentence, scaled word by word so that nothing overflows. */
class Lattice {
  readonly labelCount: number
  emission = new Float64Array(0)
  marginal = new Float64Array(0)
  forward = new Float64Array(0)
  backward = new Float64Array(0)
  readonly expected: Float64Array

  constructor(labelCount: number) {
    this.labelCount = labelCount
    this.expected = new Float64Array((labelCount + 1) * (labelCount + 1))
  }

  reserve(length: number) {
    const size = length * this.labelCount
    if (size <= this.emission.length) return
    this.emission = new Float64Array(size)
    this.marginal = new Float64Array(size)
    this.forward = new Float64Array(size)
    this.backward = new Float64Array(size)
  }

  run(length: number, transitions: Float64Array, mask: Uint8Array) {
    const {labelCount, emission, marginal, forward, backward, expected} = this
    const width = labelCount + 1
    const moves = new Float64Array(transitions.length)
    for (let t = 0; t < moves.length; t++) moves[t] = mask[t] ? Math.exp(transitions[t]!) : 0
    for (let word = 0; word < length; word++) expRow(emission, word * labelCount, labelCount)
    for (let word = 0; word < length; word++) {
      const row = word * labelCount
      let sum = 0
      for (let to = 0; to < labelCount; to++) {
        let value = 0
        if (word === 0) value = moves[labelCount * width + to]!
        else
          for (let from = 0; from < labelCount; from++)
            value += forward[row - labelCount + from]! * moves[from * width + to]!
        value *= emission[row + to]!
        forward[row + to] = value
        sum += value
      }
      for (let to = 0; to < labelCount; to++) forward[row + to]! /= sum
    }
    for (let word = length - 1; 0 <= word; word--) {
      const row = word * labelCount
      let sum = 0
      for (let from = 0; from < labelCount; from++) {
        let value = 0
        if (word === length - 1) value = moves[from * width + labelCount]!
        else
          for (let to = 0; to < labelCount; to++)
            value += moves[from * width + to]! * emission[row + labelCount + to]! * backward[row + labelCount + to]!
        backward[row + from] = value
        sum += value
      }
      for (let from = 0; from < labelCount; from++) backward[row + from]! /= sum
    }
    expected.fill(0)
    for (let word = 0; word < length; word++) {
      const row = word * labelCount
      let sum = 0
      for (let label = 0; label < labelCount; label++) sum += forward[row + label]! * backward[row + label]!
      for (let label = 0; label < labelCount; label++)
        marginal[row + label] = (forward[row + label]! * backward[row + label]!) / sum
      if (word === 0)
        for (let label = 0; label < labelCount; label++) expected[labelCount * width + label]! += marginal[row + label]!
      if (word === length - 1)
        for (let label = 0; label < labelCount; label++) expected[label * width + labelCount]! += marginal[row + label]!
      if (word === 0) continue
      let pairSum = 0
      for (let from = 0; from < labelCount; from++)
        for (let to = 0; to < labelCount; to++)
          pairSum +=
            forward[row - labelCount + from]! * moves[from * width + to]! * emission[row + to]! * backward[row + to]!
      for (let from = 0; from < labelCount; from++)
        for (let to = 0; to < labelCount; to++)
          expected[from * width + to]! +=
            (forward[row - labelCount + from]! *
              moves[from * width + to]! *
              emission[row + to]! *
              backward[row + to]!) /
            pairSum
    }
  }
}

function expRow(values: Float64Array, start: number, count: number) {
  let highest = -Infinity
  for (let place = start; place < start + count; place++) highest = Math.max(highest, values[place]!)
  for (let place = start; place < start + count; place++) values[place] = Math.exp(values[place]! - highest)
}

function transitionMask(labelCount: number, allowed: CrfOptions['allowed']): Uint8Array {
  const width = labelCount + 1
  const mask = new Uint8Array(width * width)
  for (let from = 0; from < width; from++)
    for (let to = 0; to < width; to++)
      mask[from * width + to] = Number(allowed(from === labelCount ? -1 : from, to === labelCount ? -1 : to))
  return mask
}

function masked(transitions: Float64Array, mask: Uint8Array): Float64Array {
  return transitions.map((weight, index) => (mask[index] ? weight : FORBIDDEN))
}

function shuffle(order: number[], random: () => number) {
  for (let last = order.length - 1; 0 < last; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
}

/** A small generator of numbers from 0 to 1 with a seed, so that training twice gives the same model. */
function mulberry(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
