import type {Words} from './analysis.ts'
import {bestTree} from './best-tree.ts'
import {type EncoderFile, matrixOf, readEncoderFile, type StepTable} from './encoder-file.ts'
import {EncoderLayers} from './encoder-layers.ts'
import {PIECE_LENGTH_MAX, type Stretch, stretchesOf} from './encoder-stretches.ts'
import {encoderWords} from './encoder-words.ts'
import {exponential} from './exponentials.ts'
import {KernelMemory, type Place, ROWS_MAX, type StepRows, type StepWeights} from './kernel-memory.ts'
import type {ModelFile} from './model-file.ts'

/** What the network says of each word of a text. Scores are shares from 0 to 1. */
export interface Encoding {
  /** The number of each word's tag. */
  readonly tags: Uint8Array
  readonly tagScores: Float32Array
  /** The word that each hangs from; -1 for the root of a sentence. */
  readonly heads: Int32Array
  readonly headScores: Float32Array
  /** The number of each word's relation. */
  readonly relations: Uint8Array
  /** For each word a score for each label of names, `nameCount` of them: the logarithm of its likelihood, but for a constant. */
  readonly names: Float32Array
  /** For each word its row among the given vectors; -1 where it has none. */
  readonly vectorRows: Int32Array
  readonly vectors: StepTable
}

/**
 * What a later stage sees of each word, as its own network has learnt to look at the encoder's layers: a row a word. A row is small
 * enough to be kept for all words of a text, as the layers are not.
 */
export type Views = StepTable

/**
 * What the network in `file` says of `words`. It is worked out once for each text: the forms stay the same array from stage to stage.
 * A later stage that has learnt to look at the layers gives its `viewer` to the first that asks.
 */
export function encode(words: Words, file: ModelFile, viewer?: ModelFile): Encoding {
  return encodeFor(words, file, viewer).encoding
}

/** What the network in `viewer` sees of each word. */
export function viewsOf(words: Words, file: ModelFile, viewer: ModelFile): Views {
  return encodeFor(words, file, viewer).views!
}

function encodeFor(words: Words, file: ModelFile, viewer: ModelFile | undefined): Known {
  const known = encodings.get(words.forms)
  if (known?.file === file && (viewer === undefined || known.viewer === viewer)) return known
  const encoder = encoderOf(file)
  const views = viewer && viewsFor(words.forms.length, viewer)
  const made = {file, viewer, encoding: encoder.encode(words, viewer, views), views}
  encodings.set(words.forms, made)
  return made
}

function viewsFor(count: number, viewer: ModelFile): Views {
  const width = viewWidthOf(viewer)
  return {width, steps: new Int8Array(count * width), scales: new Float32Array(count)}
}

function viewWidthOf({head}: ModelFile): number {
  return (head.settings['shape'] as {readonly viewWidth: number}).viewWidth
}

interface Known {
  readonly file: ModelFile
  readonly viewer: ModelFile | undefined
  readonly encoding: Encoding
  readonly views: Views | undefined
}

/** What the two uppermost layers say of each word, side by side: for those who learn to look at them. */
export function statesOf(words: Words, file: ModelFile): StepTable {
  return encoderOf(file).states(words)
}

const encodings = new WeakMap<readonly string[], Known>()
const encoders = new WeakMap<ModelFile, Encoder>()

/** The encoder in `file`, made ready once. */
function encoderOf(file: ModelFile): Encoder {
  const known = encoders.get(file)
  if (known) return known
  const encoder = new Encoder(file)
  encoders.set(file, encoder)
  return encoder
}

/** What a head of the network chooses by. */
interface Chooser {
  readonly bias: Float32Array
  readonly scores: Place
  readonly count: number
}

/** How a later stage looks at the layers. */
interface View {
  readonly viewer: ModelFile
  readonly ofTop: StepWeights
  readonly ofMiddle: StepWeights
  readonly topRows: Place
  readonly middleRows: Place
}

class Encoder {
  readonly file: EncoderFile
  private readonly memory = new KernelMemory()
  private readonly layers: EncoderLayers
  private readonly tag: Chooser & {readonly weights: StepWeights}
  private readonly name: Chooser & {readonly weights: Place}
  private readonly relation: Chooser & {readonly weights: Place}
  private readonly nameView: {readonly weights: StepWeights; readonly bias: Float32Array; readonly rows: Place}
  /** Dependent, head, relation's dependent and relation's head, beside each other. */
  private readonly views: {readonly weights: StepWeights; readonly bias: Float32Array; readonly rows: Place}
  /** The part of speech of each tag, by its number, and room for their shares. */
  private readonly parts: readonly number[]
  private readonly shares: Float64Array
  private readonly arcWeights: Place
  private readonly asked: Place
  private readonly headStrips: Place
  private readonly arcScores: Place
  private readonly joined: Place
  /** The root as a head, what each head is worth by itself, and the root as head of a relation. */
  private readonly root: Float32Array
  private readonly headPrior: Float32Array
  private readonly relationRoot: Float32Array
  private readonly relationJoint: Float32Array

