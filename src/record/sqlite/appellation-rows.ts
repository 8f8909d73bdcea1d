import {sql, type Transaction} from 'kysely'
import type {Bearer} from '../identity/bearers.ts'
import type {KindClass} from '../identity/kind-class.ts'
import {isAcrossScripts} from '../identity/name-script.ts'
import {MATCH_SCORE_MIN, matchReadNames} from '../names/match-names.ts'
import {nameKeys} from '../names/name-keys.ts'
import {type ReadName, readName} from '../names/read-name.ts'
import {chunks, insertAll} from './insert-all.ts'
import type {Tables} from './tables.ts'

type Save = Transaction<Tables>

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
  const wanted = new Map(bearers.map(bearer => [nameKey(bearer), bearer]))
  const known = await knownAppellations(trx, project, bearers)
  for (const [key, bearer] of wanted) if (!known.has(key)) known.set(key, await addAppellation(trx, project, bearer))
  return known
}

/** Bearers with the same are called the same. */
export function nameKey({kind, folded}: {readonly kind: string; readonly folded: string}): string {
  return `${kind}:${folded}`
}

async function knownAppellations(trx: Save, project: string, bearers: readonly Bearer[]): Promise<Map<string, number>> {
  const known = new Map<string, number>()
  for (const chunk of chunks([...new Set(bearers.map(({folded}) => folded))])) {
    const rows = await trx
      .selectFrom('appellation')
      .select(['id', 'kind', 'folded'])
      .where('project', '=', project)
      .where('folded', 'in', chunk)
      .execute()
    for (const row of rows) known.set(nameKey(row), row.id)
  }
  return known
}

async function addAppellation(trx: Save, project: string, {kind, name, folded, entityKind}: Bearer): Promise<number> {
  const {insertId} = await trx.insertInto('appellation').values({project, kind, folded}).executeTakeFirstOrThrow()
  const id = Number(insertId)
  const keys = nameKeys(name, entityKind).map(key => `${kind}:${key}`)
  const matches = keys.length === 0 ? [] : await matchesOf(trx, project, {kind, folded, name, entityKind}, keys)
  await insertAll(
    trx,
    'appellation_key',
    keys.map(key => ({project, key, appellation: id}))
  )
  await insertAll(
    trx,
    'appellation_match',
    matches.flatMap(({other, ...match}) => [
      {project, appellation: id, other, ...match},
      {project, appellation: other, other: id, ...match}
    ])
  )
  return id
}

type Named = Pick<Bearer, 'kind' | 'folded' | 'name' | 'entityKind'>

async function matchesOf(trx: Save, project: string, named: Named, keys: readonly string[]) {
  const telling = await tellingKeys(trx, project, keys)
  const {rows} = await sql<{id: number; folded: string}>`
    select appellation.id, appellation.folded, count(*) as shared
    from appellation_key cross join appellation on appellation.id = appellation_key.appellation
    where appellation_key.project = ${project} and appellation_key.key in (${sql.join(telling)})
    group by appellation.id order by shared desc, appellation.folded limit ${COMPARED_MAX}`.execute(trx)
  const read = readAgain(named.folded, named.entityKind)
  return rows
    .map(({id, folded}) => ({other: id, folded, match: matchReadNames(read, readAgain(folded, named.entityKind))}))
    .filter(({match}) => match.score >= MATCH_SCORE_MIN)
    .map(({other, folded, match}) => ({
      other,
      score: match.score,
      is_across_scripts: isAcrossScripts(named.folded, folded) ? 1 : 0,
      reasons: JSON.stringify(match.reasons)
    }))
}

async function tellingKeys(trx: Save, project: string, keys: readonly string[]): Promise<string[]> {
  const {rows} = await sql<{key: string; names: number}>`
    ${sql.join(
      keys.map(
        key => sql`select ${key} as key, (select count(*) from (
          select 1 from appellation_key where project = ${project} and key = ${key} limit ${NAMES_A_KEY_MAX + 1})) as names`
      ),
      sql` union all `
    )} order by names`.execute(trx)
  const telling = rows.filter(({names}) => names <= NAMES_A_KEY_MAX)
  return (telling.length > 0 ? telling : rows.slice(0, 1)).map(({key}) => key)
}

/** Names that were taken apart are kept: most new ones are compared with the same few. */
const readNames = new Map<string, ReadName>()
const READ_MAX = 20_000

function readAgain(name: string, kind: Bearer['entityKind']): ReadName {
  const key = `${kind} ${name}`
  const known = readNames.get(key)
  if (known) return known
  if (readNames.size >= READ_MAX) readNames.clear()
  const read = readName(name, kind)
  readNames.set(key, read)
  return read
}

/** What `KindClass` a row of `appellation` is of. */
export function classOf({kind}: {readonly kind: string}): KindClass {
  return kind as KindClass
}
