import type {Span} from '../text/span.ts'
import type {Certainty} from './claim.ts'

/** A sentence, by its words. */
export interface SentenceBounds {
  readonly first: number
  readonly end: number
}

/** A judgement as the rules find it, before it becomes a claim. */
export interface AssessmentDraft {
  readonly hedge: Span
  readonly scope: Span
  readonly value: Certainty
  readonly band?: string
  /** The words that name who judges, where the sentence does. */
  readonly judge?: {readonly first: number; readonly end: number}
  /** It is a word that says how sure, not one that says who judges. */
  readonly isHedge?: true
  readonly reason: string
  readonly score: number
}

/** A scope that runs further than this has lost its end. */
export const SCOPE_WORDS_MAX = 45
