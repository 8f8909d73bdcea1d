import {sql, type Transaction} from 'kysely'
import {contentId} from '../../text/content-id.ts'
import {claimParts} from '../claim-parts.ts'
import {opposingKeys, type SubjectKeys} from '../compare/claim-keys.ts'
import {compareClaims} from '../compare/compare-claims.ts'
import type {ContradictionKind} from '../compare/comparison.ts'
import {CLEAR_SCORE_MIN} from '../identity/weigh-senses.ts'
import type {ToldClaim} from '../told-claim.ts'
import {
  FIRST_MAX,
  type KeyedPlace,
  keyNumber,
  type Neighbours,
  neighboursOf,
  ownName,
  type Place,
  placeKey,
  uniquePlaces
} from './claim-keys.ts'
import {insertAll} from './insert-all.ts'
import {type PlacedTold, toldAt} from './news-told.ts'
import type {InProject, Tables} from './tables.ts'

/** When a document among the first ones changes, it is held against so many of the later ones. */
const BEHIND_MAX = 1000

/** A contradiction, and who has a part in its claims. */
export interface FoundContradiction {
  readonly row: Tables['contradiction']
  readonly parts: readonly {readonly doc: number; readonly entity: string}[]
  /** Whether it is found from either of its documents. */
  readonly isSure: boolean
}

/**
 * The contradictions of a document's claims with those of all others, by names alone, and by spellings of a name taken for one.
 *
 * Of the claims that share a key, one of the two must be among the first so many on record for the two to be held against each
 * other: so what is kept follows from what is on record, and saving the ten-thousandth report of one thing takes no longer than
 * the hundredth. `isOpen` where there may be others, which only the other document finds.
 */
export async function contradictionsWith(
  scope: InProject,
  told: readonly PlacedTold[]
): Promise<{found: FoundContradiction[]; isOpen: boolean}> {
  const doc = told[0]?.doc
  if (doc === undefined) return {found: [], isOpen: false}
  const byPlace = new Map(told.map(each => [placeKey(each), each]))
  const spellings = await spellingsIn(scope, told)
  const able = told.map(each => opposed(each, spellings)).filter(({keys, spelled}) => 0 < keys.length + spelled.length)
  const keys = [...new Set(able.flatMap(place => [...place.keys, ...place.spelled]))]
  const neighbours = await neighboursOf(scope, keys, {doc, behind: BEHIND_MAX})
  const places = [...neighbours.values()].flatMap(({before, behind}) => [...before, ...behind])
  const others = await toldAt(scope, uniquePlaces(places), 'by-name')
  const found = new Map<string, FoundContradiction>()
  for (const {place, isSure} of candidatesAmong(able, neighbours)) {
    const [own, other] = [byPlace.get(placeKey(place.own))!, others.get(placeKey(place.other))]
    for (const alike of other ? [other, spelledAs(own, other, spellings)] : []) {
      const row = alike && contradictionRow(scope.project, own, alike)
      if (row) found.set(row.id, {row, parts: [...partsOf(own), ...partsOf(other!)], isSure})
    }
  }
  const isCut = [...neighbours.values()].some(({behind}) => BEHIND_MAX <= behind.length)
  return {found: [...found.values()], isOpen: isCut || 0 < spellings.size}
}

interface Candidate {
  readonly place: {readonly own: Place; readonly other: Place}
  readonly isSure: boolean
}

/** Which claims are held against which: sure ones last, so that they are what is kept of a pair. */
function candidatesAmong(able: readonly Opposed[], neighbours: ReadonlyMap<number, Neighbours>): Candidate[] {
  const unsure: Candidate[] = []
  const sure: Candidate[] = []
  const seen = new Map<number, number>()
  for (const {doc, position, keys, spelled} of able) {
    const own = {doc, position}
    const add = (to: Candidate[], others: readonly Place[]) =>
      to.push(...others.map(other => ({place: {own, other}, isSure: to === sure})))
    for (const key of keys) {
      const {before, behind} = neighbours.get(key) ?? {before: [], behind: []}
      const rank = before.length + (seen.get(key) ?? 0)
      seen.set(key, (seen.get(key) ?? 0) + 1)
      add(sure, rank < FIRST_MAX ? [...before, ...behind] : before)
    }
    for (const key of spelled) {
      const {before, behind} = neighbours.get(key) ?? {before: [], behind: []}
      add(unsure, before.length < FIRST_MAX ? [...before, ...behind] : before)
    }
  }
  return [...unsure, ...sure]
}

/** Other spellings of the names in a document's claims, each a name as claims are told apart by. */
type Spellings = ReadonlyMap<string, ReadonlySet<string>>

