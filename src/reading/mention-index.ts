import type {Analysis, Chain, Mention} from '../language/analysis.ts'

/** A mention with the thing it is a mention of. */
export interface Place extends Mention {
  readonly chain: Chain
}

/** Which mention covers each word: looked up in one step, so that rules that walk over words stay linear. */
export interface MentionIndex {
  /** Every mention, in the order of the text. */
  readonly places: readonly Place[]
  /** The smallest mention that covers the word. */
  at(word: number): Place | undefined
  /** The mention that begins at the word; the longest where several do. */
  from(word: number): Place | undefined
  /** The mention that ends before the word; the longest where several do. */
  before(word: number): Place | undefined
}

const indexes = new WeakMap<Analysis, MentionIndex>()

/** The mentions of `analysis` by word; made once for each analysis. */
export function mentionIndex(analysis: Analysis): MentionIndex {
  const known = indexes.get(analysis)
  if (known) return known
  const made = buildIndex(analysis)
  indexes.set(analysis, made)
  return made
}

function buildIndex(analysis: Analysis): MentionIndex {
  const places = analysis.chains
    .flatMap(chain => chain.mentions.map((mention): Place => ({...mention, chain})))
    .filter(({firstWord, endWord}) => 0 <= firstWord && firstWord < endWord && endWord <= analysis.starts.length)
    .sort((a, b) => a.firstWord - b.firstWord || b.endWord - a.endWord)
  const covering = new Map<number, Place>()
  const starting = new Map<number, Place>()
  const ending = new Map<number, Place>()
  for (const place of places) {
    if (!starting.has(place.firstWord)) starting.set(place.firstWord, place)
    if (!ending.has(place.endWord)) ending.set(place.endWord, place)
    // Longer mentions come first, so that the last one written over a word is the smallest.
    const end = Math.min(place.endWord, place.firstWord + MENTION_WORDS_MAX)
    for (let word = place.firstWord; word < end; word++) covering.set(word, place)
  }
  return {
    places,
    at: word => covering.get(word),
    from: word => starting.get(word),
    before: word => ending.get(word)
  }
}

/** A mention of more words is odd, and must not make the index quadratic. */
const MENTION_WORDS_MAX = 60
