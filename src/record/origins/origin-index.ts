import type {DocumentSummary} from '../store.ts'
import type {OriginGroup} from './group-origins.ts'
import type {OriginLink} from './origin-links.ts'

/** Which reports go back to one: ten reprints are one source. */
export interface OriginIndex {
  /** The documents that are of one origin with this one, itself among them, and why. Undefined where it is not on record. */
  ofDocument(document: string): Promise<DocumentOrigin | undefined>
  /** How many sources stand behind these claims, which somebody takes to say the same. Claims not on record are left out. */
  ofClaims(claims: readonly ClaimOfDocument[]): Promise<ClaimOrigins>
}

/** Documents of the same text share their claim ids. */
export interface ClaimOfDocument {
  readonly document: string
  readonly claim: string
}

export interface DocumentOrigin {
  /** The document of them that was saved first. */
  readonly origin: string
  /** In the order in which they were saved; 100 at most. */
  readonly documents: readonly DocumentSummary[]
  readonly documentCount: number
  /** Enough of the links to join them all, by document ids. */
  readonly links: readonly OriginLink[]
}

export interface ClaimOrigins {
  /** Documents in which they stand. */
  readonly reportCount: number
  readonly originCount: number
  /** `3 reports, 1 origin`. */
  readonly words: string
  /** Members and links by `DOCUMENT CLAIM`. */
  readonly groups: readonly OriginGroup[]
}
