/** An example: what is known of it, and whether it is one. */
export interface TreeExample {
  readonly features: ArrayLike<number>
  readonly isPositive: boolean
}

/** A question and two further nodes, or what a leaf adds. */
export type TreeNode =
  | {readonly feature: number; readonly below: number; readonly yes: TreeNode; readonly no: TreeNode}
  | {readonly value: number}

export interface TreeOptions {
  readonly treeCount: number
  readonly depth: number
  readonly rate: number
  /** For each feature 1 where more of it must never speak against, -1 where never for, 0 where either may be. */
  readonly directions: readonly number[]
}

const BIN_COUNT = 48
/** Leaves are drawn to 0 as if so much evidence of neither kind stood in each. */
const RIDGE = 5
/** A side of a question needs so much evidence. */
const EVIDENCE_MIN = 4

/**
 * Trees whose sum is the logarithm of the odds that an example is one (Friedman 2001, with the second-order leaves of Chen and
 * Guestrin 2016): each tree mends what those before it leave wrong.
 */
export function learnTrees(examples: readonly TreeExample[], options: TreeOptions): {start: number; trees: TreeNode[]} {
  const share = examples.filter(({isPositive}) => isPositive).length / examples.length
  const start = Math.log(share / (1 - share))
  const bins = binsOf(examples, options.directions.length)
  const sums = new Float64Array(examples.length).fill(start)
  const trees: TreeNode[] = []
  for (let round = 0; round < options.treeCount; round++) {
    const pulls = sums.map((sum, index) => (examples[index]!.isPositive ? 1 : 0) - 1 / (1 + Math.exp(-sum)))
    const weights = sums.map(sum => {
      const chance = 1 / (1 + Math.exp(-sum))
      return chance * (1 - chance)
    })
    const all = Uint32Array.from(examples, (_, index) => index)
    const tree = grow({bins, pulls, weights, options}, all, options.depth, [-Infinity, Infinity])
    trees.push(tree)
    for (const [index, {features}] of examples.entries()) sums[index]! += addedBy(tree, features)
  }
  return {start, trees}
}

/** What a tree adds for these features. */
function addedBy(tree: TreeNode, features: ArrayLike<number>): number {
  let node = tree
  while ('feature' in node) node = features[node.feature]! < node.below ? node.yes : node.no
  return node.value
}

interface Bins {
  /** For each feature the numbers that part its bins, ascending. */
  readonly edges: readonly (readonly number[])[]
  /** For each feature the bin of each example. */
  readonly binOf: readonly Uint8Array[]
}

function binsOf(examples: readonly TreeExample[], featureCount: number): Bins {
  const edges = Array.from({length: featureCount}, (_, feature) => {
    const sorted = Float64Array.from(examples, ({features}) => features[feature]!).sort()
    const quantiles = Array.from(
      {length: BIN_COUNT - 1},
      (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / BIN_COUNT)]!
    )
    return [...new Set(quantiles)].map(edge => Number(edge.toFixed(3)))
  })
  const binOf = edges.map((own, feature) =>
    Uint8Array.from(examples, ({features}) => {
      const bin = own.findIndex(edge => features[feature]! < edge)
      return bin === -1 ? own.length : bin
    })
  )
  return {edges, binOf}
}

interface Growing {
  readonly bins: Bins
  readonly pulls: Float64Array
  readonly weights: Float64Array
  readonly options: TreeOptions
}

function grow(
  growing: Growing,
  inside: Uint32Array,
  depth: number,
  [least, most]: readonly [number, number]
): TreeNode {
  const {bins, pulls, weights, options} = growing
  const {pull, weight} = evidenceOf(inside, pulls, weights)
  const value = Math.min(most, Math.max(least, pull / (weight + RIDGE)))
  const leaf = {value: Number((options.rate * value).toFixed(4))}
  if (depth === 0) return leaf
  const question = bestQuestion(growing, inside, pull, weight)
  if (!question) return leaf
  const {feature, bin, middle} = question
  const binOf = bins.binOf[feature]!
  const direction = options.directions[feature]!
  const yes = inside.filter(index => binOf[index]! <= bin)
  const no = inside.filter(index => bin < binOf[index]!)
  const [yesRange, noRange] = rangesFor(direction, middle, least, most)
  return {
    feature,
    below: bins.edges[feature]![bin]!,
    yes: grow(growing, yes, depth - 1, yesRange),
    no: grow(growing, no, depth - 1, noRange)
  }
}

function rangesFor(
  direction: number,
  middle: number,
  least: number,
  most: number
): [[number, number], [number, number]] {
  if (direction === 0)
    return [
      [least, most],
      [least, most]
    ]
  const at = Math.min(most, Math.max(least, middle))
  return direction === 1
    ? [
        [least, at],
        [at, most]
      ]
    : [
        [at, most],
        [least, at]
      ]
}

function evidenceOf(inside: Uint32Array, pulls: Float64Array, weights: Float64Array): {pull: number; weight: number} {
  let [pull, weight] = [0, 0]
  for (const index of inside) {
    pull += pulls[index]!
    weight += weights[index]!
  }
  return {pull, weight}
}

function bestQuestion(
  {bins, pulls, weights, options}: Growing,
  inside: Uint32Array,
  pull: number,
  weight: number
): {feature: number; bin: number; middle: number} | undefined {
  let best: {feature: number; bin: number; middle: number} | undefined
  let bestGain = 0.5
  const gainOf = (p: number, w: number) => (p * p) / (w + RIDGE)
  for (const [feature, edges] of bins.edges.entries()) {
    const [binPulls, binWeights] = [new Float64Array(edges.length + 1), new Float64Array(edges.length + 1)]
    const binOf = bins.binOf[feature]!
    for (const index of inside) {
      binPulls[binOf[index]!]! += pulls[index]!
      binWeights[binOf[index]!]! += weights[index]!
    }
    let [yesPull, yesWeight] = [0, 0]
    for (let bin = 0; bin < edges.length; bin++) {
      yesPull += binPulls[bin]!
      yesWeight += binWeights[bin]!
      const [noPull, noWeight] = [pull - yesPull, weight - yesWeight]
      if (yesWeight < EVIDENCE_MIN || noWeight < EVIDENCE_MIN) continue
      const [yes, no] = [yesPull / (yesWeight + RIDGE), noPull / (noWeight + RIDGE)]
      if ((no - yes) * options.directions[feature]! < 0) continue
      const gain = gainOf(yesPull, yesWeight) + gainOf(noPull, noWeight) - gainOf(pull, weight)
      if (bestGain < gain) {
        bestGain = gain
        best = {feature, bin, middle: (yes + no) / 2}
      }
    }
  }
  return best
}
