import type {Tagged, Words} from './analysis.ts'
import {sentenceCount} from './analysis.ts'
import {isUpper} from './characters.ts'
import {encode} from './encoder.ts'
import {exponential} from './exponentials.ts'
import {addScores, type FeatureTable, readFeatureTable} from './feature-table.ts'
import type {ModelFile} from './model-file.ts'
import type {Models} from './models.ts'
import {FEATURES_MAX, type FeatureReader, nameFeatures} from './name-features.ts'
import {knowledgeOf} from './name-knowledge.ts'

/** What the trained model tells apart; finer kinds are found by rules. */
type CoreKind = 'person' | 'organisation' | 'place'

/** A stretch of words that the model takes for a name, with its probability. */
export interface CoreName {
  readonly firstWord: number
  readonly endWord: number
  readonly kind: CoreKind
  readonly score: number
}

/** Labels: 0 no name, then first, inner, last and only word of each kind in turn. */
const CORE_KINDS: readonly CoreKind[] = ['person', 'organisation', 'place']
export const LABEL_COUNT = 1 + 4 * CORE_KINDS.length

/**
 * Names in `words` as two trained models see them together, the likeliest labelling of each sentence: the encoder, which reads
 * the sentence, and a conditional random field, which knows lists of names and what stands beside the same word elsewhere in the text.
 */
export function findCoreNames(words: Tagged, {encoder, names}: Pick<Models, 'encoder' | 'names'>): CoreName[] {
  const heard = encode(words, encoder).names
  const model = loadNameModel(names)
  const read = nameFeatures(words, knowledgeOf(encoder, names))
  const found: CoreName[] = []
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const first = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    if (first < end && hasName(words, heard, first, end)) label({first, end}, {words, heard, read, model}, found)
  }
  return found
}

/** Whether label `to` may follow label `from`; -1 stands for a sentence's start and end. */
export function isAllowed(from: number, to: number): boolean {
  const open = 0 < from && (from - 1) % 4 < 2
  if (!open) return to < 1 || (to - 1) % 4 === 0 || (to - 1) % 4 === 3
  return 0 < to && kindOf(to) === kindOf(from) && ((to - 1) % 4 === 1 || (to - 1) % 4 === 2)
}

function kindOf(label: number): number {
  return (label - 1) >> 2
}

interface NameModel {
  readonly table: FeatureTable
  /** Rows from, columns to; the last row is a sentence's start, the last column its end. Forbidden moves are 0. */
  readonly moves: Float64Array
}

const loaded = new WeakMap<ModelFile, NameModel>()

function loadNameModel(file: ModelFile): NameModel {
  const known = loaded.get(file)
  if (known) return known
  const model = {table: readFeatureTable(file), moves: Float64Array.from(file.arrays['transitions']!, exponential)}
  for (let from = 0; from <= LABEL_COUNT; from++)
    for (let to = 0; to <= LABEL_COUNT; to++)
      if (!isAllowed(from === LABEL_COUNT ? -1 : from, to === LABEL_COUNT ? -1 : to))
        model.moves[from * (LABEL_COUNT + 1) + to] = 0
  loaded.set(file, model)
  return model
}

/** Words without a capital that the encoder holds for parts of names less than this are looked at no further: most of a text. */
const SHARE_MIN = 0.003
/** How much the encoder's word counts beside the other model's, which learnt without it. From 0.3 to 0.5 the differences on dev are noise. */
const HEARD_WEIGHT = 0.3

/** Whether any word from `first` to `end` may well stand in a name. */
function hasName(words: Words, heard: Float32Array, first: number, end: number): boolean {
  for (let word = first; word < end; word++) if (mayBeNamed(words, heard, word)) return true
  return false
}

function mayBeNamed({forms}: Words, heard: Float32Array, word: number): boolean {
  if (isUpper(forms[word]!.charCodeAt(0))) return true
  const row = word * LABEL_COUNT
  let likelihood = 0
  for (let label = 1; label < LABEL_COUNT; label++)
    likelihood += exponential(Math.min(60, heard[row + label]! - heard[row]!))
  return SHARE_MIN < likelihood
}

/** Two models' views of the words of a text. */
interface Views {
  readonly words: Words
  /** The encoder's, `LABEL_COUNT` numbers a word. */
  readonly heard: Float32Array
  readonly read: FeatureReader
  readonly model: NameModel
}

function label({first, end}: {first: number; end: number}, views: Views, found: CoreName[]) {
  const length = end - first
  const {moves} = views.model
  const likelihoods = new Float64Array(length * LABEL_COUNT)
  for (let word = 0; word < length; word++) writeLikelihoods(first + word, views, likelihoods, word * LABEL_COUNT)
  const forward = forwardSums(likelihoods, length, moves)
  const backward = backwardSums(likelihoods, length, moves)
  const labels = likeliestLabels(likelihoods, length, moves)
  for (let word = 0; word < length; word++) {
    const label = labels[word]!
    if (label === 0 || (label - 1) % 4 === 1 || (label - 1) % 4 === 2) continue
    let last = word
    while ((labels[last]! - 1) % 4 !== 2 && (labels[last]! - 1) % 4 !== 3) last++
    let score = 1
    for (let inside = word; inside <= last; inside++)
      score = Math.min(score, marginal(forward, backward, inside, labels[inside]!))
    found.push({firstWord: first + word, endWord: first + last + 1, kind: CORE_KINDS[kindOf(label)]!, score})
  }
}

