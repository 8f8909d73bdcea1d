/** What a copy brought, beside what was there already. */
export interface Copied {
  /** What was added. */
  readonly documents: number
  readonly captures: number
  readonly runs: number
  readonly judgements: number
  readonly imports: number
  /** Entries of the other log that were here already. */
  readonly known: number
  /** Documents that were purged here, and so stay away, by the judgement that keeps them out. */
  readonly keptOut: readonly {readonly document: string; readonly purgedBy: string}[]
  /** Documents here that were purged there. */
  readonly purgedThere: readonly string[]
}

export interface CopyOptions {
  /** The project to copy from; by default the one of the same name. */
  readonly fromProject?: string
}
