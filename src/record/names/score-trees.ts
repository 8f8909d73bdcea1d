import {exponential} from '../../language/exponentials.ts'

/** Trees that were learnt, all nodes in one row: what they say together is the logarithm of the odds. */
export interface Forest {
  readonly start: number
  readonly treeStarts: readonly number[]
  /** What each node asks for, or `LEAF`. */
  readonly features: Int16Array
  /** What the feature is compared with; of a leaf what it adds. */
  readonly values: Float64Array
  /** Where the nodes for `no` start. */
  readonly noNodes: Int32Array
}

/** The chance that something with these features is one, by the trees that were learnt. */
export function chanceOf(forest: Forest, given: ArrayLike<number>): number {
  const {features, values, noNodes, treeStarts} = forest
  let sum = forest.start
  for (let tree = 0; tree < treeStarts.length; tree++) {
    let node = treeStarts[tree]!
    while (features[node] !== LEAF) node = given[features[node]!]! < values[node]! ? node + 1 : noNodes[node]!
    sum += values[node]!
  }
  return 1 / (1 + exponential(-sum))
}

const LEAF = -1

/**
 * Trees as text, one after the other: a question is a feature, what it is compared with, and after it the nodes for less and then
 * those for the rest; a leaf is a number.
 */
export function forestFrom(start: number, trees: string): Forest {
  const nodes = trees.trim().split(/\s+/)
  const features = Int16Array.from(nodes, node =>
    node.includes('<') ? Number(node.slice(0, node.indexOf('<'))) : LEAF
  )
  const values = Float64Array.from(nodes, node => Number(node.slice(node.indexOf('<') + 1)))
  const noNodes = new Int32Array(nodes.length)
  const treeStarts: number[] = []
  for (let node = 0; node < nodes.length; ) {
    treeStarts.push(node)
    node = endOf(node, features, noNodes)
  }
  return {start, treeStarts, features, values, noNodes}
}

/** Where the nodes under this one end; on the way, where the second half of each question's nodes starts. */
function endOf(node: number, features: Int16Array, noNodes: Int32Array): number {
  if (features[node] === LEAF) return node + 1
  noNodes[node] = endOf(node + 1, features, noNodes)
  return endOf(noNodes[node]!, features, noNodes)
}
