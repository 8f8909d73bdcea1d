import {featureKey} from './hashing.ts'
import type {NameLists} from './listed-names.ts'
import type {ModelFile} from './model-file.ts'
import {placeOfHash} from './sorted-hashes.ts'
import {readWordGroups, type WordGroups} from './word-groups.ts'

/** What the names model knows of words. */
export interface WordKnowledge extends NameLists {
  readonly groups: WordGroups
  /** For each word of `groups` how like the words of each sort it is used, 3 bits a sort: see HINT_COUNT. */
  readonly hints: Uint32Array
  /** First words of the towns' names, and how many words the longest has. */
  readonly townFirsts: Uint32Array
  readonly townLengths: Uint8Array
}

/** Sorts of words that hints tell apart: no name, a person's first and last word, a body's first and last, a place's first and last. */
export const HINT_COUNT = 7

/** The lists in an encoder's file, and the hints and first words that a names model keeps beside its weights. */
export function knowledgeOf(encoder: Pick<ModelFile, 'arrays'>, names: Pick<ModelFile, 'arrays'>): WordKnowledge {
  return {
    groups: readWordGroups(encoder),
    nameParts: encoder.arrays['nameParts'] as Uint32Array,
    bearers: encoder.arrays['bearers'] as Uint8Array,
    towns: encoder.arrays['towns'] as Uint32Array,
    townSizes: encoder.arrays['townSizes'] as Uint8Array,
    hints: names.arrays['hints'] as Uint32Array,
    townFirsts: names.arrays['townFirsts'] as Uint32Array,
    townLengths: names.arrays['townLengths'] as Uint8Array
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
