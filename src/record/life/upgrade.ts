/** The tables of a record were brought up to date. */
export interface Upgrade {
  readonly from: number
  readonly to: number
  /** The path of the record as it was before. */
  readonly kept: string
}
