import type {EntityKind} from '../language/analysis.ts'
import type {ClaimKind} from '../reading/claim.ts'
import type {DocumentSummary, Store, StoredClaim, StoredEntity, Page as StorePage} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {openRecord} from './open-record.ts'
import {clip, displayWidth} from './page/display-width.ts'
import {documentName} from './page/document-name.ts'
import {type Page, quiet, type Style} from './page/page.ts'
import {counted} from './page/reading-view.ts'
import type {RecordOption} from './record-path.ts'
import {shortId} from './short-id.ts'
import type {Terminal} from './terminal.ts'

export interface ListOptions extends RecordOption {
  readonly entities?: boolean
  readonly claims?: boolean
  readonly kind?: readonly string[]
  readonly document?: string
  readonly limit: number
  readonly json?: boolean
}

const PAGE_SIZE = 1000
const DATE_WIDTH = 12
const KIND_WIDTH = 14

/** List documents, entities or claims on record. */
export async function list(words: string, options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  checkOptions(words, options)
  const store = await openRecord(options)
  try {
    const document = options.document && (await documentId(store, options.document))
    if (options.entities) return await listEntities(store, words, {...options, document}, terminal)
    if (options.claims) return await listClaims(store, {...options, document}, terminal)
    return await listDocuments(store, words, options, terminal)
  } finally {
    await store.close()
  }
}

interface Resolved extends Omit<ListOptions, 'document'> {
  readonly document: string | undefined
}

async function listDocuments(
  store: Store,
  words: string,
  {limit, json}: ListOptions,
  terminal: Terminal
): Promise<ExitCode> {
  const pages = (cursor?: string) =>
    store.documents({limit: Math.min(limit, PAGE_SIZE), ...(words && {words}), ...(cursor && {cursor})})
  const show = json ? terminal.writeJson : (document: DocumentSummary) => showDocument(terminal.page, document)
  return tellCount(await showPages(pages, limit, show), terminal)
}

async function listClaims(
  store: Store,
  {limit, json, kind, document}: Resolved,
  terminal: Terminal
): Promise<ExitCode> {
  const pages = (cursor?: string) =>
    store.claims({
      limit: Math.min(limit, PAGE_SIZE),
      ...(kind && {kinds: kind as ClaimKind[]}),
      ...(document && {document}),
      ...(cursor && {cursor})
    })
  const show = json ? terminal.writeJson : (claim: StoredClaim) => showClaim(terminal.page, claim)
  return tellCount(await showPages(pages, limit, show), terminal)
}

async function listEntities(
  store: Store,
  words: string,
  {limit, json, kind, document}: Resolved,
  terminal: Terminal
): Promise<ExitCode> {
  const entities = await store.entities({
    limit: Math.min(limit, PAGE_SIZE),
    ...(words && {name: words}),
    ...(kind && {kinds: kind as EntityKind[]}),
    ...(document && {document})
  })
  for (const entity of entities)
    if (json) terminal.writeJson(entity)
    else showEntity(terminal.page, entity)
  return tellCount({shown: entities.length, hasMore: entities.length === Math.min(limit, PAGE_SIZE)}, terminal)
}

async function showPages<T>(
  pageAt: (cursor?: string) => Promise<StorePage<T>>,
  limit: number,
  show: (item: T) => void
): Promise<{shown: number; hasMore: boolean}> {
  let shown = 0
  let cursor: string | undefined
  do {
    const page = await pageAt(cursor)
    const items = page.items.slice(0, limit - shown)
    for (const item of items) show(item)
    shown += items.length
    cursor = page.cursor
  } while (cursor && shown < limit)
  return {shown, hasMore: cursor !== undefined}
}

function tellCount({shown, hasMore}: {shown: number; hasMore: boolean}, {notes}: Terminal): ExitCode {
  if (shown === 0) notes.line(['Nothing on record fits'])
  if (hasMore) notes.line([quiet(`There may be more: --limit ${shown * 4} shows it`)])
  return shown === 0 ? ExitCode.notFound : ExitCode.done
}

