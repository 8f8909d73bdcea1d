import {sql, type Transaction} from 'kysely'
import {type Bearer, isRareName} from '../identity/bearers.ts'
import {isBinding} from '../identity/context.ts'
import type {JudgedPair} from '../identity/join-judged.ts'
import {partBearers} from '../identity/part-bearers.ts'
import {classOf} from './appellation-rows.ts'
import {inList} from './in-list.ts'
import {insertAll} from './insert-all.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>

/** A bearer with the number of its name. */
export interface Named {
  readonly bearer: Bearer
  readonly appellation: number
}

/** Put the bearers of one document into senses. @returns the senses of which something changed */
export async function addBearers(
  trx: Save,
  project: string,
  doc: number,
  named: readonly Named[]
): Promise<Set<number>> {
  const touched = new Set<number>()
  const sensesByAppellation = await sensesOf(trx, project, named)
  const bindings = await bindingSenses(trx, project, named, sensesByAppellation)
  const mixed: number[] = []
  const rows: Tables['bearer'][] = []
  for (const {bearer, appellation} of named) {
    const known = sensesByAppellation.get(appellation) ?? []
    const met =
      bearer.kind === 'person'
        ? known.filter(sense => bearer.features.some(feature => bindings.has(`${sense} ${feature}`)))
        : known
    if (met.length > 1) mixed.push(appellation)
    const sense = met[0] ?? (await newSense(trx, project, appellation))
    if (met.length === 0) {
      touched.add(sense)
      sensesByAppellation.set(appellation, [...known, sense])
    }
    for (const feature of bearer.features) if (isBinding(feature, bearer)) bindings.add(`${sense} ${feature}`)
    rows.push(bearerRow(project, doc, bearer, appellation, sense))
  }
  await insertAll(trx, 'bearer', rows)
  for (const sense of await countFeatures(trx, project, rows)) touched.add(sense)
  for (const appellation of await mustPart(trx, project, doc, mixed))
    for (const sense of await partAppellation(trx, project, appellation)) touched.add(sense)
  return touched
}

/** Take the bearers of a document out of their senses. @returns the senses of which something changed */
export async function removeBearers(trx: Save, project: string, doc: number): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('bearer')
    .innerJoin('appellation', 'appellation.id', 'bearer.appellation')
    .selectAll('bearer')
    .select('appellation.kind')
    .where('bearer.project', '=', project)
    .where('bearer.doc', '=', doc)
    .execute()
  const judged = new Set(
    await judgedAppellations(
      trx,
      project,
      rows.map(({appellation}) => appellation)
    )
  )
  await trx.deleteFrom('bearer').where('project', '=', project).where('doc', '=', doc).execute()
  const touched = new Set<number>()
  const parted = new Set<number>()
  for (const row of rows) {
    touched.add(row.sense)
    if (row.kind === 'person' || judged.has(row.appellation)) parted.add(row.appellation)
    else await uncountFeatures(trx, project, row)
  }
  for (const appellation of parted)
    for (const sense of await partAppellation(trx, project, appellation)) touched.add(sense)
  await dropEmpty(trx, project, [...touched])
  return touched
}

