import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {captureOf, journeyOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay, linesOf} from './hearsay-process.ts'

const place = temporaryRecord()

beforeAll(async () => {
  const store = await place.open()
  for (const [index, words] of [
    'the guild paid the dockers',
    'the guild did not pay the dockers',
    'nobody has seen the plan'
  ].entries()) {
    const journey = journeyOf({
      title: `Report ${index + 1}`,
      outlet: 'Velmora Courier',
      published: `2025-04-0${index + 1}`,
      lines: [{speaker: 'Anna Marlow', cue: 'said', words}]
    })
    await store.save(journey, captureOf(journey, `${index + 1}.txt`, `2026-03-0${index + 1}T09:00:00.000Z`))
  }
  await store.close()
})
afterAll(() => place.remove())

suite('new', () => {
  test('of a document says what each claim brought, and what it rests on', () => {
    const {status, stdout} = on('new', '2.txt')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^ {2}1 contradicts$/m)
    expect(stdout).toMatch(/contradicts +Anna Marlow said the guild did not pay the dockers/)
    expect(stdout).toMatch(/≠ Anna Marlow said the guild paid the dockers +◇ \d\d %/)
    expect(stdout).toContain('Velmora Courier, Report 1 · 2025-04-01 · statement-')
  })

  test('since a place, a day or some time has the documents saved since, the last first', () => {
    const titles = (...args: string[]) =>
      linesOf(on('new', '--since', ...args).stdout).filter(line => line.startsWith('Report'))
    expect(titles('2026-03-02').map(line => line.slice(0, 8))).toEqual(['Report 3', 'Report 2'])
    expect(titles('0', '--limit', '1')).toHaveLength(1)
    expect(titles('100 years')).toHaveLength(3)
    expect(on('new', '--since', '999999').status).toBe(4)
  })

  test('as JSON has a document a line', () => {
    const lines = linesOf(on('new', '--since', '0', '--json').stdout).filter(Boolean)
    expect(lines.map(line => JSON.parse(line).counts)).toMatchObject([{new: 1}, {contradicts: 1}, {new: 1}])
  })

  test('of nothing, of both, or since no time, says what to write', () => {
    expect(on('new')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('name a document, or say --since when')
    })
    expect(on('new', '2.txt', '--since', '0').status).toBe(2)
    expect(on('new', '--since', 'yesterday').stderr).toContain('write a day such as 2016-12-31')
  })
})

suite('contradictions', () => {
  test('have both sides with their words and sources', () => {
    const {status, stdout} = on('contradictions')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^opposite-statement contradiction-[\da-f]{8} +open$/m)
    expect(stdout).toMatch(/before +Anna Marlow said the guild paid the dockers/)
    expect(stdout).toMatch(/later +Anna Marlow said the guild did not pay the dockers/)
  })

  test('are found by a name, a document, a kind', () => {
    expect(on('contradictions', 'Anna', 'Marlow').status).toBe(0)
    expect(on('contradictions', '--document', '1.txt').status).toBe(0)
    expect(on('contradictions', '--document', '3.txt').status).toBe(4)
    expect(on('contradictions', '--kind', 'date')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('Nothing on record')
    })
    expect(on('contradictions', 'Nobody Known')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('nobody on record')
    })
  })

  test('are settled by a person, and stay', () => {
    const [{id}] = [JSON.parse(on('contradictions', '--json').stdout)]
    expect(on('settle', id).stderr).toContain('give --why')
    expect(on('settle', id.slice(0, 20), '--why', 'two winters', '--by', 'rosa').status).toBe(0)
    const {stdout} = on('contradictions', id)
    expect(stdout).toMatch(/explained$/m)
    expect(stdout).toMatch(/judged +explained by rosa, \d{4}-\d\d-\d\d: two winters/)
    expect(on('contradictions', '--state', 'open').status).toBe(4)
    expect(on('contradictions').status).toBe(0)
    expect(on('settle', 'contradiction-ffffffff', '--state', 'resolved')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('none on record')
    })
  })
})

suite('compare', () => {
  test('shows what one speaker said of something over time, with what changed marked', () => {
    const {status, stdout} = on('compare', 'Anna Marlow', 'dockers')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^2025-04-01 +said the guild paid the dockers/m)
    expect(stdout).toMatch(/^2025-04-02 +said the guild ⟦did not pay⟧ the dockers/m)
    expect(stdout).not.toContain('the plan')
  })

  test('without words has all she said; as JSON, one object a statement', () => {
    const statements = linesOf(on('compare', 'Anna Marlow', '--json').stdout)
      .filter(Boolean)
      .map(line => JSON.parse(line))
    expect(statements.map(({date, words}) => [date, words])).toEqual([
      ['2025-04-01', 'the guild paid the dockers'],
      ['2025-04-02', 'the guild did not pay the dockers'],
      ['2025-04-03', 'nobody has seen the plan']
    ])
    expect(statements[1].differences).toEqual([{start: 10, end: 21}])
    expect(statements[1].likest).toBe(statements[0].claim.id)
  })

  test('of nothing that fits says so', () => {
    expect(on('compare', 'Anna Marlow', 'zeppelin')).toMatchObject({
      status: 4,
      stderr: expect.stringContaining('No statement of Anna Marlow')
    })
  })
})

function on(...args: string[]): Ended {
  return hearsay(['--record', place.path, ...args])
}
