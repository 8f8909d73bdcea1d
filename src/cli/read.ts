import {edtfBounds} from '../language/edtf.ts'
import type {Journey} from '../pipeline.ts'
import type {ImportWords} from '../record/life/import-batch.ts'
import type {CaptureWithBytes, Saved, Store} from '../record/store.ts'
import {DEFAULT_LIMITS} from '../sandbox/limits.ts'
import {openReaderPool, type PoolOptions, type ReaderPool} from '../sandbox/reader-pool.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {importWords} from './import-words.ts'
import {inOrder} from './in-order.ts'
import {fileInputs, type GivenFacts, type Input, inputsOrPipe} from './inputs.ts'
import {type Interrupt, takeInterrupt} from './interrupt.ts'
import {jsonInputs} from './json-inputs.ts'
import {judgementWords} from './judging.ts'
import {marksOf} from './marks-of.ts'
import {openRecord} from './open-record.ts'
import {claimsIn} from './page/news-page.ts'
import {quoted} from './page/safe-text.ts'
import {ProgressBar} from './progress-bar.ts'
import type {Destination, MarkedNews, Outcome, Report} from './read-report.ts'
import {type RecordOption, recordPath} from './record-path.ts'
import {reportError, type Terminal} from './terminal.ts'

export interface ReadOptions extends RecordOption {
  readonly published?: string
  readonly address?: string
  readonly title?: string
  readonly from: 'files' | 'jsonl'
  readonly json?: boolean
  readonly dryRun?: boolean
  readonly brief?: boolean
  readonly quiet?: boolean
  readonly anyway?: boolean
  readonly workers?: number
  readonly timeLimit?: number
  readonly memoryLimit?: number
}

/** This many documents are still shown whole, unless asked otherwise. */
const SHOWN_WHOLE_MAX = 3

/** How much of a reader's memory is V8's heap: code, models and buffers take the rest. */
const HEAP_SHARE = DEFAULT_LIMITS.heapBytes / DEFAULT_LIMITS.memoryBytes

/** Read every input, print what it says, and save it in the record: the rest goes on when one cannot be read. */
export async function read(paths: readonly string[], options: ReadOptions, terminal: Terminal): Promise<ExitCode> {
  const facts = givenFacts(options)
  const sought = inputsOrPipe(paths)
  const destination = destinationOf(options)
  // The first reader loads its models while we load what prints, open the record and find the files.
  const pool = openReaderPool(poolOptions(options))
  const {openReport} = await import('./read-report.ts')
  const store = await openFor(destination, options).catch(async error => {
    await pool.close()
    throw error
  })
  const {inputs, total} = await inputsOf(sought, options.from, facts)
  const report = openReport(terminal, {
    ...options,
    brief: options.brief ?? SHOWN_WHOLE_MAX < (total ?? Infinity),
    destination
  })
  const bar = new ProgressBar(process.stderr, {total, isWanted: !options.quiet && total !== 1})
  const interrupt = takeInterrupt()
  try {
    const work: Work = {
      inputs,
      pool,
      store,
      destination,
      report,
      bar,
      interrupt,
      anyway: options.anyway ?? false,
      batch: importWords(sought),
      terminal
    }
    return await readAll(work)
  } finally {
    interrupt.release()
    bar.clear()
    await pool.close()
    await store?.close()
  }
}

interface Work {
  readonly inputs: Iterable<Input> | AsyncIterable<Input>
  readonly pool: ReaderPool
  readonly store: Store | undefined
  readonly destination: Destination
  readonly report: Report
  readonly bar: ProgressBar
  readonly interrupt: Interrupt
  /** Also what was purged. */
  readonly anyway: boolean
  readonly batch: ImportWords
  readonly terminal: Terminal
}

