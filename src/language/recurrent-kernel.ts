import {
  ADD,
  AGAIN_IF,
  assemble,
  END,
  get,
  IS_LESS,
  integer,
  LOOP,
  loadVector,
  SUBTRACT,
  set,
  setAndGet,
  storeVector,
  VECTOR_ADD,
  VECTOR_DIVIDE,
  VECTOR_MULTIPLY,
  VECTOR_ROOT,
  VECTOR_SUBTRACT,
  vectorOf
} from './assembler.ts'

/**
 * One way of a layer of simple recurrent units (Lei et al. 2018) over one sequence of words, on 32-bit floats in WebAssembly
 * memory, with gates `0.5 + 0.5 x / sqrt(1 + x²)`. The same to the last bit in every engine.
 *
 * @param projected - first byte of the first word's row: candidate, forget sum, output sum and what skips the cell, `unitBytes` each
 * @param output - first byte of the first word's output, `unitBytes` long
 * @param cells - first byte of the state, set to zeros by the caller
 * @param state - first byte of what the state says to the forget gate, then to the output gate
 * @param bias - first byte of the forget gate's biases, then the output gate's
 * @param count - words, at least 1
 * @param unitBytes - 4 times the width, a multiple of 16
 * @param projectedStep - bytes to the next word's row; negative on the way backwards
 * @param outputStep - the same for the output
 */
export type Recur = (
  projected: number,
  output: number,
  cells: number,
  state: number,
  bias: number,
  count: number,
  unitBytes: number,
  projectedStep: number,
  outputStep: number
) => void

/** The kernel, at work on `memory`. */
export function recurOn(memory: WebAssembly.Memory): Recur {
  compiled ??= new WebAssembly.Module(
    assemble({
      name: 'recur',
      parameterCount: 9,
      integerCount: INTEGER_LOCALS,
      vectorCount: VECTOR_LOCALS,
      code: kernelCode()
    })
  )
  return new WebAssembly.Instance(compiled, {env: {memory}}).exports['recur']!
}

let compiled: WebAssembly.Module | undefined

// Parameters, then locals, by their number.
const PROJECTED = 0
const OUTPUT = 1
const CELLS = 2
const STATE = 3
const BIAS = 4
const COUNT = 5
const UNIT_BYTES = 6
const PROJECTED_STEP = 7
const OUTPUT_STEP = 8
const UNIT = 9
const PLACE = 10
const INTEGER_LOCALS = 2
const HELD = 11
const SUM = 12
const CELL = 13
const SKIP = 14
const VECTOR_LOCALS = 4

function kernelCode(): number[] {
  return [
    ...LOOP,
    ...[...integer(0), ...set(UNIT)],
    ...LOOP,
    ...[...get(CELLS), ...get(UNIT), ...ADD, ...loadVector(0), ...set(HELD)],
    ...[...get(PROJECTED), ...get(UNIT), ...ADD, ...setAndGet(PLACE), ...loadVector(0), ...set(CELL)],
    ...gate(0),
    // cell + gate * (held - cell)
    ...[...get(HELD), ...get(CELL), ...VECTOR_SUBTRACT, ...VECTOR_MULTIPLY, ...get(CELL), ...VECTOR_ADD, ...set(CELL)],
    ...gate(1),
    ...[...get(PLACE), ...get(UNIT_BYTES), ...ADD, ...loadVector(0), ...set(SKIP)],
    // skip + gate * (cell - skip)
    ...[...get(CELL), ...get(SKIP), ...VECTOR_SUBTRACT, ...VECTOR_MULTIPLY, ...get(SKIP), ...VECTOR_ADD, ...set(SKIP)],
    ...[...get(OUTPUT), ...get(UNIT), ...ADD, ...get(SKIP), ...storeVector(0)],
    ...[...get(CELLS), ...get(UNIT), ...ADD, ...get(CELL), ...storeVector(0)],
    ...[...get(UNIT), ...integer(16), ...ADD, ...setAndGet(UNIT), ...get(UNIT_BYTES), ...IS_LESS, ...AGAIN_IF, ...END],
    ...[...get(PROJECTED), ...get(PROJECTED_STEP), ...ADD, ...set(PROJECTED)],
    ...[...get(OUTPUT), ...get(OUTPUT_STEP), ...ADD, ...set(OUTPUT)],
    ...[...get(COUNT), ...integer(1), ...SUBTRACT, ...setAndGet(COUNT), ...AGAIN_IF, ...END]
  ]
}

/** Leave the gate of this number on the stack, from 0 to 1, and PLACE at its sum. */
function gate(number: number): number[] {
  const atGate = number === 0 ? [] : [...get(UNIT_BYTES), ...ADD]
  return [
    ...[...get(PLACE), ...get(UNIT_BYTES), ...ADD, ...setAndGet(PLACE), ...loadVector(0)],
    ...[...get(STATE), ...get(UNIT), ...ADD, ...atGate, ...loadVector(0), ...get(HELD), ...VECTOR_MULTIPLY],
    ...VECTOR_ADD,
    ...[...get(BIAS), ...get(UNIT), ...ADD, ...atGate, ...loadVector(0), ...VECTOR_ADD, ...set(SUM)],
    ...[...get(SUM), ...get(SUM), ...get(SUM), ...VECTOR_MULTIPLY, ...vectorOf(1), ...VECTOR_ADD, ...VECTOR_ROOT],
    ...[...VECTOR_DIVIDE, ...vectorOf(0.5), ...VECTOR_MULTIPLY, ...vectorOf(0.5), ...VECTOR_ADD]
  ]
}
