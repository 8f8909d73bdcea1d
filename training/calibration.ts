import type {ModelFile} from '../src/language/model-file.ts'
import {calibratedScore} from '../src/language/name-scores.ts'

/** A decision: how sure the machine was, and whether it was right. */
export interface Judged {
  readonly score: number
  readonly isRight: boolean
}

const BIN_COUNT = 20
const FOLD_COUNT = 10
/** As many right decisions are taken to have been seen in each bin at its neighbours' rate, so that few cases move little. */
const PRIOR = 4

/**
 * What scores mean: at `table[i]` the share of right decisions among those of score i / 20. Rises throughout (isotonic, by pooling
 * neighbours that violate it).
 */
export function calibrationTable(decisions: readonly Judged[]): Float32Array {
  const blocks = bins(decisions).map(({right, total}, bin) => ({
    right: right + PRIOR * ((bin + 0.5) / BIN_COUNT),
    total: total + PRIOR,
    width: 1
  }))
  for (let index = 0; index + 1 < blocks.length; ) {
    const [here, next] = [blocks[index]!, blocks[index + 1]!]
    if (here.right / here.total <= next.right / next.total) index++
    else {
      blocks.splice(index, 2, {
        right: here.right + next.right,
        total: here.total + next.total,
        width: here.width + next.width
      })
      index = Math.max(0, index - 1)
    }
  }
  return Float32Array.from(blocks.flatMap(({right, total, width}) => Array<number>(width).fill(right / total)))
}

/** What `score` is worth by `table`, between its steps as well; `score` itself where there is no table. */
function worthBy(table: Float32Array, score: number): number {
  return calibratedScore(score, {arrays: {calibration: table}})
}

/**
 * `decisions`, one list a document, each with the score that a table gives it which was made from the other documents: nine
 * tenths of all, in turn. How far these are off says what a table made from all is worth on a new document.
 */
export function crossCalibrated(decisions: readonly (readonly Judged[])[]): Judged[][] {
  const tables = Array.from({length: FOLD_COUNT}, (_, fold) =>
    calibrationTable(decisions.filter((_, document) => document % FOLD_COUNT !== fold).flat())
  )
  return decisions.map((document, index) =>
    document.map(({score, isRight}) => ({score: worthBy(tables[index % FOLD_COUNT]!, score), isRight}))
  )
}

/** The mean gap between how sure decisions were and how often they were right, over ten bins of scores weighed by their size. */
export function calibrationError(decisions: readonly Judged[]): number {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = decisions.filter(({score}) => Math.min(9, Math.floor(score * 10)) === bin)
    const sure = inside.reduce((sum, {score}) => sum + score, 0)
    const right = inside.filter(({isRight}) => isRight).length
    error += Math.abs(sure - right) / Math.max(1, decisions.length)
  }
  return error
}

function bins(decisions: readonly Judged[]) {
  const counts = Array.from({length: BIN_COUNT}, () => ({right: 0, total: 0}))
  for (const {score, isRight} of decisions) {
    const bin = counts[Math.min(BIN_COUNT - 1, Math.floor(score * BIN_COUNT))]!
    bin.total++
    if (isRight) bin.right++
  }
  return counts
}

/** `file` without the table that says what its scores are worth. */
export function uncalibrated({head, arrays}: ModelFile): ModelFile {
  const {calibration: _, ...others} = arrays
  return {head, arrays: others}
}
