import {MATCH_SCORE_MIN} from '../names/match-names.ts'
import {isBinding, isOffice} from './context.ts'
import type {KindClass} from './kind-class.ts'

/** All that is known of the bearers of one name who belong together. */
export interface SenseView {
  readonly kind: KindClass
  readonly folded: string
  /** Its features, with how many bearers have each. */
  readonly features: ReadonlyMap<string, number>
}

/** How the names of two senses compare; of one name with itself the score is 1. */
export interface NameComparison {
  readonly score: number
  readonly reasons: readonly string[]
  /** Written in different scripts: a person has to look, however well they match. */
  readonly isAcrossScripts: boolean
  /** So rare that two hardly share it by chance. */
  readonly isRare: boolean
  /** One sense's documents give the other's name as another name of it. */
  readonly isAlias?: boolean
}

/** Two senses are the same, may be, or (undefined) have nothing to do with each other as far as anyone can tell. */
export interface Verdict {
  readonly verdict: 'join' | 'propose'
  readonly score: number
  /** Words for a reader: for, then against. */
  readonly reasons: readonly string[]
}

/** Whether the bearers of two names, or two groups of bearers of one name, are the same. */
export function weighSenses(one: SenseView, other: SenseView, name: NameComparison): Verdict | undefined {
  if (isOtherGender(one, other)) return undefined
  const shared = [...one.features.keys()].filter(feature => other.features.has(feature)).sort()
  const evidence: Evidence = {
    binding: shared.filter(isTie),
    near: shared.reduce((sum, feature) => sum + nearWeight(feature), 0),
    reasons: showFeatures(shared)
  }
  return one.folded === other.folded
    ? weighNamesakes(one, other, name, evidence)
    : weighVariants(one, other, name, evidence)
}

function isTie(feature: string): boolean {
  return isBinding(feature, {isRare: false})
}

/** Whoever wrote a document in which both names stand, and did not say that they mean one, hardly means one. */
export function namedInOneDocument({score, reasons}: Verdict, name: NameComparison): Verdict | undefined {
  if (!name.isAlias && name.score < SHORT_SCORE_MIN) return undefined
  return {verdict: 'propose', score: score / 2, reasons: [...reasons, 'one document has both names, for two']}
}

/** A name and a short form of it score so much; "House" and "White House" do not. */
const SHORT_SCORE_MIN = 0.6

interface Evidence {
  readonly binding: readonly string[]
  /** What is named around both, weighed. */
  readonly near: number
  readonly reasons: readonly string[]
}

/** A full name named around both says more than a body, of which a town has few; two titles alike say something. */
function nearWeight(feature: string): number {
  if (feature.startsWith('with:')) return 1
  if (feature.startsWith('near:')) return 0.5
  return feature.startsWith('office:') ? 0.75 : 0
}

/** Two full names around both, or one with a body: by chance it happens, but rarely to namesakes. */
const NEAR_MIN = 1.5

function weighNamesakes(
  one: SenseView,
  other: SenseView,
  {isRare}: NameComparison,
  evidence: Evidence
): Verdict | undefined {
  if (one.kind !== 'person') return {verdict: 'join', score: 1, reasons: ['the same name']}
  const reasons = ['the same name', ...evidence.reasons]
  if (!one.folded.includes(' ')) return evidence.near >= 2 ? {verdict: 'propose', score: 0.5, reasons} : undefined
  if (evidence.near >= NEAR_MIN) return {verdict: 'join', score: 0.9, reasons}
  const apart = differentOffices(one, other)
  if (isRare && (evidence.near > 0 || !apart))
    return {verdict: 'join', score: 0.8, reasons: [...reasons, 'a rare name']}
  const against = apart ?? 'a common name, and nothing else in common'
  return {verdict: 'propose', score: apart ? 0.3 : 0.4, reasons: [...reasons, against]}
}

