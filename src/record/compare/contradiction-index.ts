import type {JudgementWords} from '../judging/judgement.ts'
import type {Page, StoredClaim} from '../store.ts'
import type {ContradictionKind} from './comparison.ts'

/**
 * Claims of which both cannot hold, or of which one denies the other: kept side by side until a person has worked through them,
 * and after that. No machine ever resolves one.
 */
export interface ContradictionIndex {
  /** Those that fit, of the newest documents first. */
  find(query?: ContradictionQuery): Promise<ContradictionPage>
  /** The contradiction with this id; undefined where there is none, or not any more. */
  get(id: string): Promise<Contradiction | undefined>
}

export interface ContradictionQuery {
  /** `DOCUMENT:eN`: only where the subject has a part in one of the claims. */
  readonly subject?: string
  /** A document's id: only where one of the claims stands in it. */
  readonly document?: string
  readonly kinds?: readonly ContradictionKind[]
  readonly states?: readonly ContradictionState[]
  /** 50 by default, 1,000 at most. */
  readonly limit?: number
  readonly cursor?: string
}

export interface ContradictionPage extends Page<Contradiction> {
  /** More claims stand under names that aliases and judgements joined than were held against each other. */
  readonly isCapped?: boolean
}

/** Open until a person says that it is explained, or resolved. */
export type ContradictionState = (typeof CONTRADICTION_STATES)[number]

export const CONTRADICTION_STATES = ['open', 'explained', 'resolved'] as const

export interface Contradiction {
  /** From the kind and the two claims in their documents: it stays the same whatever else comes. */
  readonly id: string
  readonly kind: ContradictionKind
  /** Words for a reader. */
  readonly reason: string
  readonly state: ContradictionState
  /** Who said that it is in this state, when and why; absent where nobody did. */
  readonly settled?: JudgementWords
  /** The one saved first. */
  readonly earlier: StoredClaim
  readonly later: StoredClaim
}
