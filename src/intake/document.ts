import type {Span} from '../text/span.ts'

/** These bytes came from this address or file at this time, with these headers. */
export interface Capture {
  readonly sha256: string
  /** The address, path or given id it came from; `-` for standard input. */
  readonly source: string
  /** When it was captured, ISO 8601 in UTC. */
  readonly at: string
  readonly headers: Readonly<Record<string, string>>
}

export type PartKind =
  | 'title'
  | 'byline'
  | 'dateline'
  | 'body'
  | 'caption'
  | 'tag'
  | 'comment'
  | 'related'
  | 'navigation'
  | 'other'

/** This stretch of the document is of this kind; a comment names its author where the page does. */
export interface Part extends Span {
  readonly kind: PartKind
  readonly author?: string
}

/** The document says that this person or agency wrote it, at these words. */
export interface Author {
  readonly name: string
  readonly role?: string
  readonly organisation?: string
  readonly start: number
  readonly end: number
}

/** How the date of publication is known. */
export type PublishedBasis = 'stated' | 'metadata' | 'given' | 'inferred' | 'unknown'

/** Something a reader should know about how the text was read. Codes are lower_case words. */
export interface Notice {
  readonly code: string
  readonly text: string
  readonly start?: number
  readonly end?: number
}

/** Which algorithm made the text. A new version makes a new document; the old one stays. */
export type TextAlgorithm = 'plain-text/1' | 'html-text/1' | 'csv-text/1'

/**
 * This text was made from that blob by this algorithm and version; it says it was published then, by these authors, there.
 *
 * Parts are in the order of the text, do not overlap, and together cover every character that is not white space.
 */
export interface Document {
  readonly id: string
  readonly sha256: string
  readonly algorithm: TextAlgorithm
  readonly text: string
  readonly title?: string
  /** EDTF level 1, as precise as it is known. */
  readonly published?: string
  readonly publishedBasis: PublishedBasis
  readonly outlet?: string
  readonly address?: string
  readonly authors: readonly Author[]
  readonly tags: readonly string[]
  /** BCP 47; `und` where it is not known. */
  readonly language: string
  readonly parts: readonly Part[]
  readonly sourceMap?: SourceMap
  readonly notices: readonly Notice[]
}

/**
 * Where each run of derived text stood in the decoded source: run i covers text from `textStarts[i]` to `textStarts[i + 1]`
 * and came from source offset `sourceStarts[i]`; -1 where the algorithm itself put the characters (line breaks, list bullets).
 */
export interface SourceMap {
  readonly textStarts: readonly number[]
  readonly sourceStarts: readonly number[]
}

/** Only these parts are read for claims; the others are other voices, or nobody's. */
const READ_PARTS: ReadonlySet<PartKind> = new Set(['title', 'body', 'caption'])

/** The stretches of `document` that are read for claims, in order. */
export function readSpans(document: Document): Span[] {
  return document.parts.filter(part => READ_PARTS.has(part.kind)).map(({start, end}) => ({start, end}))
}
