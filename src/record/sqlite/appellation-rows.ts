import {type Kysely, sql, type Transaction} from 'kysely'
import type {Bearer} from '../identity/bearers.ts'
import type {KindClass} from '../identity/kind-class.ts'
import {isAcrossScripts} from '../identity/name-script.ts'
import {lastOnes} from '../names/last-ones.ts'
import {MATCH_SCORE_MIN, matchReadNames} from '../names/match-names.ts'
import {nameKeys} from '../names/name-keys.ts'
import {type ReadName, readName} from '../names/read-name.ts'
import {inList} from './in-list.ts'
import {insertAll} from './insert-all.ts'
import {isSame} from './same-rows.ts'
import type {Tables} from './tables.ts'

type Save = Transaction<Tables>
type Named = Pick<Bearer, 'kind' | 'entityKind' | 'name' | 'folded'>

/** A new name is compared with those that share most keys with it. */
const COMPARED_MAX = 24
/** A key that more names have than this ("ministry") is no clue, where a name has another. */
const NAMES_A_KEY_MAX = 400

/** The numbers of the names that these entities bear, by `nameKey`; new names are compared with those on record. */
export async function appellationsOf(
  trx: Save,
  project: string,
  bearers: readonly Bearer[]
): Promise<Map<string, number>> {
  const known = await knownAppellations(trx, project, bearers)
  const unknown = new Map(
    bearers.filter(bearer => !known.has(nameKey(bearer))).map(bearer => [nameKey(bearer), bearer])
  )
  if (unknown.size === 0) return known
  const added = await addAppellations(trx, project, [...unknown.values()])
  for (const {id, bearer} of added) known.set(nameKey(bearer), id)
  return known
}

/** Bearers with the same are called the same. */
export function nameKey({kind, folded}: {readonly kind: string; readonly folded: string}): string {
  return `${kind}:${folded}`
}

async function knownAppellations(trx: Save, project: string, bearers: readonly Bearer[]): Promise<Map<string, number>> {
  const {rows} = await sql<Tables['appellation'] & {id: number}>`
    select id, kind, folded from appellation
    where project = ${project} and folded in ${inList(new Set(bearers.map(({folded}) => folded)))}`.execute(trx)
  return new Map(rows.map(row => [nameKey(row), row.id]))
}

interface Added {
  readonly id: number
  readonly bearer: Named
  readonly keys: readonly string[]
}

async function addAppellations(trx: Save, project: string, bearers: readonly Bearer[]): Promise<Added[]> {
  const {rows} = await sql<{id: number}>`select coalesce(max(id), 0) + 1 as id from appellation`.execute(trx)
  const added = bearers.map((bearer, index) => ({
    id: rows[0]!.id + index,
    bearer,
    // As its letters were written first, which tells an acronym, and as it is kept, by which it is checked.
    keys: [
      ...new Set([...nameKeys(bearer.name, bearer.entityKind), ...nameKeys(bearer.folded, ENTITY_KIND[bearer.kind])])
    ].map(key => `${bearer.kind}:${key}`)
  }))
  const names = added.map(({id, bearer: {kind, folded}}) => ({id, project, kind, folded}))
  await insertAll(trx, 'appellation', names)
  const keys = added.flatMap(({id, keys}) => [...new Set(keys)].map(key => ({project, key, appellation: id})))
  await insertAll(trx, 'appellation_key', keys)
  await insertAll(trx, 'appellation_match', await matchesOf(trx, project, added))
  return added
}

/** Compare new names with those on record and with each other; both ways. */
async function matchesOf(
  trx: Kysely<Tables>,
  project: string,
  added: readonly Added[]
): Promise<Tables['appellation_match'][]> {
  const candidates = Map.groupBy(await candidatesOf(trx, project, added), ({added: id}) => id)
  const matches = new Map<string, Tables['appellation_match']>()
  for (const {id, bearer} of added) {
    const nearest = (candidates.get(id) ?? [])
      .sort((a, b) => b.shared - a.shared || (a.folded < b.folded ? -1 : 1))
      .slice(0, COMPARED_MAX)
    const read = readAgain(bearer.folded, bearer.entityKind)
    for (const {id: other, folded} of nearest) {
      const {score, reasons} = matchReadNames(read, readAgain(folded, bearer.entityKind))
      if (score < MATCH_SCORE_MIN) continue
      const is_across_scripts = isAcrossScripts(bearer.folded, folded) ? 1 : 0
      const match = {project, score, is_across_scripts, reasons: JSON.stringify(reasons)}
      matches.set(`${id} ${other}`, {...match, appellation: id, other})
      matches.set(`${other} ${id}`, {...match, appellation: other, other: id})
    }
  }
  return [...matches.values()]
}

interface CandidateRow {
  /** The new name. */
  readonly added: number
  /** One that shares keys with it. */
  readonly id: number
  readonly folded: string
  readonly shared: number
}

