import {type MultiplyAdd, multiplyAddOn, packStrips} from '../src/language/matrix-kernel.ts'

/** Rows of 32-bit floats in the memory of a `Tape`, with the gradient of the loss beside. */
export interface Matrix {
  readonly rows: number
  /** A multiple of 8. */
  readonly columns: number
  /** Row after row. The rows are padded to a multiple of 4 by rows of zeros, which no one sees. */
  readonly values: Float32Array
  readonly gradients: Float32Array
}

const PAGE_BYTES = 65_536
/** Below this lies nothing, as address 0 is awkward to look at in a debugger. */
const FIRST_FLOAT = 16

/**
 * Where a network is computed and learns: matrices, and what to do backwards for each step that was made of them. Parameters
 * are made first and stay; all that follows is forgotten by `rewind`.
 */
export class Tape {
  private readonly floats: Float32Array
  private readonly multiplyAdd: MultiplyAdd
  private parameterEnd = 0
  private end = FIRST_FLOAT
  private backwardSteps: (() => void)[] = []

  constructor(megabytes = 768) {
    const memory = new WebAssembly.Memory({initial: (megabytes * 2 ** 20) / PAGE_BYTES})
    this.floats = new Float32Array(memory.buffer)
    this.multiplyAdd = multiplyAddOn(memory)
  }

  /** A parameter, set by `initial` for each place. */
  parameter(rows: number, columns: number, initial: (index: number) => number): Matrix {
    const matrix = this.matrix(rows, columns)
    for (let index = 0; index < rows * columns; index++) matrix.values[index] = initial(index)
    this.parameterEnd = this.end
    return matrix
  }

  /** A matrix of zeros. */
  matrix(rows: number, columns: number): Matrix {
    const values = this.take(rows, columns)
    return {rows, columns, values, gradients: this.take(rows, columns)}
  }

  /** Forget everything but the parameters. */
  rewind(): void {
    this.end = this.parameterEnd
    this.backwardSteps = []
  }

  /** Remember how the gradients flow back through a step just made. */
  onBackward(step: () => void): void {
    this.backwardSteps.push(step)
  }

  /** Let the gradients flow back from where they were set to everything that made it. */
  backward(): void {
    for (const step of this.backwardSteps.reverse()) step()
    this.backwardSteps = []
  }

  /** `x · w`. */
  multiply(x: Matrix, w: Matrix): Matrix {
    const product = this.matrix(x.rows, w.columns)
    this.run(x.values, w.values, product.values, [padded(x.rows), x.columns, w.columns], [x.columns, 1])
    this.onBackward(() => {
      this.run(x.values, product.gradients, w.gradients, [w.rows, x.rows, w.columns], [1, x.columns])
      const turned = this.transposed(w)
      this.run(product.gradients, turned, x.gradients, [padded(x.rows), w.columns, x.columns], [w.columns, 1])
    })
    return product
  }

  private run(
    a: Float32Array,
    b: Float32Array,
    c: Float32Array,
    [m, k, n]: readonly [number, number, number],
    [aRow, aColumn]: readonly [number, number]
  ): void {
    const strips = this.take(k, n)
    packStrips(b, strips, {rows: k, columns: n})
    this.multiplyAdd(a.byteOffset, strips.byteOffset, c.byteOffset, m, k, n, aRow * 4, aColumn * 4)
  }

  private transposed({values, rows, columns}: Matrix): Float32Array {
    const turned = this.take(columns, rows)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) turned[column * rows + row] = values[row * columns + column]!
    return turned
  }

  private take(rows: number, columns: number): Float32Array {
    const start = this.end
    this.end += padded(rows) * columns
    if (this.floats.length < this.end) throw new RangeError(`Cannot lay out ${rows} by ${columns}: the memory is full`)
    return this.floats.subarray(start, this.end).fill(0)
  }
}

function padded(rows: number): number {
  return Math.ceil(rows / 4) * 4
}
