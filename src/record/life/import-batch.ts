import {contentId} from '../../text/content-id.ts'

/** One reading of documents or of a list, begun by this person at this time, ISO 8601 in UTC. */
export interface ImportWords {
  readonly by: string
  readonly at: string
  /** What was read, for a person who wants to find it again. */
  readonly what: string
}

/** What an import brought, and whether it is out of sight. */
export interface ImportSummary extends ImportWords {
  readonly id: string
  /** Its place in the log. */
  readonly recorded: number
  /** Documents on record that came with it, also those that other imports brought as well. */
  readonly documentCount: number
  /** The judgement that hides it, while one does. */
  readonly forgottenBy?: string
}

/** The id of an import. It is kept with the first document that it brings: an import of nothing new leaves no trace. */
export function importId({by, at, what}: ImportWords): string {
  return contentId('import', by, at, what)
}
