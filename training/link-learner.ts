import {type Choose, type Decision, type LinkedText, linkMentions} from '../src/language/link-mentions.ts'
import {randomFrom} from './scores.ts'

/** A text with what is right about it: for each mention the number of its thing, or one of the two below. */
export interface LabelledText {
  readonly text: LinkedText
  readonly labels: Int32Array
  /** Mentions whose thing the text spoke of before, by the labels. */
  readonly known?: ReadonlySet<number>
  /** Where only one pronoun is known: it means the draft `right`, or at least none of `wrong`. */
  readonly pronoun?: {
    readonly mention: number
    readonly right: ReadonlySet<number>
    readonly wrong: ReadonlySet<number>
  }
  /** How much each decision counts. */
  readonly weight: number
}

/** Label of a mention of something that is mentioned once. */
export const ALONE = -1
/** Label of a mention that nothing is known about. */
export const UNLABELLED = -2

/** As many weights: features share them where their hashes meet. */
const WEIGHT_BITS = 20

/** What a wrong answer costs while learning, so that the margin grows with the harm (Durrett and Klein 2013). */
const COST_FALSE_LINK = 0.1
const COST_FALSE_NEW = 2
const COST_WRONG_LINK = 1

export interface LearnOptions {
  readonly epochCount: number
  readonly rate?: number
  readonly l2?: number
  readonly onEpoch?: (epoch: number, weights: Float32Array) => void
}

/** Learn weights by AdaGrad on the likelihood of all right candidates together. */
export function learnLinks(texts: readonly LabelledText[], options: LearnOptions): Float32Array {
  const {epochCount, rate = 0.1, l2 = 1e-3, onEpoch} = options
  const weights = new Float32Array(2 ** WEIGHT_BITS)
  const squares = new Float32Array(2 ** WEIGHT_BITS)
  const random = randomFrom(11)
  let averagedCount = 0
  const average = new Float32Array(weights.length)
  const order = texts.map((_, index) => index)
  for (let epoch = 0; epoch < epochCount; epoch++) {
    for (let index = order.length - 1; 0 < index; index--) {
      const other = Math.floor(random() * (index + 1))
      ;[order[index], order[other]] = [order[other]!, order[index]!]
    }
    const step = rate * (1 - (0.9 * epoch) / epochCount)
    for (const [turn, index] of order.entries()) {
      learnText(texts[index]!, weights, squares, {step, l2, byLabels: epoch === 0})
      if (turn % AVERAGED_EVERY === 0 && 0 < epoch) {
        averagedCount++
        for (let slot = 0; slot < weights.length; slot++)
          average[slot]! += (weights[slot]! - average[slot]!) / averagedCount
      }
    }
    onEpoch?.(epoch, 0 < averagedCount ? average : weights)
  }
  return average
}

/** Texts between two weights that go into the average. */
const AVERAGED_EVERY = 40

function learnText(
  {text, labels, known, pronoun, weight}: LabelledText,
  weights: Float32Array,
  squares: Float32Array,
  {step, l2, byLabels}: {readonly step: number; readonly l2: number; readonly byLabels: boolean}
) {
  const choose: Choose = decision => {
    const right = rightAnswers(decision, labels, known, pronoun)
    const {best, scores} = score(decision, weights)
    if (!right) return {candidate: best, score: 1}
    if (pronoun) forgetUnnamed(decision, scores)
    update(decision, right, scores, weights, squares, {step, weight, l2})
    if (!byLabels || pronoun) return {candidate: best, score: 1}
    const chosen = right.findIndex(isRight => isRight)
    return {candidate: chosen === decision.candidates.length ? -1 : chosen, score: 1}
  }
  linkMentions(text, choose)
}

function rightAnswers(
  {mention, candidates, clusters}: Decision,
  labels: Int32Array,
  known: LabelledText['known'],
  pronoun: LabelledText['pronoun']
): boolean[] | undefined {
  if (pronoun) {
    if (pronoun.mention !== mention) return undefined
    if (pronoun.right.size === 0) return undefined
    const right = [...clusters.map(({draft}) => pronoun.right.has(draft)), false]
    return right.includes(true) ? right : undefined
  }
  const label = labels[mention]!
  if (label === UNLABELLED) return undefined
  const right = candidates.map(candidate => 0 <= label && labels[candidate] === label)
  if (known?.has(mention) && !right.includes(true)) return undefined
  right.push(!right.includes(true))
  return right
}

/** GAP asks of pronouns that mean a name: it must not teach that all do. */
function forgetUnnamed({clusters}: Decision, scores: Float64Array) {
  for (const [answer, cluster] of clusters.entries()) if (cluster.draft < 0) scores[answer] = -Infinity
  scores[clusters.length] = -Infinity
}

function score({starts, buffer}: Decision, weights: Float32Array): {best: number; scores: Float64Array} {
  const scores = new Float64Array(starts.length - 1)
  let best = -1
  for (let answer = 0; answer < scores.length; answer++) {
    let sum = 0
    for (let place = starts[answer]!; place < starts[answer + 1]!; place++)
      sum += weights[buffer.keys[place]! >>> (32 - WEIGHT_BITS)]!
    scores[answer] = sum
    if (best < 0 || scores[best]! < sum) best = answer
  }
  return {best: best === scores.length - 1 ? -1 : best, scores}
}

function update(
  {starts, buffer}: Decision,
  right: readonly boolean[],
  scores: Float64Array,
  weights: Float32Array,
  squares: Float32Array,
  {step, weight, l2}: {readonly step: number; readonly weight: number; readonly l2: number}
) {
  const last = scores.length - 1
  const isNew = right[last]!
  for (let answer = 0; answer <= last; answer++)
    if (!right[answer]) scores[answer]! += isNew ? COST_FALSE_LINK : answer === last ? COST_FALSE_NEW : COST_WRONG_LINK
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  let total = 0
  let rightTotal = 0
  for (let answer = 0; answer <= last; answer++) {
    scores[answer] = Math.exp(scores[answer]! - most)
    total += scores[answer]!
    if (right[answer]) rightTotal += scores[answer]!
  }
  rightTotal = Math.max(rightTotal, 1e-12)
  for (let answer = 0; answer <= last; answer++) {
    const gradient = weight * (scores[answer]! / total - (right[answer] ? scores[answer]! / rightTotal : 0))
    if (Math.abs(gradient) < 1e-4) continue
    for (let place = starts[answer]!; place < starts[answer + 1]!; place++) {
      const slot = buffer.keys[place]! >>> (32 - WEIGHT_BITS)
      const change = gradient + l2 * weights[slot]!
      squares[slot]! += change * change
      weights[slot]! -= (step * change) / (Math.sqrt(squares[slot]!) + 1e-6)
    }
  }
}
