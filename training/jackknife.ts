import type {Tagged, Upos} from '../src/language/analysis.ts'
import {tag} from '../src/language/tag.ts'
import type {WordGroups} from '../src/language/word-groups.ts'
import {trainTagger} from './train-tagger.ts'
import {bareWords, onlyDocuments, type Treebank} from './treebank.ts'

/** Each document is tagged by a tagger that never saw it, one of so many. */
const FOLD_COUNT = 5

/**
 * `banks` with predicted tags instead of gold ones, as wrong as a tagger is on a new text, so that the parser learns to live
 * with them.
 */
export function withPredictedTags(banks: readonly Treebank[], groups: WordGroups): Treebank[] {
  const tagged = banks.map(bank => ({...bank, upos: [...bank.upos], xpos: [...bank.xpos]}))
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    console.error(`tags of fold ${fold + 1} of ${FOLD_COUNT}`)
    const {arrays, settings} = trainTagger(
      banks.map(bank => {
        const folds = foldsOf(bank)
        return onlyDocuments(bank, document => folds.get(document) !== fold)
      }),
      groups
    )
    const head = {name: 'tagger', version: '0', data: [], licence: '', trained: '', scores: {}, settings}
    for (const bank of tagged) copyTags(bank, fold, tag(bareWords(bank), {tagger: {head, arrays}}))
  }
  return tagged
}

function foldsOf({documents}: Treebank): Map<string, number> {
  return new Map([...new Set(documents)].map((document, index) => [document, index % FOLD_COUNT]))
}

function copyTags(
  bank: Treebank & {readonly upos: Upos[]; readonly xpos: string[]},
  fold: number,
  {upos, xpos}: Tagged
): void {
  const folds = foldsOf(bank)
  for (const [sentence, document] of bank.documents.entries()) {
    if (folds.get(document) !== fold) continue
    for (let word = bank.sentenceStarts[sentence]!; word < bank.sentenceStarts[sentence + 1]!; word++) {
      bank.upos[word] = upos[word]!
      bank.xpos[word] = xpos[word]!
    }
  }
}
