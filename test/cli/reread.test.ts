import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {takeIn} from '../../src/intake/take-in.ts'
import type {Journey} from '../../src/pipeline.ts'
import type {Statement} from '../../src/reading/reading.ts'
import type {Store} from '../../src/record/store.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'
import {type Ended, hearsay, linesOf} from './hearsay-process.ts'

const TEXT = `Quay to close

2 April 2025

Anna Marlow said the old quay will close before the winter. "Nobody at the harbour office has seen the plan," she said.

Jörg Ebersøn denied that the fleet had been asked to leave.
`
const bytes = new TextEncoder().encode(TEXT)
const rosa = {by: 'rosa', at: '2026-03-02T10:00:00.000Z'}

let place: TemporaryRecord

beforeEach(() => {
  place = temporaryRecord()
  writeFileSync(join(place.folder, 'quay.txt'), TEXT)
})
afterEach(() => place.remove())

test('the same reader finds the same, says so and adds nothing, whatever was given when it first read', () => {
  on('read', 'quay.txt', '--title', 'A title of my own', '--published', '2025-04-03', '--quiet')
  const {status, stdout} = on('reread', 'quay.txt')
  expect(status).toBe(0)
  expect(stdout).toContain('A title of my own')
  expect(stdout).toContain('read as it was before: nothing was added')
  expect(linesOf(on('reread', '--all').stdout)).toEqual(['1 document read again: 0 otherwise, 1 as before'])
  expect(JSON.parse(on('reread', '--all', '--json').stdout)).toMatchObject({isNew: false})
  expect(linesOf(on('show', 'quay.txt').stdout).filter(line => line.includes('read by Hearsay'))).toHaveLength(1)
})

test('a list that was imported is left as it is, and that is said', () => {
  writeFileSync(join(place.folder, 'people.csv'), 'name,title,organisation\nAnna Marlow,clerk,Harbour Office\n')
  on('import', 'people.csv')
  const alone = on('reread', 'people.csv')
  expect(alone).toMatchObject({status: 0, stderr: ''})
  expect(alone.stdout).toMatch(/^Left doc-[0-9a-f]+ as it is: a list that was imported/)
  on('read', 'quay.txt', '--quiet')
  expect(linesOf(on('reread', '--all').stdout)).toEqual([
    '1 document read again: 0 otherwise, 1 as before; 1 imported list left as it is'
  ])
  const reread = linesOf(on('reread', '--all', '--json').stdout).map(line => JSON.parse(line))
  expect(reread.filter(({leftAlone}) => leftAlone !== undefined)).toHaveLength(1)
})

test('a newer reader tells what it finds otherwise, and what was judged finds its words or stays', async () => {
  const older = await olderReading()
  const store = await place.open()
  await store.save(older, {bytes, at: rosa.at, source: 'quay.txt'})
  const [closing, invented] = older.reading.statements as [Statement, Statement]
  await store.judging.judge({kind: 'accept', about: closing.id, ...rosa})
  await store.judging.judge({kind: 'accept', about: invented.id, ...rosa})
  await store.close()
  const {status, stdout} = on('reread', 'quay.txt')
  expect(status).toBe(0)
  expect(stdout).toMatch(/found now \d/)
  expect(stdout).toMatch(/no longer found 2/)
  expect(stdout).toMatch(/judged, and found again in other words 1\n.*✓ accepted by rosa/)
  expect(stdout).toMatch(/judged, and no longer found: they stand by a person’s word 1\n.*✓ accepted by rosa/)
  expect(on('show', 'quay.txt').stdout).toContain('old quay will close before the winter')
  expect(on('reread', 'quay.txt').stdout).toContain('nothing was added')
  expect(on('verify').status).toBe(0)
})

test('a run is the machine’s alone: a correction stands beside it, and taken back leaves nothing behind', () => {
  on('read', 'quay.txt', '--quiet')
  const before = on('show', 'quay.txt').stdout
  const {id} = JSON.parse(on('correct', 'quay.txt', 'published', '2021-04-02', '--by', 'rosa', '--json').stdout)
  expect(on('reread', 'quay.txt').stdout).toContain('nothing was added')
  const page = on('show', 'quay.txt').stdout
  expect(page).toContain('2021-04-02 as corrected by rosa, read as 2025-04-02')
  expect(page).toContain('counted from 2025-04-02')
  on('undo', id)
  expect(on('show', 'quay.txt').stdout).toBe(before)
})

test('what is not there, or not named, is told', () => {
  on('read', 'quay.txt', '--quiet')
  expect(on('reread').status).toBe(2)
  expect(on('reread', 'nothing.txt').status).toBe(4)
  expect(on('reread', '--all', '--workers', 'many').status).toBe(2)
})

/** As a reader before this one might have read it: one claim in fewer words, and one that is no claim. */
async function olderReading(): Promise<Journey> {
  on('read', 'quay.txt', '--quiet')
  const store: Store = await place.open()
  const {id} = (await store.documents()).items[0]!
  const reading = (await store.reading(id))!
  await store.close()
  await place.remove()
  place = temporaryRecord()
  writeFileSync(join(place.folder, 'quay.txt'), TEXT)
  const [first] = reading.statements as [Statement]
  const shorter = first.content.map(({start, end}) => ({start: start + 'the '.length, end}))
  const isContent = (start: number) => first.content.some(span => span.start === start)
  const evidence = first.evidence.map(span => (isContent(span.start) ? {...span, start: span.start + 4} : span))
  const moved = {...first, id: 'statement-aaaaaaaaaaaaaaaaaaaaaaaa', content: shorter, evidence}
  const title = [{start: 0, end: 'Quay to close'.length}]
  const invented = {...first, id: 'statement-bbbbbbbbbbbbbbbbbbbbbbbb', content: title, evidence: title}
  return {
    document: takeIn({ref: 'quay.txt', bytes}),
    reading: {...reading, reader: {version: '0.0.1', models: {}}, statements: [moved, invented]}
  }
}

function on(...args: readonly string[]): Ended {
  return hearsay(args, {env: {HEARSAY_RECORD: place.path, COLUMNS: '120'}, cwd: place.folder})
}
