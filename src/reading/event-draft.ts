import {wordSpan} from '../language/analysis.ts'
import type {Time} from './claim.ts'
import {claimOn} from './claim-on.ts'
import type {Material} from './material.ts'
import type {Place} from './mention-index.ts'
import type {Event} from './reading.ts'
import type {WordBounds} from './relation-draft.ts'

/** An event as the rules find it, before it becomes a claim. */
export interface EventDraft {
  readonly kind: string
  /** The verb or noun that tells it. */
  readonly trigger: number
  readonly reach: WordBounds
  readonly agents: readonly Place[]
  readonly targets: readonly Place[]
  readonly others: readonly Place[]
  /** Local entity id. */
  readonly place: string | undefined
  readonly when: Time | undefined
  readonly polarity: Event['polarity']
  /** Told for a day to come. */
  readonly isPlanned: boolean
  readonly reason: string
  readonly score: number
  /** Where the text comes back to it: "the attack". */
  readonly recalls: readonly WordBounds[]
}

/** The claim that the draft makes. */
export function eventOf(material: Material, draft: EventDraft): Event {
  const {analysis} = material
  const {kind, trigger, reach, place, when, polarity, reason, score, recalls} = draft
  const evidence = wordSpan(analysis, reach.first, reach.end)
  const claim = claimOn(material, 'event', [wordSpan(analysis, trigger, trigger + 1), evidence], {
    reason,
    score,
    polarity
  })
  return {
    ...claim,
    evidence: [evidence, ...recalls.map(({first, end}) => wordSpan(analysis, first, end))],
    kind,
    what: analysis.text.slice(evidence.start, evidence.end).replace(/\s+/g, ' '),
    participants: participantsOfDraft(draft),
    ...(place !== undefined && {place}),
    ...(when && {when})
  }
}

/** Each thing once, in its first part. */
function participantsOfDraft({agents, targets, others}: EventDraft): Event['participants'] {
  const parts = [
    ...agents.map(({chain}) => ({entity: chain.id, part: 'agent' as const})),
    ...targets.map(({chain}) => ({entity: chain.id, part: 'target' as const})),
    ...others.map(({chain}) => ({entity: chain.id, part: 'other' as const}))
  ]
  return [...new Map(parts.toReversed().map(part => [part.entity, part])).values()].reverse()
}
