import {type Kysely, sql} from 'kysely'
import type {ProjectSummary} from '../life/record-life.ts'
import type {Tables} from './tables.ts'

/** Every project that the record holds something of, by name. */
export async function listProjects(db: Kysely<Tables>): Promise<ProjectSummary[]> {
  const {rows} = await sql<ProjectSummary>`
    select project as name, count(*) as entryCount,
      (select count(*) from document where document.project = log.project) - (
        select count(*) from forgotten where forgotten.project = log.project) as documentCount,
      (select count(*) from forgotten where forgotten.project = log.project) as forgottenCount,
      (select count(*) from run where run.project = log.project) as runCount,
      (select count(*) from judgement where judgement.project = log.project) as judgementCount
    from log group by project order by project`.execute(db)
  return rows
}
