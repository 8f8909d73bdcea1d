import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openStore} from '../../src/record/open-store.ts'
import type {Store} from '../../src/record/store.ts'
import {CANNERY, captureOf, HARBOUR, journeyOf, type Told} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'

const rosa = {by: 'rosa', at: '2026-03-02T10:00:00.000Z', why: 'the source asked for it'}
/** A hundred where there is time for it. */
const PURGES = Number(process.env['HEARSAY_PURGES'] ?? 20)
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

test('a purged document is nowhere, and the record is sound without it', async () => {
  for (const journey of [harbour, cannery]) await store.save(journey, captureOf(journey))
  const {id} = harbour.document
  const before = await store.proof.checkpoint()
  await store.judging.judge({kind: 'accept', about: harbour.reading.statements[0]!.id, ...rosa})
  const purged = await store.judging.purge(id, rosa)
  expect(purged).toMatchObject({claimCount: 3, judgementCount: 1, isErased: true})
  expect(await store.document(id)).toBeUndefined()
  expect(await store.bytes(id)).toBeUndefined()
  expect(await store.judging.reading(id)).toBeUndefined()
  expect((await store.search.find('winter')).hits).toEqual([])
  expect((await store.documents()).items).toMatchObject([{id: cannery.document.id}])
  expect(await store.check({checkpoints: [before.text]})).toMatchObject({
    faults: [],
    checkpoints: [{isConsistent: true}]
  })
  expect(await store.judgements()).toMatchObject([{kind: 'purge', by: 'rosa', why: 'the source asked for it'}])
  await expect(store.judging.purge('doc-000000000000000000000000', rosa)).rejects.toThrow('it is not on record')
})

test('asked for again, a purge erases what it could not, and is the same judgement', async () => {
  await store.save(harbour, captureOf(harbour))
  const purged = await store.judging.purge(harbour.document.id, rosa)
  const again = await store.judging.purge(harbour.document.id, {...rosa, by: 'piet'})
  expect(again).toEqual({...purged, claimCount: 0, judgementCount: 0})
  expect(await store.judgements()).toHaveLength(1)
})

test('it is kept out until somebody decides otherwise', async () => {
  await store.save(harbour, captureOf(harbour))
  const {judgement} = await store.judging.purge(harbour.document.id, rosa)
  expect(await store.save(harbour, captureOf(harbour))).toMatchObject({isNew: false, purgedBy: judgement.id})
  expect((await store.documents()).items).toEqual([])
  await store.judging.undo(judgement.id, {by: 'piet', at: rosa.at})
  expect(await store.save(harbour, captureOf(harbour))).toMatchObject({isNew: true, claimsAdded: 3})
  expect((await store.check()).faults).toEqual([])
  await store.judging.purge(harbour.document.id, rosa)
  expect((await store.check()).faults).toEqual([])
})

test('what another document needs stays: the same bytes, the same name, what was judged of it', async () => {
  const twin = {...harbour, document: {...harbour.document, id: 'doc-0123456789abcdef01234567'}}
  const other = {...twin, reading: {...harbour.reading, document: {...harbour.reading.document, id: twin.document.id}}}
  await store.save(harbour, captureOf(harbour))
  await store.save(other, captureOf(harbour))
  const about = harbour.reading.statements[0]!.id
  await store.judging.judge({kind: 'accept', about, document: twin.document.id, ...rosa})
  await store.judging.judge({kind: 'reject', about, document: harbour.document.id, ...rosa})
  await store.judging.purge(harbour.document.id, rosa)
  expect(Buffer.from((await store.bytes(twin.document.id))!)).toEqual(Buffer.from(harbour.bytes))
  expect(await store.judging.claim(about)).toMatchObject({mark: {status: 'accepted'}})
  expect(await store.entities({name: 'Anna Marlow'})).toHaveLength(1)
  expect((await store.check()).faults).toEqual([])
})

test('a judgement that set it beside another document goes, and the other is as it was', async () => {
  for (const journey of [harbour, cannery]) await store.save(journey, captureOf(journey))
  const at = (words: string, text: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length})
  const one = {document: harbour.document.id, ...at('Jörg Ebersøn', harbour.document.text)}
  const other = {document: cannery.document.id, ...at('Tomas Quill', cannery.document.text)}
  const judgement = (await store.judging.judge({kind: 'same', one, other, ...rosa}))!
  await store.judging.judge({kind: 'note', about: judgement.id, text: 'Ebersøn told me', ...rosa})
  expect(await store.judging.purge(harbour.document.id, rosa)).toMatchObject({judgementCount: 2})
  const subject = await store.identity.subject(`${cannery.document.id}:e2`)
  expect(subject!.names.map(({name}) => name)).toEqual(['Tomas Quill'])
  expect((await store.check()).faults).toEqual([])
})

