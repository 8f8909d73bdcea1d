import {sql} from 'kysely'
import type {IdentityConflict} from '../identity/identity-index.ts'
import {showJudgement} from './judgement-rows.ts'
import {showSubject} from './show-subject.ts'
import type {InProject, Tables} from './tables.ts'

/** Judgements that two mentions name the same, or not, which the record does not follow because newer ones rule them out. */
export async function identityConflicts(scope: InProject): Promise<IdentityConflict[]> {
  const {db, project} = scope
  const {rows} = await sql<Tables['judgement'] & {one_subject: number; other_subject: number}>`
    select judgement.*, first.subject as one_subject, second.subject as other_subject
    from judged_end as one
    join judged_end as other on other.project = one.project and other.judgement = one.judgement and other.side = 1
    join bearer as a on a.project = one.project and a.doc = one.doc and a.entity = one.entity
    join bearer as b on b.project = other.project and b.doc = other.doc and b.entity = other.entity
    join sense as first on first.id = a.sense
    join sense as second on second.id = b.sense
    join judgement on judgement.project = one.project and judgement.id = one.judgement
    where one.project = ${project} and one.side = 0
      and (first.subject = second.subject) <> (judgement.kind in ('same', 'is'))
    order by judgement.at, judgement.recorded`.execute(db)
  return Promise.all(
    rows.map(async ({one_subject, other_subject, ...row}) => ({
      overruled: showJudgement(row),
      one: (await showSubject(scope, one_subject))!,
      other: (await showSubject(scope, other_subject))!
    }))
  )
}
