import {sql} from 'kysely'
import {bearersOf, isRareName} from '../identity/bearers.ts'
import {joinJudged} from '../identity/join-judged.ts'
import {partBearers} from '../identity/part-bearers.ts'
import {classOf, nameFaults, nameKey} from './appellation-rows.ts'
import {claimRows, judgedEnds} from './bearer-claims.ts'
import type {InEffect} from './document-in-effect.ts'
import {isSame} from './same-rows.ts'
import {linksOf} from './sense-links.ts'
import {bearerKey, judgedWithin} from './sense-rows.ts'
import {joinsAmong, judgedAmong, reachFrom} from './subject-rows.ts'
import type {InProject} from './tables.ts'

type Db = InProject['db']

/** Who bears which name in this document, with what context and in which claims. */
export async function* bearerFaults(db: Db, effect: InEffect): AsyncGenerator<string> {
  const {project, doc, document, journey} = effect
  const rows = await db
    .selectFrom('bearer')
    .innerJoin('appellation', 'appellation.id', 'bearer.appellation')
    .select([
      'bearer.entity',
      'bearer.appellation',
      'bearer.mention_count',
      'bearer.features',
      'appellation.kind',
      'appellation.folded'
    ])
    .where('bearer.project', '=', project)
    .where('bearer.doc', '=', doc)
    .execute()
  const appellations = new Map(rows.map(row => [nameKey(row), row.appellation]))
  const bearers = bearersOf(journey.reading)
  const expected = bearers.map(bearer => ({
    entity: bearer.entity,
    mention_count: bearer.mentionCount,
    features: JSON.stringify(bearer.features),
    kind: bearer.kind as string,
    folded: bearer.folded
  }))
  const found = rows.map(({appellation: _, ...row}) => row)
  if (!isSame(found, expected)) {
    yield `document ${document}: who bears which name is not what it says`
    return
  }
  const named = bearers.map(bearer => ({bearer, appellation: appellations.get(nameKey(bearer))!}))
  const {rows: claims} = await sql`
    select claim.* from appellation_claim as claim
    where claim.project = ${project} and claim.doc = ${doc} and claim.appellation in (
      select appellation from bearer where project = ${project} and doc = ${doc})`.execute(db)
  if (!isSame(claims, claimRows(effect, named)))
    yield `document ${document}: which names have a part in its claims is not what it says`
  const ends = await db
    .selectFrom('judged_end')
    .selectAll()
    .where('project', '=', project)
    .where('doc', '=', doc)
    .execute()
  if (!isSame(ends, judgedEnds(effect))) yield `document ${document}: whom judgements mean in it is not what they say`
}

/** Which bearers belong together, how the senses so made are weighed, and who is taken for whom. */
export async function* senseFaults(db: Db, project: string): AsyncGenerator<string> {
  yield* strayFaults(db, project)
  for await (const {id, kind, folded} of appellationsOf(db, project)) {
    yield* partFaults(db, project, {id, kind, folded})
    yield* nameFaults(db, project, {id, kind, folded})
  }
  yield* featureFaults(db, project)
  yield* linkFaults(db, project)
  yield* subjectFaults(db, project)
}

/** Rows of documents that are not in effect. */
async function* strayFaults(db: Db, project: string): AsyncGenerator<string> {
  for (const table of ['bearer', 'appellation_claim', 'judged_end']) {
    const {rows} = await sql<{stray: number}>`
      select count(*) as stray from ${sql.table(table)} as row where project = ${project} and not exists (
        select 1 from effect where effect.project = row.project and effect.doc = row.doc)`.execute(db)
    if (rows[0]!.stray > 0) yield `${rows[0]!.stray} rows of ${table} belong to no document in effect`
  }
}

interface AppellationRow {
  readonly id: number
  readonly kind: string
  readonly folded: string
}

/** A page at a time: there may be a million. */
async function* appellationsOf(db: Db, project: string): AsyncGenerator<AppellationRow> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('appellation')
      .select(['id', 'kind', 'folded'])
      .where('project', '=', project)
      .where('id', '>', after)
      .orderBy('id')
      .limit(1000)
      .execute()
    if (rows.length === 0) return
    yield* rows
    after = rows.at(-1)!.id
  }
}

