import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, suite, test} from 'vitest'
import {loadModels} from '../../src/models.ts'
import {evaluateMuc4} from '../../training/evaluate-muc4.ts'
import {evaluateRe3dRelations} from '../../training/evaluate-re3d-relations.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-events-'))
afterAll(() => rmSync(folder, {recursive: true}))
const models = loadModels()

function write(name: string, file: string, line: object): void {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, file), gzipSync(`${JSON.stringify(line)}\n`))
}

const KIDNAPPED = 'Gunmen kidnapped Ida Holm in Osterby on 3 March 1990.'
write('muc4', 'dev.jsonl.gz', {
  id: 'one',
  text: KIDNAPPED,
  roles: {
    Victim: [[{start: KIDNAPPED.indexOf('Ida'), end: KIDNAPPED.indexOf(' in ')}]],
    PerpInd: [[{start: 0, end: 6}]]
  },
  templates: [{'INCIDENT: TYPE': ['KIDNAPPING']}]
})

const JOINED = 'Osk Varga, a member of the Salt League, spoke.'
write('re3d', 'train.jsonl.gz', {
  id: 'two',
  text: JOINED,
  relations: [
    {type: 'BelongsTo', source: [0, 9], target: [JOINED.indexOf('the'), JOINED.indexOf(', spoke')], confidence: 1},
    {type: 'BelongsTo', source: [0, 9], target: [0, 3], confidence: 0.2},
    {type: 'CoLocated', source: [0, 9], target: [40, 45], confidence: 1}
  ]
})

suite('events of MUC-4 and relations of re3d', () => {
  test('an incident of the right kind and a named victim count, a perpetrator without a name is missed', () => {
    assert.deepEqual(
      evaluateMuc4(folder, models).map(({count}) => count),
      [
        {hits: 1, found: 1, wanted: 1},
        {hits: 1, found: 1, wanted: 1},
        {hits: 0, found: 0, wanted: 1}
      ]
    )
  })

  test('relations that were voted down or have no place are not asked for', () => {
    assert.deepEqual(evaluateRe3dRelations(folder, models)[0]!.count, {hits: 1, found: 1, wanted: 1})
  })

  test('without the corpus there are no rows', () => {
    assert.deepEqual(evaluateMuc4(join(folder, 'absent'), models), [])
  })
})
