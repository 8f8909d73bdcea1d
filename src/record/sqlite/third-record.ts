import {type Kysely, sql, type Transaction} from 'kysely'
import {deriveEverythingLater} from './catch-up.ts'
import {writePlanStatistics} from './plan-statistics.ts'
import type {Tables} from './tables.ts'

/** The third shape of a record: the newest contradictions of a name are found without going through all of them. */
export async function makeThirdRecord(untyped: Kysely<unknown>): Promise<void> {
  for (const statement of CHANGED) await sql.raw(statement).execute(untyped)
  await writePlanStatistics(untyped)
  await deriveEverythingLater(untyped as unknown as Transaction<Tables>)
}

/** What is derived is not carried over: it is derived anew. */
const CHANGED = [
  `drop table contradiction_part`,
  `create table contradiction_part (
    project text not null, appellation integer not null, other_doc integer not null, contradiction text not null,
    primary key (project, appellation, other_doc, contradiction)
  ) strict, without rowid`,
  `create index contradiction_part_of on contradiction_part (project, contradiction)`
]
