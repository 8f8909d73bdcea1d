import {contentId} from '../text/content-id.ts'
import {compareSpans, type Span} from '../text/span.ts'

export type ClaimKind =
  | 'statement'
  | 'role'
  | 'relation'
  | 'production'
  | 'event'
  | 'assessment'
  | 'pointer'
  | 'contrast'
  | 'attitude'

/** One link of the chain by which the words reached the reader. A claim's voices run from the nearest to the farthest. */
export interface Voice {
  readonly kind: 'speaker' | 'production' | 'producer' | 'publisher' | 'translator' | 'outlet' | 'author'
  /** Local id of the entity, where it is one. */
  readonly entity?: string
  /** The words that name the voice, where no entity does. */
  readonly text?: string
  readonly start?: number
  readonly end?: number
}

export type Certainty = 'certain' | 'probable' | 'possible' | 'unlikely' | 'unknown'

/** This voice holds it this surely, by these words, over this stretch. */
export interface Modality {
  /** Index into the claim's voices. */
  readonly voice: number
  readonly value: Certainty
  readonly hedge: Span
  readonly scope: Span
}

/** When something held: EDTF and two whole days, both inclusive; `start`, `end` are the words that say so. */
export interface Time {
  readonly edtf: string
  readonly earliest: string
  readonly latest: string
  readonly start?: number
  readonly end?: number
}

/** What every claim carries: according to these voices, at these words, this surely. */
export interface Claim {
  /** From the text's hash, the kind and the spans: reading twice gives the same id. */
  readonly id: string
  readonly evidence: readonly Span[]
  readonly voices: readonly Voice[]
  readonly polarity: 'positive' | 'negative'
  readonly modality: readonly Modality[]
  /** Why the machine says so, in words for a reader. */
  readonly reason: string
  /** The machine's: the probability, from 0 to 1, that the extraction is right. */
  readonly score: number
}

/** The id of the claim of this kind that stands on these spans of the text with this hash. */
export function claimId(textHash: string, kind: ClaimKind, spans: readonly Span[]): string {
  const places = [...spans].sort(compareSpans).flatMap(({start, end}) => [start, end])
  return contentId(kind, textHash, ...places)
}
