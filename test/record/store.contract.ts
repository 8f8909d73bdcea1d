import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Journey} from '../../src/pipeline.ts'
import {NotOnRecord, RecordConflict} from '../../src/record/record-errors.ts'
import type {Store} from '../../src/record/store.ts'
import {anyJourney, CANNERY, captureOf, fullJourney, HARBOUR, journeyOf, type Told} from '../support/journeys.ts'
import {readingFaults} from '../support/reading-schema.ts'

/** Somewhere to keep records for one test: every `open` is of the same place. */
export interface Place {
  open(project?: string): Promise<Store>
  remove(): Promise<void>
}

const JUDGEMENT = {by: 'rosa', at: '2026-03-02T10:00:00.000Z', why: 'read by mistake'}
const harbour = journeyOf(HARBOUR)
const cannery = journeyOf(CANNERY)
const full = fullJourney()

/** What every store must do, whatever keeps it. */
export function storeContract(engine: string, makePlace: () => Promise<Place>): void {
  let place: Place
  let store: Store

  beforeEach(async () => {
    place = await makePlace()
    store = await place.open()
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  describe(`${engine}: saving`, () => {
    test('a new document adds its capture, its run and its claims', async () => {
      const saved = await store.save(harbour, captureOf(harbour))
      expect(saved).toMatchObject({isNew: true, captureAdded: true, runAdded: true, claimsAdded: 3, claimCount: 3})
      expect(saved).toMatchObject({documentId: harbour.document.id, isForgotten: false})
    })

    test('the same document again adds nothing', async () => {
      await store.save(harbour, captureOf(harbour))
      const before = await everything(store)
      const again = await store.save(harbour, captureOf(harbour, undefined, '2026-05-05T05:05:05.000Z'))
      expect(again).toMatchObject({isNew: false, captureAdded: false, runAdded: false, claimsAdded: 0, claimCount: 3})
      expect(await everything(store)).toEqual(before)
    })

    test('the same bytes from elsewhere add a capture and nothing else', async () => {
      await store.save(harbour, captureOf(harbour))
      const again = await store.save(harbour, captureOf(harbour, 'https://velmora.example/quay'))
      expect(again).toMatchObject({isNew: false, captureAdded: true, runAdded: false, claimsAdded: 0})
      const found = await store.document(harbour.document.id)
      expect(found?.captures.map(({source}) => source)).toEqual(['reports/harbour.txt', 'https://velmora.example/quay'])
      expect(found?.captures[0]?.headers).toEqual({'content-type': 'text/plain'})
      expect(found?.ref).toBe('reports/harbour.txt')
    })

    test('bytes that are not those of the document are refused, and nothing is kept', async () => {
      await expect(store.save(harbour, captureOf(cannery))).rejects.toThrow(RangeError)
      expect((await store.stats()).documents).toBe(0)
    })

    test('another text under the same id is refused, and nothing is kept', async () => {
      await store.save(harbour, captureOf(harbour))
      const before = await everything(store)
      const other = {...harbour, document: {...harbour.document, text: `${harbour.document.text}!`}}
      await expect(store.save(other, captureOf(harbour, 'elsewhere.txt'))).rejects.toThrow(RecordConflict)
      expect(await everything(store)).toEqual(before)
    })

    test('documents saved at the same time are all kept', async () => {
      const journeys = Array.from({length: 12}, (_, index) => journeyOf({...HARBOUR, title: `Report ${index}`}))
      await Promise.all(journeys.map(journey => store.save(journey, captureOf(journey))))
      expect((await store.stats()).documents).toBe(12)
      expect((await store.check()).faults).toEqual([])
    })

    test('two stores of one place write in turn', async () => {
      const other = await place.open()
      const journeys = Array.from({length: 10}, (_, index) => journeyOf({...HARBOUR, title: `Report ${index}`}))
      await Promise.all(journeys.map((journey, index) => (index % 2 ? store : other).save(journey, captureOf(journey))))
      expect((await other.stats()).documents).toBe(10)
      await other.close()
    })
  })

  describe(`${engine}: a newer reader`, () => {
    const newer = journeyOf({...HARBOUR, readerVersion: '2.0.0', found: 2, score: 0.7})

    test('adds a run beside the older one, and its view is the one shown', async () => {
      await store.save(harbour, captureOf(harbour))
      const saved = await store.save(newer, captureOf(newer, undefined, '2026-04-01T00:00:00.000Z'))
      expect(saved).toMatchObject({isNew: false, runAdded: true, claimsAdded: 0, claimCount: 2})
      const found = await store.document(harbour.document.id)
      expect(found?.runs.map(({reader, claimCount}) => [reader.version, claimCount])).toEqual([
        ['1.0.0', 3],
        ['2.0.0', 2]
      ])
      expect(await store.reading(harbour.document.id)).toEqual(newer.reading)
      expect(await store.reading(harbour.document.id, found?.runs[0]?.id)).toEqual(harbour.reading)
    })

    test('leaves a claim it no longer finds on record, unsupported', async () => {
      await store.save(harbour, captureOf(harbour))
      await store.save(newer, captureOf(newer, undefined, '2026-04-01T00:00:00.000Z'))
      const lost = harbour.reading.statements[2]!
      expect(await store.claim(lost.id)).toMatchObject({claim: lost, isSupported: false})
      const kept = harbour.reading.statements[0]!
      expect(await store.claim(kept.id)).toMatchObject({
        claim: {score: 0.7},
        isSupported: true,
        firstReadAt: '2026-03-01T09:00:00.000Z'
      })
      const document = harbour.document.id
      expect((await store.claims({document})).items).toHaveLength(2)
      expect((await store.claims({document, includeUnsupported: true})).items).toHaveLength(3)
      expect((await store.search.find('nobody', {kinds: ['statement']})).hits).toHaveLength(0)
    })
  })

  describe(`${engine}: what was saved comes back`, () => {
    test('a reading with every kind of claim, exactly', async () => {
      expect(readingFaults(full.reading)).toEqual([])
      await store.save(full, captureOf(full))
      expect(await store.reading(full.document.id)).toEqual(full.reading)
      expect((await store.document(full.document.id))?.document).toEqual(full.document)
      expect(await store.bytes(full.document.id)).toEqual(Buffer.from(full.bytes))
    })

    test('a reading is written as it was: the same JSON, character for character', async () => {
      await store.save(full, captureOf(full))
      expect(JSON.stringify(await store.reading(full.document.id))).toBe(JSON.stringify(full.reading))
    })

    test('any document, with whatever characters', async () => {
      await fc.assert(
        fc.asyncProperty(anyJourney(), async told => {
          const journey = journeyOf(told)
          const before = await store.reading(journey.document.id)
          await store.save(journey, captureOf(journey))
          expect(await store.reading(journey.document.id)).toEqual(journey.reading)
          expect((await store.document(journey.document.id))?.document).toEqual(journey.document)
          expect(before === undefined || journey.document.text !== '').toBe(true)
        }),
        {numRuns: 60}
      )
      expect((await store.check()).faults).toEqual([])
    })

    test('an empty document', async () => {
      const empty = journeyOf({title: '', lines: []})
      await store.save(empty, captureOf(empty))
      expect(await store.reading(empty.document.id)).toEqual(empty.reading)
    })

    test('nothing, for an id that is not there', async () => {
      expect(await store.document('doc-0')).toBeUndefined()
      expect(await store.reading('doc-0')).toBeUndefined()
      expect(await store.bytes('doc-0')).toBeUndefined()
      expect(await store.claim('statement-0')).toBeUndefined()
      expect(await store.entity('doc-0:e1')).toBeUndefined()
      expect((await store.claims({entity: 'no address'})).items).toEqual([])
    })
  })

  test(`${engine}: saving documents in any order gives the same record`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyJourney(), {minLength: 2, maxLength: 4}), async tolds => {
        const once = await recordOf(tolds, makePlace)
        const reversed = await recordOf(tolds.toReversed(), makePlace)
        expect(reversed).toEqual(once)
      }),
      {numRuns: 8}
    )
  })

  test(`${engine}: saving twice changes nothing`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyJourney(), {minLength: 1, maxLength: 3}), async tolds => {
        expect(await recordOf([...tolds, ...tolds], makePlace)).toEqual(await recordOf(tolds, makePlace))
      }),
      {numRuns: 8}
    )
  })

  describe(`${engine}: lists`, () => {
    beforeEach(async () => {
      await store.save(harbour, captureOf(harbour))
      await store.save(cannery, captureOf(cannery, 'https://ledger.example/cannery'))
    })

    test('documents, the last saved first', async () => {
      const {items, cursor} = await store.documents()
      expect(items.map(({title}) => title)).toEqual([CANNERY.title, HARBOUR.title])
      expect(cursor).toBeUndefined()
      expect(items[1]).toMatchObject({
        id: harbour.document.id,
        ref: 'reports/harbour.txt',
        published: '2025-04-02',
        outlet: 'Velmora Courier',
        authors: ['Ida Fenn'],
        claimCount: 3,
        savedAt: '2026-03-01T09:00:00.000Z'
      })
    })

    test('a page at a time', async () => {
      const first = await store.documents({limit: 1})
      const second = await store.documents({limit: 1, cursor: first.cursor!})
      expect([...first.items, ...second.items].map(({title}) => title)).toEqual([CANNERY.title, HARBOUR.title])
      expect(second.cursor).toBeUndefined()
      const claims = await store.claims({limit: 2})
      const more = await store.claims({limit: 10, cursor: claims.cursor!})
      expect([...claims.items, ...more.items].map(({id}) => id)).toEqual(
        [...harbour.reading.statements, ...cannery.reading.statements].map(({id}) => id)
      )
      await expect(store.documents({cursor: 'no cursor'})).rejects.toThrow(RangeError)
    })

    test('documents by words of title, outlet, author or source', async () => {
      const titles = async (words: string) => (await store.documents({words})).items.map(({title}) => title)
      expect(await titles('CANNERY')).toEqual([CANNERY.title])
      expect(await titles('velmora courier')).toEqual([HARBOUR.title])
      expect(await titles('ida fenn')).toEqual([HARBOUR.title])
      expect(await titles('ledger.example')).toEqual([CANNERY.title])
      expect(await titles('nowhere')).toEqual([])
    })

    test('documents by when they were published, as far as that is known', async () => {
      const titles = async (from?: string, to?: string) =>
        (await store.documents({...(from && {from}), ...(to && {to})})).items.map(({title}) => title)
      expect(await titles('2025-06-15')).toEqual([CANNERY.title])
      expect(await titles(undefined, '2025-04-02')).toEqual([HARBOUR.title])
      expect(await titles('2025-04-03', '2025-05-31')).toEqual([])
    })

    test('claims of an entity, with its words and its name', async () => {
      const [marlow] = await store.entities({document: harbour.document.id, name: 'anna MARLOW'})
      const {items} = await store.claims({entity: marlow!.address, parts: ['speaker']})
      expect(items.map(({words}) => words)).toEqual([
        ['Anna Marlow', 'said', 'the old quay will close before the winter'],
        ['Anna Marlow', 'added', 'nobody at the harbour office has seen the plan']
      ])
      expect(items[0]!.entities).toEqual({e1: {id: 'e1', kind: 'person', name: 'Anna Marlow'}})
      expect(marlow).toMatchObject({claimCount: 2, entity: harbour.reading.entities[0]})
      expect((await store.claims({entity: marlow!.address, parts: ['producer']})).items).toEqual([])
    })

    test('claims of a kind', async () => {
      await store.save(full, captureOf(full))
      const {items} = await store.claims({kinds: ['role', 'event']})
      expect(items.map(({claimKind}) => claimKind)).toEqual(['role', 'event'])
    })

    test('entities by a name without its accents and case, or by a word of it', async () => {
      const names = async (name: string) => (await store.entities({name})).map(({entity}) => entity.name)
      expect(await names('JORG EBERSON')).toEqual(['Jörg Ebersøn'])
      expect(await names('marlow')).toEqual(['Anna Marlow', 'Anna Marlow'])
      expect(await names('arlow')).toEqual([])
      expect(await names('…')).toEqual([])
    })

    test('what words may mean', async () => {
      const meant = async (words: string) => (await store.resolve(words)).map(({kind, id}) => `${kind} ${id}`)
      const {id} = harbour.document
      const statement = harbour.reading.statements[0]!.id
      expect(await meant(id)).toEqual([`document ${id}`])
      expect(await meant(id.slice(0, 9))).toEqual([`document ${id}`])
      expect(await meant(statement.slice(0, 16))).toEqual([`claim ${statement}`])
      expect(await meant(`${id.slice(0, 9)}:e2`)).toEqual([`entity ${id}:e2`])
      expect(await meant('https://ledger.example/cannery')).toEqual([`document ${cannery.document.id}`])
      expect(await meant('Tomas Quill')).toEqual([`entity ${cannery.document.id}:e2`])
      expect(await meant('cannery workers')).toEqual([`document ${cannery.document.id}`])
      expect(await meant('nobody of that name')).toEqual([])
      expect(await meant('  ')).toEqual([])
    })

    test('how much there is', async () => {
      expect(await store.stats()).toMatchObject({
        documents: 2,
        forgottenDocuments: 0,
        captures: 2,
        runs: 2,
        entities: 4,
        claims: {statement: 5, role: 0}
      })
    })
  })

  describe(`${engine}: projects`, () => {
    test('see nothing of each other', async () => {
      const other = await place.open('another')
      await store.save(harbour, captureOf(harbour))
      await store.save(cannery, captureOf(cannery))
      await other.save(cannery, captureOf(cannery))
      expect((await other.documents()).items.map(({title}) => title)).toEqual([CANNERY.title])
      expect(await other.document(harbour.document.id)).toBeUndefined()
      expect(await other.claim(harbour.reading.statements[0]!.id)).toBeUndefined()
      expect(await other.resolve(harbour.document.id)).toEqual([])
      expect(await other.entities({name: 'Jörg Ebersøn'})).toEqual([])
      expect((await other.search.find('quay')).hits.every(hit => hit.document.id === cannery.document.id)).toBe(true)
      expect((await other.claims({})).items).toHaveLength(2)
      await other.forget(cannery.document.id, JUDGEMENT)
      expect(await store.document(cannery.document.id)).toBeDefined()
      expect(await store.judgements()).toEqual([])
      await other.close()
    })
  })

  test(`${engine}: a project holds what it would hold alone, whatever is saved and forgotten in another`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyJourney(), fc.boolean()), {minLength: 2, maxLength: 5}), async tolds => {
        const shared = await makePlace()
        const [ours, theirs] = [await shared.open('ours'), await shared.open('theirs')]
        for (const [told, isOurs] of tolds) {
          const journey = journeyOf(told)
          await (isOurs ? ours : theirs).save(journey, captureOf(journey))
          if (!isOurs) await theirs.forget(journey.document.id, JUDGEMENT)
        }
        const alone = await makePlace()
        const only = await alone.open('ours')
        for (const [told] of tolds.filter(([, isOurs]) => isOurs))
          await only.save(journeyOf(told), captureOf(journeyOf(told)))
        expect(await everything(ours)).toEqual(await everything(only))
        for (const open of [ours, theirs, only]) await open.close()
        for (const used of [shared, alone]) await used.remove()
      }),
      {numRuns: 8}
    )
  })

  describe(`${engine}: forgetting`, () => {
    beforeEach(async () => {
      await store.save(harbour, captureOf(harbour))
      await store.save(cannery, captureOf(cannery))
    })

    test('hides a document and everything read in it', async () => {
      const {id} = harbour.document
      const judgement = await store.forget(id, JUDGEMENT)
      expect(judgement).toMatchObject({kind: 'forget', about: id, ...JUDGEMENT})
      expect(await store.document(id)).toBeUndefined()
      expect(await store.reading(id)).toBeUndefined()
      expect(await store.bytes(id)).toBeUndefined()
      expect(await store.claim(harbour.reading.statements[0]!.id)).toBeUndefined()
      expect(await store.entity(`${id}:e1`)).toBeUndefined()
      expect(await store.resolve(id)).toEqual([])
      expect((await store.documents()).items).toHaveLength(1)
      expect((await store.claims({})).items).toHaveLength(2)
      expect((await store.search.find('winter')).hits).toEqual([])
      expect(await store.stats()).toMatchObject({documents: 1, forgottenDocuments: 1})
      expect((await store.check()).faults).toEqual([])
    })

    test('and undoing it restores exactly what was there', async () => {
      const before = await everything(store)
      for (const round of [1, 2]) {
        await store.forget(harbour.document.id, JUDGEMENT)
        await store.unforget(harbour.document.id, {...JUDGEMENT, why: `round ${round}`})
      }
      expect(await everything(store)).toEqual(before)
      const kinds = (await store.judgements(harbour.document.id)).map(({kind}) => kind)
      expect(kinds).toEqual(['forget', 'undo', 'forget', 'undo'])
    })

    test('twice, or undoing what is not hidden, does nothing', async () => {
      const {id} = harbour.document
      expect(await store.unforget(id, JUDGEMENT)).toBeUndefined()
      expect(await store.forget(id, JUDGEMENT)).toBeDefined()
      expect(await store.forget(id, JUDGEMENT)).toBeUndefined()
      expect(await store.judgements()).toHaveLength(1)
    })

    test('stands when the document is read again', async () => {
      const {id} = harbour.document
      await store.forget(id, JUDGEMENT)
      const newer = journeyOf({...HARBOUR, readerVersion: '2.0.0'})
      expect(await store.save(newer, captureOf(newer, 'elsewhere.txt'))).toMatchObject({
        isForgotten: true,
        captureAdded: false,
        runAdded: false
      })
      await store.unforget(id, JUDGEMENT)
      expect((await store.document(id))?.runs).toHaveLength(1)
    })

    test('a hidden document can still be found, to bring it back', async () => {
      const {id} = harbour.document
      const found = {kind: 'document', id, label: HARBOUR.title}
      expect(await store.resolve(id, {isForgotten: true})).toEqual([])
      await store.forget(id, JUDGEMENT)
      for (const words of [id, id.slice(0, 9), 'reports/harbour.txt', HARBOUR.title])
        expect(await store.resolve(words, {isForgotten: true})).toEqual([found])
    })

    test('is refused for what is not on record', async () => {
      await expect(store.forget('doc-0', JUDGEMENT)).rejects.toThrow(NotOnRecord)
      await expect(store.unforget('doc-0', JUDGEMENT)).rejects.toThrow(NotOnRecord)
    })
  })

  describe(`${engine}: search`, () => {
    beforeEach(async () => {
      await store.save(harbour, captureOf(harbour))
      await store.save(cannery, captureOf(cannery))
    })

    const found = async (words: string, options: Parameters<Store['search']['find']>[1] = {}) =>
      (await store.search.find(words, {kinds: ['statement'], ...options})).hits.map(({words}) => words)

    test('finds claims by their words, with the words that match marked', async () => {
      const {hits, isCapped, hasMore} = await store.search.find('FLEET', {kinds: ['statement']})
      expect({isCapped, hasMore}).toEqual({isCapped: false, hasMore: false})
      expect(hits).toHaveLength(2)
      for (const {words, marks} of hits) expect(marks.map(({start, end}) => words.slice(start, end))).toEqual(['fleet'])
      expect(hits.map(({speaker}) => speaker).sort()).toEqual(['Jörg Ebersøn', 'Tomas Quill'])
    })

    test('finds passages, but not what was kept apart from the article', async () => {
      expect((await store.search.find('winter')).hits.map(({kind}) => kind)).toEqual(['statement', 'passage'])
      expect((await store.search.find('lovely')).hits).toEqual([])
    })

    test('finds a claim by who said it', async () => {
      expect(await found('eberson fleet')).toEqual([
        'Jörg Ebersøn denied that the fishing fleet had been asked to leave'
      ])
    })

    test('each kind of query means what it says', async () => {
      expect(await found('fleet leave')).toHaveLength(1)
      expect(await found('"fishing fleet"')).toHaveLength(2)
      expect(await found('"fleet fishing"')).toHaveLength(0)
      expect(await found('fleet -leave')).toHaveLength(1)
      expect(await found('winter OR rebuilt')).toHaveLength(2)
      expect(await found('rebui*')).toHaveLength(1)
      expect(await found('rebui')).toHaveLength(0)
    })

    test('keeps to a speaker, a document, a time', async () => {
      expect(await found('quay', {speaker: 'marlow'})).toHaveLength(2)
      expect(await found('quay', {speaker: 'Tomas Quill'})).toHaveLength(0)
      expect(await found('quay', {speaker: `${cannery.document.id}:e1`})).toHaveLength(1)
      expect(await found('quay', {document: harbour.document.id})).toHaveLength(1)
      expect(await found('quay', {from: '2025-06-01'})).toHaveLength(1)
      expect(await found('quay', {to: '2025-05-01'})).toHaveLength(1)
      expect(await found('quay', {kinds: []})).toHaveLength(0)
    })

    test('gives the next page', async () => {
      const first = await store.search.find('quay', {limit: 2})
      const second = await store.search.find('quay', {limit: 2, offset: 2})
      expect(first.hasMore).toBe(true)
      const key = (hit: (typeof first.hits)[number]) => `${hit.document.id} ${hit.kind} ${hit.span.start}`
      expect(new Set([...first.hits, ...second.hits].map(key)).size).toBe(4)
    })

    test('marks point at the words, and a claim points into its document', async () => {
      const {hits} = await store.search.find('quay', {kinds: ['statement']})
      for (const {span, document, words} of hits) {
        const {text} = (await store.reading(document.id))!.document
        expect(text.slice(span.start, span.end)).toBe(words)
      }
    })

    test('nothing that a user types is an error', async () => {
      const odd = [
        '',
        ' ',
        '"',
        '""',
        '-',
        '--',
        '*',
        'OR',
        'OR OR',
        'a OR',
        '(',
        ')',
        'NEAR(',
        'words:quay',
        'quay*"',
        '"quay',
        'AND',
        'NOT',
        'quay AND NOT',
        '^quay',
        'quay +',
        '{words}: quay',
        '\0',
        'quay\0fleet',
        '-quay',
        "'; drop table claim",
        '𝒬',
        '漢字',
        '\ud800'
      ]
      for (const words of odd) await expect(store.search.find(words)).resolves.toBeDefined()
      await fc.assert(
        fc.asyncProperty(fc.string({unit: 'binary', maxLength: 40}), async words => {
          await store.search.find(words)
        }),
        {numRuns: 200}
      )
      expect((await store.search.find('(quay)')).hits.length).toBeGreaterThan(0)
      expect((await store.search.find('…')).understood).toBe('')
    })

    test('made anew, it finds the same', async () => {
      const before = (await store.search.find('quay OR fleet')).hits
      await store.deriveAgain()
      expect((await store.search.find('quay OR fleet')).hits).toEqual(before)
    })
  })
}

