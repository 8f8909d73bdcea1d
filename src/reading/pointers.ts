import {type Analysis, sentenceOf, wordSpan} from '../language/analysis.ts'
import {overlaps, type Span} from '../text/span.ts'
import type {Claim} from './claim.ts'
import {claimOn} from './claim-on.ts'
import {ClaimPlaces} from './claim-places.ts'
import {findPointed, type Pointed} from './evidence-phrases.ts'
import type {Material} from './material.ts'
import type {Pointer} from './reading.ts'

/**
 * Where the text says that evidence lies.
 *
 * ```text
 * These ties are documented in the Salt Council's files.
 *                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * @param claims - what evidence may be given for; a pointer goes with the claim that it shows, else with the one that stands
 * nearest before it in its sentence or the one ahead
 */
export function findPointers(material: Material, claims: readonly Claim[]): Pointer[] {
  const {analysis} = material
  const places = new ClaimPlaces(claims)
  return withoutOverlaps(analysis, findPointed(material)).map(pointed => {
    const span = wordSpan(analysis, pointed.first, pointed.end)
    const claim = claimFor(analysis, pointed, span, places)
    return {
      ...claimOn(material, 'pointer', [span], {reason: pointed.reason, score: pointed.score}),
      ...(claim !== undefined && {claim}),
      work: spaced(analysis, pointed.work),
      ...span
    }
  })
}

/** The first found at each place: what a phrase says as a whole comes before what a part of it says. */
function withoutOverlaps(analysis: Analysis, all: readonly Pointed[]): Pointed[] {
  const sorted = all.toSorted((a, b) => a.first - b.first || b.end - a.end)
  const kept: Pointed[] = []
  for (const pointed of sorted) {
    const last = kept.at(-1)
    const isFree =
      !last || !overlaps(wordSpan(analysis, last.first, last.end), wordSpan(analysis, pointed.first, pointed.end))
    if (isFree) kept.push(pointed)
  }
  return kept
}

function claimFor(analysis: Analysis, {first, shown}: Pointed, span: Span, places: ClaimPlaces): string | undefined {
  const inside = shown && places.firstWithin(wordSpan(analysis, shown.first, shown.end))
  if (inside !== undefined) return inside
  const ahead = Math.max(0, sentenceOf(analysis, first) - 1)
  return places.lastBefore(span, analysis.starts[analysis.sentenceStarts[ahead]!] ?? 0)
}

function spaced(analysis: Analysis, {first, end}: {readonly first: number; readonly end: number}): string {
  return analysis.text.slice(analysis.starts[first]!, analysis.ends[end - 1]!).replace(/\s+/g, ' ')
}
