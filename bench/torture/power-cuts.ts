import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {SeededRandom} from '../seeded-random.ts'
import {Account, NUMBERS_A_WORKER} from './account.ts'
import {atLeast, type Figure, never} from './figure.ts'
import {type Loss, lookForLoss} from './look-for-loss.ts'
import {SEEDED_FAULTS, type SeededFault} from './seeded-faults.ts'
import {SimulatedDisk} from './simulated-disk.ts'
import {readCalls, runRecorded, type SystemCall} from './system-calls.ts'

const WORKING = fileURLToPath(new URL('working-process.ts', import.meta.url))

/** How much a recorded worker does: more fills its log until that is moved into the record. */
const DEEDS = {least: 15, most: 90}
/** Cuts that are tried of one recording. */
const CUTS_A_RECORDING = 1_000
/** One state in so many is looked through whole. */
const WHOLE_EVERY = 50
/** States in one of which, at least, a seeded fault must show. */
const FAULT_CUTS = 300

export interface PowerOptions {
  readonly count: number
  readonly seed?: number
  /** Among how many states each seeded fault has to show. */
  readonly faultCuts?: number
  readonly tell?: (line: string) => void
}

/**
 * Record what a worker writes, then cut the power at random moments of it: of what was not synced, some is there and some is
 * not. Every state that can be on the disk is opened and looked through. The same with faults seeded, each of which must show.
 */
export async function cutPower({
  count,
  seed = 1,
  faultCuts = FAULT_CUTS,
  tell = () => {}
}: PowerOptions): Promise<Figure[]> {
  const losses: Loss[] = []
  for (let done = 0; done < count; done += CUTS_A_RECORDING) {
    const cuts = Math.min(CUTS_A_RECORDING, count - done)
    losses.push(...(await cutRecording({cuts, seed: seed + done, tell})))
    tell(`${done + cuts} power cuts, ${losses.length} losses`)
  }
  const of = (kind: Loss['kind']) => losses.filter(loss => loss.kind === kind).length
  const figures = [
    atLeast(count, 'power cuts', count, 'states'),
    never('power cuts: acknowledged deeds lost', of('lost'), 'deeds'),
    never('power cuts: documents half there', of('half'), 'documents'),
    never('power cuts: records damaged', of('damaged'), 'records')
  ]
  for (const fault of Object.keys(SEEDED_FAULTS) as SeededFault[]) {
    const found = new Set((await cutRecording({cuts: faultCuts, seed, fault, tell: () => {}})).map(({cut}) => cut))
    figures.push(atLeast(1, `power cuts, ${fault} seeded: found in, of ${faultCuts}`, found.size, 'states'))
  }
  return figures
}

interface Cutting {
  readonly cuts: number
  readonly seed: number
  readonly fault?: SeededFault
  readonly tell: (line: string) => void
}

/** A loss, and the number of the power cut it was found after. */
type LossAfterCut = Loss & {readonly cut: number}

async function cutRecording({cuts, seed, fault, tell}: Cutting): Promise<LossAfterCut[]> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hearsay-power-'))
  try {
    const root = join(folder, 'recorded')
    const path = join(root, 'new', 'record.db')
    const trace = join(folder, 'trace')
    mkdirSync(root)
    await runRecorded(workersOf(path, seed, fault), trace)
    const calls = await readCalls(trace, root)
    rmSync(trace)
    rmSync(root, {recursive: true})
    return await cutCalls(calls, {root, path, folder, cuts, seed, fault, tell})
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** One worker, or two at once. */
function workersOf(path: string, seed: number, fault: SeededFault | undefined): string[][] {
  const random = new SeededRandom(seed)
  const deeds = fault === undefined ? random.between(DEEDS.least, DEEDS.most) : DEEDS.least
  const firsts = fault === undefined && random.chance(0.5) ? [0, NUMBERS_A_WORKER] : [0]
  return firsts.map(first => [WORKING, path, `${seed}`, `${first}`, `${deeds}`, fault ?? ''])
}

interface Place {
  readonly root: string
  readonly path: string
  readonly folder: string
}

async function cutCalls(
  calls: readonly SystemCall[],
  {root, path, folder, cuts, seed, fault, tell}: Place & Omit<Cutting, 'fault'> & {fault: SeededFault | undefined}
): Promise<LossAfterCut[]> {
  const random = new SeededRandom(seed, cuts)
  const places = Array.from({length: cuts}, () => random.below(calls.length + 1)).sort((a, b) => a - b)
  const disk = new SimulatedDisk(root, {syncsFolders: fault !== 'no-folder-sync'})
  const account = new Account()
  const losses: LossAfterCut[] = []
  let done = 0
  for (const [cut, place] of places.entries()) {
    for (; done < place; done++) follow(calls[done]!, disk, account)
    const state = join(folder, 'state')
    writeState(disk.filesAfterCut(random), root, state)
    const isWhole = cut % WHOLE_EVERY === 0
    for (const loss of await lookForLoss(join(state, relative(root, path)), account, {isWhole})) {
      losses.push({...loss, cut})
      tell(`seed ${seed}, cut ${cut} after call ${place}: ${loss.kind}: ${loss.what}`)
    }
    rmSync(state, {recursive: true, force: true})
  }
  return losses
}

function follow(call: SystemCall, disk: SimulatedDisk, account: Account): void {
  disk.apply(call)
  if (call.kind === 'say') for (const line of call.words.split('\n')) account.add(line)
}

/** The -shm file is a mapping whose pages nobody recorded: it is gone with the power, as after a real cut. */
function writeState(files: ReadonlyMap<string, Uint8Array>, root: string, state: string): void {
  for (const [path, bytes] of files) {
    if (path.endsWith('-shm')) continue
    const file = join(state, relative(root, path))
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, bytes)
  }
}
