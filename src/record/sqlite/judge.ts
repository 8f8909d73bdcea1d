import type {Transaction} from 'kysely'
import {contentId} from '../../text/content-id.ts'
import {NotOnRecord} from '../record-errors.ts'
import type {Judgement, JudgementWords} from '../store.ts'
import {judgementHash} from './hashes.ts'
import {addToLog} from './log.ts'
import type {InProject, Tables} from './tables.ts'

/** Hide a document; undefined when it is hidden already. */
export async function forgetDocument(
  {db, project}: InProject,
  document: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  return db.transaction().execute(async trx => {
    await refuseUnknown(trx, project, document)
    if (await standingForget(trx, project, document)) return undefined
    return addJudgement(trx, project, {kind: 'forget', about: document, ...words})
  })
}

/** Show a hidden document again; undefined when it is not hidden. */
export async function unforgetDocument(
  {db, project}: InProject,
  document: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  return db.transaction().execute(async trx => {
    await refuseUnknown(trx, project, document)
    const undoes = await standingForget(trx, project, document)
    return undoes === undefined
      ? undefined
      : addJudgement(trx, project, {kind: 'undo', about: document, undoes, ...words})
  })
}

/** What people judged of a document, or of all, in the order they did. */
export async function listJudgements({db, project}: InProject, document?: string): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('judgement')
    .selectAll()
    .where('project', '=', project)
    .$if(document !== undefined, query => query.where('about', '=', document!))
    .orderBy('recorded')
    .execute()
  return rows.map(({id, kind, about, by, at, why, undoes}) => ({
    id,
    kind,
    about,
    by,
    at,
    ...(why !== null && {why}),
    ...(undoes !== null && {undoes})
  }))
}

async function refuseUnknown(trx: Transaction<Tables>, project: string, document: string): Promise<void> {
  const known = await trx
    .selectFrom('document')
    .select('id')
    .where('project', '=', project)
    .where('id', '=', document)
    .executeTakeFirst()
  if (!known) throw new NotOnRecord(`Cannot judge document "${document}": it is not on record`)
}

/** The id of the judgement that hides the document now. */
async function standingForget(
  trx: Transaction<Tables>,
  project: string,
  document: string
): Promise<string | undefined> {
  const [last] = await trx
    .selectFrom('judgement')
    .select(['id', 'kind'])
    .where('project', '=', project)
    .where('about', '=', document)
    .orderBy('recorded', 'desc')
    .limit(1)
    .execute()
  return last?.kind === 'forget' ? last.id : undefined
}

async function addJudgement(
  trx: Transaction<Tables>,
  project: string,
  judgement: Omit<Judgement, 'id'>
): Promise<Judgement> {
  const {kind, about, by, at, why = null, undoes = null} = judgement
  const earlier = await trx
    .selectFrom('judgement')
    .select(({fn}) => fn.countAll<number>().as('count'))
    .where('project', '=', project)
    .where('about', '=', about)
    .executeTakeFirstOrThrow()
  const id = contentId('judgement', kind, about, by, at, earlier.count)
  const row = {id, kind, about, by, at, why, undoes}
  const recorded = await addToLog(trx, project, {kind: 'judgement', id, hash: judgementHash(row)})
  await trx
    .insertInto('judgement')
    .values({project, ...row, recorded})
    .execute()
  return {id, ...judgement}
}
