import {featureKey} from './hashing.ts'
import type {ModelFile} from './model-file.ts'
import {placeOfHash} from './sorted-hashes.ts'
import {readWordGroups, type WordGroups} from './word-groups.ts'

/** What the names model knows of words, each list by ascending `featureKey` of the lower case. */
export interface WordKnowledge {
  readonly groups: WordGroups
  /** For each word of `groups` how like the words of each sort it is used, 3 bits a sort: see HINT_COUNT. */
  readonly hints: Uint32Array
  /** Parts of persons' names, and how many persons bear each: 0 few or unknown, to 5. */
  readonly nameParts: Uint32Array
  readonly bearers: Uint8Array
  /** Names of towns, words parted by one blank, and how large each is, from 1 to 5. */
  readonly towns: Uint32Array
  readonly townSizes: Uint8Array
  /** First words of those names, and how many words the longest has. */
  readonly townFirsts: Uint32Array
  readonly townLengths: Uint8Array
}

/** Sorts of words that hints tell apart: no name, a person's first and last word, a body's first and last, a place's first and last. */
export const HINT_COUNT = 7

/** The arrays that a names model keeps beside its weights, by the names they have in its file. */
export function knowledgeOf({arrays}: Pick<ModelFile, 'arrays'>): WordKnowledge {
  return {
    groups: readWordGroups({arrays}),
    hints: arrays['hints'] as Uint32Array,
    nameParts: arrays['nameParts'] as Uint32Array,
    bearers: arrays['bearers'] as Uint8Array,
    towns: arrays['towns'] as Uint32Array,
    townSizes: arrays['townSizes'] as Uint8Array,
    townFirsts: arrays['townFirsts'] as Uint32Array,
    townLengths: arrays['townLengths'] as Uint8Array
  }
}

/** How much a word is used as words of sort `sort` are, from 0 to 7, of what `hintsOf` gave. */
export function hintAt(hints: number, sort: number): number {
  return (hints >>> (3 * sort)) & 7
}

/** The sort of names that the hints speak for most. */
export function likeliestHint(hints: number): number {
  let best = 1
  for (let sort = 2; sort < HINT_COUNT; sort++) if (hintAt(hints, best) < hintAt(hints, sort)) best = sort
  return best
}

/** How many words at most the towns have whose names open with `lower`; 0 for none. */
export function townLength({townFirsts, townLengths}: WordKnowledge, lower: string): number {
  const place = placeOfHash(townFirsts, featureKey(lower) >>> 0)
  return place < 0 ? 0 : townLengths[place]!
}

/** How large the town of this name in lower case is, from 1 to 5; 0 where there is none. */
export function townSize({towns, townSizes}: WordKnowledge, name: string): number {
  const place = placeOfHash(towns, featureKey(name) >>> 0)
  return place < 0 ? 0 : townSizes[place]!
}
