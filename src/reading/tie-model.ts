import {exponential} from '../language/exponentials.ts'
import {addScores, readFeatureTable} from '../language/feature-table.ts'
import {featureKey} from '../language/hashing.ts'
import type {ModelFile} from '../language/model-file.ts'
import type {Models} from '../language/models.ts'
import {placeOfHash} from '../language/sorted-hashes.ts'
import {readWordGroups, type WordGroups} from '../language/word-groups.ts'
import {TIE_KINDS, type TieKind} from './tie-kinds.ts'

/** The weights by which ties are told, ready to use. */
export interface TieModel {
  readonly groups: WordGroups
  /** How likely each of `TIE_KINDS` is, by the features of two things. */
  likelihoods(features: readonly number[]): Float64Array
  /** Whether a word, as its lemma, was ever seen to tell the tie. */
  tells(tie: TieKind, lemma: string): boolean
}

const known = new WeakMap<ModelFile, TieModel>()

/** The model of ties among `models`. */
export function tieModelOf({ties, encoder}: Pick<Models, 'ties' | 'encoder'>): TieModel {
  const made = known.get(ties) ?? tieModel(ties, readWordGroups(encoder))
  known.set(ties, made)
  return made
}

function tieModel(file: ModelFile, groups: WordGroups): TieModel {
  const table = readFeatureTable(file)
  const telling = file.arrays['telling'] as Uint32Array
  const sums = new Int32Array(TIE_KINDS.length)
  return {
    groups,
    likelihoods(features) {
      sums.fill(0)
      for (const key of features) addScores(table, key, sums)
      return Float64Array.from(sums, sum => 1 / (1 + exponential(-sum * table.scale)))
    },
    tells: (tie, lemma) => 0 <= placeOfHash(telling, tellingKey(tie, lemma))
  }
}

/** What stands in the model file for a word that tells a tie. */
export function tellingKey({name}: TieKind, lemma: string): number {
  return featureKey(`${name} ${lemma.toLowerCase()}`) >>> 0
}
