import type {ClaimMark} from '../record/judging/effective-reading.ts'
import type {Store, StoredClaim} from '../record/store.ts'

/** What people made of claims that a page shows; nothing of those that nobody judged. */
export type Marks = ReadonlyMap<StoredClaim, ClaimMark>

/** Ask once for all claims of a page. */
export async function marksOf(store: Store, claims: readonly StoredClaim[]): Promise<Marks> {
  const marks = await store.judging.marks(claims)
  return new Map(claims.flatMap((claim, index) => (marks[index] ? [[claim, marks[index]] as const] : [])))
}
