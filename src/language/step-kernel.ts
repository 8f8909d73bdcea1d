import {
  ADD,
  AGAIN_IF,
  assemble,
  END,
  get,
  IS_LESS,
  integer,
  LOOP,
  loadFourTimes,
  loadVector,
  MULTIPLY,
  SUBTRACT,
  set,
  setAndGet,
  storeVector,
  VECTOR_MULTIPLY,
  VECTOR_OF_FLOATS,
  VECTOR_OF_ZEROS,
  VECTOR_PAIR_ADD,
  VECTOR_PAIR_MULTIPLY
} from './assembler.ts'

/**
 * The product of two matrices whose values are whole steps in 16 bits, `c[m, n] = scales[m] · (a[m, k] · b[k, n])`: twice as
 * fast as with floats. Sums are whole numbers and must stay under 2^31; see `STEPS_MAX`.
 *
 * @param a - first byte of a, row after row
 * @param b - first byte of b, in strips of 8 columns; in each, two rows at a time, their values beside each other (`packStepStrips`)
 * @param c - first byte of c, in floats, row after row
 * @param m - rows of a and c, a multiple of 4
 * @param k - columns of a and rows of b, even
 * @param n - columns of b and c, a multiple of 8
 * @param scales - first byte of what a row's sums are multiplied by, in floats
 */
export type MultiplySteps = (a: number, b: number, c: number, m: number, k: number, n: number, scales: number) => void

/** The most steps of a value in a row of a, and of a value of b: 256 products of both stay under 2^31. */
export const ROW_STEPS_MAX = 4095
export const WEIGHT_STEPS_MAX = 2047

/** The kernel, at work on `memory`. */
export function multiplyStepsOn(memory: WebAssembly.Memory): MultiplySteps {
  compiled ??= new WebAssembly.Module(
    assemble({
      name: 'multiplySteps',
      parameterCount: 7,
      integerCount: INTEGER_LOCALS,
      vectorCount: VECTOR_LOCALS,
      code: kernelCode()
    })
  )
  return new WebAssembly.Instance(compiled, {env: {memory}}).exports['multiplySteps']!
}

/** Copy a matrix of steps, row after row, to `strips` as the kernel reads its second factor; `rows` is even. */
export function packStepStrips(
  matrix: ArrayLike<number>,
  strips: Int16Array,
  {rows, columns}: {readonly rows: number; readonly columns: number}
): void {
  let place = 0
  for (let strip = 0; strip < columns; strip += BLOCK_COLUMNS)
    for (let row = 0; row < rows; row += 2)
      for (let column = strip; column < strip + BLOCK_COLUMNS; column++) {
        strips[place++] = matrix[row * columns + column]!
        strips[place++] = matrix[(row + 1) * columns + column]!
      }
}

let compiled: WebAssembly.Module | undefined

const BLOCK_ROWS = 4
const BLOCK_VECTORS = 2
const BLOCK_COLUMNS = BLOCK_VECTORS * 4
/** Of two rows of a strip. */
const PAIR_BYTES = BLOCK_COLUMNS * 4

// Parameters, then locals, by their number.
const A = 0
const B = 1
const C = 2
const M = 3
const K = 4
const N = 5
const SCALES = 6
const ROW = 7
const COLUMN = 8
const STEP = 9
const A_PLACE = 10
const B_PLACE = 11
const C_PLACE = 12
const A_ROW = 13
const C_ROW = 14
const INTEGER_LOCALS = 8
const VECTORS = 15
const SUM = (row: number, vector: number) => VECTORS + row * BLOCK_VECTORS + vector
const B_VECTOR = (vector: number) => VECTORS + BLOCK_ROWS * BLOCK_VECTORS + vector
const A_VECTOR = B_VECTOR(BLOCK_VECTORS)
const VECTOR_LOCALS = BLOCK_ROWS * BLOCK_VECTORS + BLOCK_VECTORS + 1

