import {sql, type Transaction} from 'kysely'
import type {Journey} from '../../pipeline.ts'
import {searchEntries} from './derived-rows.ts'
import {insertAll} from './insert-all.ts'
import type {Tables} from './tables.ts'

/** Put the claims and passages of one run into the full text index. */
export async function addSearchRows(
  trx: Transaction<Tables>,
  project: string,
  run: string,
  journey: Journey
): Promise<void> {
  const entries = searchEntries(project, run, journey)
  const firstId = await nextRowId(trx)
  const rows = entries.map(({row}, index) => ({id: firstId + index, ...row}))
  await insertAll(trx, 'search_row', rows)
  const words = entries.map(({words}, index) => ({rowid: firstId + index, ...words}))
  await insertAll(trx, 'search_words', words)
}

/** Take a document out of the full text index. */
export async function removeSearchRows(trx: Transaction<Tables>, project: string, document: string): Promise<void> {
  const ids = trx.selectFrom('search_row').select('id').where('project', '=', project).where('document', '=', document)
  await trx.deleteFrom('search_words').where('rowid', 'in', ids).execute()
  await trx.deleteFrom('search_row').where('project', '=', project).where('document', '=', document).execute()
}

async function nextRowId(trx: Transaction<Tables>): Promise<number> {
  const {id} = await trx
    .selectFrom('search_row')
    .select(sql<number>`coalesce(max(id), 0) + 1`.as('id'))
    .executeTakeFirstOrThrow()
  return id
}
