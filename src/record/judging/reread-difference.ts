import type {Reading} from '../../reading/reading.ts'
import {claimsOf, type KindedClaim} from '../claims-of.ts'
import type {ClaimMark, EffectiveReading} from './effective-reading.ts'

/** What another reader made of the same document, against what was read in it before. */
export interface RereadDifference {
  /** Claims that were not found before. */
  readonly found: readonly KindedClaim[]
  /** Claims of the reading before that the new one does not have, judged or not. */
  readonly lost: readonly KindedClaim[]
  /** Claims that both have, and put otherwise. */
  readonly changed: readonly {readonly before: KindedClaim; readonly after: KindedClaim}[]
  /** Judged claims whose words the new reader chose otherwise: the judgements stand about those. */
  readonly foundAgain: readonly JudgedNow[]
  /** Judged claims that stand by a person's word alone. */
  readonly unsupported: readonly JudgedNow[]
}

/** A claim with what people made of it. */
export interface JudgedNow {
  readonly kinded: KindedClaim
  readonly mark: ClaimMark
}

/** What changed from one reading of a document to the next; `now` is the document as people left it, after the new reading. */
export function differenceOf(before: Reading, after: Reading, now: EffectiveReading): RereadDifference {
  const had = new Map(claimsOf(before).map(kinded => [kinded.claim.id, kinded]))
  const has = new Map(claimsOf(after).map(kinded => [kinded.claim.id, kinded]))
  const both = [...had].flatMap(([id, kinded]) => {
    const again = has.get(id)
    return again ? [{before: kinded, after: again}] : []
  })
  const judged = [...claimsOf(now.reading), ...now.rejected].flatMap(kinded => {
    const mark = now.marks.get(kinded.claim.id)
    return mark ? [{kinded, mark}] : []
  })
  return {
    found: [...has.values()].filter(({claim}) => !had.has(claim.id)),
    lost: [...had.values()].filter(({claim}) => !has.has(claim.id)),
    changed: both.filter(pair => plain(pair.before, before) !== plain(pair.after, after)),
    foundAgain: judged.filter(({kinded, mark}) => mark.judgements.some(each => isAnother(each, kinded))),
    unsupported: judged.filter(({mark}) => mark.isUnsupported)
  }
}

/** Whether the judgement was about a claim that an older reader found in other words. */
function isAnother({kind, about}: ClaimMark['judgements'][number], {claim}: KindedClaim): boolean {
  return kind !== 'claim' && about !== claim.id
}

/** A claim by names instead of local ids, and without what a reader thinks of its own reading. */
function plain({claim}: KindedClaim, {entities}: Reading): string {
  const names = new Map(entities.map(({id, name}) => [id, name]))
  return JSON.stringify(claim, (key, value) =>
    key === 'score' || key === 'reason' ? undefined : typeof value === 'string' ? (names.get(value) ?? value) : value
  )
}
