import type {Models} from '../src/language/models.ts'
import {parse} from '../src/language/parse.ts'
import {tag} from '../src/language/tag.ts'
import {loadModels} from '../src/models.ts'
import type {Row} from './scores.ts'
import {bareWords, CORPORA_FOLDER, devTreebanks} from './treebank.ts'

/** How many of the gold words get their head (UAS), and their head and relation (LAS), with predicted tags. */
export function evaluateTrees(
  corporaFolder = CORPORA_FOLDER,
  models: Pick<Models, 'tagger' | 'parser'> = loadModels()
): Row[] {
  return devTreebanks(corporaFolder).flatMap(bank => {
    const {heads, relations} = parse(tag(bareWords(bank), models), models)
    let attached = 0
    let labelled = 0
    for (let word = 0; word < heads.length; word++) {
      if (heads[word] !== bank.heads[word]) continue
      attached++
      if (relations[word] === bank.relations[word]) labelled++
    }
    const row = (figure: string, right: number) => ({part: 'trees', on: bank.name, figure, value: right / heads.length})
    return [row('UAS, gold words', attached), row('LAS, gold words', labelled)]
  })
}