async function candidatesOf(trx: Kysely<Tables>, project: string, added: readonly Added[]): Promise<CandidateRow[]> {
  const telling = await tellingKeys(trx, project, added)
  const wanted = added.flatMap(({id, keys}) => {
    const own = keys.filter(key => telling.get(key)! <= NAMES_A_KEY_MAX)
    const rarest = keys.toSorted((a, b) => telling.get(a)! - telling.get(b)!).slice(0, 1)
    return (own.length > 0 ? own : rarest).map(key => [id, key])
  })
  const {rows} = await sql<CandidateRow>`
    select wanted.value ->> 0 as added, appellation.id, appellation.folded, count(*) as shared
    from json_each(${JSON.stringify(wanted)}) as wanted
    cross join appellation_key on appellation_key.project = ${project} and appellation_key.key = wanted.value ->> 1
    cross join appellation on appellation.id = appellation_key.appellation
    where appellation.id <> wanted.value ->> 0
    group by 1, 2`.execute(trx)
  return rows
}

/**
 * Whether a name is found by its keys, and by names that are spelled like it. Keys that come from how its letters were written first
 * are not looked at, as that is not kept; of a name with very many neighbours it is not known with which it was compared.
 */
export async function* nameFaults(
  db: Kysely<Tables>,
  project: string,
  {id, kind, folded}: Pick<Tables['appellation'], 'kind' | 'folded'> & {readonly id: number}
): AsyncGenerator<string> {
  const entityKind = ENTITY_KIND[classOf({kind})]
  const keys = [...new Set(nameKeys(folded, entityKind).map(key => `${kind}:${key}`))]
  const {rows} = await sql<{key: string}>`
    select key from appellation_key where project = ${project} and appellation = ${id}
      and key in (select value from json_each(${JSON.stringify(keys)}))`.execute(db)
  if (rows.length < keys.length) yield `the name "${folded}" is not found by how it sounds`
  const bearer = {kind: classOf({kind}), entityKind, name: folded, folded}
  // The name that came later was the one that was compared; what was found is kept both ways.
  const expected = (await matchesOf(db, project, [{id, bearer, keys}])).filter(
    ({appellation, other}) => Math.min(appellation, other) < id
  )
  const kept = await matchesAmong(db, project, expected)
  const isSure = await hasFewNeighbours(db, project, keys)
  const isWrong = expected.some(match => {
    const [found, turned] = [matchKey(match), matchKey({appellation: match.other, other: match.appellation})].map(key =>
      kept.get(key)
    )
    return found ? !isSame([found], [match]) : isSure || turned !== undefined
  })
  if (isWrong) yield `which names are spelled like "${folded}" is not what was compared`
}

/** Whether so few names share a key that all of them were compared, in whatever order they came. */
async function hasFewNeighbours(db: Kysely<Tables>, project: string, keys: readonly string[]): Promise<boolean> {
  const {rows} = await sql<{names: number}>`
    select count(*) as names from (
      select distinct appellation from appellation_key
      where project = ${project} and key in (select value from json_each(${JSON.stringify(keys)})) limit ${COMPARED_MAX})`.execute(
    db
  )
  return rows[0]!.names <= COMPARED_MAX / 2
}

/** What is kept of the same pairs of names, by `matchKey`. */
async function matchesAmong(
  db: Kysely<Tables>,
  project: string,
  matches: readonly Tables['appellation_match'][]
): Promise<Map<string, Tables['appellation_match']>> {
  const wanted = JSON.stringify(matches.map(({appellation, other}) => [appellation, other]))
  const {rows} = await sql<Tables['appellation_match']>`
    select kept.* from json_each(${wanted}) as wanted
    join appellation_match as kept on kept.project = ${project}
      and kept.appellation = wanted.value ->> 0 and kept.other = wanted.value ->> 1`.execute(db)
  return new Map(rows.map(row => [matchKey(row), row]))
}

function matchKey({appellation, other}: Pick<Tables['appellation_match'], 'appellation' | 'other'>): string {
  return `${appellation} ${other}`
}

const ENTITY_KIND: Readonly<Record<KindClass, Bearer['entityKind']>> = {
  person: 'person',
  body: 'organisation',
  place: 'place',
  production: 'production',
  work: 'work',
  event: 'event'
}

/** How many names have each key, counted as far as it matters. */
async function tellingKeys(
  trx: Kysely<Tables>,
  project: string,
  added: readonly Added[]
): Promise<Map<string, number>> {
  const keys = [...new Set(added.flatMap(({keys}) => keys))]
  const {rows} = await sql<{key: string; names: number}>`
    select wanted.value as key, (select count(*) from (
      select 1 from appellation_key where project = ${project} and key = wanted.value limit ${NAMES_A_KEY_MAX + 1})) as names
    from json_each(${JSON.stringify(keys)}) as wanted`.execute(trx)
  return new Map(rows.map(({key, names}) => [key, names]))
}

/** Names that were taken apart are kept: most new ones are compared with the same few. */
const readNames = lastOnes<ReadName>(20_000)

function readAgain(name: string, kind: Bearer['entityKind']): ReadName {
  return readNames(`${kind} ${name}`, () => readName(name, kind))
}

/** What `KindClass` a row of `appellation` is of. */
export function classOf({kind}: {readonly kind: string}): KindClass {
  return kind as KindClass
}