/** Part all bearers of a name anew. @returns the senses of which something changed */
async function partAppellation(trx: Save, project: string, appellation: number): Promise<number[]> {
  const {kind, folded} = await trx
    .selectFrom('appellation')
    .select(['kind', 'folded'])
    .where('id', '=', appellation)
    .executeTakeFirstOrThrow()
  const rows = await trx
    .selectFrom('bearer')
    .selectAll()
    .where('project', '=', project)
    .where('appellation', '=', appellation)
    .execute()
  const byKey = new Map(rows.map(row => [bearerKey(row), row]))
  const judged = await judgedWithin(trx, project, appellation)
  const groups = partBearers(
    classOf({kind}),
    rows.map(row => ({key: bearerKey(row), features: JSON.parse(row.features)})),
    judged,
    {isRare: isRareName(folded)}
  )
  const before = new Set((await sensesOf(trx, project, [{appellation}])).get(appellation) ?? [])
  const changed = new Set<number>()
  const kept = new Set<number>()
  // The largest groups keep their numbers.
  for (const keys of groups.toSorted((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))) {
    const members = keys.map(key => byKey.get(key)!)
    const sense = mostCommon(members.map(row => row.sense).filter(each => before.has(each) && !kept.has(each)))
    const number = sense ?? (await newSense(trx, project, appellation))
    kept.add(number)
    const moved = members.filter(row => row.sense !== number)
    for (const row of moved) {
      changed.add(row.sense).add(number)
      await trx
        .updateTable('bearer')
        .set({sense: number})
        .where('project', '=', project)
        .where('doc', '=', row.doc)
        .where('entity', '=', row.entity)
        .execute()
    }
  }
  const recount = new Set([...changed, ...before, ...kept])
  for (const sense of recount) await recountFeatures(trx, project, sense)
  await dropEmpty(trx, project, [...recount])
  return [...recount]
}

export function bearerKey({doc, entity}: {readonly doc: number; readonly entity: string}): string {
  return `${doc}:${entity}`
}

function bearerRow(
  project: string,
  doc: number,
  {entity, mentionCount, features}: Bearer,
  appellation: number,
  sense: number
): Tables['bearer'] {
  return {project, doc, entity, appellation, sense, mention_count: mentionCount, features: JSON.stringify(features)}
}

async function sensesOf(
  trx: Save,
  project: string,
  named: readonly Pick<Named, 'appellation'>[]
): Promise<Map<number, number[]>> {
  const senses = new Map<number, number[]>()
  const {rows} = await sql<{id: number; appellation: number}>`
    select id, appellation from sense
    where project = ${project} and appellation in ${inList(new Set(named.map(({appellation}) => appellation)))}
    order by id`.execute(trx)
  for (const {id, appellation} of rows) senses.set(appellation, [...(senses.get(appellation) ?? []), id])
  return senses
}

/** Which senses have which of the binding features of these bearers: `SENSE FEATURE`. */
async function bindingSenses(
  trx: Save,
  project: string,
  named: readonly Named[],
  senses: ReadonlyMap<number, readonly number[]>
): Promise<Set<string>> {
  const pairs = named
    .filter(({bearer}) => bearer.kind === 'person')
    .flatMap(({bearer, appellation}) =>
      (senses.get(appellation) ?? []).flatMap(sense =>
        bearer.features.filter(feature => isBinding(feature, bearer)).map(feature => [sense, feature] as const)
      )
    )
  if (pairs.length === 0) return new Set()
  const {rows} = await sql<{sense: number; feature: string}>`
    select sense_feature.sense, sense_feature.feature from json_each(${JSON.stringify(pairs)}) as wanted
    cross join sense_feature on sense_feature.project = ${project} and sense_feature.sense = wanted.value ->> 0
      and sense_feature.feature = wanted.value ->> 1`.execute(trx)
  return new Set(rows.map(({sense, feature}) => `${sense} ${feature}`))
}

async function newSense(trx: Save, project: string, appellation: number): Promise<number> {
  const {rows} = await sql<{id: number}>`select coalesce(max(id), 0) + 1 as id from sense`.execute(trx)
  const {id} = rows[0]!
  await trx.insertInto('sense').values({id, project, appellation, subject: id}).execute()
  return id
}

/** @returns the senses to which a feature came that none of their bearers had */
async function countFeatures(trx: Save, project: string, rows: readonly Tables['bearer'][]): Promise<Set<number>> {
  const counted = rows.flatMap(({sense, features}) =>
    (JSON.parse(features) as string[]).map(feature => [sense, feature])
  )
  const {rows: kept} = await sql<{sense: number; bearers: number}>`
    insert into sense_feature (project, sense, feature, bearers)
    select ${project}, value ->> 0, value ->> 1, 1 from json_each(${JSON.stringify(counted)}) where true
    on conflict do update set bearers = bearers + 1 returning sense, bearers`.execute(trx)
  return new Set(kept.filter(({bearers}) => bearers === 1).map(({sense}) => sense))
}

