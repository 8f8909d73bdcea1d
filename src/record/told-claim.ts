import type {EntityKind} from '../language/analysis.ts'
import type {ClaimLists} from './claims-of.ts'
import {claimsOf, type KindedClaim} from './claims-of.ts'

/** Who or what a claim's local entity id stands for, over all documents. */
export interface ToldEntity {
  /** Equal for two entities exactly when the record takes them for the same. */
  readonly subject: string
  readonly kind: EntityKind
  readonly name: string
  readonly names: readonly string[]
}

/** Days, both inclusive: `2016-12-31`. */
export interface Days {
  readonly earliest: string
  readonly latest: string
}

/**
 * A claim lifted out of its document so that it can be set beside claims of others: in document D, which counts with all of
 * its origin as one source, this was told on these days.
 */
export type ToldClaim = KindedClaim & {
  readonly document: string
  /** Documents of one origin (reprints, wire copy, one production) share this. */
  readonly origin: string
  /** By the claim's local entity ids. */
  readonly entities: Readonly<Record<string, ToldEntity>>
  /** The words at each span of the evidence. */
  readonly words: readonly string[]
  /** Of a statement or attitude: the words at each span of its content. */
  readonly content: readonly string[]
  /** When the document was published, as far as that is known. */
  readonly reported?: Days
  /** The document's place in the log. */
  readonly recorded: number
}

/** What the claims of one document share when they are lifted out of it. */
export type Telling = Pick<ToldClaim, 'document' | 'origin' | 'entities' | 'reported' | 'recorded'>

/** Every claim of a reading, lifted out of it. */
export function toldClaims(
  reading: ClaimLists & {readonly document: {readonly text: string}},
  telling: Telling
): ToldClaim[] {
  const {text} = reading.document
  return claimsOf(reading).map(kinded => {
    const {claimKind, claim} = kinded
    const content = claimKind === 'statement' || claimKind === 'attitude' ? claim.content : []
    const wordsAt = ({start, end}: {readonly start: number; readonly end: number}) => text.slice(start, end)
    return {...kinded, ...telling, words: claim.evidence.map(wordsAt), content: content.map(wordsAt)}
  })
}
