import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {WordBounds} from './relation-draft.ts'
import {END_LETTERS, TIE_KINDS} from './tie-kinds.ts'

/** Two things in one sentence that a tie may join: a person before a body before a place. */
export interface TieCandidate {
  readonly from: Place
  readonly to: Place
  /** The kinds of both ends, two letters. */
  readonly ends: string
}

/** Every pair of mentions in the sentence that some tie may join. */
export function tieCandidates(analysis: Analysis, bounds: WordBounds): TieCandidate[] {
  const places = placesWithin(analysis, bounds)
  return places.flatMap(from =>
    places.flatMap(to => {
      const ends = `${END_LETTERS[from.chain.kind]}${END_LETTERS[to.chain.kind]}`
      return joinable.has(ends) && areApart(from, to) ? [{from, to, ends}] : []
    })
  )
}

const joinable = new Set(TIE_KINDS.flatMap(({ends}) => ends))

function areApart(from: Place, to: Place): boolean {
  if (from.chain === to.chain) return false
  const between = from.firstWord < to.firstWord ? to.firstWord - from.endWord : from.firstWord - to.endWord
  return 0 <= between && between <= BETWEEN_WORDS_MAX
}

/** Hardly a tie of the corpora is told over more words. */
const BETWEEN_WORDS_MAX = 40

/** The mentions that begin in the sentence; so many that pairs of them stay few. */
function placesWithin(analysis: Analysis, {first, end}: WordBounds): Place[] {
  const index = mentionIndex(analysis)
  const found = new Set<Place>()
  for (let word = first; word < end && found.size < PLACES_MAX; word++) {
    const place = index.at(word)
    if (place && first <= place.firstWord && place.endWord <= end && END_LETTERS[place.chain.kind]) found.add(place)
  }
  return [...found]
}

const PLACES_MAX = 20
