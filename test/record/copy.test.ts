import {join} from 'node:path'
import {afterEach, beforeEach, expect, suite, test} from 'vitest'
import {SeededRandom} from '../../bench/seeded-random.ts'
import {openStore} from '../../src/record/open-store.ts'
import type {Store} from '../../src/record/store.ts'
import {importedCapture} from '../support/all-answers.ts'
import {CANNERY, captureOf, HARBOUR, journeyOf, type Told} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'

/** Pairs of records that are merged both ways. */
const PAIRS = Number(process.env['HEARSAY_MERGES'] ?? 12)

const harbour = journeyOf(HARBOUR)
const cannery = journeyOf(CANNERY)
const NOTHING = {documents: 0, captures: 0, runs: 0, judgements: 0, imports: 0}
const ROSA = {by: 'rosa', at: '2026-03-02T10:00:00.000Z'}
const INES = {by: 'ines', at: '2026-03-03T10:00:00.000Z'}

let place: TemporaryRecord
let one: Store
let other: Store
let paths: {one: string; other: string}

beforeEach(async () => {
  place = temporaryRecord()
  paths = {one: join(place.folder, 'one.db'), other: join(place.folder, 'other.db')}
  one = await openStore(paths.one, {create: true})
  other = await openStore(paths.other, {create: true})
})
afterEach(async () => {
  await one.close()
  await other.close()
  await place.remove()
})