async function spellingsIn({db, project}: InProject, told: readonly PlacedTold[]): Promise<Spellings> {
  const names = new Set(told.flatMap(({entities}) => Object.values(entities).map(({subject}) => subject)))
  const {rows} = await sql<{name: string; other: string}>`
    select wanted.value as name, spelled.kind || ':' || spelled.folded as other from json_each(${JSON.stringify([...names])}) as wanted
    cross join appellation as own on own.project = ${project} and own.folded = substr(wanted.value, instr(wanted.value, ':') + 1)
      and own.kind = substr(wanted.value, 1, instr(wanted.value, ':') - 1)
    cross join appellation_match as match on match.project = own.project and match.appellation = own.id
    cross join appellation as spelled on spelled.id = match.other
    where +match.score >= ${CLEAR_SCORE_MIN}`.execute(db)
  const grouped = Map.groupBy(rows, ({name}) => name)
  return new Map([...grouped].map(([name, all]) => [name, new Set(all.map(({other}) => other))]))
}

/** By what claims are found that may contradict this one: as its own document spells its names, and otherwise. */
interface Opposed extends KeyedPlace {
  readonly spelled: readonly number[]
}

function opposed(own: PlacedTold, spellings: Spellings): Opposed {
  const keys = new Set(opposingKeys(own, ownName).map(keyNumber))
  const isSpelled = Object.values(own.entities).some(({subject}) => spellings.has(subject))
  const spelled: SubjectKeys = entity => [...ownName(entity), ...(spellings.get(entity.subject) ?? [])]
  const all = isSpelled ? opposingKeys(own, spelled).map(keyNumber) : []
  return {
    doc: own.doc,
    position: own.position,
    keys: [...keys],
    spelled: [...new Set(all)].filter(key => !keys.has(key))
  }
}

/** The other claim with its names as this one spells them; undefined where they are spelled no other way. */
function spelledAs(own: PlacedTold, other: PlacedTold, spellings: Spellings): PlacedTold | undefined {
  let isOther = false
  const entities = Object.entries(other.entities).map(([local, entity]) => {
    const same = Object.values(own.entities).find(({subject}) => spellings.get(subject)?.has(entity.subject))
    isOther ||= same !== undefined
    return [local, same ? {...entity, subject: same.subject} : entity] as const
  })
  return isOther ? {...other, entities: Object.fromEntries(entities)} : undefined
}

/** The id of what these two claims are to each other; the same whichever came first. */
export function contradictionId(kind: ContradictionKind, one: ToldClaim, other: ToldClaim): string {
  const ends = [one, other].map(({document, claim}) => `${document} ${claim.id}`).sort()
  return contentId('contradiction', kind, ...ends)
}

/** Keep contradictions, and whom they are about. */
export async function addContradictions(
  trx: Transaction<Tables>,
  project: string,
  found: readonly FoundContradiction[]
): Promise<void> {
  if (found.length === 0) return
  const rows = found.map(({row}) => row)
  await insertAll(trx, 'contradiction', rows, {skipKnown: true})
  await sql`
    insert into contradiction_part (project, appellation, other_doc, contradiction)
    select distinct bearer.project, bearer.appellation, wanted.value ->> 3, wanted.value ->> 0 from json_each(${JSON.stringify(found.flatMap(partPlaces))}) as wanted
    join bearer on bearer.project = ${project} and bearer.doc = wanted.value ->> 1 and bearer.entity = wanted.value ->> 2
    where true on conflict do nothing`.execute(trx)
}

/** Who has a part in a contradiction: its id, a document and an entity in it, and where its later claim stands. */
export function partPlaces({
  row,
  parts
}: FoundContradiction): [id: string, doc: number, entity: string, other: number][] {
  return parts.map(({doc, entity}) => [row.id, doc, entity, row.other_doc])
}

/** Take away every contradiction that a document's claims are part of. */
export async function removeContradictions(trx: Transaction<Tables>, project: string, doc: number): Promise<void> {
  const ids = sql`select id from contradiction where project = ${project} and doc = ${doc}
    union select id from contradiction where project = ${project} and other_doc = ${doc}`
  await sql`delete from contradiction_part where project = ${project} and contradiction in (${ids})`.execute(trx)
  await sql`delete from contradiction where project = ${project} and id in (${ids})`.execute(trx)
}

function partsOf(told: PlacedTold): FoundContradiction['parts'] {
  const ids = new Set(Object.keys(told.entities))
  return claimParts(told, ids).map(({entity}) => ({doc: told.doc, entity}))
}

export function contradictionRow(
  project: string,
  own: PlacedTold,
  other: PlacedTold
): Tables['contradiction'] | undefined {
  const [earlier, later] = other.doc < own.doc ? [other, own] : [own, other]
  const comparison = compareClaims(earlier, later)
  if (comparison?.contradiction === undefined) return undefined
  return {
    project,
    id: contradictionId(comparison.contradiction, earlier, later),
    kind: comparison.contradiction,
    doc: earlier.doc,
    position: earlier.position,
    other_doc: later.doc,
    other_position: later.position,
    reason: comparison.reason
  }
}
