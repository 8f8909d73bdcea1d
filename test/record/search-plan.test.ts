import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import type {SearchOptions} from '../../src/record/search.ts'
import {FtsSearch} from '../../src/record/sqlite/fts-search.ts'
import {type OpenDatabase, openDatabase} from '../../src/record/sqlite/open-database.ts'
import type {SearchLimits} from '../../src/record/sqlite/search-plan.ts'
import {captureOf, journeyOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'

/** Each has a title and two statements: the words of these stand in a claim and in a passage. */
const DOCUMENTS = 30

const record = temporaryRecord()
let database: OpenDatabase

beforeAll(async () => {
  const store = await record.open()
  for (let number = 0; number < DOCUMENTS; number++) {
    const journey = journeyOf({
      title: `Report ${number} of the harbour`,
      published: `20${10 + number}-05-01`,
      lines: [
        {speaker: 'Anna Marlow', cue: 'said', words: `the fleet of quay ${number} will wait`},
        {
          speaker: number === 3 ? 'Tomas Quill' : 'Ida Fenn',
          cue: 'said',
          words: `nobody asked the ${number === 4 ? 'lost heron' : 'heron'}`
        }
      ]
    })
    await store.save(journey, captureOf(journey, `reports/${number}.txt`))
  }
  await store.catchUp()
  await store.close()
  database = await openDatabase(record.path, {create: false})
})

afterAll(async () => {
  await database.db.destroy()
  await record.remove()
})

function searchWith(limits: SearchLimits) {
  const search = new FtsSearch({db: database.db, project: 'default'}, limits)
  return async (words: string, options: SearchOptions = {}) => {
    const {hits, isCapped, hasMore} = await search.find(words, {limit: 200, ...options})
    return {isCapped, hasMore, found: hits.map(hit => `${hit.document.published?.slice(0, 4)} ${hit.kind}`)}
  }
}

const UNLIMITED = {ranked: 10_000, scanned: 10_000, broad: 10_000}

suite('a search that would go through too much', () => {
  test('is not capped where everything can be ranked', async () => {
    const {isCapped, found} = await searchWith(UNLIMITED)('fleet')
    expect({isCapped, count: found.length}).toEqual({isCapped: false, count: 2 * DOCUMENTS})
  })

  test('ranks only the newest matches, and says so', async () => {
    const {isCapped, found} = await searchWith({...UNLIMITED, ranked: 10})('fleet')
    expect(isCapped).toBe(true)
    expect(found).toHaveLength(10)
    expect(new Set(found.map(each => each.slice(0, 4)))).toEqual(new Set(['2035', '2036', '2037', '2038', '2039']))
  })

  test('ranks the same by the narrow words of a query as by all of them, where the broad ones are everywhere', async () => {
    const limited = searchWith({...UNLIMITED, broad: 50})
    for (const words of ['fleet quay 7', 'lost heron', '"the lost heron"', 'quill OR 7', 'lost -quill', 'fl* 12'])
      expect(await limited(words), words).toEqual(await searchWith(UNLIMITED)(words))
  })

  test('looks only at the newest rows where every word is broad, even for a phrase that is nowhere', async () => {
    const limited = searchWith({...UNLIMITED, broad: 40})
    const {isCapped, found} = await limited('"the fleet"')
    expect(isCapped).toBe(true)
    expect(found[0]).toMatch(/^2039 /)
    expect(found.length).toBeLessThan(20)
    expect(await limited('"fleet the"')).toEqual({isCapped: true, hasMore: false, found: []})
    expect(await limited('fleet -the')).toEqual({isCapped: true, hasMore: false, found: []})
  })

  test('finds all of one document, and all of one speaker, however broad the words', async () => {
    const limited = searchWith({...UNLIMITED, broad: 40})
    const id = (await new FtsSearch({db: database.db, project: 'default'}).find('quay 5')).hits[0]!.document.id
    expect(await limited('the', {document: id})).toEqual(await searchWith(UNLIMITED)('the', {document: id}))
    expect(await limited('the', {speaker: 'Quill'})).toMatchObject({isCapped: false, found: ['2013 statement']})
  })

  test('looks for what a filter wants among the newest that may be scanned', async () => {
    const limited = searchWith({...UNLIMITED, ranked: 10, scanned: 30})
    expect((await limited('fleet', {to: '2030-12-31'})).found).toEqual([
      '2030 passage',
      '2030 statement',
      '2029 passage',
      '2029 statement',
      '2028 passage',
      '2028 statement',
      '2027 passage',
      '2027 statement',
      '2026 passage',
      '2026 statement',
      '2025 passage',
      '2025 statement'
    ])
  })

  test('comes in pages that do not overlap', async () => {
    const limited = searchWith({...UNLIMITED, ranked: 10})
    const pages = await Promise.all([0, 4, 8].map(offset => limited('fleet', {limit: 4, offset})))
    expect(pages.map(({found}) => found.length)).toEqual([4, 4, 2])
    expect(pages.flatMap(({found}) => found)).toEqual((await limited('fleet')).found)
    expect(pages.map(({hasMore}) => hasMore)).toEqual([true, true, false])
  })
})
