import type {EncoderWords} from '../src/language/encoder-words.ts'
import {PIECE_ROWS} from '../src/language/encoder-words.ts'
import {Adam} from './adam.ts'
import {addBias, choiceLoss, dropOut, rectify, softmax} from './network-steps.ts'
import {PARTS, type RecurrentLayer, recur} from './recurrent-layer.ts'
import {randomFrom} from './scores.ts'
import {type Matrix, Tape} from './tape.ts'

const VECTOR_WIDTH = 100
export const LEARNT_WIDTH = 60
export const PIECE_WIDTH = 64
const INPUT_WIDTH = VECTOR_WIDTH + LEARNT_WIDTH + PIECE_WIDTH

/** What a network is built of. */
export interface NetworkShape {
  readonly width: number
  readonly layerCount: number
  readonly arcWidth: number
  readonly relationWidth: number
  readonly nameWidth: number
  readonly tagCount: number
  readonly nameCount: number
  readonly relationCount: number
  readonly learntCount: number
}

/** The word vectors that are given, not learnt. */
export interface GivenVectors {
  readonly steps: Int8Array
  readonly scales: Float32Array
}

/** Sentences to learn from in one step: rows are words, one sentence after the other. */
export interface Batch {
  readonly words: EncoderWords
  /** The word of `words` in each row. */
  readonly rows: Int32Array
  readonly sentenceStarts: Int32Array
  /** The number of each word's tag; -1 where it is not known. */
  readonly tags: Int32Array
  /** Rows; -1 for a root. */
  readonly heads: Int32Array
  readonly relations: Int32Array
  /** Whether heads and relations are known. */
  readonly hasTrees: boolean
  /** The number of each word's label among names; -1 where it is not known. */
  readonly names: Int32Array
  /** How much the names count beside the rest. */
  readonly namesWeight: number
}

/** How much is dropped while learning. */
export interface Dropout {
  readonly input: number
  readonly layer: number
  readonly head: number
  /** Of the words, so many lose their given vector, and as many their learnt one. */
  readonly word: number
}

const NOTHING_DROPPED: Dropout = {input: 0, layer: 0, head: 0, word: 0}

/** An encoder with heads for tags, arcs and relations, that learns. */
export class EncoderNetwork {
  readonly tape = new Tape()
  readonly adam = new Adam()
  readonly parameters: Record<string, Matrix> = {}
  private readonly shape: NetworkShape
  private readonly vectors: GivenVectors
  private readonly random: () => number
  private readonly layers: RecurrentLayer[] = []
  private readonly learntTouched: Set<number>
  private readonly pieceTouched: Set<number>

  constructor(shape: NetworkShape, vectors: GivenVectors, seed = 1) {
    this.shape = shape
    this.vectors = vectors
    this.random = randomFrom(seed)
    const {width, arcWidth, relationWidth} = shape
    this.learntTouched = this.table('learnt', shape.learntCount + 1, LEARNT_WIDTH)
    this.pieceTouched = this.table('pieces', PIECE_ROWS, PIECE_WIDTH)
    for (let layer = 0; layer < shape.layerCount; layer++) {
      const inputWidth = layer === 0 ? INPUT_WIDTH : 2 * width
      this.layers.push({
        width,
        input: this.dense(`layer${layer}`, inputWidth, 2 * PARTS * width),
        state: this.dense(`layer${layer}State`, 1, 4 * width, 0.3),
        bias: this.dense(`layer${layer}Bias`, 1, 4 * width, 0)
      })
    }
    this.dense('tag', 2 * width, eights(shape.tagCount))
    this.dense('tagBias', 1, eights(shape.tagCount), 0)
    this.dense('nameView', 2 * width, shape.nameWidth)
    this.dense('nameViewBias', 1, shape.nameWidth, 0)
    this.dense('name', shape.nameWidth, eights(shape.nameCount))
    this.dense('nameBias', 1, eights(shape.nameCount), 0)
    this.dense('dependent', 2 * width, arcWidth)
    this.dense('dependentBias', 1, arcWidth, 0)
    this.dense('head', 2 * width, arcWidth)
    this.dense('headBias', 1, arcWidth, 0)
    this.dense('arc', arcWidth, arcWidth)
    this.dense('root', 1, arcWidth)
    this.dense('headPrior', 1, arcWidth, 0)
    this.dense('relationDependent', 2 * width, relationWidth)
    this.dense('relationHead', 2 * width, relationWidth)
    this.dense('relationRoot', 1, relationWidth)
    this.dense('relationBias', 1, relationWidth, 0)
    this.dense('relation', relationWidth, eights(shape.relationCount))
    this.dense('relationChoiceBias', 1, eights(shape.relationCount), 0)
  }

