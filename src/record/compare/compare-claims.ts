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
 * where it would take a guess. `earlier` and `later` are the order in which the record came to know them.
 */
export function compareClaims(earlier: ToldClaim, later: ToldClaim): Comparison | undefined {
  const fit = compareKinds(earlier, later) ?? compareDenial(earlier, later) ?? compareDenial(later, earlier)
  if (!fit) return undefined
  if (fit.fit === 'contradicts') return {relation: 'contradicts', reason: fit.reason, contradiction: fit.kind}
  if (fit.fit === 'narrower') return {relation: 'refines', reason: fit.reason}
  const shared = sharedOrigin(earlier, later)
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

/** Why both count as one source, in words; undefined where they do not. */
function sharedOrigin(earlier: ToldClaim, later: ToldClaim): string | undefined {
  if (earlier.origin === later.origin) return 'from the same origin'
  const [shown, otherShown] = [shownIn(earlier), shownIn(later)]
  if (shown !== undefined && shown === otherShown) return 'out of the same production'
  if (isSaid(earlier)) return undefined
  const [speaker, otherSpeaker] = [nearestSpeaker(earlier), nearestSpeaker(later)]
  return speaker !== undefined && speaker === otherSpeaker ? 'on the word of the same speaker' : undefined
}

/** The production out of which a report has it. */
function shownIn(told: ToldClaim): string | undefined {
  const {voices} = told.claim
  const local = isSaid(told) ? told.claim.production : undefined
  const shown = local ?? voices.find(({kind}) => kind === 'production')?.entity
  return shown === undefined ? undefined : told.entities[shown]?.subject
}

function nearestSpeaker({claim, entities}: ToldClaim): string | undefined {
  const [voice] = claim.voices
  return voice?.kind === 'speaker' && voice.entity !== undefined ? entities[voice.entity]?.subject : undefined
}
