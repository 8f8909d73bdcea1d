import {type EncoderFile, matrixOf, type StepTable} from './encoder-file.ts'
import type {Stretch} from './encoder-stretches.ts'
import type {EncoderWords} from './encoder-words.ts'
import type {KernelMemory, Place, StepRows, StepWeights} from './kernel-memory.ts'
import type {ModelFile} from './model-file.ts'

/** Of each unit: candidate, forget gate, output gate, and what skips the cell. */
const PARTS = 4

interface Layer {
  readonly input: StepWeights
  readonly state: Place
  readonly bias: Place
}

/** The layers of an encoder: from the words of a stretch to what each word means where it stands. */
export class EncoderLayers {
  private readonly file: EncoderFile
  private readonly memory: KernelMemory
  private readonly layers: readonly Layer[]
  private readonly typeInput: Place
  private readonly typeSteps: StepRows
  private readonly typeProjected: Place
  private readonly projected: Place
  private readonly output: Place
  private readonly steps: readonly [StepRows, StepRows]
  private readonly cells: Place
  private readonly typeRows: Int32Array

  constructor(model: ModelFile, file: EncoderFile, memory: KernelMemory, rowsMax: number) {
    const {width, layerCount} = file.shape
    this.file = file
    this.memory = memory
    this.layers = Array.from({length: layerCount}, (_, layer) => ({
      input: memory.stepWeights(matrixOf(model, `layer${layer}`), 2 * PARTS * width),
      state: memory.copy(matrixOf(model, `layer${layer}State`)),
      bias: memory.copy(matrixOf(model, `layer${layer}Bias`))
    }))
    this.typeInput = memory.room(rowsMax, file.vectors.width + file.learnt.width + file.pieces.width)
    this.typeProjected = memory.room(rowsMax, 2 * PARTS * width)
    this.projected = memory.room(rowsMax, 2 * PARTS * width)
    this.output = memory.room(rowsMax, 2 * width)
    this.typeSteps = memory.stepRoom(this.typeInput.columns)
    this.steps = [memory.stepRoom(2 * width), memory.stepRoom(2 * width)]
    this.cells = memory.room(1, width)
    this.typeRows = new Int32Array(rowsMax)
  }

  /** What the last layer says of each word of `stretch`, one row a word, and the layer below it. */
  run(words: EncoderWords, stretch: Stretch): {top: StepRows; middle: StepRows} {
    const rows = stretch.endWord - stretch.firstWord
    this.projectTypes(words, stretch)
    let [top, middle] = this.steps
    for (const [number, layer] of this.layers.entries()) {
      if (0 < number) this.memory.multiplyRows(top, layer.input, this.projected, rows)
      this.recurAll(layer, stretch, this.output)
      ;[top, middle] = [middle, top]
      this.memory.setSteps(top, this.output, rows)
    }
    return {top, middle: this.layers.length < 2 ? top : middle}
  }

  /** The first layer's product, made once for each type of word. */
  private projectTypes(words: EncoderWords, {firstWord, endWord}: Stretch): void {
    const rowByType = new Map<number, number>()
    for (let word = firstWord; word < endWord; word++) {
      const type = words.types[word]!
      let row = rowByType.get(type)
      if (row === undefined) {
        row = rowByType.size
        rowByType.set(type, row)
        this.writeInput(words, type, row)
      }
      this.typeRows[word - firstWord] = row
    }
    this.memory.setSteps(this.typeSteps, this.typeInput, rowByType.size)
    this.memory.multiplyRows(this.typeSteps, this.layers[0]!.input, this.typeProjected, rowByType.size)
    const {columns, floats} = this.projected
    for (let row = 0; row < endWord - firstWord; row++) {
      const from = this.typeRows[row]! * columns
      floats.set(this.typeProjected.floats.subarray(from, from + columns), row * columns)
    }
  }

  private writeInput({vectorRows, learntRows, pieces, pieceStarts}: EncoderWords, type: number, row: number): void {
    const {vectors, learnt, pieces: pieceTable} = this.file
    const {floats, columns} = this.typeInput
    const start = row * columns
    floats.fill(0, start, start + columns)
    if (0 <= vectorRows[type]!) addRow(vectors, vectorRows[type]!, floats, start, 1)
    addRow(learnt, learntRows[type]! + 1, floats, start + vectors.width, 1)
    const end = pieceStarts[type + 1]!
    const share = 1 / Math.sqrt(end - pieceStarts[type]!)
    for (let piece = pieceStarts[type]!; piece < end; piece++)
      addRow(pieceTable, pieces[piece]!, floats, start + vectors.width + learnt.width, share)
  }

  private recurAll({state, bias}: Layer, {firstWord, starts}: Stretch, output: Place): void {
    const unitBytes = this.file.shape.width * 4
    for (let piece = 0; piece + 1 < starts.length; piece++) {
      const first = starts[piece]! - firstWord
      const last = starts[piece + 1]! - firstWord - 1
      for (const way of [0, 1]) {
        this.cells.floats.fill(0)
        const row = way === 0 ? first : last
        const step = way === 0 ? 1 : -1
        this.memory.recur(
          this.projected.start + (row * 2 + way) * PARTS * unitBytes,
          output.start + (row * 2 + way) * unitBytes,
          this.cells.start,
          state.start + way * 2 * unitBytes,
          bias.start + way * 2 * unitBytes,
          last - first + 1,
          unitBytes,
          step * 2 * PARTS * unitBytes,
          step * 2 * unitBytes
        )
      }
    }
  }
}

function addRow({width, steps, scales}: StepTable, row: number, into: Float32Array, at: number, share: number): void {
  const scale = scales[row]! * share
  for (let place = 0; place < width; place++) into[at + place]! += steps[row * width + place]! * scale
}
