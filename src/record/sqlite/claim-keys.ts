import {sql, type Transaction} from 'kysely'
import type {SubjectKeys} from '../compare/claim-keys.ts'
import {insertAll} from './insert-all.ts'
import type {InProject, Tables} from './tables.ts'

export type Place = Pick<Tables['claim_key'], 'doc' | 'position'>

/** Of the claims that have a key, so many are the first: all later ones are held against these. */
export const FIRST_MAX = 8

/** A claim with the keys by which others are found that it may have to do with. */
export interface KeyedPlace extends Place {
  readonly keys: readonly number[]
}

/** A key as it is kept: 48 bits of it. Two keys that fall together only make for a comparison in vain. */
export function keyNumber(key: string): number {
  let low = 0x811c9dc5
  let high = 0x01000193
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high + unit, 0x5bd1e995) ^ (high >>> 13)
  }
  return (high & 0xffff) * 0x1_0000_0000 + (low >>> 0)
}

/** An entity by the name that its document uses. Who has none is nobody in any other document, and is told apart by a number. */
export const ownName: SubjectKeys = ({subject}) => (/^\d/.test(subject) ? [] : [subject])

/** Keep by which keys the claims of a document are found. */
export async function addClaimKeys(
  trx: Transaction<Tables>,
  project: string,
  doc: number,
  keyed: readonly KeyedPlace[]
): Promise<void> {
  await insertAll(trx, 'claim_key', claimKeyRows(project, keyed))
  await trx
    .insertInto('claim_key_list')
    .values({project, doc, keys: packKeys(keyed)})
    .execute()
}

/** In the order of the keys, so that neighbours are written together. */
export function claimKeyRows(project: string, keyed: readonly KeyedPlace[]): Tables['claim_key'][] {
  return keyed
    .flatMap(({doc, position, keys}) => keys.map(key => ({project, key, doc, position})))
    .sort((a, b) => a.key - b.key || a.position - b.position)
}

/** Every key of the document, so that its rows are found again without an index that is as large as they are. */
export function packKeys(keyed: readonly KeyedPlace[]): Uint8Array {
  const keys = [...new Set(keyed.flatMap(place => place.keys))].sort((a, b) => a - b)
  return new Uint8Array(Float64Array.from(keys).buffer)
}

/** Take the keys of a document's claims away. */
export async function removeClaimKeys(trx: Transaction<Tables>, project: string, doc: number): Promise<void> {
  const keys = await keysOfDocument(trx, project, doc)
  await sql`delete from claim_key where project = ${project} and doc = ${doc}
    and key in (select value from json_each(${JSON.stringify(keys)}))`.execute(trx)
  await trx.deleteFrom('claim_key_list').where('project', '=', project).where('doc', '=', doc).execute()
}

/** Every key that a claim of the document has. */
async function keysOfDocument(db: InProject['db'], project: string, doc: number): Promise<number[]> {
  const row = await db
    .selectFrom('claim_key_list')
    .select('keys')
    .where('project', '=', project)
    .where('doc', '=', doc)
    .executeTakeFirst()
  return row ? [...new Float64Array(row.keys.slice().buffer)] : []
}

/** Claims of other documents that have a key. */
export interface Bucket {
  readonly places: readonly Place[]
  /** There are more than were looked at. */
  readonly isCapped: boolean
}

interface Reach {
  readonly doc: number
  /** How many of the first on record are looked at, of those before `doc`. */
  readonly first: number
  /** How many of the last before `doc`. */
  readonly last: number
}

/** What documents before `doc` have these keys, each bucket within its reach. */
export async function bucketsOf(
  {db, project}: InProject,
  keys: readonly number[],
  {doc, first, last}: Reach
): Promise<Map<number, Bucket>> {
  const {rows} = await sql<{key: number; first: string; last: string}>`
    select wanted.value as key,
      (select json_group_array(json_array(doc, position)) from (
        select doc, position from claim_key where project = ${project} and key = wanted.value and doc < ${doc}
        order by doc, position limit ${first + 1})) as first,
      (select json_group_array(json_array(doc, position)) from (
        select doc, position from claim_key where project = ${project} and key = wanted.value and doc < ${doc}
        order by doc desc, position desc limit ${last})) as last
    from json_each(${JSON.stringify(keys)}) as wanted
    where exists (select 1 from claim_key where project = ${project} and key = wanted.value and doc < ${doc})`.execute(
    db
  )
  return new Map(
    rows.map(row => {
      const [before, newest] = [readPlaces(row.first), readPlaces(row.last)]
      const isCapped = first + last < uniquePlaces([...before, ...newest]).length
      return [row.key, {places: uniquePlaces([...before.slice(0, first), ...newest]), isCapped}]
    })
  )
}

/** Claims of other documents that have a key, in the order of the record. */
export interface Neighbours {
  /** Those before a document that are among the first. */
  readonly before: readonly Place[]
  /** Those behind it, where fewer than that are before it. */
  readonly behind: readonly Place[]
}

/** What has these keys in the documents around `doc`, at most `behind` of those after it. */
export async function neighboursOf(
  {db, project}: InProject,
  keys: readonly number[],
  {doc, behind}: {readonly doc: number; readonly behind: number}
): Promise<Map<number, Neighbours>> {
  const {rows} = await sql<{key: number; before: string; behind: string}>`
    select wanted.value as key,
      (select json_group_array(json_array(doc, position)) from (
        select doc, position from claim_key where project = ${project} and key = wanted.value and doc < ${doc}
        order by doc, position limit ${FIRST_MAX})) as before,
      (select json_group_array(json_array(doc, position)) from (
        select doc, position from claim_key where project = ${project} and key = wanted.value and doc > ${doc}
        order by doc, position limit ${behind})) as behind
    from json_each(${JSON.stringify(keys)}) as wanted
    where exists (select 1 from claim_key where project = ${project} and key = wanted.value and doc <> ${doc})`.execute(
    db
  )
  return new Map(rows.map(row => [row.key, {before: readPlaces(row.before), behind: readPlaces(row.behind)}]))
}

/** Documents behind `doc` that have claims among the first of a key only while `doc` has none there. */
export async function displacedBy({db, project}: InProject, doc: number): Promise<number[]> {
  const behind = await db
    .selectFrom('effect')
    .select('doc')
    .where('project', '=', project)
    .where('doc', '>', doc)
    .limit(1)
    .executeTakeFirst()
  if (!behind) return []
  const {rows} = await sql<{own: number; first: string}>`
    select count(*) as own, (
      select json_group_array(other.doc) from (
        select doc from claim_key as other where other.project = ${project} and other.key = own.key and other.doc <> ${doc}
        order by other.doc, other.position limit ${FIRST_MAX}) as other) as first
    from claim_key as own
    where own.project = ${project} and own.doc = ${doc}
      and own.key in (select value from json_each(${JSON.stringify(await keysOfDocument(db, project, doc))}))
    group by own.key`.execute(db)
  const displaced = new Set<number>()
  for (const {own, first} of rows)
    for (const [rank, other] of (JSON.parse(first) as number[]).entries())
      if (doc < other && FIRST_MAX <= rank + own) displaced.add(other)
  return [...displaced].sort((one, other) => one - other)
}

export function placeKey({doc, position}: Place): string {
  return `${doc} ${position}`
}

function readPlaces(json: string): Place[] {
  return (JSON.parse(json) as [number, number][]).map(([doc, position]) => ({doc, position}))
}

/** Each place once. */
export function uniquePlaces<Each extends Place>(places: readonly Each[]): Each[] {
  return [...new Map(places.map(place => [placeKey(place), place])).values()]
}
