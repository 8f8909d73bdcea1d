import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {FIRST_DOCUMENTS, writeFirstRecord} from '../../test/support/first-record.ts'
import {SeededRandom} from '../seeded-random.ts'
import {Account, NUMBERS_A_WORKER} from './account.ts'
import {lookForLoss} from './look-for-loss.ts'
import type {LossAfterCut} from './power-cuts.ts'
import {SimulatedDisk} from './simulated-disk.ts'
import {readCalls, runRecorded, type SystemCall} from './system-calls.ts'

/**
 * A process of its own that records a worker, or two at once, and cuts the power CUTS times at random moments of the recording.
 * It writes what was lost as JSON.
 */
const [cuts = '', seed = '', fault = ''] = process.argv.slice(2)

const WORKING = fileURLToPath(new URL('working-process.ts', import.meta.url))

/** How much a recorded worker does: more fills its log until that is moved into the record. */
const DEEDS = {least: 15, most: 90}
/** One state in so many is looked through whole. */
const WHOLE_EVERY = 50

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hearsay-power-'))
const root = join(folder, 'recorded')
const path = join(root, 'new', 'record.db')
const random = new SeededRandom(Number(seed), Number(cuts))
try {
  console.log(JSON.stringify(await cutRecording()))
} finally {
  rmSync(folder, {recursive: true})
}

/** A quarter of the records are of the first tables, and upgraded by whoever opens them. */
async function cutRecording(): Promise<LossAfterCut[]> {
  const isOld = fault === '' && random.chance(0.25)
  mkdirSync(isOld ? dirname(path) : root, {recursive: true})
  if (isOld) writeFirstRecord(path)
  const disk = new SimulatedDisk(root, {syncsFolders: fault !== 'no-folder-sync'})
  disk.putAll(root)
  const trace = join(folder, 'trace')
  await runRecorded(workers(), trace)
  const calls = await readCalls(trace, root)
  rmSync(trace)
  rmSync(root, {recursive: true})
  return cutCalls(calls, disk, new Account(isOld ? FIRST_DOCUMENTS : []))
}

function workers(): string[][] {
  const deeds = fault === '' ? random.between(DEEDS.least, DEEDS.most) : DEEDS.least
  const firsts = fault === '' && random.chance(0.5) ? [0, NUMBERS_A_WORKER] : [0]
  return firsts.map(first => [WORKING, path, seed, `${first}`, `${deeds}`, fault])
}

async function cutCalls(calls: readonly SystemCall[], disk: SimulatedDisk, account: Account): Promise<LossAfterCut[]> {
  const places = Array.from({length: Number(cuts)}, () => random.below(calls.length + 1)).sort((a, b) => a - b)
  const losses: LossAfterCut[] = []
  let done = 0
  for (const [cut, place] of places.entries()) {
    for (; done < place; done++) follow(calls[done]!, disk, account)
    const state = join(folder, 'state')
    writeState(disk.filesAfterCut(random), state)
    const isWhole = cut % WHOLE_EVERY === 0
    for (const loss of await lookForLoss(join(state, relative(root, path)), account, {isWhole}))
      losses.push({...loss, cut})
    rmSync(state, {recursive: true, force: true})
  }
  return losses
}

function follow(call: SystemCall, disk: SimulatedDisk, account: Account): void {
  disk.apply(call)
  if (call.kind === 'say') for (const line of call.words.split('\n')) account.add(line)
}

/** The -shm file is a mapping whose pages nobody recorded: it is gone with the power, as after a real cut. */
function writeState(files: ReadonlyMap<string, Uint8Array>, state: string): void {
  for (const [path, bytes] of files) {
    if (path.endsWith('-shm')) continue
    const file = join(state, relative(root, path))
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, bytes)
  }
}
