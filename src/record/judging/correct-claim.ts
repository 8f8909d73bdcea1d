import type {Voice} from '../../reading/claim.ts'
import type {Statement} from '../../reading/reading.ts'
import {compareSpans, type Span} from '../../text/span.ts'
import type {KindedClaim} from '../claims-of.ts'
import {CORRECTABLE} from './correctable-fields.ts'
import type {NamingWords, ParticipantWords} from './judgement.ts'
import type {LocalEntities} from './local-entities.ts'

/** The claim with this field as a person corrected it, and with what follows from that field. Null empties it. */
export function correctClaim(kinded: KindedClaim, field: string, value: unknown, entities: LocalEntities): KindedClaim {
  const rule = CORRECTABLE[kinded.claimKind][field]
  if (field === 'speaker')
    return changed(kinded, withSpeaker(kinded.claim as Statement, value as NamingWords | null, entities))
  if (field === 'content') return changed(kinded, withContent(kinded.claim as Statement, value as readonly Span[]))
  if (rule?.kind === 'participants') {
    const named = (value ?? []) as readonly ParticipantWords[]
    return changed(kinded, {
      [field]: named.map(words => ({entity: entities.idAt(words, rule.entity), part: words.part}))
    })
  }
  if (rule?.kind === 'entity' && isSpan(value)) return changed(kinded, {[field]: entities.idAt(value, rule.entity)})
  return changed(kinded, {[field]: value ?? undefined})
}

function changed({claimKind, claim}: KindedClaim, fields: object): KindedClaim {
  const entries = Object.entries({...claim, ...fields}).filter(([, value]) => value !== undefined)
  return {claimKind, claim: Object.fromEntries(entries)} as unknown as KindedClaim
}

/** Whose word it is changes with the speaker; what else the chain of voices says stays. */
function withSpeaker(statement: Statement, words: NamingWords | null, entities: LocalEntities): Partial<Statement> {
  const source = words && {start: words.start, end: words.end}
  const speaker = words && entities.idAt(words, 'person')
  const voice: Voice = {kind: 'speaker', ...(speaker !== null && {entity: speaker}), ...source}
  const {voices, modality} = statement
  const without = {speakerText: undefined as never, source, speaker}
  if (voices[0]?.kind === 'speaker') return {...without, voices: [voice, ...voices.slice(1)]}
  return {
    ...without,
    voices: [voice, ...voices],
    modality: modality.map(each => ({...each, voice: each.voice + 1}))
  }
}

/** The evidence holds the content, and what else the reader relied on. */
function withContent({content, evidence}: Statement, spans: readonly Span[]): Partial<Statement> {
  const isContent = (span: Span) => content.some(({start, end}) => start === span.start && end === span.end)
  const others = evidence.filter(span => !isContent(span) && !spans.some(each => isSame(each, span)))
  return {content: spans, evidence: [...others, ...spans].sort(compareSpans)}
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

function isSpan(value: unknown): value is NamingWords {
  return typeof value === 'object' && value !== null && 'start' in value
}
