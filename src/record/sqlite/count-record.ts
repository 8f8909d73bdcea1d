import {sql} from 'kysely'
import type {ClaimKind} from '../../reading/claim.ts'
import {CLAIM_KINDS} from '../claims-of.ts'
import {MADE_FROM} from '../judging/effective-reading.ts'
import type {StoreStats} from '../store.ts'
import {stuckIn} from './catch-up.ts'
import {isMade} from './made-claims.ts'
import {SCHEMA_VERSION} from './migrations.ts'
import type {InProject} from './tables.ts'

/** How much is on record and not hidden, and in what. */
export async function countRecord(scope: InProject, place: string): Promise<StoreStats> {
  const {db, project} = scope
  const entities = await db
    .selectFrom('current_run')
    .crossJoin('entity')
    .whereRef('entity.project', '=', 'current_run.project')
    .whereRef('entity.run', '=', 'current_run.id')
    .select(({fn}) => fn.countAll<number>().as('count'))
    .where('current_run.project', '=', project)
    .executeTakeFirstOrThrow()
  return {
    place,
    engine: `SQLite ${process.versions.sqlite}`,
    schemaVersion: SCHEMA_VERSION,
    byteCount: await byteCount(scope),
    documents: await countRows(scope, 'current_run'),
    stuckDocuments: await stuckIn(scope),
    forgottenDocuments: await countRows(scope, 'forgotten'),
    captures: await countRows(scope, 'capture'),
    runs: await countRows(scope, 'run'),
    entities: entities.count,
    claims: await countClaims(scope)
  }
}

async function countRows(
  {db, project}: InProject,
  table: 'current_run' | 'forgotten' | 'capture' | 'run'
): Promise<number> {
  const {count} = await db
    .selectFrom(table as 'run')
    .select(({fn}) => fn.countAll<number>().as('count'))
    .where('project', '=', project)
    .executeTakeFirstOrThrow()
  return count
}

async function countClaims({db, project}: InProject): Promise<Record<ClaimKind, number>> {
  const rows = await db
    .selectFrom('current_run')
    .crossJoin('finding')
    .whereRef('finding.project', '=', 'current_run.project')
    .whereRef('finding.run', '=', 'current_run.id')
    .select(({fn}) => ['finding.kind', fn.countAll<number>().as('count')])
    .where('current_run.project', '=', project)
    .groupBy('finding.kind')
    .execute()
  const counts = Object.fromEntries(CLAIM_KINDS.map(kind => [kind, 0])) as Record<ClaimKind, number>
  for (const {kind, count} of [...rows, ...(await changesByKind({db, project}))]) counts[kind] += count
  return counts
}

/** What people made counts, and what they rejected does not. */
async function changesByKind({db, project}: InProject): Promise<{readonly kind: ClaimKind; readonly count: number}[]> {
  const {rows} = await sql<{kind: ClaimKind; count: number}>`
    select changed.kind, count(*) filter (where ${isMade('changed', 'effect.document')})
      - count(*) filter (where changed.position < ${MADE_FROM} and changed.json is null) as count
    from effect_claim as changed
    join effect on effect.project = changed.project and effect.doc = changed.doc
    where changed.project = ${project} group by changed.kind`.execute(db)
  return rows
}

async function byteCount({db}: InProject): Promise<number> {
  const {rows} = await sql<{bytes: number}>`
    select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(db)
  return rows[0]!.bytes
}
