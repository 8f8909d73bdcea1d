import {writeSync} from 'node:fs'
import {openStore} from '../../src/record/open-store.ts'
import {captureOf} from '../../test/support/journeys.ts'
import {SeededRandom} from '../seeded-random.ts'
import type {Deed} from './account.ts'
import {backupOf} from './backup-file.ts'
import {rewriteStatements} from './rewrite-statements.ts'
import {seedFault} from './seeded-faults.ts'
import {smallJourney} from './small-journey.ts'

/**
 * A process of its own that works on a record: it saves documents from number `first` on, judges what is in them and changes its
 * mind. Before each deed it says what it is about to do, and then, once the record has acknowledged it, that it is done.
 */
const [path = '', seed = '', first = '', count = '', fault = ''] = process.argv.slice(2)
const random = new SeededRandom(Number(seed), Number(first))
const {acknowledgesEarly} = seedFault(fault, path)

/** Half of them move their log into the record every few deeds, as happens in a large one, and not only at the end. */
if (random.chance(0.5)) rewriteStatements(/wal_autocheckpoint = \d+/, 'wal_autocheckpoint = 150')

const WORDS = {by: 'a worker', at: '2026-03-02T10:00:00.000Z'}

const shown: number[] = []
const hidden: number[] = []
/** Judgements that can be undone. */
const standing: {readonly number: number; readonly judgement: string}[] = []
let store = await openStore(path, {create: true})
let next = Number(first)
// Each fault shows in one of these.
for (const deed of fault === '' ? [] : [save, save, save, judge, purge, reopen]) await deed()
for (let deed = 0; deed < Number(count); deed++) await doSomething()
await store.close()

async function doSomething(): Promise<void> {
  const draw = random.next()
  if (draw < 0.05) return reopen()
  if (draw < 0.12 && 0 < shown.length) return forget()
  if (draw < 0.16 && 0 < hidden.length) return unforget()
  if (draw < 0.3 && 0 < shown.length) return judge()
  if (draw < 0.35 && 0 < standing.length) return undo()
  if (draw < 0.4 && 0 < shown.length) return purge()
  if (draw < 0.43) return backUp()
  return save()
}

/** The last to close a record tidies up, which is another moment at which power can go. */
async function reopen(): Promise<void> {
  await store.close()
  store = await openStore(path)
}

async function save(): Promise<void> {
  const number = next++
  const journey = smallJourney(number)
  await tell('save', number, async () => {
    await store.save(journey, captureOf(journey, `${number}.txt`))
  })
  shown.push(number)
}

async function forget(): Promise<void> {
  const number = taken(shown)
  await tell('forget', number, async () => (await store.forget(documentOf(number), WORDS))?.id)
  hidden.push(number)
}

async function unforget(): Promise<void> {
  const number = taken(hidden)
  await tell('unforget', number, async () => (await store.unforget(documentOf(number), WORDS))?.id)
  shown.push(number)
}

async function judge(): Promise<void> {
  const number = random.pick(shown)
  const claim = random.pick(smallJourney(number).reading.statements).id
  const kind = random.pick(['accept', 'reject', 'unsure'] as const)
  await tell('judge', number, async () => {
    const judgement = (await store.judging.judge({...WORDS, kind, about: claim, document: documentOf(number)}))?.id
    if (judgement !== undefined) standing.push({number, judgement})
    return judgement
  })
}

async function undo(): Promise<void> {
  const {number, judgement} = taken(standing)
  // One that is about a document that is hidden, or gone, is left alone.
  if (!shown.includes(number)) return
  await tell('undo', number, async () => (await store.judging.undo(judgement, WORDS))?.id)
}

async function purge(): Promise<void> {
  const number = taken(shown)
  await tell('purge', number, async () => {
    const {judgement, isErased} = await store.judging.purge(documentOf(number), WORDS)
    return `${judgement.id} ${isErased ? 'erased' : ''}`
  })
}

async function backUp(): Promise<void> {
  const number = next++
  await tell('backup', number, async () => {
    await store.life.backup(backupOf(path, number))
    return undefined
  })
}

async function tell(deed: Deed, number: number, act: () => Promise<string | undefined>): Promise<void> {
  writeSync(1, `begin ${deed} ${number}\n`)
  if (acknowledgesEarly) writeSync(1, `done ${deed} ${number}\n`)
  const judgement = await act()
  if (!acknowledgesEarly) writeSync(1, `done ${deed} ${number} ${judgement ?? ''}\n`)
}

function documentOf(number: number): string {
  return smallJourney(number).document.id
}

function taken<Item>(from: Item[]): Item {
  return from.splice(random.below(from.length), 1)[0]!
}
