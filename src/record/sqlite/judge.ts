import type {Transaction} from 'kysely'
import type {Judgement, JudgementWords} from '../judging/judgement.ts'
import {NotOnRecord} from '../record-errors.ts'
import {deriveDocument} from './derive-document.ts'
import {addJudgement, showJudgement, standingForget} from './judgement-rows.ts'
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
    const judgement = await addJudgement(trx, project, {kind: 'forget', about: document, ...words})
    await deriveDocument(trx, project, document)
    return judgement
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
    if (undoes === undefined) return undefined
    const judgement = await addJudgement(trx, project, {kind: 'undo', about: document, undoes, ...words})
    await deriveDocument(trx, project, document)
    return judgement
  })
}

/** What people judged of a document, or of all, in the order they did. */
export async function listJudgements({db, project}: InProject, document?: string): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('judgement')
    .selectAll()
    .where('project', '=', project)
    .$if(document !== undefined, query =>
      query.where('id', 'in', ({selectFrom}) =>
        selectFrom('judgement_target')
          .select('judgement_target.judgement')
          .where('judgement_target.project', '=', project)
          .where('judgement_target.target', '=', document!)
      )
    )
    .orderBy('recorded')
    .execute()
  return rows.map(showJudgement)
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