/** Everything a store shows, in an order that does not depend on when it was saved. */
async function everything(store: Store): Promise<unknown> {
  const documents = (await store.documents({limit: 1000})).items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const whole = await Promise.all(
    documents.map(async ({id}) => ({
      document: await store.document(id),
      reading: await store.reading(id),
      claims: (await store.claims({document: id, includeUnsupported: true})).items,
      entities: await store.entities({document: id})
    }))
  )
  const {byteCount: _, place: _place, ...stats} = await store.stats()
  const hits = (await store.search.find('said OR denied OR wrote', {limit: 200})).hits
  return {whole, stats, found: hits.map(({document, claim, span}) => [document.id, claim, span.start].join()).sort()}
}

async function recordOf(tolds: readonly Told[], makePlace: () => Promise<Place>): Promise<unknown> {
  const place = await makePlace()
  const store = await place.open()
  try {
    // The same text with another outcome is another run, and the newest is shown: such pairs do depend on their order.
    const journeys = new Map(tolds.toSorted(byJson).map(told => [journeyOf(told).document.id, journeyOf(told)]))
    const chosen = tolds.map(told => journeys.get(journeyOf(told).document.id)!)
    for (const journey of chosen) await store.save(journey satisfies Journey, captureOf(journey))
    return await everything(store)
  } finally {
    await store.close()
    await place.remove()
  }
}

function byJson(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