suite('copying a record', () => {
  test('brings documents, readings, bytes, imports and judgements, each under its id', async () => {
    await one.save(harbour, importedCapture(captureOf(harbour)))
    const [claim] = (await one.claims({document: harbour.document.id})).items
    const made = await one.judging.judge({
      kind: 'correct',
      about: harbour.document.id,
      field: 'outlet',
      value: 'Post',
      ...ROSA
    })
    const rejected = await one.judging.judge({kind: 'reject', about: claim!.id, ...ROSA})
    await one.judging.undo(rejected!.id, INES)
    expect(await other.life.copyFrom(paths.one)).toEqual({
      ...{documents: 1, captures: 1, runs: 1, judgements: 3, imports: 1, known: 0},
      ...{keptOut: [], purgedThere: []}
    })
    expect(await other.reading(harbour.document.id)).toEqual(harbour.reading)
    expect(await other.bytes(harbour.document.id)).toEqual(await one.bytes(harbour.document.id))
    expect((await other.document(harbour.document.id))?.outlet).toBe('Post')
    expect((await other.judgements()).map(({id}) => id)).toContain(made!.id)
    expect(await other.life.imports()).toMatchObject([{what: 'reports/', by: 'rosa', documentCount: 1}])
    expect((await other.search.find('winter')).hits).toHaveLength((await one.search.find('winter')).hits.length)
    expect((await other.check()).faults).toEqual([])
  })

  test('a second time adds nothing', async () => {
    await one.save(harbour, captureOf(harbour))
    await one.judging.judge({kind: 'note', about: harbour.document.id, text: 'Ask the port', ...ROSA})
    await other.save(cannery, captureOf(cannery))
    await other.life.copyFrom(paths.one)
    const before = (await other.proof.checkpoint()).text
    expect(await other.life.copyFrom(paths.one)).toMatchObject({...NOTHING, known: 4})
    expect((await other.proof.checkpoint()).text).toBe(before)
  })

  test('what was purged here stays away, and is said', async () => {
    await one.save(harbour, captureOf(harbour))
    await one.judging.judge({kind: 'note', about: harbour.document.id, text: 'Ask the port', ...ROSA})
    await other.save(harbour, captureOf(harbour))
    const {judgement} = await other.judging.purge(harbour.document.id, INES)
    expect(await other.life.copyFrom(paths.one)).toMatchObject({
      ...NOTHING,
      keptOut: [{document: harbour.document.id, purgedBy: judgement.id}]
    })
    expect((await other.stats()).documents).toBe(0)
    await other.judging.undo(judgement.id, INES)
    expect(await other.life.copyFrom(paths.one)).toMatchObject({documents: 1, judgements: 1, keptOut: []})
    expect((await other.check()).faults).toEqual([])
  })

  test('what was purged there is said, and stays here', async () => {
    for (const store of [one, other]) await store.save(harbour, captureOf(harbour))
    await one.judging.purge(harbour.document.id, ROSA)
    expect(await other.life.copyFrom(paths.one)).toMatchObject({...NOTHING, purgedThere: [harbour.document.id]})
    expect((await other.stats()).documents).toBe(1)
  })

  test('the later correction holds, whichever record it comes from', async () => {
    for (const store of [one, other]) await store.save(harbour, captureOf(harbour))
    const about = harbour.document.id
    await one.judging.judge({kind: 'correct', about, field: 'outlet', value: 'Earlier Post', ...ROSA})
    await other.judging.judge({kind: 'correct', about, field: 'outlet', value: 'Later Post', ...INES})
    await other.life.copyFrom(paths.one)
    await one.life.copyFrom(paths.other)
    expect((await one.document(about))?.outlet).toBe('Later Post')
    expect((await other.document(about))?.outlet).toBe('Later Post')
  })

  test('the later reading holds, whichever record it comes from', async () => {
    const newer = journeyOf({...HARBOUR, readerVersion: '2.0.0', score: 0.7})
    await one.save(harbour, captureOf(harbour))
    await other.save(newer, captureOf(newer, undefined, '2026-04-01T00:00:00.000Z'))
    await other.life.copyFrom(paths.one)
    await one.life.copyFrom(paths.other)
    for (const store of [one, other]) {
      expect(await store.reading(harbour.document.id)).toEqual(newer.reading)
      const {runs} = (await store.document(harbour.document.id))!
      expect(runs.map(({reader}) => reader.version)).toEqual(['1.0.0', '2.0.0'])
      expect((await store.check()).faults).toEqual([])
    }
  })

  test('the same judgement taken back in both is taken back once', async () => {
    await one.save(harbour, captureOf(harbour))
    const forgotten = await one.forget(harbour.document.id, ROSA)
    await other.life.copyFrom(paths.one)
    await one.judging.undo(forgotten!.id, ROSA)
    await other.judging.undo(forgotten!.id, INES)
    expect(await other.life.copyFrom(paths.one)).toMatchObject(NOTHING)
    expect((await other.stats()).documents).toBe(1)
  })

  test('what was hidden in both is shown again at once', async () => {
    for (const [store, words] of [
      [one, ROSA],
      [other, INES]
    ] as const) {
      await store.save(harbour, captureOf(harbour))
      await store.forget(harbour.document.id, words)
    }
    await one.life.copyFrom(paths.other)
    expect(await one.unforget(harbour.document.id, ROSA)).toMatchObject({kind: 'undo'})
    expect((await one.documents()).items).toHaveLength(1)
    expect(await one.unforget(harbour.document.id, ROSA)).toBeUndefined()
  })

  test('another project of the same record is copied into this one, and none into itself', async () => {
    const elsewhere = await openStore(paths.one, {project: 'harbour'})
    await elsewhere.save(harbour, captureOf(harbour))
    expect(await one.life.copyFrom(paths.one, {fromProject: 'harbour'})).toMatchObject({documents: 1})
    await expect(one.life.copyFrom(paths.one)).rejects.toThrow('into itself')
    await elsewhere.close()
  })

  test('a project that is not there is told with those that are', async () => {
    await one.save(harbour, captureOf(harbour))
    await expect(other.life.copyFrom(paths.one, {fromProject: 'quay'})).rejects.toThrow('It has "default"')
    await expect(other.life.copyFrom(join(place.folder, 'nothing.db'))).rejects.toMatchObject({code: 'record_missing'})
  })

  test('what was altered there is not brought here', async () => {
    await one.save(harbour, captureOf(harbour))
    const {DatabaseSync} = await import('node:sqlite')
    const raw = new DatabaseSync(paths.one)
    raw.exec(`drop trigger run_no_update; update run set reader = replace(reader, '1.0.0', '9.9.9')`)
    raw.close()
    await expect(other.life.copyFrom(paths.one)).rejects.toMatchObject({code: 'record_damaged'})
    expect((await other.stats()).documents).toBe(0)
    expect((await other.check()).faults).toEqual([])
  })
})

