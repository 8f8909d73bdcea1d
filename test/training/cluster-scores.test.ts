import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {type Cluster, conllF1, countClusters, ratiosF1} from '../../training/cluster-scores.ts'

/** One-word mentions, so that a letter stands for each. */
function clusters(...groups: string[]): Cluster[] {
  return groups.map(letters => [...letters].map(letter => [letter.charCodeAt(0), letter.charCodeAt(0) + 1] as const))
}

function near(value: number, wanted: number) {
  assert.ok(Math.abs(value - wanted) < 0.0005, `${value} is not ${wanted}`)
}

suite('countClusters', () => {
  // Bagga and Baldwin 1998: twelve mentions, the third cluster joined with the first.
  test('gives the published figures for two clusters joined', () => {
    const counts = countClusters(clusters('abcde', 'fg89ABC'), clusters('abcde', 'fg', '89ABC'))
    near(counts.muc.precisionHits / counts.muc.found, 9 / 10)
    near(counts.muc.recallHits / counts.muc.wanted, 1)
    near(counts.bCubed.precisionHits / counts.bCubed.found, (5 + 4 / 7 + 25 / 7) / 12)
    near(counts.bCubed.recallHits / counts.bCubed.wanted, 1)
  })

  test('pairs each cluster with one other where the sum is greatest', () => {
    const {ceafE} = countClusters(clusters('abc', 'de'), clusters('ab', 'cde'))
    near(ceafE.precisionHits, 4 / 5 + 4 / 5)
    near(ratiosF1(ceafE), 0.8)
  })

  // Wanted {a b c}; found {a b} {d e}: MUC P 1/2 R 1/2; B-cubed P 2/4, R (2/3 + 2/3) / 3; CEAF-e 4/5 of 2 and of 1.
  test('counts mentions without a partner against what found them', () => {
    const counts = countClusters(clusters('ab', 'de'), clusters('abc'))
    near(ratiosF1(counts.muc), 0.5)
    near(counts.bCubed.precisionHits / counts.bCubed.found, 0.5)
    near(counts.bCubed.recallHits / counts.bCubed.wanted, 4 / 9)
    near(ratiosF1(counts.ceafE), (2 * 0.4 * 0.8) / 1.2)
    near(conllF1(counts), (0.5 + (2 * 0.5 * (4 / 9)) / (0.5 + 4 / 9) + (2 * 0.4 * 0.8) / 1.2) / 3)
  })

  test('is one for what is equal and nothing where nothing is found', () => {
    near(conllF1(countClusters(clusters('ab', 'cde'), clusters('cde', 'ab'))), 1)
    near(conllF1(countClusters([], clusters('ab'))), 0)
  })
})
