import {sql} from 'kysely'
import {isOffice} from '../identity/context.ts'
import type {SenseView} from '../identity/weigh-senses.ts'
import type {SenseRow} from './sense-candidates.ts'
import type {InProject} from './tables.ts'

/** What weighing needs of two senses: the features they share, and of each its offices and gender. */
export async function viewsOf(
  db: InProject['db'],
  project: string,
  one: SenseRow,
  other: SenseRow
): Promise<[SenseView, SenseView]> {
  const {rows} = await sql<{sense: number; feature: string; bearers: number}>`
    select one.sense, one.feature, one.bearers from sense_feature as one
    cross join sense_feature as two on two.project = one.project and two.sense = ${other.id} and two.feature = one.feature
    where one.project = ${project} and one.sense = ${one.id}
    union all
    select sense, feature, bearers from sense_feature
    where project = ${project} and sense in (${one.id}, ${other.id}) and feature >= 'gender:' and feature < 'gender;'
    union all
    select sense, feature, bearers from sense_feature
    where project = ${project} and sense in (${one.id}, ${other.id}) and feature >= 'office:' and feature < 'org;'`.execute(
    db
  )
  const [first, second] = [new Map<string, number>(), new Map<string, number>()]
  for (const {sense, feature, bearers} of rows) {
    if (sense === one.id) first.set(feature, bearers)
    else second.set(feature, bearers)
  }
  // What both have was read of one alone.
  for (const [feature, bearers] of first)
    if (!isOffice(feature) && !feature.startsWith('gender:')) second.set(feature, bearers)
  return [
    {kind: one.kind, folded: one.folded, features: first},
    {kind: other.kind, folded: other.folded, features: second}
  ]
}
