import {sql} from 'kysely'
import type {Capture, Document} from '../../intake/document.ts'
import {foldName} from '../fold-name.ts'
import {pageLimit, readCursor, writeCursor} from '../page-cursor.ts'
import type {DocumentQuery, DocumentSummary, Page, Run, StoredDocument} from '../store.ts'
import {documentOf} from './load-reading.ts'
import {changeOfCount} from './made-claims.ts'
import type {InProject, Tables} from './tables.ts'

/** One page of what is on record, the last saved first. */
export async function listDocuments(
  {db, project}: InProject,
  {words, from, to, limit, cursor}: DocumentQuery
): Promise<Page<DocumentSummary>> {
  const count = pageLimit(limit)
  const folded = foldName(words ?? '')
  let query = summaryQuery({db, project})
    .orderBy('document.recorded', 'desc')
    .limit(count + 1)
  if (folded) query = query.where(isAbout(project, folded))
  if (from !== undefined) query = query.where('run.latest', '>=', from)
  if (to !== undefined) query = query.where('run.earliest', '<=', to)
  if (cursor !== undefined) query = query.where('document.recorded', '<', readCursor(cursor)[0]!)
  const rows = await query.execute()
  const items = rows.slice(0, count).map(summaryOf)
  return rows.length > count ? {items, cursor: writeCursor(rows[count - 1]!.recorded)} : {items}
}

/** Every listing and every source is looked through, but only in indexes that hold nothing else. */
function isAbout(project: string, folded: string) {
  return sql<boolean>`document.id in (
    select document from effect where project = ${project} and instr(folded_words, ${folded}) > 0
    union all
    select named.id from capture cross join document as named on named.project = capture.project and named.sha256 = capture.sha256
    where capture.project = ${project} and instr(capture.folded_source, ${folded}) > 0)`
}

/** Summaries of these documents, by their ids; a hidden one is absent. */
export async function summariesOf(
  {db, project}: InProject,
  documents: readonly string[]
): Promise<Map<string, DocumentSummary>> {
  if (documents.length === 0) return new Map()
  const unique = [...new Set(documents)]
  const rows = await summaryQuery({db, project}).where('document.id', 'in', unique).execute()
  return new Map(rows.map(row => [row.id, summaryOf(row)]))
}

/** CROSS JOIN is SQLite's way to be told where to begin: at the documents, which an index has in order. */
function summaryQuery({db, project}: InProject) {
  return db
    .selectFrom('document')
    .crossJoin('current_run as run')
    .whereRef('run.project', '=', 'document.project')
    .whereRef('run.document', '=', 'document.id')
    .where('document.project', '=', project)
    .select(eb => [
      'document.id',
      'document.sha256',
      'document.saved_at',
      'document.recorded',
      'run.description',
      sql<number>`run.claim_count + ${changeOfCount('document.id', 'document.recorded')}`.as('claim_count'),
      eb
        .selectFrom('capture')
        .select('capture.source')
        .whereRef('capture.project', '=', 'document.project')
        .whereRef('capture.sha256', '=', 'document.sha256')
        .orderBy('capture.recorded')
        .limit(1)
        .as('ref')
    ])
}

interface SummaryRow {
  readonly id: string
  readonly sha256: string
  readonly saved_at: string
  readonly description: string
  readonly claim_count: number
  readonly ref: string | null
}

function summaryOf({id, sha256, saved_at, description, claim_count, ref}: SummaryRow): DocumentSummary {
  const {title, published, publishedBasis, outlet, authors, language}: Document = JSON.parse(description)
  return {
    id,
    ref: ref ?? id,
    sha256,
    ...(title !== undefined && {title}),
    ...(published !== undefined && {published}),
    publishedBasis,
    ...(outlet !== undefined && {outlet}),
    authors: authors.map(({name}) => name),
    language,
    savedAt: saved_at,
    claimCount: claim_count
  }
}

/** The document with this id, whole. */
export async function findDocument({db, project}: InProject, id: string): Promise<StoredDocument | undefined> {
  const summary = (await summariesOf({db, project}, [id])).get(id)
  if (!summary) return undefined
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where('project', '=', project)
    .where('id', '=', id)
    .executeTakeFirst()
  const runs = await runsOf({db, project}, id)
  // Another process may have purged it just now.
  if (!row || runs.length === 0) return undefined
  return {
    ...summary,
    document: await documentOf(row, runs.at(-1)!),
    captures: await capturesOf({db, project}, row.sha256),
    runs: runs.map(showRun)
  }
}

/** Every run of a document, the oldest first. */
export async function runsOf({db, project}: InProject, document: string): Promise<Tables['run'][]> {
  return db
    .selectFrom('run')
    .selectAll()
    .where('project', '=', project)
    .where('document', '=', document)
    .orderBy('at')
    .orderBy('recorded')
    .execute()
}

/** The newest run of a document that is not hidden. */
export async function currentRun({db, project}: InProject, document: string): Promise<Tables['run'] | undefined> {
  return db
    .selectFrom('current_run')
    .selectAll()
    .where('project', '=', project)
    .where('document', '=', document)
    .executeTakeFirst()
}

async function capturesOf({db, project}: InProject, sha256: string): Promise<Capture[]> {
  const rows = await db
    .selectFrom('capture')
    .select(['source', 'at', 'headers'])
    .where('project', '=', project)
    .where('sha256', '=', sha256)
    .orderBy('recorded')
    .execute()
  return rows.map(({source, at, headers}) => ({sha256, source, at, headers: JSON.parse(headers)}))
}

function showRun({id, reader, at, claim_count}: Tables['run']): Run {
  return {id, reader: JSON.parse(reader), at, claimCount: claim_count}
}