test(`two records become the same, whichever is copied into the other, ${PAIRS} times`, {
  timeout: PAIRS * 15_000
}, async () => {
  for (let pair = 0; pair < PAIRS; pair++) {
    const random = new SeededRandom(82, pair)
    const files = ['a', 'b'].map(name => join(place.folder, `${name}-${pair}.db`))
    const [a, b] = [await openStore(files[0]!, {create: true}), await openStore(files[1]!, {create: true})]
    for (let step = 0; step < 14; step++) await changeSomething(random.pick([a, b]), random, step)
    const aloneA = await contentOf(a)
    await a.life.copyFrom(files[1]!)
    await b.life.copyFrom(files[0]!)
    expect(await contentOf(a)).toEqual(await contentOf(b))
    for (const made of aloneA.judgements.filter(({kind}) => kind !== 'undo'))
      expect((await contentOf(a)).judgements).toContainEqual(made)
    expect(await a.life.copyFrom(files[1]!)).toMatchObject(NOTHING)
    expect(await b.life.copyFrom(files[0]!)).toMatchObject(NOTHING)
    for (const store of [a, b]) {
      expect((await store.check()).faults).toEqual([])
      await store.close()
    }
  }
})

/** A reading, judgement or undo, at a time of its own. */
async function changeSomething(store: Store, random: SeededRandom, step: number): Promise<void> {
  const at = new Date(Date.UTC(2026, 2, 3, step)).toISOString()
  const words = {by: random.pick(['rosa', 'ines']), at}
  const {items} = await store.documents()
  const what = items.length === 0 ? 0 : random.below(6)
  const {id: about = ''} = items.length === 0 ? {} : random.pick(items)
  if (what <= 1) {
    const told: Told = {...random.pick([HARBOUR, CANNERY]), title: `Report ${random.below(3)}`}
    const journey = journeyOf({...told, readerVersion: random.pick(['1.0.0', '2.0.0']), found: random.between(1, 2)})
    await store.save(journey, importedCapture(captureOf(journey, `from/${step}.txt`, at), `from/${step}`))
  }
  if (what === 2) await store.judging.judge({kind: 'correct', about, field: 'outlet', value: `Post ${step}`, ...words})
  if (what === 3) await store.judging.judge({kind: 'note', about, text: `Seen ${step}`, ...words})
  if (what === 4) {
    const [claim] = (await store.claims({document: about})).items
    if (claim) await store.judging.judge({kind: random.pick(['accept', 'reject']), about: claim.id, ...words})
  }
  if (what === 5) {
    const standing = await store.judging.judgements({isStanding: true})
    if (standing.length > 0) await store.judging.undo(random.pick(standing).id, words)
    else await store.forget(about, words)
  }
}

/** What a record says, without the order in which and the time at which it was first told each thing. */
async function contentOf(store: Store) {
  const documents: Record<string, unknown> = {}
  for (const {id, savedAt: _, ref: _ref, ...summary} of (await store.documents()).items) {
    const {document, captures, runs} = (await store.document(id))!
    documents[id] = {
      summary,
      document,
      captures: captures.map(({source}) => source).sort(),
      runs: runs.map(run => [run.id, run.claimCount]).sort(),
      reading: (await store.judging.reading(id))?.reading,
      marks: [...(await store.judging.reading(id))!.marks].map(([claim, {judgements, ...mark}]) => [
        claim,
        mark,
        judgements.map(each => each.id)
      ])
    }
  }
  const judgements = (await store.judgements()).map(({recorded: _, ...judgement}) => judgement)
  return {
    documents,
    judgements: judgements.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    imports: (await store.life.imports()).map(({id}) => id).sort(),
    hits: (await store.search.find('quay', {limit: 100})).hits.length,
    people: (await store.identity.find('Anna Marlow')).map(({name, claimCounts}) => [name, claimCounts])
  }
}
