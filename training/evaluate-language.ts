import {loadModels} from '../src/models.ts'
import {evaluateChains} from './evaluate-chains.ts'
import {datesBeside} from './evaluate-date-words.ts'
import {evaluateDates} from './evaluate-dates.ts'
import {evaluateNames} from './evaluate-names.ts'
import {evaluateRawTags} from './evaluate-raw-tags.ts'
import {evaluateTagsOf} from './evaluate-tags.ts'
import {evaluateTreesOf} from './evaluate-trees.ts'
import {evaluateWords} from './evaluate-words.ts'
import {evaluationTreebanks} from './evaluation-treebanks.ts'
import type {Row} from './scores.ts'

/**
 * Every figure of the language layer, with what other readers in JavaScript reach by the same measure in the same row. Words
 * are found in raw text; tags are measured on gold words and once more from raw text; trees on gold words with predicted tags.
 */
export function evaluateLanguage(corpora: string, goldFolder: string): Row[] {
  const models = loadModels()
  const banks = evaluationTreebanks(corpora)
  return [
    ...evaluateWords(banks),
    ...evaluateTagsOf(banks, models),
    ...evaluateRawTags(banks, models),
    ...evaluateTreesOf(banks, models),
    ...evaluateNames(corpora, models),
    ...evaluateChains(corpora, models),
    ...datesInOneRow(corpora, evaluateDates(corpora, goldFolder, {models}))
  ]
}

/** Rows of `dates chrono` put beside those of `dates`, and what the other readers find of the words. */
function datesInOneRow(corpora: string, rows: readonly Row[]): Row[] {
  const beside = datesBeside(corpora)
  return rows
    .filter(({part}) => part === 'dates')
    .map(row => {
      const chrono = rows.find(
        ({part, on, figure}) => part === 'dates chrono' && on === row.on && figure === row.figure
      )
      const others = beside.get(`${row.on} ${row.figure}`) ?? []
      const {value = 0, interval = [0, 0]} = chrono ?? {}
      return {...row, beside: [...(chrono ? [{reader: 'chrono-node', value, interval}] : []), ...others]}
    })
}