  /** Learn from `batch` at `rate`. Returns the losses, each summed over its words. */
  learn(batch: Batch, rate: number, dropout: Dropout) {
    const losses = this.run(batch, dropout)
    this.tape.backward()
    this.adam.learn(rate)
    return losses
  }

  /** What is made small by learning, for `batch`: all losses together, a word. */
  loss(batch: Batch): number {
    const {tags, names, arcs, relations} = this.run(batch, NOTHING_DROPPED)
    this.adam.forget()
    return (tags + names * batch.namesWeight + arcs + relations) / batch.rows.length
  }

  /** The gradient of `loss` at each parameter. */
  gradients(batch: Batch): Record<string, Float32Array> {
    this.run(batch, NOTHING_DROPPED)
    this.tape.backward()
    const entries = Object.entries(this.parameters).map(([name, {gradients}]) => [name, gradients.slice()] as const)
    this.adam.forget()
    return Object.fromEntries(entries)
  }

  private run(batch: Batch, dropout: Dropout) {
    this.tape.rewind()
    const {top, middle} = this.encode(batch, dropout)
    const weight = 1 / batch.rows.length
    const tagScores = this.tagScores(middle)
    const tags = choiceLoss(tagScores, batch.tags, this.shape.tagCount, weight)
    const nameScores = this.nameScores(middle, dropout)
    const names = choiceLoss(nameScores, batch.names, this.shape.nameCount, weight * batch.namesWeight)
    const arcs = batch.hasTrees ? this.arcLoss(batch, top, weight, dropout) : 0
    const relations = batch.hasTrees ? this.relationLoss(batch, top, weight, dropout) : 0
    return {tags, names, arcs, relations}
  }

  /** What the network takes for the tags, heads (rows, -1 for a root; not yet a tree) and relations of `batch`. */
  guess(batch: Batch) {
    this.tape.rewind()
    const {top, middle} = this.encode(batch, NOTHING_DROPPED)
    const tags = bestChoices(this.tagScores(middle), this.shape.tagCount)
    const names = bestChoices(this.nameScores(middle, NOTHING_DROPPED), this.shape.nameCount)
    const arcScores = this.arcScores(batch, top, NOTHING_DROPPED)
    const heads = new Int32Array(batch.rows.length)
    for (const {start, count, scores} of arcScores.sentences)
      for (let word = 0; word < count; word++) {
        let best = 0
        for (let head = 0; head <= count; head++)
          if (
            head !== word &&
            (best === word || scores[word * (count + 1) + best]! < scores[word * (count + 1) + head]!)
          )
            best = head
        heads[start + word] = best === count ? -1 : start + best
      }
    const relations = bestChoices(this.relationScores(top, heads, NOTHING_DROPPED), this.shape.relationCount)
    return {tags, names, heads, relations}
  }

  private encode(batch: Batch, dropout: Dropout): {top: Matrix; middle: Matrix} {
    let x = this.input(batch, dropout)
    dropOut(this.tape, x, {share: dropout.input, random: this.random})
    const groups = sentenceNumbers(batch)
    let middle = x
    for (const layer of this.layers) {
      middle = x
      const projected = this.tape.multiply(x, layer.input)
      x = recur(this.tape, projected, layer, batch.sentenceStarts)
      dropOut(this.tape, x, {share: dropout.layer, random: this.random, groups})
    }
    return {top: x, middle: this.layers.length < 2 ? x : middle}
  }

