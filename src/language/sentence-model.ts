import type {ModelFile} from './model-file.ts'
import {type SentenceGroups, sentenceColumns} from './sentence-columns.ts'
import {historyFeatures, placeFeatures, SENTENCE_FEATURES_MAX, type SentenceHistory} from './sentence-features.ts'
import {isEndKind} from './sentence-kinds.ts'
import {isPlace, type SentencePlaces, sentencePlaces} from './sentence-places.ts'
import type {BareWords, Beginnings} from './sentences.ts'

/**
 * Where sentences begin by the weights of a trained model, place by place from left to right: marks of ending that end
 * nothing, and sentences that end without one.
 *
 * ```text
 * Thanks Orla Please sign page 4. the rest can wait
 * ^           ^                   ^
 * ```
 *
 * Sums of whole numbers, so the same everywhere.
 *
 * @param beginnings - what the rules say: each place starts with `ruleWeight` for it, or against it, and a beginning that
 *   they do not see must outweigh `silentMargin`
 */
export function beginsByModel(words: BareWords, beginnings: Beginnings, model: ModelFile): Uint8Array {
  const {forced, ruled} = beginnings
  const weights = model.arrays['weights'] as Int8Array
  const ruleWeight = model.head.settings['ruleWeight'] as number
  const silentMargin = model.head.settings['silentMargin'] as number
  const shift = 32 - Math.log2(weights.length)
  const begins = Uint8Array.from(forced)
  const places = sentencePlaces(words, sentenceColumns(words, readSentenceGroups(model)), beginnings)
  walkPlaces(places, (word, keys, keyCount) => {
    let score = ruled[word] ? ruleWeight : -ruleWeight
    for (let place = 0; place < keyCount; place++) score += weights[keys[place]! >>> shift]!
    const isBeginning = (ruled[word] ? 0 : silentMargin) < score
    begins[word] = isBeginning ? 1 : 0
    return isBeginning
  })
  return begins
}

/** Decide each place in turn; `decide` gets the keys of its features, and says whether a sentence begins there. */
export function walkPlaces(
  places: SentencePlaces,
  decide: (word: number, keys: Int32Array, keyCount: number) => boolean
): void {
  const {forced, columns} = places
  const keys = new Int32Array(SENTENCE_FEATURES_MAX)
  const history: SentenceHistory = {last: 0, lastBefore: 0, silent: 0}
  for (let word = 1; word < columns.kinds.length; word++) {
    if (forced[word]) {
      history.last = word
      history.lastBefore = word
      history.silent = 0
    }
    if (!isPlace(places, word)) continue
    const keyCount = historyFeatures(places, word, history, keys, placeFeatures(places, word, keys))
    if (!decide(word, keys, keyCount)) continue
    if (!isEndKind(columns.kinds[word - 1]!)) history.silent++
    history.lastBefore = history.last
    history.last = word
  }
}

/** The groups of like words in a sentence model. */
function readSentenceGroups({arrays}: ModelFile): SentenceGroups {
  return {
    words: arrays['groupWords'] as Uint32Array,
    middle: arrays['middleGroups'] as Uint8Array,
    coarse: arrays['coarseGroups'] as Uint8Array
  }
}