  private view: View | undefined

  constructor(model: ModelFile) {
    const {memory} = this
    this.file = readEncoderFile(model)
    const {width, arcWidth, relationWidth, nameWidth, nameCount} = this.file.shape
    const matrix = (name: string) => matrixOf(model, name)
    const chooser = (biasName: string, count: number): Chooser => {
      const bias = matrix(biasName)
      return {bias, scores: memory.room(ROWS_MAX, bias.length), count}
    }
    this.layers = new EncoderLayers(model, this.file, memory, ROWS_MAX)
    const tag = chooser('tagBias', this.file.tags.length)
    this.tag = {...tag, weights: memory.stepWeights(matrix('tag'), tag.bias.length)}
    const parts = this.file.tags.map(label => label.split(' ')[0]!)
    this.parts = parts.map(part => parts.indexOf(part))
    this.shares = new Float64Array(parts.length)
    const name = chooser('nameBias', nameCount)
    this.name = {...name, weights: memory.weights(matrix('name'), name.bias.length)}
    const relation = chooser('relationChoiceBias', this.file.relations.length)
    this.relation = {...relation, weights: memory.weights(matrix('relation'), relation.bias.length)}
    const nameWeights = memory.stepWeights(matrix('nameView'), nameWidth)
    this.nameView = {weights: nameWeights, bias: matrix('nameViewBias'), rows: memory.room(ROWS_MAX, nameWidth)}
    const views = [
      [matrix('dependent'), arcWidth],
      [matrix('head'), arcWidth],
      [matrix('relationDependent'), relationWidth],
      [matrix('relationHead'), relationWidth]
    ] as const
    const viewsWidth = 2 * arcWidth + 2 * relationWidth
    this.views = {
      weights: memory.stepWeights(beside(views, 2 * width), viewsWidth),
      bias: Float32Array.from([...matrix('dependentBias'), ...matrix('headBias')]),
      rows: memory.room(ROWS_MAX, viewsWidth)
    }
    this.arcWeights = memory.weights(matrix('arc'), arcWidth)
    this.asked = memory.room(ROWS_MAX, arcWidth)
    this.headStrips = memory.room(PIECE_LENGTH_MAX + 8, arcWidth)
    this.arcScores = memory.room(PIECE_LENGTH_MAX + 4, PIECE_LENGTH_MAX + 8)
    this.joined = memory.room(ROWS_MAX, relationWidth)
    this.root = matrix('root')
    this.headPrior = matrix('headPrior')
    this.relationRoot = matrix('relationRoot')
    this.relationJoint = matrix('relationBias')
  }

  encode(words: Words, viewer: ModelFile | undefined, views: Views | undefined): Encoding {
    const count = words.forms.length
    const view = viewer && this.viewOf(viewer)
    const seen = encoderWords(words, this.file.vocabulary)
    const encoding: Encoding = {
      tags: new Uint8Array(count),
      tagScores: new Float32Array(count),
      heads: new Int32Array(count),
      headScores: new Float32Array(count),
      relations: new Uint8Array(count),
      names: new Float32Array(count * this.name.count),
      vectorRows: seen.types.map(type => seen.vectorRows[type]!),
      vectors: this.file.vectors
    }
    for (const stretch of stretchesOf(words.sentenceStarts, ROWS_MAX)) {
      const {top, middle} = this.layers.run(seen, stretch)
      if (view && views) this.look(view, {top, middle}, stretch, views)
      this.chooseTags(middle, stretch, encoding)
      this.scoreNames(middle, stretch, encoding)
      this.attach(top, stretch, encoding)
      this.chooseRelations(stretch, encoding)
      joinPieces(stretch, encoding, this.file.relations)
    }
    return encoding
  }

  private viewOf(viewer: ModelFile): View {
    if (this.view?.viewer === viewer) return this.view
    const width = viewWidthOf(viewer)
    const weights = matrixOf(viewer, 'view')
    const half = weights.length / 2
    this.view = {
      viewer,
      ofTop: this.memory.stepWeights(weights.subarray(0, half), width),
      ofMiddle: this.memory.stepWeights(weights.subarray(half), width),
      topRows: this.memory.room(ROWS_MAX, width),
      middleRows: this.memory.room(ROWS_MAX, width)
    }
    return this.view
  }

