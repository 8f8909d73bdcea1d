import {exponential} from '../../language/exponentials.ts'
import {MATCH_START, MATCH_TREES} from './match-trees.ts'

/** The chance that two names with these features are names of one thing, by the trees that were learnt. */
export function chanceOf(features: Float64Array): number {
  let sum = MATCH_START
  for (let tree = 0; tree < TREE_STARTS.length; tree++) {
    let node = TREE_STARTS[tree]!
    while (FEATURES[node] !== LEAF) node = features[FEATURES[node]!]! < VALUES[node]! ? node + 1 : NO_NODES[node]!
    sum += VALUES[node]!
  }
  return 1 / (1 + exponential(-sum))
}

const LEAF = -1

/**
 * Nodes in one row, a tree after the other: a question is a feature, what it is compared with, and after it the nodes for less and
 * then those for the rest; a leaf is a number.
 */
const NODES = MATCH_TREES.trim().split(/\s+/)
const FEATURES = Int16Array.from(NODES, node => (node.includes('<') ? Number(node.slice(0, node.indexOf('<'))) : LEAF))
const VALUES = Float64Array.from(NODES, node => Number(node.slice(node.indexOf('<') + 1)))
const NO_NODES = new Int32Array(NODES.length)
const TREE_STARTS = treeStarts()

function treeStarts(): number[] {
  const starts: number[] = []
  for (let node = 0; node < NODES.length; ) {
    starts.push(node)
    node = endOf(node)
  }
  return starts
}

/** Where the nodes under this one end; on the way, where the second half of each question's nodes starts. */
function endOf(node: number): number {
  if (FEATURES[node] === LEAF) return node + 1
  NO_NODES[node] = endOf(node + 1)
  return endOf(NO_NODES[node]!)
}
