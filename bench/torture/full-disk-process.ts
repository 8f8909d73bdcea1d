import {readdirSync, readFileSync, rmSync, statfsSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {openStore} from '../../src/record/open-store.ts'
import {RecordUnusable} from '../../src/record/record-errors.ts'
import type {Store} from '../../src/record/store.ts'
import {writeFirstRecord} from '../../test/support/first-record.ts'
import {captureOf} from '../../test/support/journeys.ts'
import {SeededRandom} from '../seeded-random.ts'
import {Account} from './account.ts'
import {backupOf} from './backup-file.ts'
import {lookForLoss} from './look-for-loss.ts'
import {smallJourney} from './small-journey.ts'

/**
 * A process of its own on a small disk of its own, mounted at FOLDER: it fills the disk, goes on until the record refuses, makes
 * room and goes on. It says what was not as it must be, a line each, and at the end `acknowledged N refused N`.
 */
const [folder = '', seed = '', scenario = ''] = process.argv.slice(2)
const random = new SeededRandom(Number(seed))
const path = join(folder, 'record.db')
const ballast = join(folder, 'ballast')
const account = new Account()
const WORDS = {by: 'a worker', at: '2026-03-02T10:00:00.000Z', why: 'x'.repeat(2_000)}

let refusedCount = 0
let next = 0
let isHidden = false

await SCENARIOS()[scenario]!()
for (const {kind, what} of await lookForLoss(path, account, {isWhole: true})) complain(`${kind}: ${what}`)
console.log(`acknowledged ${account.acknowledgedCount} refused ${refusedCount}`)

function SCENARIOS(): Readonly<Record<string, () => Promise<void>>> {
  return {
    save: fillAndGoOn(saveNext),
    judgement: fillAndGoOn(judgeNext),
    purge: purgeOnFullDisk,
    backup: fillAndGoOn(backUpNext),
    make: makeOnFullDisk,
    upgrade: upgradeOnFullDisk,
    close: closeOnFullDisk
  }
}

/** Deeds until the record refuses, and more of them in the same store once there is room. */
function fillAndGoOn(act: (store: Store) => Promise<void>): () => Promise<void> {
  return async () => {
    const store = await openStore(path, {create: true})
    for (let saved = 0; saved < 5; saved++) await saveNext(store)
    await store.catchUp()
    for (let round = 0; round < 3; round++) {
      fillDisk(random.below(400_000))
      if (!(await isRefusedInTheEnd(() => act(store)))) complain('the disk was full and nothing was refused')
      if (!(await isAnswered(store, act === saveNext))) complain('nothing could be read while the disk was full')
      rmSync(ballast)
      await act(store).catch(error => complain(`there was room again and it went on to refuse: ${error.message}`))
    }
    await store.close()
  }
}

/** Only what was saved last and waits to be derived may stand in the way of an answer, and that is said. */
async function isAnswered(store: Store, mayWait: boolean): Promise<boolean> {
  try {
    return (await store.documents()).items.length > 0
  } catch (error) {
    return mayWait && (error as {code?: unknown}).code === 'disk_full'
  }
}

async function makeOnFullDisk(): Promise<void> {
  fillDisk(random.below(200_000))
  const open = async () => (await openStore(path, {create: true})).close()
  if (!(await isRefusedInTheEnd(open, 1))) return
  rmSync(ballast)
  const store = await openStore(path, {create: true})
  await saveNext(store)
  await store.close()
}

/** An upgrade that was refused leaves the record as it was, and nothing beside it. */
async function upgradeOnFullDisk(): Promise<void> {
  writeFirstRecord(path)
  fillDisk(random.below(600_000))
  const before = readFileSync(path)
  const isRefused = await isRefusedInTheEnd(async () => (await openStore(path)).close(), 1)
  const left = readdirSync(folder).filter(name => name.includes('unfinished') || name.includes('.before-'))
  if (isRefused && 0 < left.length) complain(`an upgrade that was refused leaves ${left.join(', ')}`)
  if (isRefused && !readFileSync(path).equals(before)) complain('an upgrade that was refused changed the record')
  rmSync(ballast)
  const store = await openStore(path)
  await saveNext(store)
  await store.close()
}

/** The last to close moves the log into the record, which then has to grow. */
async function closeOnFullDisk(): Promise<void> {
  const store = await openStore(path, {create: true})
  for (let saved = 0; saved < 20; saved++) await saveNext(store)
  fillDisk(random.below(20_000))
  await isRefusedInTheEnd(() => store.close(), 1)
  rmSync(ballast)
}

/** A purge that was refused can be asked for again once there is room, until nothing is left of the document. */
async function purgeOnFullDisk(): Promise<void> {
  const store = await openStore(path, {create: true})
  for (let saved = 0; saved < 8; saved++) await saveNext(store)
  for (let number = 0; number < 6; number++) {
    fillDisk(random.below(1_500_000))
    const purge = async () => {
      account.add(`begin purge ${number}`)
      const {judgement, isErased} = await store.judging.purge(smallJourney(number).document.id, WORDS)
      account.add(`done purge ${number} ${judgement.id} ${isErased ? 'erased' : ''}`)
      return isErased
    }
    await isRefusedInTheEnd(purge, 1)
    rmSync(ballast)
    // Whether it was refused or only left traces, asked for again it has to come to its end.
    const isErased = await purge().catch(error =>
      complain(`there was room again and it went on to refuse: ${error.message}`)
    )
    if (isErased === false) complain('there was room again and a purge left traces')
  }
  await store.close()
}

async function saveNext(store: Store): Promise<void> {
  const number = next
  const journey = smallJourney(number)
  account.add(`begin save ${number}`)
  await store.save(journey, captureOf(journey, `${number}.txt`))
  account.add(`done save ${number}`)
  next++
}

async function judgeNext(store: Store): Promise<void> {
  const {id} = smallJourney(0).document
  const deed = isHidden ? 'unforget' : 'forget'
  account.add(`begin ${deed} 0`)
  const judgement = await store[deed](id, WORDS)
  account.add(`done ${deed} 0 ${judgement?.id}`)
  isHidden = !isHidden
}

/** A backup that was refused leaves nothing behind. */
async function backUpNext(store: Store): Promise<void> {
  const number = next++
  account.add(`begin backup ${number}`)
  try {
    await store.life.backup(backupOf(path, number))
  } catch (error) {
    const left = readdirSync(folder).filter(name => name.startsWith(`${basename(path)}.backup-${number}`))
    if (0 < left.length) complain(`a backup that was refused leaves ${left.join(', ')}`)
    throw error
  }
  account.add(`done backup ${number}`)
}

/** Whether `act` is refused before it was done `most` times. The refusal has to say what a person can do. */
async function isRefusedInTheEnd(act: () => Promise<unknown>, most = 2_000): Promise<boolean> {
  for (let done = 0; done < most; done++) {
    try {
      await act()
    } catch (error) {
      refusedCount++
      if (!(error instanceof RecordUnusable) || !/: the disk (?:is full|refused)/.test(error.message))
        complain(`it was refused without saying why: ${(error as Error).message}`)
      return true
    }
  }
  return false
}

/** Take all room but `leftBytes`. */
function fillDisk(leftBytes: number): void {
  const {bavail, bsize} = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)))
}

function complain(what: string): void {
  console.log(`fault ${scenario}: ${what}`)
}