  private look(
    {ofTop, ofMiddle, topRows, middleRows}: View,
    {top, middle}: {readonly top: StepRows; readonly middle: StepRows},
    {firstWord, endWord}: Stretch,
    {width, steps, scales}: Views
  ): void {
    const rows = endWord - firstWord
    this.memory.multiplyRows(top, ofTop, topRows, rows)
    this.memory.multiplyRows(middle, ofMiddle, middleRows, rows)
    for (let row = 0; row < rows; row++) {
      const from = row * width
      let most = 1e-9
      for (let place = from; place < from + width; place++) {
        topRows.floats[place]! += middleRows.floats[place]!
        most = Math.max(most, Math.abs(topRows.floats[place]!))
      }
      scales[firstWord + row] = most / 127
      const into = (firstWord + row) * width - from
      for (let place = from; place < from + width; place++)
        steps[into + place] = Math.round(topRows.floats[place]! / scales[firstWord + row]!)
    }
  }

  states(words: Words): StepTable {
    const width = 4 * this.file.shape.width
    const steps = new Int8Array(words.forms.length * width)
    const scales = new Float32Array(words.forms.length)
    const seen = encoderWords(words, this.file.vocabulary)
    for (const stretch of stretchesOf(words.sentenceStarts, ROWS_MAX)) {
      const {top, middle} = this.layers.run(seen, stretch)
      const half = width / 2
      const topSteps = this.memory.stepsAt(top)
      const middleSteps = this.memory.stepsAt(middle)
      const row32 = new Float32Array(width)
      for (let word = stretch.firstWord; word < stretch.endWord; word++) {
        const row = word - stretch.firstWord
        for (let place = 0; place < half; place++) {
          row32[place] = topSteps[row * half + place]! * top.scales[row]!
          row32[half + place] = middleSteps[row * half + place]! * middle.scales[row]!
        }
        let most = 1e-9
        for (const value of row32) most = Math.max(most, Math.abs(value))
        scales[word] = most / 127
        for (let place = 0; place < width; place++)
          steps[word * width + place] = Math.round(row32[place]! / scales[word]!)
      }
    }
    return {steps, scales, width}
  }

  private chooseTags(middle: StepRows, {firstWord, endWord}: Stretch, {tags, tagScores}: Encoding): void {
    const rows = endWord - firstWord
    this.memory.multiplyRows(middle, this.tag.weights, this.tag.scores, rows)
    addBias(this.tag, rows)
    for (let row = 0; row < rows; row++) {
      tags[firstWord + row] = this.bestTag(row)
      tagScores[firstWord + row] = shareOf(this.tag.scores, row, tags[firstWord + row]!, this.tag.count)
    }
  }

  /** The likeliest fine tag of the likeliest part of speech, which is that whose fine tags are likeliest together. */
  private bestTag(row: number): number {
    const {scores, count} = this.tag
    const start = row * scores.columns
    const first = bestChoice(this.tag, row)
    const highest = scores.floats[start + first]!
    this.shares.fill(0)
    for (let tag = 0; tag < count; tag++) {
      const behind = highest - scores.floats[start + tag]!
      if (behind < BEHIND_MAX) this.shares[this.parts[tag]!]! += exponential(-behind)
    }
    const part = highestPlace(this.shares)
    if (part === this.parts[first]) return first
    let best = -1
    for (let tag = 0; tag < count; tag++)
      if (this.parts[tag] === part && (best < 0 || scores.floats[start + best]! < scores.floats[start + tag]!))
        best = tag
    return best
  }

  private scoreNames(middle: StepRows, {firstWord, endWord}: Stretch, {names}: Encoding): void {
    const rows = endWord - firstWord
    const {weights, bias, rows: view} = this.nameView
    this.memory.multiplyRows(middle, weights, view, rows)
    addAndRectify(view, bias, rows)
    this.memory.multiply(view, this.name.weights, this.name.scores, {rows, depth: view.columns})
    addBias(this.name, rows)
    const {scores, count} = this.name
    for (let row = 0; row < rows; row++)
      for (let label = 0; label < count; label++)
        names[(firstWord + row) * count + label] = scores.floats[row * scores.columns + label]!
  }

  private attach(top: StepRows, {firstWord, endWord, starts}: Stretch, {heads, headScores}: Encoding): void {
    const rows = endWord - firstWord
    const {arcWidth} = this.file.shape
    this.memory.multiplyRows(top, this.views.weights, this.views.rows, rows)
    addAndRectify(this.views.rows, this.views.bias, rows)
    this.memory.multiply(this.views.rows, this.arcWeights, this.asked, {rows, depth: arcWidth})
    for (let piece = 0; piece + 1 < starts.length; piece++) {
      const start = starts[piece]!
      const count = starts[piece + 1]! - start
      const scores = this.scoreArcs(start - firstWord, count)
      const found = heads.subarray(start, start + count)
      bestTree(scores.floats, count, scores.columns, found)
      for (let word = 0; word < count; word++) {
        const head = found[word]!
        headScores[start + word] = shareOf(scores, word, head, count + 1)
        found[word] = head === count ? -1 : start + head
      }
    }
  }

