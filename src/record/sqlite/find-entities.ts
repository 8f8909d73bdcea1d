import {sql} from 'kysely'
import type {Entity} from '../../reading/reading.ts'
import {claimParts} from '../claim-parts.ts'
import {claimsOf} from '../claims-of.ts'
import {foldName} from '../fold-name.ts'
import {pageLimit} from '../page-cursor.ts'
import type {EntityQuery, StoredEntity} from '../store.ts'
import {loadEffective} from './document-in-effect.ts'
import {findAppellations} from './find-appellations.ts'
import {summariesOf} from './find-documents.ts'
import type {InProject, Tables} from './tables.ts'

/** An entity's address taken apart; undefined where it is none. */
export function readAddress(address: string): {document: string; entity: string} | undefined {
  const [, document, entity] = /^(.+):(e\d{1,9}|[jm][0-9a-f_]{1,24})$/.exec(address) ?? []
  return document && entity ? {document, entity} : undefined
}

/** The entity at this address, as the newest run found it. */
export async function findEntity(scope: InProject, address: string): Promise<StoredEntity | undefined> {
  const parts = readAddress(address)
  if (!parts) return undefined
  const rows = await entityQuery(scope)
    .where('run.document', '=', parts.document)
    .where('entity.id', '=', parts.entity)
    .execute()
  return (await showEntities(scope, rows))[0] ?? namedByPeople(scope, parts)
}

/** An entity that no reader found: people named it, or said that a mention is somebody else. */
async function namedByPeople(
  scope: InProject,
  {document, entity: local}: {document: string; entity: string}
): Promise<StoredEntity | undefined> {
  const effective = (await loadEffective(scope.db, scope.project, document))?.effective
  const entity = effective?.reading.entities.find(({id}) => id === local)
  const summary = (await summariesOf(scope, [document])).get(document)
  if (!effective || !entity || !summary) return undefined
  const claims = claimsOf(effective.reading).filter(kinded => claimParts(kinded, new Set([local])).length > 0)
  return {address: `${document}:${local}`, entity, document: summary, claimCount: claims.length}
}

/** Entities of the newest runs, those mentioned most first. Where no name is quite the one asked for, those that hold its words. */
export async function listEntities(scope: InProject, query: EntityQuery): Promise<StoredEntity[]> {
  const limit = pageLimit(query.limit, {fallback: 100})
  const folded = foldName(query.name ?? '')
  if (query.name !== undefined && folded === '') return []
  const exact = await entitiesBy(scope, query, limit, folded ? {folded} : undefined)
  if (exact.length > 0 || !folded) return exact
  const called = (await findAppellations(scope, folded)).map(({appellation}) => appellation)
  return called.length === 0 ? [] : entitiesBy(scope, query, limit, {called})
}

async function entitiesBy(
  scope: InProject,
  {document, kinds}: EntityQuery,
  limit: number,
  name: {folded: string} | {called: readonly number[]} | undefined
): Promise<StoredEntity[]> {
  let query = entityQuery(scope)
    .orderBy('entity.mention_count', 'desc')
    .orderBy('run.recorded')
    .orderBy('entity.position')
    .limit(limit)
  if (document !== undefined) query = query.where('run.document', '=', document)
  if (kinds !== undefined) query = query.where('entity.kind', 'in', kinds)
  if (name) {
    const bearers =
      'folded' in name
        ? sql`select run, entity from name where project = ${scope.project} and folded = ${name.folded}`
        : sql`select effect.run, bearer.entity from bearer
            cross join effect on effect.project = bearer.project and effect.doc = bearer.doc
            where bearer.project = ${scope.project} and bearer.appellation in (${sql.join(name.called)})`
    query = query.where(sql<boolean>`(entity.run, entity.id) in (${bearers})`)
  }
  return showEntities(scope, await query.execute())
}

function entityQuery({db, project}: InProject) {
  return db
    .selectFrom('current_run as run')
    .innerJoin('entity', join => join.onRef('entity.project', '=', 'run.project').onRef('entity.run', '=', 'run.id'))
    .where('run.project', '=', project)
    .select(['run.document', 'entity.run', 'entity.id', 'entity.kind', 'entity.name', 'entity.names'])
}

interface EntityRow extends Pick<Tables['entity'], 'run' | 'id' | 'kind' | 'name' | 'names'> {
  readonly document: string
}

/** However many documents they are of, in a statement for each part. */
async function showEntities(scope: InProject, rows: readonly EntityRow[]): Promise<StoredEntity[]> {
  if (rows.length === 0) return []
  const documents = rows.map(({document}) => document)
  const summaries = await summariesOf(scope, documents)
  const mentions = await mentionsOf(scope, rows)
  const claimCounts = await claimCountsOf(scope, rows)
  return rows.map(({document, run, id, kind, name, names}) => ({
    address: `${document}:${id}`,
    entity: {id, kind, name, names: JSON.parse(names), mentions: mentions.get(`${run} ${id}`) ?? []},
    document: summaries.get(document)!,
    claimCount: claimCounts.get(`${run} ${id}`) ?? 0
  }))
}

async function mentionsOf(
  {db, project}: InProject,
  wanted: readonly EntityRow[]
): Promise<Map<string, Entity['mentions'][number][]>> {
  const {rows} = await sql<Tables['mention']>`
    select mention.* from json_each(${keysOf(wanted)}) as wanted
    cross join mention on mention.project = ${project} and mention.run = wanted.value ->> 0 and mention.entity = wanted.value ->> 1
    order by mention.run, mention.entity, mention.position`.execute(db)
  const mentions = new Map<string, Entity['mentions'][number][]>()
  for (const {run, entity, start, end, form} of rows) {
    const key = `${run} ${entity}`
    const known = mentions.get(key) ?? []
    known.push({start, end, form})
    mentions.set(key, known)
  }
  return mentions
}

async function claimCountsOf({db, project}: InProject, wanted: readonly EntityRow[]): Promise<Map<string, number>> {
  const {rows} = await sql<{run: string; entity: string; count: number}>`
    select part.run, part.entity, count(distinct part.position) as count from json_each(${keysOf(wanted)}) as wanted
    cross join claim_part as part
      on part.project = ${project} and part.run = wanted.value ->> 0 and part.entity = wanted.value ->> 1
    group by part.run, part.entity`.execute(db)
  return new Map(rows.map(({run, entity, count}) => [`${run} ${entity}`, count]))
}

/** In one parameter, so that the statement is the same for any number of them. */
function keysOf(wanted: readonly EntityRow[]): string {
  return JSON.stringify(wanted.map(({run, id}) => [run, id]))
}
