import type {EntityKind} from '../../language/analysis.ts'
import type {Reading} from '../../reading/reading.ts'
import {contentId} from '../../text/content-id.ts'
import type {KindedClaim} from '../claims-of.ts'
import {documentVoices} from './correct-document.ts'
import type {PersonClaim} from './judgement.ts'
import type {LocalEntities} from './local-entities.ts'

/** The claim that a person made, as a reading would hold it. */
export function makeClaim(
  document: string,
  said: PersonClaim,
  reading: Pick<Reading, 'document' | 'entities'>,
  entities: LocalEntities
): KindedClaim {
  const localId = (part: string): string | undefined => {
    const words = said.parts[part]
    return words && entities.idAt(words, KIND_BY_PART[part] ?? 'person')
  }
  const own = ownFields(said, localId)
  const speaker = said.kind === 'statement' && said.parts['speaker']
  const near = speaker
    ? [{kind: 'speaker', entity: localId('speaker')!, start: speaker.start, end: speaker.end} as const]
    : []
  const claim = {
    ...own,
    id: madeClaimId(document, said),
    evidence: said.evidence,
    voices: [...near, ...documentVoices(reading)],
    polarity: said.fields['polarity'] ?? 'positive',
    modality: [],
    reason: 'a person read it in these words',
    score: 1
  }
  return {claimKind: said.kind, claim} as unknown as KindedClaim
}

/** From what is claimed, not from who claims it: two people who make the same claim make one. */
function madeClaimId(document: string, {kind, evidence, parts, fields}: PersonClaim): string {
  const places = evidence.flatMap(({start, end}) => [start, end])
  const named = Object.entries(parts).map(([part, {start, end}]) => [part, start, end])
  return contentId(kind, 'made', document, ...places, inOrder(named), inOrder(Object.entries(fields)))
}

function inOrder(entries: readonly (readonly unknown[])[]): string {
  return JSON.stringify(entries.map(entry => JSON.stringify(entry)).sort())
}

const KIND_BY_PART: Readonly<Record<string, EntityKind>> = {
  organisation: 'organisation',
  from: 'organisation',
  to: 'organisation',
  place: 'place'
}

function ownFields(
  {kind, parts, fields, evidence}: PersonClaim,
  localId: (part: string) => string | undefined
): object {
  switch (kind) {
    case 'statement': {
      const {speaker} = parts
      return {
        kind: 'indirect',
        cue: [],
        altered: [],
        content: evidence,
        ...fields,
        source: speaker ? {start: speaker.start, end: speaker.end} : null,
        speaker: localId('speaker') ?? null
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