async function* partFaults(db: Db, project: string, {id, kind, folded}: AppellationRow): AsyncGenerator<string> {
  const {rows} = await sql<{doc: number; entity: string; sense: number; features: string; owner: number | null}>`
    select bearer.doc, bearer.entity, bearer.sense, bearer.features, sense.appellation as owner
    from bearer left join sense on sense.id = bearer.sense and sense.project = bearer.project
    where bearer.project = ${project} and bearer.appellation = ${id}`.execute(db)
  if (rows.some(({owner}) => owner !== id)) yield `a bearer of the name "${folded}" is in a sense of another name`
  if (rows.length < 2) return
  const expected = partBearers(
    classOf({kind}),
    rows.map(row => ({key: bearerKey(row), features: JSON.parse(row.features)})),
    await judgedWithin(db, project, id),
    {isRare: isRareName(folded)}
  )
  const found = [...Map.groupBy(rows, ({sense}) => sense).values()].map(group => group.map(bearerKey))
  if (!isSame(found.map(sorted), expected.map(sorted)))
    yield `which bearers of the name "${folded}" belong together is not what their documents say`
}

function sorted(keys: readonly string[]): string[] {
  return [...keys].sort()
}

/** Some senses at a time: what SQLite counts, it counts in memory. */
async function* featureFaults(db: Db, project: string): AsyncGenerator<string> {
  let astray = 0
  for (let after = 0; ; ) {
    const {rows: ranges} = await sql<{last: number | null}>`
      select max(id) as last from (
        select id from sense where project = ${project} and id > ${after} order by id limit 1000)`.execute(db)
    const {last} = ranges[0]!
    if (last === null) break
    const {rows} = await sql<{astray: number}>`
      select count(*) as astray from (
        select sense, feature, bearers from sense_feature
        where project = ${project} and sense > ${after} and sense <= ${last}
        except
        select bearer.sense, each.value, count(*) from bearer, json_each(bearer.features) as each
        where bearer.project = ${project} and bearer.sense > ${after} and bearer.sense <= ${last}
        group by bearer.sense, each.value)`.execute(db)
    astray += rows[0]!.astray
    after = last
  }
  const {rows: sums} = await sql<{kept: number | null; told: number | null}>`
    select (select sum(bearers) from sense_feature where project = ${project}) as kept,
      (select sum(json_array_length(features)) from bearer where project = ${project}) as told`.execute(db)
  if (astray > 0 || (sums[0]!.kept ?? 0) !== (sums[0]!.told ?? 0))
    yield 'the contexts of senses are not those of their bearers'
}

async function* linkFaults(db: Db, project: string): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const senses = await db
      .selectFrom('sense')
      .select('id')
      .where('project', '=', project)
      .where('id', '>', after)
      .orderBy('id')
      .limit(1000)
      .execute()
    if (senses.length === 0) return
    for (const {id} of senses) {
      const kept = await db
        .selectFrom('sense_link')
        .selectAll()
        .where('project', '=', project)
        .where(({or, eb}) => or([eb('sense', '=', id), eb('other', '=', id)]))
        .execute()
      if (!isSame(kept, await linksOf(db, project, id))) yield `what sense ${id} is joined to is not what was weighed`
    }
    after = senses.at(-1)!.id
  }
}

async function* subjectFaults(db: Db, project: string): AsyncGenerator<string> {
  const {rows} = await sql<{id: number}>`
    select min(id) as id from sense where project = ${project} group by subject having count(*) > 1 or min(id) <> subject
    union select sense from sense_link where project = ${project}`.execute(db)
  const seen = new Set<number>()
  for (const {id} of rows) {
    if (seen.has(id)) continue
    const senses = await reachFrom(db, project, [id])
    const ids = senses.map(sense => sense.id)
    for (const each of ids) seen.add(each)
    const {groups} = joinJudged(ids, await judgedAmong(db, project, ids), await joinsAmong(db, project, ids))
    const expected = groups.flatMap(group => group.map(each => ({id: each, subject: Math.min(...group)})))
    if (!isSame(senses, expected)) yield `who is taken for the same as sense ${id} is not what links and judgements say`
  }
}
