import type {Matrix, Tape} from './tape.ts'

/** The parameters of a two-way layer of simple recurrent units, `width` each way. */
export interface RecurrentLayer {
  readonly width: number
  /** Input width by 2 · 4 · width: for each way the candidate, the forget gate, the output gate, and what skips the cell. */
  readonly input: Matrix
  /** One row: for each way what the cell's state says to the forget and to the output gate. */
  readonly state: Matrix
  /** One row: for each way the biases of both gates. */
  readonly bias: Matrix
}

export const PARTS = 4

/**
 * One layer of simple recurrent units (Lei et al. 2018), forwards and backwards over each sequence: all products of matrices are
 * made for all words at once, and only element-wise work goes from word to word. Gates are `0.5 + 0.5 x / sqrt(1 + x²)`, which every
 * engine computes alike.
 *
 * @param projected - the input times `layer.input`, one row a word
 * @param sequenceStarts - the row that begins each sequence, and a last entry, the row count
 * @returns two times `width` columns: the way forwards, then the way backwards
 */
export function recur(tape: Tape, projected: Matrix, layer: RecurrentLayer, sequenceStarts: Int32Array): Matrix {
  const {rows} = projected
  const {width} = layer
  const output = tape.matrix(rows, 2 * width)
  const cells = new Float32Array(rows * 2 * width)
  const gates = new Float32Array(rows * 4 * width)
  for (let sequence = 0; sequence + 1 < sequenceStarts.length; sequence++)
    for (const way of [0, 1])
      runForward(
        {projected, layer, output, cells, gates, way},
        sequenceStarts[sequence]!,
        sequenceStarts[sequence + 1]!
      )
  tape.onBackward(() => {
    for (let sequence = 0; sequence + 1 < sequenceStarts.length; sequence++)
      for (const way of [0, 1])
        runBackward(
          {projected, layer, output, cells, gates, way},
          sequenceStarts[sequence]!,
          sequenceStarts[sequence + 1]!
        )
  })
  return output
}

interface Run {
  readonly projected: Matrix
  readonly layer: RecurrentLayer
  readonly output: Matrix
  /** The state after each word, both ways. */
  readonly cells: Float32Array
  /** Forget and output gate at each word, both ways, each from -1 to 1 before it is brought to 0 to 1. */
  readonly gates: Float32Array
  readonly way: number
}

function runForward({projected, layer, output, cells, gates, way}: Run, start: number, end: number): void {
  const {width} = layer
  const state = layer.state.values
  const bias = layer.bias.values
  const at = way * 2 * width
  const step = way === 0 ? 1 : -1
  const first = way === 0 ? start : end - 1
  for (let count = 0; count < end - start; count++) {
    const row = first + count * step
    const u = (row * 2 + way) * PARTS * width
    const c = (row * 2 + way) * width
    const before = count === 0 ? -1 : c - step * 2 * width
    const g = (row * 2 + way) * 2 * width
    for (let unit = 0; unit < width; unit++) {
      const held = before < 0 ? 0 : cells[before + unit]!
      const forgetSum = projected.values[u + width + unit]! + state[at + unit]! * held + bias[at + unit]!
      const openSum =
        projected.values[u + 2 * width + unit]! + state[at + width + unit]! * held + bias[at + width + unit]!
      const forget = forgetSum / Math.sqrt(1 + forgetSum * forgetSum)
      const open = openSum / Math.sqrt(1 + openSum * openSum)
      const keep = 0.5 + 0.5 * forget
      const show = 0.5 + 0.5 * open
      const cell = keep * held + (1 - keep) * projected.values[u + unit]!
      cells[c + unit] = cell
      gates[g + unit] = forget
      gates[g + width + unit] = open
      output.values[c + unit] = show * cell + (1 - show) * projected.values[u + 3 * width + unit]!
    }
  }
}

function runBackward({projected, layer, output, cells, gates, way}: Run, start: number, end: number): void {
  const {width} = layer
  const state = layer.state.values
  const at = way * 2 * width
  const step = way === 0 ? -1 : 1
  const first = way === 0 ? end - 1 : start
  const flow = new Float32Array(width)
  for (let count = 0; count < end - start; count++) {
    const row = first + count * step
    const u = (row * 2 + way) * PARTS * width
    const c = (row * 2 + way) * width
    const before = count === end - start - 1 ? -1 : c + step * 2 * width
    const g = (row * 2 + way) * 2 * width
    for (let unit = 0; unit < width; unit++) {
      const held = before < 0 ? 0 : cells[before + unit]!
      const forget = gates[g + unit]!
      const open = gates[g + width + unit]!
      const keep = 0.5 + 0.5 * forget
      const show = 0.5 + 0.5 * open
      const gradient = output.gradients[c + unit]!
      const candidate = projected.values[u + unit]!
      const cellGradient = flow[unit]! + gradient * show
      const openGradient = gradient * (cells[c + unit]! - projected.values[u + 3 * width + unit]!) * 0.5 * slope(open)
      const forgetGradient = cellGradient * (held - candidate) * 0.5 * slope(forget)
      projected.gradients[u + unit]! += cellGradient * (1 - keep)
      projected.gradients[u + width + unit]! += forgetGradient
      projected.gradients[u + 2 * width + unit]! += openGradient
      projected.gradients[u + 3 * width + unit]! += gradient * (1 - show)
      layer.state.gradients[at + unit]! += forgetGradient * held
      layer.state.gradients[at + width + unit]! += openGradient * held
      layer.bias.gradients[at + unit]! += forgetGradient
      layer.bias.gradients[at + width + unit]! += openGradient
      flow[unit] = cellGradient * keep + forgetGradient * state[at + unit]! + openGradient * state[at + width + unit]!
    }
  }
}

/** The slope of `x / sqrt(1 + x²)` where that is `gate`. */
function slope(gate: number): number {
  const rest = 1 - gate * gate
  return rest * Math.sqrt(rest)
}
