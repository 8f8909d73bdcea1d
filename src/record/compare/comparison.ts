import type {ToldClaim} from '../told-claim.ts'

/** How a claim stands to one told before it about the same thing. */
export interface Comparison {
  readonly relation: 'repeats' | 'corroborates' | 'refines' | 'contradicts'
  /** Words for a reader. */
  readonly reason: string
  /** Of what kind, where it contradicts. */
  readonly contradiction?: ContradictionKind
}

export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number]

export const CONTRADICTION_KINDS = [
  'date',
  'value',
  'identity',
  'denial',
  'exclusive-role',
  'opposite-statement'
] as const

/**
 * How much of the same two claims tell, whoever tells it: `same` also where the later one tells less, `narrower` where it tells
 * more closely.
 */
export type Fit =
  | {readonly fit: 'same' | 'narrower'; readonly reason: string}
  | {readonly fit: 'contradicts'; readonly kind: ContradictionKind; readonly reason: string}

/** A claim of one kind, lifted out of its document. */
export type ToldOf<Kind extends ToldClaim['claimKind']> = Extract<ToldClaim, {claimKind: Kind}>

export function same(reason: string): Fit {
  return {fit: 'same', reason}
}

export function narrower(reason: string): Fit {
  return {fit: 'narrower', reason}
}

export function contradicts(kind: ContradictionKind, reason: string): Fit {
  return {fit: 'contradicts', kind, reason}
}
