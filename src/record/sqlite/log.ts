import {randomBytes} from 'node:crypto'
import {sql, type Transaction} from 'kysely'
import {rowHash} from '../row-hash.ts'
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

/** What a guess at the content is kept from being checked against. */
export function newSalt(): string {
  return randomBytes(32).toString('hex')
}

/** Commit the log to what `opening` opens. */
export async function addLeaf(trx: Transaction<Tables>, opening: Tables['opening'], at: string): Promise<void> {
  const {project, place, kind} = opening
  await trx
    .insertInto('log')
    .values({project, place, kind, at, commitment: commitmentTo(opening)})
    .execute()
}

/** The SHA-256 of the salt and of everything else in an opening. */
export function commitmentTo({salt, project, place, kind, id, hash}: Tables['opening']): string {
  return rowHash(salt, project, place, kind, id, hash)
}