function weighVariants(
  one: SenseView,
  other: SenseView,
  name: NameComparison,
  {binding, near, reasons}: Evidence
): Verdict | undefined {
  const {score, isAcrossScripts, isAlias = false} = name
  const words = [...name.reasons, ...reasons]
  if (!isAlias && score < MATCH_SCORE_MIN) return undefined
  // A town has a hospital and a nurses' union, and people go from one to the other.
  const isLoose = one.kind === 'body' && !isAlias && score < BODY_SCORE_MIN
  const ties = isLoose ? binding.filter(feature => !feature.startsWith('staff:')) : binding
  const hasContext = ties.length > 0 || near >= NEAR_MIN
  const bindingMin = isByname(one.folded) || isByname(other.folded) ? 2 : 1
  const isClear = isAlias ? binding.length >= bindingMin : hasContext && score >= CLEAR_SCORE_MIN
  if (isClear && !isAcrossScripts && one.kind !== 'place')
    return {verdict: 'join', score: Math.min(0.95, 0.5 + score / 2), reasons: words}
  const proposal = (isAlias ? 0.4 : score * 0.5) + (hasContext ? 0.4 : near > 0 ? 0.2 : 0)
  const isWorthAsking = hasContext || (near > 0 && !isLoose) || isAlias || score >= CLEAR_SCORE_MIN
  return isWorthAsking
    ? {
        verdict: 'propose',
        score: Math.min(0.95, proposal),
        reasons: hasContext || near > 0 ? words : [...words, 'nothing else in common']
      }
    : undefined
}

/** Bodies whose names are no nearer have, each, words that the other has not. */
const BODY_SCORE_MIN = 0.65

/** A spelling this near joins when the context speaks for it. */
export const CLEAR_SCORE_MIN = 0.85

/** "Abu Omar", "the Butcher": borne by many. */
function isByname(folded: string): boolean {
  return !folded.includes(' ') || /^(?:abu|abou|umm|um|ibn|the|el|al) /.test(folded)
}

function isOtherGender({features}: SenseView, other: SenseView): boolean {
  return genderOf(features) * genderOf(other.features) < 0
}

/** Below 0 for a woman, above 0 for a man; 0 where documents say neither, or both. */
function genderOf(features: ReadonlyMap<string, number>): number {
  return (features.get('gender:m') ?? 0) - (features.get('gender:f') ?? 0)
}

/** Both are told to hold offices, and none in common: words for it. */
function differentOffices({features}: SenseView, other: SenseView): string | undefined {
  const one = officesOf(features)
  const two = officesOf(other.features)
  if (one.length === 0 || two.length === 0 || one.some(office => two.includes(office))) return undefined
  return `different offices: ${[one, two]
    .map(offices => offices.slice(0, 2).join(', '))
    .sort()
    .join('; ')}`
}

function officesOf(features: ReadonlyMap<string, number>): string[] {
  return [...features.keys()]
    .filter(isOffice)
    .map(feature => feature.replace(/^\w+:/, ''))
    .sort()
}

const SHOWN: readonly (readonly [prefix: RegExp, words: string])[] = [
  [/^org:/, 'both hold an office at '],
  [/^office:/, 'both are told to be '],
  [/^staff:/, 'of both this is staff: '],
  [/^tie(?: of)?:[\w-]+:/, 'both stand in one relation to '],
  [/^made:/, 'both made '],
  [/^seen:/, 'both are seen in '],
  [/^(?:with|near):/, 'named beside both: ']
]

/** More of one sort say no more. */
const SHOWN_MAX = 4

/** What two senses share, sort by sort. */
function showFeatures(shared: readonly string[]): string[] {
  return SHOWN.flatMap(([prefix, words]) => {
    const told = shared.filter(feature => prefix.test(feature)).map(feature => feature.replace(prefix, ''))
    if (told.length === 0) return []
    const more = told.length > SHOWN_MAX ? ` and ${told.length - SHOWN_MAX} more` : ''
    return [words + told.slice(0, SHOWN_MAX).join(', ') + more]
  })
}
