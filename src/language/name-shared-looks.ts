import type {Words} from './analysis.ts'
import {sentenceCount} from './analysis.ts'
import {listingAt} from './gazetteer.ts'
import {townSize} from './listed-names.ts'
import type {WordKnowledge} from './name-knowledge.ts'
import type {Look} from './name-looks.ts'
import {
  fillPlaces,
  type LooseListings,
  looseListings,
  type Surroundings,
  styleOf,
  surroundingsOf
} from './name-surroundings.ts'

/** What words share with their neighbours: runs of capitals, listed names, the case of their sentence and of the same word elsewhere. */
export interface SharedLooks {
  readonly sentenceFirst: Int32Array
  readonly sentenceEnd: Int32Array
  readonly sentenceCase: Uint8Array
  readonly runFirst: Int32Array
  readonly runEnd: Int32Array
  /** Bits of the listed name that covers the word, and which of its words this is: 1 first, 2 inner, 3 last, 4 only. */
  readonly listing: Int32Array
  readonly listingPlace: Uint8Array
  readonly caseElsewhere: Uint8Array
  readonly loose: LooseListings
  readonly style: number
  readonly surroundings: Surroundings
  /** How large the town is whose name covers the word, 0 for none, and which of its words this is. */
  readonly town: Uint8Array
  readonly townPlace: Uint8Array
}

/** What each word of a text shares with its neighbours. */
export function sharedLooks(words: Words, looks: readonly Look[], knowledge: WordKnowledge): SharedLooks {
  const count = looks.length
  const shared: Omit<SharedLooks, 'surroundings'> = {
    sentenceFirst: new Int32Array(count),
    sentenceEnd: new Int32Array(count),
    sentenceCase: new Uint8Array(count),
    runFirst: new Int32Array(count).fill(-1),
    runEnd: new Int32Array(count),
    listing: new Int32Array(count),
    listingPlace: new Uint8Array(count),
    caseElsewhere: casesElsewhere(words, looks),
    loose: looseListings(words, looks),
    style: styleOf(words),
    town: new Uint8Array(count),
    townPlace: new Uint8Array(count)
  }
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const first = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    shared.sentenceFirst.fill(first, first, end)
    shared.sentenceEnd.fill(end, first, end)
    shared.sentenceCase.fill(sentenceCase(looks, first, end), first, end)
    findRuns(looks, first, end, shared)
    findListings(words.forms, looks, first, end, shared)
    findTowns(looks, first, end, shared, knowledge)
  }
  return {...shared, surroundings: surroundingsOf(looks, shared)}
}

/** For each word, in what cases it stands inside sentences of the text: 1 small, 2 capital, 3 both, 0 neither. */
function casesElsewhere(words: Words, looks: readonly Look[]): Uint8Array {
  const casesByWord = new Map<string, number>()
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const first = words.sentenceStarts[sentence]!
    const end = words.sentenceStarts[sentence + 1]!
    if (sentenceCase(looks, first, end) !== 0) continue
    for (let word = first + 1; word < end; word++) {
      const {lower, isCapital, isWord} = looks[word]!
      if (isWord) casesByWord.set(lower, (casesByWord.get(lower) ?? 0) | (isCapital ? 2 : 1))
    }
  }
  return Uint8Array.from(looks, ({lower}) => casesByWord.get(lower) ?? 0)
}

/** 0 an ordinary sentence, 1 mostly capitalised words as in headlines, 2 mostly capitals. */
function sentenceCase(looks: readonly Look[], first: number, end: number): number {
  let wordCount = 0
  let capitalCount = 0
  let allCapitalsCount = 0
  for (let word = first; word < end; word++) {
    const {lower, isCapital, isAllCapitals, isWord} = looks[word]!
    if (!isWord || lower.length < 4) continue
    wordCount++
    if (isCapital) capitalCount++
    if (isAllCapitals) allCapitalsCount++
  }
  if (wordCount < 3) return 0
  if (0.7 * wordCount <= allCapitalsCount) return 2
  return 0.7 * wordCount <= capitalCount ? 1 : 0
}

const RUN_JOINTS = new Set([
  'of',
  'the',
  'de',
  'la',
  'al',
  'el',
  'bin',
  'ibn',
  'van',
  'von',
  'der',
  'du',
  'di',
  'da',
  '-',
  '&',
  "'",
  '’',
  'for',
  'and'
])
const RUN_JOINTS_MAX = 2

/** A run is a row of capitalised words, with small words like "of the" only between them. */
function findRuns(
  looks: readonly Look[],
  first: number,
  end: number,
  shared: Pick<SharedLooks, 'runFirst' | 'runEnd'>
) {
  let runFirst = first
  while (runFirst < end) {
    if (!looks[runFirst]!.isCapital) {
      runFirst++
      continue
    }
    let runEnd = runFirst + 1
    for (let word = runEnd; word < end && word < runEnd + RUN_JOINTS_MAX + 1; word++) {
      if (looks[word]!.isCapital) runEnd = word + 1
      else if (!RUN_JOINTS.has(looks[word]!.lower)) break
    }
    // The bound moves with each capitalised word found, so go on from there until nothing is added.
    let grown = runEnd
    do {
      runEnd = grown
      for (let word = runEnd; word < end && word < runEnd + RUN_JOINTS_MAX + 1; word++) {
        if (looks[word]!.isCapital) {
          grown = word + 1
          break
        }
        if (!RUN_JOINTS.has(looks[word]!.lower)) break
      }
    } while (runEnd < grown)
    shared.runFirst.fill(runFirst, runFirst, runEnd)
    shared.runEnd.fill(runEnd, runFirst, runEnd)
    runFirst = runEnd
  }
}

function findListings(
  forms: readonly string[],
  looks: readonly Look[],
  first: number,
  end: number,
  shared: Pick<SharedLooks, 'listing' | 'listingPlace'>
) {
  let word = first
  while (word < end) {
    const {isCapital, lower} = looks[word]!
    const listing = isCapital || lower === 'al' ? listingAt(forms, word, end) : undefined
    if (!listing) {
      word++
      continue
    }
    shared.listing.fill(listing.bits, word, listing.endWord)
    fillPlaces(shared.listingPlace, word, listing.endWord)
    word = listing.endWord
  }
}

function findTowns(
  looks: readonly Look[],
  first: number,
  end: number,
  shared: Pick<SharedLooks, 'town' | 'townPlace'>,
  knowledge: WordKnowledge
) {
  let word = first
  while (word < end) {
    const lengthMax = Math.min(looks[word]!.townLength, end - word)
    let name = ''
    let length = 0
    let size = 0
    for (let offset = 0; offset < lengthMax; offset++) {
      name += `${offset ? ' ' : ''}${looks[word + offset]!.lower}`
      const found = townSize(knowledge, name)
      if (!found) continue
      size = found
      length = offset + 1
    }
    if (length) fillPlaces(shared.townPlace, word, word + length)
    shared.town.fill(size, word, word + length)
    word += Math.max(1, length)
  }
}
