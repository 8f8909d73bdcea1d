import {afterEach, beforeEach, expect, test} from 'vitest'
import type {Journey} from '../../src/pipeline.ts'
import type {Contradiction, ContradictionQuery} from '../../src/record/compare/contradiction-index.ts'
import type {Store} from '../../src/record/store.ts'
import {castJourney} from '../support/cast.ts'
import {captureOf, journeyOf} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

type Cast = Journey & {readonly bytes: Uint8Array}

const PAID = 'the guild paid the dockers'
const UNPAID = 'the guild did not pay the dockers'

const BY = {by: 'rosa', at: '2026-03-02T10:00:00.000Z'}

/** Claims that cannot both hold, whatever keeps the record. */
export function contradictionsContract(engine: string, makePlace: () => Promise<Place>): void {
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

  const save = async (...casts: Cast[]) => {
    for (const [index, cast] of casts.entries()) await store.save(cast, captureOf(cast, `${index}.txt`))
  }

  /** Everything, a page after the other. */
  const pagesOf = async (query: ContradictionQuery) => {
    const items: Contradiction[] = []
    let cursor: string | undefined
    do {
      const page = await store.contradictions.find({...query, ...(cursor !== undefined && {cursor})})
      expect(page.items.length).toBeLessThanOrEqual(query.limit!)
      items.push(...page.items)
      cursor = page.cursor
    } while (cursor !== undefined)
    return items
  }

  test(`${engine}: a contradiction has both claims with their words, the first saved first`, async () => {
    const [one, other] = dispute()
    await save(one, other)
    const {items} = await store.contradictions.find()
    expect(items).toMatchObject([
      {
        kind: 'opposite-statement',
        state: 'open',
        earlier: {document: {id: one.document.id}, words: expect.arrayContaining(['the guild paid the dockers'])},
        later: {document: {id: other.document.id}, words: expect.arrayContaining(['the guild did not pay the dockers'])}
      }
    ])
    expect(items[0]).not.toHaveProperty('settled')
    expect(items[0]!.id).toMatch(/^contradiction-[\da-f]{24}$/)
  })

  test(`${engine}: its id stays when documents go and come back, and whatever else comes`, async () => {
    const [one, other] = dispute()
    await save(one, other)
    const [{id} = {id: ''}] = (await store.contradictions.find()).items
    await store.forget(one.document.id, BY)
    expect((await store.contradictions.find()).items).toEqual([])
    expect(await store.contradictions.get(id)).toBeUndefined()
    await store.unforget(one.document.id, BY)
    await save(third())
    expect((await store.contradictions.find()).items.map(each => each.id)).toContain(id)
    expect((await store.check()).faults).toEqual([])
  })

  test(`${engine}: of what many told, which are the first follows from what is shown, not from what was`, async () => {
    const told = Array.from({length: 12}, (_, number) =>
      journeyOf({
        title: `Report ${number}`,
        outlet: `Paper ${number}`,
        lines: [{speaker: 'Anna Marlow', cue: 'said', words: number < 10 ? PAID : UNPAID}]
      })
    )
    await save(...told)
    const count = async () => (await store.contradictions.find()).items.length
    expect(await count()).toBe(16)
    const all = (await store.contradictions.find()).items
    for (const limit of [1, 3, 8, 15, 16])
      expect(await pagesOf({subject: `${told[11]!.document.id}:e1`, limit})).toEqual(all)
    const ids = told.map(({document}) => document.id)
    for (const id of ids.slice(0, 7)) await store.forget(id, BY)
    expect(await count()).toBe(6)
    expect((await store.check()).faults).toEqual([])
    for (const id of ids.slice(0, 7).toReversed()) await store.unforget(id, BY)
    expect(await count()).toBe(16)
    expect((await store.check()).faults).toEqual([])
    await store.deriveAgain()
    expect(await count()).toBe(16)
  })

  test(`${engine}: a person settles it, with a reason, and may take that back; it stays on record`, async () => {
    await save(...dispute())
    const [{id} = {id: ''}] = (await store.contradictions.find()).items
    const settled = await store.judging.judge({
      kind: 'settle',
      about: id,
      state: 'explained',
      why: 'two winters',
      ...BY
    })
    expect(await store.contradictions.get(id)).toMatchObject({state: 'explained', settled: {...BY, why: 'two winters'}})
    expect((await store.contradictions.find({states: ['open']})).items).toEqual([])
    expect((await store.contradictions.find({states: ['explained']})).items).toHaveLength(1)
    await store.judging.judge({kind: 'settle', about: id, state: 'resolved', ...BY})
    expect(await store.contradictions.get(id)).toMatchObject({state: 'resolved'})
    expect((await store.contradictions.find()).items).toHaveLength(1)
    const all = await store.judging.judgements({about: id})
    await store.judging.undo(all.at(-1)!.id, BY)
    expect(await store.contradictions.get(id)).toMatchObject({state: 'explained'})
    await store.judging.undo(settled!.id, BY)
    expect(await store.contradictions.get(id)).toMatchObject({state: 'open'})
  })

  test(`${engine}: contradictions are found by subject, document, kind and state, a page at a time`, async () => {
    const [one, other] = dispute()
    await save(one, other, third())
    const ids = async (query: object) => (await store.contradictions.find(query)).items.map(({id}) => id)
    const all = await ids({})
    expect(all.length).toBe(2)
    expect(await ids({document: one.document.id})).toHaveLength(2)
    expect(await ids({document: other.document.id})).toHaveLength(1)
    expect(await ids({document: 'doc-none'})).toEqual([])
    expect(await ids({subject: `${one.document.id}:e1`})).toEqual(all)
    expect(await ids({subject: `${one.document.id}:e99`})).toEqual([])
    expect(await ids({kinds: ['value']})).toEqual([])
    expect(await ids({kinds: ['opposite-statement']})).toEqual(all)
    const first = await store.contradictions.find({limit: 1})
    const second = await store.contradictions.find({limit: 1, cursor: first.cursor!})
    expect([...first.items, ...second.items].map(({id}) => id)).toEqual(all)
    expect(second.cursor).toBeUndefined()
  })

  test(`${engine}: it is none where the record takes two of one name for two`, async () => {
    const [one, other] = dispute()
    await save(one, other)
    const at = ({document}: Cast) => {
      const start = document.text.indexOf('Anna Marlow')
      return {document: document.id, start, end: start + 'Anna Marlow'.length}
    }
    const judged = await store.judging.judge({kind: 'different', one: at(one), other: at(other), ...BY})
    expect((await store.contradictions.find()).items).toEqual([])
    await store.judging.undo(judged!.id, BY)
    expect((await store.contradictions.find()).items).toHaveLength(1)
  })

  test(`${engine}: two names that a person says are one contradict each other, until that is undone`, async () => {
    const one = says('Courier', PAID)
    const other = says('Gazette', UNPAID, 'Rosa Tamm')
    const [beside, third] = [says('Herald', UNPAID), says('Ledger', PAID, 'Rosa Tamm')]
    await save(one, other, beside, third)
    const all = async () => await store.contradictions.find()
    const before = await all()
    expect(before.items).toHaveLength(2)
    const judged = (await store.judging.judge({
      kind: 'same',
      one: nameIn(one, 'Anna Marlow'),
      other: nameIn(other, 'Rosa Tamm'),
      ...BY
    }))!
    const {items} = await all()
    expect(
      items.map(each => [each.earlier, each.later].map(({document: {title}}) => title!.split(' ').at(-1)))
    ).toEqual([
      ['Gazette', 'Ledger'],
      ['Herald', 'Ledger'],
      ['Courier', 'Herald'],
      ['Courier', 'Gazette']
    ])
    expect((await store.check()).faults).toEqual([])
    const news = await store.news.ofDocument(other.document.id)
    expect(news!.claims[0]!.restsOn.map(({contradictionId}) => contradictionId)).toEqual([items[3]!.id])
    for (const subject of [`${one.document.id}:e1`, `${third.document.id}:e1`])
      expect((await store.contradictions.find({subject})).items).toEqual(items)
    expect((await store.contradictions.find({document: other.document.id})).items.map(({id}) => id)).toEqual([
      items[0]!.id,
      items[3]!.id
    ])
    expect((await store.contradictions.find({kinds: ['date']})).items).toEqual([])
    expect(await pagesOf({limit: 1})).toEqual(items)
    expect(await pagesOf({limit: 3, subject: `${one.document.id}:e1`})).toEqual(items)
    await store.judging.undo(judged.id, BY)
    expect(await all()).toEqual(before)
    expect(await store.contradictions.get(items[3]!.id)).toBeUndefined()
  })

  test(`${engine}: what contradicts because two names are one is settled like any other, and comes back as it was`, async () => {
    const [one, other] = [says('Courier', PAID), says('Gazette', UNPAID, 'Rosa Tamm')]
    await save(one, other)
    const same = {kind: 'same', one: nameIn(one, 'Anna Marlow'), other: nameIn(other, 'Rosa Tamm'), ...BY} as const
    const judged = (await store.judging.judge(same))!
    const [{id} = {id: ''}] = (await store.contradictions.find()).items
    await store.judging.judge({kind: 'settle', about: id, state: 'resolved', ...BY})
    expect(await store.contradictions.get(id)).toMatchObject({state: 'resolved', settled: BY})
    expect((await store.contradictions.find({states: ['open']})).items).toEqual([])
    expect((await store.contradictions.find({states: ['resolved']})).items).toMatchObject([{id}])
    await store.judging.undo(judged.id, BY)
    expect((await store.contradictions.find()).items).toEqual([])
    await store.judging.judge(same)
    expect((await store.contradictions.find()).items).toMatchObject([{id, state: 'resolved'}])
  })

  test(`${engine}: what documents call by two names contradicts itself under both`, async () => {
    const one = says('Courier', PAID)
    const other = says('Gazette', UNPAID, 'Rosa Tamm')
    const named = castJourney(['Anna Marlow = Rosa Tamm, warden of Tarn Harbour'], 'By another name')
    await save(one, other, named, castJourney(['Rosa Tamm, warden of Tarn Harbour'], 'By her own'))
    const {items} = await store.contradictions.find()
    expect(items.map(each => [each.earlier.document.id, each.later.document.id])).toEqual([
      [one.document.id, other.document.id]
    ])
  })

  test(`${engine}: a rejected claim contradicts nothing`, async () => {
    const [one, other] = dispute()
    await save(one, other)
    const claim = one.reading.statements[0]!.id
    const judged = await store.judging.judge({kind: 'reject', about: claim, ...BY})
    expect((await store.contradictions.find()).items).toEqual([])
    await store.judging.undo(judged!.id, BY)
    expect((await store.contradictions.find()).items).toHaveLength(1)
  })

  test(`${engine}: nothing crosses projects`, async () => {
    const [one, other] = dispute()
    await save(one)
    const beside = await place.open('another')
    try {
      await beside.save(other, captureOf(other))
      expect((await beside.contradictions.find()).items).toEqual([])
      expect((await store.contradictions.find()).items).toEqual([])
    } finally {
      await beside.close()
    }
  })

  test(`${engine}: of what many told, the record stays sound whoever of them goes and comes back`, async () => {
    const many = Array.from({length: 20}, (_, index) => says(`Paper ${index}`, 'the guild paid the dockers'))
    await save(...many, says('Gazette', 'the guild did not pay the dockers'))
    const {items} = await store.contradictions.find()
    expect(items.length).toBeGreaterThan(1)
    for (const {document} of [many[0]!, many[5]!, many[15]!]) await store.forget(document.id, BY)
    expect((await store.check()).faults).toEqual([])
    for (const {document} of [many[5]!, many[0]!, many[15]!]) await store.unforget(document.id, BY)
    expect((await store.check()).faults).toEqual([])
    const ids = (await store.contradictions.find()).items.map(({id}) => id)
    expect(items.filter(({id}) => !ids.includes(id))).toEqual([])
  })

  test(`${engine}: names alone are no contradiction`, async () => {
    await save(
      castJourney(['Oskar Lind, spokesman of Tarn Council'], 'One'),
      castJourney(['Ida Fenn, spokesman of Tarn Council'], 'Two')
    )
    expect((await store.contradictions.find()).items).toEqual([])
  })
}

function dispute(): [Cast, Cast] {
  return [says('Courier', 'the guild paid the dockers'), says('Gazette', 'the guild did not pay the dockers')]
}

function third(): Cast {
  return says('Herald', 'the guild never paid the dockers')
}

function nameIn({document}: Cast, name: string) {
  const start = document.text.indexOf(name)
  return {document: document.id, start, end: start + name.length}
}

function says(outlet: string, words: string, speaker = 'Anna Marlow'): Cast {
  return journeyOf({
    title: `A report in the ${outlet}`,
    outlet,
    published: '2025-04-02',
    lines: [{speaker, cue: 'said', words}]
  })
}
