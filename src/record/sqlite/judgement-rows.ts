import {sql, type Transaction} from 'kysely'
import {contentId} from '../../text/content-id.ts'
import type {Judgement} from '../judging/judgement.ts'
import {judgementHash} from './hashes.ts'
import {addToLog} from './log.ts'
import type {InProject, Tables} from './tables.ts'

/** A judgement as it is about to be kept. */
export interface NewJudgement {
  readonly kind: Judgement['kind']
  readonly about: string
  readonly by: string
  readonly at: string
  readonly why?: string
  readonly undoes?: string
  readonly said?: unknown
}

/** Keep a judgement: its row, its place in the log, and what it can be found by. */
export async function addJudgement(
  trx: Transaction<Tables>,
  project: string,
  judgement: NewJudgement
): Promise<Judgement> {
  const {kind, about, undoes = null} = judgement
  // A half of a character pair cannot be stored, and what is hashed is what is stored.
  const [by, at] = [judgement.by.toWellFormed(), judgement.at.toWellFormed()]
  const why = judgement.why?.toWellFormed() ?? null
  const said = judgement.said === undefined ? null : JSON.stringify(judgement.said)
  const earlier = await trx
    .selectFrom('judgement')
    .select(({fn}) => fn.countAll<number>().as('count'))
    .where('project', '=', project)
    .where('about', '=', about)
    .executeTakeFirstOrThrow()
  const parts = [kind, about, by, at, earlier.count, ...(said === null ? [] : [said])]
  const row = {id: contentId('judgement', ...parts), kind, about, by, at, why, undoes, said}
  const recorded = await addToLog(trx, project, {kind: 'judgement', id: row.id, hash: judgementHash(row), at})
  const kept = {project, ...row, recorded}
  await trx.insertInto('judgement').values(kept).execute()
  await trx.insertInto('judgement_target').values(targetRows(kept)).execute()
  return showJudgement(kept)
}

/** What a judgement is about, directly or by the words it names. */
export function targetRows(row: Tables['judgement']): Tables['judgement_target'][] {
  const said = row.said === null ? {} : JSON.parse(row.said)
  const anchors = [said, said.one, said.other, said.claim]
  const documents = anchors.map(anchor => anchor?.document).filter(document => typeof document === 'string')
  return [...new Set<string>([row.about, ...documents, ...(said.documents ?? [])])].map(target => ({
    project: row.project,
    target,
    judgement: row.id
  }))
}

/** Judgements from which nothing follows but that they were made. */
export const WITHOUT_EFFECT: readonly Judgement['kind'][] = ['note', 'tag', 'grade', 'settle', 'purge']

/** A judgement as it is shown. */
export function showJudgement(row: Tables['judgement']): Judgement {
  const {id, kind, about, by, at, why, undoes, said, recorded} = row
  return {
    id,
    kind,
    about,
    by,
    at,
    recorded,
    ...(why !== null && {why}),
    ...(undoes !== null && {undoes}),
    ...(said !== null && {said: JSON.parse(said)})
  } as Judgement
}

/**
 * The judgements that stand about a document, and about the claims, mentions and dates in it, in the order in which they were
 * made: of two records that were copied into one, either log may come first.
 */
export async function standingAbout(
  trx: InProject['db'],
  project: string,
  document: string,
  {upTo}: {readonly upTo?: number} = {}
): Promise<Judgement[]> {
  const {rows} = await sql<Tables['judgement']>`
    select standing.* from judgement_target as target
    join standing on standing.project = target.project and standing.id = target.judgement
    where target.project = ${project} and target.target = ${document} ${upTo === undefined ? sql`` : sql`and standing.recorded <= ${upTo}`}
    order by standing.at, standing.recorded`.execute(trx)
  return rows.map(showJudgement)
}

/** The judgements that hide this document or import now, the last first. */
export async function standingForgets(trx: InProject['db'], project: string, about: string): Promise<Judgement[]> {
  const rows = await trx
    .selectFrom('standing')
    .selectAll()
    .where('project', '=', project)
    .where('about', '=', about)
    .where('kind', '=', 'forget')
    .orderBy('recorded', 'desc')
    .execute()
  return rows.map(showJudgement)
}
