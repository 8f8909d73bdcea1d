import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {atLeast, type Figure, never} from './figure.ts'
import {inLanes} from './in-lanes.ts'

const DAMAGING = fileURLToPath(new URL('damaging-process.ts', import.meta.url))

const DAMAGES_A_PROCESS = 250

/** No damaged record may keep a process busy for longer than this. */
const PATIENCE_MS = 60_000

export interface FlipOptions {
  /** Single bits; a fifth as often something coarser, a tenth as often a bit of the write-ahead log. */
  readonly count: number
  readonly seed?: number
  readonly tell?: (line: string) => void
}

/** Damage records, one damage each: content may not change unless that is noticed, and no process may fall. */
export async function flipBits({count, seed = 1, tell = () => {}}: FlipOptions): Promise<Figure[]> {
  const bits = await damageRecords('bits', count, seed, tell)
  const coarse = await damageRecords('coarse', Math.ceil(count / 5), seed, tell)
  const log = await damageRecords('log', Math.ceil(count / 10), seed, tell)
  const all = [...bits, ...coarse, ...log]
  const of = (outcome: string, outcomes: readonly string[]) => outcomes.filter(each => each === outcome).length
  return [
    atLeast(count, 'damage: single bits turned', bits.length, 'bits'),
    atLeast(Math.ceil(count / 10), 'damage: of these, noticed; the others change nothing', of('noticed', bits), 'bits'),
    never('damage: bits that change content unnoticed', of('changed', bits), 'bits'),
    atLeast(Math.ceil(count / 5), 'damage: bytes, sectors, pages, cut short', coarse.length, 'files'),
    never('damage: of these, content changed unnoticed', of('changed', coarse), 'files'),
    atLeast(Math.ceil(count / 10), 'damage: bits of the write-ahead log', log.length, 'bits'),
    never('damage: of these, not shown by a checkpoint', of('changed', log), 'bits'),
    never(
      'damage: processes that fell or hung, errors without a type',
      of('crashed', all) + of('hung', all),
      'processes'
    )
  ]
}

/** Each process damages copies of a record of its own. */
async function damageRecords(
  kind: string,
  count: number,
  seed: number,
  tell: (line: string) => void
): Promise<string[]> {
  const parts = Array.from({length: Math.ceil(count / DAMAGES_A_PROCESS)}, (_, index) => index * DAMAGES_A_PROCESS)
  const outcomes = await inLanes(parts, async first => {
    const part = {kind, seed, first, end: Math.min(count, first + DAMAGES_A_PROCESS), tell}
    const found = await damagePart(part)
    tell(`${kind} ${first + 1} to ${part.end}: ${found.filter(outcome => outcome === 'noticed').length} noticed`)
    return found
  })
  return outcomes.flat()
}

interface Part {
  readonly kind: string
  readonly seed: number
  readonly first: number
  readonly end: number
  readonly tell: (line: string) => void
}

/** Where the process falls, another goes on behind the number it fell at. */
async function damagePart({kind, seed, first, end, tell}: Part): Promise<string[]> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hearsay-flips-'))
  const outcomes: string[] = []
  for (let next = first; next < end; next = first + outcomes.length) {
    const args = [DAMAGING, folder, `${seed}`, kind, `${next}`, `${end - next}`]
    const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']})
    const closed = once(child, 'close')
    let timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    for await (const line of createInterface({input: child.stdout})) {
      clearTimeout(timer)
      timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      const outcome = line.split(' ')[1] ?? ''
      outcomes.push(outcome)
      if (outcome === 'changed' || outcome === 'crashed') tell(`seed ${seed}, ${kind}: ${line}`)
    }
    clearTimeout(timer)
    await closed
    if (child.exitCode === 0) continue
    tell(`seed ${seed}, ${kind} ${first + outcomes.length}: it ended with ${child.exitCode ?? child.signalCode}`)
    outcomes.push(child.signalCode === 'SIGKILL' ? 'hung' : 'crashed')
  }
  rmSync(folder, {recursive: true})
  return outcomes
}
