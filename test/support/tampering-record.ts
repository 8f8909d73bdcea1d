import {copyFileSync} from 'node:fs'
import {join} from 'node:path'
import {openStore} from '../../src/record/open-store.ts'
import {CANNERY, captureOf, fullJourney, HARBOUR, journeyOf, type Told} from './journeys.ts'

/** A record that somebody is going to tamper with. */
export interface PreparedRecord {
  readonly path: string
  /** A copy from before the last documents and judgements. */
  readonly earlier: string
  /** One signed after that copy was made and before the last entries, and one signed at the end. */
  readonly checkpoints: readonly string[]
}

const SHUT = {...HARBOUR, title: 'Harbour office shut'}
const WORDS = {by: 'rosa', at: '2026-03-02T10:00:00.000Z', why: 'read by mistake'}

/**
 * Make a record in `folder`. Its log: 1 to 3 a document, its capture and its run; 4 to 6 another; 7 a judgement that hides
 * that; 8 to 10 a third; 11 a second run of the first; 12 a judgement that shows the second again; 13 one that hides the
 * third; 14 to 16 a document with claims of every kind; 17 a claim rejected; 18 a date corrected; 19 to 21 a document that is
 * purged by 22.
 */
export async function prepareRecord(folder: string): Promise<PreparedRecord> {
  const path = join(folder, 'prepared.db')
  const earlier = join(folder, 'earlier.db')
  await save(path, [HARBOUR, CANNERY])
  await judge(path, CANNERY, 'forget')
  copyFileSync(path, earlier)
  await save(path, [SHUT, {...HARBOUR, readerVersion: '2.0.0'}])
  const first = await sign(path)
  await judge(path, CANNERY, 'unforget')
  await judge(path, SHUT, 'forget')
  await save(path, [fullJourney()])
  await judgeFreely(path)
  return {path, earlier, checkpoints: [first, await sign(path)]}
}

/** Save more documents. */
export async function save(path: string, journeys: readonly (Told | ReturnType<typeof journeyOf>)[]): Promise<void> {
  const store = await openStore(path, {create: true})
  for (const told of journeys) {
    const journey = 'bytes' in told ? told : journeyOf(told)
    await store.save(journey, captureOf(journey))
  }
  await store.close()
}

async function judge(path: string, told: Told, how: 'forget' | 'unforget'): Promise<void> {
  const store = await openStore(path)
  await store[how](journeyOf(told).document.id, WORDS)
  await store.close()
}

const WRONG = {...HARBOUR, title: 'A report about a private person'}

async function judgeFreely(path: string): Promise<void> {
  const {document, reading} = journeyOf(HARBOUR)
  const store = await openStore(path)
  await store.judging.judge({kind: 'reject', about: reading.statements[0]!.id, ...WORDS})
  await store.judging.judge({kind: 'correct', about: document.id, field: 'published', value: '2025-04-03', ...WORDS})
  await store.close()
  await save(path, [WRONG])
  const again = await openStore(path)
  await again.judging.purge(journeyOf(WRONG).document.id, {...WORDS, why: 'it names a private person'})
  await again.close()
}

async function sign(path: string): Promise<string> {
  const store = await openStore(path)
  const {text} = await store.proof.checkpoint()
  await store.close()
  return text
}
