import {claimLinks, NO_SOURCES} from '../origins/claim-origins.ts'
import type {ToldClaim} from '../told-claim.ts'
import {compareAssessments} from './compare-assessments.ts'
import {compareEvents} from './compare-events.ts'
import {compareContrasts, comparePointers} from './compare-pointings.ts'
import {compareProductions} from './compare-productions.ts'
import {compareRelations} from './compare-relations.ts'
import {compareRoles} from './compare-roles.ts'
import {compareStatements, propositionOf} from './compare-statements.ts'
import {type Comparison, contradicts, type Fit, type ToldOf} from './comparison.ts'
import {readSaid} from './said-words.ts'

/**
 * How `later` stands to `earlier`, by the rules of docs/what-is-new.md; undefined where they are not about the same thing, or
 * where it would take a guess. `earlier` and `later` are the order in which the record came to know them. Of where they have it
 * from it only sees what the two claims say.
 */
export function compareClaims(earlier: ToldClaim, later: ToldClaim): Comparison | undefined {
  const fit = fitOfClaims(earlier, later)
  return fit && comparisonOf(fit, claimLinks(earlier, later, NO_SOURCES)[0]?.reason)
}

/** How much of the same two claims tell, wherever they have it from. */
export function fitOfClaims(earlier: ToldClaim, later: ToldClaim): Fit | undefined {
  return compareKinds(earlier, later) ?? compareDenial(earlier, later) ?? compareDenial(later, earlier)
}

/** @param shared - why both count as one source; undefined where they do not */
export function comparisonOf(fit: Fit, shared: string | undefined): Comparison {
  if (fit.fit === 'contradicts') return {relation: 'contradicts', reason: fit.reason, contradiction: fit.kind}
  if (fit.fit === 'narrower') return {relation: 'refines', reason: fit.reason}
  return shared === undefined
    ? {relation: 'corroborates', reason: `${fit.reason}, from another origin`}
    : {relation: 'repeats', reason: `${fit.reason}, ${shared}`}
}

function compareKinds(earlier: ToldClaim, later: ToldClaim): Fit | undefined {
  if (isSaid(earlier) && isSaid(later)) return compareStatements(earlier, later)
  if (earlier.claimKind !== later.claimKind) return undefined
  switch (earlier.claimKind) {
    case 'role':
      return compareRoles(earlier, later as typeof earlier)
    case 'relation':
      return compareRelations(earlier, later as typeof earlier)
    case 'production':
      return compareProductions(earlier, later as typeof earlier)
    case 'event':
      return compareEvents(earlier, later as typeof earlier)
    case 'assessment':
      return compareAssessments(earlier, later as typeof earlier)
    case 'pointer':
      return comparePointers(earlier, later as typeof earlier)
    case 'contrast':
      return compareContrasts(earlier, later as typeof earlier)
    default:
      return undefined
  }
}

/** A statement that denies, in the same words, what a role, relation or event tells. */
function compareDenial(statement: ToldClaim, told: ToldClaim): Fit | undefined {
  if (statement.claimKind !== 'statement' || !isDeniable(told) || told.claim.polarity === 'negative') return undefined
  const {said, isDenied} = propositionOf(statement)
  if (!isDenied || said.asks) return undefined
  const words = said.words.map(({word}) => word).join(' ')
  const isSame = saidOf(told) === words && 2 < said.words.length
  return isSame ? contradicts('denial', 'a speaker denies, in the same words, what is told') : undefined
}

/** Words that a statement may deny, as they are compared. */
export function saidOf({words}: ToldClaim): string {
  return readSaid(words.slice(0, 1))
    .words.map(({word}) => word)
    .join(' ')
}

export function isDeniable(told: ToldClaim): told is ToldOf<'role' | 'relation' | 'event'> {
  return told.claimKind === 'role' || told.claimKind === 'relation' || told.claimKind === 'event'
}

function isSaid(told: ToldClaim): told is ToldOf<'statement' | 'attitude'> {
  return told.claimKind === 'statement' || told.claimKind === 'attitude'
}
