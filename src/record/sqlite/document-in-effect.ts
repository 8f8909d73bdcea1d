import type {Document} from '../../intake/document.ts'
import type {Journey} from '../../pipeline.ts'
import type {Entity} from '../../reading/reading.ts'
import {claimsOf, type KindedClaim} from '../claims-of.ts'
import {type EffectiveReading, effectiveReading, type OlderClaim} from '../judging/effective-reading.ts'
import type {Judgement} from '../judging/judgement.ts'
import type {StoredClaim} from '../store.ts'
import type {Days} from '../told-claim.ts'
import {listingOf} from './derived-rows.ts'
import {standingAbout} from './judgement-rows.ts'
import {loadJourney} from './load-reading.ts'
import type {InProject, Tables} from './tables.ts'

/** A document in effect, with all that is derived from it. */
export interface InEffect {
  readonly project: string
  /** The document's place in the log: its number in every derived table. */
  readonly doc: number
  readonly document: string
  readonly run: string
  /** As people left it. */
  readonly journey: {readonly document: Document; readonly reading: Journey['reading']}
  /** By claim id. */
  readonly positions: ReadonlyMap<string, number>
  readonly reported: Days
  readonly judgements: readonly Judgement[]
}

/** A run that is being saved, with what it read. */
interface FreshRun {
  readonly run: string
  readonly journey: Journey
}

/** A document with what people made of it; undefined where it is hidden or not there. */
export async function loadEffective(
  db: InProject['db'],
  project: string,
  document: string,
  fresh?: FreshRun
): Promise<Derivation | undefined> {
  const row = await newestRun(db, project, document)
  if (!row) return undefined
  const judgements = await standingAbout(db, project, document)
  const machine = fresh?.run === row.id ? fresh.journey : await loadJourney(db, row)
  const effective = effectiveReading(machine, judgements, await olderClaims(db, project, document, judgements))
  return {project, row, machine, effective, judgements}
}

type RunOfDocument = Tables['run'] & {readonly doc: number; readonly captured: string}

async function newestRun(trx: InProject['db'], project: string, document: string): Promise<RunOfDocument | undefined> {
  return (
    trx
      .selectFrom('run')
      .innerJoin('document', join =>
        join.onRef('document.project', '=', 'run.project').onRef('document.id', '=', 'run.document')
      )
      .selectAll('run')
      .select(['document.recorded as doc', 'document.saved_at as captured'])
      .where('run.project', '=', project)
      .where('run.document', '=', document)
      .where(({not, exists, selectFrom}) =>
        not(
          exists(
            selectFrom('forgotten')
              .select('forgotten.document')
              .where('forgotten.project', '=', project)
              .where('forgotten.document', '=', document)
          )
        )
      )
      // Where two records were copied into one, the older reading may have come later.
      .orderBy('run.at', 'desc')
      .orderBy('run.recorded', 'desc')
      .limit(1)
      .executeTakeFirst()
  )
}

/** Claims that people judged and that the newest run may not hold, as the newest run that had found them by `upTo` put them. */
export async function olderClaims(
  trx: InProject['db'],
  project: string,
  document: string,
  judgements: readonly Judgement[],
  upTo = Number.MAX_SAFE_INTEGER
): Promise<Map<string, OlderClaim>> {
  const older = new Map<string, OlderClaim>()
  const judged = judgements.filter(({kind}) => kind === 'accept' || kind === 'correct').map(({about}) => about)
  for (const id of new Set(judged)) {
    const found = await olderClaim(trx, project, document, id, upTo)
    if (found) older.set(id, found)
  }
  return older
}

