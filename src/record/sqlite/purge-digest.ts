import {createHmac} from 'node:crypto'
import type {Kysely} from 'kysely'
import {readSelf} from './proof-rows.ts'
import type {Tables} from './tables.ts'

/** By what a record knows a document again that it no longer holds. Without the record's secret nobody can try documents. */
export async function purgeDigest(db: Kysely<Tables>, document: string): Promise<string> {
  const {secret} = await readSelf(db)
  return createHmac('sha256', secret).update(document).digest('hex').slice(0, 24)
}

/** What a purge is about. */
export function purgedName(digest: string): string {
  return `purged-${digest}`
}

/** The judgement that keeps this document out now, if one does. */
export async function standingPurge(
  db: Kysely<Tables>,
  project: string,
  document: string
): Promise<string | undefined> {
  const about = purgedName(await purgeDigest(db, document))
  const row = await db
    .selectFrom('standing')
    .select('id')
    .where('project', '=', project)
    .where('about', '=', about)
    .where('kind', '=', 'purge')
    .orderBy('recorded', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