test('why a contradiction was settled goes with either of its documents, also where it was hidden before', async () => {
  const [one, other] = ['the guild paid the dockers', 'the guild did not pay the dockers'].map(words =>
    journeyOf({title: words, outlet: words, lines: [{speaker: 'Anna Marlow', cue: 'said', words}]})
  )
  for (const journey of [one!, other!]) await store.save(journey, captureOf(journey, `${journey.document.id}.txt`))
  const [contradiction] = (await store.contradictions.find()).items
  const about = contradiction!.id
  await store.judging.judge({kind: 'settle', about, state: 'explained', ...rosa, why: 'a witness told us'})
  await store.judging.judge({kind: 'note', about, text: 'seen by Rosa', ...rosa})
  await store.forget(other!.document.id, rosa)
  expect(await store.judging.purge(other!.document.id, rosa)).toMatchObject({judgementCount: 3})
  expect((await store.judgements()).map(({kind}) => kind)).toEqual(['purge'])
  const files = readdirSync(place.folder).map(name => readFileSync(join(place.folder, name), 'latin1'))
  expect(files.join('')).not.toMatch(/a witness told us|seen by Rosa/)
})

test('a reader elsewhere holds the files open, and that is said', async () => {
  await store.save(harbour, captureOf(harbour))
  const elsewhere = await openStore(place.path)
  await elsewhere.documents()
  const {isErased} = await store.judging.purge(harbour.document.id, rosa)
  await elsewhere.close()
  expect(isErased || traces(['winter']).length > 0).toBe(true)
})

test(`after each of ${PURGES} purges at random, no word that only the purged document had is left in any file`, async () => {
  const journeys = Array.from({length: PURGES + 5}, (_, number) => journeyOf(distinct(number)))
  for (const journey of journeys)
    await store.save(journey, captureOf(journey, `reports/${marks(journeys.indexOf(journey))[0]}.txt`))
  const random = numbers(20260302)
  const left = journeys.map((_, number) => number)
  for (let purge = 0; purge < PURGES; purge++) {
    const [number] = left.splice(Math.floor(random() * left.length), 1) as [number]
    const {document, reading} = journeys[number]!
    await judgeSomething(journeys, number, left)
    expect(traces(marks(number))).toEqual(marks(number))
    expect(reading.statements).toHaveLength(2)
    expect(await store.judging.purge(document.id, {...rosa, why: 'asked for'})).toMatchObject({isErased: true})
    expect(traces(marks(number))).toEqual([])
    if (purge % 5 === 0) expect((await store.check()).faults).toEqual([])
  }
  expect((await store.check()).faults).toEqual([])
  for (const number of left) expect(traces(marks(number))).toEqual(marks(number))
}, 600_000)

/** Words that no other document has: of its title, of who speaks, and of what they say. */
function marks(number: number): string[] {
  const letters = [...String(number).padStart(3, '0')].map(digit => 'bdfgklmnpr'[Number(digit)]).join('a')
  return [`quer${letters}`, `zolt${letters}`, `vimm${letters}`]
}

function distinct(number: number): Told {
  const [title, name, word] = marks(number) as [string, string, string]
  return {
    title: `News of ${title}`,
    outlet: 'Velmora Courier',
    lines: [
      {speaker: `Anna ${name}`, cue: 'said', words: `the quay was ${word} long before the winter`},
      {speaker: 'Jörg Ebersøn', cue: 'denied', words: `that anybody at the harbour knew ${word}`}
    ]
  }
}

/** Something that quotes the document, in judgements about it and about another one. */
async function judgeSomething(
  journeys: readonly ReturnType<typeof journeyOf>[],
  number: number,
  left: readonly number[]
) {
  const {document, reading} = journeys[number]!
  const mention = (of: number) => {
    const {document, reading} = journeys[of]!
    const {start, end} = reading.entities[0]!.mentions[0]!
    return {document: document.id, start, end}
  }
  await store.judging.judge({kind: 'accept', about: reading.statements[0]!.id, ...rosa})
  await store.judging.judge({kind: 'note', about: document.id, text: `was it ${marks(number)[2]}?`, ...rosa})
  await store.judging.judge({kind: 'same', one: mention(left[0]!), other: mention(number), ...rosa})
}

/** Which of these words stand in any file of the record, in whatever case. */
function traces(words: readonly string[]): string[] {
  const files = readdirSync(place.folder).map(file => readFileSync(join(place.folder, file), 'latin1').toLowerCase())
  return words.filter(word => files.some(file => file.includes(word)))
}

function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
