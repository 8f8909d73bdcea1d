import {afterEach, beforeEach, expect, test} from 'vitest'
import type {Journey} from '../../src/pipeline.ts'
import {claimId} from '../../src/reading/claim.ts'
import type {Store} from '../../src/record/store.ts'
import {textHash} from '../../src/text/content-id.ts'
import {castJourney} from '../support/cast.ts'
import {captureOf, journeyOf} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

type Cast = Journey & {readonly bytes: Uint8Array}

const BY = {by: 'rosa', at: '2026-03-02T10:00:00.000Z'}

/** What documents brought to a record, whatever keeps it. */
export function newsContract(engine: string, makePlace: () => Promise<Place>): void {
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
  const newsOf = async ({document}: Cast) => (await store.news.ofDocument(document.id))?.claims.map(({news}) => news)

  test(`${engine}: the first document is all news, a second is held against it, and never the other way`, async () => {
    const [first, second] = [
      says('Courier', 'we will never leave the old harbour'),
      says('Gazette', 'we will never leave the old harbour')
    ]
    await save(first, second)
    expect(await newsOf(first)).toEqual(['new'])
    expect(await newsOf(second)).toEqual(['corroborates'])
    const news = await store.news.ofDocument(second.document.id)
    expect(news).toMatchObject({
      document: {id: second.document.id},
      counts: {new: 0, corroborates: 1, refines: 0, contradicts: 0, repeats: 0},
      claims: [
        {
          reports: 2,
          origins: 2,
          isCapped: false,
          restsOn: [{relation: 'corroborates', claim: {document: {id: first.document.id}}}]
        }
      ]
    })
    expect(await store.news.ofDocument('doc-none')).toBeUndefined()
  })

  test(`${engine}: reports count by the origins of their claims, as they do wherever origins are counted`, async () => {
    const words = 'we will never leave the old harbour'
    const reports = [
      says('Courier', words),
      says('Courier', words, 'A second report in the Courier'),
      quotes('Herald', words),
      quotes('Ledger', words),
      says('Gazette', words)
    ]
    await save(...reports)
    const told = await Promise.all(
      reports.map(async ({document}) => (await store.news.ofDocument(document.id))!.claims[0]!)
    )
    expect(told.map(({news, reports: count, origins}) => [news, count, origins])).toEqual([
      ['new', 1, 1],
      ['repeats', 2, 1],
      ['corroborates', 3, 2],
      ['repeats', 4, 2],
      ['corroborates', 5, 3]
    ])
    expect(told.flatMap(({restsOn}) => restsOn.map(({reason}) => reason.split(', ')[1]))).toEqual([
      'published by one outlet',
      'from another origin',
      'from another origin',
      'both report the same words of the same speaker',
      'from another origin',
      'from another origin',
      'from another origin',
      'from another origin'
    ])
    for (const [index, {origins}] of told.entries()) {
      const claims = reports
        .slice(0, index + 1)
        .map(({document, reading}) => ({document: document.id, claim: reading.statements[0]!.id}))
      expect(await store.origins.ofClaims(claims)).toMatchObject({reportCount: index + 1, originCount: origins})
    }
  })

  test(`${engine}: what outlets of one house tell repeats, once the record knows of the house`, async () => {
    const words = 'we will never leave the old harbour'
    const [first, second] = [says('Courier', words), says('Gazette', words)]
    await save(first, second)
    expect(await newsOf(second)).toEqual(['corroborates'])
    await store.save(owned('Courier', 'Harbour Press'), captureOf(owned('Courier', 'Harbour Press')))
    await store.save(owned('Gazette', 'Harbour Press'), captureOf(owned('Gazette', 'Harbour Press')))
    expect(await newsOf(second)).toEqual(['repeats'])
    expect((await store.news.ofDocument(second.document.id))!.claims[0]).toMatchObject({
      reports: 2,
      origins: 1,
      restsOn: [{reason: expect.stringContaining('their outlets belong to Harbour Press')}]
    })
  })

  test(`${engine}: what contradicts names the contradiction, and the words on both sides`, async () => {
    const [first, second] = [
      says('Courier', 'the guild paid the dockers'),
      says('Gazette', 'the guild did not pay the dockers')
    ]
    await save(first, second)
    const news = await store.news.ofDocument(second.document.id)
    const [resting] = news!.claims[0]!.restsOn
    expect(news!.claims[0]!.news).toBe('contradicts')
    expect(resting).toMatchObject({
      contradiction: 'opposite-statement',
      claim: {words: expect.arrayContaining(['the guild paid the dockers'])}
    })
    expect(await store.contradictions.get(resting!.contradictionId!)).toMatchObject({
      kind: 'opposite-statement',
      state: 'open'
    })
  })

  test(`${engine}: what is told is held against its denial in the same words, whichever came first`, async () => {
    const told = (title: string) => castJourney(['Oskar Lind, mayor'], title)
    const denied = journeyOf({
      title: 'A denial',
      lines: [{speaker: 'Anna Marlow', cue: 'denied', words: 'Oskar Lind as mayor'}]
    })
    const [before, after] = [told('Before'), told('After')]
    await save(before, denied, after)
    const news = async ({document}: Cast) =>
      (await store.news.ofDocument(document.id))!.claims.flatMap(({restsOn}) =>
        restsOn.flatMap(({contradiction, claim}) => (contradiction ? [[contradiction, claim.document.title]] : []))
      )
    expect(await news(denied)).toEqual([['denial', 'Before']])
    expect(await news(after)).toEqual([['denial', 'A denial']])
  })

  test(`${engine}: nothing of a forgotten document is held against others`, async () => {
    const [first, second] = [
      says('Courier', 'we will never leave the old harbour'),
      says('Gazette', 'we will never leave the old harbour')
    ]
    await save(first, second)
    await store.forget(first.document.id, BY)
    expect(await newsOf(second)).toEqual(['new'])
    expect(await newsOf(first)).toBeUndefined()
    await store.unforget(first.document.id, BY)
    expect(await newsOf(second)).toEqual(['corroborates'])
  })

  test(`${engine}: names that are taken for the same are held against each other, and those a person parts are not`, async () => {
    const first = castJourney(['Iskander Veliyev, chairman of Dockers Union'], 'First')
    const second = castJourney(['Iskandar Valiyev, chairman of Dockers Union'], 'Second')
    await save(first, second)
    expect(await newsOf(second)).toEqual(['corroborates'])
    const at = ({document}: Cast, name: string) => {
      const start = document.text.indexOf(name)
      return {document: document.id, start, end: start + name.length}
    }
    await store.judging.judge({
      kind: 'different',
      one: at(first, 'Iskander Veliyev'),
      other: at(second, 'Iskandar Valiyev'),
      ...BY
    })
    expect(await newsOf(second)).toEqual(['new'])
  })

  test(`${engine}: of what very many told, it says that it counted the least there are`, async () => {
    const many = Array.from({length: 14}, (_, index) => says(`Paper ${index}`, 'the guild paid the dockers'))
    await save(...many)
    const news = async (index: number) => (await store.news.ofDocument(many[index]!.document.id))!.claims[0]
    expect(await news(12)).toMatchObject({news: 'corroborates', isCapped: false, reports: 13})
    expect(await news(13)).toMatchObject({news: 'corroborates', isCapped: true, reports: 13})
  })

  test(`${engine}: the digest has the documents since a place or a time, the last first`, async () => {
    const casts = ['we will never leave', 'the bridge is closed now', 'the guild paid the dockers'].map(
      (words, index) => says(`Paper ${index}`, words)
    )
    await save(...casts)
    const whole = await store.news.since({time: '2000-01-01T00:00:00.000Z'})
    expect(whole.documents.map(({document}) => document.id)).toEqual(casts.map(({document}) => document.id).reverse())
    expect(whole).toMatchObject({hasMore: false, counts: {new: 3}})
    const some = await store.news.since({place: whole.documents[2]!.place})
    expect(some.documents).toHaveLength(2)
    expect(await store.news.since({place: 0, limit: 1})).toMatchObject({hasMore: true, documents: [{}]})
    expect(await store.news.since({time: '2999-01-01'})).toMatchObject({documents: [], hasMore: false})
  })

  test(`${engine}: what is compared is kept with the document, and checked`, async () => {
    const casts = [says('Courier', 'the guild paid the dockers'), says('Gazette', 'the guild did not pay the dockers')]
    await save(...casts)
    expect((await store.check()).faults).toEqual([])
    await store.forget(casts[0]!.document.id, BY)
    expect((await store.check()).faults).toEqual([])
    await store.unforget(casts[0]!.document.id, BY)
    expect((await store.check()).faults).toEqual([])
  })
}