async function readAll(work: Work): Promise<ExitCode> {
  const {inputs, pool, store, destination, report, bar, interrupt, anyway, batch, terminal} = work
  const outcomes = inOrder(inputs, pool.size * 2, input => readInput(input, pool))
  let done = 0
  let failed = 0
  while (true) {
    bar.update(done, '')
    const next = await Promise.race([outcomes.next(), interrupt.asked])
    if (next === 'interrupted') break
    if (next.done) break
    const outcome = next.value
    // Ctrl-C reaches the readers as well: one that fell by it is no error of its document.
    if ('error' in outcome) await new Promise(setImmediate)
    if (interrupt.isAsked) break
    const saved = 'journey' in outcome ? await save(outcome, store, destination, {anyway, batch}) : undefined
    if (report.wantsNews || done % DERIVE_EVERY === DERIVE_EVERY - 1) failed += await derive(store, terminal)
    const news = saved && store && report.wantsNews ? await newsOf(store, saved.documentId) : undefined
    bar.clear()
    report.tell(outcome, saved, news)
    done++
    if ('error' in outcome) failed++
    bar.update(done, outcome.ref)
  }
  if (!interrupt.isAsked) failed += await derive(store, terminal)
  bar.clear()
  report.end({isInterrupted: interrupt.isAsked})
  if (interrupt.isAsked) return ExitCode.interrupted
  if (done === 0) return ExitCode.notFound
  return failed > 0 ? ExitCode.unreadable : ExitCode.done
}

async function newsOf(store: Store, document: string): Promise<MarkedNews | undefined> {
  const news = await store.news.ofDocument(document)
  return news && {news, marks: await marksOf(store, claimsIn([news]))}
}

/** While the next documents are read, so that nobody who asks afterwards has to wait for many. */
const DERIVE_EVERY = 50

/** Derive what follows from what was saved. @returns of how many documents nothing could be derived */
async function derive(store: Store | undefined, terminal: Terminal): Promise<number> {
  const {failed} = (await store?.catchUp()) ?? {failed: []}
  for (const {document, why} of failed)
    reportError(terminal, `${document} is kept, but nothing could be derived from it (${why}). Run hearsay doctor`)
  return failed.length
}

/** Never throws: what is wrong with an input is its outcome. */
async function readInput(input: Input, pool: ReaderPool): Promise<Outcome> {
  try {
    const source = await input.load()
    const journey = await pool.read(source)
    return {ref: source.ref, journey, bytes: source.bytes, at: new Date().toISOString()}
  } catch (error) {
    return {ref: input.ref, error: error instanceof Error ? error.message : String(error)}
  }
}

async function save(
  {journey, bytes, at, ref}: Extract<Outcome, {journey: Journey}>,
  store: Store | undefined,
  destination: Destination,
  {anyway, batch}: Pick<Work, 'anyway' | 'batch'>
): Promise<Saved | undefined> {
  if (!store || destination.kind !== 'record') return undefined
  const capture: CaptureWithBytes = {bytes, at, source: journey.document.address ?? ref, batch}
  const saved = await store.save(journey, capture)
  if (saved.purgedBy === undefined || !anyway) return saved
  await store.judging.undo(saved.purgedBy, judgementWords({why: 'read again with --anyway'}))
  return store.save(journey, capture)
}

async function inputsOf(
  paths: readonly string[],
  from: ReadOptions['from'],
  facts: GivenFacts
): Promise<{inputs: Iterable<Input> | AsyncIterable<Input>; total: number | undefined}> {
  if (from === 'jsonl') return {inputs: jsonInputs(paths, facts), total: undefined}
  const inputs = await Array.fromAsync(fileInputs(paths, facts))
  return {inputs, total: inputs.length}
}

function destinationOf(options: ReadOptions): Destination {
  const path = recordPath(options)
  if (options.dryRun) return {kind: 'dry-run', path}
  if (options.json && !options.record) return {kind: 'nowhere'}
  return {kind: 'record', path}
}

async function openFor(destination: Destination, options: ReadOptions): Promise<Store | undefined> {
  return destination.kind === 'record' ? openRecord(options, {create: true}) : undefined
}

function givenFacts({published, address, title}: ReadOptions): GivenFacts {
  if (published !== undefined && !edtfBounds(published))
    throw new CommandFailure(
      ExitCode.usage,
      `Cannot use --published ${quoted(published)}: it is no date. Write 2016-12-16, 2016-12, 2016, or another EDTF date such as 2016-12~`
    )
  return {...(published && {published}), ...(address && {address}), ...(title && {title})}
}

function poolOptions({workers, timeLimit, memoryLimit}: ReadOptions): PoolOptions {
  const memoryBytes = memoryLimit && memoryLimit * 1024 * 1024
  return {
    ...(workers && {size: workers}),
    limits: {
      ...(timeLimit && {timeMs: timeLimit * 1000}),
      ...(memoryBytes && {memoryBytes, heapBytes: Math.floor(memoryBytes * HEAP_SHARE)})
    }
  }
}