  /** The score of each word of a piece as head of each; the last column is the root. */
  private scoreArcs(firstRow: number, count: number): Place {
    const {arcWidth} = this.file.shape
    const {rows: views} = this.views
    const columns = Math.ceil((count + 1) / 8) * 8
    const strips = this.headStrips.floats
    const prior = new Float64Array(columns)
    for (let head = 0; head <= count; head++) {
      const values = head === count ? this.root : views.floats
      const from = head === count ? 0 : (firstRow + head) * views.columns + arcWidth
      let into = (head >> 3) * 8 * arcWidth + (head & 7)
      for (let place = 0; place < arcWidth; place++) {
        const value = values[from + place]!
        strips[into] = value
        into += 8
        prior[head]! += value * this.headPrior[place]!
      }
    }
    const scores = {...this.arcScores, columns}
    this.memory.multiply(this.asked, this.headStrips, scores, {rows: count, depth: arcWidth, aRow: firstRow})
    for (let word = 0; word < count; word++) {
      for (let head = 0; head <= count; head++) scores.floats[word * columns + head]! += prior[head]!
      scores.floats[word * columns + word] = -1e9
    }
    return scores
  }

  private chooseRelations({firstWord, endWord}: Stretch, {heads, relations}: Encoding): void {
    const rows = endWord - firstWord
    const {arcWidth, relationWidth} = this.file.shape
    const {floats, columns} = this.views.rows
    const joined = this.joined.floats
    for (let row = 0; row < rows; row++) {
      const head = heads[firstWord + row]!
      const values = head < 0 ? this.relationRoot : floats
      const from = head < 0 ? 0 : (head - firstWord) * columns + 2 * arcWidth + relationWidth
      const own = row * columns + 2 * arcWidth
      for (let place = 0; place < relationWidth; place++) {
        const sum = Math.fround(floats[own + place]! + values[from + place]!) + this.relationJoint[place]!
        joined[row * relationWidth + place] = Math.max(0, sum)
      }
    }
    const {weights, scores} = this.relation
    this.memory.multiply(this.joined, weights, scores, {rows, depth: relationWidth})
    addBias(this.relation, rows)
    const root = this.file.relations.indexOf('root')
    for (let row = 0; row < rows; row++)
      relations[firstWord + row] = heads[firstWord + row]! < 0 ? root : bestChoice(this.relation, row, root)
  }
}

function addBias({bias, scores: {floats, columns}}: Chooser, rows: number): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) floats[row * columns + column]! += bias[column]!
}

/** The later pieces of a sentence that was cut hang from its first root. */
function joinPieces({starts, continues}: Stretch, {heads, relations}: Encoding, names: readonly string[]): void {
  const parataxis = names.indexOf('parataxis')
  let root = -1
  for (const [piece, continued] of continues.entries()) {
    for (let word = starts[piece]!; word < starts[piece + 1]!; word++) {
      if (0 <= heads[word]!) continue
      if (!continued || root < 0) root = word
      else {
        heads[word] = root
        relations[word] = parataxis
      }
    }
  }
}

/** Matrices of `rows` rows, each with its column count, side by side. */
function beside(matrices: readonly (readonly [Float32Array, number])[], rows: number): Float32Array {
  const joined: number[] = []
  for (let row = 0; row < rows; row++)
    for (const [values, columns] of matrices) joined.push(...values.subarray(row * columns, (row + 1) * columns))
  return Float32Array.from(joined)
}

/** Add `bias` to as many first columns as it has, and set what is under zero there to zero. */
function addAndRectify({floats, columns}: Place, bias: Float32Array, rows: number): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < bias.length; column++) {
      const sum = floats[row * columns + column]! + bias[column]!
      floats[row * columns + column] = Math.max(0, sum)
    }
}

/** Tags whose score is further behind the best one's add nothing that counts. */
const BEHIND_MAX = 8

function highestPlace(values: Float64Array): number {
  let best = 0
  for (let place = 1; place < values.length; place++) if (values[best]! < values[place]!) best = place
  return best
}

function bestChoice({scores, count}: Chooser, row: number, except = -1): number {
  const start = row * scores.columns
  let best = except === 0 ? 1 : 0
  for (let choice = best + 1; choice < count; choice++)
    if (choice !== except && scores.floats[start + best]! < scores.floats[start + choice]!) best = choice
  return best
}

/** How sure a choice is: its share by softmax over the first `count` scores of the row. */
function shareOf({floats, columns}: Place, row: number, choice: number, count: number): number {
  const start = row * columns
  const own = floats[start + choice]!
  let sum = 0
  for (let other = 0; other < count; other++) sum += exponential(Math.min(60, floats[start + other]! - own))
  return 1 / sum
}
