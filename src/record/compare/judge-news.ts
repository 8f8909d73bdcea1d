import type {ToldClaim} from '../told-claim.ts'
import {compareClaims} from './compare-claims.ts'
import type {Comparison} from './comparison.ts'

/** What a claim brings to a record. */
export interface News {
  readonly news: 'new' | Comparison['relation']
  /** Earlier claims that it stands to so, and all that it contradicts, the first told first. */
  readonly restsOn: readonly ComparedClaim[]
  /** Documents that tell it, this one among them; not those that contradict it. */
  readonly reports: number
  /** Origins of those documents. */
  readonly origins: number
}

interface ComparedClaim extends Comparison {
  readonly told: ToldClaim
}

/**
 * What decides where earlier claims are of several minds, the strongest first. What the same origin told before is no news,
 * whoever contradicts it; what contradicts must be seen before what agrees; and what some other origin told as closely
 * corroborates that, though it refines a third.
 */
const PRIORITY = ['repeats', 'contradicts', 'corroborates', 'refines'] as const

/** Judge what `later` brings, held against what was told before it. */
export function judgeNews(later: ToldClaim, candidates: readonly ToldClaim[]): News {
  const compared = candidates
    .toSorted((a, b) => a.recorded - b.recorded)
    .flatMap(told => {
      const comparison = compareClaims(told, later)
      return comparison ? [{told, ...comparison}] : []
    })
  const news = PRIORITY.find(relation => compared.some(each => each.relation === relation)) ?? 'new'
  const telling = [later, ...compared.filter(({relation}) => relation !== 'contradicts').map(({told}) => told)]
  return {
    news,
    restsOn: compared.filter(({relation}) => relation === news || relation === 'contradicts'),
    reports: new Set(telling.map(({document}) => document)).size,
    origins: originCount(later, compared)
  }
}

/** What repeats the new claim counts with it as one origin, whatever documents it stands in. */
function originCount(later: ToldClaim, compared: readonly ComparedClaim[]): number {
  const others = compared.filter(({relation, told}) => isTelling(relation) && told.origin !== later.origin)
  return 1 + new Set(others.map(({told}) => told.origin)).size
}

function isTelling(relation: Comparison['relation']): boolean {
  return relation === 'corroborates' || relation === 'refines'
}
