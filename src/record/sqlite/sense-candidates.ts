import {type RawBuilder, sql} from 'kysely'
import {isRareName} from '../identity/bearers.ts'
import type {KindClass} from '../identity/kind-class.ts'
import {CLEAR_SCORE_MIN, type NameComparison} from '../identity/weigh-senses.ts'
import type {InProject} from './tables.ts'

type Db = InProject['db']

/** A sense with its name. */
export interface SenseRow {
  readonly id: number
  readonly appellation: number
  readonly kind: KindClass
  readonly folded: string
}

/** A sense that another may be the same as, going by their names. */
export interface Candidate {
  readonly other: SenseRow
  readonly name: NameComparison
}

/** A sense by its number. */
export async function senseWith(db: Db, project: string, id: number): Promise<SenseRow | undefined> {
  const {rows} = await sql<SenseRow>`
    select sense.id, sense.appellation, appellation.kind, appellation.folded
    from sense cross join appellation on appellation.id = sense.appellation
    where sense.id = ${id} and sense.project = ${project}`.execute(db)
  return rows[0]
}

/** What can be joined: namesakes with something in common, near spellings, and who is given the other's name somewhere. */
export async function joinable(db: Db, project: string, sense: SenseRow): Promise<Candidate[]> {
  const isRare = sense.kind !== 'person' || isRareName(sense.folded)
  const namesakes = isRare ? allNamesakes(project, sense) : namesakesInContext(project, sense)
  const arms = [namesakes, ...aliasArms(project, sense), spellings(project, sense, CLEAR_SCORE_MIN)]
  return candidates(sense, isRare, await askAll(db, arms))
}

/** More than these nobody looks through. */
const PROPOSED_MAX = 100

/** What a person can be asked about: all namesakes and every spelling, too. */
export async function proposable(db: Db, project: string, sense: SenseRow): Promise<Candidate[]> {
  const isRare = sense.kind !== 'person' || isRareName(sense.folded)
  const near = isRare ? [] : [limited(namesakesInContext(project, sense))]
  const others = [
    limited(allNamesakes(project, sense)),
    ...aliasArms(project, sense),
    limited(spellings(project, sense, 0))
  ]
  return candidates(sense, isRare, await askAll(db, [...near, ...others]))
}

interface CandidateRow extends SenseRow {
  readonly how: 'namesake' | 'alias' | 'spelling'
  readonly score: number | null
  readonly is_across_scripts: number | null
  readonly reasons: string | null
}

async function askAll(db: Db, arms: readonly RawBuilder<unknown>[]): Promise<CandidateRow[]> {
  const {rows} = await sql<CandidateRow>`${sql.join(arms, sql` union all `)}`.execute(db)
  return rows
}

function limited(arm: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select * from (${arm} limit ${PROPOSED_MAX})`
}

/** Each once, in the order of their numbers: as a namesake rather than by an alias, and so rather than as a spelling. */
function candidates(sense: SenseRow, isRare: boolean, rows: readonly CandidateRow[]): Candidate[] {
  const found = new Map<number, Candidate>()
  for (const how of ['namesake', 'alias', 'spelling'])
    for (const row of rows)
      if (row.how === how && row.id !== sense.id && !found.has(row.id))
        found.set(row.id, {other: row, name: comparisonOf(sense, isRare, row)})
  return [...found.values()].sort((a, b) => a.other.id - b.other.id)
}

function comparisonOf({folded}: SenseRow, isRare: boolean, row: CandidateRow): NameComparison {
  if (row.how === 'namesake') return {score: 1, reasons: ['the same name'], isAcrossScripts: false, isRare}
  const areRare = isRareName(folded) && isRareName(row.folded)
  if (row.how === 'spelling')
    return {
      score: row.score!,
      reasons: JSON.parse(row.reasons!),
      isAcrossScripts: row.is_across_scripts === 1,
      isRare: areRare
    }
  const both = [folded, row.folded].sort().join(', ')
  return {
    score: 0,
    reasons: [`a document calls one by both names: ${both}`],
    isAcrossScripts: false,
    isRare: areRare,
    isAlias: true
  }
}

const SENSE = sql`sense.id, sense.appellation, appellation.kind, appellation.folded`

function allNamesakes(project: string, {appellation}: SenseRow): RawBuilder<unknown> {
  return sql`
    select ${SENSE}, 'namesake' as how, null as score, null as is_across_scripts, null as reasons
    from sense cross join appellation on appellation.id = sense.appellation
    where sense.project = ${project} and sense.appellation = ${appellation}`
}

/** Of a common name there may be thousands: those that share nothing cannot be joined. */
function namesakesInContext(project: string, {id, appellation}: SenseRow): RawBuilder<unknown> {
  return sql`${allNamesakes(project, {id, appellation} as SenseRow)} and exists (
    select 1 from sense_feature as own
    cross join sense_feature as shared on shared.project = own.project and shared.sense = sense.id
      and shared.feature = own.feature
    where own.project = ${project} and own.sense = ${id} and own.feature not in ('gender:f', 'gender:m'))`
}

/** Senses of a name that this one's documents give as another of its names, and the other way round. */
function aliasArms(project: string, {id, kind, folded}: SenseRow): RawBuilder<unknown>[] {
  const given = sql`
    select ${SENSE}, 'alias', null, null, null from sense_feature as feature
    cross join appellation on appellation.project = feature.project and appellation.folded = substr(feature.feature, 7)
      and appellation.kind = ${kind}
    cross join sense on sense.project = feature.project and sense.appellation = appellation.id
    where feature.project = ${project} and feature.sense = ${id}
      and feature.feature >= 'alias:' and feature.feature < 'alias;'`
  const givers = sql`
    select ${SENSE}, 'alias', null, null, null from sense_feature as feature indexed by sense_feature_alias
    cross join sense on sense.id = feature.sense
    cross join appellation on appellation.id = sense.appellation and appellation.kind = ${kind}
    where feature.project = ${project} and feature.feature = ${`alias:${folded}`}
      and feature.feature >= 'alias:' and feature.feature < 'alias;'`
  return [given, givers]
}

function spellings(project: string, {appellation}: SenseRow, scoreMin: number): RawBuilder<unknown> {
  return sql`
    select ${SENSE}, 'spelling', match.score, match.is_across_scripts, match.reasons from appellation_match as match
    cross join appellation on appellation.id = match.other
    cross join sense on sense.project = match.project and sense.appellation = match.other
    where match.project = ${project} and match.appellation = ${appellation} and +match.score >= ${scoreMin}`
}
