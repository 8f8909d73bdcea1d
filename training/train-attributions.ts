import type {ModelFile} from '../src/language/model-file.ts'
import type {LanguageModels} from '../src/language/models.ts'
import {AttributionNetwork, type AttributionShape} from './attribution-network.ts'
import {type Anchor, type AttributionText, anchorAt, attributionText} from './attribution-texts.ts'
import {inSteps8} from './pack-steps.ts'
import {type PolnearText, readPolnear} from './polnear.ts'
import {shuffled} from './shuffled.ts'
import type {Trained} from './train-encoder.ts'

/** What the head of the model says that it was learnt from. */
export const ATTRIBUTIONS_DATA: ModelFile['head']['data'] = [
  {corpus: 'PolNeAR, train', licence: 'none stated; weights by the custom of research, no texts'}
]

const SHAPE = {viewWidth: 64, lexisWidth: 32, wordWidth: 32, lookWidth: 32, width: 48, layerCount: 1, hiddenWidth: 48}
const ROUNDS = 12
/** The weights are the mean of those after each so manyth step of the last share of all steps: better than any one of them. */
const MEAN_EVERY = 10
const MEAN_FROM = 0.7
const RATE = 0.002
const WARM_UP_STEPS = 200
const DROPOUT = {input: 0.2, layer: 0.3, word: 0.1}
/** A word seen less often is known by its vector and by what the encoder says alone. */
const SEEN_MIN = 4
/** A word that looks like a cue by so much and is none is learnt from as one without source and content, in the next round. */
const LOOKALIKE_MIN = 0.15
const LOOKALIKES_MAX = 20
/** Each so manyth article is left out: thresholds and what scores mean are found on those. */
const HELD_OUT_EVERY = 12

export interface TrainAttributionsOptions {
  readonly corporaFolder: string
  readonly models: LanguageModels
  readonly rounds?: number
  readonly onRound?: (round: number, trained: Trained) => void
}

/** The articles of PolNeAR's train part that attributions are not learnt from. */
export function heldOutArticles(corporaFolder: string): PolnearText[] {
  return readPolnear(corporaFolder, 'train').filter((_, index) => index % HELD_OUT_EVERY === 0)
}

/** Learn to find cues, and at each its source and content. */
export function trainAttributions({
  corporaFolder,
  models,
  rounds = ROUNDS,
  onRound
}: TrainAttributionsOptions): Trained {
  const texts = readPolnear(corporaFolder, 'train')
    .filter((_, index) => index % HELD_OUT_EVERY !== 0)
    .map(text => attributionText(text, models))
  const wordRows = frequentWords(texts)
  const {vectorSteps, vectorScales} = models.encoder.arrays
  const shape = {...SHAPE, stateWidth: texts[0]!.states.width, wordCount: wordRows.size}
  const vectors = {steps: vectorSteps as Int8Array, scales: vectorScales as Float32Array}
  const network = new AttributionNetwork(shape, vectors, wordRows)
  const lookalikes = new Map<AttributionText, readonly Anchor[]>()
  const mean = new MeanWeights(network)
  const stepCount = rounds * texts.length
  let step = 0
  for (let round = 0; round < rounds; round++) {
    const losses = {anchor: 0, label: 0}
    const started = performance.now()
    for (const text of shuffled(texts, round)) {
      const rate = RATE * shareOfRate(step++, stepCount)
      const anchors = [...text.anchors, ...(lookalikes.get(text) ?? [])]
      const {anchor, label, shares} = network.learn(text, anchors, rate, DROPOUT)
      losses.anchor += anchor
      losses.label += label
      if (MEAN_FROM * stepCount <= step && step % MEAN_EVERY === 0) mean.add()
      lookalikes.set(text, lookalikesIn(text, shares))
    }
    const seconds = Math.round((performance.now() - started) / 1000)
    console.error(
      `round ${round + 1} of ${rounds}, ${seconds} s: cues ${Math.round(losses.anchor)}, labels ${Math.round(losses.label)}`
    )
    onRound?.(round, packAttributions(network, wordRows, shape))
  }
  mean.use()
  return packAttributions(network, wordRows, shape)
}

/** The mean of a network's weights at several steps. */
class MeanWeights {
  private readonly network: AttributionNetwork
  private readonly sums: Readonly<Record<string, Float64Array>>
  private count = 0

  constructor(network: AttributionNetwork) {
    this.network = network
    const entries = Object.entries(network.parameters)
    this.sums = Object.fromEntries(entries.map(([name, {values}]) => [name, new Float64Array(values.length)]))
  }

  add(): void {
    this.count++
    for (const [name, {values}] of Object.entries(this.network.parameters)) {
      const sums = this.sums[name]!
      for (const [place, value] of values.entries()) sums[place]! += value
    }
  }

  /** Set the weights to the mean of those added. */
  use(): void {
    if (this.count === 0) return
    for (const [name, {values}] of Object.entries(this.network.parameters))
      for (const [place, sum] of this.sums[name]!.entries()) values[place] = sum / this.count
  }
}

function lookalikesIn(text: AttributionText, shares: Float32Array): Anchor[] {
  const right = new Set(text.anchors.map(({anchor}) => anchor))
  const found: Anchor[] = []
  for (const [word, share] of shares.entries()) {
    if (share < LOOKALIKE_MIN || right.has(word) || found.length === LOOKALIKES_MAX) continue
    found.push(anchorAt(text.layout, word, text.draftAt))
  }
  return found
}

/** The row of each frequent word by its hash, from 1; hashes ascend. */
function frequentWords(texts: readonly AttributionText[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const {hashes} of texts) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const often = Array.from(counts).filter(([, count]) => SEEN_MIN <= count)
  const hashes = Uint32Array.from(often, ([hash]) => hash).sort()
  return new Map(Array.from(hashes, (hash, index) => [hash, index + 1]))
}

/** A slow start, then down along a cosine. */
function shareOfRate(step: number, stepCount: number): number {
  return Math.min(1, step / WARM_UP_STEPS) * (0.505 + 0.5 * Math.cos((Math.PI * step) / stepCount))
}

/** Words in 8 bits, row by row; all else in 16. */
export function packAttributions(
  {parameters}: AttributionNetwork,
  wordRows: ReadonlyMap<number, number>,
  shape: AttributionShape
): Trained {
  const arrays: Record<string, ModelFile['arrays'][string]> = {wordHashes: Uint32Array.from(wordRows.keys())}
  const scales: Record<string, number> = {}
  for (const [name, {values, rows, columns}] of Object.entries(parameters)) {
    const used = values.subarray(0, rows * columns)
    if (name === 'words') {
      const table = inSteps8(used, columns)
      arrays['wordsSteps'] = table.steps
      arrays['wordsScales'] = table.scales
    } else {
      const scale = used.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 32767
      arrays[`net.${name}`] = Int16Array.from(used, value => Math.round(value / scale))
      scales[name] = scale
    }
  }
  return {arrays, settings: {shape, scales}}
}
