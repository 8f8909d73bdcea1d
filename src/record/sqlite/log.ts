import {sql, type Transaction} from 'kysely'
import type {Tables} from './tables.ts'

/** The next place in the project's log, now taken. */
export async function addToLog(
  trx: Transaction<Tables>,
  project: string,
  entry: Omit<Tables['log'], 'project' | 'place'>
): Promise<number> {
  const {place} = await trx
    .selectFrom('log')
    .select(sql<number>`coalesce(max(place), 0) + 1`.as('place'))
    .where('project', '=', project)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('log')
    .values({project, place, ...entry})
    .execute()
  return place
}
