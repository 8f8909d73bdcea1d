import type {EntityKind} from '../../language/analysis.ts'
import {matchReadNames, scoreReadNames} from './match-names.ts'
import {keyGroupsOf, keysOf} from './name-keys.ts'
import {type ReadName, readName} from './read-name.ts'
import {leavesVowelsOut} from './vowels.ts'

/** A name that was found, and how well it matches. */
export interface FoundName {
  /** The name's place in the list that was indexed. */
  readonly index: number
  readonly name: string
  readonly score: number
  readonly reasons: readonly string[]
}

/** The names that are like a given one, among many, in memory. */
export class NameIndex {
  readonly #names: readonly string[]
  readonly #kind: EntityKind
  /** For each key the places of its names: those of key k stand from `starts[k]` to `starts[k + 1]`. */
  readonly #keyIds: ReadonlyMap<string, number>
  readonly #starts: Uint32Array
  readonly #places: Uint32Array
  /** For each name the letters that occur in it, a bit each. */
  readonly #letters: Uint32Array
  /** For each name, a bit for each group of the wanted name's keys that it shares one of; all 0 between look-ups. */
  readonly #shared: Uint8Array

  constructor(names: readonly string[], kind: EntityKind) {
    this.#names = names
    this.#kind = kind
    const keyIds = new Map<string, number>()
    const letters = new Uint32Array(names.length)
    const idsByName = names.map((name, place) => {
      const read = readName(name, kind)
      letters[place] = lettersOf(read)
      return keysOf(read).map(key => idOf(keyIds, key))
    })
    this.#keyIds = keyIds
    this.#starts = new Uint32Array(keyIds.size + 1)
    for (const ids of idsByName) for (const id of ids) this.#starts[id + 1]!++
    for (let id = 0; id < keyIds.size; id++) this.#starts[id + 1]! += this.#starts[id]!
    this.#places = new Uint32Array(this.#starts[keyIds.size]!)
    const next = this.#starts.slice()
    for (const [place, ids] of idsByName.entries()) for (const id of ids) this.#places[next[id]!++] = place
    this.#letters = letters
    this.#shared = new Uint8Array(names.length)
  }

  /** The best matches, the best first, none below `scoreMin`. */
  find(name: string, {countMax = 20, scoreMin = 0.3} = {}): FoundName[] {
    const wanted = readName(name, this.#kind)
    const scored = this.#candidates(wanted).map(index => ({
      index,
      score: scoreReadNames(wanted, readName(this.#names[index]!, this.#kind))
    }))
    return scored
      .filter(({score}) => scoreMin <= score)
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, countMax)
      .map(({index, score}) => {
        const found = this.#names[index]!
        return {index, name: found, score, reasons: matchReadNames(wanted, readName(found, this.#kind)).reasons}
      })
  }

  /** Those that share the most and the rarest words, by their keys; those with other letters after those with the same. */
  #candidates(wanted: ReadName): number[] {
    const groups = keyGroupsOf(wanted)
    const letters = lettersOf(wanted)
    const touched = this.#touch(groups)
    const gains = groups.map(group => this.#bitsOf(group))
    const gainOf = Int32Array.from({length: 1 << groups.length}, (_, mask) =>
      gains.reduce((sum, gain, group) => (mask & (1 << group) ? sum + gain : sum), 0)
    )
    const ranks = new Int32Array(touched.length)
    for (const [at, place] of touched.entries())
      ranks[at] =
        RANK_STEPS * gainOf[this.#shared[place]!]! -
        LETTER_STEPS * bitCount(lettersApart(letters, this.#letters[place]!))
    for (const place of touched) this.#shared[place] = 0
    const least = leastOfBest(ranks, CANDIDATES_MAX)
    return touched.filter((_, at) => least <= ranks[at]!).slice(0, CANDIDATES_MAX + CANDIDATES_MAX / 4)
  }

  /** Mark each name with the groups that it shares a key of, rare keys first; returns those that are marked. */
  #touch(groups: readonly (readonly string[])[]): number[] {
    const touched: number[] = []
    for (const {bit, start, end} of this.#bucketsOf(groups)) {
      const isFull = PLACES_MAX < touched.length + end - start && 0 < touched.length
      for (let at = start; at < end; at++) {
        const place = this.#places[at]!
        if (this.#shared[place] === 0) {
          if (isFull) continue
          touched.push(place)
        }
        this.#shared[place]! |= bit
      }
    }
    return touched
  }

  #bucketsOf(groups: readonly (readonly string[])[]): {bit: number; start: number; end: number}[] {
    const buckets: {bit: number; start: number; end: number}[] = []
    for (const [group, keys] of groups.entries())
      for (const key of keys) {
        const id = this.#keyIds.get(key)
        if (id !== undefined) buckets.push({bit: 1 << group, start: this.#starts[id]!, end: this.#starts[id + 1]!})
      }
    return buckets.sort((a, b) => a.end - a.start - (b.end - b.start))
  }

  /** How much it tells to share one of these keys. */
  #bitsOf(keys: readonly string[]): number {
    let count = 1
    for (const key of keys) {
      const id = this.#keyIds.get(key)
      if (id !== undefined) count += this.#starts[id + 1]! - this.#starts[id]!
    }
    return Math.max(0, Math.round(Math.log2((this.#names.length + 1) / count)))
  }
}

/** So many names are compared letter by letter. */
const CANDIDATES_MAX = 50
/** Once so many names are at hand, common sounds only rank them and bring no others. */
const PLACES_MAX = 10_000
/** What a bit of the words shared is worth in a rank, and what a letter costs that only one of the names has. */
const RANK_STEPS = 2
const LETTER_STEPS = 3

const VOWELS = bitsFor('aeiouwyh')
/** Set of a name that leaves vowels out: then they are not compared. */
const NO_VOWELS = 1 << 30

function lettersOf({words, folded}: ReadName): number {
  let bits = leavesVowelsOut(folded) ? NO_VOWELS : 0
  for (const {latin} of words) bits |= bitsFor(latin)
  return bits
}

function bitsFor(latin: string): number {
  let bits = 0
  for (let index = 0; index < latin.length; index++) {
    const letter = latin.charCodeAt(index) - 97
    if (0 <= letter && letter < 26) bits |= 1 << letter
  }
  return bits
}

function lettersApart(a: number, b: number): number {
  const compared = (a | b) & NO_VOWELS ? ~(NO_VOWELS | VOWELS) : ~NO_VOWELS
  return (a ^ b) & compared
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The rank from which on there are about as many as wanted. */
function leastOfBest(ranks: Int32Array, count: number): number {
  if (ranks.length <= count) return -Infinity
  let [least, most] = [0, 0]
  for (const rank of ranks) {
    if (most < rank) most = rank
    if (rank < least) least = rank
  }
  const countByRank = new Uint32Array(most - least + 1)
  for (const rank of ranks) countByRank[rank - least]!++
  let seen = 0
  for (let rank = countByRank.length - 1; 0 <= rank; rank--) {
    seen += countByRank[rank]!
    if (count <= seen) return rank + least
  }
  return -Infinity
}

function idOf(ids: Map<string, number>, key: string): number {
  const known = ids.get(key)
  if (known !== undefined) return known
  ids.set(key, ids.size)
  return ids.size - 1
}
