import type {DocumentSummary, StoredClaim} from '../store.ts'
import type {Comparison, ContradictionKind} from './comparison.ts'
import type {News} from './judge-news.ts'

/** What documents brought to the record: held only against what was saved before them. */
export interface NewsIndex {
  /** What each claim of a document brought, in the order of its reading. Undefined where it is not on record. */
  ofDocument(id: string): Promise<DocumentNews | undefined>
  /** What the documents saved since brought, the last first. */
  since(query: SinceQuery): Promise<NewsDigest>
}

/** Saved behind this place of the log, or at this time and later, ISO 8601 in UTC. */
export type SinceQuery = ({readonly place: number} | {readonly time: string}) & {
  /** Documents at most: 50 by default, 200 at most. */
  readonly limit?: number
}

export type NewsCounts = Readonly<Record<News['news'], number>>

export interface DocumentNews {
  readonly document: DocumentSummary
  /** Its place in the log. */
  readonly place: number
  readonly counts: NewsCounts
  readonly claims: readonly ClaimNews[]
}

/** What one claim brought. */
export interface ClaimNews {
  readonly claim: StoredClaim
  readonly news: News['news']
  readonly restsOn: readonly RestingClaim[]
  /** Documents that tell it, this one among them, and how many origins they have it from. */
  readonly reports: number
  readonly origins: number
  /** More claims may be about the same than it was held against: the counts are the least there are. */
  readonly isCapped: boolean
}

/** An earlier claim, and how the new one stands to it. */
export interface RestingClaim {
  readonly claim: StoredClaim
  readonly relation: Comparison['relation']
  readonly reason: string
  readonly contradiction?: ContradictionKind
  /** The id under which the contradiction is kept. */
  readonly contradictionId?: string
}

export interface NewsDigest {
  readonly counts: NewsCounts
  readonly documents: readonly DocumentNews[]
  /** There are more documents than were asked for. */
  readonly hasMore: boolean
}
