import type {Words} from './analysis.ts'
import {sentenceCount} from './analysis.ts'
import {LISTED, LISTED_FORENAME, looseListingAt} from './gazetteer.ts'

/** What the surroundings of words are told from. */
export interface WordLook {
  readonly lower: string
  readonly listed: number
  readonly isCapital: boolean
  readonly isWord: boolean
}

/** Where a word stands: its sentence, and the row of capitals it is in, whose first is -1 where there is none. */
export interface WordPlaces {
  readonly sentenceFirst: Int32Array
  readonly sentenceEnd: Int32Array
  readonly runFirst: Int32Array
  readonly runEnd: Int32Array
}

/** Between which words each capitalised word of a text stands, over all its places. */
export interface Surroundings {
  /** One bit a cue, by word; 0 for words without a capital. */
  readonly cues: Uint16Array
  /** By the lower case: how often each cue stands there, and last how often the word does. */
  readonly countsByWord: ReadonlyMap<string, Int32Array>
}

export const CUE_COUNT = 12

/** Gather what stands beside each capitalised word, so that "Tarn" alone is known from "Mr. Tarn" elsewhere. */
export function surroundingsOf(looks: readonly WordLook[], places: WordPlaces): Surroundings {
  const cues = new Uint16Array(looks.length)
  const countsByWord = new Map<string, Int32Array>()
  for (const [word, {lower, isCapital}] of looks.entries()) {
    if (!isCapital) continue
    const bits = cuesAt(looks, places, word)
    cues[word] = bits
    let counts = countsByWord.get(lower)
    if (!counts) {
      counts = new Int32Array(CUE_COUNT + 1)
      countsByWord.set(lower, counts)
    }
    for (let cue = 0; cue < CUE_COUNT; cue++) if ((bits >> cue) & 1) counts[cue]!++
    counts[CUE_COUNT]!++
  }
  return {cues, countsByWord}
}

const PLACE_BEFORE: ReadonlySet<string> = new Set(['in', 'at', 'from', 'near'])
const OTHER_BEFORE: ReadonlySet<string> = new Set(['of', 'with', 'by', 'to', 'for'])
const VERBS_AFTER: ReadonlySet<string> = new Set('said says told was is has had will thinks wants say'.split(' '))

function cuesAt(looks: readonly WordLook[], places: WordPlaces, word: number): number {
  const before = places.sentenceFirst[word]! < word ? looks[word - 1] : undefined
  const after = word + 1 < places.sentenceEnd[word]! ? looks[word + 1] : undefined
  return (before ? cuesBefore(before) : 0) | (after ? cuesAfter(after) : 0) | (isInBody(looks, places, word) ? 256 : 0)
}

function cuesBefore({lower, listed, isCapital}: WordLook): number {
  return (
    (listed & LISTED.title ? 1 : 0) |
    (PLACE_BEFORE.has(lower) ? 2 : 0) |
    (lower === 'the' ? 4 : 0) |
    (listed & LISTED_FORENAME && isCapital ? 8 : 0) |
    (OTHER_BEFORE.has(lower) ? 512 : 0) |
    (isCapital ? 2048 : 0)
  )
}

function cuesAfter({lower, isCapital}: WordLook): number {
  return (
    (lower === "'s" || lower === '’s' ? 16 : 0) |
    (VERBS_AFTER.has(lower) ? 32 : 0) |
    (lower === ',' ? 64 : 0) |
    (isCapital ? 128 : 0) |
    (lower === '.' ? 1024 : 0)
  )
}

/** In a row of capitals that ends in a word for a body: "Tarn" of "Tarn Trust". */
function isInBody(looks: readonly WordLook[], {runFirst, runEnd}: WordPlaces, word: number): boolean {
  const first = runFirst[word]!
  const last = runEnd[word]! - 1
  return 0 <= first && first < last && (looks[last]!.listed & LISTED.organisationHead) !== 0
}

/** How a text writes: whether its sentences open with small letters (seldom, at times, mostly), and whether it has an "i". */
export function styleOf(words: Words): number {
  let smallCount = 0
  let letterCount = 0
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const form = words.forms[words.sentenceStarts[sentence]!] ?? ''
    if (/^\p{Ll}/u.test(form)) smallCount++
    if (/^\p{L}/u.test(form)) letterCount++
  }
  const share = letterCount === 0 ? 0 : smallCount / letterCount
  const habit = letterCount === 0 ? 0 : share < 0.1 ? 1 : share < 0.5 ? 2 : 3
  return habit * 2 + (words.forms.includes('i') ? 1 : 0)
}

/** Listed names by word, whatever letters they are printed in: their bits, and which of the name's words it is: 1 first, 2 inner, 3 last, 4 only. */
export interface LooseListings {
  readonly bits: Int32Array
  readonly place: Uint8Array
}

/** Find listed names without regard to capitals: "i live in new york". */
export function looseListings(words: Words, looks: readonly WordLook[]): LooseListings {
  const bits = new Int32Array(looks.length)
  const place = new Uint8Array(looks.length)
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const end = words.sentenceStarts[sentence + 1]!
    let word = words.sentenceStarts[sentence]!
    while (word < end) {
      const listing = looks[word]!.isWord ? looseListingAt(words.forms, word, end) : undefined
      if (listing) fillPlaces(place, word, listing.endWord)
      bits.fill(listing?.bits ?? 0, word, listing?.endWord ?? word)
      word = listing?.endWord ?? word + 1
    }
  }
  return {bits, place}
}

/** Number the words of a name: 1 first, 2 inner, 3 last, 4 only. */
export function fillPlaces(place: Uint8Array, firstWord: number, endWord: number): void {
  place.fill(2, firstWord, endWord)
  place[firstWord] = 1
  place[endWord - 1] = endWord - firstWord === 1 ? 4 : 3
}
