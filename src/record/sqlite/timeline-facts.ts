import {sql} from 'kysely'
import type {Asked} from '../timeline/as-of.ts'
import type {PostFact} from '../timeline/post-fact.ts'
import type {FoundRow} from './find-claims.ts'
import {type SenseOfSubject, sensesOfSubject} from './identity-lookup.ts'
import type {InProject, Tables} from './tables.ts'
import {wordsKey} from './timeline-rows.ts'

/** A fact with its row. Holder and body are the numbers of their subjects, or the row's key where none stands for them. */
export interface RowFact extends PostFact {
  readonly row: Tables['role_fact']
  /** The claim, where it is not as the record has it now. */
  readonly found?: FoundRow
}

/** What is told of posts in the subject's body. */
export async function factsInBody(scope: InProject, subject: number, asked?: Asked): Promise<RowFact[]> {
  const senses = await sensesOfSubject(scope, subject)
  const keys = [...keysOf(senses), ...senses.map(({folded}) => wordsKey(folded))]
  const isAsked = asked === 'leads' ? sql`fact.is_head = 1` : asked === 'speaks-for' ? sql`fact.is_spokes = 1` : sql`1`
  // Looking up whom each row means is most of the work, and a name of one sense means one.
  const isAlone = senses.every(({isShared}) => !isShared)
  const facts = await factsWhere(
    scope,
    sql`fact.body in (${sql.join(keys)}) and ${isAsked}`,
    isAlone ? subject : undefined
  )
  return facts.filter(({body, row}) => row.body_entity === null || body === String(subject))
}

/** What is told of posts that the subject held. */
export async function factsOfHolder(scope: InProject, subject: number): Promise<RowFact[]> {
  const keys = keysOf(await sensesOfSubject(scope, subject))
  const facts = await factsWhere(scope, sql`fact.holder in (${sql.join(keys)})`)
  return facts.filter(({holder}) => holder === String(subject))
}

function keysOf(senses: readonly SenseOfSubject[]): string[] {
  return [...new Set(senses.map(({kind, folded}) => `${kind}:${folded}`))]
}

/** @param body - the subject of every row's body, where that is known */
async function factsWhere(
  {db, project}: InProject,
  isWanted: ReturnType<typeof sql>,
  body?: number
): Promise<RowFact[]> {
  const bodySubject = body === undefined ? sql`body_sense.subject` : sql`iif(fact.body_entity is null, null, ${body})`
  const bodyJoins =
    body === undefined
      ? sql`left join bearer as body on body.project = fact.project and body.doc = fact.doc and body.entity = fact.body_entity
        left join sense as body_sense on body_sense.id = body.sense`
      : sql``
  const {rows} = await sql<Tables['role_fact'] & {holder_subject: number | null; body_subject: number | null}>`
    select fact.*, holder_sense.subject as holder_subject, ${bodySubject} as body_subject
    from role_fact as fact
    left join bearer as holder on holder.project = fact.project and holder.doc = fact.doc and holder.entity = fact.holder_entity
    left join sense as holder_sense on holder_sense.id = holder.sense
    ${bodyJoins}
    where fact.project = ${project} and ${isWanted}`.execute(db)
  return rows.map(({holder_subject, body_subject, ...row}) => factOf(row, {holder_subject, body_subject}))
}

/** A row as timelines read it. */
export function factOf(
  row: Tables['role_fact'],
  {holder_subject, body_subject}: {readonly holder_subject: number | null; readonly body_subject: number | null}
): RowFact {
  return {
    kind: row.kind,
    holder: holder_subject === null ? row.holder : String(holder_subject),
    body: body_subject === null ? (row.body ?? undefined) : String(body_subject),
    title: row.title,
    key: row.title_key,
    isHead: row.is_head === 1,
    isSpokes: row.is_spokes === 1,
    marks: JSON.parse(row.marks),
    reportedBy: row.reported_by,
    recorded: row.doc,
    place: `${String(row.doc).padStart(12, '0')} ${String(row.position).padStart(9, '0')}`,
    row
  }
}
