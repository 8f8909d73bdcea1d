import {ATTRIBUTION_LABELS, LOOK_COUNT, LOOK_ROWS, TIE_COUNT, TIE_ROWS} from '../src/reading/attribution-features.ts'
import {chunksOf} from '../src/reading/attribution-network.ts'
import {bestLabels, type LabelChain, shareOfLabels} from '../src/reading/label-chains.ts'
import {Adam} from './adam.ts'
import type {Anchor, AttributionText} from './attribution-texts.ts'
import {chainLoss} from './label-chain-loss.ts'
import {addBias, choiceLoss, dropOut, rectify} from './network-steps.ts'
import {PARTS, type RecurrentLayer, recur} from './recurrent-layer.ts'
import {randomFrom} from './scores.ts'
import {type Matrix, Tape} from './tape.ts'

const LABEL_COUNT = ATTRIBUTION_LABELS.length
const VECTOR_WIDTH = 100
/** Columns come in eights. */
const VECTOR_COLUMNS = 104
/** About one by the cues of an article, so that long and short ones weigh by their cues. */
const WEIGHT = 1 / 20

export interface AttributionShape {
  readonly stateWidth: number
  readonly viewWidth: number
  /** What is kept of a given vector. */
  readonly lexisWidth: number
  readonly wordWidth: number
  readonly lookWidth: number
  readonly width: number
  readonly layerCount: number
  readonly hiddenWidth: number
  readonly wordCount: number
}

export interface AttributionDropout {
  readonly input: number
  readonly layer: number
  readonly word: number
}
const NO_DROPOUT: AttributionDropout = {input: 0, layer: 0, word: 0}

/** Finds words that carry a cue, and for each says which words are its source, the cue and the content. */
export class AttributionNetwork {
  readonly tape = new Tape(1500)
  readonly adam = new Adam()
  readonly parameters: Record<string, Matrix> = {}
  readonly shape: AttributionShape
  private readonly random: () => number
  private readonly vectors: {readonly steps: Int8Array; readonly scales: Float32Array}
  private readonly wordRows: ReadonlyMap<number, number>
  private readonly shared: RecurrentLayer
  private readonly layers: RecurrentLayer[] = []
  private readonly touchedWords: Set<number>

  constructor(
    shape: AttributionShape,
    vectors: {readonly steps: Int8Array; readonly scales: Float32Array},
    wordRows: ReadonlyMap<number, number>,
    seed = 1
  ) {
    this.shape = shape
    this.random = randomFrom(seed)
    this.vectors = vectors
    this.wordRows = wordRows
    const {width, layerCount} = shape
    this.dense('view', shape.stateWidth, shape.viewWidth)
    this.touchedWords = this.table('words', shape.wordCount + 1, shape.wordWidth)
    this.dense('lexis', VECTOR_COLUMNS, shape.lexisWidth)
    this.dense('looks', LOOK_ROWS, shape.lookWidth, 0.1)
    const inputWidth = shape.viewWidth + shape.lexisWidth + shape.wordWidth + shape.lookWidth
    this.shared = this.layer('shared', inputWidth, width)
    this.dense('anchorView', 2 * width, shape.hiddenWidth)
    this.dense('anchorViewBias', 1, shape.hiddenWidth, 0)
    this.dense('anchor', shape.hiddenWidth, 8)
    this.dense('anchorBias', 1, 8, 0)
    this.dense('ties', TIE_ROWS, 2 * PARTS * width, 0.05)
    this.dense('asked', 2 * width, 2 * PARTS * width)
    for (let layer = 0; layer < layerCount; layer++) this.layers.push(this.layer(`layer${layer}`, 2 * width, width))
    this.dense('label', 2 * width, 8)
    this.dense('labelBias', 1, 8, 0)
    /** From label to label, then from the start, then to the end. */
    this.dense('steps', 6, 8, 0.01)
  }

