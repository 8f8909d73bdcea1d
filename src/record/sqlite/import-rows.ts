import {sql, type Transaction} from 'kysely'
import type {Judgement, JudgementWords} from '../judging/judgement.ts'
import {type ImportSummary, type ImportWords, importId} from '../life/import-batch.ts'
import {NotOnRecord} from '../record-errors.ts'
import {importHash} from './hashes.ts'
import {forgetDocument, showAgain} from './judge.ts'
import {addToLog} from './log.ts'
import type {InProject, Tables} from './tables.ts'

/** Keep an import, with the first thing that it brings. */
export async function keepImport(trx: Transaction<Tables>, project: string, words: ImportWords): Promise<string> {
  const id = importId(words)
  if (await isImport({db: trx, project}, id)) return id
  // A half of a character pair cannot be stored, and what is hashed is what is stored.
  const [by, at, what] = [words.by, words.at, words.what].map(each => each.toWellFormed()) as [string, string, string]
  const row = {id, at, by, what}
  const recorded = await addToLog(trx, project, {kind: 'import', id, hash: importHash(row), at})
  await trx
    .insertInto('import_batch')
    .values({project, ...row, recorded})
    .execute()
  return id
}

/** What came in together, the last first. */
export async function listImports({db, project}: InProject): Promise<ImportSummary[]> {
  const {rows} = await sql<Omit<ImportSummary, 'forgottenBy'> & {forgottenBy: string | null}>`
    select id, at, "by", what, recorded,
      (select count(distinct document.id) from capture
        join document on document.project = capture.project and document.sha256 = capture.sha256
        where capture.project = import_batch.project and capture.batch = import_batch.id) as documentCount,
      (select standing.id from standing where standing.project = import_batch.project and standing.kind = 'forget'
        and standing.about = import_batch.id order by standing.recorded desc limit 1) as forgottenBy
    from import_batch where project = ${project} order by recorded desc`.execute(db)
  return rows.map(({forgottenBy, ...row}) => ({...row, ...(forgottenBy !== null && {forgottenBy})}))
}

/** Hide what came with this import and no other; undefined when it is hidden already. */
export async function forgetImport(
  scope: InProject,
  id: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  await refuseUnknown(scope, id)
  return forgetDocument(scope, id, words)
}

/** Show again what an import brought; undefined when it is not hidden. */
export async function unforgetImport(
  scope: InProject,
  id: string,
  words: JudgementWords
): Promise<Judgement | undefined> {
  await refuseUnknown(scope, id)
  return showAgain(scope, id, words)
}

async function refuseUnknown(scope: InProject, id: string): Promise<void> {
  if (!(await isImport(scope, id))) throw new NotOnRecord(`Cannot judge import "${id}": it is not on record`)
}

async function isImport({db, project}: InProject, id: string): Promise<boolean> {
  const known = await db
    .selectFrom('import_batch')
    .select('id')
    .where('project', '=', project)
    .where('id', '=', id)
    .executeTakeFirst()
  return known !== undefined
}
