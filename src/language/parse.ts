import type {Parsed, Tagged} from './analysis.ts'
import {addScores, type FeatureTable, readFeatureTable} from './feature-table.ts'
import {hashText} from './hashing.ts'
import type {ModelFile} from './model-file.ts'
import type {Models} from './models.ts'
import {PARSE_FEATURE_COUNT, parseFeatures} from './parse-features.ts'
import {
  canAttachLeft,
  canAttachRight,
  canShift,
  isFinished,
  leftMove,
  makeMove,
  type ParseColumns,
  type ParseState,
  parseState,
  rightMove,
  SHIFT,
  startSentence
} from './parse-state.ts'
import {wordColumns} from './word-columns.ts'
import {readWordGroups, type WordGroups} from './word-groups.ts'

/** A parser as it stands in memory. */
interface Parser {
  readonly relations: readonly string[]
  readonly rootRelation: number
  readonly table: FeatureTable
  readonly groups: WordGroups
}

/** Give each word its head and relation: one tree a sentence, built from left to right by the best move at each step. */
export function parse(tagged: Tagged, {parser: file}: Pick<Models, 'parser'>): Parsed {
  const parser = parserOf(file)
  const {sentenceStarts} = tagged
  const columns = parseColumns(tagged, parser.groups)
  const heads = new Int32Array(tagged.forms.length)
  const relations: string[] = new Array(tagged.forms.length)
  const state = parseState(longestSentence(sentenceStarts))
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    const start = sentenceStarts[sentence]!
    startSentence(state, columns, start, sentenceStarts[sentence + 1]!)
    parseSentence(state, parser)
    for (let word = 0; word < state.count; word++) {
      const isRoot = state.heads[word] === state.count
      heads[start + word] = isRoot ? -1 : start + state.heads[word]!
      relations[start + word] = parser.relations[state.relations[word]! - 1]!
    }
  }
  return {...tagged, heads, relations}
}

/** What the parser sees of each word: hashes of its lower case and its tag, and its group. */
export function parseColumns(tagged: Tagged, groups: WordGroups): ParseColumns {
  const {lower, fine} = wordColumns(tagged, groups)
  const tags = Int32Array.from(tagged.upos, (upos, word) => hashText(upos + tagged.xpos[word]))
  return {words: lower, tags, groups: fine}
}

const parsers = new WeakMap<ModelFile, Parser>()

/** The parser in `file`, made ready once. */
function parserOf(file: ModelFile): Parser {
  const known = parsers.get(file)
  if (known) return known
  const relations = file.head.settings['relations'] as string[]
  const parser = {
    relations,
    rootRelation: relations.indexOf('root'),
    table: readFeatureTable(file),
    groups: readWordGroups(file)
  }
  parsers.set(file, parser)
  return parser
}

function longestSentence(sentenceStarts: Int32Array): number {
  let longest = 0
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++)
    longest = Math.max(longest, sentenceStarts[sentence + 1]! - sentenceStarts[sentence]!)
  return longest
}

function parseSentence(state: ParseState, {relations, rootRelation, table}: Parser): void {
  const keys = new Int32Array(PARSE_FEATURE_COUNT)
  const scores = new Int32Array(1 + 2 * relations.length)
  while (!isFinished(state)) {
    parseFeatures(state, keys)
    scores.fill(0)
    for (let feature = 0; feature < PARSE_FEATURE_COUNT; feature++) addScores(table, keys[feature]!, scores)
    makeMove(state, bestMove(state, scores, rootRelation))
  }
}

/** The possible move with the highest score. The last word that waits hangs from the root, as `root`, and no other does. */
export function bestMove(state: ParseState, scores: Int32Array | Float32Array, rootRelation: number): number {
  if (state.buffer === state.count && state.depth === 1) return leftMove(rootRelation)
  let best = -1
  if (canShift(state)) best = SHIFT
  if (canAttachLeft(state))
    for (let move = 1; move < scores.length; move += 2)
      if (move !== leftMove(rootRelation) && (best < 0 || scores[best]! < scores[move]!)) best = move
  if (canAttachRight(state))
    for (let move = 2; move < scores.length; move += 2)
      if (move !== rightMove(rootRelation) && (best < 0 || scores[best]! < scores[move]!)) best = move
  return best
}
