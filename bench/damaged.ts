import {globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {damagedInputs} from './damaged-inputs.ts'
import {thisMachine} from './machine.ts'
import {type MeasuredRun, runMeasured} from './run-measured.ts'

/** Every input must end, in a result or a clear error, within this time and memory. */
const LIMITS = {wallMs: 10_000, peakMiB: 512}

/** The command ended in a result (0), or said that the input could not be read (1). */
const SOUND_EXITS = [0, 1]

/** What became of one damaged input; `fault` says what was not as promised. */
export interface Outcome {
  readonly name: string
  readonly bytes: number
  readonly exitCode: number | null
  readonly wallMs: number
  readonly peakMiB: number
  readonly said: string
  readonly fault?: string
}

/** Read `count` damaged inputs with the command itself, one process each, all into one record, then check the record. */
export async function readDamaged(
  count: number,
  report: (outcome: Outcome) => void = () => {}
): Promise<{
  readonly outcomes: readonly Outcome[]
  readonly recordIsSound: boolean
}> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-damaged-'))
  const root = new URL('..', import.meta.url).pathname
  const hearsay = join(root, 'hearsay')
  const record = join(folder, 'record.db')
  const seeds = globSync(join(root, 'examples', '*.{txt,html}'))
    .sort()
    .map(file => readFileSync(file))
  const outcomes: Outcome[] = []
  try {
    for (const {name, bytes} of damagedInputs(count, seeds)) {
      const file = join(folder, name)
      writeFileSync(file, bytes)
      const run = await runMeasured(hearsay, ['read', '--record', record, file])
      const outcome = judge(name, bytes.length, run)
      outcomes.push(outcome)
      report(outcome)
      rmSync(file)
    }
    const doctor = await runMeasured(hearsay, ['doctor', '--record', record])
    return {outcomes, recordIsSound: doctor.exitCode === 0}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** A summary to commit: the worst figures, the faults, the machine. */
export function summarise(outcomes: readonly Outcome[], recordIsSound: boolean) {
  const worst = (key: 'wallMs' | 'peakMiB') => [...outcomes].sort((a, b) => b[key] - a[key])[0]
  return {
    machine: thisMachine(),
    limits: LIMITS,
    inputs: outcomes.length,
    results: outcomes.filter(({exitCode}) => exitCode === 0).length,
    clearErrors: outcomes.filter(({exitCode}) => exitCode === 1).length,
    slowest: worst('wallMs'),
    largest: worst('peakMiB'),
    recordIsSound,
    faults: outcomes.filter(({fault}) => fault !== undefined)
  }
}

function judge(name: string, bytes: number, {exitCode, wallMs, peakMiB, stderr}: MeasuredRun): Outcome {
  const said = stderr.trim().split('\n').at(-1) ?? ''
  const fault = SOUND_EXITS.includes(exitCode ?? -1)
    ? LIMITS.wallMs < wallMs
      ? 'too slow'
      : LIMITS.peakMiB < peakMiB
        ? 'too large'
        : exitCode === 1 && !said.includes(name)
          ? 'an error that does not name the file'
          : undefined
    : `exit ${exitCode}`
  const figures = {wallMs: Math.round(wallMs), peakMiB: Math.round(peakMiB)}
  return {name, bytes, exitCode, ...figures, said: said.slice(0, 300), ...(fault !== undefined && {fault})}
}