  /** Learn from one article, at its cues and at words that look like cues and are none. Returns the losses and how likely each word carries a cue. */
  learn(text: AttributionText, anchors: readonly Anchor[], rate: number, dropout: AttributionDropout) {
    const losses = this.run(text, anchors, dropout)
    this.tape.backward()
    this.adam.learn(rate)
    return losses
  }

  /** What is made small by learning, times the weight of each article. */
  loss(text: AttributionText, anchors: readonly Anchor[]): number {
    const {anchor, label} = this.run(text, anchors, NO_DROPOUT)
    this.adam.forget()
    return (anchor + label) * WEIGHT
  }

  /** The gradient of `loss` at each parameter. */
  gradients(text: AttributionText, anchors: readonly Anchor[]): Record<string, Float32Array> {
    this.run(text, anchors, NO_DROPOUT)
    this.tape.backward()
    const entries = Object.entries(this.parameters).map(([name, {gradients}]) => [name, gradients.slice()] as const)
    this.adam.forget()
    return Object.fromEntries(entries)
  }

  private run(text: AttributionText, anchors: readonly Anchor[], dropout: AttributionDropout) {
    this.tape.rewind()
    const states = this.encode(text, dropout)
    const shares = this.anchorScores(states, dropout)
    const wanted = new Int32Array(states.rows)
    for (const {anchor} of text.anchors) wanted[anchor] = 1
    const anchor = choiceLoss(shares, wanted, 2, WEIGHT)
    const label = anchors.length === 0 ? 0 : this.sequenceLoss(this.labelScores(states, anchors, dropout), anchors)
    return {anchor, label, shares: softShares(shares)}
  }

  /** The likelihood of each word to carry a cue, and for chosen ones the marginals and best labels. */
  read(text: AttributionText, choose: (shares: Float32Array) => Anchor[]) {
    this.tape.rewind()
    const states = this.encode(text, NO_DROPOUT)
    const shares = softShares(this.anchorScores(states, NO_DROPOUT))
    const anchors = choose(shares)
    if (anchors.length === 0) return {shares, anchors, labels: []}
    const scores = this.labelScores(states, anchors, NO_DROPOUT)
    let row = 0
    const labels = anchors.map(({window}) => {
      const length = window.end - window.first
      const chain = this.chainOf(scores, row, length)
      row += length
      const labels = bestLabels(chain)
      return {labels, share: shareOfLabels(chain, labels)}
    })
    return {shares, anchors, labels}
  }

  private encode(text: AttributionText, dropout: AttributionDropout): Matrix {
    const {tape, shape, parameters} = this
    const count = text.vectorRows.length
    const raw = tape.matrix(count, shape.stateWidth)
    const {steps, scales, width} = text.states
    for (let word = 0; word < count; word++)
      for (let place = 0; place < width; place++)
        raw.values[word * width + place] = steps[word * width + place]! * scales[word]!
    const view = tape.multiply(raw, parameters['view']!)
    const columns = shape.viewWidth + shape.lexisWidth + shape.wordWidth + shape.lookWidth
    const lexis = tape.multiply(this.givenVectors(text, dropout), parameters['lexis']!)
    const x = tape.matrix(count, columns)
    const words = parameters['words']!
    const looks = parameters['looks']!
    const rows = new Int32Array(count)
    for (let word = 0; word < count; word++) {
      let at = word * columns
      for (let place = 0; place < shape.viewWidth; place++)
        x.values[at + place] = view.values[word * shape.viewWidth + place]!
      at += shape.viewWidth
      for (let place = 0; place < shape.lexisWidth; place++)
        x.values[at + place] = lexis.values[word * shape.lexisWidth + place]!
      at += shape.lexisWidth
      rows[word] = dropout.word <= this.random() ? (this.wordRows.get(text.hashes[word]!) ?? 0) : 0
      for (let place = 0; place < shape.wordWidth; place++)
        x.values[at + place] = words.values[rows[word]! * shape.wordWidth + place]!
      at += shape.wordWidth
      for (let look = 0; look < LOOK_COUNT; look++) {
        const from = text.looks[word * LOOK_COUNT + look]! * shape.lookWidth
        for (let place = 0; place < shape.lookWidth; place++) x.values[at + place]! += looks.values[from + place]!
      }
    }
    tape.onBackward(() => {
      for (let word = 0; word < count; word++) {
        let at = word * columns
        for (let place = 0; place < shape.viewWidth; place++)
          view.gradients[word * shape.viewWidth + place]! += x.gradients[at + place]!
        at += shape.viewWidth
        for (let place = 0; place < shape.lexisWidth; place++)
          lexis.gradients[word * shape.lexisWidth + place]! += x.gradients[at + place]!
        at += shape.lexisWidth
        this.touchedWords.add(rows[word]!)
        for (let place = 0; place < shape.wordWidth; place++)
          words.gradients[rows[word]! * shape.wordWidth + place]! += x.gradients[at + place]!
        at += shape.wordWidth
        for (let look = 0; look < LOOK_COUNT; look++) {
          const from = text.looks[word * LOOK_COUNT + look]! * shape.lookWidth
          for (let place = 0; place < shape.lookWidth; place++)
            looks.gradients[from + place]! += x.gradients[at + place]!
        }
      }
    })
    dropOut(tape, x, {share: dropout.input, random: this.random})
    const projected = tape.multiply(x, this.shared.input)
    const states = recur(tape, projected, this.shared, chunkStarts(text.layout.paragraphOf))
    return dropOut(tape, states, {share: dropout.layer, random: this.random})
  }

