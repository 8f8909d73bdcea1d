// WebAssembly instructions as bytes, as many as the kernels need:
// https://webassembly.github.io/spec/core/appendix/index-instructions.html

export const END = [0x0b]
export const LOOP = [0x03, 0x40]
/** Back to the start of the innermost loop, if the value on the stack is not 0. */
export const AGAIN_IF = [0x0d, 0]
export const IS_LESS = [0x49]
export const ADD = [0x6a]
export const SUBTRACT = [0x6b]
export const MULTIPLY = [0x6c]

// On four 32-bit floats at once; IEEE 754 rounds each of them exactly.
export const VECTOR_ROOT = vectorInstruction(0xe3)
export const VECTOR_ADD = vectorInstruction(0xe4)
export const VECTOR_SUBTRACT = vectorInstruction(0xe5)
export const VECTOR_MULTIPLY = vectorInstruction(0xe6)
export const VECTOR_DIVIDE = vectorInstruction(0xe7)

// On whole numbers: four of 32 bits, or eight of 16.
export const VECTOR_OF_ZEROS = [0x41, 0, 0xfd, 0x11]
/** Products of eight pairs, neighbours added: four sums of 32 bits. */
export const VECTOR_PAIR_MULTIPLY = vectorInstruction(0xba)
export const VECTOR_PAIR_ADD = vectorInstruction(0xae)
/** Four whole numbers as floats. */
export const VECTOR_OF_FLOATS = vectorInstruction(0xfa)

export const get = (local: number) => [0x20, ...unsigned(local)]
export const set = (local: number) => [0x21, ...unsigned(local)]
export const setAndGet = (local: number) => [0x22, ...unsigned(local)]
export const integer = (value: number) => [0x41, ...signed(value)]
/** Four times the same number. */
export const vectorOf = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), 0xfd, 0x13]
export const loadVector = (offset: number) => [0xfd, 0x00, 2, ...unsigned(offset)]
export const loadFourTimes = (offset: number) => [0xfd, 0x09, 2, ...unsigned(offset)]
export const storeVector = (offset: number) => [0xfd, 0x0b, 2, ...unsigned(offset)]

const I32 = 0x7f
const V128 = 0x7b

/** A function of integers that returns nothing: locals are numbered from its parameters on, integers first, then vectors. */
export interface AssembledFunction {
  readonly name: string
  readonly parameterCount: number
  readonly integerCount: number
  readonly vectorCount: number
  readonly code: readonly number[]
}

/** The bytes of a module with one function, which works on the memory `env.memory`. */
export function assemble(assembled: AssembledFunction): Uint8Array<ArrayBuffer> {
  const parameters = Array.from({length: assembled.parameterCount}, () => [I32])
  const locals = list([
    [...unsigned(assembled.integerCount), I32],
    [...unsigned(assembled.vectorCount), V128]
  ])
  const body = [...locals, ...assembled.code, ...END]
  const sections = [
    ...section(1, list([[0x60, ...list(parameters), 0]])),
    ...section(2, list([[...name('env'), ...name('memory'), 0x02, 0x00, 1]])),
    ...section(3, list([[0]])),
    ...section(7, list([[...name(assembled.name), 0x00, 0]])),
    ...section(10, list([[...unsigned(body.length), ...body]]))
  ]
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections])
}

function vectorInstruction(number: number): number[] {
  return [0xfd, ...unsigned(number)]
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content]
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()]
}

function name(text: string): number[] {
  return [text.length, ...Array.from(text, letter => letter.charCodeAt(0))]
}

/** LEB128, as WebAssembly writes numbers. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  const isLast = -0x40 <= value && value < 0x40
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}
