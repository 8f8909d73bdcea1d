import {encode, viewsOf} from '../language/encoder.ts'
import {matrixOf, type StepTable} from '../language/encoder-file.ts'
import {vocabularyHash} from '../language/encoder-words.ts'
import {exponential} from '../language/exponentials.ts'
import {KernelMemory, type Place, ROWS_MAX, type StepRows, type StepWeights} from '../language/kernel-memory.ts'
import type {ModelFile} from '../language/model-file.ts'
import type {Models} from '../language/models.ts'
import {placeOfHash} from '../language/sorted-hashes.ts'
import {
  ATTRIBUTION_LABELS,
  LOOK_COUNT,
  TIE_GROUPS,
  tieGroupRow,
  tieGroupTables,
  tiesOf,
  windowOf
} from './attribution-features.ts'
import type {Draft} from './drafts.ts'
import {bestLabels, type LabelChain, shareOfLabels} from './label-chains.ts'
import type {Layout, WordRange} from './layout.ts'

/** What the network takes the words around one word to be, if that word carries a cue. */
export interface Labelled {
  /** The word that carries the cue. */
  readonly anchor: number
  readonly window: WordRange
  /** For each word of the window what it is to this cue: a place in {@link ATTRIBUTION_LABELS}. */
  readonly labels: Uint8Array
  /** How likely it is that the word carries a cue, and that all labels are right, each from 0 to 1. */
  readonly anchorShare: number
  readonly labelsShare: number
}

/** What the network is asked about a document. */
export interface Question {
  readonly layout: Layout
  readonly models: Pick<Models, 'encoder' | 'attributions'>
  /** As `looksOf` gives them. */
  readonly looks: Uint16Array
  /** What rules found at each word of their cues. */
  readonly draftAt: ReadonlyMap<number, Draft>
  /** Words that are less likely to carry a cue are left out, but for those that rules found a cue at. */
  readonly shareMin: number
}

/** Words of the document that may carry a cue, each with what the words around it would be. */
export function labelAttributions(question: Question): Labelled[] {
  return networkOf(question.models.attributions).label(question)
}

/** Of each unit: candidate, forget gate, output gate, and what skips the cell. */
const PARTS = 4
/** No more cues are looked at than one in so many words, the likeliest of them: it bounds the work on text that is nothing else. News has one in twenty. */
const WORDS_A_CUE = 8
/** No more columns are ever scored at once: a matrix has a multiple of 8. */
const SCORE_COLUMNS = 8
/** What is seen of so many forms is kept from text to text. */
const FORMS_KEPT_MAX = 20_000

interface Layer {
  readonly input: StepWeights
  readonly state: Place
  readonly bias: Place
}

interface AttributionShape {
  readonly viewWidth: number
  readonly lexisWidth: number
  readonly wordWidth: number
  readonly lookWidth: number
  readonly width: number
  readonly layerCount: number
  readonly hiddenWidth: number
}

const networks = new WeakMap<ModelFile, AttributionNetwork>()

function networkOf(file: ModelFile): AttributionNetwork {
  const known = networks.get(file)
  if (known) return known
  const network = new AttributionNetwork(file)
  networks.set(file, network)
  return network
}

class AttributionNetwork {
  private readonly memory = new KernelMemory()
  private readonly shape: AttributionShape
  private readonly wordHashes: Uint32Array
  private readonly wordTable: StepTable
  private readonly lookTable: Float32Array
  /** The sums of the ties' rows, for each of their groups. */
  private readonly tieTables: readonly Float32Array[]
  private readonly shared: Layer
  private readonly layers: readonly Layer[]
  private readonly anchorView: StepWeights
  private readonly anchorViewBias: Float32Array
  private readonly anchor: Float32Array
  private readonly anchorBias: Float32Array
  private readonly asked: StepWeights
  /** The weights of each label, one after the other. */
  private readonly labelRows: Float32Array
  private readonly labelBias: Float32Array
  private readonly steps: Float32Array
  private readonly lexis: Float32Array
  private readonly lexes = new Map<string, Float32Array>()
  private readonly input: Place
  private readonly inputSteps: StepRows
  private readonly states: Place
  private readonly stateSteps: StepRows
  private readonly anchorStates: Place
  private readonly anchorSteps: StepRows
  private readonly hidden: Place
  private readonly sharedRows: Place
  private readonly askedRows: Place
  private readonly projected: Place
  private readonly output: Place
  private readonly outputSteps: StepRows
  private readonly cells: Place