/** For each strip, for each block of rows: add the products over k, scale them, store c. */
function kernelCode(): number[] {
  return [
    ...[...get(N), ...integer(4), ...MULTIPLY, ...set(C_ROW)],
    ...[...get(K), ...integer(2), ...MULTIPLY, ...set(A_ROW)],
    ...[...integer(0), ...set(COLUMN)],
    ...LOOP,
    ...[...integer(0), ...set(ROW)],
    ...LOOP,
    ...[...get(A), ...get(ROW), ...get(A_ROW), ...MULTIPLY, ...ADD, ...set(A_PLACE)],
    ...[...get(B), ...get(COLUMN), ...get(A_ROW), ...MULTIPLY, ...ADD, ...set(B_PLACE)],
    ...eachSum((row, vector) => [...VECTOR_OF_ZEROS, ...set(SUM(row, vector))]),
    ...[...get(K), ...set(STEP)],
    ...LOOP,
    ...addProducts(),
    ...[...get(A_PLACE), ...integer(4), ...ADD, ...set(A_PLACE)],
    ...[...get(B_PLACE), ...integer(PAIR_BYTES), ...ADD, ...set(B_PLACE)],
    ...[...get(STEP), ...integer(2), ...SUBTRACT, ...setAndGet(STEP), ...AGAIN_IF, ...END],
    ...storeSums(),
    ...[...get(ROW), ...integer(BLOCK_ROWS), ...ADD, ...setAndGet(ROW), ...get(M), ...IS_LESS, ...AGAIN_IF, ...END],
    ...[...get(COLUMN), ...integer(BLOCK_COLUMNS), ...ADD, ...setAndGet(COLUMN), ...get(N), ...IS_LESS],
    ...[...AGAIN_IF, ...END]
  ]
}

function eachSum(code: (row: number, vector: number) => number[]): number[] {
  const all: number[] = []
  for (let row = 0; row < BLOCK_ROWS; row++)
    for (let vector = 0; vector < BLOCK_VECTORS; vector++) all.push(...code(row, vector))
  return all
}

function addProducts(): number[] {
  const all: number[] = []
  for (let vector = 0; vector < BLOCK_VECTORS; vector++)
    all.push(...get(B_PLACE), ...loadVector(vector * 16), ...set(B_VECTOR(vector)))
  for (let row = 0; row < BLOCK_ROWS; row++) {
    all.push(...get(A_PLACE))
    for (let skip = 0; skip < row; skip++) all.push(...get(A_ROW), ...ADD)
    all.push(...loadFourTimes(0), ...set(A_VECTOR))
    for (let vector = 0; vector < BLOCK_VECTORS; vector++) {
      const products = [...get(A_VECTOR), ...get(B_VECTOR(vector)), ...VECTOR_PAIR_MULTIPLY]
      all.push(...products, ...get(SUM(row, vector)), ...VECTOR_PAIR_ADD, ...set(SUM(row, vector)))
    }
  }
  return all
}

function storeSums(): number[] {
  const first = [...get(ROW), ...get(N), ...MULTIPLY, ...get(COLUMN), ...ADD, ...integer(4), ...MULTIPLY]
  const all = [...get(C), ...first, ...ADD, ...set(C_PLACE)]
  for (let row = 0; row < BLOCK_ROWS; row++) {
    if (0 < row) all.push(...get(C_PLACE), ...get(C_ROW), ...ADD, ...set(C_PLACE))
    all.push(
      ...get(SCALES),
      ...get(ROW),
      ...integer(4),
      ...MULTIPLY,
      ...ADD,
      ...loadFourTimes(row * 4),
      ...set(A_VECTOR)
    )
    for (let vector = 0; vector < BLOCK_VECTORS; vector++) {
      const scaled = [...get(SUM(row, vector)), ...VECTOR_OF_FLOATS, ...get(A_VECTOR), ...VECTOR_MULTIPLY]
      all.push(...get(C_PLACE), ...scaled, ...storeVector(vector * 16))
    }
  }
  return all
}