  private input({words, rows}: Batch, dropout: Dropout): Matrix {
    const x = this.tape.matrix(rows.length, INPUT_WIDTH)
    const learnt = this.parameters['learnt']!
    const pieces = this.parameters['pieces']!
    const learntRows = new Int32Array(rows.length)
    for (const [row, word] of rows.entries()) {
      const type = words.types[word]!
      const start = row * INPUT_WIDTH
      const vectorRow = words.vectorRows[type]!
      if (0 <= vectorRow && dropout.word <= this.random()) {
        const scale = this.vectors.scales[vectorRow]!
        for (let place = 0; place < VECTOR_WIDTH; place++)
          x.values[start + place] = this.vectors.steps[vectorRow * VECTOR_WIDTH + place]! * scale
      }
      const learntRow = dropout.word <= this.random() ? words.learntRows[type]! + 1 : 0
      learntRows[row] = learntRow
      for (let place = 0; place < LEARNT_WIDTH; place++)
        x.values[start + VECTOR_WIDTH + place] = learnt.values[learntRow * LEARNT_WIDTH + place]!
      this.eachPiece(words, type, (piece, share) => {
        for (let place = 0; place < PIECE_WIDTH; place++)
          x.values[start + VECTOR_WIDTH + LEARNT_WIDTH + place]! += share * pieces.values[piece * PIECE_WIDTH + place]!
      })
    }
    this.tape.onBackward(() => {
      for (const [row, word] of rows.entries()) {
        const start = row * INPUT_WIDTH + VECTOR_WIDTH
        const learntRow = learntRows[row]!
        this.learntTouched.add(learntRow)
        for (let place = 0; place < LEARNT_WIDTH; place++)
          learnt.gradients[learntRow * LEARNT_WIDTH + place]! += x.gradients[start + place]!
        this.eachPiece(words, words.types[word]!, (piece, share) => {
          this.pieceTouched.add(piece)
          for (let place = 0; place < PIECE_WIDTH; place++)
            pieces.gradients[piece * PIECE_WIDTH + place]! += share * x.gradients[start + LEARNT_WIDTH + place]!
        })
      }
    })
    return x
  }

  private eachPiece(
    {pieces, pieceStarts}: EncoderWords,
    type: number,
    use: (row: number, share: number) => void
  ): void {
    const end = pieceStarts[type + 1]!
    const share = 1 / Math.sqrt(end - pieceStarts[type]!)
    for (let piece = pieceStarts[type]!; piece < end; piece++) use(pieces[piece]!, share)
  }

  private tagScores(x: Matrix): Matrix {
    return addBias(this.tape, this.tape.multiply(x, this.parameters['tag']!), this.parameters['tagBias']!)
  }

  private nameScores(x: Matrix, dropout: Dropout): Matrix {
    const view = this.view(x, 'nameView', dropout)
    return addBias(this.tape, this.tape.multiply(view, this.parameters['name']!), this.parameters['nameBias']!)
  }

  /** For each sentence the score of each word as head of each; the last column is the root. */
  private arcScores(batch: Batch, top: Matrix, dropout: Dropout) {
    const dependents = this.view(top, 'dependent', dropout)
    const heads = this.view(top, 'head', dropout)
    const asked = this.tape.multiply(dependents, this.parameters['arc']!)
    const {arcWidth} = this.shape
    const root = this.parameters['root']!.values
    const prior = this.parameters['headPrior']!.values
    const sentences = []
    for (let sentence = 0; sentence + 1 < batch.sentenceStarts.length; sentence++) {
      const start = batch.sentenceStarts[sentence]!
      const count = batch.sentenceStarts[sentence + 1]! - start
      const scores = new Float32Array(count * (count + 1))
      for (let head = 0; head <= count; head++) {
        const values = head === count ? root : heads.values
        const from = head === count ? 0 : (start + head) * arcWidth
        let own = 0
        for (let place = 0; place < arcWidth; place++) own += values[from + place]! * prior[place]!
        for (let word = 0; word < count; word++) {
          const at = (start + word) * arcWidth
          let sum = own
          for (let place = 0; place < arcWidth; place++) sum += asked.values[at + place]! * values[from + place]!
          scores[word * (count + 1) + head] = sum
        }
      }
      sentences.push({start, count, scores})
    }
    return {sentences, asked, heads}
  }

