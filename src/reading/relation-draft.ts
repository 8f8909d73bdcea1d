import type {Claim, Time} from './claim.ts'
import type {Place} from './mention-index.ts'
import type {RelationKind} from './reading.ts'

/** The words of a sentence, first and one past the last. */
export interface WordBounds {
  readonly first: number
  readonly end: number
}

/** A relation found, in words. */
export interface RelationDraft {
  readonly from: Place
  readonly to: Place
  readonly kind: RelationKind
  readonly phraseFirst: number
  readonly phraseEnd: number
  readonly polarity: Claim['polarity']
  readonly during: Time | undefined
  readonly reason: string
  readonly score: number
}
