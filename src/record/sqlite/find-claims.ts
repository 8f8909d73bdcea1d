import {type ExpressionBuilder, sql} from 'kysely'
import {pageLimit, readCursor, writeCursor} from '../page-cursor.ts'
import type {AnyClaim, ClaimQuery, DocumentSummary, Page, StoredClaim} from '../store.ts'
import {summariesOf} from './find-documents.ts'
import {readAddress} from './find-entities.ts'
import {type ClaimPlace, findMade, type PlacedClaim} from './made-claims.ts'
import type {InProject, Tables} from './tables.ts'

/** One page of the claims that `query` asks for, each as the newest run that found it put it. */
export async function listClaims(scope: InProject, query: ClaimQuery): Promise<Page<StoredClaim>> {
  const count = pageLimit(query.limit)
  const {cursor} = query
  const [document = 0, run = 0, position = 0] = cursor === undefined ? [] : readCursor(cursor)
  const from: ClaimPlace | undefined = cursor === undefined ? undefined : [document, run, position]
  const found = await findingQuery(scope, query, from)
    .limit(count + 1)
    .execute()
  const rows: PlacedClaim[] = [...found, ...(await findMade(scope, query, from, count + 1))]
    .sort(byPlace)
    .slice(0, count + 1)
  const shown = rows.slice(0, count)
  const items = await showFindings(scope, shown)
  const last = shown.at(-1)
  return rows.length > count
    ? {items, cursor: writeCursor(last!.document_recorded, last!.recorded, last!.position)}
    : {items}
}

/** The order of the record, and within a document that of its reading, the newest first. */
function byPlace(a: PlacedClaim, b: PlacedClaim): number {
  return a.document_recorded - b.document_recorded || b.recorded - a.recorded || a.position - b.position
}

/** CROSS JOIN is SQLite's way to be told where to begin: at the documents, which an index has in order. */
function findingQuery({db, project}: InProject, query: ClaimQuery, from: ClaimPlace | undefined) {
  const {id, document, kinds, entity, parts, includeUnsupported = false} = query
  let found = db
    .selectFrom('document')
    .crossJoin('current_run')
    .crossJoin('finding')
    .where('document.project', '=', project)
    .whereRef('current_run.project', '=', 'document.project')
    .whereRef('current_run.document', '=', 'document.id')
    .whereRef('finding.project', '=', 'document.project')
    .leftJoin('effect_claim as changed', join =>
      join
        .onRef('changed.project', '=', 'finding.project')
        .onRef('changed.doc', '=', 'document.recorded')
        .onRef('changed.position', '=', 'finding.position')
        .onRef('finding.run', '=', 'current_run.id')
    )
    .select([
      'finding.run',
      'finding.position',
      'finding.document',
      'finding.claim',
      'finding.kind',
      sql<string>`coalesce(changed.json, finding.json)`.as('json'),
      'changed.entities',
      'finding.recorded',
      'current_run.id as newest_run',
      'document.recorded as document_recorded'
    ])
    .orderBy('document.recorded')
    .orderBy('finding.recorded', 'desc')
    .orderBy('finding.position')
  found = includeUnsupported
    ? found.whereRef('finding.document', '=', 'document.id').where(isNewestFinding)
    : found.whereRef('finding.run', '=', 'current_run.id')
  // Asked for by its id, a claim is shown that people rejected.
  if (id === undefined)
    found = found.where(({or, eb}) => or([eb('changed.claim', 'is', null), eb('changed.json', 'is not', null)]))
  if (id !== undefined) found = found.where('finding.claim', '=', id).where(eb => isInDocumentsOf(eb, project, id))
  if (document !== undefined) found = found.where('document.id', '=', document)
  if (kinds !== undefined) found = found.where('finding.kind', 'in', kinds)
  if (entity !== undefined) {
    const address = readAddress(entity) ?? {document: '', entity: ''}
    found = found.where('document.id', '=', address.document).where(eb => hasPart(eb, address.entity, parts))
  }
  if (from === undefined) return found
  const [documentRecorded, recorded, position] = from
  return found
    .where('document.recorded', '>=', documentRecorded)
    .where(
      sql<boolean>`(document.recorded, -finding.recorded, finding.position) > (${documentRecorded}, ${-recorded}, ${position})`
    )
}

type Joined = ExpressionBuilder<Tables, 'document' | 'current_run' | 'finding'>

