import {CompiledQuery, type Insertable, type Transaction} from 'kysely'
import {ValueRows} from './node-sqlite-dialect.ts'
import type {Tables} from './tables.ts'

interface InsertOptions {
  /** Pass over rows whose key is there already, instead of failing. */
  readonly skipKnown?: boolean
}

/**
 * Insert every row, by one statement that is prepared once and run for each. A statement of many rows has another text for
 * each count of rows, so it is put together, parsed and planned again and again: saving a document took a third longer.
 *
 * @returns how many were inserted
 */
export async function insertAll<Table extends keyof Tables & string>(
  trx: Transaction<Tables>,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
  {skipKnown = false}: InsertOptions = {}
): Promise<number> {
  if (rows.length === 0) return 0
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))] as (keyof (typeof rows)[number])[]
  const names = columns.map(column => `"${String(column)}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const statement = `insert into "${table}" (${names}) values (${places})${skipKnown ? ' on conflict do nothing' : ''}`
  const values = new ValueRows(rows.map(row => columns.map(column => row[column])))
  const {numAffectedRows = 0n} = await trx.executeQuery(CompiledQuery.raw(statement, [values]))
  return Number(numAffectedRows)
}

/** Values an IN list: well under SQLite's 32,766, and few enough forms to keep prepared. */
const ROWS_MAX = 100

/** `rows` in lists of at most a hundred. */
export function chunks<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_MAX)
  return Array.from({length: count}, (_, index) => rows.slice(index * ROWS_MAX, (index + 1) * ROWS_MAX))
}
