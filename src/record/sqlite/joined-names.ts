import {sql} from 'kysely'
import {CLEAR_SCORE_MIN} from '../identity/weigh-senses.ts'
import type {InProject, Tables} from './tables.ts'

type Place = Pick<Tables['appellation_claim'], 'doc' | 'position'>

/** One subject goes by two names that are no spellings of each other. */
export interface JoinedNames {
  readonly subject: number
  /** Appellations; `lesser` is the one that fewer claims have. */
  readonly lesser: number
  readonly greater: number
}

/** Of two names with more claims it does not matter which has fewer. */
const COUNTED_MAX = 2000

/** Under which names an alias or a judgement joined these subjects. */
export async function joinedNamesOf(scope: InProject, subjects: readonly number[]): Promise<readonly JoinedNames[]> {
  const pairs = await namePairs(scope, subjects)
  const joined = await joinedAmong(scope, [...new Set(pairs.map(({subject}) => subject))])
  return pairs.filter(({subject}) => joined.has(subject))
}

/** Pairs of names of one subject that are no spellings of each other: most subjects have none. */
async function namePairs({db, project}: InProject, subjects: readonly number[]): Promise<readonly JoinedNames[]> {
  const {rows} = await sql<JoinedNames>`
    with called as materialized (
      select distinct sense.subject, sense.appellation from json_each(${JSON.stringify(subjects)}) as wanted
      cross join sense on sense.project = ${project} and sense.subject = wanted.value),
    pair as materialized (
      select one.subject, one.appellation as one, other.appellation as other from called as one
      join called as other on other.subject = one.subject and one.appellation < other.appellation
      where not exists (select 1 from appellation_match as match where match.project = ${project}
        and match.appellation = one.appellation and match.other = other.appellation and +match.score >= ${CLEAR_SCORE_MIN})),
    counted as materialized (
      select name.appellation, (
        select count(*) from (select 1 from appellation_claim where project = ${project}
          and appellation_claim.appellation = name.appellation limit ${COUNTED_MAX})) as claims
      from (select one as appellation from pair union select other from pair) as name)
    select pair.subject, iif(first.claims < second.claims, pair.one, pair.other) as lesser,
      iif(first.claims < second.claims, pair.other, pair.one) as greater
    from pair join counted as first on first.appellation = pair.one join counted as second on second.appellation = pair.other
    order by pair.subject, lesser, greater`.execute(db)
  return rows
}

/** Whoever an alias or a judgement joined. */
export async function joinedSubjects(scope: InProject): Promise<number[]> {
  const {rows} = await sql<{subject: number}>`
    select sense.subject from sense_link cross join sense on sense.id = sense_link.sense
    where sense_link.project = ${scope.project} and sense_link.score < ${ALIAS_SCORE_MAX}`.execute(scope.db)
  return [...new Set([...rows.map(({subject}) => subject), ...(await judgedSubjects(scope))])]
}

/** An alias joins with a score of 0.5, a spelling of a name with 0.92 and more, a namesake with 0.8 and more. */
const ALIAS_SCORE_MAX = 0.75

/** Those of these subjects that an alias or a judgement joined. */
async function joinedAmong(scope: InProject, subjects: readonly number[]): Promise<Set<number>> {
  if (subjects.length === 0) return new Set()
  const {rows} = await sql<{subject: number}>`
    select distinct sense.subject from json_each(${JSON.stringify(subjects)}) as wanted
    cross join sense on sense.project = ${scope.project} and sense.subject = wanted.value
    cross join sense_link on sense_link.project = sense.project and sense_link.sense = sense.id
    where sense_link.score < ${ALIAS_SCORE_MAX}`.execute(scope.db)
  return new Set([...rows.map(({subject}) => subject), ...(await judgedSubjects(scope))])
}

/** People judge few: to go through what they judged is quicker than through all who bear a name. */
async function judgedSubjects({db, project}: InProject): Promise<number[]> {
  const {rows} = await sql<{subject: number}>`
    select distinct sense.subject from judged_end
    cross join judgement on judgement.project = judged_end.project and judgement.id = judged_end.judgement
      and judgement.kind in ('same', 'is')
    cross join bearer on bearer.project = judged_end.project and bearer.doc = judged_end.doc
      and bearer.entity = judged_end.entity
    cross join sense on sense.id = bearer.sense
    where judged_end.project = ${project}`.execute(db)
  return rows.map(({subject}) => subject)
}

/** Where the subjects stand in a claim under the lesser of two names, the newest first. */
export async function placesUnder(
  {db, project}: InProject,
  joined: readonly JoinedNames[],
  limit: number
): Promise<Place[]> {
  const lesser = [...new Map(joined.map(({subject, lesser}) => [`${subject} ${lesser}`, [subject, lesser]])).values()]
  const {rows} = await sql<Place>`
    select distinct place.doc, place.position from json_each(${JSON.stringify(lesser)}) as wanted
    cross join appellation_claim as place on place.project = ${project} and place.appellation = wanted.value ->> 1
    cross join bearer on bearer.project = place.project and bearer.doc = place.doc and bearer.entity = place.entity
    cross join sense on sense.id = bearer.sense and sense.subject = wanted.value ->> 0
    order by place.doc desc, place.position limit ${limit}`.execute(db)
  return rows
}
