import {sql} from 'kysely'
import type {InProject} from './tables.ts'

/** A sense with its name. */
export interface SenseOfSubject {
  readonly id: number
  readonly appellation: number
  readonly kind: string
  readonly folded: string
  /** Whether the name has other senses, so that its rows must be told apart by their bearers. */
  readonly isShared: boolean
}

/** The subject that this entity of a document is taken for. */
export async function subjectOf(
  {db, project}: InProject,
  document: string,
  entity: string
): Promise<number | undefined> {
  const {rows} = await sql<{subject: number}>`
    select sense.subject from effect
    join bearer on bearer.project = effect.project and bearer.doc = effect.doc
    join sense on sense.id = bearer.sense
    where effect.project = ${project} and effect.document = ${document} and bearer.entity = ${entity}`.execute(db)
  return rows[0]?.subject
}

/** Every sense that is taken for the subject. */
export async function sensesOfSubject({db, project}: InProject, subject: number): Promise<SenseOfSubject[]> {
  const {rows} = await sql<Omit<SenseOfSubject, 'isShared'> & {shared: number}>`
    select sense.id, sense.appellation, appellation.kind, appellation.folded,
      exists (select 1 from sense as namesake where namesake.project = sense.project
        and namesake.appellation = sense.appellation and namesake.id <> sense.id) as shared
    from sense join appellation on appellation.id = sense.appellation
    where sense.project = ${project} and sense.subject = ${subject} order by sense.id`.execute(db)
  return rows.map(({shared, ...sense}) => ({...sense, isShared: shared === 1}))
}

/** The subject of each named entity of a document, by local id. */
export async function subjectsIn({db, project}: InProject, doc: number): Promise<Map<string, number>> {
  const {rows} = await sql<{entity: string; subject: number}>`
    select bearer.entity, sense.subject from bearer join sense on sense.id = bearer.sense
    where bearer.project = ${project} and bearer.doc = ${doc}`.execute(db)
  return new Map(rows.map(({entity, subject}) => [entity, subject]))
}

/** A row of something that holds an appellation must be of one of these senses. */
export function isOfSenses(senses: readonly SenseOfSubject[], row: {readonly doc: string; readonly entity: string}) {
  const shared = senses.filter(({isShared}) => isShared)
  if (shared.length === 0) return sql`1`
  const [doc, entity] = [sql.ref(row.doc), sql.ref(row.entity)]
  const appellation = sql.ref(row.doc.replace(/[^.]+$/, 'appellation'))
  const project = sql.ref(row.doc.replace(/[^.]+$/, 'project'))
  return sql`(${appellation} not in (${sql.join(shared.map(sense => sense.appellation))}) or exists (
    select 1 from bearer where bearer.project = ${project} and bearer.doc = ${doc} and bearer.entity = ${entity}
      and bearer.sense in (${sql.join(senses.map(({id}) => id))})))`
}
