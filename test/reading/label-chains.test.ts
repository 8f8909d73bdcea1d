import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {bestLabels, type LabelChain, shareOfLabels} from '../../src/reading/label-chains.ts'
import {chainSums, shareOfLabel} from '../../training/label-chain-loss.ts'

const CHAIN: LabelChain = {
  labelCount: 2,
  length: 3,
  scores: Float32Array.of(0.5, -0.25, -1, 0.75, 0.125, 0),
  scoreColumns: 2,
  steps: Float32Array.of(0.25, -0.5, -1, 0.5, 0.125, 0, 0, 0.75),
  stepColumns: 2
}
const WAYS = [0, 1].flatMap(a => [0, 1].flatMap(b => [0, 1].map(c => Uint8Array.of(a, b, c))))

suite('chains of labels', () => {
  test('the likelihoods of all ways to label sum to one', () => {
    assert.ok(Math.abs(WAYS.reduce((sum, way) => sum + shareOfLabels(CHAIN, way), 0) - 1) < 1e-6)
  })

  test('the best labels are those of the likeliest way', () => {
    const likeliest = WAYS.toSorted((a, b) => shareOfLabels(CHAIN, b) - shareOfLabels(CHAIN, a))[0]!
    assert.deepEqual(bestLabels(CHAIN), likeliest)
  })

  test('the likelihood of a label is that of all ways with it', () => {
    const sums = chainSums(CHAIN)
    for (let word = 0; word < 3; word++)
      for (const label of [0, 1]) {
        const ways = WAYS.filter(way => way[word] === label)
        const share = ways.reduce((sum, way) => sum + shareOfLabels(CHAIN, way), 0)
        assert.ok(Math.abs(share - shareOfLabel(sums, word * 2 + label)) < 1e-6)
      }
  })
})