  constructor(model: ModelFile) {
    const {memory} = this
    this.shape = model.head.settings['shape'] as AttributionShape
    const {viewWidth, lexisWidth, wordWidth, lookWidth, width, layerCount, hiddenWidth} = this.shape
    const matrix = (name: string) => matrixOf(model, name)
    const columns = 2 * PARTS * width
    const layer = (name: string): Layer => ({
      input: memory.stepWeights(matrix(name), columns),
      state: memory.copy(matrix(`${name}State`)),
      bias: memory.copy(matrix(`${name}Bias`))
    })
    this.wordHashes = model.arrays['wordHashes'] as Uint32Array
    this.wordTable = {
      steps: model.arrays['wordsSteps'] as Int8Array,
      scales: model.arrays['wordsScales'] as Float32Array,
      width: wordWidth
    }
    this.lookTable = matrix('looks')
    this.tieTables = tieGroupTables(matrix('ties'), columns)
    this.shared = layer('shared')
    this.layers = Array.from({length: layerCount}, (_, number) => layer(`layer${number}`))
    this.anchorView = memory.stepWeights(matrix('anchorView'), hiddenWidth)
    this.anchorViewBias = matrix('anchorViewBias')
    this.anchor = matrix('anchor')
    this.anchorBias = matrix('anchorBias')
    this.asked = memory.stepWeights(matrix('asked'), columns)
    this.labelRows = turned(matrix('label'), SCORE_COLUMNS)
    this.labelBias = matrix('labelBias')
    this.lexis = matrix('lexis')
    this.steps = matrix('steps')
    this.input = memory.room(ROWS_MAX, viewWidth + lexisWidth + wordWidth + lookWidth)
    this.inputSteps = memory.stepRoom(this.input.columns)
    this.states = memory.room(ROWS_MAX, 2 * width)
    this.stateSteps = memory.stepRoom(2 * width)
    this.anchorStates = memory.room(ROWS_MAX, 2 * width)
    this.anchorSteps = memory.stepRoom(2 * width)
    this.hidden = memory.room(ROWS_MAX, hiddenWidth)
    this.sharedRows = memory.room(ROWS_MAX, columns)
    this.askedRows = memory.room(ROWS_MAX, columns)
    this.projected = memory.room(ROWS_MAX, columns)
    this.output = memory.room(ROWS_MAX, 2 * width)
    this.outputSteps = memory.stepRoom(2 * width)
    this.cells = memory.room(1, width)
  }

  label(question: Question): Labelled[] {
    const found: Labelled[] = []
    for (const chunk of chunksOf(question.layout.paragraphOf)) {
      this.encode(question, chunk)
      const anchors = this.findAnchors(chunk, question)
      if (anchors.length > 0) found.push(...this.labelAt(question, chunk, anchors))
    }
    return found
  }

  private encode({layout, models, looks}: Question, chunk: WordRange): void {
    const {viewWidth, lookWidth} = this.shape
    const views = viewsOf(layout.words, models.encoder, models.attributions)
    const {vectors, vectorRows} = encode(layout.words, models.encoder)
    const rows = chunk.end - chunk.first
    const {floats, columns} = this.input
    floats.fill(0, 0, rows * columns)
    for (let index = 0; index < rows; index++) {
      const word = chunk.first + index
      let at = index * columns
      const scale = views.scales[word]!
      for (let place = 0; place < viewWidth; place++)
        floats[at + place] = views.steps[word * viewWidth + place]! * scale
      at += viewWidth
      const row = this.lexisOf(vectors, vectorRows[word]!, layout.words.forms[word]!)
      floats.set(row, at)
      at += row.length
      for (let look = 0; look < LOOK_COUNT; look++) {
        const from = looks[word * LOOK_COUNT + look]! * lookWidth
        for (let place = 0; place < lookWidth; place++) floats[at + place]! += this.lookTable[from + place]!
      }
    }
    this.memory.setSteps(this.inputSteps, this.input, rows)
    this.memory.multiplyRows(this.inputSteps, this.shared.input, this.projected, rows)
    this.recur(this.shared, [0, rows], this.states)
    this.memory.setSteps(this.stateSteps, this.states, rows)
  }

