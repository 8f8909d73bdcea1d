import fc from 'fast-check'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {Journey} from '../../src/pipeline.ts'
import type {Store} from '../../src/record/store.ts'
import type {AsOfQuery} from '../../src/record/timeline/timeline-index.ts'
import {castJourney} from '../support/cast.ts'
import {captureOf} from '../support/journeys.ts'
import type {Place} from './store.contract.ts'

type Cast = Journey & {readonly bytes: Uint8Array}

const WORDS = {by: 'rosa', at: '2026-03-02T10:00:00.000Z'}

/** Who held which post when, over all documents, whatever keeps the record. */
export function timelineContract(engine: string, makePlace: () => Promise<Place>): void {
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

  const early = published(
    castJourney(['Ida Fenn, mayor of Tarn Council', 'Oskar Lind, treasurer of Tarn Council']),
    '2014-05-01'
  )
  const again = published(castJourney(['Ida Fenn, mayor of Tarn Council'], 'A year on'), '2015-05-01')
  const late = published(
    castJourney(['Oskar Lind, mayor of Tarn Council', 'Lea Roth, spokeswoman of Tarn Council']),
    '2018-05-01'
  )
  const elsewhere = published(castJourney(['Wim Brask, mayor of Velmora']), '2014-05-01')

  const save = async (...casts: Cast[]) => {
    for (const [index, cast] of casts.entries()) await store.save(cast, captureOf(cast, `${index}.txt`))
  }
  const ask = async (asked: AsOfQuery['asked'], on: string, rest: Partial<AsOfQuery> = {}) => {
    const [council] = await store.identity.find('Tarn Council')
    const days = {earliest: `${on}-01-01`, latest: `${on}-12-31`}
    const {answers} = await store.timeline.asOf(council?.address ?? 'nothing:e1', {asked, on: days, ...rest})
    return answers.map(({holder, title, holds}) => `${holder.name}, ${title}: ${holds}`)
  }

  test(`${engine}: who led, who spoke for and who belonged to a body`, async () => {
    await save(early, again, late, elsewhere)
    expect(await ask('leads', '2014')).toEqual(['Ida Fenn, mayor: stated', 'Oskar Lind, mayor: first-seen-after'])
    expect(await ask('leads', '2018')).toEqual(['Oskar Lind, mayor: stated', 'Ida Fenn, mayor: seen-before-others'])
    expect(await ask('speaks-for', '2018')).toEqual(['Lea Roth, spokeswoman: stated'])
    expect(await ask('belongs-to', '2014')).toEqual([
      'Ida Fenn, mayor: stated',
      'Oskar Lind, treasurer: stated',
      'Oskar Lind, mayor: first-seen-after',
      'Lea Roth, spokeswoman: first-seen-after'
    ])
  })

  test(`${engine}: every answer holds the claims and words behind it`, async () => {
    await save(early, again)
    const [council] = await store.identity.find('Tarn Council')
    const on = {earliest: '2014-11-01', latest: '2014-11-01'}
    const {answers, answerCount, claimCount} = await store.timeline.asOf(council!.address, {asked: 'leads', on})
    expect([answerCount, claimCount]).toEqual([1, 2])
    expect(answers[0]).toMatchObject({
      holds: 'between',
      reason: 'last said to hold it on 2014-05-01, next said to hold it on 2015-05-01',
      byCount: 2,
      againstCount: 0
    })
    expect(answers[0]!.by.map(({document, words}) => [document.id, words[0]!.split('\n')[0]])).toEqual([
      [again.document.id, 'Ida Fenn'],
      [early.document.id, 'Ida Fenn']
    ])
    expect(await store.entity(answers[0]!.holder.address!)).toMatchObject({entity: {name: 'Ida Fenn'}})
    expect((await store.timeline.asOf(council!.address, {asked: 'leads', on, claimLimit: 1})).answers[0]).toMatchObject(
      {
        by: [{document: {id: again.document.id}}],
        byCount: 2
      }
    )
  })

  test(`${engine}: reports after the day asked for are not known by it`, async () => {
    await save(early, again, late)
    expect(await ask('leads', '2018', {knownBy: '2018-04-30'})).toEqual(['Ida Fenn, mayor: last-seen-before'])
    expect(await ask('leads', '2018', {knownBy: '2013-01-01'})).toEqual([])
  })

  test(`${engine}: the record as it stood at a place of its log`, async () => {
    await save(early)
    const first = await ask('leads', '2014')
    const point = (await placeOf(store)) as number
    const {items} = await store.claims({document: early.document.id, kinds: ['role']})
    await store.judging.judge({kind: 'reject', about: items[0]!.id, ...WORDS})
    await save(again, late)
    expect(await ask('leads', '2014', {recordedBy: point})).toEqual(first)
    expect(first).toEqual(['Ida Fenn, mayor: stated'])
    expect((await ask('leads', '2014'))[0]).toBe('Ida Fenn, mayor: first-seen-after')
    expect((await store.check()).faults).toEqual([])
  })

  test(`${engine}: what was accepted stood, and what was hidden did not, whatever was noted since`, async () => {
    await save(early)
    const [held] = early.reading.roles
    await store.judging.judge({kind: 'accept', about: held!.id, document: early.document.id, ...WORDS})
    const newer = {
      ...early,
      reading: {...early.reading, reader: {version: '2.0.0', models: {}}, roles: early.reading.roles.slice(1)}
    }
    await save(newer)
    const accepted = await placeOf(store)
    await store.forget(early.document.id, WORDS)
    const {size: hidden} = await store.proof.checkpoint()
    await store.unforget(early.document.id, WORDS)
    await store.judging.judge({kind: 'note', about: early.document.id, text: 'read it twice', ...WORDS})
    expect(await ask('leads', '2014')).toEqual(['Ida Fenn, mayor: stated'])
    expect(await ask('leads', '2014', {recordedBy: accepted})).toEqual(['Ida Fenn, mayor: stated'])
    expect(await ask('leads', '2014', {recordedBy: hidden})).toEqual([])
  })

  test(`${engine}: another reading of a document does not change how the record stood before it`, async () => {
    await save(early)
    const first = await ask('leads', '2014')
    const point = await placeOf(store)
    const newer = {
      ...early,
      reading: {...early.reading, reader: {version: '2.0.0', models: {}}, roles: early.reading.roles.slice(1)}
    }
    await save(newer)
    expect(await ask('leads', '2014')).toEqual([])
    expect(await ask('leads', '2014', {recordedBy: point})).toEqual(first)
    const [council] = await store.identity.find('Tarn Council')
    const on = {earliest: '2014-01-01', latest: '2014-12-31'}
    const {answers} = await store.timeline.asOf(council!.address, {asked: 'leads', on, recordedBy: point})
    expect(answers[0]!.by[0]!.words[0]).toMatch(/^Ida Fenn/)
  })

  test(`${engine}: a document that is forgotten tells of nobody, until it is brought back`, async () => {
    await save(early, late)
    const before = await ask('leads', '2014')
    await store.forget(early.document.id, WORDS)
    expect(await ask('leads', '2014')).toEqual(['Oskar Lind, mayor: first-seen-after'])
    await store.unforget(early.document.id, WORDS)
    expect(await ask('leads', '2014')).toEqual(before)
    expect((await store.check()).faults).toEqual([])
  })

  test(`${engine}: the timeline of a body and of a person`, async () => {
    await save(early, again, late, elsewhere)
    const line = async (name: string) => {
      const [subject] = await store.identity.find(name)
      const {tenures} = await store.timeline.timeline(subject!.address)
      return tenures.map(
        ({holder, title, body, observed, next, claims}) =>
          `${holder.name}, ${title} of ${body?.name}: ${observed?.first.earliest} to ${observed?.last.latest}, ${claims.length} claims${next ? `, then ${next.holder.name} (${next.how})` : ''}`
      )
    }
    expect(await line('Tarn Council')).toEqual([
      'Ida Fenn, mayor of Tarn Council: 2014-05-01 to 2015-05-01, 2 claims, then Oskar Lind (gap)',
      'Oskar Lind, treasurer of Tarn Council: 2014-05-01 to 2014-05-01, 1 claims',
      'Oskar Lind, mayor of Tarn Council: 2018-05-01 to 2018-05-01, 1 claims',
      'Lea Roth, spokeswoman of Tarn Council: 2018-05-01 to 2018-05-01, 1 claims'
    ])
    expect(await line('Wim Brask')).toEqual(['Wim Brask, mayor of Velmora: 2014-05-01 to 2014-05-01, 1 claims'])
  })

  test(`${engine}: nothing of another project, and nothing of nobody`, async () => {
    await save(early)
    const [council] = await store.identity.find('Tarn Council')
    const other = await place.open('another')
    const on = {earliest: '2014-01-01', latest: '2014-12-31'}
    expect((await other.timeline.asOf(council!.address, {asked: 'leads', on})).answers).toEqual([])
    expect((await other.timeline.timeline(council!.address)).tenures).toEqual([])
    await other.close()
  })

  test(`${engine}: answers do not depend on the order in which documents came`, async () => {
    const casts = [early, again, late, elsewhere]
    const expected = await answersOf(casts, makePlace)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(casts, {minLength: 4}), async shuffled => {
        expect(await answersOf(shuffled, makePlace)).toEqual(expected)
      }),
      {numRuns: 10}
    )
  })
}

async function answersOf(casts: readonly Cast[], makePlace: () => Promise<Place>): Promise<string[]> {
  const place = await makePlace()
  const store = await place.open()
  for (const [index, cast] of casts.entries()) await store.save(cast, captureOf(cast, `${index}.txt`))
  const [council] = await store.identity.find('Tarn Council')
  const on = {earliest: '2016-01-01', latest: '2016-12-31'}
  const {answers} = await store.timeline.asOf(council!.address, {asked: 'belongs-to', on})
  await store.close()
  await place.remove()
  return answers.map(({holder, title, holds, reason}) => `${holder.name} ${title} ${holds} ${reason}`)
}

/** How far the log has come: a note is harmless, and has a place in it. */
async function placeOf(store: Store): Promise<number> {
  const [document] = (await store.documents({limit: 1})).items
  const note = await store.judging.judge({kind: 'note', about: document!.id, text: 'so far', ...WORDS})
  return note!.recorded
}

function published(cast: Cast, day: string): Cast {
  const {document, reading} = cast
  return {
    ...cast,
    document: {...document, published: day},
    reading: {...reading, document: {...reading.document, published: day}}
  }
}
