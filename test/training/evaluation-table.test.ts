import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {renderMarkdown, renderTable, shortfalls} from '../../training/evaluation-table.ts'
import {besideRow, bootstrapInterval, f1Row, type Row, shareRow} from '../../training/scores.ts'

const ABOUT = {part: 'trees', on: 'a set of no floor', figure: 'LAS'}
const COUNTS = [
  {hits: 8, found: 10, wanted: 10},
  {hits: 4, found: 10, wanted: 10}
]

suite('rows', () => {
  test('F1 is over all documents together, and the interval holds it', () => {
    const {value, interval} = f1Row(ABOUT, COUNTS)
    assert.equal(value, 0.6)
    assert.deepEqual(interval, [0.4, 0.8])
  })

  test('the same documents give the same interval', () => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    assert.deepEqual(bootstrapInterval([1, 2, 3, 4], mean), bootstrapInterval([1, 2, 3, 4], mean))
  })

  test('another reader stands in the same row', () => {
    const row = besideRow(shareRow(ABOUT, COUNTS), {other: [{hits: 1, found: 2, wanted: 2}]})
    assert.deepEqual(row.beside, [{reader: 'other', value: 0.5, interval: [0.5, 0.5]}])
  })
})

suite('the table', () => {
  const row = besideRow(shareRow(ABOUT, COUNTS), {other: [{hits: 1, found: 2, wanted: 2}]})

  test('in Markdown has a column for each other reader, empty where it has no figure', () => {
    const lines = renderMarkdown([row, shareRow({...ABOUT, figure: 'UAS'}, COUNTS)]).split('\n')
    assert.equal(lines[0], '| part | on | figure | Hearsay | 95 % | at least | other |')
    assert.equal(lines[2], '| trees | a set of no floor | LAS | 60.0 | 40.0-80.0 |  | 50.0 (50.0-50.0) |')
    assert.equal(lines[3], '| trees | a set of no floor | UAS | 60.0 | 40.0-80.0 |  |  |')
  })

  test('for a terminal names the other readers at the end of the line', () => {
    assert.match(renderTable([row]), /0\.600 0\.400-0\.800 .* other 0\.500 0\.500-0\.500$/)
  })
})

suite('floors', () => {
  const rowOf = (part: string, on: string, figure: string, value: number): Row => ({part, on, figure, value})

  test('a figure below its floor is told, one above it is not', () => {
    assert.equal(shortfalls([rowOf('trees', 'gum', 'LAS, gold words', 0.1)]).length, 1)
    assert.equal(shortfalls([rowOf('trees', 'gum', 'LAS, gold words', 1)]).length, 0)
  })

  test('an error has to stay below', () => {
    assert.equal(shortfalls([rowOf('names', 'gum dev', 'calibration error', 0.9)]).length, 1)
    assert.equal(shortfalls([rowOf('names', 'gum dev', 'calibration error', 0)]).length, 0)
  })

  test('a figure without a floor cannot fall below it', () => {
    assert.deepEqual(shortfalls([rowOf('trees', 'another set', 'LAS, gold words', 0)]), [])
  })
})
