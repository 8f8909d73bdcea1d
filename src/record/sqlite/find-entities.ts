import {sql} from 'kysely'
import {claimParts} from '../claim-parts.ts'
import {claimsOf} from '../claims-of.ts'
import {foldName} from '../fold-name.ts'
import {pageLimit} from '../page-cursor.ts'
import type {EntityQuery, StoredEntity} from '../store.ts'
import {loadEffective} from './derive-document.ts'
import {findAppellations} from './find-appellations.ts'
import {summariesOf} from './find-documents.ts'
import {loadEntities} from './load-reading.ts'
import type {InProject} from './tables.ts'

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
    .select(eb => [
      'run.document',
      'entity.run',
      'entity.id',
      eb
        .selectFrom('claim_part')
        .select(sql<number>`count(distinct claim_part.position)`.as('count'))
        .whereRef('claim_part.project', '=', 'entity.project')
        .whereRef('claim_part.run', '=', 'entity.run')
        .whereRef('claim_part.entity', '=', 'entity.id')
        .as('claim_count')
    ])
}

interface EntityRow {
  readonly document: string
  readonly run: string
  readonly id: string
  readonly claim_count: number | null
}

async function showEntities(scope: InProject, rows: readonly EntityRow[]): Promise<StoredEntity[]> {
  const summaries = await summariesOf(
    scope,
    rows.map(({document}) => document)
  )
  const idsByRun = Map.groupBy(rows, ({run}) => run)
  const shown = new Map<string, StoredEntity>()
  for (const [run, entityRows] of idsByRun) {
    const entities = await loadEntities(
      scope.db,
      scope.project,
      run,
      entityRows.map(({id}) => id)
    )
    for (const entity of entities) {
      const {document, claim_count} = entityRows.find(({id}) => id === entity.id)!
      const address = `${document}:${entity.id}`
      shown.set(`${run} ${entity.id}`, {
        address,
        entity,
        document: summaries.get(document)!,
        claimCount: claim_count ?? 0
      })
    }
  }
  return rows.map(({run, id}) => shown.get(`${run} ${id}`)!)
}
