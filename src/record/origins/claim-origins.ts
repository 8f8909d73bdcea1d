import type {ToldClaim} from '../told-claim.ts'
import {groupOrigins, type OriginGroup} from './group-origins.ts'
import {nearCopy} from './near-copy.ts'
import {type CreditedDocument, type OriginLink, sharedCredits} from './origin-links.ts'
import {type Sketch, sketchOf, wordsOf} from './sketch.ts'

/** A body that a claim says an outlet belongs to. */
export interface OutletOwner {
  /** Equal for the same body. */
  readonly key: string
  readonly name: string
  /** The words that say so. */
  readonly words: string
}

/** What is known of the documents that claims stand in. */
export interface ClaimSources {
  readonly documents: ReadonlyMap<string, CreditedDocument>
  /** By `outletKey`. */
  readonly owners: ReadonlyMap<string, readonly OutletOwner[]>
}

/** Nothing is known of who published what. */
export const NO_SOURCES: ClaimSources = {documents: new Map(), owners: new Map()}

/**
 * How many sources stand behind claims that say the same: those of one document origin, of one outlet, owner or agency, and
 * those that report the same production or the same statement count as one. What joins two claims joins nothing else that
 * their documents tell.
 */
export function originsOfClaims(claims: readonly ToldClaim[], sources: ClaimSources): OriginGroup[] {
  const ordered = [...claims].sort((a, b) => (claimKey(a) < claimKey(b) ? -1 : 1))
  const links = ordered.flatMap((one, index) =>
    ordered.slice(index + 1).flatMap(other => claimLinks(one, other, sources))
  )
  return groupOrigins(ordered.map(claimKey), links)
}

/** `DOCUMENT CLAIM`: documents of one text share their claim ids. */
export function claimKey({
  document,
  claim
}: Pick<ToldClaim, 'document'> & {readonly claim: {readonly id: string}}): string {
  return `${document} ${claim.id}`
}

/** Why these two count as one source, every reason; none where they do not. The surest first. */
export function claimLinks(one: ToldClaim, other: ToldClaim, {documents, owners}: ClaimSources): OriginLink[] {
  const ids = {one: claimKey(one), other: claimKey(other)}
  const link = (kind: OriginLink['kind'], reason: string, words: readonly string[] = []): OriginLink => ({
    ...ids,
    kind,
    reason,
    words
  })
  if (one.document === other.document) return [link('copy', 'in one document')]
  const found: OriginLink[] = []
  if (one.origin === other.origin) found.push(link('copy', 'in documents of one origin'))
  const quote = sharedQuote(one, other)
  if (quote) found.push(link('statement', 'both report the same words of the same speaker', [quote]))
  const teller = sharedTeller(one, other)
  if (teller) found.push(link('statement', `both have it on the word of ${teller}`))
  const production = sharedProduction(one, other)
  if (production) found.push(link('production', `both report ${production}`))
  const [a, b] = [documents.get(one.document), documents.get(other.document)]
  if (a && b) found.push(...houseLinks(a, b, owners, link))
  return found
}

type MakeLink = (kind: OriginLink['kind'], reason: string, words?: readonly string[]) => OriginLink

function houseLinks(
  a: CreditedDocument,
  b: CreditedDocument,
  owners: ClaimSources['owners'],
  link: MakeLink
): OriginLink[] {
  const links: OriginLink[] = []
  if (a.outlet !== undefined && a.outlet === b.outlet) links.push(link('outlet', 'published by one outlet'))
  const credits = sharedCredits(a, b)
  const signed = a.credits.find(({key}) => key === b.outlet) ?? b.credits.find(({key}) => key === a.outlet)
  if (credits.length > 0)
    links.push(
      link(
        'agency',
        `both credit ${credits[0]!.name}`,
        credits.map(({words}) => words)
      )
    )
  else if (signed) links.push(link('agency', `one credits ${signed.name}, which published the other`, [signed.words]))
  const owner = sharedOwner(a, b, owners)
  if (owner) links.push(link('owner', `their outlets belong to ${owner.name}`, [...new Set(owner.words)]))
  return links
}

