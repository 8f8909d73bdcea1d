import {sql} from 'kysely'
import {opposingKeys, type SubjectKeys} from '../compare/claim-keys.ts'
import {bucketsOf, FIRST_MAX, keyNumber, placeKey, uniquePlaces} from './claim-keys.ts'
import {contradictionRow} from './contradiction-rows.ts'
import {inEffect, loadEffective} from './document-in-effect.ts'
import {type JoinedNames, joinedNamesOf, joinedSubjects, placesUnder} from './joined-names.ts'
import {localsIn, type PlacedTold, toldAt, toldInDocument} from './news-told.ts'
import {namesOfSubjects} from './subject-names.ts'
import type {InProject, Tables} from './tables.ts'

interface Reach {
  /** Of claims under names that were joined, so many are held against the others, the newest first. */
  readonly claims: number
  /** Each of them against so many of the first that share a key with it, and as many of the last. */
  readonly first: number
}

const REACH: Reach = {claims: 1000, first: FIRST_MAX}

/** What contradicts only because two names are taken for one; not kept, but found when it is asked for. */
export interface JoinedContradictions {
  readonly rows: readonly Tables['contradiction'][]
  /** There are more claims under such names than were held against each other. */
  readonly isCapped: boolean
}

const NONE: JoinedContradictions = {rows: [], isCapped: false}

/**
 * Contradictions of a subject between claims under two of its names of which neither is a spelling of the other.
 *
 * Kept contradictions are made by names, since those never change. What an alias or a judgement joins can be parted again, so it
 * is worked out anew from who is whom now: there is nothing to take back, and nothing for anybody to verify.
 */
export async function joinedOfSubject(scope: InProject, subject: number): Promise<JoinedContradictions> {
  return contradictionsUnder(scope, await joinedNamesOf(scope, [subject]), REACH)
}

/** The same of everybody whom an alias or a judgement joined; nobody else is looked through. */
export async function joinedAnywhere(scope: InProject, reach = REACH): Promise<JoinedContradictions> {
  return contradictionsUnder(scope, await joinedNamesOf(scope, await joinedSubjects(scope)), reach)
}

/** The one with this id, however many there are. */
export async function joinedWithId(scope: InProject, id: string): Promise<Tables['contradiction'] | undefined> {
  const {rows} = await joinedAnywhere(scope, {claims: 1_000_000, first: 1000})
  return rows.find(row => row.id === id)
}

/** Where its claims stand; none where there is no such contradiction. */
export async function documentsOfJoined(scope: InProject, id: string): Promise<string[]> {
  const row = await joinedWithId(scope, id)
  const {rows} = await sql<{document: string}>`
    select document from effect where project = ${scope.project} and doc in (${row?.doc ?? null}, ${row?.other_doc ?? null})
    order by document`.execute(scope.db)
  return rows.map(({document}) => document)
}

/** The same where one of the claims stands in this document. */
export async function joinedInDocument(scope: InProject, document: string): Promise<JoinedContradictions> {
  const {db, project} = scope
  const {rows} = await sql<{subject: number}>`
    select distinct sense.subject from effect
    cross join bearer on bearer.project = effect.project and bearer.doc = effect.doc
    cross join sense on sense.id = bearer.sense
    where effect.project = ${project} and effect.document = ${document}`.execute(db)
  const joined = await joinedNamesOf(
    scope,
    rows.map(({subject}) => subject)
  )
  const derivation = 0 < joined.length ? await loadEffective(db, project, document) : undefined
  if (!derivation) return NONE
  const told = await toldInDocument(scope, inEffect(derivation), 'by-subject')
  const subjects = new Set(joined.map(({subject}) => `s${subject}`))
  const about = told.filter(({entities, claim}) =>
    localsIn(claim).some(local => subjects.has(entities[local]?.subject ?? ''))
  )
  return opposing(scope, about, REACH)
}

async function contradictionsUnder(
  scope: InProject,
  joined: readonly JoinedNames[],
  reach: Reach
): Promise<JoinedContradictions> {
  if (joined.length === 0) return NONE
  const places = await placesUnder(scope, joined, reach.claims + 1)
  const told = await toldAt(scope, places.slice(0, reach.claims), 'by-subject')
  const {rows, isCapped} = await opposing(scope, [...told.values()], reach)
  return {rows, isCapped: isCapped || reach.claims < places.length}
}

/** What contradicts these claims under any name of those that they are about, and not by the names that documents use. */
async function opposing(scope: InProject, told: readonly PlacedTold[], {first}: Reach): Promise<JoinedContradictions> {
  const names = await namesOfSubjects(scope, told)
  const keysOf: SubjectKeys = ({subject}) => names.get(subject) ?? []
  const keyed = told.map(own => ({own, keys: opposingKeys(own, keysOf).map(keyNumber)}))
  const keys = [...new Set(keyed.flatMap(each => each.keys))]
  const buckets = await bucketsOf(scope, keys, {doc: Number.MAX_SAFE_INTEGER, first, last: first})
  const places = uniquePlaces([...buckets.values()].flatMap(bucket => bucket.places))
  const others = await toldAt(scope, places, 'by-subject')
  const found = new Map<string, Tables['contradiction']>()
  for (const {own, keys: sharing} of keyed)
    for (const place of uniquePlaces(sharing.flatMap(key => buckets.get(key)?.places ?? []))) {
      const other = place.doc === own.doc ? undefined : others.get(placeKey(place))
      const row = other && contradictionRow(scope.project, own, other)
      if (row) found.set(row.id, row)
    }
  const kept = await keptAmong(scope, [...found.keys()])
  const rows = [...found.values()].filter(({id}) => !kept.has(id))
  const isCapped = [...buckets.values()].some(bucket => bucket.isCapped)
  return {rows: await notByNames(scope, rows), isCapped}
}

async function keptAmong({db, project}: InProject, ids: readonly string[]): Promise<Set<string>> {
  const {rows} = await sql<{id: string}>`
    select contradiction.id from json_each(${JSON.stringify(ids)}) as wanted
    cross join contradiction on contradiction.project = ${project} and contradiction.id = wanted.value`.execute(db)
  return new Set(rows.map(({id}) => id))
}

/** Of what contradicts by names alone, it is settled by the first on record what is kept and what is not. */
async function notByNames(
  scope: InProject,
  rows: readonly Tables['contradiction'][]
): Promise<Tables['contradiction'][]> {
  const ends = rows.map(row => [row, {doc: row.other_doc, position: row.other_position}] as const)
  const told = await toldAt(scope, uniquePlaces(ends.flat()), 'by-name')
  return rows.filter((row, index) => {
    const [one, other] = ends[index]!.map(place => told.get(placeKey(place)))
    return one && other && contradictionRow(scope.project, one, other)?.id !== row.id
  })
}
