import {overlaps} from '../text/span.ts'
import type {Claim, Modality} from './claim.ts'
import {hedgesWithin} from './hedges.ts'
import type {Material} from './material.ts'
import type {Statement} from './reading.ts'
import {StatementsAt} from './statements-at.ts'

/**
 * The claims with the voices of the statement that they are told in, and with the hedges of their own words.
 *
 * ```text
 * Varga allegedly led the guild, the prosecutor said.
 *       ^^^^^^^^^ hedge          ^^^^^^^^^^^^^^ voice
 * ```
 *
 * A claim that also stands outside the statement keeps the document's voice; one that is told once without a hedge has none.
 */
export function findVoices<C extends Claim>(
  material: Material,
  claims: readonly C[],
  statements: readonly Statement[]
): C[] {
  const around = new StatementsAt(statements)
  return claims.map(claim => {
    const [first, ...others] = claim.evidence.map(span => around.at(span))
    const within = first && others.every(other => other === first) ? first : undefined
    const voices = within ? within.voices : claim.voices
    // A modality is a voice's: where nobody is known to speak there is none.
    const modality = voices.length === 0 ? [] : withHedges(claim.modality, hedgesOf(material, claim))
    return {...claim, voices, modality}
  })
}

/** What the tree says of the claim, and the hedges in its words besides. */
function withHedges(told: readonly Modality[], hedges: readonly Modality[]): Modality[] {
  return [...told, ...hedges.filter(({hedge}) => !told.some(other => overlaps(other.hedge, hedge)))]
}

function hedgesOf(material: Material, {evidence}: Claim): Modality[] {
  const found: Modality[] = []
  for (const span of evidence) {
    const hedges = hedgesWithin(material, span).filter(({hedge, value}) => overlaps(hedge, span) && value !== 'certain')
    if (hedges.length === 0) return []
    found.push(...hedges.map(({hedge, scope, value}) => ({voice: 0, value, hedge, scope})))
  }
  return found
}
