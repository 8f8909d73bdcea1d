import {existsSync, mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {claimsOf} from '../src/record/claims-of.ts'
import {openStore} from '../src/record/open-store.ts'
import type {Store} from '../src/record/store.ts'
import {thisMachine} from './machine.ts'
import {RecordGenerator} from './record-generator.ts'
import {Draw, RECORD_QUERIES, type RecordQuery} from './record-queries.ts'

interface ScaleOptions {
  readonly documents: number
  /** Where the record is made, on a disk and not in memory, and removed afterwards. */
  readonly folder?: string
  /** A record that is kept: what an earlier run put into it is not saved again. */
  readonly record?: string
  /** How often each query is asked, each time about something else, so that no answer is the repeat of another. */
  readonly rounds?: number
  /** Told how it goes, as it takes long. */
  readonly tell?: (line: string) => void
}

const SEED = 5
const ROUNDS = 200
/** A query that takes long is asked fewer times. */
const QUERY_MAX_MS = 30_000

/**
 * Make a record of `documents` documents and ask everything of it, at a tenth of the size and at the whole: how long saving
 * takes once a document is read, how long it then takes to derive what follows from it, how long each query takes, how much memory and disk they use.
 */
export async function measureScale(options: ScaleOptions) {
  const {documents, folder = tmpdir(), record, rounds = ROUNDS, tell = () => undefined} = options
  const place = record === undefined ? mkdtempSync(join(folder, 'hearsay-scale-')) : undefined
  const path = record ?? join(place!, 'record.db')
  const generator = new RecordGenerator(SEED)
  const sizes = []
  try {
    for (const to of [Math.ceil(documents / 10), documents]) {
      const from = await countDocuments(path)
      if (to <= from && to < documents) continue
      const saving = await saveDocuments(path, generator, {from, to, tell})
      const asking = await askAll(path, generator, {documents: to, rounds, tell})
      sizes.push({documents: to, ...saving, ...asking})
    }
  } finally {
    if (place !== undefined) rmSync(place, {recursive: true})
  }
  return {machine: thisMachine(), seed: SEED, sizes}
}

async function countDocuments(path: string): Promise<number> {
  if (!existsSync(path)) return 0
  const store = await openStore(path, {create: false})
  const {documents} = await store.stats()
  await store.close()
  return documents
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly tell: (line: string) => void
}

async function saveDocuments(path: string, generator: RecordGenerator, {from, to, tell}: Stretch) {
  const store = await openStore(path, {create: true})
  const saves: Time[] = []
  const derivings: Time[] = []
  let claims = 0
  for (let number = from; number < to; number++) {
    const {journey, capture} = generator.document(number)
    const started = startClocks()
    await store.save(journey, capture)
    saves.push(stopClocks(started))
    claims += claimsOf(journey.reading).length
    if (saves.length % ASK_EVERY === 0 || number + 1 === to) derivings.push(await measureDeriving(store))
    if (saves.length % TELL_EVERY === 0)
      tell(
        `${number + 1} documents ${JSON.stringify({save: spreads(saves.slice(-TELL_EVERY)), derive: spreads(derivings.slice(-TELL_EVERY / ASK_EVERY))})}`
      )
  }
  await store.close()
  // What each costs once the record has nearly this size.
  return {
    claimsSaved: claims,
    fileMiB: Math.round(statSync(path).size / MIB),
    save: spreads(lastOf(saves)),
    derivePerDocument: spreads(lastOf(derivings))
  }
}

/** What it takes to derive all that waits, shared out among its documents. */
async function measureDeriving(store: Store): Promise<Time> {
  const started = startClocks()
  const {derived} = await store.catchUp()
  const {ms, cpuMs} = stopClocks(started)
  return {ms: ms / derived, cpuMs: cpuMs / derived}
}

function lastOf(times: readonly Time[]): readonly Time[] {
  return times.slice(-Math.ceil(times.length / 5))
}

/** So many documents are saved before anything is asked. */
const ASK_EVERY = 50
const TELL_EVERY = 500
const MIB = 2 ** 20

interface Asking {
  readonly documents: number
  readonly rounds: number
  readonly tell: (line: string) => void
}

/** The record is opened anew, as a user opens it: what saving left in memory does not count. */
async function askAll(path: string, generator: RecordGenerator, {documents, rounds, tell}: Asking) {
  const store = await openStore(path, {create: false})
  const queries = []
  for (const query of RECORD_QUERIES) {
    const measured = await measure(store, query, rounds, round => new Draw(generator, documents, round))
    tell(JSON.stringify(measured))
    queries.push(measured)
  }
  await store.close()
  return {peakMiB: Math.round(process.resourceUsage().maxRSS / 1024), queries}
}

/** Everything is asked twice: at first a large record has to come from the disk, and then from the memory that the system keeps of it. */
async function measure(store: Store, query: RecordQuery, rounds: number, drawOf: (round: number) => Draw) {
  const first = await askRounds(store, query, rounds, drawOf)
  const again = await askRounds(store, query, rounds, drawOf)
  const sizes = first.answers.reduce((sum, {size}) => sum + size, 0)
  const capped = first.answers.filter(({isCapped}) => isCapped).length
  return {
    query: query.name,
    rounds: first.times.length,
    ...spreads(first.times),
    again: spreads(again.times),
    meanSize: rounded(sizes / first.times.length),
    capped
  }
}

async function askRounds(store: Store, {about}: RecordQuery, rounds: number, drawOf: (round: number) => Draw) {
  const times: Time[] = []
  const answers: Awaited<ReturnType<ReturnType<typeof about>>>[] = []
  const giveUpAt = performance.now() + QUERY_MAX_MS
  for (let round = 0; round < rounds && performance.now() < giveUpAt; round++) {
    const ask = about(drawOf(round))
    const started = startClocks()
    answers.push(await ask(store))
    times.push(stopClocks(started))
  }
  return {times, answers}
}

interface Time {
  readonly ms: number
  /** What the processor worked for it: on a machine that others use, the steadier figure. */
  readonly cpuMs: number
}

interface Clocks {
  readonly ms: number
  readonly cpu: NodeJS.CpuUsage
}

function startClocks(): Clocks {
  return {ms: performance.now(), cpu: process.cpuUsage()}
}

function stopClocks({ms, cpu}: Clocks): Time {
  const {user, system} = process.cpuUsage(cpu)
  return {ms: performance.now() - ms, cpuMs: (user + system) / 1_000}
}

function spreads(times: readonly Time[]): {readonly ms: Spread; readonly cpuMs: Spread} {
  return {ms: spread(times.map(({ms}) => ms)), cpuMs: spread(times.map(({cpuMs}) => cpuMs))}
}

/** The middle, the worst of twenty, the worst. */
interface Spread {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return {p50: at(0.5), p95: at(0.95), max: at(1)}
}

function rounded(value: number): number {
  return Number(value.toFixed(2))
}
