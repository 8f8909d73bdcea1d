import {featureKey} from './hashing.ts'
import type {ModelFile} from './model-file.ts'
import {placeOfHash} from './sorted-hashes.ts'

/** Groups of words that stand in like places, so that a stage knows something of a word it never saw in a treebank. */
export interface WordGroups {
  /** `featureKey` of each word's lower case, ascending. */
  readonly words: Uint32Array
  /** The group of each word, one of about a thousand. */
  readonly fine: Uint16Array
  /** The group of each fine group, one of about 250, and one of about 60. */
  readonly middle: Uint8Array
  readonly coarse: Uint8Array
}

/** The groups that stand in a model file. */
export function readWordGroups({arrays}: Pick<ModelFile, 'arrays'>): WordGroups {
  return {
    words: arrays['clusterWords'] as Uint32Array,
    fine: arrays['fineClusters'] as Uint16Array,
    middle: arrays['middleClusters'] as Uint8Array,
    coarse: arrays['coarseClusters'] as Uint8Array
  }
}

/** `groups` as arrays of a model file. */
export function wordGroupArrays({words, fine, middle, coarse}: WordGroups): ModelFile['arrays'] {
  return {clusterWords: words, fineClusters: fine, middleClusters: middle, coarseClusters: coarse}
}

/** The fine group of a word in lower case; -1 for a word that is in none. */
export function groupOf({words, fine}: WordGroups, lower: string): number {
  const place = placeOfHash(words, featureKey(lower) >>> 0)
  return place < 0 ? -1 : fine[place]!
}
