import {edtfBounds} from '../language/edtf.ts'
import type {Span} from '../text/span.ts'
import {type Claim, type ClaimKind, claimId, type Modality, type Time} from './claim.ts'
import type {Material} from './material.ts'
import {voicesOf} from './voices.ts'

interface Grounds {
  readonly reason: string
  readonly score: number
  readonly polarity?: Claim['polarity']
  readonly modality?: readonly Modality[]
}

/** What every claim carries, for a claim of this kind that stands on `evidence`, in the document's own voice. */
export function claimOn(material: Material, kind: ClaimKind, evidence: readonly Span[], grounds: Grounds): Claim {
  return {
    id: claimId(material.textHash, kind, evidence),
    evidence,
    voices: voicesOf(material),
    polarity: grounds.polarity ?? 'positive',
    modality: grounds.modality ?? [],
    reason: grounds.reason,
    score: grounds.score
  }
}

/** The date of publication as the time of an observation; undefined where it is not known. */
export function publishedTime({document}: Material): Time | undefined {
  const bounds = document.published === undefined ? undefined : edtfBounds(document.published)
  return bounds && {edtf: document.published!, ...bounds}
}
