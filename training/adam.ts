import type {Matrix} from './tape.ts'

const DECAY = 0.9
const SQUARE_DECAY = 0.98
const LEAST = 1e-8
/** Gradients together longer than this are shortened to it. */
const LENGTH_MAX = 5

interface Moments {
  readonly parameter: Matrix
  readonly first: Float32Array
  readonly second: Float32Array
  /** Only these rows changed, where a step touches few of many. */
  readonly touched?: Set<number>
}

/** Adam (Kingma and Ba 2015) over dense parameters, and lazily over the touched rows of tables. */
export class Adam {
  private readonly moments: Moments[] = []
  private step = 0

  /** Learn all of `parameter` at each step. */
  addDense(parameter: Matrix): Matrix {
    this.add(parameter)
    return parameter
  }

  /** Learn only the rows of `parameter` that stand in the set returned, which each step empties. */
  addTable(parameter: Matrix): Set<number> {
    const touched = new Set<number>()
    this.add(parameter, touched)
    return touched
  }

  /** Change the parameters against their gradients, by about `rate` each, and set the gradients back to zero. */
  learn(rate: number): void {
    this.step++
    const length = Math.sqrt(this.moments.reduce((sum, moment) => sum + squares(moment), 0))
    const shrink = LENGTH_MAX < length ? LENGTH_MAX / length : 1
    const firstScale = 1 - DECAY ** this.step
    const secondScale = 1 - SQUARE_DECAY ** this.step
    for (const moment of this.moments) {
      for (const [start, end] of stretches(moment)) {
        const {values, gradients} = moment.parameter
        const {first, second} = moment
        for (let index = start; index < end; index++) {
          const gradient = gradients[index]! * shrink
          gradients[index] = 0
          first[index] = DECAY * first[index]! + (1 - DECAY) * gradient
          second[index] = SQUARE_DECAY * second[index]! + (1 - SQUARE_DECAY) * gradient * gradient
          values[index]! -= (rate * (first[index]! / firstScale)) / (Math.sqrt(second[index]! / secondScale) + LEAST)
        }
      }
      moment.touched?.clear()
    }
  }

  /** Set the gradients back to zero without learning. */
  forget(): void {
    for (const {parameter, touched} of this.moments) {
      parameter.gradients.fill(0)
      touched?.clear()
    }
  }

  private add(parameter: Matrix, touched?: Set<number>): void {
    const {length} = parameter.values
    const moments = {parameter, first: new Float32Array(length), second: new Float32Array(length)}
    this.moments.push(touched ? {...moments, touched} : moments)
  }
}

function squares(moment: Moments): number {
  let sum = 0
  const {gradients} = moment.parameter
  for (const [start, end] of stretches(moment))
    for (let index = start; index < end; index++) sum += gradients[index]! * gradients[index]!
  return sum
}

/** From where to where the values of `moment` change. */
function stretches({parameter, touched}: Moments): [number, number][] {
  const {columns, values} = parameter
  if (!touched) return [[0, values.length]]
  return Array.from(touched, row => [row * columns, (row + 1) * columns])
}
