import type {Models} from '../src/language/models.ts'
import {parse} from '../src/language/parse.ts'
import {tag} from '../src/language/tag.ts'
import {loadModels} from '../src/models.ts'
import type {Row} from './scores.ts'
import {bareWords, CORPORA_FOLDER, devTreebanks, type Treebank} from './treebank.ts'
import {rightWordsRow} from './treebank-documents.ts'

/** How many of the gold words of dev get their head (UAS), and their head and relation (LAS), with predicted tags. */
export function evaluateTrees(corporaFolder = CORPORA_FOLDER, models: Pick<Models, 'encoder'> = loadModels()): Row[] {
  return evaluateTreesOf(devTreebanks(corporaFolder), models)
}

/** The same for the gold words of `banks`. */
export function evaluateTreesOf(banks: readonly Treebank[], models: Pick<Models, 'encoder'>): Row[] {
  return banks.flatMap(bank => {
    const {heads, relations} = parse(tag(bareWords(bank), models), models)
    const isAttached = (word: number) => heads[word] === bank.heads[word]
    const isLabelled = (word: number) => isAttached(word) && relations[word] === bank.relations[word]
    return [
      rightWordsRow({part: 'trees', figure: 'UAS, gold words'}, bank, isAttached),
      rightWordsRow({part: 'trees', figure: 'LAS, gold words'}, bank, isLabelled)
    ]
  })
}
