import {edtfBounds} from '../language/edtf.ts'
import type {Span} from '../text/span.ts'
import {type Claim, type ClaimKind, claimId, type Modality, type Time, type Voice} from './claim.ts'
import type {Material} from './material.ts'

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
    voices: documentVoices(material),
    polarity: grounds.polarity ?? 'positive',
    modality: grounds.modality ?? [],
    reason: grounds.reason,
    score: grounds.score
  }
}

/** The outlet and the authors: the farthest voices of every claim. */
function documentVoices({document}: Material): Voice[] {
  const authors = document.authors.map(({name, start, end}): Voice => ({kind: 'author', text: name, start, end}))
  return document.outlet ? [{kind: 'outlet', text: document.outlet}, ...authors] : authors
}

/** The date of publication as the time of an observation; undefined where it is not known. */
export function publishedTime({document}: Material): Time | undefined {
  const bounds = document.published === undefined ? undefined : edtfBounds(document.published)
  return bounds && {edtf: document.published!, ...bounds}
}
