import type {Days} from '../told-claim.ts'
import type {Credit} from './credits.ts'
import {nearCopy, textShare} from './near-copy.ts'
import type {Sketch} from './sketch.ts'

/** A document as its origin is judged by. */
export interface OriginDocument extends CreditedDocument {
  readonly id: string
  readonly sketch: Sketch
  readonly published?: Days
}

/** What a document states of where it comes from. */
export interface CreditedDocument {
  /** Who published it, as `outletKey` writes it. */
  readonly outlet?: string
  readonly credits: readonly Credit[]
}

/** Two documents, or what two claims report, go back to one. */
export interface OriginLink {
  /** The smaller id. */
  readonly one: string
  readonly other: string
  readonly kind: OriginLinkKind
  /** Words for a reader. */
  readonly reason: string
  /** The words of the documents that say so, where words do. */
  readonly words: readonly string[]
}

/**
 * Of documents: `copy` by their text, `reprint` and `wire` where one states it and the texts bear it out. Of claims alone:
 * `agency`, `outlet`, `owner` where one house tells both, `production` and `statement` where both report the same.
 */
export type OriginLinkKind = 'copy' | 'reprint' | 'wire' | 'agency' | 'outlet' | 'owner' | 'production' | 'statement'

/** Stated wire copy is rewritten further than a silent copy, and still shares more than two reports of one event do. */
const CONTAINMENT_STATED_MIN = 0.3
/** Days within which wire copy is printed. */
const WIRE_DAYS_MAX = 4

/** Why two documents are of one origin; undefined where they are not. The order of the two does not matter. */
export function originLink(a: OriginDocument, b: OriginDocument): OriginLink | undefined {
  const [one, other] = a.id < b.id ? [a, b] : [b, a]
  const ids = {one: one.id, other: other.id}
  const reprint = reprintCredit(one, other) ?? reprintCredit(other, one)
  const copy = nearCopy(one.sketch, other.sketch)
  if (copy) return {...ids, kind: 'copy', reason: copy.reason, words: reprint ? [reprint.words] : []}
  const {containment} = textShare(one.sketch, other.sketch)
  if (containment < CONTAINMENT_STATED_MIN) return undefined
  const share = `${Math.round(containment * 100)} % of the shorter text stands in the longer`
  if (reprint)
    return {
      ...ids,
      kind: 'reprint',
      reason: `one states the other for its source, and ${share}`,
      words: [reprint.words]
    }
  const agency = sharedCredits(one, other)
  if (agency.length === 0 || !isSoon(one.published, other.published)) return undefined
  return {
    ...ids,
    kind: 'wire',
    reason: `both credit ${agency[0]!.name}, and ${share}`,
    words: [...new Set(agency.map(({words}) => words))]
  }
}

/** Every link among these documents. */
export function originLinks(documents: readonly OriginDocument[]): OriginLink[] {
  const ordered = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))
  return ordered.flatMap((one, index) => ordered.slice(index + 1).flatMap(other => originLink(one, other) ?? []))
}

function reprintCredit(one: OriginDocument, {outlet}: OriginDocument): Credit | undefined {
  return outlet === undefined || one.outlet === outlet ? undefined : one.credits.find(({key}) => key === outlet)
}

/** The agency that both credit, by the words of each. */
export function sharedCredits(one: CreditedDocument, other: CreditedDocument): Credit[] {
  const isAgency = ({kind}: Credit) => kind === 'agency'
  const key = one.credits
    .filter(isAgency)
    .find(credit => other.credits.some(each => each.key === credit.key && isAgency(each)))?.key
  return key === undefined ? [] : [...one.credits, ...other.credits].filter(credit => credit.key === key)
}

function isSoon(one: Days | undefined, other: Days | undefined): boolean {
  if (!one || !other) return true
  const days = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000
  return days(one.latest, other.earliest) <= WIRE_DAYS_MAX && days(other.latest, one.earliest) <= WIRE_DAYS_MAX
}