/** A claim as the newest run that found it put it; undefined where none did. */
export async function olderClaim(
  trx: InProject['db'],
  project: string,
  document: string,
  claim: string,
  upTo = Number.MAX_SAFE_INTEGER
): Promise<OlderClaim | undefined> {
  const run = await trx
    .selectFrom('finding')
    .innerJoin('run', join => join.onRef('run.project', '=', 'finding.project').onRef('run.id', '=', 'finding.run'))
    .selectAll('run')
    .where('finding.project', '=', project)
    .where('finding.document', '=', document)
    .where('finding.claim', '=', claim)
    .where('finding.recorded', '<=', upTo)
    .orderBy('finding.recorded', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!run) return undefined
  const {reading} = await loadJourney(trx, run)
  const kinded = claimsOf(reading).find(each => each.claim.id === claim)!
  return {kinded, entities: Object.values(entitiesIn(kinded, reading.entities))}
}

/** The entities that a claim names, by their local ids. */
function entitiesIn(kinded: KindedClaim, entities: readonly Entity[]): Record<string, Entity> {
  const ids = new Set<unknown>()
  JSON.stringify(kinded, (_, value) => ids.add(value) && value)
  return Object.fromEntries(entities.filter(({id}) => ids.has(id)).map(entity => [entity.id, entity]))
}

/** What a document's derived rows are made from. */
export interface Derivation {
  readonly project: string
  readonly row: RunOfDocument
  readonly machine: {readonly document: Document; readonly reading: Journey['reading']}
  readonly effective: EffectiveReading
  readonly judgements: readonly Judgement[]
}

/** The row of a document in effect. */
export function effectRow({project, row, effective: {document}}: Derivation): Tables['effect'] {
  const {text: _text, sourceMap: _map, ...description} = document
  const listing = listingOf(document)
  const captured = row.captured.slice(0, 10)
  return {
    project,
    doc: row.doc,
    document: document.id,
    run: row.id,
    description: JSON.stringify(description),
    ...listing,
    reported_earliest: listing.earliest ?? captured,
    reported_latest: listing.latest ?? captured
  }
}

/** The claims of a document in effect that are not as their run put them. */
export function changedClaims({
  project,
  row: {doc},
  machine,
  effective,
  judgements
}: Derivation): Tables['effect_claim'][] {
  if (judgements.length === 0) return []
  const asRead = new Map(claimsOf(machine.reading).map(({claim}) => [claim.id, JSON.stringify(claim)]))
  const {reading, positions, rejected} = effective
  const held = claimsOf(reading).map(kinded => ({kinded, json: JSON.stringify(kinded.claim)}))
  const gone = rejected.map(kinded => ({kinded, json: null}))
  return [...held, ...gone]
    .filter(({kinded, json}) => asRead.get(kinded.claim.id) !== json)
    .map(({kinded, json}) => ({
      project,
      doc,
      position: positions.get(kinded.claim.id)!,
      claim: kinded.claim.id,
      kind: kinded.claimKind,
      json,
      entities: JSON.stringify(namesOf(kinded, reading.entities))
    }))
}

/** The entities of a document in effect that its run did not find. */
export function addedEntities({
  project,
  row: {doc},
  machine,
  effective,
  judgements
}: Derivation): Tables['effect_entity'][] {
  if (judgements.length === 0) return []
  const asRead = new Set(machine.reading.entities.map(({id}) => id))
  return effective.reading.entities
    .filter(({id}) => !asRead.has(id))
    .map(({id, kind, name}) => ({project, doc, entity: id, kind, name: name.toWellFormed()}))
}

/** What a claim that is not as its run put it needs to be shown alone. */
function namesOf(kinded: KindedClaim, entities: readonly Entity[]): StoredClaim['entities'] {
  return Object.fromEntries(
    Object.entries(entitiesIn(kinded, entities)).map(([key, {id, kind, name}]) => [key, {id, kind, name}])
  )
}

/** A document as derivers are given it. */
export function inEffect(derivation: Derivation): InEffect {
  const {project, row, effective, judgements} = derivation
  const {document, reading, positions} = effective
  const {reported_earliest, reported_latest} = effectRow(derivation)
  const reported = {earliest: reported_earliest, latest: reported_latest}
  return {
    project,
    doc: row.doc,
    document: document.id,
    run: row.id,
    journey: {document, reading},
    positions,
    reported,
    judgements
  }
}
