import {type Kysely, sql} from 'kysely'
import type {HashedSubtree, ReadHashes, Subtree} from '../proof/subtrees.ts'
import type {InProject, Tables} from './tables.ts'

/** How many entries are read at once: few enough for memory, enough to make little of the asking. */
const ENTRIES_AT_ONCE = 2048

/** The name and the keys of this record. */
export async function readSelf(db: Kysely<Tables>): Promise<Tables['record_self']> {
  return db.selectFrom('record_self').selectAll().executeTakeFirstOrThrow()
}

/** How far the log of a project has come: the place of its newest entry, 0 before the first. */
export async function lastPlace({db, project}: InProject): Promise<number> {
  const {rows} = await sql<{place: number}>`
    select place from log where project = ${project} order by place desc limit 1`.execute(db)
  return rows[0]?.place ?? 0
}

/** The log of a project from its beginning, some entries at a time. */
export async function* readEntries(
  db: Kysely<Tables>,
  project: string,
  {after = 0, upTo = Number.MAX_SAFE_INTEGER}: {readonly after?: number; readonly upTo?: number} = {}
): AsyncGenerator<Tables['log'][]> {
  for (let last = after; ; ) {
    const rows = await db
      .selectFrom('log')
      .selectAll()
      .where('project', '=', project)
      .where('place', '>', last)
      .where('place', '<=', upTo)
      .orderBy('place')
      .limit(ENTRIES_AT_ONCE)
      .execute()
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)!.place
  }
}

/** The hashes that are kept of a project's log. */
export function hashReader(db: Kysely<Tables>, project: string): ReadHashes {
  return async subtrees => {
    const hashes = await readHashes(db, project, subtrees)
    return subtrees.map(subtree => {
      const hash = hashes.get(keyOf(subtree))
      if (hash === undefined) throw new RangeError(`Cannot prove: the log keeps no hash ${keyOf(subtree)}`)
      return hash
    })
  }
}

/** Those of these hashes that are kept, by `keyOf`. */
export async function readHashes(
  db: Kysely<Tables>,
  project: string,
  subtrees: readonly Subtree[]
): Promise<Map<string, string>> {
  // As JSON, so that it is one statement however many are asked for. CROSS JOIN tells SQLite to begin with them.
  const wanted = JSON.stringify(subtrees.map(({level, position}) => [level, position]))
  const {rows} = await sql<HashedSubtree>`
    select level, position, hash from json_each(${wanted}) as wanted cross join log_hash
    where project = ${project} and level = wanted.value ->> 0 and position = wanted.value ->> 1`.execute(db)
  return new Map(rows.map(row => [keyOf(row), row.hash]))
}

/** A subtree as the key of a map. */
export function keyOf({level, position}: Subtree): string {
  return `${level}/${position}`
}