/** A report in which one woman says these words. */
function says(outlet: string, words: string, title = `A report in the ${outlet}`): Cast {
  return journeyOf({
    title,
    outlet,
    published: '2025-04-02',
    lines: [{speaker: 'Anna Marlow', cue: 'said', words}]
  })
}

/** The same in quotation marks. */
function quotes(outlet: string, words: string): Cast {
  const {reading, ...rest} = says(outlet, words)
  const statements = reading.statements.map(statement => ({...statement, kind: 'direct' as const}))
  return {...rest, reading: {...reading, statements}}
}

/** A report of whom an outlet belongs to. */
function owned(outlet: string, house: string): Cast {
  const cast = castJourney([`[organisation] ${outlet}`, `[organisation] ${house}`], `Who owns the ${outlet}`)
  const {document, reading} = cast
  const start = document.text.lastIndexOf(outlet)
  const evidence = [{start, end: start + outlet.length}]
  const relation = {
    id: claimId(textHash(document.text), 'relation', evidence),
    from: reading.entities[0]!.id,
    to: reading.entities[1]!.id,
    kind: 'part-of' as const,
    phrase: 'part of',
    voices: [],
    polarity: 'positive' as const,
    modality: [],
    reason: 'made by hand',
    score: 0.9,
    evidence
  }
  return {...cast, reading: {...reading, relations: [relation]}}
}
