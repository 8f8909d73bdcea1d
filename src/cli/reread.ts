import type {Source} from '../intake/take-in.ts'
import {differenceOf, type RereadDifference} from '../record/judging/reread-difference.ts'
import type {Store, StoredDocument} from '../record/store.ts'
import {openReaderPool, type ReaderPool} from '../sandbox/reader-pool.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {inOrder} from './in-order.ts'
import {findOne} from './judging.ts'
import {openRecord} from './open-record.ts'
import {showReread, showRereadTotals} from './page/judged-reread.ts'
import {ProgressBar} from './progress-bar.ts'
import type {RecordOption} from './record-path.ts'
import {reportError, type Terminal} from './terminal.ts'

export interface RereadOptions extends RecordOption {
  readonly all?: boolean
  readonly workers?: string
  readonly json?: boolean
}

/** What became of one document that was read again. */
export type Reread =
  | {readonly document: StoredDocument; readonly error: string}
  /** No reader made it: it is left as it is. */
  | {readonly document: StoredDocument; readonly leftAlone: string}
  /** Without a difference the reader found what was on record already, and nothing was added. */
  | {readonly document: StoredDocument; readonly run: string; readonly difference?: RereadDifference}

/** Read documents on record again with this reader, and tell what that changes. */
export async function reread(
  documents: readonly string[],
  options: RereadOptions,
  terminal: Terminal
): Promise<ExitCode> {
  if (documents.length === 0 && !options.all)
    throw new CommandFailure(ExitCode.usage, 'Cannot reread: name documents, or all of them with --all')
  const workers = options.workers === undefined ? undefined : Number(options.workers)
  if (workers !== undefined && !(Number.isInteger(workers) && 0 < workers))
    throw new CommandFailure(
      ExitCode.usage,
      `Cannot use --workers ${options.workers}: it must be a whole number above 0`
    )
  const store = await openRecord(options)
  const pool = openReaderPool(workers === undefined ? {} : {size: workers})
  try {
    const ids = options.all ? await everyDocument(store) : await named(store, documents, terminal)
    return await rereadAll(ids, {store, pool, options, terminal})
  } finally {
    await pool.close()
    await store.close()
  }
}

interface Work {
  readonly store: Store
  readonly pool: ReaderPool
  readonly options: RereadOptions
  readonly terminal: Terminal
}

async function rereadAll(ids: readonly string[], {store, pool, options, terminal}: Work): Promise<ExitCode> {
  const areMany = options.all === true || ids.length > 1
  const bar = new ProgressBar(process.stderr, {total: ids.length, isWanted: areMany})
  const totals = {read: 0, changed: 0, failed: 0, left: 0}
  const all = inOrder(ids, pool.size * 2, id => rereadOne(store, pool, id))
  for await (const outcome of all) {
    bar.clear()
    totals.read++
    if ('error' in outcome) {
      totals.failed++
      reportError(terminal, outcome.error)
    } else if ('leftAlone' in outcome) totals.left++
    else if (outcome.difference) totals.changed++
    if (options.json) terminal.writeJson(jsonOf(outcome))
    else if ('run' in outcome && (outcome.difference || !areMany)) showReread(terminal.page, outcome)
    else if ('leftAlone' in outcome && !areMany) terminal.page.line([outcome.leftAlone])
    bar.update(totals.read, outcome.document.ref)
  }
  bar.clear()
  if (!options.json && areMany) showRereadTotals(terminal.page, totals)
  return totals.failed > 0 ? ExitCode.unreadable : ids.length === 0 ? ExitCode.notFound : ExitCode.done
}

async function rereadOne(store: Store, pool: ReaderPool, id: string): Promise<Reread> {
  const document = (await store.document(id))!
  if (document.document.algorithm === 'csv-text/1')
    return {document, leftAlone: `Left ${id} as it is: a list that was imported. hearsay import reads its file again`}
  const [before, bytes] = [(await store.reading(id))!, (await store.bytes(id))!]
  try {
    const journey = await pool.read(sourceOf(document, bytes))
    if (journey.document.id !== id)
      return {
        document,
        error: `Cannot reread ${id}: this version takes another text out of its bytes. Read it as a new document`
      }
    const [capture] = document.captures
    const source = capture?.source ?? document.ref
    const saved = await store.save(journey, {bytes, at: new Date().toISOString(), source})
    if (!saved.runAdded) return {document, run: saved.runId}
    const now = (await store.judging.reading(id))!
    return {document, run: saved.runId, difference: differenceOf(before, journey.reading, now)}
  } catch (error) {
    return {document, error: error instanceof Error ? error.message : String(error)}
  }
}

/**
 * The bytes, with what was given with them. What people corrected since is no part of it: a run is the machine's alone, so that
 * a correction that is taken back leaves nothing behind.
 */
function sourceOf({ref, document}: StoredDocument, bytes: Uint8Array): Source {
  const {address, published, publishedBasis, title, text} = document
  // A title that is nowhere in what was read came from whoever gave the document.
  const isTitleGiven = title !== undefined && !text.includes(title) && !new TextDecoder().decode(bytes).includes(title)
  return {
    ref,
    bytes,
    ...(address !== undefined && {address}),
    ...(published !== undefined && publishedBasis === 'given' && {published}),
    ...(isTitleGiven && {title})
  }
}

async function everyDocument(store: Store): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await store.documents({limit: 1000, ...(cursor !== undefined && {cursor})})
    ids.push(...page.items.map(({id}) => id))
    if (page.cursor === undefined) return ids
    cursor = page.cursor
  }
}

async function named(store: Store, documents: readonly string[], {page}: Terminal): Promise<string[]> {
  const ids: string[] = []
  for (const words of documents) ids.push((await findOne(store, words, ['document'], {verb: 'reread', page})).id)
  return [...new Set(ids)]
}

function jsonOf(outcome: Reread): object {
  const {document} = outcome
  if ('error' in outcome) return {format: 'hearsay-reread/1', document: document.id, error: outcome.error}
  if ('leftAlone' in outcome) return {format: 'hearsay-reread/1', document: document.id, leftAlone: outcome.leftAlone}
  const {run, difference} = outcome
  return {format: 'hearsay-reread/1', document: document.id, run, isNew: difference !== undefined, ...difference}
}
