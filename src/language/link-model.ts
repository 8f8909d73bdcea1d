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
function likeliest(decision: Decision, scores: Float64Array, sharpness: number): ReturnType<Choose> {
  const chosen = greatest(sharesOf(decision, scores, 1))
  const softened = sharesOf(decision, scores, sharpness)
  const total = [...softened.values()].reduce((sum, share) => sum + share, 0)
  const candidate = chosen === undefined ? -1 : decision.clusters.indexOf(chosen)
  return {candidate, score: softened.get(chosen)! / total}
}

/** How much speaks for each thing over all its mentions; undefined stands for something new. */
function sharesOf({clusters}: Decision, scores: Float64Array, sharpness: number): Map<Cluster | undefined, number> {
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  const shares = new Map<Cluster | undefined, number>()
  for (const [answer, score] of scores.entries()) {
    const cluster = clusters[answer]
    shares.set(cluster, (shares.get(cluster) ?? 0) + exponential((score - most) * sharpness))
  }
  return shares
}

function greatest(shares: ReadonlyMap<Cluster | undefined, number>): Cluster | undefined {
  let best: Cluster | undefined
  let most = -1
  for (const [cluster, share] of shares) {
    if (share <= most) continue
    best = cluster
    most = share
  }
  return best
}
