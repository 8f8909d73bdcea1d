import type {Matrix, Tape} from './tape.ts'

/** `x` with `bias`, of one row, added to each row, in place. */
export function addBias(tape: Tape, x: Matrix, bias: Matrix): Matrix {
  const {rows, columns} = x
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) x.values[row * columns + column]! += bias.values[column]!
  tape.onBackward(() => {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) bias.gradients[column]! += x.gradients[row * columns + column]!
  })
  return x
}

/** What is under zero as zero, in place. */
export function rectify(tape: Tape, x: Matrix): Matrix {
  const {values, gradients} = x
  const count = x.rows * x.columns
  for (let index = 0; index < count; index++) if (values[index]! < 0) values[index] = 0
  tape.onBackward(() => {
    for (let index = 0; index < count; index++) if (values[index] === 0) gradients[index] = 0
  })
  return x
}

/** Drop so large a share of the values, others each time, and scale the rest up, in place. Each row is dropped by the mask of its group. */
export function dropOut(
  tape: Tape,
  x: Matrix,
  {share, random, groups}: {readonly share: number; readonly random: () => number; readonly groups?: Int32Array}
): Matrix {
  if (share === 0) return x
  const {rows, columns, values, gradients} = x
  const mask = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const isSame = groups !== undefined && 0 < row && groups[row] === groups[row - 1]
    if (isSame) mask.copyWithin(row * columns, (row - 1) * columns, row * columns)
    else
      for (let column = 0; column < columns; column++)
        mask[row * columns + column] = random() < share ? 0 : 1 / (1 - share)
  }
  for (let index = 0; index < mask.length; index++) values[index]! *= mask[index]!
  tape.onBackward(() => {
    for (let index = 0; index < mask.length; index++) gradients[index]! *= mask[index]!
  })
  return x
}

/**
 * The loss of choosing a column in each row by softmax, summed over rows, where `wanted[row]` is the right one, or -1 for none;
 * gradients are set times `weight`. Only the first `choiceCount` columns are choices.
 */
export function choiceLoss(scores: Matrix, wanted: Int32Array, choiceCount: number, weight: number): number {
  let loss = 0
  const shares = new Float32Array(choiceCount)
  for (const [row, right] of wanted.entries()) {
    if (right < 0) continue
    const start = row * scores.columns
    loss -= Math.log(Math.max(1e-9, softmax(scores.values, start, choiceCount, shares)[right]!))
    for (let choice = 0; choice < choiceCount; choice++)
      scores.gradients[start + choice]! += weight * (shares[choice]! - (choice === right ? 1 : 0))
  }
  return loss
}

/** The softmax of `count` of `scores` from `start`, into `shares`. */
export function softmax(scores: Float32Array, start: number, count: number, shares: Float32Array): Float32Array {
  let highest = -Infinity
  for (let choice = 0; choice < count; choice++) highest = Math.max(highest, scores[start + choice]!)
  let sum = 0
  for (let choice = 0; choice < count; choice++) {
    shares[choice] = Math.exp(scores[start + choice]! - highest)
    sum += shares[choice]!
  }
  for (let choice = 0; choice < count; choice++) shares[choice]! /= sum
  return shares
}