/** A house that both outlets belong to, or that is one of the two. */
function sharedOwner(a: CreditedDocument, b: CreditedDocument, owners: ClaimSources['owners']) {
  if (a.outlet === undefined || b.outlet === undefined || a.outlet === b.outlet) return undefined
  const [ofA, ofB] = [owners.get(a.outlet) ?? [], owners.get(b.outlet) ?? []]
  const isOwn = ofA.find(({key}) => key === b.outlet) ?? ofB.find(({key}) => key === a.outlet)
  if (isOwn) return {name: isOwn.name, words: [isOwn.words]}
  for (const one of ofA) {
    const other = ofB.find(({key}) => key === one.key)
    if (other) return {name: one.name, words: [one.words, other.words]}
  }
  return undefined
}

function sharedProduction(one: ToldClaim, other: ToldClaim): string | undefined {
  const subjects = new Map(productionsOf(other).map(({subject, name}) => [subject, name]))
  const shared = productionsOf(one).find(({subject}) => subjects.has(subject))
  return shared && (shared.name ? `“${shared.name}”` : 'one production')
}

/** The productions that a claim was shown in. */
function productionsOf({claimKind, claim, entities}: ToldClaim) {
  const shown = claimKind === 'statement' || claimKind === 'attitude' ? [claim.production] : []
  const voices = claim.voices.filter(({kind}) => kind === 'production').map(({entity}) => entity)
  return [...shown, ...voices].flatMap(id => (id === undefined ? [] : (entities[id] ?? [])))
}

/** Who told both papers what neither saw for itself. That somebody said something is told by whoever heard it. */
function sharedTeller(one: ToldClaim, other: ToldClaim): string | undefined {
  const [teller, beside] = [tellerOf(one), tellerOf(other)]
  return teller && teller.subject === beside?.subject ? teller.name || 'one speaker' : undefined
}

function tellerOf({claimKind, claim, entities}: ToldClaim) {
  const [voice] = claimKind === 'statement' || claimKind === 'attitude' ? [] : claim.voices
  return voice?.kind === 'speaker' && voice.entity !== undefined ? entities[voice.entity] : undefined
}

/** Words of one speaker that both give: four or more in a row, and half of the shorter. */
function sharedQuote(one: ToldClaim, other: ToldClaim): string | undefined {
  const [a, b] = [quoteOf(one), quoteOf(other)]
  if (!a || !b || a.speaker !== b.speaker) return undefined
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a]
  const isSame =
    shorter.words.length < QUOTE_WORDS_MIN
      ? shorter.words.length > 1 && shorter.words.join(' ') === longer.words.join(' ')
      : isQuotedIn(shorter, longer)
  return isSame ? shorter.text : undefined
}

const QUOTE_WORDS_MIN = 4

interface Quote {
  readonly speaker: string
  readonly text: string
  readonly words: readonly string[]
  readonly sketch: Sketch
}

/** Read once: a quotation is held against many. */
function quoteOf(told: ToldClaim): Quote | undefined {
  if (!quotes.has(told)) quotes.set(told, readQuote(told))
  return quotes.get(told)
}

const quotes = new WeakMap<ToldClaim, Quote | undefined>()

function readQuote({claimKind, claim, entities, content}: ToldClaim): Quote | undefined {
  if ((claimKind !== 'statement' && claimKind !== 'attitude') || claim.kind === 'indirect' || claim.speaker === null)
    return undefined
  const text = content.join(' ')
  const speaker = entities[claim.speaker]?.subject
  return speaker === undefined ? undefined : {speaker, text, words: wordsOf(text), sketch: sketchOf(text)}
}

function isQuotedIn({sketch: one}: Quote, {sketch: other}: Quote): boolean {
  const hashes = new Set(other.hashes)
  const shared = one.hashes.filter(hash => hashes.has(hash)).length
  return shared > 0 && (nearCopy(one, other) !== undefined || one.hashes.length <= 2 * shared)
}