  /** What the network sees of a form alone: of its given vector, and of its own where it is frequent. */
  private lexisOf(vectors: StepTable, vectorRow: number, form: string): Float32Array {
    const known = this.lexes.get(form)
    if (known) return known
    const {lexisWidth, wordWidth} = this.shape
    const lexis = new Float32Array(lexisWidth + wordWidth)
    if (0 <= vectorRow)
      for (let place = 0; place < vectors.width; place++) {
        const value = vectors.steps[vectorRow * vectors.width + place]! * vectors.scales[vectorRow]!
        for (let into = 0; into < lexisWidth; into++) lexis[into]! += value * this.lexis[place * lexisWidth + into]!
      }
    addRow(this.wordTable, placeOfHash(this.wordHashes, vocabularyHash(form)) + 1, lexis, lexisWidth)
    // A straight quotation mark has a vector by what stands beside it; all else by its form alone.
    if (/^["'`]+$/.test(form)) return lexis
    if (FORMS_KEPT_MAX <= this.lexes.size) this.lexes.clear()
    this.lexes.set(form, lexis)
    return lexis
  }

  private findAnchors({first, end}: WordRange, {shareMin, draftAt}: Question): {word: number; share: number}[] {
    const rows = end - first
    const {hiddenWidth} = this.shape
    this.memory.multiplyRows(this.stateSteps, this.anchorView, this.hidden, rows)
    const anchors: {word: number; share: number}[] = []
    for (let row = 0; row < rows; row++) {
      let behind = this.anchorBias[0]! - this.anchorBias[1]!
      for (let place = 0; place < hiddenWidth; place++) {
        const value = Math.max(0, this.hidden.floats[row * hiddenWidth + place]! + this.anchorViewBias[place]!)
        behind += value * (this.anchor[place * SCORE_COLUMNS]! - this.anchor[place * SCORE_COLUMNS + 1]!)
      }
      const share = 1 / (1 + exponential(Math.max(-40, Math.min(40, behind))))
      if (shareMin <= share || draftAt.get(first + row)?.verb === first + row) anchors.push({word: first + row, share})
    }
    const most = Math.ceil(rows / WORDS_A_CUE)
    if (anchors.length <= most) return anchors
    return anchors
      .toSorted((a, b) => b.share - a.share || a.word - b.word)
      .slice(0, most)
      .sort((a, b) => a.word - b.word)
  }

  private labelAt(question: Question, chunk: WordRange, anchors: readonly {word: number; share: number}[]): Labelled[] {
    const {width} = this.shape
    const rows = chunk.end - chunk.first
    this.memory.multiplyRows(this.stateSteps, this.layers[0]!.input, this.sharedRows, rows)
    anchors.forEach(({word}, row) => {
      const from = (word - chunk.first) * 2 * width
      this.anchorStates.floats.set(this.states.floats.subarray(from, from + 2 * width), row * 2 * width)
    })
    this.memory.setSteps(this.anchorSteps, this.anchorStates, anchors.length)
    this.memory.multiplyRows(this.anchorSteps, this.asked, this.askedRows, anchors.length)
    const found: Labelled[] = []
    let starts = [0]
    let windows: {word: number; share: number; window: WordRange}[] = []
    const close = () => {
      if (windows.length > 0) found.push(...this.labelWindows(windows, starts))
      starts = [0]
      windows = []
    }
    anchors.forEach(({word, share}, number) => {
      const whole = windowOf(question.layout, word)
      const window = {first: Math.max(chunk.first, whole.first), end: Math.min(chunk.end, whole.end)}
      const length = window.end - window.first
      if (ROWS_MAX < starts.at(-1)! + length) close()
      this.project(question, chunk, {word, number, window}, starts.at(-1)!)
      windows.push({word, share, window})
      starts.push(starts.at(-1)! + length)
    })
    close()
    return found
  }

  /** What the first layer is given for each word of a window: of the word, of the cue, and of how both stand to each other. */
  private project(
    {layout, draftAt}: Question,
    chunk: WordRange,
    {word: anchor, number, window}: {readonly word: number; readonly number: number; readonly window: WordRange},
    firstRow: number
  ): void {
    const {floats: into, columns} = this.projected
    const [words, cues] = [this.sharedRows.floats, this.askedRows.floats]
    const [near, branches, marks] = this.tieTables as [Float32Array, Float32Array, Float32Array]
    const ties = tiesOf(layout, anchor, window, draftAt.get(anchor))
    for (let word = window.first; word < window.end; word++) {
      const at = (firstRow + word - window.first) * columns
      const own = (word - chunk.first) * columns
      const asked = number * columns
      const a = tieGroupRow(ties, word - window.first, TIE_GROUPS[0]) * columns
      const b = tieGroupRow(ties, word - window.first, TIE_GROUPS[1]) * columns
      const c = tieGroupRow(ties, word - window.first, TIE_GROUPS[2]) * columns
      for (let place = 0; place < columns; place++)
        into[at + place] =
          words[own + place]! + cues[asked + place]! + (near[a + place]! + branches[b + place]! + marks[c + place]!)
    }
  }

  private labelWindows(
    windows: readonly {word: number; share: number; window: WordRange}[],
    starts: readonly number[]
  ): Labelled[] {
    const {width} = this.shape
    const labelCount = ATTRIBUTION_LABELS.length
    const output = this.output.floats
    const rows = starts.at(-1)!
    for (const [number, layer] of this.layers.entries()) {
      if (0 < number) {
        this.memory.setSteps(this.outputSteps, this.output, rows)
        this.memory.multiplyRows(this.outputSteps, layer.input, this.projected, rows)
      }
      this.recur(layer, starts, this.output)
    }
    return windows.map(({word, share, window}, index) => {
      const length = window.end - window.first
      const scores = new Float32Array(length * SCORE_COLUMNS)
      for (let row = 0; row < length; row++) {
        const from = (starts[index]! + row) * 2 * width
        for (let label = 0; label < labelCount; label++) {
          let sum = this.labelBias[label]!
          const own = label * 2 * width
          for (let place = 0; place < 2 * width; place++) sum += output[from + place]! * this.labelRows[own + place]!
          scores[row * SCORE_COLUMNS + label] = sum
        }
      }
      const chain: LabelChain = {
        labelCount,
        length,
        scores,
        scoreColumns: SCORE_COLUMNS,
        steps: this.steps,
        stepColumns: SCORE_COLUMNS
      }
      const labels = bestLabels(chain)
      const labelsShare = shareOfLabels(chain, labels)
      return {anchor: word, window, labels, anchorShare: share, labelsShare}
    })
  }

  /** One layer, both ways, over the sequences of rows that begin at `starts`, from `projected` to `output`. */
  private recur({state, bias}: Layer, starts: readonly number[], output: Place): void {
    const unitBytes = this.shape.width * 4
    for (let sequence = 0; sequence + 1 < starts.length; sequence++) {
      const first = starts[sequence]!
      const last = starts[sequence + 1]! - 1
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

/** `values`, row after row, as column after column. */
function turned(values: Float32Array, columns: number): Float32Array {
  const rows = values.length / columns
  return Float32Array.from(values, (_, place) => values[(place % rows) * columns + Math.floor(place / rows)]!)
}

function addRow({width, steps, scales}: StepTable, row: number, into: Float32Array, at: number): void {
  if (row < 0) return
  const scale = scales[row]!
  for (let place = 0; place < width; place++) into[at + place] = steps[row * width + place]! * scale
}

/** All words in stretches of whole paragraphs, of at most `ROWS_MAX` words; longer paragraphs are cut. */
export function chunksOf(paragraphOf: Int32Array): WordRange[] {
  const chunks: WordRange[] = []
  let first = 0
  let whole = 0
  for (let word = 1; word <= paragraphOf.length; word++) {
    const ends = word === paragraphOf.length || paragraphOf[word] !== paragraphOf[word - 1]
    if (ROWS_MAX <= word - first && !ends) {
      const end = first < whole ? whole : word
      chunks.push({first, end})
      first = end
      whole = end
    } else if (ends) {
      if (ROWS_MAX < word - first) {
        chunks.push({first, end: whole})
        first = whole
      }
      whole = word
    }
  }
  if (first < paragraphOf.length) chunks.push({first, end: paragraphOf.length})
  return chunks
}