async function uncountFeatures(trx: Save, project: string, {sense, features}: Tables['bearer']): Promise<void> {
  await sql`update sense_feature set bearers = bearers - 1
    where project = ${project} and sense = ${sense} and feature in ${inList(JSON.parse(features))}`.execute(trx)
  await sql`delete from sense_feature where project = ${project} and sense = ${sense} and bearers <= 0`.execute(trx)
}

async function recountFeatures(trx: Save, project: string, sense: number): Promise<void> {
  await trx.deleteFrom('sense_feature').where('project', '=', project).where('sense', '=', sense).execute()
  await sql`
    insert into sense_feature (project, sense, feature, bearers)
    select bearer.project, bearer.sense, each.value, count(*) from bearer, json_each(bearer.features) as each
    where bearer.project = ${project} and bearer.sense = ${sense} group by each.value`.execute(trx)
}

async function dropEmpty(trx: Save, project: string, senses: readonly number[]): Promise<void> {
  await sql`
    delete from sense where project = ${project} and id in ${inList(senses)}
      and not exists (select 1 from bearer where bearer.project = sense.project and bearer.sense = sense.id)`.execute(
    trx
  )
}

/** Names whose bearers have to be parted anew: those that met in several senses, and those that people judged. */
async function mustPart(trx: Save, project: string, doc: number, mixed: readonly number[]): Promise<Set<number>> {
  const {rows} = await sql<{appellation: number}>`
    select distinct bearer.appellation from bearer
    where bearer.project = ${project} and bearer.doc = ${doc} and bearer.appellation in (
      select namesake.appellation from judged_end
      join bearer as namesake on namesake.project = judged_end.project and namesake.doc = judged_end.doc
        and namesake.entity = judged_end.entity
      where judged_end.project = ${project})`.execute(trx)
  return new Set([...mixed, ...rows.map(({appellation}) => appellation)])
}

async function judgedAppellations(trx: Save, project: string, appellations: readonly number[]): Promise<number[]> {
  if (appellations.length === 0) return []
  const {rows} = await sql<{appellation: number}>`
    select distinct bearer.appellation from judged_end
    join bearer on bearer.project = judged_end.project and bearer.doc = judged_end.doc and bearer.entity = judged_end.entity
    where judged_end.project = ${project}`.execute(trx)
  return rows.map(({appellation}) => appellation)
}

/** Judgements about two bearers of this name, the newest first. */
export async function judgedWithin(
  trx: InProject['db'],
  project: string,
  appellation: number
): Promise<JudgedPair<string>[]> {
  const {rows} = await sql<{kind: string; one_doc: number; one: string; other_doc: number; other: string}>`
    select judgement.kind, one.doc as one_doc, one.entity as one, other.doc as other_doc, other.entity as other
    from bearer
    join judged_end as one on one.project = bearer.project and one.doc = bearer.doc and one.entity = bearer.entity and one.side = 0
    join judged_end as other on other.project = one.project and other.judgement = one.judgement and other.side = 1
    join bearer as namesake on namesake.project = other.project and namesake.doc = other.doc and namesake.entity = other.entity
      and namesake.appellation = bearer.appellation
    join judgement on judgement.project = one.project and judgement.id = one.judgement
    where bearer.project = ${project} and bearer.appellation = ${appellation}
    order by judgement.at desc, judgement.recorded desc`.execute(trx)
  return rows.map(row => ({
    one: bearerKey({doc: row.one_doc, entity: row.one}),
    other: bearerKey({doc: row.other_doc, entity: row.other}),
    isSame: row.kind === 'same' || row.kind === 'is'
  }))
}

function mostCommon(senses: readonly number[]): number | undefined {
  const counts = Map.groupBy(senses, sense => sense)
  return [...counts].sort(([a, as], [b, bs]) => bs.length - as.length || a - b)[0]?.[0]
}
