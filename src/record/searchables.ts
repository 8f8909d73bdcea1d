import type {Document, Part, PartKind} from '../intake/document.ts'
import type {Journey} from '../pipeline.ts'
import type {Entity} from '../reading/reading.ts'
import type {Span} from '../text/span.ts'
import {claimParts} from './claim-parts.ts'
import {claimsOf, type KindedClaim} from './claims-of.ts'
import {foldName} from './fold-name.ts'
import type {SearchKind} from './search.ts'

/** A stretch of a document that search can find, with the names it goes by besides its own words, also folded. */
export interface Searchable extends Span {
  readonly kind: SearchKind
  readonly claim?: string
  readonly part?: PartKind
  readonly words: string
  readonly names: string
  /** Local id of who speaks, and the words for them. */
  readonly speaker?: string
  readonly speakerName?: string
}

/** Everything in a document that search can find: its claims, then its passages. */
export function searchables({document, reading}: Journey): Searchable[] {
  const entities = new Map(reading.entities.map(entity => [entity.id, entity]))
  return [
    ...claimsOf(reading).map(claim => searchableClaim(document.text, claim, entities)),
    ...passages(document).map(({start, end, kind}) => ({
      start,
      end,
      kind: 'passage' as const,
      part: kind,
      words: document.text.slice(start, end),
      names: ''
    }))
  ]
}

function searchableClaim(text: string, kinded: KindedClaim, entities: ReadonlyMap<string, Entity>): Searchable {
  const {claimKind, claim} = kinded
  const parts = claimParts(kinded, new Set(entities.keys())).filter(({part}) => part !== 'voice')
  const names = parts.flatMap(({entity}) => entities.get(entity)!.names)
  const spans = claim.evidence.length > 0 ? claim.evidence : [{start: 0, end: 0}]
  const hull = {start: Math.min(...spans.map(({start}) => start)), end: Math.max(...spans.map(({end}) => end))}
  return {
    ...hull,
    kind: claimKind,
    claim: claim.id,
    words: wordsOf(text, hull, spans),
    names: [...new Set([...names, ...names.map(foldName), ...ownWords(kinded)])].join(' · '),
    ...speakerOf(kinded, entities)
  }
}

/** A claim longer than this is searched by its evidence alone, without the words between. */
const HULL_MAX = 2_000

function wordsOf(text: string, hull: Span, evidence: readonly Span[]): string {
  if (hull.end - hull.start <= HULL_MAX) return text.slice(hull.start, hull.end)
  return evidence.map(({start, end}) => text.slice(start, end)).join(' … ')
}

/** Words of a claim that are no entity's name. */
function ownWords({claimKind, claim}: KindedClaim): string[] {
  switch (claimKind) {
    case 'role':
      return [claim.title]
    case 'relation':
      return [claim.phrase]
    case 'production':
      return [claim.title, claim.medium]
    case 'statement':
      return claim.speakerText ? [claim.speakerText] : []
    default:
      return []
  }
}

function speakerOf({claimKind, claim}: KindedClaim, entities: ReadonlyMap<string, Entity>): Partial<Searchable> {
  if (claimKind !== 'statement') return {}
  const entity = claim.speaker === null ? undefined : entities.get(claim.speaker)
  if (entity) return {speaker: entity.id, speakerName: entity.name}
  return claim.speakerText ? {speakerName: claim.speakerText} : {}
}

/** Parts whose words a reader looks for. Comments and what surrounds an article are kept apart, so they are not found by accident. */
const SEARCHED_PARTS: ReadonlySet<PartKind> = new Set(['title', 'byline', 'dateline', 'body', 'caption', 'tag'])

function passages(document: Document): Part[] {
  return document.parts.filter(part => SEARCHED_PARTS.has(part.kind)).flatMap(part => paragraphs(document.text, part))
}

/** A paragraph longer than this is cut at a space: what is found should be short enough to read. */
const PASSAGE_MAX = 1_200

function paragraphs(text: string, part: Part): Part[] {
  const found: Part[] = []
  let start = part.start
  while (start < part.end) {
    const end = paragraphEnd(text, start, part.end)
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push({kind: part.kind, start, end})
    start = Math.max(end, start + 1)
    while (start < part.end && isLineEnd(text.charCodeAt(start))) start++
  }
  return found
}

function paragraphEnd(text: string, start: number, partEnd: number): number {
  const limit = Math.min(partEnd, start + PASSAGE_MAX)
  for (let offset = start; offset < limit; offset++) if (isLineEnd(text.charCodeAt(offset))) return offset
  if (limit === partEnd) return partEnd
  // Looked for in a slice: a search in the text would run back to its beginning where it has no spaces.
  const space = text.slice(start, limit).lastIndexOf(' ')
  return space > PASSAGE_MAX / 2 ? start + space : wholeCharacterEnd(text, limit)
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}

/** Never between the two halves of a character outside the basic plane. */
function wholeCharacterEnd(text: string, end: number): number {
  const code = text.charCodeAt(end - 1)
  return 0xd800 <= code && code <= 0xdbff ? end + 1 : end
}
