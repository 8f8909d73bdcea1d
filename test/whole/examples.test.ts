import {ok} from 'node:assert/strict'
import {suite, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {evaluateGold} from '../../training/evaluate-gold.ts'
import {EXAMPLES_FOLDER} from '../../training/gold.ts'

/**
 * What the project's own reports must yield at least, as F1. Raise a floor when the reader has become better; the reports
 * are the project's own writing, so these figures say nothing of unseen articles: `npm run evaluate -- gold` does.
 */
const FLOORS: Readonly<Record<string, number>> = {
  'who said what, all': 0.6,
  'who said what, direct': 0.85,
  'names, all': 0.7,
  'roles, person, title, organisation': 0.5,
  'dates, words and value': 0.7
}

suite('the example reports yield what they should', () => {
  const rows = evaluateGold(loadModels(), EXAMPLES_FOLDER)
  for (const [name, floor] of Object.entries(FLOORS))
    test(`${name}: F1 at least ${floor}`, () => {
      const row = rows.find(({part, figure}) => `${part}, ${figure}` === name)
      ok(row, `no figure is called "${name}"`)
      ok(floor <= row.value, `F1 is ${row.value.toFixed(3)}`)
    })
})
