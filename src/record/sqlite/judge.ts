import {sql, type Transaction} from 'kysely'
import type {Judgement, JudgementWords} from '../judging/judgement.ts'
import {JudgementRefused} from '../judging/judgement-refused.ts'
import type {Judging} from '../judging/judging-index.ts'
import {repeats} from '../judging/repeats.ts'
import {NotOnRecord} from '../record-errors.ts'
import {deriveDocuments} from './derive-document.ts'
import {sayInRecord} from './judged-things.ts'
import {
  addJudgement,
  showJudgement,
  standingAbout,
  standingForgets,
  targetRows,
  WITHOUT_EFFECT
} from './judgement-rows.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>

/** Keep a judgement, and derive anew what it changes; undefined where it says again what its person said last. */
export async function keepJudging({db, project}: InProject, judging: Judging): Promise<Judgement | undefined> {
  refuseNobody(judging)
  return db.transaction().execute(async trx => {
    const judgement = await sayInRecord(trx, project, judging)
    const {about} = judgement
    if (repeats(await standingAbout(trx, project, about), judgement)) return undefined
    const kept = await addJudgement(trx, project, judgement)
    await deriveJudged(trx, project, kept)
    return kept
  })
}

/** Take a judgement back; undefined where that was done before. */
export async function undoJudgement(
  {db, project}: InProject,
  id: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  refuseNobody(words)
  return db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('judgement')
      .selectAll()
      .where('project', '=', project)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new NotOnRecord(`Cannot undo "${id}": no such judgement is on record`)
    if (row.kind === 'undo')
      throw new JudgementRefused(`Cannot undo ${id}: it is itself an undo. Judge again what it took back`)
    const undone = await trx
      .selectFrom('judgement')
      .select('id')
      .where('project', '=', project)
      .where('undoes', '=', id)
      .executeTakeFirst()
    if (undone) return undefined
    const judgement = await addJudgement(trx, project, {kind: 'undo', about: row.about, undoes: id, ...plain(words)})
    await deriveJudged(trx, project, showJudgement(row))
    return judgement
  })
}

/** Hide a document; undefined when it is hidden already. */
export async function forgetDocument(
  scope: InProject,
  document: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  if (0 < (await standingForgets(scope.db, scope.project, document)).length) return undefined
  return keepJudging(scope, {kind: 'forget', about: document, ...words})
}

/** Show a hidden document again; undefined when it is not hidden. */
export async function unforgetDocument(
  scope: InProject,
  document: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  const {db, project} = scope
  const known = await db
    .selectFrom('document')
    .select('id')
    .where('project', '=', project)
    .where('id', '=', document)
    .executeTakeFirst()
  if (!known) throw new NotOnRecord(`Cannot judge document "${document}": it is not on record`)
  const shown = await showAgain(scope, document, words)
  if (!shown) await refuseHiddenByImport(scope, document)
  return shown
}

/** Undo every judgement that hides a document or import: after copying records into one there may be several. */
export async function showAgain(
  {db, project}: InProject,
  about: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  refuseNobody(words)
  return db.transaction().execute(async trx => {
    const forgets = await standingForgets(trx, project, about)
    let undone: Judgement | undefined
    for (const {id: undoes} of forgets)
      undone = await addJudgement(trx, project, {kind: 'undo', about, undoes, ...plain(words)})
    if (forgets[0]) await deriveJudged(trx, project, forgets[0])
    return undone
  })
}

async function refuseHiddenByImport({db, project}: InProject, document: string): Promise<void> {
  const {rows} = await sql<{batch: string}>`
    select capture.batch from forgotten
    join document on document.project = forgotten.project and document.id = forgotten.document
    join capture on capture.project = document.project and capture.sha256 = document.sha256
    where forgotten.project = ${project} and forgotten.document = ${document} order by capture.recorded limit 1`.execute(
    db
  )
  if (rows[0])
    throw new JudgementRefused(
      `Cannot show document "${document}" again: it is hidden with ${rows[0].batch}, which brought it. Take that back instead: hearsay forget --undo ${rows[0].batch}`
    )
}

function refuseNobody({by}: JudgementWords): void {
  if (by.trim() === '') throw new JudgementRefused('Cannot judge without a name: say who judges')
}

function plain({by, at, why}: JudgementWords): JudgementWords {
  return {by, at, ...(why !== undefined && {why})}
}

async function deriveJudged(trx: Save, project: string, judgement: Judgement): Promise<void> {
  if (WITHOUT_EFFECT.includes(judgement.kind)) return
  await deriveDocuments(trx, project, await documentsJudged(trx, project, judgement))
}

/** Every document that a judgement concerns; of an import, all that came with it. */
export async function documentsJudged(trx: Save, project: string, {id, about}: Judgement): Promise<string[]> {
  const row = await trx
    .selectFrom('judgement')
    .selectAll()
    .where('project', '=', project)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const targets = targetRows(row).map(({target}) => target)
  const documents = await trx
    .selectFrom('document')
    .select('id')
    .where('project', '=', project)
    .where(({or, eb, selectFrom}) =>
      or([
        eb('id', 'in', targets),
        eb(
          'sha256',
          'in',
          selectFrom('capture')
            .select('capture.sha256')
            .where('capture.project', '=', project)
            .where('capture.batch', '=', about)
        )
      ])
    )
    .orderBy('recorded')
    .execute()
  return documents.map(document => document.id)
}