function showDocument(page: Page, document: DocumentSummary): void {
  const {id, published, claimCount, outlet} = document
  const row = {
    label: published ?? 'no date',
    labelWidth: DATE_WIDTH,
    right: `${counted(claimCount, 'claim')}  ${shortId(id)}`
  }
  showRow(page, {...row, words: documentName(document), where: outlet ?? '', whereShare: 0, style: 'name'})
}

function showEntity(page: Page, {entity, document, claimCount, address}: StoredEntity): void {
  const right = `${counted(claimCount, 'claim')}  ${shortAddress(address)}`
  const row = {label: entity.kind, labelWidth: KIND_WIDTH, right, where: documentName(document), whereShare: 1 / 3}
  showRow(page, {...row, words: entity.name || 'unnamed', style: 'name'})
}

function showClaim(page: Page, {id, claimKind, words, document, isMade}: StoredClaim): void {
  const row = {
    label: claimKind,
    labelWidth: KIND_WIDTH,
    right: `${isMade ? '◆ made ' : ''}${shortId(id)}`,
    where: documentName(document),
    whereShare: 1 / 3
  }
  showRow(page, {...row, words: words.join(' … '), style: 'words'})
}

interface Row {
  readonly label: string
  readonly labelWidth: number
  readonly words: string
  readonly style: Style
  /** What the words stand in. */
  readonly where: string
  /** How much of the line is kept for that, however long the words are. */
  readonly whereShare: number
  readonly right: string
}

/** Under this many columns the name of a document says nothing. */
const WHERE_MIN = 12

/** One thing on one line: the words first, where they stand as far as there is room. */
function showRow(page: Page, {label, labelWidth, words, style, where, whereShare, right}: Row): void {
  const room = page.width - labelWidth - displayWidth(right) - 2
  const whole = words.replace(/\s+/g, ' ')
  const free = room - displayWidth(whole) - 3
  const whereRoom = Math.min(displayWidth(where), Math.max(free, Math.floor(room * whereShare)))
  const hasWhere = where !== '' && Math.min(WHERE_MIN, displayWidth(where)) <= whereRoom
  const shown = clip(whole, hasWhere ? room - whereRoom - 3 : room)
  const after = hasWhere && quiet(` · ${clip(where, whereRoom)}`)
  page.line([{text: shown, style}, after], {label: quiet(label), labelWidth, right: [quiet(right)]})
}

/** `doc-3f2a91bc:e4`. */
function shortAddress(address: string): string {
  const colon = address.lastIndexOf(':')
  return shortId(address.slice(0, colon)) + address.slice(colon)
}

async function documentId(store: Store, words: string): Promise<string> {
  const [found] = (await store.resolve(words)).filter(({kind}) => kind === 'document')
  if (!found)
    throw new CommandFailure(ExitCode.notFound, `Cannot list what stands in "${words}": no such document on record`)
  return found.id
}

function checkOptions(words: string, {entities, claims, kind, document}: ListOptions): void {
  if (entities && claims)
    throw new CommandFailure(ExitCode.usage, 'Cannot list both --entities and --claims: choose one')
  if ((kind || document) && !entities && !claims)
    throw new CommandFailure(
      ExitCode.usage,
      'Cannot use --kind or --document for documents: add --claims or --entities'
    )
  if (claims && words) throw new CommandFailure(ExitCode.usage, 'Cannot list claims by words: hearsay search does that')
  const known: readonly string[] = claims ? CLAIM_KINDS : ENTITY_KINDS
  const wrong = kind?.find(each => !known.includes(each))
  if (wrong) throw new CommandFailure(ExitCode.usage, `Cannot list kind "${wrong}": the kinds are ${known.join(', ')}`)
}

const CLAIM_KINDS: readonly ClaimKind[] = [
  'statement',
  'role',
  'relation',
  'production',
  'event',
  'assessment',
  'pointer',
  'contrast',
  'attitude'
]
const ENTITY_KINDS: readonly EntityKind[] = [
  'person',
  'organisation',
  'outlet',
  'place',
  'production',
  'event',
  'work',
  'group'
]
