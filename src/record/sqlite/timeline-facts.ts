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
async function factsWhere(scope: InProject, isWanted: ReturnType<typeof sql>, body?: number): Promise<RowFact[]> {
  const {db, project} = scope
  const {rows} = await sql<Tables['role_fact']>`
    select fact.* from role_fact as fact where fact.project = ${project} and ${isWanted}`.execute(db)
  const holders = await subjectsOf(scope, rows, ({holder, holder_entity}) => [holder, holder_entity])
  const bodies =
    body === undefined ? await subjectsOf(scope, rows, row => [row.body ?? '', row.body_entity]) : undefined
  return rows.map((row, index) => {
    const known = row.body_entity === null ? null : (body ?? null)
    return factOf(row, {holder_subject: holders[index]!, body_subject: bodies ? bodies[index]! : known})
  })
}

/**
 * Who each row's name means. A name of one sense means one; only whom a name of several senses means is looked up in its document,
 * which costs a page of the file each.
 */
async function subjectsOf(
  {db, project}: InProject,
  rows: readonly Tables['role_fact'][],
  named: (row: Tables['role_fact']) => readonly [key: string, entity: string | null]
): Promise<(number | null)[]> {
  const keys = [...new Set(rows.map(row => named(row)[0]))]
  const {rows: alone} = await sql<{key: string; subject: number}>`
    select wanted.value as key, min(sense.subject) as subject from json_each(${JSON.stringify(keys)}) as wanted
    join appellation on appellation.project = ${project} and appellation.folded = substr(wanted.value, instr(wanted.value, ':') + 1)
      and appellation.kind = substr(wanted.value, 1, instr(wanted.value, ':') - 1)
    join sense on sense.project = ${project} and sense.appellation = appellation.id
    group by wanted.value having count(*) = 1`.execute(db)
  const subjectAlone = new Map(alone.map(({key, subject}) => [key, subject]))
  const places = rows.flatMap(row => {
    const [key, entity] = named(row)
    return entity === null || subjectAlone.has(key) ? [] : [[row.doc, entity]]
  })
  const {rows: borne} = await sql<{doc: number; entity: string; subject: number}>`
    select bearer.doc, bearer.entity, sense.subject from json_each(${JSON.stringify(places)}) as wanted
    join bearer on bearer.project = ${project} and bearer.doc = wanted.value ->> 0 and bearer.entity = wanted.value ->> 1
    join sense on sense.id = bearer.sense`.execute(db)
  const subjectBorne = new Map(borne.map(({doc, entity, subject}) => [`${doc} ${entity}`, subject]))
  return rows.map(row => {
    const [key, entity] = named(row)
    return entity === null ? null : (subjectAlone.get(key) ?? subjectBorne.get(`${row.doc} ${entity}`) ?? null)
  })
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
