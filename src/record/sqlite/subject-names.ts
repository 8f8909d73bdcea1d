import {sql} from 'kysely'
import type {PlacedTold} from './news-told.ts'
import type {InProject} from './tables.ts'

/** A subject with more names is looked for by so many. */
const NAMES_MAX = 12

/** What each subject in these claims is called in any document, as keys have it. */
export async function namesOfSubjects(
  {db, project}: InProject,
  told: readonly PlacedTold[]
): Promise<Map<string, string[]>> {
  const subjects = told.flatMap(({entities}) => Object.values(entities).map(({subject}) => subject))
  const ids = [...new Set(subjects)].filter(subject => subject.startsWith('s')).map(subject => Number(subject.slice(1)))
  const {rows} = await sql<{subject: number; name: string}>`
    select distinct sense.subject, appellation.kind || ':' || appellation.folded as name
    from json_each(${JSON.stringify(ids)}) as wanted
    join sense on sense.project = ${project} and sense.subject = wanted.value
    join appellation on appellation.id = sense.appellation order by sense.id`.execute(db)
  const names = Map.groupBy(rows, ({subject}) => `s${subject}`)
  return new Map([...names].map(([subject, all]) => [subject, all.slice(0, NAMES_MAX).map(({name}) => name)]))
}
