import type {Tagged} from '../src/language/analysis.ts'
import type {Models} from '../src/language/models.ts'
import {tag} from '../src/language/tag.ts'
import {loadModels} from '../src/models.ts'
import type {Row} from './scores.ts'
import {bareWords, CORPORA_FOLDER, devTreebanks} from './treebank.ts'

/** How many of the gold words get their part of speech and lemma. */
export function evaluateTags(corporaFolder = CORPORA_FOLDER, models: Pick<Models, 'tagger'> = loadModels()): Row[] {
  return devTreebanks(corporaFolder).flatMap(bank => {
    const tagged = tag(bareWords(bank), models)
    const column = (figure: string, name: 'upos' | 'xpos' | 'lemmas') => ({
      part: 'tags',
      on: bank.name,
      figure,
      value: agreement(bank, tagged, name)
    })
    return [column('UPOS', 'upos'), column('XPOS', 'xpos'), column('lemma', 'lemmas')]
  })
}

function agreement(gold: Tagged, found: Tagged, name: 'upos' | 'xpos' | 'lemmas'): number {
  let right = 0
  for (const [word, value] of gold[name].entries()) if (found[name][word] === value) right++
  return right / gold.forms.length
}
