import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {atLeast, type Figure, never} from './figure.ts'

const FILLING = fileURLToPath(new URL('full-disk-process.ts', import.meta.url))

/** What is under way when the disk is full. */
const SCENARIOS = ['save', 'judgement', 'purge', 'backup', 'make', 'upgrade', 'close'] as const

/** A disk that only the process and its children see; it is gone with them. Whoever is not root becomes it for themselves. */
const OWN_MOUNTS = process.getuid?.() === 0 ? ['-m'] : ['-rm']
const ON_SMALL_DISK = `mount -t tmpfs -o size=24m none "$1" && shift && exec "$@"`

/** Why no disk can be made small here; undefined where it can. */
export function whyNoDiskIsFull(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-disk-'))
  const {error, status} = spawnSync('unshare', [...OWN_MOUNTS, '/bin/sh', '-c', ON_SMALL_DISK, 'sh', folder, 'true'])
  rmSync(folder, {recursive: true})
  return error || status !== 0 ? 'this system does not let a small disk be mounted' : undefined
}

export interface DiskOptions {
  /** How often each scenario is gone through, with another rest of room each time. */
  readonly count: number
  readonly seed?: number
  readonly tell?: (line: string) => void
}

/** Let the disk be full in the middle of work: it must be said clearly, cost nothing, and go on once there is room. */
export async function fillDisks({count, seed = 1, tell = () => {}}: DiskOptions): Promise<Figure[]> {
  const totals = {faults: 0, refused: 0, acknowledged: 0}
  for (let round = 0; round < count; round++)
    for (const scenario of SCENARIOS) {
      const {faults, refused, acknowledged} = await fillDisk(scenario, seed + round)
      for (const fault of faults) tell(`seed ${seed + round}: ${fault}`)
      totals.faults += faults.length
      totals.refused += refused
      totals.acknowledged += acknowledged
    }
  const runs = count * SCENARIOS.length
  return [
    atLeast(runs, `full disks: while it did one of ${SCENARIOS.join(', ')}`, runs, 'runs'),
    atLeast(runs, 'full disks: deeds that were refused', totals.refused, 'deeds'),
    atLeast(runs, 'full disks: deeds that were acknowledged', totals.acknowledged, 'deeds'),
    never('full disks: lost, not said clearly, or not gone on with', totals.faults, 'faults')
  ]
}

async function fillDisk(
  scenario: string,
  seed: number
): Promise<{readonly faults: readonly string[]; readonly refused: number; readonly acknowledged: number}> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-disk-'))
  const command = [process.execPath, FILLING, folder, `${seed}`, scenario]
  const child = spawn('unshare', [...OWN_MOUNTS, '/bin/sh', '-c', ON_SMALL_DISK, 'sh', folder, ...command], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [told] = await Promise.all([child.stdout!.setEncoding('utf8').toArray(), once(child, 'close')])
  rmSync(folder, {recursive: true})
  const lines = told.join('').split('\n')
  const [, acknowledged, refused] = /^acknowledged (\d+) refused (\d+)$/m.exec(told.join('')) ?? []
  const faults = lines.filter(line => line.startsWith('fault '))
  if (child.exitCode !== 0)
    faults.push(`fault ${scenario}: the process ended with ${child.exitCode ?? child.signalCode}`)
  return {faults, refused: Number(refused ?? 0), acknowledged: Number(acknowledged ?? 0)}
}
