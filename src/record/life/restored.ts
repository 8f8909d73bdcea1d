export interface RestoreOptions {
  /** Replace a record that is there, and keep it aside under a name with this time, ISO 8601 in UTC. */
  readonly replacesAt?: string
}

/** A record was brought back from a backup that was found sound. */
export interface Restored {
  readonly path: string
  readonly documentsChecked: number
  readonly claimsChecked: number
  /** Where the record that was there before is now. */
  readonly kept?: string
}
