import type {KindedClaim} from './claims-of.ts'
import type {ClaimPart} from './store.ts'

/** This entity, by its local id, takes part in a claim in this way. */
export interface PartOfClaim {
  readonly entity: string
  readonly part: ClaimPart
}

/** The entities that take part in a claim, each once for each way. */
export function claimParts(kinded: KindedClaim, entityIds: ReadonlySet<string>): PartOfClaim[] {
  const voices = kinded.claim.voices.map(voice => [voice.entity, 'voice'] as const)
  const named = [...ownParts(kinded), ...voices].filter(([entity]) => entity != null && entityIds.has(entity))
  const unique = new Map(named.map(([entity, part]) => [`${part} ${entity}`, {entity: entity!, part}]))
  return [...unique.values()]
}

type MaybePart = readonly [entity: string | null | undefined, part: ClaimPart]

function ownParts({claimKind, claim}: KindedClaim): MaybePart[] {
  switch (claimKind) {
    case 'statement':
    case 'attitude':
      return [
        [claim.speaker, 'speaker'],
        [claim.production, 'production']
      ]
    case 'role':
      return [
        [claim.person, 'person'],
        [claim.organisation, 'organisation']
      ]
    case 'relation':
      return [
        [claim.from, 'from'],
        [claim.to, 'to']
      ]
    case 'production':
      return [
        [claim.entity, 'production'],
        [claim.producer, 'producer'],
        [claim.attributedTo, 'producer'],
        ...claim.segments.flatMap(({speakers}) => speakers.map(speaker => [speaker, 'speaker'] as const))
      ]
    case 'event':
      return [...claim.participants.map(({entity}) => [entity, 'participant'] as const), [claim.place, 'place']]
    case 'assessment':
      return [[claim.assessor, 'assessor']]
    case 'pointer':
    case 'contrast':
      return []
  }
}
