import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {castJourney} from '../support/cast.ts'
import {captureOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay, linesOf} from './hearsay-process.ts'

const place = temporaryRecord()

beforeAll(async () => {
  const store = await place.open()
  for (const cast of [
    castJourney(['Ida Fenn, mayor of Tarn Council', 'Lea Roth, spokeswoman of Tarn Council'], 'Tarn votes'),
    castJourney(['Oskar Lind, mayor of Tarn Council', '[organisation] Harbour Board'], 'Tarn counts again')
  ])
    await store.save(cast, captureOf(cast, `${cast.document.title}.txt`))
  await store.close()
})
afterAll(() => place.remove())

suite('who', () => {
  test('leads a body on a day: everyone who is said to, with the words behind it, and that reports differ', () => {
    const {status, stdout} = on('who', 'leads', 'Tarn', 'Council', '--on', '2025-03-04')
    expect(status).toBe(0)
    expect(linesOf(stdout)[0]).toBe('Who leads Tarn Council, on 2025-03-04')
    expect(stdout).toContain('Said so 2')
    expect(stdout).toContain('Reports differ: none of them is taken for the right one.')
    expect(stdout).toMatch(
      /Ida Fenn · mayor\n +said to hold it on 2025-03-04\n +“Ida Fenn Tarn Council as mayor” +◇ 50 %\n +2025-03-04 · Tarn votes +role-/
    )
    expect(stdout).toMatch(/Oskar Lind · mayor\n/)
  })

  test('a claim that people judged shows what they made of it, and not that it is the machine’s alone', () => {
    const [id = ''] = /role-[\da-f]{8,}/.exec(on('who', 'leads', 'Tarn Council', '--on', '2025-03-04').stdout) ?? []
    expect(on('accept', id, '--by', 'rosa').status).toBe(0)
    const signs = on('who', 'leads', 'Tarn Council', '--on', '2025-03-04').stdout.match(/[✓◇] 50 %/g)
    expect(signs?.toSorted()).toEqual(['◇ 50 %', '✓ 50 %'])
    expect(on('timeline', 'Tarn Council').stdout).toMatch(/✓ 50 %/)
    const [judgement = ''] = /judgement-[\da-f]+/.exec(on('judgements', '--json').stdout) ?? []
    expect(on('undo', judgement, '--by', 'rosa').status).toBe(0)
    expect(on('timeline', 'Tarn Council').stdout).not.toContain('✓')
  })

  test('takes an address as pages print it, with the first characters of the document’s id', () => {
    const [address = ''] = /doc-[\da-f]{8}:e\d+/.exec(on('list', '--entities', 'Tarn Council').stdout) ?? []
    const {status, stdout} = on('who', 'leads', address, '--on', '2025-03-04')
    expect(status).toBe(0)
    expect(linesOf(stdout)[0]).toBe('Who leads Tarn Council, on 2025-03-04')
  })

  test('leads it another day is not certain, and says why', () => {
    const {stdout} = on('who', 'leads', 'Tarn Council', '--on', '2026')
    expect(stdout).toMatch(
      /Said before, with no end told 2\n[\s\S]*Ida Fenn · mayor\n +last said to hold it on 2025-03-04, and no end is told/
    )
    expect(stdout).not.toContain('Said so')
  })

  test('speaks for it, and belongs to it', () => {
    expect(on('who', 'speaks-for', 'Tarn Council', '--on', '2025').stdout).toMatch(/Lea Roth · spokeswoman/)
    expect(on('who', 'belongs-to', 'Tarn Council', '--on', '2025').stdout).toContain('Said so 3')
  })

  test('as JSON, with every claim', () => {
    const {stdout} = on('who', 'leads', 'Tarn Council', '--on', '2025-03', '--json')
    const found = JSON.parse(stdout)
    expect(found).toMatchObject({
      format: 'hearsay-who/1',
      asked: 'leads',
      name: 'Tarn Council',
      on: '2025-03',
      answerCount: 2
    })
    expect(found.answers[0]).toMatchObject({holds: 'stated', byCount: 1, against: [], by: [{claimKind: 'role'}]})
  })

  test('by reports up to a day, and as the record stood', () => {
    expect(on('who', 'leads', 'Tarn Council', '--on', '2025', '--known', '2025-03-03').status).toBe(4)
    expect(on('who', 'leads', 'Tarn Council', '--on', '2025', '--recorded', '3').stdout).not.toContain('Oskar Lind')
    const {stdout: checkpoint} = on('checkpoint')
    const file = join(place.folder, 'checkpoint.txt')
    writeFileSync(file, checkpoint)
    expect(on('who', 'leads', 'Tarn Council', '--on', '2025', '--recorded', file).stdout).toContain('Oskar Lind')
  })

  test('nobody on record ends with 4, an unknown name too, and a wrong call with 2', () => {
    expect(on('who', 'leads', 'Harbour Board', '--on', '2025')).toMatchObject({status: 4})
    expect(on('who', 'leads', 'Nowhere', '--on', '2025')).toMatchObject({status: 4})
    expect(on('who', 'rules', 'Tarn Council').status).toBe(2)
    expect(on('who', 'leads', 'Tarn Council', '--on', 'spring').status).toBe(2)
    expect(on('who', 'leads', 'Tarn Council', '--recorded', 'nothing.txt').stderr).toContain(
      'neither a place of the log nor a file with a checkpoint'
    )
  })

  test('a point that the log has not come to, or that is of another log, is refused', () => {
    const asked = (point: string) => on('who', 'leads', 'Tarn Council', '--on', '2025', '--recorded', point)
    expect(asked('9999').stderr).toMatch(/for --recorded: the log has come to place \d+, and no further/)
    const file = join(place.folder, 'other.txt')
    writeFileSync(file, on('checkpoint').stdout.replace(/^\S+/, 'another.example/log'))
    expect(asked(file)).toMatchObject({status: 2})
    expect(asked(file).stderr).toContain('it is a checkpoint of "another.example/log"')
  })
})

suite('timeline', () => {
  test('of a body: who held which post, first and last observed, and what is told', () => {
    const {status, stdout} = on('timeline', 'Tarn', 'Council')
    expect(status).toBe(0)
    expect(stdout).toMatch(/Ida Fenn · mayor, Tarn Council +1 claim\n +observed +2025-03-04\n/)
    expect(stdout).toContain('Oskar Lind · mayor, Tarn Council')
  })

  test('of a person, as JSON', () => {
    const found = JSON.parse(on('timeline', 'Ida Fenn', '--json').stdout)
    expect(found).toMatchObject({
      format: 'hearsay-timeline/1',
      name: 'Ida Fenn',
      tenures: [{title: 'mayor', body: {name: 'Tarn Council'}, begun: [], ended: []}]
    })
  })

  test('of whom nothing is told ends with 4', () => {
    expect(on('timeline', 'Harbour Board').status).toBe(4)
  })
})

function on(...args: string[]): Ended {
  return hearsay([...args, '--record', place.path])
}