/** Whether no later run put the claim otherwise. */
function isNewestFinding(eb: Joined) {
  const newest = eb
    .selectFrom('finding as other')
    .select(({fn}) => fn.max('other.recorded').as('newest'))
    .whereRef('other.project', '=', 'finding.project')
    .whereRef('other.document', '=', 'finding.document')
    .whereRef('other.claim', '=', 'finding.claim')
  return eb('finding.recorded', '=', newest)
}

function isInDocumentsOf(eb: Joined, project: string, claim: string) {
  const documents = eb
    .selectFrom('claim')
    .select('claim.document')
    .where('claim.project', '=', project)
    .where('claim.id', '=', claim)
  return eb('document.id', 'in', documents)
}

function hasPart(eb: Joined, entity: string, parts: ClaimQuery['parts']) {
  return eb.exists(
    eb
      .selectFrom('claim_part')
      .select('claim_part.part')
      .whereRef('claim_part.project', '=', 'finding.project')
      .whereRef('claim_part.run', '=', 'finding.run')
      .whereRef('claim_part.position', '=', 'finding.position')
      .where('claim_part.entity', '=', entity)
      .$if(parts !== undefined, query => query.where('claim_part.part', 'in', parts!))
  )
}

export interface FoundRow extends Pick<Tables['finding'], 'run' | 'position' | 'document' | 'claim' | 'kind' | 'json'> {
  readonly newest_run: string
  /** JSON, where the claim is not as its run put it. */
  readonly entities?: string | null
}

/** Everything that a claim needs to be shown alone, looked up once a document and once a run. */
export async function showFindings(scope: InProject, rows: readonly FoundRow[]): Promise<StoredClaim[]> {
  const documents = [...new Set(rows.map(({document}) => document))]
  const summaries = await summariesOf(scope, documents)
  const texts = await textsOf(scope, documents)
  const firstReads = await firstReadsOf(scope, rows)
  const entities = await entitiesOf(scope, rows)
  return rows.map(row => {
    const claim: AnyClaim = JSON.parse(row.json)
    const text = texts.get(row.document) ?? ''
    const firstReadAt = firstReads.get(`${row.document} ${row.claim}`)
    return {
      id: row.claim,
      claimKind: row.kind,
      claim,
      document: summaries.get(row.document) as DocumentSummary,
      run: row.run,
      firstReadAt: firstReadAt ?? '',
      isSupported: row.run === row.newest_run,
      ...(firstReadAt === undefined && {isMade: true as const}),
      words: claim.evidence.map(({start, end}) => text.slice(start, end)),
      entities: row.entities ? JSON.parse(row.entities) : (entities.get(`${row.run} ${row.position}`) ?? {})
    }
  })
}

async function textsOf({db, project}: InProject, documents: readonly string[]): Promise<Map<string, string>> {
  if (documents.length === 0) return new Map()
  const rows = await db
    .selectFrom('document')
    .select(['id', 'text'])
    .where('project', '=', project)
    .where('id', 'in', documents)
    .execute()
  return new Map(rows.map(({id, text}) => [id, text]))
}

async function firstReadsOf({db, project}: InProject, rows: readonly FoundRow[]): Promise<Map<string, string>> {
  const wanted = JSON.stringify(rows.map(({document, claim}) => [document, claim]))
  const {rows: found} = await sql<{document: string; id: string; at: string}>`
    select claim.document, claim.id, run.at from json_each(${wanted}) as wanted
    cross join claim on claim.project = ${project} and claim.document = wanted.value ->> 0 and claim.id = wanted.value ->> 1
    cross join run on run.project = claim.project and run.id = claim.first_run`.execute(db)
  return new Map(found.map(({document, id, at}) => [`${document} ${id}`, at]))
}

type EntitiesOfClaim = Record<string, StoredClaim['entities'][string]>

async function entitiesOf({db, project}: InProject, rows: readonly FoundRow[]): Promise<Map<string, EntitiesOfClaim>> {
  const wanted = JSON.stringify(rows.map(({run, position}) => [run, position]))
  const {rows: found} = await sql<{run: string; position: number} & StoredClaim['entities'][string]>`
    select part.run, part.position, entity.id, entity.kind, entity.name from json_each(${wanted}) as wanted
    cross join claim_part as part
      on part.project = ${project} and part.run = wanted.value ->> 0 and part.position = wanted.value ->> 1
    cross join entity on entity.project = part.project and entity.run = part.run and entity.id = part.entity`.execute(
    db
  )
  const entities = new Map<string, EntitiesOfClaim>()
  for (const {run, position, id, kind, name} of found) {
    const key = `${run} ${position}`
    entities.set(key, {...entities.get(key), [id]: {id, kind, name}})
  }
  return entities
}
