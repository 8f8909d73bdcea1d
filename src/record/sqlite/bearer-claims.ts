import {claimParts} from '../claim-parts.ts'
import {claimsOf} from '../claims-of.ts'
import type {Anchor, JudgementKind} from '../judging/judgement.ts'
import {entityAt} from '../judging/local-entities.ts'
import type {InEffect} from './document-in-effect.ts'
import type {Named} from './sense-rows.ts'
import type {Tables} from './tables.ts'

/** In which claims a document's names have a part. */
export function claimRows(
  {project, doc, journey, positions}: InEffect,
  named: readonly Named[]
): Tables['appellation_claim'][] {
  const appellations = new Map(named.map(({bearer, appellation}) => [bearer.entity, appellation]))
  const ids = new Set(appellations.keys())
  return claimsOf(journey.reading).flatMap(kinded =>
    claimParts(kinded, ids).map(({entity, part}) => ({
      project,
      appellation: appellations.get(entity)!,
      kind: kinded.claimKind,
      part,
      doc,
      position: positions.get(kinded.claim.id)!,
      entity
    }))
  )
}

/** Which entity each judgement about two mentions means in this document. */
export function judgedEnds({project, doc, document, journey, judgements}: InEffect): Tables['judged_end'][] {
  return judgements.flatMap(judgement => {
    if (!isAboutIdentity(judgement.kind)) return []
    const {one, other} = judgement.said as {one: Anchor; other: Anchor}
    return [one, other].flatMap((anchor, side) => {
      const entity = anchor.document === document ? entityAt(journey.reading.entities, anchor) : undefined
      return entity ? [{project, judgement: judgement.id, side, doc, entity: entity.id}] : []
    })
  })
}

/** Whether judgements of this kind say whom two mentions name. */
export function isAboutIdentity(kind: JudgementKind): boolean {
  return kind === 'same' || kind === 'different' || kind === 'is' || kind === 'is-not'
}
