import {type ChildProcess, spawn} from 'node:child_process'
import {on, once} from 'node:events'
import {existsSync, mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {FIRST_DOCUMENTS, writeFirstRecord} from '../../test/support/first-record.ts'
import {SeededRandom} from '../seeded-random.ts'
import {Account, NUMBERS_A_WORKER} from './account.ts'
import {atLeast, type Figure, never} from './figure.ts'
import {inLanes} from './in-lanes.ts'
import {type Loss, lookForLoss} from './look-for-loss.ts'

const WORKING = fileURLToPath(new URL('working-process.ts', import.meta.url))

/** A new record after so many kills: an old one takes long to look through, and the making of one can be hit too. */
const KILLS_A_RECORD = 20
/** A worker that lives to the end of these was not killed in time. */
const DEEDS_MAX = 100_000
/** How long after its first deed a worker may live. */
const LIFE_MAX_MS = 250

export interface KillOptions {
  readonly count: number
  readonly seed?: number
  readonly tell?: (line: string) => void
}

/** Kill one or two workers in the middle of what they do, again and again, and look each time for what is lost. */
export async function killWorkers({count, seed = 1, tell = () => {}}: KillOptions): Promise<Figure[]> {
  const compiled = await compileOnce()
  const parts = Array.from({length: Math.ceil(count / KILLS_A_RECORD)}, (_, index) => index * KILLS_A_RECORD)
  const outcomes = await inLanes(parts, async done => {
    const kills = Math.min(KILLS_A_RECORD, count - done)
    const outcome = await killAll({kills, compiled, random: new SeededRandom(seed, done)})
    for (const {kind, what} of outcome.losses) tell(`kills ${done + 1} to ${done + kills}: ${kind}: ${what}`)
    tell(`kills ${done + 1} to ${done + kills}: ${outcome.losses.length} losses`)
    return outcome
  })
  rmSync(compiled, {recursive: true})
  const sum = (key: 'acknowledged' | 'recovered') => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  const losses = outcomes.flatMap(outcome => outcome.losses)
  const of = (kind: Loss['kind']) => losses.filter(loss => loss.kind === kind).length
  return [
    atLeast(count, 'kill -9 of one or two workers', count, 'kills'),
    atLeast(count, 'kills: deeds that were acknowledged', sum('acknowledged'), 'deeds'),
    atLeast(count >> 1, 'kills: records left with a log to recover from', sum('recovered'), 'records'),
    never('kills: acknowledged deeds lost', of('lost'), 'deeds'),
    never('kills: documents half there', of('half'), 'documents'),
    never('kills: records damaged', of('damaged'), 'records')
  ]
}

interface Killing {
  readonly kills: number
  /** Where the workers' compiled code is. */
  readonly compiled: string
  readonly random: SeededRandom
}

/** Kills of one record. A quarter of the records are of the first tables, and upgraded by whoever opens them. */
async function killAll({
  kills,
  compiled,
  random
}: Killing): Promise<{readonly losses: readonly Loss[]; readonly acknowledged: number; readonly recovered: number}> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-kills-'))
  const path = join(folder, 'record.db')
  const isOld = random.chance(0.25)
  if (isOld) writeFirstRecord(path)
  const account = new Account(isOld ? FIRST_DOCUMENTS : [])
  const losses: Loss[] = []
  let recovered = 0
  for (let kill = 0; kill < kills; kill++) {
    await killOnce(path, account, {random, compiled, first: kill * 2 * NUMBERS_A_WORKER})
    if (hasLog(path)) recovered++
    const isWhole = kill % 5 === 4 || kill === kills - 1
    losses.push(...(await lookForLoss(path, account, {isWhole})))
  }
  rmSync(folder, {recursive: true})
  return {losses, acknowledged: account.acknowledgedCount, recovered}
}

interface Kill extends Omit<Killing, 'kills'> {
  readonly first: number
}

async function killOnce(path: string, account: Account, {random, compiled, first}: Kill): Promise<void> {
  const numbers = random.chance(0.5) ? [first] : [first, first + NUMBERS_A_WORKER]
  const workers = numbers.map(number => startWorker(path, number, {compiled}))
  const ends = workers.map(worker => collectLines(worker, account))
  // Some are killed on their way to the first deed, while they open or make the record.
  if (random.chance(0.85)) await Promise.race(workers.map(firstAcknowledgement))
  await new Promise(resume => setTimeout(resume, random.next() * LIFE_MAX_MS))
  for (const worker of workers) worker.kill('SIGKILL')
  await Promise.all(ends)
}

/** A worker that is killed keeps nothing of what it compiled, and starts in twice the time. One that may end keeps it for all. */
async function compileOnce(): Promise<string> {
  const compiled = mkdtempSync(join(tmpdir(), 'hearsay-compiled-'))
  await once(startWorker(join(compiled, 'record.db'), 0, {compiled, deeds: 1}), 'close')
  return compiled
}

function startWorker(
  path: string,
  first: number,
  {compiled, deeds = DEEDS_MAX}: {readonly compiled: string; readonly deeds?: number}
): ChildProcess {
  const worker = spawn(process.execPath, [WORKING, path, `${first}`, `${first}`, `${deeds}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, NODE_COMPILE_CACHE: compiled}
  })
  worker.stdout!.setEncoding('utf8')
  return worker
}

async function firstAcknowledgement(worker: ChildProcess): Promise<void> {
  for await (const [told] of on(worker.stdout!, 'data', {close: ['close']})) if (told.includes('done')) return
}

/** The end of a line that the kill cut off is not told. */
async function collectLines(worker: ChildProcess, account: Account): Promise<void> {
  let told = ''
  worker.stdout!.on('data', chunk => {
    told += chunk
  })
  await once(worker, 'close')
  for (const line of told.split('\n').slice(0, -1)) account.add(line)
}

function hasLog(path: string): boolean {
  return existsSync(`${path}-wal`) && 0 < statSync(`${path}-wal`).size
}
