import {sql} from 'kysely'
import type {ClaimSources, OutletOwner} from '../origins/claim-origins.ts'
import {chunks} from './insert-all.ts'
import {originDocument, sketchesOf} from './origin-rows.ts'
import type {InProject} from './tables.ts'

/** What is known of the documents that claims stand in: by document id, and who owns their outlets. */
export async function claimSources(scope: InProject, documents: readonly string[]): Promise<ClaimSources> {
  const docs = new Map<number, string>()
  for (const chunk of chunks([...new Set(documents)])) {
    const rows = await scope.db
      .selectFrom('effect')
      .select(['doc', 'document'])
      .where('project', '=', scope.project)
      .where('document', 'in', chunk)
      .execute()
    for (const {doc, document} of rows) docs.set(doc, document)
  }
  const rows = await sketchesOf(scope, [...docs.keys()])
  const sources = rows.map(row => [docs.get(row.doc)!, {...originDocument(row), id: docs.get(row.doc)!}] as const)
  const outlets = [...new Set(rows.flatMap(({outlet}) => outlet ?? []))].sort()
  const owners = new Map<string, readonly OutletOwner[]>()
  for (const outlet of outlets) owners.set(outlet, await ownersOf(scope, outlet))
  return {documents: new Map(sources), owners}
}

/** An owner's owner is told in reports of its own; further up, everything belongs to a few. */
const STEPS_MAX = 2

/** The bodies that claims say an outlet belongs to; the key of an owner that is an outlet is that outlet's. */
async function ownersOf(scope: InProject, outlet: string): Promise<OutletOwner[]> {
  const owners = new Map<string, OutletOwner>()
  let asked = [outlet]
  for (let step = 0; step < STEPS_MAX && asked.length > 0; step++) {
    const found: OutletOwner[] = []
    for (const key of asked) found.push(...(await toldOwners(scope, key)))
    for (const owner of found) if (owner.key !== outlet && !owners.has(owner.key)) owners.set(owner.key, owner)
    asked = found.map(({key}) => key)
  }
  return [...owners.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

async function toldOwners({db, project}: InProject, outlet: string): Promise<OutletOwner[]> {
  const {rows} = await sql<{body: string; name: string; title: string; marks: string}>`
    select fact.body, coalesce(entity.name, fact.body) as name, fact.title, fact.marks from role_fact as fact
    join effect on effect.project = fact.project and effect.doc = fact.doc
    left join entity on entity.project = effect.project and entity.run = effect.run and entity.id = fact.body_entity
    where fact.project = ${project} and fact.holder in (${`body:${outlet}`}, ${`body:the ${outlet}`})
      and fact.kind in ('part-of', 'affiliate') and fact.body >= 'body:' and fact.body < 'body;'
    order by fact.doc, fact.position limit 20`.execute(db)
  return rows
    .filter(({marks}) => !JSON.parse(marks).some(({kind}: {kind: string}) => kind === 'denied'))
    .map(({body, name, title}) => ({key: body.slice('body:'.length), name, words: `${title} ${name}`}))
}
