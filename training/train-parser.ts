import {featureArrays} from '../src/language/feature-table.ts'
import type {ModelFile} from '../src/language/model-file.ts'
import {bestMove, parseColumns} from '../src/language/parse.ts'
import {PARSE_FEATURE_COUNT, parseFeatures} from '../src/language/parse-features.ts'
import {
  isFinished,
  leftMove,
  makeMove,
  type ParseColumns,
  type ParseState,
  parseState,
  rightMove,
  startSentence
} from '../src/language/parse-state.ts'
import {type WordGroups, wordGroupArrays} from '../src/language/word-groups.ts'
import {type GoldTree, goldMoves} from './parse-oracle.ts'
import {Perceptron} from './perceptron.ts'
import {randomFrom} from './scores.ts'
import {shuffled} from './shuffled.ts'
import type {Treebank} from './treebank.ts'

export interface ParserOptions {
  readonly rounds?: number
  /** Averaged weights below this are dropped. */
  readonly weightMin?: number
  /** Features that were changed less often are dropped. */
  readonly updatesMin?: number
}

const ROUNDS = 10
const UPDATES_MIN = 5
const WEIGHT_MIN = 0.5
/** One step of a stored weight. Finer steps raise no figure. */
const SCALE = 0.2
/** From the second round on, so often the parser's own move is followed, wrong or right, to learn the way back. */
const FOLLOW_RATE = 0.9

interface TrainSentence {
  readonly columns: ParseColumns
  readonly start: number
  readonly end: number
  readonly gold: GoldTree
}

/**
 * Learn to parse from `banks`, whose tags should be predicted ones: an averaged perceptron over the moves of the arc-hybrid
 * system, with the dynamic oracle of Goldberg and Nivre (2013).
 */
export function trainParser(
  banks: readonly Treebank[],
  groups: WordGroups,
  {rounds = ROUNDS, ...options}: ParserOptions = {}
): Trained {
  const relations = [...new Set(banks.flatMap(bank => bank.relations))].sort()
  const learner = new Learner(relations)
  const sentences = banks.flatMap(bank => trainSentences(bank, relations, groups))
  for (let round = 0; round < rounds; round++) {
    for (const sentence of shuffled(sentences, round)) learner.learn(sentence, round === 0 ? 0 : FOLLOW_RATE)
    console.error(`round ${round + 1} of ${rounds}: ${learner.mistakes()} wrong moves`)
  }
  return packParser(learner.perceptron, relations, groups, options)
}

type Trained = Pick<ModelFile, 'arrays'> & {settings: Record<string, unknown>}

/** What was learnt as arrays and settings of a model file, without what decides little. */
function packParser(
  perceptron: Perceptron,
  relations: readonly string[],
  groups: WordGroups,
  {weightMin = WEIGHT_MIN, updatesMin = UPDATES_MIN}: Omit<ParserOptions, 'rounds'> = {}
): Trained {
  const {arrays, settings} = featureArrays(perceptron.averaged(weightMin, updatesMin), {scale: SCALE})
  return {arrays: {...arrays, ...wordGroupArrays(groups)}, settings: {...settings, relations}}
}

function trainSentences(bank: Treebank, relations: readonly string[], groups: WordGroups): TrainSentence[] {
  const columns = parseColumns(bank, groups)
  const numbers = new Map(relations.map((relation, number) => [relation, number]))
  return bank.documents.map((_, sentence) => {
    const start = bank.sentenceStarts[sentence]!
    const end = bank.sentenceStarts[sentence + 1]!
    const heads = bank.heads.slice(start, end).map(head => (head < 0 ? end - start : head - start))
    const goldRelations = Int32Array.from(bank.relations.slice(start, end), relation => numbers.get(relation)!)
    return {columns, start, end, gold: {heads, relations: goldRelations}}
  })
}

class Learner {
  readonly perceptron = new Perceptron()
  private readonly state: ParseState = parseState(1000)
  private readonly keys = new Int32Array(PARSE_FEATURE_COUNT)
  private readonly scores: Float32Array
  private readonly rootRelation: number
  private readonly random = randomFrom(7)
  private mistakeCount = 0

  constructor(relations: readonly string[]) {
    this.scores = new Float32Array(1 + 2 * relations.length)
    this.rootRelation = relations.indexOf('root')
  }

  /** How many moves were wrong since this was last asked. */
  mistakes(): number {
    const count = this.mistakeCount
    this.mistakeCount = 0
    return count
  }

  learn({columns, start, end, gold}: TrainSentence, followRate: number): void {
    const {state} = this
    startSentence(state, columns, start, end)
    while (!isFinished(state)) makeMove(state, this.learnMove(gold, followRate))
  }

  private learnMove(gold: GoldTree, followRate: number): number {
    const {state, keys, scores, perceptron, rootRelation} = this
    if (state.buffer === state.count && state.depth === 1) return bestMove(state, scores, rootRelation)
    perceptron.tick()
    parseFeatures(state, keys)
    scores.fill(0)
    for (const key of keys) perceptron.addScores(key, scores)
    const guess = bestMove(state, scores, rootRelation)
    const good = goldMoves(state, gold, scores.length)
    // The root takes its one dependent without being asked.
    good[leftMove(rootRelation)] = 0
    good[rightMove(rootRelation)] = 0
    if (good[guess]) return guess
    const truth = bestOf(good, scores)
    this.mistakeCount++
    for (const key of keys) {
      perceptron.update(key, truth, 1)
      perceptron.update(key, guess, -1)
    }
    return this.random() < followRate ? guess : truth
  }
}

function bestOf(good: Uint8Array, scores: Float32Array): number {
  let best = -1
  for (let move = 0; move < scores.length; move++)
    if (good[move] && (best < 0 || scores[best]! < scores[move]!)) best = move
  return best
}
