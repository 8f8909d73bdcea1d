import type {PartKind} from '../intake/document.ts'
import type {ClaimKind} from '../reading/claim.ts'
import type {Span} from '../text/span.ts'
import type {DocumentSummary} from './store.ts'

/**
 * Full text search over the claims and the passages of the documents on record. Each engine has its own.
 *
 * Words are compared without case and accents. A user may write: `two words` (both), `"an exact phrase"`, `-without`,
 * `this OR that`, `begin*`. Nothing that a user types is an error: what makes no sense is searched for as words.
 */
export interface SearchIndex {
  /** The best first. */
  find(words: string, options?: SearchOptions): Promise<SearchResults>
}

export interface SearchOptions {
  /** `passage` is a stretch of a document's own text. All by default. */
  readonly kinds?: readonly SearchKind[]
  /** A name, or an address `DOCUMENT:eN`: only what this speaker is reported to have said. */
  readonly speaker?: string
  /** Days, `2016-12-31`; only documents published within them, as far as that is known. */
  readonly from?: string
  readonly to?: string
  readonly document?: string
  /** 20 by default, 200 at most. */
  readonly limit?: number
  /** How many of the best to pass over, for the next page. */
  readonly offset?: number
}

export type SearchKind = ClaimKind | 'passage'

export interface SearchResults {
  readonly hits: readonly SearchHit[]
  /** There was too much to rank: these are from the newest documents rather than the best of all. */
  readonly isCapped: boolean
  /** Whether a larger `offset` gives more. */
  readonly hasMore: boolean
  /** What of the query was searched for, as the index understood it; empty when it held no words at all. */
  readonly understood: string
}

/** These words of this document match. */
export interface SearchHit {
  readonly kind: SearchKind
  /** Absent for a passage. */
  readonly claim?: string
  /** The part a passage stands in. */
  readonly part?: PartKind
  readonly document: DocumentSummary
  /** Who is reported to say it, where it is a statement. */
  readonly speaker?: string
  /** Where it stands in the document's text: a claim's evidence from end to end, or the passage. */
  readonly span: Span
  /** The words in context, cut at both ends with `…` where they are long. */
  readonly words: string
  /** The words that match, as spans of `words`. */
  readonly marks: readonly Span[]
  /** Higher is better; comparable within one search only. */
  readonly score: number
}
