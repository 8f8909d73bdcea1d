import {type MultiplyAdd, multiplyAddOn, packStrips} from './matrix-kernel.ts'
import {type Recur, recurOn} from './recurrent-kernel.ts'
import {type MultiplySteps, multiplyStepsOn, packStepStrips, ROW_STEPS_MAX, WEIGHT_STEPS_MAX} from './step-kernel.ts'

/** A matrix in the memory of the kernels. */
export interface Place {
  /** Its first byte. */
  readonly start: number
  readonly floats: Float32Array
  readonly columns: number
}

/** A matrix that others are multiplied by, in steps of `scale`. */
export interface StepWeights {
  readonly start: number
  readonly rows: number
  readonly columns: number
  readonly scale: number
}

/** Rows in steps, each row with its own scale. */
export interface StepRows {
  /** First byte of the steps. */
  readonly start: number
  readonly columns: number
  readonly scales: Float32Array
}

/** Much more than a network of a few million weights needs; what is not touched costs nothing. */
const MEGABYTES = 64
const PAGE_BYTES = 65_536
/** No matrix that is worked on has more rows. */
export const ROWS_MAX = 1024

/** Where a network's weights stand and its work is done. */
export class KernelMemory {
  readonly recur: Recur
  private readonly multiplyAdd: MultiplyAdd
  private readonly multiplySteps: MultiplySteps
  private readonly memory = new WebAssembly.Memory({initial: (MEGABYTES * 2 ** 20) / PAGE_BYTES})
  private readonly products: Place
  private end = 16

  constructor() {
    this.multiplyAdd = multiplyAddOn(this.memory)
    this.multiplySteps = multiplyStepsOn(this.memory)
    this.products = this.room(1, ROWS_MAX)
    this.recur = recurOn(this.memory)
  }

  /** A matrix of zeros, its rows made up to a multiple of 4. */
  room(rows: number, columns: number): Place {
    const start = this.end
    const count = Math.ceil(rows / 4) * 4 * columns
    this.end += count * 4
    if (this.memory.buffer.byteLength < this.end)
      throw new RangeError(`Cannot lay out ${rows} by ${columns}: the memory is full`)
    return {start, columns, floats: new Float32Array(this.memory.buffer, start, count)}
  }

  /** `values`, row after row, as a matrix that others are multiplied by. */
  weights(values: Float32Array, columns: number): Place {
    const rows = values.length / columns
    const place = this.room(rows, columns)
    packStrips(values, place.floats, {rows, columns})
    return place
  }

  /** The same, in steps of 16 bits, for `multiplyRows`. */
  stepWeights(values: Float32Array, columns: number): StepWeights {
    const rows = values.length / columns
    let most = 1e-9
    for (const value of values) most = Math.max(most, Math.abs(value))
    const scale = most / WEIGHT_STEPS_MAX
    const {start} = this.room(Math.ceil(rows / 2), columns)
    const steps = new Int16Array(values.length)
    for (let place = 0; place < steps.length; place++) steps[place] = Math.round(values[place]! / scale)
    packStepStrips(steps, new Int16Array(this.memory.buffer, start, values.length), {rows, columns})
    return {start, rows, columns, scale}
  }

  /** Room for rows in steps, to be set by `setSteps`. */
  stepRoom(columns: number): StepRows {
    return {start: this.room(ROWS_MAX / 2, columns).start, columns, scales: new Float32Array(ROWS_MAX)}
  }

  /** Set `rows` rows of `steps` to those of `values`. */
  setSteps(steps: StepRows, {floats, columns}: Place, rows: number): void {
    const whole = new Int16Array(this.memory.buffer, steps.start, rows * columns)
    for (let row = 0; row < rows; row++) {
      const start = row * columns
      let most = 1e-9
      for (let place = start; place < start + columns; place++) {
        const size = Math.abs(floats[place]!)
        if (most < size) most = size
      }
      const perStep = ROW_STEPS_MAX / most
      // Rounds half up, and cuts: what is cut is never under zero.
      for (let place = start; place < start + columns; place++)
        whole[place] = ((floats[place]! * perStep + (ROW_STEPS_MAX + 1.5)) | 0) - (ROW_STEPS_MAX + 1)
      steps.scales[row] = most / ROW_STEPS_MAX
    }
  }

  stepsAt({start, columns}: StepRows): Int16Array {
    return new Int16Array(this.memory.buffer, start, ROWS_MAX * columns)
  }

  /** The product of `rows` rows of `a` and `weights`, into `product`. */
  multiplyRows(a: StepRows, weights: StepWeights, product: Place, rows: number): void {
    for (let row = 0; row < rows; row++) this.products.floats[row] = a.scales[row]! * weights.scale
    const evenRows = Math.ceil(rows / 4) * 4
    this.multiplySteps(
      a.start,
      weights.start,
      product.start,
      evenRows,
      weights.rows,
      weights.columns,
      this.products.start
    )
  }

  /** `values` as they are. */
  copy(values: Float32Array): Place {
    const place = this.room(1, values.length)
    place.floats.set(values)
    return place
  }

  /**
   * The product of `rows` rows of `a`, from its column `aColumn` and row `aRow` on, and `weights`, of `depth` rows, into `product`.
   */
  multiply(
    a: Place,
    weights: Place,
    product: Place,
    {rows, depth, aRow = 0, aColumn = 0}: {rows: number; depth: number; aRow?: number; aColumn?: number}
  ): void {
    const evenRows = Math.ceil(rows / 4) * 4
    product.floats.fill(0, 0, evenRows * product.columns)
    const aStart = a.start + (aRow * a.columns + aColumn) * 4
    this.multiplyAdd(aStart, weights.start, product.start, evenRows, depth, product.columns, a.columns * 4, 4)
  }
}