  /** The given vector of each word, zeros for one that has none. */
  private givenVectors({vectorRows}: AttributionText, dropout: AttributionDropout): Matrix {
    const given = this.tape.matrix(vectorRows.length, VECTOR_COLUMNS)
    for (const [word, row] of vectorRows.entries()) {
      if (row < 0 || this.random() < dropout.word) continue
      const scale = this.vectors.scales[row]!
      for (let place = 0; place < VECTOR_WIDTH; place++)
        given.values[word * VECTOR_COLUMNS + place] = this.vectors.steps[row * VECTOR_WIDTH + place]! * scale
    }
    return given
  }

  private anchorScores(states: Matrix, dropout: AttributionDropout): Matrix {
    const {tape, parameters} = this
    const view = rectify(
      tape,
      addBias(tape, tape.multiply(states, parameters['anchorView']!), parameters['anchorViewBias']!)
    )
    dropOut(tape, view, {share: dropout.layer, random: this.random})
    return addBias(tape, tape.multiply(view, parameters['anchor']!), parameters['anchorBias']!)
  }

  private labelScores(states: Matrix, anchors: readonly Anchor[], dropout: AttributionDropout): Matrix {
    const {tape, parameters, shape} = this
    const columns = 2 * PARTS * shape.width
    const ownAnchors = tape.matrix(anchors.length, 2 * shape.width)
    for (const [row, {anchor}] of anchors.entries())
      ownAnchors.values.set(
        states.values.subarray(anchor * states.columns, (anchor + 1) * states.columns),
        row * states.columns
      )
    tape.onBackward(() => {
      for (const [row, {anchor}] of anchors.entries())
        for (let place = 0; place < states.columns; place++)
          states.gradients[anchor * states.columns + place]! += ownAnchors.gradients[row * states.columns + place]!
    })
    const asked = tape.multiply(ownAnchors, parameters['asked']!)
    const shared = tape.multiply(states, this.layers[0]!.input)
    const starts = new Int32Array(anchors.length + 1)
    for (const [index, {window}] of anchors.entries()) starts[index + 1] = starts[index]! + window.end - window.first
    const rowCount = starts.at(-1)!
    const projected = tape.matrix(rowCount, columns)
    const tieTable = parameters['ties']!
    const eachTie = (use: (row: number, index: number, word: number, ties: Uint16Array, tieFrom: number) => void) => {
      for (const [index, {window, ties}] of anchors.entries())
        for (let word = window.first; word < window.end; word++)
          use(starts[index]! + word - window.first, index, word, ties, (word - window.first) * TIE_COUNT)
    }
    eachTie((row, index, word, ties, tieFrom) => {
      const at = row * columns
      const into = projected.values
      const sharedAt = word * columns
      const askedAt = index * columns
      for (let place = 0; place < columns; place++)
        into[at + place] = shared.values[sharedAt + place]! + asked.values[askedAt + place]!
      for (let tie = 0; tie < TIE_COUNT; tie++) {
        const from = ties[tieFrom + tie]! * columns
        for (let place = 0; place < columns; place++) into[at + place]! += tieTable.values[from + place]!
      }
    })
    tape.onBackward(() => {
      eachTie((row, index, word, ties, tieFrom) => {
        const at = row * columns
        const out = projected.gradients
        const sharedAt = word * columns
        const askedAt = index * columns
        for (let place = 0; place < columns; place++) {
          shared.gradients[sharedAt + place]! += out[at + place]!
          asked.gradients[askedAt + place]! += out[at + place]!
        }
        for (let tie = 0; tie < TIE_COUNT; tie++) {
          const from = ties[tieFrom + tie]! * columns
          for (let place = 0; place < columns; place++) tieTable.gradients[from + place]! += out[at + place]!
        }
      })
    })
    const groups = new Int32Array(rowCount)
    for (let index = 0; index < anchors.length; index++) groups.fill(index, starts[index], starts[index + 1])
    let x = projected
    for (const [number, layer] of this.layers.entries()) {
      if (0 < number) x = tape.multiply(x, layer.input)
      x = recur(tape, x, layer, starts)
      dropOut(tape, x, {share: dropout.layer, random: this.random, groups})
    }
    return addBias(tape, tape.multiply(x, parameters['label']!), parameters['labelBias']!)
  }

