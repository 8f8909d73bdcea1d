import type {EntityKind} from '../../language/analysis.ts'
import type {Entity, Reading} from '../../reading/reading.ts'
import {contentId} from '../../text/content-id.ts'
import type {Span} from '../../text/span.ts'
import type {KindedClaim} from '../claims-of.ts'
import type {PersonClaim} from './judgement.ts'

/** A claim that a person made, with the entities that only its words name. */
export interface MadeClaim {
  readonly kinded: KindedClaim
  readonly entities: readonly Entity[]
}

/**
 * The claim as a reading would hold it. Who takes part is the entity that stands at the chosen words, or a new one, whose
 * local id begins with `j`.
 */
export function makeClaim(
  judgement: string,
  said: PersonClaim,
  {document, entities}: Pick<Reading, 'document' | 'entities'>,
  nextEntity: number
): MadeClaim {
  const added: Entity[] = []
  const localId = (part: string): string | undefined => {
    const span = said.parts[part]
    if (!span) return undefined
    const known = entityAt(entities, span)
    if (known) return known.id
    const name = document.text.slice(span.start, span.end)
    const id = `j${nextEntity + added.length}`
    const kind = (span.kind ?? KIND_BY_PART[part] ?? 'person') as EntityKind
    added.push({id, kind, name, names: [name], mentions: [{start: span.start, end: span.end, form: 'name'}]})
    return id
  }
  const base = {
    polarity: 'positive',
    modality: [],
    voices: [],
    ...said.fields,
    id: contentId(said.kind, judgement),
    evidence: said.evidence,
    reason: 'a person read it in these words',
    score: 1
  }
  const claim = {...base, ...partsOf(said, localId)}
  return {kinded: {claimKind: said.kind, claim} as unknown as KindedClaim, entities: added}
}

/** The entity that is mentioned at exactly these words, or else in the fullest part of them. */
export function entityAt(entities: readonly Entity[], {start, end}: Span): Entity | undefined {
  let best: Entity | undefined
  let bestLength = 0
  for (const entity of entities)
    for (const mention of entity.mentions) {
      if (mention.start === start && mention.end === end) return entity
      const isWithin = mention.start >= start && mention.end <= end && (end - start) / 2 < mention.end - mention.start
      if (isWithin && mention.end - mention.start > bestLength)
        [best, bestLength] = [entity, mention.end - mention.start]
    }
  return best
}

const KIND_BY_PART: Readonly<Record<string, EntityKind>> = {organisation: 'organisation', place: 'place'}

function partsOf({kind, parts, fields}: PersonClaim, localId: (part: string) => string | undefined): object {
  switch (kind) {
    case 'statement': {
      const speaker = localId('speaker')
      return {
        kind: 'indirect',
        cue: [],
        altered: [],
        content: fields['content'] ?? [],
        ...fields,
        source: parts['speaker'] ? {start: parts['speaker'].start, end: parts['speaker'].end} : null,
        speaker: speaker ?? null,
        voices: speaker ? [{kind: 'speaker', entity: speaker}] : []
      }
    }
    case 'role': {
      const organisation = localId('organisation')
      return {status: 'unknown', ...fields, person: localId('person'), ...(organisation && {organisation})}
    }
    case 'relation':
      return {kind: 'other', ...fields, from: localId('from'), to: localId('to')}
    case 'event': {
      const place = localId('place')
      const participants = Object.keys(parts)
        .filter(part => part !== 'place')
        .map(part => ({entity: localId(part)!, part: participation(part)}))
      return {kind: 'other', what: '', ...fields, participants, ...(place && {place})}
    }
  }
}

function participation(part: string): 'agent' | 'target' | 'other' {
  return part === 'agent' || part === 'target' ? part : 'other'
}
