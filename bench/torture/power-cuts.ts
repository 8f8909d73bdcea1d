import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {atLeast, type Figure, never} from './figure.ts'
import {inLanes} from './in-lanes.ts'
import type {Loss} from './look-for-loss.ts'
import {SEEDED_FAULTS, type SeededFault} from './seeded-faults.ts'

const CUTTING = fileURLToPath(new URL('cutting-process.ts', import.meta.url))

/** Cuts that are tried of one recording. */
const CUTS_A_RECORDING = 1_000
/** States in one of which, at least, a seeded fault must show. */
const FAULT_CUTS = 300

/** A loss, and the number of the power cut it was found after. */
export type LossAfterCut = Loss & {readonly cut: number}

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
  const parts = Array.from({length: Math.ceil(count / CUTS_A_RECORDING)}, (_, index) => index * CUTS_A_RECORDING)
  const found = await inLanes(parts, async done => {
    const cuts = Math.min(CUTS_A_RECORDING, count - done)
    const losses = await cutRecording(cuts, seed + done)
    for (const {cut, kind, what} of losses) tell(`seed ${seed + done}, cut ${cut}: ${kind}: ${what}`)
    tell(`power cuts ${done + 1} to ${done + cuts}: ${losses.length} losses`)
    return losses
  })
  const losses = found.flat()
  const of = (kind: Loss['kind']) => losses.filter(loss => loss.kind === kind).length
  const faults = Object.keys(SEEDED_FAULTS) as SeededFault[]
  const faulty = await inLanes(faults, async fault => {
    const states = new Set((await cutRecording(faultCuts, seed, fault)).map(({cut}) => cut))
    return atLeast(1, `power cuts, ${fault} seeded: found in, of ${faultCuts}`, states.size, 'states')
  })
  return [
    atLeast(count, 'power cuts', count, 'states'),
    never('power cuts: acknowledged deeds lost', of('lost'), 'deeds'),
    never('power cuts: documents half there', of('half'), 'documents'),
    never('power cuts: records damaged', of('damaged'), 'records'),
    ...faulty
  ]
}

async function cutRecording(cuts: number, seed: number, fault = ''): Promise<LossAfterCut[]> {
  const child = spawn(process.execPath, [CUTTING, `${cuts}`, `${seed}`, fault], {stdio: ['ignore', 'pipe', 'inherit']})
  const [told] = await Promise.all([child.stdout.setEncoding('utf8').toArray(), once(child, 'close')])
  if (child.exitCode !== 0)
    throw new Error(`Cannot cut the power of seed ${seed}: it ended with ${child.exitCode ?? child.signalCode}`)
  return JSON.parse(told.join(''))
}
