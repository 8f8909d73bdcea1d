import {afterEach, beforeEach, expect, test} from 'vitest'
import {NotOnRecord} from '../../src/record/record-errors.ts'
import type {Store} from '../../src/record/store.ts'
import {allAnswers, importedCapture} from '../support/all-answers.ts'
import {CANNERY, captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'

const WORDS = {by: 'rosa', at: '2026-03-02T10:00:00.000Z', why: 'the wrong folder'}
const harbour = journeyOf(HARBOUR)
const cannery = journeyOf(CANNERY)

let place: TemporaryRecord
let store: Store

beforeEach(async () => {
  place = temporaryRecord()
  store = await place.open()
})
afterEach(async () => {
  await store.close()
  await place.remove()
})

test('an import is listed with who, when, what and how much, the last first', async () => {
  await store.save(harbour, importedCapture(captureOf(harbour), 'read reports/'))
  await store.save(
    cannery,
    importedCapture(captureOf(cannery, 'cannery.txt', '2026-03-01T12:00:00.000Z'), 'read 1 file')
  )
  expect(await store.life.imports()).toMatchObject([
    {what: 'read 1 file', by: 'rosa', at: '2026-03-01T12:00:00.000Z', documentCount: 1},
    {what: 'read reports/', documentCount: 1}
  ])
})

test('half a character pair in its words is kept as what can be stored', async () => {
  await store.save(harbour, importedCapture(captureOf(harbour), 'read \ud800', 'ro\udfffsa'))
  expect(await store.life.imports()).toMatchObject([{what: 'read \ufffd', by: 'ro\ufffdsa'}])
  expect((await store.check()).faults).toEqual([])
})

test('one that brings nothing new leaves no trace', async () => {
  await store.save(harbour, captureOf(harbour))
  const before = (await store.proof.checkpoint()).text
  await store.save(harbour, importedCapture(captureOf(harbour), 'read again'))
  expect(await store.life.imports()).toEqual([])
  expect((await store.proof.checkpoint()).text).toBe(before)
})

test('forgetting one hides what came with it alone, and taking that back restores every answer', async () => {
  const wrong = (journey: typeof harbour, source: string) =>
    importedCapture(captureOf(journey, source, '2026-03-01T12:00:00.000Z'), 'read wrong/')
  await store.save(harbour, captureOf(harbour))
  await store.save(harbour, wrong(harbour, 'wrong/harbour.txt'))
  await store.save(cannery, wrong(cannery, 'wrong/cannery.txt'))
  const before = await allAnswers(store)
  const [{id} = {id: ''}] = await store.life.imports()
  await store.life.forgetImport(id, WORDS)
  expect((await store.documents()).items.map(document => document.id)).toEqual([harbour.document.id])
  expect((await store.search.find('cannery')).hits).toEqual([])
  expect(await store.life.imports()).toMatchObject([{documentCount: 2, forgottenBy: expect.any(String)}])
  expect((await store.check()).faults).toEqual([])
  expect(await store.save(cannery, captureOf(cannery))).toMatchObject({isForgotten: true})
  expect(await store.life.forgetImport(id, WORDS)).toBeUndefined()
  await store.life.unforgetImport(id, {...WORDS, at: '2026-03-03T10:00:00.000Z'})
  const after = await allAnswers(store)
  for (const [question, answer] of Object.entries(before))
    if (!/judg|imports/i.test(question)) expect([question, after[question]]).toEqual([question, answer])
  expect((await store.check()).faults).toEqual([])
  expect(await store.life.unforgetImport(id, WORDS)).toBeUndefined()
})

test('a document that two imports brought stays until both are forgotten', async () => {
  for (const folder of ['one', 'two'])
    await store.save(harbour, importedCapture(captureOf(harbour, `${folder}/harbour.txt`), `read ${folder}/`))
  const [two, one] = await store.life.imports()
  await store.life.forgetImport(one!.id, WORDS)
  expect((await store.stats()).documents).toBe(1)
  await store.life.forgetImport(two!.id, WORDS)
  expect(await store.stats()).toMatchObject({documents: 0, forgottenDocuments: 1})
})

test('a document that is hidden with its import is told to be so', async () => {
  await store.save(harbour, importedCapture(captureOf(harbour)))
  const {id} = (await store.life.imports())[0]!
  await store.life.forgetImport(id, WORDS)
  await expect(store.unforget(harbour.document.id, WORDS)).rejects.toThrow(`it is hidden with ${id}`)
  await store.life.unforgetImport(id, WORDS)
  expect(await store.unforget(harbour.document.id, WORDS)).toBeUndefined()
})

test('one that is not on record cannot be forgotten', async () => {
  await expect(store.life.forgetImport('import-none', WORDS)).rejects.toThrow(NotOnRecord)
  await expect(store.life.unforgetImport('import-none', WORDS)).rejects.toThrow(NotOnRecord)
})
