import {copyFileSync, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {openStore} from '../../src/record/open-store.ts'
import {RecordUnusable} from '../../src/record/record-errors.ts'
import type {Store} from '../../src/record/store.ts'
import {captureOf, fullJourney, HARBOUR, journeyOf} from '../../test/support/journeys.ts'
import {SeededRandom} from '../seeded-random.ts'
import {contentOf, wholeContentOf} from './content.ts'
import {COARSE, type Damage, turnBit} from './damages.ts'
import {smallJourney} from './small-journey.ts'

/**
 * A process of its own, because a damaged file may take it down: it makes a record in FOLDER, damages copies of it and says
 * of each, `NUMBER OUTCOME`, whether that was noticed.
 */
const [folder = '', seed = '', kind = '', first = '', count = ''] = process.argv.slice(2)

const WORDS = {by: 'rosa', at: '2026-03-02T10:00:00.000Z', why: 'a test'}

/** One copy in so many is asked everything that can be asked. */
const WHOLE_EVERY = 25

const {path, checkpoint, content, wholeContent} = await makeRecord()
const files = ['', '-wal'].filter(end => existsSync(path + end))
const whole = new Map(files.map(end => [end, readFileSync(path + end)]))
for (let number = Number(first); number < Number(first) + Number(count); number++)
  console.log(`${number} ${await damageCopy(number, new SeededRandom(Number(seed), number))}`)

interface Made {
  readonly path: string
  readonly checkpoint: string
  readonly content: unknown
  readonly wholeContent: unknown
}

/** For damage to the log, the copy is made while the record is open: nobody has moved the log into it. */
async function makeRecord(): Promise<Made> {
  const open = join(folder, `open-${first}.db`)
  const store = await openStore(open, {create: true})
  const journeys = [1, 2, 3, 4].map(smallJourney)
  for (const journey of [
    ...journeys,
    fullJourney(),
    journeyOf(HARBOUR),
    journeyOf({...HARBOUR, readerVersion: '2.0.0'})
  ])
    await store.save(journey, captureOf(journey))
  await store.forget(journeys[0]!.document.id, WORDS)
  const made = {
    path: join(folder, `whole-${first}.db`),
    checkpoint: (await store.proof.checkpoint()).text,
    content: await contentOf(store),
    wholeContent: await wholeContentOf(store)
  }
  if (kind !== 'log') await store.close()
  for (const end of ['', '-wal']) if (existsSync(open + end)) copyFileSync(open + end, made.path + end)
  if (kind === 'log') await store.close()
  return made
}

async function damageCopy(number: number, random: SeededRandom): Promise<string> {
  const [what, damage] = damageOf(number)
  const copy = join(folder, `damaged-${first}.db`)
  for (const end of ['', '-wal', '-shm']) rmSync(copy + end, {force: true})
  for (const [end, bytes] of whole) {
    const isHit = end === (kind === 'log' ? '-wal' : '')
    writeFileSync(copy + end, isHit ? damage(Buffer.from(bytes), random) : bytes)
  }
  return `${await outcomeOf(copy, number % WHOLE_EVERY === 0)} ${what}`
}

function damageOf(number: number): [string, Damage] {
  if (kind !== 'coarse') return ['one bit', turnBit]
  const all = Object.entries(COARSE)
  return all[number % all.length]!
}

/** `noticed`: opening or checking said so. A log that is cut off is an earlier record: only a checkpoint kept elsewhere knows. */
async function outcomeOf(copy: string, isWhole: boolean): Promise<'noticed' | 'same' | 'changed' | 'crashed'> {
  let store: Store | undefined
  try {
    store = await openStore(copy)
    const {isSound} = await store.check({checkpoints: kind === 'log' ? [checkpoint] : []})
    if (!isSound) return 'noticed'
    const isSame = isWhole
      ? isDeepStrictEqual(await wholeContentOf(store), wholeContent)
      : isDeepStrictEqual(await contentOf(store), content)
    return isSame ? 'same' : 'changed'
  } catch (error) {
    if (error instanceof RecordUnusable) return 'noticed'
    console.error(error)
    return 'crashed'
  } finally {
    await store?.close().catch(() => {})
  }
}