const features = new Int32Array(FEATURES_MAX)
const steps = new Int32Array(LABEL_COUNT)
const scores = new Float64Array(LABEL_COUNT)

/** The likelihood of each label at `word`, the best of which is 1. */
function writeLikelihoods(
  word: number,
  {words, heard, read, model: {table}}: Views,
  likelihoods: Float64Array,
  row: number
) {
  if (!mayBeNamed(words, heard, word)) {
    likelihoods[row] = 1
    return
  }
  steps.fill(0)
  const count = read(word, features)
  for (let place = 0; place < count; place++) addScores(table, features[place]!, steps)
  let best = -Infinity
  for (let label = 0; label < LABEL_COUNT; label++) {
    scores[label] = steps[label]! * table.scale + HEARD_WEIGHT * heard[word * LABEL_COUNT + label]!
    best = Math.max(best, scores[label]!)
  }
  for (let label = 0; label < LABEL_COUNT; label++)
    likelihoods[row + label] = exponential(Math.max(-60, scores[label]! - best))
}

function forwardSums(likelihoods: Float64Array, length: number, moves: Float64Array): Float64Array {
  const width = LABEL_COUNT + 1
  const sums = new Float64Array(length * LABEL_COUNT)
  for (let word = 0; word < length; word++) {
    const row = word * LABEL_COUNT
    let total = 0
    for (let to = 0; to < LABEL_COUNT; to++) {
      let sum = 0
      if (word === 0) sum = moves[LABEL_COUNT * width + to]!
      else
        for (let from = 0; from < LABEL_COUNT; from++)
          sum += sums[row - LABEL_COUNT + from]! * moves[from * width + to]!
      sum *= likelihoods[row + to]!
      sums[row + to] = sum
      total += sum
    }
    for (let to = 0; to < LABEL_COUNT; to++) sums[row + to]! /= total
  }
  return sums
}

function backwardSums(likelihoods: Float64Array, length: number, moves: Float64Array): Float64Array {
  const width = LABEL_COUNT + 1
  const sums = new Float64Array(length * LABEL_COUNT)
  for (let word = length - 1; 0 <= word; word--) {
    const row = word * LABEL_COUNT
    let total = 0
    for (let from = 0; from < LABEL_COUNT; from++) {
      let sum = 0
      if (word === length - 1) sum = moves[from * width + LABEL_COUNT]!
      else
        for (let to = 0; to < LABEL_COUNT; to++)
          sum += moves[from * width + to]! * likelihoods[row + LABEL_COUNT + to]! * sums[row + LABEL_COUNT + to]!
      sums[row + from] = sum
      total += sum
    }
    for (let from = 0; from < LABEL_COUNT; from++) sums[row + from]! /= total
  }
  return sums
}

function marginal(forward: Float64Array, backward: Float64Array, word: number, label: number): number {
  const row = word * LABEL_COUNT
  let total = 0
  for (let other = 0; other < LABEL_COUNT; other++) total += forward[row + other]! * backward[row + other]!
  return (forward[row + label]! * backward[row + label]!) / total
}

function likeliestLabels(likelihoods: Float64Array, length: number, moves: Float64Array): Uint8Array {
  const width = LABEL_COUNT + 1
  const best = new Float64Array(length * LABEL_COUNT)
  const previous = new Uint8Array(length * LABEL_COUNT)
  for (let word = 0; word < length; word++) {
    const row = word * LABEL_COUNT
    let highest = 0
    for (let to = 0; to < LABEL_COUNT; to++) {
      let value = word === 0 ? moves[LABEL_COUNT * width + to]! : 0
      if (0 < word)
        for (let from = 0; from < LABEL_COUNT; from++) {
          const candidate = best[row - LABEL_COUNT + from]! * moves[from * width + to]!
          if (value < candidate) {
            value = candidate
            previous[row + to] = from
          }
        }
      best[row + to] = value * likelihoods[row + to]!
      highest = Math.max(highest, best[row + to]!)
    }
    for (let to = 0; to < LABEL_COUNT; to++) best[row + to]! /= highest
  }
  return traceLabels(best, previous, length, moves)
}

function traceLabels(best: Float64Array, previous: Uint8Array, length: number, moves: Float64Array): Uint8Array {
  const row = (length - 1) * LABEL_COUNT
  let label = 0
  let highest = -1
  for (let last = 0; last < LABEL_COUNT; last++) {
    const value = best[row + last]! * moves[last * (LABEL_COUNT + 1) + LABEL_COUNT]!
    if (highest < value) {
      highest = value
      label = last
    }
  }
  const labels = new Uint8Array(length)
  for (let word = length - 1; 0 <= word; word--) {
    labels[word] = label
    label = previous[word * LABEL_COUNT + label]!
  }
  return labels
}
