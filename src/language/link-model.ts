import {exponential} from './exponentials.ts'
import type {Cluster} from './link-features.ts'
import type {Choose, Decision} from './link-mentions.ts'
import type {ModelFile} from './model-file.ts'
import {calibratedScore} from './name-scores.ts'

/** Answer decisions by the weights of a trained model: the thing with the greatest probability over all its mentions. */
export function chooseBy(model: ModelFile): Choose {
  const {head, arrays} = model
  const weights = arrays['weights'] as Int8Array
  const {scale, sharpness} = head.settings as {scale: number; sharpness: number}
  const shift = 32 - Math.log2(weights.length)
  return decision => {
    const {candidate, score} = likeliest(decision, answerScores(decision, weights, shift, scale), sharpness)
    return {candidate, score: calibratedScore(score, model)}
  }
}

/** The sum of the weights of each answer's features, and its shift. */
function answerScores(
  {starts, shifts, buffer: {keys}}: Decision,
  weights: Int8Array,
  shift: number,
  scale: number
): Float64Array {
  const scores = new Float64Array(starts.length - 1)
  for (let answer = 0; answer < scores.length; answer++) {
    let sum = 0
    for (let place = starts[answer]!; place < starts[answer + 1]!; place++) sum += weights[keys[place]! >>> shift]!
    scores[answer] = sum * scale + shifts[answer]!
  }
  return scores
}

/** The thing of the greatest probability; its score is softened by `sharpness`, since models are surer than they are right. */
function likeliest({clusters}: Decision, scores: Float64Array, sharpness: number): ReturnType<Choose> {
  let most = -Infinity
  for (const score of scores) if (most < score) most = score
  const shares = new Map<Cluster | undefined, Shares>()
  let total = 0
  for (const [answer, score] of scores.entries()) {
    const softened = exponential((score - most) * sharpness)
    const likelihood = exponential(score - most)
    total += softened
    const share = shares.get(clusters[answer])
    if (share) {
      share.likelihood += likelihood
      share.softened += softened
    } else shares.set(clusters[answer], {answer, likelihood, softened})
  }
  let best: Shares | undefined
  for (const share of shares.values()) if (!best || best.likelihood < share.likelihood) best = share
  const {answer, softened} = best!
  return {candidate: answer === clusters.length ? -1 : answer, score: softened / total}
}

/** How much speaks for a thing over all its mentions; `answer` is its first. */
interface Shares {
  readonly answer: number
  likelihood: number
  softened: number
}
