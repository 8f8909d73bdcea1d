import {sql} from 'kysely'
import {edtfBounds} from '../../language/edtf.ts'
import {claimsOf} from '../claims-of.ts'
import {effectiveReading} from '../judging/effective-reading.ts'
import type {Judgement} from '../judging/judgement.ts'
import {olderClaims} from './document-in-effect.ts'
import type {FoundRow} from './find-claims.ts'
import {sensesOfSubject} from './identity-lookup.ts'
import {showJudgement, WITHOUT_EFFECT} from './judgement-rows.ts'
import {loadJourney} from './load-reading.ts'
import type {InProject, Tables} from './tables.ts'
import {factOf, type RowFact} from './timeline-facts.ts'
import {roleFacts} from './timeline-rows.ts'

/** Whose facts these are, and on which side of the post they stand. */
interface Wanted {
  readonly subject: number
  readonly side: 'holder' | 'body'
  readonly recordedBy: number | undefined
}

/**
 * Facts as the record stood at a place of its log: those of documents that came later go, and of documents that were read
 * again or judged since, the facts are made anew from the run and the judgements there were then.
 */
export async function factsAtPlace(scope: InProject, now: readonly RowFact[], wanted: Wanted): Promise<RowFact[]> {
  const {subject, side, recordedBy} = wanted
  if (recordedBy === undefined) return [...now]
  const changed = await changedSince(scope, subject, recordedBy)
  const docs = new Set(changed.map(({doc}) => doc))
  const kept = now.filter(({row}) => row.doc <= recordedBy && !docs.has(row.doc))
  const then: RowFact[] = []
  for (const run of changed) then.push(...(await factsThen(scope, run, recordedBy)))
  const isWanted = (fact: RowFact) => (side === 'holder' ? fact.holder : fact.body) === String(subject)
  return [...kept, ...then.filter(isWanted)]
}

type RunThen = Tables['run'] & {
  readonly doc: number
  readonly reported_earliest: string
  readonly reported_latest: string
}

/** The newest run there was then, of documents that name the subject and changed since. */
async function changedSince(scope: InProject, subject: number, place: number): Promise<RunThen[]> {
  const {db, project} = scope
  const names = (await sensesOfSubject(scope, subject)).flatMap(({folded}) => [folded, `the ${folded}`])
  if (names.length === 0) return []
  const {rows} = await sql<RunThen>`
    select run.*, effect.doc, effect.reported_earliest, effect.reported_latest
    from effect join run on run.project = effect.project and run.document = effect.document
    where effect.project = ${project} and effect.document in (
        select named.document from name join run as named on named.project = name.project and named.id = name.run
        where name.project = ${project} and name.folded in (${sql.join(names)}))
      and run.recorded = (
        select max(other.recorded) from run as other
        where other.project = run.project and other.document = run.document and other.recorded <= ${place})
      and (run.id <> effect.run or exists (
        select 1 from judgement_target as target
        join judgement on judgement.project = target.project and judgement.id = target.judgement
        where target.project = effect.project and target.target = effect.document and judgement.recorded > ${place}
          and judgement.kind not in (${sql.join(WITHOUT_EFFECT)})))
    order by effect.doc`.execute(db)
  return rows
}

async function factsThen({db, project}: InProject, run: RunThen, place: number): Promise<RowFact[]> {
  const {doc, reported_earliest: earliest, reported_latest: latest} = run
  const machine = await loadJourney(db, run)
  const judgements = await judgementsThen(db, project, run.document, place)
  if (judgements.some(({kind}) => kind === 'forget')) return []
  const older = await olderClaims(db, project, run.document, judgements, place)
  const {document, reading, positions} = effectiveReading(machine, judgements, older)
  const published = document.published === undefined ? undefined : edtfBounds(document.published)
  const reported = published ?? {earliest, latest}
  const rows = roleFacts({project, doc, journey: {document, reading}, positions, reported})
  const subjects = await subjectsCalled({db, project}, doc, rows)
  const claims = new Map(claimsOf(reading).map(kinded => [positions.get(kinded.claim.id)!, kinded]))
  const names = Object.fromEntries(reading.entities.map(({id, kind, name}) => [id, {id, kind, name}]))
  return rows.map(row => {
    const {claimKind, claim} = claims.get(row.position)!
    const found: FoundRow = {
      run: run.id,
      position: row.position,
      document: run.document,
      claim: claim.id,
      kind: claimKind,
      json: JSON.stringify(claim),
      newest_run: run.id,
      entities: JSON.stringify(names)
    }
    const [holder_subject = null, body_subject = null] = [subjects.get(row.holder), subjects.get(row.body ?? '')]
    return {...factOf(row, {holder_subject, body_subject}), found}
  })
}

/** What stood at that place: an undoing that came later had undone nothing yet. */
async function judgementsThen(
  db: InProject['db'],
  project: string,
  document: string,
  place: number
): Promise<Judgement[]> {
  const {rows} = await sql<Tables['judgement']>`
    select judgement.* from judgement_target as target
    join judgement on judgement.project = target.project and judgement.id = target.judgement
    where target.project = ${project} and target.target = ${document} and judgement.kind <> 'undo'
      and judgement.recorded <= ${place} and not exists (
        select 1 from judgement as undo
        where undo.project = judgement.project and undo.undoes = judgement.id and undo.recorded <= ${place})
    order by judgement.recorded`.execute(db)
  return rows.map(showJudgement)
}

/** Who goes by the names in these rows: whom their own document names so now, or else whoever else does. */
async function subjectsCalled(
  {db, project}: InProject,
  doc: number,
  rows: readonly Tables['role_fact'][]
): Promise<Map<string, number>> {
  const keys = [...new Set(rows.flatMap(({holder, body}) => [holder, body ?? '']))]
  const subjects = new Map<string, number>()
  for (const key of keys) {
    const [kind = '', ...folded] = key.split(':')
    const {rows: found} = await sql<{subject: number}>`
      select sense.subject from appellation
      join sense on sense.project = appellation.project and sense.appellation = appellation.id
      where appellation.project = ${project} and appellation.kind = ${kind} and appellation.folded = ${folded.join(':')}
      order by not exists (
        select 1 from bearer where bearer.project = sense.project and bearer.doc = ${doc} and bearer.sense = sense.id
          and bearer.appellation = appellation.id), sense.id limit 1`.execute(db)
    if (found[0]) subjects.set(key, found[0].subject)
  }
  return subjects
}
