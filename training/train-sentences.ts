import {exponential} from '../src/language/exponentials.ts'
import type {ModelFile} from '../src/language/model-file.ts'
import {type SentenceGroups, sentenceColumns} from '../src/language/sentence-columns.ts'
import {walkPlaces} from '../src/language/sentence-model.ts'
import {type SentencePlaces, sentencePlaces} from '../src/language/sentence-places.ts'
import {findBeginnings} from '../src/language/sentences.ts'
import type {WordGroups} from '../src/language/word-groups.ts'
import {findWords} from '../src/language/words.ts'
import {shuffled} from './shuffled.ts'
import type {Treebank} from './treebank.ts'
import {treebankDocuments} from './treebank-documents.ts'

/** As many weights: features share them where their hashes meet. Twice as many gave 0.1 points. */
const WEIGHT_BITS = 17
/** A weight is kept in 8 bits. */
const STEPS_MAX = 127
/** What the rules' answer counts before anything is learnt, in nats: what was never seen is left to them. */
const RULE_PRIOR = 3
/** In nats, how much surer than not a beginning must be that the rules do not see: a sentence torn apart harms more than two joined. */
const SILENT_MARGIN = 1
const EPOCH_COUNT = 6
const RATE = 0.1
const L2 = 1e-4
/** Squares of gradients start here, so that a feature seen once moves little. */
const SQUARES_START = 0.1
/** Smaller errors teach nothing. */
const ERROR_MIN = 1e-3
/** After every so many documents the weights enter the average. */
const AVERAGED_EVERY = 20
/** GUM has a third of EWT's words and all kinds of prose. */
const BANK_WEIGHTS: Readonly<Record<string, number>> = {gum: 2}

/** What a model file of sentences holds beside its head. */
type Stored = Pick<ModelFile, 'arrays'> & {settings: Record<string, unknown>}

/** A document, with the words at which its sentences begin. */
interface Example {
  readonly places: SentencePlaces
  readonly begins: Uint8Array
  readonly weight: number
}

/** Learn where sentences begin in the raw text of `banks`: a logistic model by AdaGrad, averaged. */
export function trainSentences(banks: readonly Treebank[], wordGroups: WordGroups): Stored {
  const groups = smallGroups(wordGroups)
  const examples = banks.flatMap(bank => documentExamples(bank, groups))
  return stored(learn(examples), groups)
}

/** Groups in one byte a word; the coarse group of a middle one is that of most of its words. */
function smallGroups({words, fine, middle, coarse}: WordGroups): SentenceGroups {
  const groups = Uint8Array.from(fine, group => middle[group]!)
  const votes = new Int32Array(256 * 256)
  for (const [word, group] of groups.entries()) votes[group * 256 + coarse[fine[word]!]!]!++
  const most = Uint8Array.from({length: 256}, (_, group) => {
    const row = votes.subarray(group * 256, group * 256 + 256)
    return row.indexOf(row.reduce((a, b) => Math.max(a, b), 0))
  })
  return {words, middle: groups, coarse: most}
}

/**
 * `text` with its straight quotation marks curled, as news has them: the treebanks hardly do. No offset changes.
 */
function curled(text: string): string {
  return text
    .replace(/(?<=^|[\s([{—–-])"/g, '“')
    .replaceAll('"', '”')
    .replaceAll("'", '’')
}

function documentExamples(bank: Treebank, groups: SentenceGroups): Example[] {
  return treebankDocuments(bank).flatMap(({text, sentences}) => {
    const begins = new Set(sentences.map(({start}) => start))
    const weight = BANK_WEIGHTS[bank.name] ?? 1
    const texts = [...new Set([text, curled(text)])]
    return texts.map(version => example(version, begins, groups, weight))
  })
}

/** A text that is read as any text is. */
function example(text: string, wanted: ReadonlySet<number>, groups: SentenceGroups, weight: number): Example {
  const words = findWords(text)
  const begins = Uint8Array.from(words.starts, start => (wanted.has(start) ? 1 : 0))
  return {places: sentencePlaces(words, sentenceColumns(words, groups), findBeginnings(words, [0])), begins, weight}
}

function learn(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(2 ** WEIGHT_BITS)
  const squares = new Float64Array(2 ** WEIGHT_BITS).fill(SQUARES_START)
  const average = new Float64Array(2 ** WEIGHT_BITS)
  let averagedCount = 0
  for (let epoch = 0; epoch < EPOCH_COUNT; epoch++)
    for (const [turn, example] of shuffled(examples, epoch).entries()) {
      learnDocument(example, weights, squares, epoch === 0)
      if (epoch === 0 || turn % AVERAGED_EVERY !== 0) continue
      averagedCount++
      for (let slot = 0; slot < weights.length; slot++)
        average[slot]! += (weights[slot]! - average[slot]!) / averagedCount
    }
  return average
}

/** Later rounds follow the model's own answers, since those are the history it will see. */
function learnDocument(
  {places, begins, weight}: Example,
  weights: Float64Array,
  squares: Float64Array,
  byLabels: boolean
): void {
  walkPlaces(places, (word, keys, keyCount) => {
    let score = places.ruled[word] ? RULE_PRIOR : -RULE_PRIOR
    for (let place = 0; place < keyCount; place++) score += weights[slotOf(keys[place]!)]!
    const error = weight * (1 / (1 + exponential(-score)) - begins[word]!)
    if (ERROR_MIN <= Math.abs(error))
      for (let place = 0; place < keyCount; place++) {
        const slot = slotOf(keys[place]!)
        const gradient = error + L2 * weights[slot]!
        squares[slot]! += gradient * gradient
        weights[slot]! -= (RATE * gradient) / Math.sqrt(squares[slot]!)
      }
    return byLabels ? begins[word] === 1 : (places.ruled[word] ? 0 : SILENT_MARGIN) < score
  })
}

function slotOf(key: number): number {
  return key >>> (32 - WEIGHT_BITS)
}

function stored(weights: Float64Array, {words, middle, coarse}: SentenceGroups): Stored {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = largest / STEPS_MAX
  return {
    arrays: {
      weights: Int8Array.from(weights, weight => Math.round(weight / scale)),
      groupWords: words,
      middleGroups: middle,
      coarseGroups: coarse
    },
    settings: {ruleWeight: Math.round(RULE_PRIOR / scale), silentMargin: Math.round(SILENT_MARGIN / scale)}
  }
}
