import type {StoredClaim} from '../store.ts'
import type {Days} from '../told-claim.ts'
import type {Asked} from './as-of.ts'
import type {Holds} from './holding.ts'
import type {PostKind} from './post-fact.ts'
import type {NextHolder} from './tenures.ts'

/** Who held which post when, as far as reports say. */
export interface TimelineIndex {
  /**
   * Who was said to lead, speak for or belong to the subject at this address: on these days, by reports up to that one, as the
   * record stood at that place of its log. Who is whom is as the record takes it now, and what is hidden now stays hidden.
   */
  asOf(address: string, query: AsOfQuery): Promise<AsOfAnswers>
  /** Every post that the subject held, and every post that was held in it. */
  timeline(address: string, query?: TimelineQuery): Promise<Timeline>
}

export interface TimelineQuery {
  /** A day: only by reports up to it. */
  readonly knownBy?: string
  /** A place of the log: as the record stood then. */
  readonly recordedBy?: number
  /** Claims shown of each answer, bound or tenure; 5 by default, 100 at most. */
  readonly claimLimit?: number
}

export interface AsOfQuery extends TimelineQuery {
  readonly asked: Asked
  readonly on: Days
  /** 50 by default, 1,000 at most. */
  readonly limit?: number
}

export interface AsOfAnswers {
  /** The surest first. */
  readonly answers: readonly AsOfAnswer[]
  /** How many there are, shown or not. */
  readonly answerCount: number
  /** How many claims about such posts were looked at. */
  readonly claimCount: number
}

/** Somebody as timelines name them. */
export interface Holder {
  /** `DOCUMENT:eN`; undefined where only words stand for them. */
  readonly address?: string
  readonly name: string
}

export interface AsOfAnswer {
  readonly holder: Holder
  readonly kind: PostKind
  readonly title: string
  readonly holds: Holds
  readonly reason: string
  readonly by: readonly StoredClaim[]
  readonly byCount: number
  readonly against: readonly StoredClaim[]
  readonly againstCount: number
}

export interface Timeline {
  readonly tenures: readonly StoredTenure[]
}

export interface StoredTenure {
  readonly kind: PostKind
  readonly holder: Holder
  readonly body?: Holder
  readonly title: string
  readonly observed?: {readonly first: Days; readonly last: Days}
  readonly begun: readonly StoredBound[]
  readonly ended: readonly StoredBound[]
  readonly formerBy?: StoredBound
  readonly designateBy?: StoredBound
  readonly denied: readonly StoredBound[]
  readonly gaps: readonly Days[]
  readonly next?: Omit<NextHolder, 'holder'> & {readonly holder: Holder}
  readonly claims: readonly StoredClaim[]
  readonly claimCount: number
}

export interface StoredBound {
  readonly days: Days
  readonly claims: readonly string[]
}
