import {featureArrays} from '../src/language/feature-table.ts'
import type {ModelFile} from '../src/language/model-file.ts'
import {TAG_FEATURE_COUNT, tagFeatures} from '../src/language/tag-features.ts'
import {type WordColumns, wordColumns} from '../src/language/word-columns.ts'
import {type WordGroups, wordGroupArrays} from '../src/language/word-groups.ts'
import {lemmaSettings} from './lemma-rules.ts'
import {Perceptron} from './perceptron.ts'
import {shuffled} from './shuffled.ts'
import type {Treebank} from './treebank.ts'

export interface TaggerOptions {
  readonly rounds?: number
  /** Averaged weights below this are dropped. */
  readonly weightMin?: number
}

/** Dev does not move after nine rounds. */
const ROUNDS = 9
/** Half an update: what never decided anything alone. Costs no accuracy on dev. */
const WEIGHT_MIN = 0.5
/** Features that were changed less often, a mistake changing them twice, are dropped: half the size for 0.05 points. */
const UPDATES_MIN = 3
/** One step of a stored weight. Finer steps raise no figure. */
const SCALE = 0.1

/** Learn to tag from `banks`: an averaged perceptron, greedy from left to right, over UPOS and Penn tag as one label. */
export function trainTagger(
  banks: readonly Treebank[],
  groups: WordGroups,
  {rounds = ROUNDS, weightMin = WEIGHT_MIN}: TaggerOptions = {}
): Pick<ModelFile, 'arrays'> & {settings: Record<string, unknown>} {
  const labels = tagLabels(banks)
  const perceptron = new Perceptron()
  const sentences = banks.flatMap(bank => trainSentences(bank, labels, groups))
  for (let round = 0; round < rounds; round++)
    for (const sentence of shuffled(sentences, round)) learnSentence(perceptron, sentence, labels.length)
  const {arrays, settings} = featureArrays(perceptron.averaged(weightMin, UPDATES_MIN), {scale: SCALE})
  return {arrays: {...arrays, ...wordGroupArrays(groups)}, settings: {...settings, labels, ...lemmaSettings(banks)}}
}

interface TrainSentence {
  readonly columns: WordColumns
  readonly start: number
  readonly end: number
  readonly tags: Uint8Array
}

function tagLabels(banks: readonly Treebank[]): string[] {
  const counts = new Map<string, number>()
  for (const {upos, xpos} of banks)
    for (const [word, tag] of upos.entries())
      counts.set(`${tag} ${xpos[word]}`, (counts.get(`${tag} ${xpos[word]}`) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 127)
    .map(([label]) => label)
}

function trainSentences(bank: Treebank, labels: readonly string[], groups: WordGroups): TrainSentence[] {
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const columns = wordColumns(bank, groups)
  const tags = Uint8Array.from(bank.upos, (tag, word) => numbers.get(`${tag} ${bank.xpos[word]}`) ?? 0)
  return bank.documents.map((_, sentence) => {
    const start = bank.sentenceStarts[sentence]!
    return {columns, start, end: bank.sentenceStarts[sentence + 1]!, tags}
  })
}

function learnSentence(perceptron: Perceptron, {columns, start, end, tags}: TrainSentence, labelCount: number): void {
  const keys = new Int32Array(TAG_FEATURE_COUNT)
  const scores = new Float32Array(labelCount)
  const place = {sentenceStart: start, sentenceEnd: end, word: start, tagBefore: -1, tagBeforeThat: -1}
  for (; place.word < end; place.word++) {
    perceptron.tick()
    tagFeatures(columns, place, keys)
    scores.fill(0)
    for (const key of keys) perceptron.addScores(key, scores)
    const guess = highest(scores)
    const truth = tags[place.word]!
    if (guess !== truth)
      for (const key of keys) {
        perceptron.update(key, truth, 1)
        perceptron.update(key, guess, -1)
      }
    // The next word is learnt from what would stand there when tagging: the guess, wrong or right.
    place.tagBeforeThat = place.tagBefore
    place.tagBefore = guess
  }
}

function highest(scores: Float32Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++) if (scores[best]! < scores[label]!) best = label
  return best
}