  /** The loss of the right labels among all, by a chain of labels (CRF). */
  private sequenceLoss(scores: Matrix, anchors: readonly Anchor[]): number {
    let row = 0
    let loss = 0
    const steps = this.parameters['steps']!
    for (const {labels} of anchors) {
      loss += chainLoss(this.chainOf(scores, row, labels.length), labels, {
        scores: scores.gradients.subarray(row * scores.columns),
        steps: steps.gradients,
        weight: WEIGHT
      })
      row += labels.length
    }
    return loss
  }

  private chainOf(scores: Matrix, row: number, length: number): LabelChain {
    return {
      labelCount: LABEL_COUNT,
      length,
      scores: scores.values.subarray(row * scores.columns, (row + length) * scores.columns),
      scoreColumns: scores.columns,
      steps: this.parameters['steps']!.values,
      stepColumns: this.parameters['steps']!.columns
    }
  }

  private layer(name: string, inputWidth: number, width: number): RecurrentLayer {
    return {
      width,
      input: this.dense(name, inputWidth, 2 * PARTS * width),
      state: this.dense(`${name}State`, 1, 4 * width, 0.3),
      bias: this.dense(`${name}Bias`, 1, 4 * width, 0)
    }
  }

  private dense(name: string, rows: number, columns: number, size = Math.sqrt(3 / rows)): Matrix {
    const matrix = this.tape.parameter(rows, columns, () => (2 * this.random() - 1) * size)
    this.parameters[name] = matrix
    return this.adam.addDense(matrix)
  }

  private table(name: string, rows: number, columns: number): Set<number> {
    const matrix = this.tape.parameter(rows, columns, () => (2 * this.random() - 1) * 0.1)
    this.parameters[name] = matrix
    return this.adam.addTable(matrix)
  }
}

function chunkStarts(paragraphOf: Int32Array): Int32Array {
  return Int32Array.from([...chunksOf(paragraphOf).map(({first}) => first), paragraphOf.length])
}

function softShares({rows, columns, values}: Matrix): Float32Array {
  return Float32Array.from(
    {length: rows},
    (_, row) => 1 / (1 + Math.exp(values[row * columns]! - values[row * columns + 1]!))
  )
}
