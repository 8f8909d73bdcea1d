import type {QuoteWord} from './quote-words.ts'
import type {WordPlaces} from './word-places.ts'

/** Words of a quotation that stand in the text, but not where the quotation has them. */
export interface MovedRun {
  /** The number of the first word in the quotation. */
  readonly quoteFirst: number
  /** The number of the first word in the text. */
  readonly textFirst: number
  readonly count: number
}

/** How many words before and after the passage are looked through for words that changed places. */
const NEARBY_WORDS = 400
/** A passage with much left out is looked through no further than this. */
const LOOKED_THROUGH_MAX = 4000
/** One moved word is told where it stands in the passage or beside it, or is too long to stand there by chance. */
const BESIDE_WORDS = 3
const SINGLE_LENGTH_MIN = 5
/** So many words in a row do not stand anywhere in a text by chance. */
const FAR_COUNT_MIN = 4
const RUN_COUNT_MAX = 60
/** How many places of the quotation a far run may begin at, for each first word: it bounds the work on a repeated word. */
const STARTS_MAX = 8

/** Find where the words stand that `at` has no place for: nearby, or, for longer runs, anywhere in the text. */
export function findMovedRuns(words: readonly QuoteWord[], at: Int32Array, places: WordPlaces): MovedRun[] {
  const taken = new Set(at)
  const first = at.find(place => 0 <= place)
  if (first === undefined) return []
  const last = at.findLast(place => 0 <= place)!
  const nearFirst = Math.max(0, first - NEARBY_WORDS)
  const nearEnd = Math.min(places.count, last + NEARBY_WORDS, nearFirst + LOOKED_THROUGH_MAX)
  const isFree = (place: number) => !taken.has(place)
  const farRuns = findFarRuns(words, at, places)
  const found: MovedRun[] = []
  for (let quoteFirst = 0; quoteFirst < words.length; quoteFirst++) {
    if (!isAdded(words, at, quoteFirst)) continue
    const near = longestRun(words, at, places, quoteFirst, nearFirst, nearEnd, isFree)
    const far = farRuns.get(quoteFirst)
    const run = far && near.count < far.count ? far : near
    const isBeside = first - BESIDE_WORDS <= run.textFirst && run.textFirst <= last + BESIDE_WORDS
    if (!isTelling(words, run, isBeside)) continue
    found.push(run)
    for (let place = 0; place < run.count; place++) taken.add(run.textFirst + place)
    quoteFirst += run.count - 1
  }
  return found
}

function isTelling(words: readonly QuoteWord[], {quoteFirst, count}: MovedRun, isBeside: boolean): boolean {
  const {start, end} = words[quoteFirst] ?? {start: 0, end: 0}
  return 1 < count || (count === 1 && (isBeside || SINGLE_LENGTH_MIN <= end - start))
}

function isAdded(words: readonly QuoteWord[], at: Int32Array, word: number): boolean {
  return word < words.length && at[word]! < 0 && words[word]!.bracketing === 'none'
}

function longestRun(
  words: readonly QuoteWord[],
  at: Int32Array,
  places: WordPlaces,
  quoteFirst: number,
  first: number,
  end: number,
  isFree: (place: number) => boolean
): MovedRun {
  let best = {quoteFirst, textFirst: first, count: 0}
  for (let textFirst = first; textFirst < end; textFirst++) {
    const count = runLength(words, at, places, quoteFirst, textFirst, isFree)
    if (best.count < count) best = {quoteFirst, textFirst, count}
  }
  return best
}

function runLength(
  words: readonly QuoteWord[],
  at: Int32Array,
  {ids, count: total}: WordPlaces,
  quoteFirst: number,
  textFirst: number,
  isFree: (place: number) => boolean
): number {
  let count = 0
  while (
    count < RUN_COUNT_MAX &&
    textFirst + count < total &&
    isAdded(words, at, quoteFirst + count) &&
    words[quoteFirst + count]!.id === ids[textFirst + count] &&
    isFree(textFirst + count)
  )
    count++
  return count
}

/** The longest run that begins at each word of the quotation, anywhere in the text. */
function findFarRuns(words: readonly QuoteWord[], at: Int32Array, places: WordPlaces): Map<number, MovedRun> {
  const startsById = new Map<number, number[]>()
  words.forEach(({id}, word) => {
    if (!Array.from({length: FAR_COUNT_MIN}, (_, more) => word + more).every(each => isAdded(words, at, each))) return
    const starts = startsById.get(id) ?? []
    if (starts.length < STARTS_MAX) startsById.set(id, [...starts, word])
  })
  const found = new Map<number, MovedRun>()
  if (startsById.size === 0) return found
  for (let textFirst = 0; textFirst < places.count; textFirst++) {
    if (places.ids[textFirst] === 0) continue
    for (const quoteFirst of startsById.get(places.ids[textFirst]!) ?? []) {
      const known = found.get(quoteFirst)?.count ?? FAR_COUNT_MIN - 1
      if (known === RUN_COUNT_MAX) continue
      const count = runLength(words, at, places, quoteFirst, textFirst, () => true)
      if (known < count) found.set(quoteFirst, {quoteFirst, textFirst, count})
    }
  }
  return found
}
