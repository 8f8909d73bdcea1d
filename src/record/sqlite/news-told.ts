import {sql} from 'kysely'
import type {EntityKind} from '../../language/analysis.ts'
import type {ClaimKind} from '../../reading/claim.ts'
import type {Entity} from '../../reading/reading.ts'
import type {KindedClaim} from '../claims-of.ts'
import type {AnyClaim} from '../store.ts'
import {type ToldClaim, type ToldEntity, toldClaims} from '../told-claim.ts'
import {placeKey} from './claim-keys.ts'
import type {InEffect} from './document-in-effect.ts'
import type {InProject, Tables} from './tables.ts'

type Place = Pick<Tables['effect_claim'], 'doc' | 'position'>

/**
 * What tells entities of different documents apart: who the record takes them for now, or their names alone. What is kept is
 * made by names, because those never change; what is shown goes by the first.
 */
export type Apart = 'by-subject' | 'by-name'

/** A claim with the place where it stands. */
export type PlacedTold = ToldClaim & Place

/** Every claim of a document in effect, lifted out of it. */
export async function toldInDocument(scope: InProject, effect: InEffect, apart: Apart): Promise<PlacedTold[]> {
  const {doc, document, reported, journey, positions} = effect
  const {reading} = journey
  const subjects = await subjectsAt(
    scope,
    reading.entities.map(({id}) => ({doc, entity: id})),
    apart
  )
  const entities = Object.fromEntries(
    reading.entities.map(entity => [
      entity.id,
      toldEntity(entity, subjects.get(`${doc} ${entity.id}`) ?? `${doc}:${entity.id}`)
    ])
  )
  const origin = await originOf(scope, doc)
  return toldClaims(reading, {document, origin, entities, reported, recorded: doc}).map(told => ({
    ...told,
    doc,
    position: positions.get(told.claim.id)!
  }))
}

/**
 * The claims at these places, lifted out of their documents, by `placeKey`. Rejected ones are left out.
 *
 * @param needsWords - a claim that is held against others without its words is lifted without them: texts are long
 */
export async function toldAt(
  scope: InProject,
  places: readonly Place[],
  apart: Apart,
  needsWords: (place: Place, kind: ClaimKind) => boolean = () => true
): Promise<Map<string, PlacedTold>> {
  if (places.length === 0) return new Map()
  const rows = await claimRows(scope, places)
  const texts = await textsOf(
    scope,
    rows.filter(row => needsWords(row, row.kind))
  )
  const named = rows
    .map(row => ({row, claim: JSON.parse(row.json) as AnyClaim}))
    .map(({row, claim}) => ({
      row,
      claim,
      locals: localsIn(claim)
    }))
  const wanted = named.flatMap(({row: {doc, run}, locals}) => locals.map(entity => ({doc, run, entity})))
  const subjects = await subjectsAt(scope, wanted, apart)
  const names = await namesAt(scope, wanted)
  return new Map(
    named.map(({row, claim, locals}) => {
      const made = row.entities === null ? {} : (JSON.parse(row.entities) as Record<string, Named>)
      const entities = Object.fromEntries(
        locals.flatMap(local => {
          const known = made[local] ?? names.get(`${row.doc} ${local}`)
          const subject = subjects.get(`${row.doc} ${local}`) ?? `${row.doc}:${local}`
          return known ? [[local, toldEntity({names: [], ...known}, subject)] as const] : []
        })
      )
      return [placeKey(row), lift(row, claim, {entities, text: texts.get(row.document) ?? ''})]
    })
  )
}

interface ClaimRow extends Place {
  readonly run: string
  readonly document: string
  readonly kind: ClaimKind
  readonly json: string
  /** JSON, where people changed the claim. */
  readonly entities: string | null
  readonly earliest: string
  readonly latest: string
  readonly origin: number | null
}

type Named = Pick<Entity, 'kind' | 'name'> & {readonly names?: readonly string[]}

function lift(
  row: ClaimRow,
  claim: AnyClaim,
  {entities, text}: {entities: ToldClaim['entities']; text: string}
): PlacedTold {
  const {doc, position, document, kind, earliest, latest, origin} = row
  const kinded = {claimKind: kind, claim} as KindedClaim
  const content = kinded.claimKind === 'statement' || kinded.claimKind === 'attitude' ? kinded.claim.content : []
  const wordsAt = ({start, end}: {readonly start: number; readonly end: number}) => text.slice(start, end)
  return {
    ...kinded,
    doc,
    position,
    document,
    origin: String(origin ?? doc),
    entities,
    reported: {earliest, latest},
    recorded: doc,
    words: claim.evidence.map(wordsAt),
    content: content.map(wordsAt)
  }
}

function toldEntity({kind, name, names}: Named, subject: string): ToldEntity {
  return {subject, kind, name, names: names ?? []}
}

