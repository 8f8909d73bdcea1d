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
  VECTOR_ADD,
  VECTOR_MULTIPLY
} from './assembler.ts'

/**
 * Multiply-add of matrices, on 32-bit floats in WebAssembly memory: `c[m, n] += a[m, k] · b[k, n]`.
 *
 * Every product and sum is rounded by IEEE 754 in one fixed order, so the result is the same to the last bit in every engine
 * and on every machine. About 20 thousand million multiply-adds a second on one core.
 *
 * @param a - first byte of a; its element (i, k) stands at `a + i * aRowBytes + k * aColumnBytes`, so that a transposed matrix needs no copy
 * @param b - first byte of b, in strips of 8 columns, each strip row after row (`packStrips`): what is used together stands together
 * @param c - first byte of c, row after row
 * @param m - rows of a and c, a multiple of 4
 * @param k - columns of a and rows of b, at least 1
 * @param n - columns of b and c, a multiple of 8
 */
export type MultiplyAdd = (
  a: number,
  b: number,
  c: number,
  m: number,
  k: number,
  n: number,
  aRowBytes: number,
  aColumnBytes: number
) => void

/** The kernel, at work on `memory`. It is assembled here, in a few hundred bytes. */
export function multiplyAddOn(memory: WebAssembly.Memory): MultiplyAdd {
  const {exports} = new WebAssembly.Instance(compiledKernel(), {env: {memory}})
  return exports['multiplyAdd']!
}

/** Copy a matrix, row after row, to `strips` as the kernel reads its second factor. */
export function packStrips(
  matrix: ArrayLike<number>,
  strips: Float32Array,
  {rows, columns}: {readonly rows: number; readonly columns: number}
): void {
  let place = 0
  for (let strip = 0; strip < columns; strip += BLOCK_COLUMNS)
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < BLOCK_COLUMNS; column++) strips[place++] = matrix[row * columns + strip + column]!
}

let compiled: WebAssembly.Module | undefined

function compiledKernel(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(
    assemble({
      name: 'multiplyAdd',
      parameterCount: 8,
      integerCount: INTEGER_LOCALS,
      vectorCount: VECTOR_LOCALS,
      code: kernelCode()
    })
  )
  return compiled
}

/** A block of c is so many rows high and so many vectors of four floats wide: as much as the 16 vector registers hold. */
const BLOCK_ROWS = 4
const BLOCK_VECTORS = 2
const BLOCK_COLUMNS = BLOCK_VECTORS * 4

// Parameters, then locals, by their number.
const A = 0
const B = 1
const C = 2
const M = 3
const K = 4
const N = 5
const A_ROW = 6
const A_COLUMN = 7
const ROW = 8
const COLUMN = 9
const STEP = 10
const A_PLACE = 11
const B_PLACE = 12
const C_PLACE = 13
const ROW_BYTES = 14
const INTEGER_LOCALS = 7
const VECTORS = 15
const SUM = (row: number, vector: number) => VECTORS + row * BLOCK_VECTORS + vector
const B_VECTOR = (vector: number) => VECTORS + BLOCK_ROWS * BLOCK_VECTORS + vector
const A_VECTOR = B_VECTOR(BLOCK_VECTORS)
const VECTOR_LOCALS = BLOCK_ROWS * BLOCK_VECTORS + BLOCK_VECTORS + 1

/** For each block of columns, for each block of rows: load c, add the products over k, store c. */
function kernelCode(): number[] {
  return [
    ...[...get(N), ...integer(4), ...MULTIPLY, ...set(ROW_BYTES)],
    ...[...integer(0), ...set(COLUMN)],
    ...LOOP,
    ...[...integer(0), ...set(ROW)],
    ...LOOP,
    ...[...get(A), ...get(ROW), ...get(A_ROW), ...MULTIPLY, ...ADD, ...set(A_PLACE)],
    ...[...get(B), ...get(COLUMN), ...get(K), ...MULTIPLY, ...integer(4), ...MULTIPLY, ...ADD, ...set(B_PLACE)],
    ...forBlockRows((row, vector) => [...get(C_PLACE), ...loadVector(vector * 16), ...set(SUM(row, vector))]),
    ...[...get(K), ...set(STEP)],
    ...LOOP,
    ...addProducts(),
    ...[...get(A_PLACE), ...get(A_COLUMN), ...ADD, ...set(A_PLACE)],
    ...[...get(B_PLACE), ...integer(BLOCK_COLUMNS * 4), ...ADD, ...set(B_PLACE)],
    ...[...get(STEP), ...integer(1), ...SUBTRACT, ...setAndGet(STEP), ...AGAIN_IF, ...END],
    ...forBlockRows((row, vector) => [...get(C_PLACE), ...get(SUM(row, vector)), ...storeVector(vector * 16)]),
    ...[...get(ROW), ...integer(BLOCK_ROWS), ...ADD, ...setAndGet(ROW), ...get(M), ...IS_LESS, ...AGAIN_IF, ...END],
    ...[...get(COLUMN), ...integer(BLOCK_COLUMNS), ...ADD, ...setAndGet(COLUMN), ...get(N), ...IS_LESS],
    ...[...AGAIN_IF, ...END]
  ]
}

/** `code` for each vector of the block, with C_PLACE at the vector's row. */
function forBlockRows(code: (row: number, vector: number) => number[]): number[] {
  const first = [...get(ROW), ...get(N), ...MULTIPLY, ...get(COLUMN), ...ADD, ...integer(4), ...MULTIPLY]
  const all = [...get(C), ...first, ...ADD, ...set(C_PLACE)]
  for (let row = 0; row < BLOCK_ROWS; row++) {
    if (0 < row) all.push(...get(C_PLACE), ...get(ROW_BYTES), ...ADD, ...set(C_PLACE))
    for (let vector = 0; vector < BLOCK_VECTORS; vector++) all.push(...code(row, vector))
  }
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
      const product = [...get(A_VECTOR), ...get(B_VECTOR(vector)), ...VECTOR_MULTIPLY]
      all.push(...product, ...get(SUM(row, vector)), ...VECTOR_ADD, ...set(SUM(row, vector)))
    }
  }
  return all
}
