import {sql} from 'kysely'
import {type ClaimSources, NO_SOURCES, type OutletOwner} from '../origins/claim-origins.ts'
import type {InProject} from './tables.ts'

/** What is known of the documents that claims stand in: by document id, and who owns their outlets. */
export async function claimSources({db, project}: InProject, documents: readonly string[]): Promise<ClaimSources> {
  if (documents.length === 0) return NO_SOURCES
  const {rows} = await sql<{document: string; outlet: string | null; credits: string}>`
    select effect.document, sketch.outlet, sketch.credits from json_each(${JSON.stringify([...new Set(documents)])}) as wanted
    cross join effect on effect.project = ${project} and effect.document = wanted.value
    cross join sketch on sketch.project = effect.project and sketch.doc = effect.doc`.execute(db)
  const sources = rows.map(({document, outlet, credits}) => [
    document,
    {...(outlet !== null && {outlet}), credits: JSON.parse(credits)}
  ])
  const outlets = rows.flatMap(({outlet}) => outlet ?? [])
  return {documents: new Map(sources as [string, never][]), owners: await ownersOf({db, project}, outlets)}
}

/** An owner's owner is told in reports of its own; further up, everything belongs to a few. */
const STEPS_MAX = 2

/** By outlet, the bodies that claims say it belongs to; the key of an owner that is an outlet is that outlet's. */
async function ownersOf(scope: InProject, outlets: readonly string[]): Promise<ClaimSources['owners']> {
  const told = new Map<string, readonly OutletOwner[]>()
  let asked = [...new Set(outlets)].sort()
  for (let step = 0; step < STEPS_MAX && asked.length > 0; step++) {
    for (const [key, owners] of await toldOwners(scope, asked)) told.set(key, owners)
    asked = [...new Set(asked.flatMap(key => told.get(key)!.map(owner => owner.key)))].filter(key => !told.has(key))
  }
  return new Map(outlets.map(outlet => [outlet, ownersAbove(outlet, told)]))
}

function ownersAbove(outlet: string, told: ReadonlyMap<string, readonly OutletOwner[]>): OutletOwner[] {
  const owners = new Map<string, OutletOwner>()
  let asked: readonly string[] = [outlet]
  for (let step = 0; step < STEPS_MAX; step++) {
    const found = asked.flatMap(key => told.get(key) ?? [])
    for (const owner of found) if (owner.key !== outlet && !owners.has(owner.key)) owners.set(owner.key, owner)
    asked = found.map(({key}) => key)
  }
  return [...owners.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Of many reports of one outlet's owner, the first tell who it is. */
const REPORTS_MAX = 20

async function toldOwners({db, project}: InProject, outlets: readonly string[]): Promise<Map<string, OutletOwner[]>> {
  // A plus keeps SQLite from going through every body there is: an outlet holds few posts.
  const {rows} = await sql<{outlet: string; told: string}>`
    select wanted.value as outlet, (
      select json_group_array(json_array(body, name, title, marks)) from (
        select fact.body, coalesce(entity.name, fact.body) as name, fact.title, fact.marks from role_fact as fact
        join effect on effect.project = fact.project and effect.doc = fact.doc
        left join entity on entity.project = effect.project and entity.run = effect.run and entity.id = fact.body_entity
        where fact.project = ${project} and fact.holder in ('body:' || wanted.value, 'body:the ' || wanted.value)
          and fact.kind in ('part-of', 'affiliate') and +fact.body >= 'body:' and +fact.body < 'body;'
        order by +fact.doc, +fact.position limit ${REPORTS_MAX})) as told
    from json_each(${JSON.stringify(outlets)}) as wanted`.execute(db)
  return new Map(
    rows.map(({outlet, told}) => [
      outlet,
      (JSON.parse(told) as [body: string, name: string, title: string, marks: string][])
        .filter(([, , , marks]) => !JSON.parse(marks).some(({kind}: {kind: string}) => kind === 'denied'))
        .map(([body, name, title]) => ({key: body.slice('body:'.length), name, words: `${title} ${name}`}))
    ])
  )
}
