import {type RawBuilder, sql} from 'kysely'
import {MADE_FROM} from '../judging/effective-reading.ts'
import type {ClaimQuery} from '../store.ts'
import type {FoundRow} from './find-claims.ts'
import {readAddress} from './find-entities.ts'
import type {InProject} from './tables.ts'

/** A claim's place in the list of all: that of its document, that of the run it stands with, and that in the reading. */
export type ClaimPlace = readonly [document: number, run: number, position: number]

/** A claim with the places that a cursor keeps. */
export interface PlacedClaim extends FoundRow {
  readonly recorded: number
  readonly document_recorded: number
}

/** Claims that people made, after `from`: each stands behind the claims of the newest run of its document. */
export async function findMade(
  {db, project}: InProject,
  {id, document, kinds, entity, parts}: ClaimQuery,
  from: ClaimPlace | undefined,
  count: number
): Promise<PlacedClaim[]> {
  const address = entity === undefined ? undefined : (readAddress(entity) ?? {document: '', entity: ''})
  const [doc = 0, recorded = 0, position = 0] = from ?? []
  const wanted = [
    id !== undefined && sql`made.claim = ${id}`,
    document !== undefined && sql`run.document = ${document}`,
    kinds !== undefined && sql`made.kind in (${sql.join(kinds)})`,
    address && sql`run.document = ${address.document} and ${hasPart(address.entity, parts)}`,
    from !== undefined && sql`(made.doc, -run.recorded, made.position) > (${doc}, ${-recorded}, ${position})`
  ].filter(condition => condition !== false && condition !== undefined)
  const {rows} = await sql<PlacedClaim>`
    select run.id as run, run.id as newest_run, made.position, run.document, made.claim, made.kind, made.json, made.entities,
      run.recorded, made.doc as document_recorded
    from effect_claim as made
    join current_run as run on run.project = made.project and run.doc = made.doc
    where made.project = ${project} and ${isMade('made', 'run.document')}
      ${wanted.length > 0 ? sql`and ${sql.join(wanted, sql` and `)}` : sql``}
    order by made.doc, made.position limit ${count}`.execute(db)
  return rows
}

/** How many claims of a document people made, less those of its run that they rejected. */
export function changeOfCount(document: string, doc: string): RawBuilder<number> {
  return sql<number>`(
    select count(*) filter (where ${isMade('changed', document)})
      - count(*) filter (where changed.position < ${MADE_FROM} and changed.json is null)
    from effect_claim as changed where changed.project = run.project and changed.doc = ${sql.ref(doc)})`
}

/** No reader found it: what one did find and a newer one lost stands at such a place too. */
export function isMade(table: string, document: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<boolean>`(${column('position')} >= ${MADE_FROM} and ${column('json')} is not null and not exists (
    select 1 from claim where claim.project = ${column('project')} and claim.document = ${sql.ref(document)}
      and claim.id = ${column('claim')}))`
}

function hasPart(entity: string, parts: ClaimQuery['parts']): RawBuilder<boolean> {
  const isPart = parts === undefined ? sql`1` : parts.length === 0 ? sql`0` : sql`part.part in (${sql.join(parts)})`
  return sql<boolean>`exists (select 1 from appellation_claim as part
    where part.project = made.project and part.doc = made.doc and part.position = made.position
      and part.entity = ${entity} and ${isPart})`
}
