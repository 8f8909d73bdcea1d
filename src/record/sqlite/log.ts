import {sql, type Transaction} from 'kysely'
import {originOf} from '../proof/checkpoint.ts'
import {GrowingTree} from '../proof/growing-tree.ts'
import {commitmentOf, entryHash, newSalt} from '../proof/log-entry.ts'
import {subtreesOf} from '../proof/subtrees.ts'
import {hashReader, readSelf} from './proof-rows.ts'
import type {Tables} from './tables.ts'

/** What is added to the log: a row of this kind, with this id, that hashes to this. */
export interface LogEntry extends Pick<Tables['opening'], 'kind' | 'id' | 'hash'> {
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** The next place in the project's log, now taken. */
export async function addToLog(trx: Transaction<Tables>, project: string, {at, ...entry}: LogEntry): Promise<number> {
  const {place} = await trx
    .selectFrom('log')
    .select(sql<number>`coalesce(max(place), 0) + 1`.as('place'))
    .where('project', '=', project)
    .executeTakeFirstOrThrow()
  const opening = {project, place, ...entry, salt: newSalt()}
  await trx.insertInto('opening').values(opening).execute()
  await addLeaf(trx, opening, at)
  return place
}

/** Commit the log to what `opening` opens, and add that to the tree over the log. */
export async function addLeaf(trx: Transaction<Tables>, opening: Tables['opening'], at: string): Promise<void> {
  const {project, place, kind} = opening
  const entry = {project, place, kind, at, commitment: commitmentOf(opening)}
  await trx.insertInto('log').values(entry).execute()
  const {record} = await readSelf(trx)
  const edge = await hashReader(trx, project)(subtreesOf({start: 0, end: place - 1}))
  const completed = new GrowingTree(place - 1, edge).add(entryHash(originOf(record, project), entry))
  await trx
    .insertInto('log_hash')
    .values(completed.map(({level, position, hash}) => ({project, level, position, hash})))
    .execute()
}
