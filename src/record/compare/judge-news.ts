import {type ClaimSources, claimKey, claimLinks, NO_SOURCES, originsOfClaims} from '../origins/claim-origins.ts'
import type {OriginGroup} from '../origins/group-origins.ts'
import type {ToldClaim} from '../told-claim.ts'
import {comparisonOf, fitOfClaims} from './compare-claims.ts'
import type {Comparison, Fit} from './comparison.ts'

/** What a claim brings to a record. */
export interface News {
  readonly news: 'new' | Comparison['relation']
  /** Earlier claims that it stands to so, and all that it contradicts, the first told first. */
  readonly restsOn: readonly ComparedClaim[]
  /** Documents that tell it, this one among them; not those that contradict it. */
  readonly reports: number
  /** Origins of those reports, as `originsOfClaims` counts them. */
  readonly origins: number
}

interface ComparedClaim extends Comparison {
  readonly told: ToldClaim
}

/** A claim and the earlier ones about the same, the first told first. */
export interface HeldClaim {
  readonly later: ToldClaim
  readonly fitting: readonly {readonly told: ToldClaim; readonly fit: Fit}[]
}

/**
 * What decides where earlier claims are of several minds, the strongest first. What the same origin told before is no news,
 * whoever contradicts it; what contradicts must be seen before what agrees; and what some other origin told as closely
 * corroborates that, though it refines a third.
 */
const PRIORITY = ['repeats', 'contradicts', 'corroborates', 'refines'] as const

/** Hold `later` against what was told before it. */
export function holdAgainst(later: ToldClaim, candidates: readonly ToldClaim[]): HeldClaim {
  const fitting = candidates
    .toSorted((a, b) => a.recorded - b.recorded)
    .flatMap(told => {
      const fit = fitOfClaims(told, later)
      return fit ? [{told, fit}] : []
    })
  return {later, fitting}
}

/** The claim, and the earlier ones that tell the same: those whose sources matter. */
export function tellingTheSame({later, fitting}: HeldClaim): ToldClaim[] {
  return [later, ...fitting.filter(({fit}) => fit.fit !== 'contradicts').map(({told}) => told)]
}

/** Judge what a claim brings that was held against what was told before. */
export function judgeNews(held: HeldClaim, sources: ClaimSources = NO_SOURCES): News {
  const telling = tellingTheSame(held)
  const groups = originsOfClaims(telling, sources)
  const compared = held.fitting.map(({told, fit}) => ({
    told,
    ...comparisonOf(fit, sharedSource(told, held.later, groups, sources))
  }))
  const news = PRIORITY.find(relation => compared.some(each => each.relation === relation)) ?? 'new'
  return {
    news,
    restsOn: compared.filter(({relation}) => relation === news || relation === 'contradicts'),
    reports: new Set(telling.map(({document}) => document)).size,
    origins: groups.length
  }
}

/** Why both count as one source, be it only by what a third has in common with each. */
function sharedSource(
  earlier: ToldClaim,
  later: ToldClaim,
  groups: readonly OriginGroup[],
  sources: ClaimSources
): string | undefined {
  const members = groups.find(group => group.members.includes(claimKey(later)))?.members
  if (!members?.includes(claimKey(earlier))) return undefined
  return claimLinks(earlier, later, sources)[0]?.reason ?? 'of one origin with it by what others share with both'
}
