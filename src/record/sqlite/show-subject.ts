import {sql} from 'kysely'
import type {EntityKind} from '../../language/analysis.ts'
import type {ClaimKind} from '../../reading/claim.ts'
import {foldName} from '../fold-name.ts'
import type {Subject, SubjectJoin, SubjectName} from '../identity/identity-index.ts'
import {isOfSenses, type SenseOfSubject, sensesOfSubject} from './identity-lookup.ts'
import type {InProject} from './tables.ts'

/** Counting goes no further: nobody reads more, and it would take longer than the answer is worth. */
const COUNTED_MAX = 10_000

/** A subject as it is shown; undefined where no document in effect names it. */
export async function showSubject(scope: InProject, subject: number): Promise<Subject | undefined> {
  const senses = await sensesOfSubject(scope, subject)
  if (senses.length === 0) return undefined
  const first = await firstBearer(scope, senses)
  if (!first) return undefined
  const names = await namesOf(scope, senses)
  return {
    address: `${first.document}:${first.entity}`,
    kind: first.kind,
    name: names[0]?.name ?? first.name,
    names,
    documentCount: await documentCount(scope, senses),
    claimCounts: await claimCounts(scope, senses),
    joins: await joinsOf(scope, senses, names)
  }
}

interface FirstBearer {
  readonly document: string
  readonly entity: string
  readonly kind: EntityKind
  readonly name: string
}

async function firstBearer(
  {db, project}: InProject,
  senses: readonly SenseOfSubject[]
): Promise<FirstBearer | undefined> {
  const {rows} = await sql<FirstBearer>`
    select effect.document, first.entity, coalesce(entity.kind, added.kind, ${senses[0]!.kind}) as kind,
      coalesce(entity.name, added.name, '') as name
    from (select doc, entity from bearer where project = ${project} and sense in (${idsOf(senses)})
      order by doc, entity limit 1) as first
    cross join effect on effect.project = ${project} and effect.doc = first.doc
    left join entity on entity.project = effect.project and entity.run = effect.run and entity.id = first.entity
    left join effect_entity as added on added.project = effect.project and added.doc = effect.doc and added.entity = first.entity`.execute(
    db
  )
  return rows[0]
}

/** As the documents write them. */
async function namesOf({db, project}: InProject, senses: readonly SenseOfSubject[]): Promise<SubjectName[]> {
  const names: SubjectName[] = []
  for (const appellation of new Set(senses.map(sense => sense.appellation))) {
    const ids = senses.filter(sense => sense.appellation === appellation)
    const {rows} = await sql<{name: string | null}>`
      select coalesce(entity.name, added.name) as name
      from (select doc, entity from bearer where project = ${project} and sense in (${idsOf(ids)})
        order by doc, entity limit ${SPELLINGS_READ}) as early
      cross join effect on effect.project = ${project} and effect.doc = early.doc
      left join entity on entity.project = effect.project and entity.run = effect.run and entity.id = early.entity
      left join effect_entity as added on added.project = effect.project and added.doc = effect.doc and added.entity = early.entity
      order by early.doc, early.entity`.execute(db)
    const spellings = rows.flatMap(({name}) => name ?? [])
    names.push({
      name: usualSpelling(spellings) ?? ids[0]!.folded,
      documentCount: await bearerCount({db, project}, ids)
    })
  }
  return names.sort(byUse)
}

/** Of a name that many documents write alike, the first few tell how. */
const SPELLINGS_READ = 3

/** As most write it; of two as common, that with more capitals at the beginnings of its words: headlines have "Ports authority". */
function usualSpelling(spellings: readonly string[]): string | undefined {
  const counts = Map.groupBy(spellings, spelling => spelling)
  return [...counts.keys()].sort(
    (a, b) => counts.get(b)!.length - counts.get(a)!.length || capitalsIn(b) - capitalsIn(a)
  )[0]
}

/** Words that begin with a capital and go on without; "PORTS AUTHORITY" has none. */
function capitalsIn(name: string): number {
  return name.match(/(?<![\p{L}\p{M}])\p{Lu}(?!\p{Lu})/gu)?.length ?? 0
}

/** The name of most documents first; of two as common, that with more words that are written out: "T. R. Vellar" has one. */
function byUse(a: SubjectName, b: SubjectName): number {
  return (
    b.documentCount - a.documentCount || wordsWrittenOut(b.name) - wordsWrittenOut(a.name) || (a.name < b.name ? -1 : 1)
  )
}

function wordsWrittenOut(name: string): number {
  return name.match(/[\p{L}\p{M}'’-]{2,}/gu)?.length ?? 0
}

async function bearerCount({db, project}: InProject, senses: readonly SenseOfSubject[]): Promise<number> {
  const {rows} = await sql<{count: number}>`
    select count(*) as count from (
      select 1 from bearer where project = ${project} and sense in (${idsOf(senses)}) limit ${COUNTED_MAX})`.execute(db)
  return rows[0]!.count
}

async function documentCount({db, project}: InProject, senses: readonly SenseOfSubject[]): Promise<number> {
  const {rows} = await sql<{count: number}>`
    select count(*) as count from (
      select distinct doc from bearer where project = ${project} and sense in (${idsOf(senses)}) limit ${COUNTED_MAX})`.execute(
    db
  )
  return rows[0]!.count
}

async function claimCounts(
  {db, project}: InProject,
  senses: readonly SenseOfSubject[]
): Promise<Partial<Record<ClaimKind, number>>> {
  const {rows} = await sql<{kind: ClaimKind; count: number}>`
    select place.kind, count(*) as count from (
      select * from appellation_claim as place
      where place.project = ${project} and place.appellation in (${sql.join(senses.map(sense => sense.appellation))})
        and place.part <> 'voice' and ${isOfSenses(senses, {doc: 'place.doc', entity: 'place.entity'})}
      limit ${COUNTED_MAX}) as place
    group by place.kind`.execute(db)
  return Object.fromEntries(rows.map(({kind, count}) => [kind, count]))
}

async function joinsOf(
  {db, project}: InProject,
  senses: readonly SenseOfSubject[],
  written: readonly SubjectName[]
): Promise<SubjectJoin[]> {
  if (senses.length < 2) return []
  const writtenBy = new Map(written.map(({name}) => [foldName(name).replace(/^the /, ''), name]))
  const names = new Map(senses.map(({id, folded}) => [id, writtenBy.get(folded) ?? folded]))
  const {rows} = await sql<{sense: number; other: number; score: number; reasons: string}>`
    select sense, other, score, reasons from sense_link
    where project = ${project} and sense in (${idsOf(senses)}) and other in (${idsOf(senses)})
    order by score desc, sense, other limit 50`.execute(db)
  return rows.map(({sense, other, score, reasons}) => ({
    name: names.get(sense)!,
    other: names.get(other)!,
    score,
    reasons: JSON.parse(reasons)
  }))
}

function idsOf(senses: readonly SenseOfSubject[]) {
  return sql.join(senses.map(({id}) => id))
}
