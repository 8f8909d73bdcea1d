import {type RawBuilder, sql} from 'kysely'
import {isRareName} from '../identity/bearers.ts'
import type {KindClass} from '../identity/kind-class.ts'
import {CLEAR_SCORE_MIN, type NameComparison} from '../identity/weigh-senses.ts'
import type {InProject, Tables} from './tables.ts'

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
  const namesakes = isRare ? await allNamesakes(db, project, sense) : await namesakesInContext(db, project, sense)
  return candidates(sense, [
    namesakesOf(namesakes, isRare),
    await aliases(db, project, sense),
    await spellings(db, project, sense, {scoreMin: CLEAR_SCORE_MIN})
  ])
}

/** More than these nobody looks through. */
const PROPOSED_MAX = 100

/** What a person can be asked about: all namesakes and every spelling, too. */
export async function proposable(db: Db, project: string, sense: SenseRow): Promise<Candidate[]> {
  const isRare = sense.kind !== 'person' || isRareName(sense.folded)
  const near = isRare ? [] : await namesakesInContext(db, project, sense, {limit: PROPOSED_MAX})
  const namesakes = [...near, ...(await allNamesakes(db, project, sense, {limit: PROPOSED_MAX}))]
  return candidates(sense, [
    namesakesOf(namesakes, isRare),
    await aliases(db, project, sense),
    await spellings(db, project, sense, {scoreMin: 0, limit: PROPOSED_MAX})
  ])
}

/** Each once, as the first list that has it compares the names. */
function candidates(sense: SenseRow, lists: readonly (readonly Candidate[])[]): Candidate[] {
  const found = new Map<number, Candidate>()
  for (const candidate of lists.flat())
    if (candidate.other.id !== sense.id && !found.has(candidate.other.id)) found.set(candidate.other.id, candidate)
  return [...found.values()]
}

function namesakesOf(rows: readonly SenseRow[], isRare: boolean): Candidate[] {
  return rows.map(other => ({other, name: {score: 1, reasons: ['the same name'], isAcrossScripts: false, isRare}}))
}

interface Limited {
  readonly limit?: number
}

/** SQLite's own word for no limit. */
const NO_LIMIT = -1

async function allNamesakes(
  db: Db,
  project: string,
  {appellation}: SenseRow,
  {limit = NO_LIMIT}: Limited = {}
): Promise<SenseRow[]> {
  return sensesFrom(
    db,
    sql`sense cross join appellation on appellation.id = sense.appellation
      where sense.project = ${project} and sense.appellation = ${appellation}`,
    limit
  )
}

/** Of a common name there may be thousands: those that share nothing cannot be joined. */
async function namesakesInContext(
  db: Db,
  project: string,
  {id, appellation}: SenseRow,
  {limit = NO_LIMIT}: Limited = {}
): Promise<SenseRow[]> {
  return sensesFrom(
    db,
    sql`sense cross join appellation on appellation.id = sense.appellation
      where sense.project = ${project} and sense.appellation = ${appellation} and exists (
        select 1 from sense_feature as own
        cross join sense_feature as shared on shared.project = own.project and shared.sense = sense.id
          and shared.feature = own.feature
        where own.project = ${project} and own.sense = ${id} and own.feature not in ('gender:f', 'gender:m'))`,
    limit
  )
}

/** Senses of a name that this one's documents give as another of its names, and the other way round. */
async function aliases(db: Db, project: string, {id, kind, folded}: SenseRow): Promise<Candidate[]> {
  const given = await sensesFrom(
    db,
    sql`sense_feature as feature
      cross join appellation on appellation.project = feature.project and appellation.folded = substr(feature.feature, 7)
        and appellation.kind = ${kind}
      cross join sense on sense.project = feature.project and sense.appellation = appellation.id
      where feature.project = ${project} and feature.sense = ${id}
        and feature.feature >= 'alias:' and feature.feature < 'alias;'`
  )
  const givers = await sensesFrom(
    db,
    sql`sense_feature as feature indexed by sense_feature_alias
      cross join sense on sense.id = feature.sense
      cross join appellation on appellation.id = sense.appellation and appellation.kind = ${kind}
      where feature.project = ${project} and feature.feature = ${`alias:${folded}`}
        and feature.feature >= 'alias:' and feature.feature < 'alias;'`
  )
  return [...given, ...givers].map(other => ({
    other,
    name: {
      score: 0,
      reasons: [`a document calls one by both names: ${[folded, other.folded].sort().join(', ')}`],
      isAcrossScripts: false,
      isRare: isRareName(folded) && isRareName(other.folded),
      isAlias: true
    }
  }))
}

async function sensesFrom(db: Db, from: RawBuilder<unknown>, limit = NO_LIMIT): Promise<SenseRow[]> {
  const {rows} = await sql<SenseRow>`
    select sense.id, sense.appellation, appellation.kind, appellation.folded from ${from}
    order by sense.id limit ${limit}`.execute(db)
  return rows
}

async function spellings(
  db: Db,
  project: string,
  {appellation, folded}: SenseRow,
  {scoreMin, limit = NO_LIMIT}: Limited & {readonly scoreMin: number}
): Promise<Candidate[]> {
  const {rows} = await sql<SenseRow & Tables['appellation_match']>`
    select sense.id, sense.appellation, appellation.kind, appellation.folded, match.score, match.is_across_scripts, match.reasons
    from appellation_match as match
    cross join appellation on appellation.id = match.other
    cross join sense on sense.project = match.project and sense.appellation = match.other
    where match.project = ${project} and match.appellation = ${appellation} and +match.score >= ${scoreMin}
    order by +match.score desc, sense.id limit ${limit}`.execute(db)
  return rows.map(({id, appellation, kind, folded: other, score, is_across_scripts, reasons}) => ({
    other: {id, appellation, kind, folded: other},
    name: {
      score,
      reasons: JSON.parse(reasons),
      isAcrossScripts: is_across_scripts === 1,
      isRare: isRareName(folded) && isRareName(other)
    }
  }))
}