  private arcLoss(batch: Batch, top: Matrix, weight: number, dropout: Dropout): number {
    const {sentences, asked, heads} = this.arcScores(batch, top, dropout)
    const {arcWidth} = this.shape
    let loss = 0
    for (const {start, count, scores} of sentences) {
      const shares = new Float32Array(count + 1)
      for (let word = 0; word < count; word++) {
        const row = word * (count + 1)
        scores[row + word] = -1e9
        softmax(scores, row, count + 1, shares)
        const right = batch.heads[start + word]! < 0 ? count : batch.heads[start + word]! - start
        loss -= Math.log(Math.max(1e-9, shares[right]!))
        for (let head = 0; head <= count; head++)
          scores[row + head] = head === word ? 0 : weight * (shares[head]! - (head === right ? 1 : 0))
      }
    }
    const root = this.parameters['root']!
    const prior = this.parameters['headPrior']!
    // Set before the steps that made them run backwards.
    for (const {start, count, scores} of sentences)
      for (let head = 0; head <= count; head++) {
        const matrix = head === count ? root : heads
        const from = head === count ? 0 : (start + head) * arcWidth
        let own = 0
        for (let word = 0; word < count; word++) {
          const gradient = scores[word * (count + 1) + head]!
          if (Math.abs(gradient) < 1e-9) continue
          own += gradient
          const at = (start + word) * arcWidth
          for (let place = 0; place < arcWidth; place++) {
            asked.gradients[at + place]! += gradient * matrix.values[from + place]!
            matrix.gradients[from + place]! += gradient * asked.values[at + place]!
          }
        }
        for (let place = 0; place < arcWidth; place++) {
          prior.gradients[place]! += own * matrix.values[from + place]!
          matrix.gradients[from + place]! += own * prior.values[place]!
        }
      }
    return loss
  }

  private relationLoss(batch: Batch, top: Matrix, weight: number, dropout: Dropout): number {
    const scores = this.relationScores(top, batch.heads, dropout)
    return choiceLoss(scores, batch.relations, this.shape.relationCount, weight)
  }

  private relationScores(top: Matrix, headRows: Int32Array, dropout: Dropout): Matrix {
    const {tape, parameters} = this
    const dependents = tape.multiply(top, parameters['relationDependent']!)
    const heads = tape.multiply(top, parameters['relationHead']!)
    const root = parameters['relationRoot']!
    const {relationWidth} = this.shape
    const joined = tape.matrix(top.rows, relationWidth)
    for (const [row, head] of headRows.entries()) {
      const values = head < 0 ? root.values : heads.values
      const from = head < 0 ? 0 : head * relationWidth
      for (let place = 0; place < relationWidth; place++)
        joined.values[row * relationWidth + place] =
          dependents.values[row * relationWidth + place]! + values[from + place]!
    }
    tape.onBackward(() => {
      for (const [row, head] of headRows.entries()) {
        const gradients = head < 0 ? root.gradients : heads.gradients
        const from = head < 0 ? 0 : head * relationWidth
        for (let place = 0; place < relationWidth; place++) {
          const gradient = joined.gradients[row * relationWidth + place]!
          dependents.gradients[row * relationWidth + place]! += gradient
          gradients[from + place]! += gradient
        }
      }
    })
    rectify(tape, addBias(tape, joined, parameters['relationBias']!))
    dropOut(tape, joined, {share: dropout.head, random: this.random})
    return addBias(tape, tape.multiply(joined, parameters['relation']!), parameters['relationChoiceBias']!)
  }

  private view(x: Matrix, name: string, dropout: Dropout): Matrix {
    const view = this.tape.multiply(x, this.parameters[name]!)
    rectify(this.tape, addBias(this.tape, view, this.parameters[`${name}Bias`]!))
    return dropOut(this.tape, view, {share: dropout.head, random: this.random})
  }

  private dense(name: string, rows: number, columns: number, size = 1): Matrix {
    const reach = size * Math.sqrt(6 / (rows + columns))
    const parameter = this.tape.parameter(rows, columns, () => (2 * this.random() - 1) * reach)
    this.parameters[name] = parameter
    return this.adam.addDense(parameter)
  }

  private table(name: string, rows: number, columns: number): Set<number> {
    const parameter = this.tape.parameter(rows, columns, () => (2 * this.random() - 1) * 0.1)
    this.parameters[name] = parameter
    return this.adam.addTable(parameter)
  }
}

function bestChoices({rows, columns, values}: Matrix, choiceCount: number): Int32Array {
  return Int32Array.from({length: rows}, (_, row) => {
    let best = 0
    for (let choice = 1; choice < choiceCount; choice++)
      if (values[row * columns + best]! < values[row * columns + choice]!) best = choice
    return best
  })
}

function sentenceNumbers({rows, sentenceStarts}: Batch): Int32Array {
  const numbers = new Int32Array(rows.length)
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++)
    numbers.fill(sentence, sentenceStarts[sentence]!, sentenceStarts[sentence + 1]!)
  return numbers
}

function eights(count: number): number {
  return Math.ceil(count / 8) * 8
}
