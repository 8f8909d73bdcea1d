import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {RecordGenerator} from '../../bench/record-generator.ts'
import type {Store} from '../../src/record/store.ts'
import {derivedRows} from '../support/derived-rows.ts'
import {captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'

const harbour = journeyOf(HARBOUR)
const cannery = journeyOf({...HARBOUR, title: 'The cannery of Velmora'})

let record: TemporaryRecord
let store: Store

beforeEach(async () => {
  record = temporaryRecord()
  store = await record.open()
})
afterEach(async () => {
  await store.close()
  await record.remove()
})

/** Do something to the record behind the store's back. */
function raw<Result>(act: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(record.path)
  try {
    return act(database)
  } finally {
    database.close()
  }
}

function waiting(): number {
  return raw(database => Number(database.prepare('select count(*) as count from to_derive').get()!.count))
}

describe('what follows from a saved document', () => {
  test('is derived with the next question, and saving does not wait for it', async () => {
    await store.save(harbour, captureOf(harbour))
    expect(waiting()).toBe(1)
    expect((await store.search.find('quay')).hits).not.toEqual([])
    expect(waiting()).toBe(0)
  })

  test('is derived by another process that asks, when the one that saved is gone', async () => {
    await store.save(harbour, captureOf(harbour))
    await store.close()
    store = await record.open()
    expect((await store.documents()).items.map(({id}) => id)).toEqual([harbour.document.id])
  })

  test('is derived once, by whichever of many questions comes first', async () => {
    await store.save(harbour, captureOf(harbour))
    await store.save(cannery, captureOf(cannery))
    const caughtUp = await Promise.all(Array.from({length: 5}, () => store.catchUp()))
    expect(caughtUp.map(({derived}) => derived).sort()).toEqual([0, 0, 0, 0, 2])
  })

  test('is the same, and as sound, whether somebody asked after every document or after the last', async () => {
    const generator = new RecordGenerator(11)
    const other = temporaryRecord()
    const asking = await other.open()
    for (let number = 0; number < 60; number++) {
      const {journey, capture} = generator.document(number)
      await store.save(journey, capture)
      await asking.save(journey, capture)
      await asking.catchUp()
    }
    expect(await store.check()).toMatchObject({faults: [], documentsChecked: 60})
    expect(await store.catchUp()).toEqual({derived: 60, failed: []})
    expect(derivedRows(record.path)).toEqual(derivedRows(other.path))
    expect(derivedRows(record.path).every(rows => rows.length > 0)).toBe(false)
    expect(await store.check()).toMatchObject({faults: []})
    await asking.close()
    await other.remove()
  })

  test('is of this project alone', async () => {
    const elsewhere = await record.open('elsewhere')
    await elsewhere.save(harbour, captureOf(harbour))
    await store.documents()
    expect(waiting()).toBe(1)
    expect((await elsewhere.documents()).items).toHaveLength(1)
    await elsewhere.close()
  })
})

test('a record that an older version derived is derived anew when it is opened, before anything is answered', async () => {
  await store.save(harbour, captureOf(harbour))
  await store.catchUp()
  await store.close()
  raw(database => database.exec("update derived_by set version = 0; update search_words set words = 'old words'"))
  store = await record.open()
  expect((await store.search.find('old words')).hits).toEqual([])
  expect((await store.search.find('quay')).hits).not.toEqual([])
  expect(await store.check()).toMatchObject({faults: []})
})

describe('a document from which nothing can be derived', () => {
  const {id} = harbour.document

  beforeEach(async () => {
    raw(database =>
      database.exec(`create trigger broken before insert on effect when new.document = '${id}'
        begin select raise(abort, 'no such luck'); end`)
    )
    for (const journey of [harbour, cannery]) await store.save(journey, captureOf(journey))
  })

  test('is kept and told of, and keeps no other from being found', async () => {
    expect(await store.catchUp()).toEqual({derived: 1, failed: [{document: id, why: expect.stringContaining('luck')}]})
    expect((await store.documents()).items.map(each => each.id)).toEqual([cannery.document.id])
    const {documents, stuckDocuments} = await store.stats()
    expect(documents).toBe(1)
    expect(stuckDocuments).toEqual([{document: id, why: expect.stringContaining('luck')}])
    expect((await store.check()).faults).toContainEqual(expect.stringContaining(`${id} is kept, but nothing could be`))
  })

  test('is not tried again with every question, and found when all is made anew', async () => {
    await store.catchUp()
    raw(database => database.exec('drop trigger broken'))
    expect(await store.catchUp()).toEqual({derived: 0, failed: []})
    await store.deriveAgain()
    expect((await store.documents()).items).toHaveLength(2)
    expect(await store.check()).toMatchObject({faults: []})
  })
})
