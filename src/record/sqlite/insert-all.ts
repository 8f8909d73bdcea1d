import type {Insertable, Transaction} from 'kysely'
import type {Tables} from './tables.ts'

/** Rows an INSERT: 13 columns at most, so well under SQLite's 32,766 values, and few enough forms to keep prepared. */
const ROWS_MAX = 100

/** Insert every row, many at a time. */
export async function insertAll<Table extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[]
): Promise<void> {
  for (const chunk of chunks(rows)) await trx.insertInto(table).values(chunk).execute()
}

/** `rows` in lists of at most a hundred. */
export function chunks<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_MAX)
  return Array.from({length: count}, (_, index) => rows.slice(index * ROWS_MAX, (index + 1) * ROWS_MAX))
}
