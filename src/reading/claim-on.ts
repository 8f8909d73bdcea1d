import {edtfBounds} from '../language/edtf.ts'
import type {Span} from '../text/span.ts'
import {type Claim, type ClaimKind, claimId, type Modality, type Time} from './claim.ts'
import type {Material} from './material.ts'
import {toldAs} from './told-as.ts'
import {voicesOf} from './voices.ts'

interface Grounds {
  readonly reason: string
  readonly score: number
  readonly polarity?: Claim['polarity']
  readonly modality?: readonly Modality[]
}

/**
 * What every claim carries, for a claim of this kind that stands on `evidence`, in the document's own voice. Roles, relations and
 * events are as sure, and as denied, as the words tell them; a rule that knows better gives its own.
 */
export function claimOn(material: Material, kind: ClaimKind, evidence: readonly Span[], grounds: Grounds): Claim {
  const told = TOLD_KINDS.has(kind) ? toldAs(material.analysis, kind, evidence) : undefined
  return {
    id: claimId(material.textHash, kind, evidence),
    evidence,
    voices: voicesOf(material),
    polarity: told?.polarity === 'negative' ? 'negative' : (grounds.polarity ?? 'positive'),
    modality: grounds.modality ?? told?.modality ?? [],
    reason: grounds.reason,
    score: grounds.score
  }
}

const TOLD_KINDS: ReadonlySet<ClaimKind> = new Set(['event', 'relation', 'role'])

/** The date of publication as the time of an observation; undefined where it is not known. */
export function publishedTime({document}: Material): Time | undefined {
  const bounds = document.published === undefined ? undefined : edtfBounds(document.published)
  return bounds && {edtf: document.published!, ...bounds}
}
