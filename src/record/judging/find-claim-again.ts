import type {Span} from '../../text/span.ts'
import type {KindedClaim} from '../claims-of.ts'
import type {ClaimAnchor} from './judgement.ts'

/** Two readers mean the same claim when so much of their words is shared; half would let two clauses of one sentence meet. */
const SHARED_MIN = 0.6

/**
 * The claim that a judgement is about, among those of a newer reading: the one with its id, or else the one of its kind whose
 * evidence shares most of its words.
 */
export function findClaimAgain(
  id: string,
  anchor: ClaimAnchor,
  claims: readonly KindedClaim[]
): KindedClaim | undefined {
  const same = claims.find(({claim}) => claim.id === id)
  if (same || anchor.isMade) return same
  let best: KindedClaim | undefined
  let bestShare = SHARED_MIN
  for (const kinded of claims) {
    if (kinded.claimKind !== anchor.kind) continue
    const share = shareOf(anchor.evidence, kinded.claim.evidence)
    if (share > bestShare) [best, bestShare] = [kinded, share]
  }
  return best
}

/** The characters that both lists of spans cover, of those that either does. */
function shareOf(spans: readonly Span[], others: readonly Span[]): number {
  const shared = spans.reduce((sum, span) => sum + others.reduce((part, other) => part + overlap(span, other), 0), 0)
  const either = lengthOf(spans) + lengthOf(others) - shared
  return either === 0 ? 0 : shared / either
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, {start, end}) => sum + end - start, 0)
}
