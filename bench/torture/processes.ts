import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {SeededRandom} from '../seeded-random.ts'
import {Account, NUMBERS_A_WORKER} from './account.ts'
import {atLeast, type Figure, never} from './figure.ts'
import {lookForLoss} from './look-for-loss.ts'

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const WORKING = fileOf('working-process.ts')
const READING = fileOf('looking-process.ts')

/** How much each writer of a round does. */
const DEEDS = 30

export interface ProcessesOptions {
  /** Rounds: each with a new record that all open at once. */
  readonly count: number
  readonly seed?: number
  readonly tell?: (line: string) => void
}

/** Two to four writers and two readers open a record that is not there yet, all at once, and work on it together. */
export async function shareRecord({count, seed = 1, tell = () => {}}: ProcessesOptions): Promise<Figure[]> {
  const random = new SeededRandom(seed)
  const totals = {complaints: 0, losses: 0, acknowledged: 0}
  for (let round = 0; round < count; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-processes-'))
    const path = join(folder, 'record.db')
    const account = new Account()
    const writers = Array.from({length: random.between(2, 4)}, (_, index) => index)
    const complaints = await Promise.all([
      ...writers.map(writer =>
        work([WORKING, path, `${seed + round}`, `${writer * NUMBERS_A_WORKER}`, `${DEEDS}`], account)
      ),
      ...[1, 2].map(() => work([READING, path], account))
    ])
    for (const complaint of complaints.filter(said => said !== '')) {
      totals.complaints++
      tell(`round ${round}: ${complaint}`)
    }
    for (const {kind, what} of await lookForLoss(path, account, {isWhole: true})) {
      totals.losses++
      tell(`round ${round}: ${kind}: ${what}`)
    }
    totals.acknowledged += account.acknowledgedCount
    rmSync(folder, {recursive: true})
  }
  return [
    atLeast(count, 'processes: rounds of 2 to 4 writers and 2 readers at once', count, 'rounds'),
    atLeast(count * DEEDS, 'processes: deeds that were acknowledged', totals.acknowledged, 'deeds'),
    never('processes: deeds lost, half there, or damaged', totals.losses, 'deeds'),
    never('processes: ended with a complaint, such as a lock', totals.complaints, 'processes')
  ]
}

/** @returns what the process complained of; empty where it ended as it should */
async function work(args: readonly string[], account: Account): Promise<string> {
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe']})
  const [told, complaint] = await Promise.all([
    collect(child, 'stdout'),
    collect(child, 'stderr'),
    once(child, 'close')
  ])
  for (const line of told.split('\n')) account.add(line)
  return child.exitCode === 0 ? complaint : `ended with ${child.exitCode ?? child.signalCode}: ${complaint}`
}

async function collect(child: ChildProcess, stream: 'stdout' | 'stderr'): Promise<string> {
  let told = ''
  for await (const chunk of child[stream]!.setEncoding('utf8')) told += chunk
  return told
}