async function claimRows({db, project}: InProject, places: readonly Place[]): Promise<ClaimRow[]> {
  const {rows} = await sql<Omit<ClaimRow, 'json'> & {json: string | null}>`
    select place.value ->> 0 as doc, place.value ->> 1 as position, effect.document, effect.run, changed.entities,
      coalesce(changed.kind, finding.kind) as kind, iif(changed.claim is null, finding.json, changed.json) as json,
      effect.reported_earliest as earliest, effect.reported_latest as latest, origin.origin
    from json_each(${JSON.stringify(places.map(({doc, position}) => [doc, position]))}) as place
    join effect on effect.project = ${project} and effect.doc = place.value ->> 0
    left join effect_claim as changed on changed.project = effect.project and changed.doc = effect.doc
      and changed.position = place.value ->> 1
    left join finding on finding.project = effect.project and finding.run = effect.run and finding.position = place.value ->> 1
    left join origin on origin.project = effect.project and origin.doc = effect.doc`.execute(db)
  return rows.filter((row): row is ClaimRow => row.json !== null)
}

async function textsOf({db, project}: InProject, rows: readonly ClaimRow[]): Promise<Map<string, string>> {
  const documents = JSON.stringify([...new Set(rows.map(({document}) => document))])
  const {rows: texts} = await sql<{id: string; text: string}>`
    select document.id, document.text from json_each(${documents}) as wanted
    join document on document.project = ${project} and document.id = wanted.value`.execute(db)
  return new Map(texts.map(({id, text}) => [id, text]))
}

interface EntityPlace {
  readonly doc: number
  readonly entity: string
}

/** What tells each entity from others, by `DOC ENTITY`; nothing for one that has no name. */
async function subjectsAt(
  {db, project}: InProject,
  entities: readonly EntityPlace[],
  apart: Apart
): Promise<Map<string, string>> {
  const subject = apart === 'by-name' ? sql`appellation.kind || ':' || appellation.folded` : sql`'s' || sense.subject`
  const from =
    apart === 'by-name'
      ? sql`join appellation on appellation.id = bearer.appellation`
      : sql`join sense on sense.id = bearer.sense`
  const {rows} = await sql<EntityPlace & {subject: string}>`
    select bearer.doc, bearer.entity, ${subject} as subject from json_each(${placesJson(entities)}) as wanted
    join bearer on bearer.project = ${project} and bearer.doc = wanted.value ->> 0 and bearer.entity = wanted.value ->> 1
    ${from}`.execute(db)
  return new Map(rows.map(({doc, entity, subject}) => [`${doc} ${entity}`, subject]))
}

async function namesAt(
  {db, project}: InProject,
  entities: readonly (EntityPlace & {readonly run: string})[]
): Promise<Map<string, Named>> {
  const places = placesJson(entities)
  const {rows} = await sql<NamedRow>`
    select wanted.value ->> 0 as doc, entity.id as entity, entity.kind, entity.name, entity.names
    from json_each(${places}) as wanted
    cross join entity on entity.project = ${project} and entity.run = wanted.value ->> 2 and entity.id = wanted.value ->> 1`.execute(
    db
  )
  const {rows: added} = await sql<NamedRow>`
    select added.doc, added.entity, added.kind, added.name, json_array(added.name) as names
    from json_each(${places}) as wanted
    cross join effect_entity as added on added.project = ${project} and added.doc = wanted.value ->> 0
      and added.entity = wanted.value ->> 1`.execute(db)
  return new Map(
    [...added, ...rows].map(({doc, entity, kind, name, names}) => [
      `${doc} ${entity}`,
      {kind, name, names: JSON.parse(names) as string[]}
    ])
  )
}

interface NamedRow extends EntityPlace {
  readonly kind: EntityKind
  readonly name: string
  /** JSON list. */
  readonly names: string
}

function placesJson(entities: readonly (EntityPlace & {readonly run?: string})[]): string {
  const unique = new Map(entities.map(({doc, entity, run}) => [`${doc} ${entity}`, [doc, entity, run]]))
  return JSON.stringify([...unique.values()])
}

/** Words that look like local ids, `e12`; one that is none stands for nothing. */
export function localsIn(claim: AnyClaim): string[] {
  const found = new Set<string>()
  JSON.stringify(claim, (_, value) => {
    if (typeof value === 'string' && /^(?:[em]\d+|j\w+)$/.test(value)) found.add(value)
    return value
  })
  return [...found]
}

async function originOf({db, project}: InProject, doc: number): Promise<string> {
  const row = await db
    .selectFrom('origin')
    .select('origin')
    .where('project', '=', project)
    .where('doc', '=', doc)
    .executeTakeFirst()
  return String(row?.origin ?? doc)
}
