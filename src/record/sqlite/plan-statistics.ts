import {type Kysely, sql} from 'kysely'

/**
 * Tell SQLite's planner what an index of ours is like. It takes the first column of an index for the one that narrows most, and
 * ours begin with the project, which nearly every row has in common: without this it goes through all of a table where it could
 * look up five rows. The figures are of no record, so that plans are the same in all and at every size.
 */
export async function writePlanStatistics(db: Kysely<unknown>): Promise<void> {
  // Nothing but ANALYZE makes the table of statistics.
  await sql`create table analysed (project text)`.execute(db)
  await sql`analyze analysed`.execute(db)
  await sql`drop table analysed`.execute(db)
  await sql`delete from sqlite_stat1`.execute(db)
  for (const {table, index, columns, isUnique} of await indexesOf(db))
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${statistics(columns, isUnique)})`.execute(
      db
    )
  // They are read when a record is opened, and now.
  await sql`analyze sqlite_schema`.execute(db)
}

interface Index {
  readonly table: string
  /** As the statistics name it: the table itself, where this is the order of its rows. */
  readonly index: string
  readonly columns: readonly string[]
  readonly isUnique: boolean
}

async function indexesOf(db: Kysely<unknown>): Promise<Index[]> {
  const {rows} = await sql<{table: string; index: string; columns: string; is_unique: number}>`
    select tables.name as "table", iif(tables.wr and indexes.origin = 'pk', tables.name, indexes.name) as "index",
      (select json_group_array(name) from pragma_index_info(indexes.name)) as columns, indexes."unique" as is_unique
    from pragma_table_list() as tables, pragma_index_list(tables.name) as indexes
    where tables.schema = 'main' and tables.type = 'table' and tables.name not like 'sqlite~_%' escape '~'
    order by 1, 2`.execute(db)
  return rows.map(({table, index, columns, is_unique}) => ({
    table,
    index,
    columns: JSON.parse(columns),
    isUnique: is_unique === 1
  }))
}

/** So many that SQLite goes through no table of ours to save itself look-ups, be it to sort it or to make a Bloom filter of it. */
const ROWS = 1_000_000_000
const ROWS_OF_PROJECT = 100_000
/** Columns with a handful of values. */
const FEW_VALUES: ReadonlySet<string> = new Set(['kind', 'part', 'verdict', 'level', 'form'])

/** The rows of the index, and of those that agree in its first column, its first two, …. */
function statistics(columns: readonly string[], isUnique: boolean): string {
  let rows = ROWS
  const agreeing = columns.map((column, index) => {
    if (isUnique && index === columns.length - 1) return 1
    if (column === 'project') rows = ROWS_OF_PROJECT
    else if (FEW_VALUES.has(column)) rows = Math.ceil(rows / 5)
    else rows = Math.max(2, Math.min(12, rows) - 2)
    return rows
  })
  return [ROWS, ...agreeing].join(' ')
}
