import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {suite, test} from 'vitest'
import {bestTree} from '../../src/language/best-tree.ts'

suite('the best tree', () => {
  test('has the highest score of all trees with one root and no crossing arcs', () => {
    fc.assert(
      fc.property(scoredWords(1, 5), ({count, scores}) => {
        const best = Math.max(...allTrees(count).map(heads => scoreOf(heads, scores, count)))
        assert.equal(scoreOf(treeOf(scores, count), scores, count), best)
      })
    )
  })

  test('is a tree without crossing arcs, however many words', () => {
    fc.assert(
      fc.property(scoredWords(1, 40), ({count, scores}) => assert(isTree(treeOf(scores, count), count))),
      {numRuns: 50}
    )
  })

  test('is each word’s best head where these make one', () => {
    // The storm closed roads.
    const heads = [1, 2, 4, 2]
    const scores = Float32Array.from({length: 20}, (_, i) => (heads[Math.floor(i / 5)] === i % 5 ? 1 : 0))
    assert.deepEqual([...treeOf(scores, 4)], heads)
  })
})

/** Whole numbers, so that sums are exact. */
function scoredWords(least: number, most: number) {
  return fc
    .integer({min: least, max: most})
    .chain(count =>
      fc
        .array(fc.integer({min: -50, max: 50}), {minLength: count * (count + 1), maxLength: count * (count + 1)})
        .map(scores => ({count, scores: Float32Array.from(scores)}))
    )
}

function treeOf(scores: Float32Array, count: number): Int32Array {
  const heads = new Int32Array(count)
  bestTree(scores, count, count + 1, heads)
  return heads
}

function scoreOf(heads: Iterable<number>, scores: Float32Array, count: number): number {
  return Array.from(heads, (head, word) => scores[word * (count + 1) + head]!).reduce((a, b) => a + b, 0)
}

function allTrees(count: number): number[][] {
  let choices: number[][] = [[]]
  for (let word = 0; word < count; word++)
    choices = choices.flatMap(heads => Array.from({length: count + 1}, (_, head) => [...heads, head]))
  return choices.filter(heads => isTree(heads, count))
}

function isTree(heads: ArrayLike<number>, count: number): boolean {
  const list = Array.from(heads)
  if (list.filter(head => head === count).length !== 1) return false
  for (let word = 0; word < count; word++) {
    let at = word
    for (let steps = 0; at !== count; steps++) {
      if (count < steps) return false
      at = list[at]!
    }
  }
  const arcs = list.map((head, word) => [
    Math.min(head === count ? -1 : head, word),
    Math.max(head === count ? -1 : head, word)
  ])
  return arcs.every(([a, b]) => arcs.every(([c, d]) => !(a! < c! && c! < b! && b! < d!)))
}
