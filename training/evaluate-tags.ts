import type {Models} from '../src/language/models.ts'
import {tag} from '../src/language/tag.ts'
import {loadModels} from '../src/models.ts'
import type {Row} from './scores.ts'
import {bareWords, CORPORA_FOLDER, devTreebanks, type Treebank} from './treebank.ts'
import {rightWordsRow} from './treebank-documents.ts'

/** How many of the gold words of dev get their part of speech and lemma. */
export function evaluateTags(corporaFolder = CORPORA_FOLDER, models: Pick<Models, 'encoder'> = loadModels()): Row[] {
  return evaluateTagsOf(devTreebanks(corporaFolder), models)
}

/** The same for the gold words of `banks`. */
export function evaluateTagsOf(banks: readonly Treebank[], models: Pick<Models, 'encoder'>): Row[] {
  return banks.flatMap(bank => {
    const tagged = tag(bareWords(bank), models)
    return COLUMNS.map(([name, column]) => {
      const isRight = (word: number) => tagged[column][word] === bank[column][word]
      return rightWordsRow({part: 'tags', figure: `${name}, gold words`}, bank, isRight)
    })
  })
}

const COLUMNS = [
  ['UPOS', 'upos'],
  ['XPOS', 'xpos'],
  ['lemma', 'lemmas']
] as const
