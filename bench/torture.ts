import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {thisMachine} from './machine.ts'
import {flipBits} from './torture/bit-flips.ts'
import {type Figure, figureLine} from './torture/figure.ts'
import {fillDisks, whyNoDiskIsFull} from './torture/full-disk.ts'
import {killWorkers} from './torture/kills.ts'
import {cutPower} from './torture/power-cuts.ts'
import {shareRecord} from './torture/processes.ts'
import {whyNothingIsRecorded} from './torture/system-calls.ts'
import {tamper} from './torture/tampering.ts'

const USAGE = `Usage: npm run torture [-- kills | power | flips | disk | processes | tampering] [--count N] [--seed N] [--out FILE]

  kills   1,000 kill -9 of one or two processes in the middle of what they do to a record
  power   20,000 simulated power cuts, from a recording of what a process writes (with strace); faults are seeded that must show
  flips   5,000 single bits turned in a record, 1,000 coarser damages, 500 bits of its write-ahead log
  disk    10 full disks for each thing that a record can be doing then (with unshare and a tmpfs)
  processes
          40 rounds of two to four writers and two readers that make and use one record at once
  tampering
          every script by which somebody who may do anything in the file could change what a record shows

All of them without a name, one line a figure. A whole run is kept in bench/results/torture.json with the machine and the day;
what was cut short by --count is kept only where --out says. The exit code is 1 when a figure is not what it must be.`

interface Torture {
  readonly whole: number
  readonly run: (options: {
    readonly count: number
    readonly seed: number
    readonly tell: (line: string) => void
  }) => Promise<Figure[]>
  /** Why it cannot be done on this machine. */
  readonly unless?: () => string | undefined
}

const TORTURES: Readonly<Record<string, Torture>> = {
  kills: {whole: 1_000, run: killWorkers},
  power: {whole: 20_000, run: cutPower, unless: whyNothingIsRecorded},
  flips: {whole: 5_000, run: flipBits},
  disk: {whole: 10, run: fillDisks, unless: whyNoDiskIsFull},
  processes: {whole: 40, run: shareRecord},
  tampering: {whole: 1, run: tamper}
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    count: {type: 'string'},
    seed: {type: 'string', default: '1'},
    out: {type: 'string'},
    help: {type: 'boolean', default: false}
  }
})
const names = 0 < positionals.length ? positionals : Object.keys(TORTURES)
if (values.help || names.some(name => !(name in TORTURES))) {
  console.error(USAGE)
  process.exitCode = values.help ? 0 : 2
} else {
  for (const name of names) await torture(name, TORTURES[name]!)
}

async function torture(name: string, {whole, run, unless}: Torture): Promise<void> {
  const reason = unless?.()
  if (reason !== undefined) {
    console.log(`${name} left out: ${reason}`)
    return
  }
  const count = values.count === undefined ? whole : Number(values.count)
  const started = performance.now()
  const figures = await run({count, seed: Number(values.seed), tell: line => console.error(line)})
  for (const figure of figures) console.log(figureLine(figure))
  if (figures.some(({isReached}) => !isReached)) process.exitCode = 1
  const file = values.out ?? (whole <= count ? new URL('results/torture.json', import.meta.url).pathname : undefined)
  if (file !== undefined) keep(file, name, {seconds: Math.round((performance.now() - started) / 1000), figures})
}

/** Each torture is a run of its own, on a day of its own. */
function keep(
  file: string,
  name: string,
  result: {readonly seconds: number; readonly figures: readonly Figure[]}
): void {
  const known = readResults(file)
  const date = new Date().toISOString().slice(0, 10)
  mkdirSync(new URL('results/', import.meta.url), {recursive: true})
  const results = {...known, [name]: {date, machine: thisMachine(), ...result}}
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}

function readResults(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
