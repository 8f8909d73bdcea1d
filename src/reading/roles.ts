import type {Chain} from '../language/analysis.ts'
import {covers, type Span} from '../text/span.ts'
import {findAuthorRoles} from './author-roles.ts'
import type {Time} from './claim.ts'
import {claimOn, publishedTime} from './claim-on.ts'
import {countryOf} from './countries-by-adjective.ts'
import {findDeaths} from './death-times.ts'
import type {Material} from './material.ts'
import type {Role} from './reading.ts'
import {type Departure, findDepartures, findSuccessions, type Succession} from './role-changes.ts'
import {addDraft, draftOf, leadingPosts, type RoleDraft} from './role-drafts.ts'
import {findRoleMentions} from './role-findings.ts'
import {COMPANY_OFFICES, NATIONAL_OFFICES} from './role-nouns.ts'
import type {Holder} from './role-organisation.ts'
import {addTenures} from './tenures-told.ts'
import {ahead} from './times-ahead.ts'
import {findTurnTakers, type TurnTaker} from './turn-takers.ts'
import {entityIdOf, withUnnamed} from './unnamed-people.ts'

/**
 * Who is said to hold, or to have held, which title where.
 *
 * One claim for each person and post: later mentions of the same post add evidence, dates and what it is held at.
 */
export function findRoles(given: Material): Role[] {
  const material = withUnnamed(given)
  const byPerson = new Map<Chain, RoleDraft[]>()
  for (const finding of findRoleMentions(material)) addDraft(byPerson, draftOf(material, finding))
  for (const taker of findTurnTakers(material.analysis)) takeTurn(byPerson, taker)
  const drafts = [...byPerson.values()].flat()
  shareCountries(material, drafts)
  const departures = findDepartures(material.analysis)
  addTenures(byPerson, material.analysis, departures)
  endAtDeath(drafts, findDeaths(material.analysis))
  const left = leftBySuccession(byPerson, findSuccessions(material.analysis))
  endAtDeparture(byPerson, departures)
  const about = {country: countryOfText(material), company: companyOfText(material)}
  for (const draft of drafts) if (draft.status === 'designate') draft.begun = ahead(material, draft.begun)
  return [
    ...[...dropWeakRanks(drafts), ...left].map(draft => roleOf(material, draft, about)),
    ...findAuthorRoles(material)
  ]
}

/** "peace negotiator and former President": the country of one post is that of the other, where it has none of its own. */
function shareCountries({entities}: Material, drafts: readonly RoleDraft[]): void {
  const byPerson = new Map<Chain, Holder>()
  for (const {person, holder} of drafts)
    if (holder && !byPerson.has(person) && isCountry(entities.get(holder.organisation)?.name ?? holder.organisation))
      byPerson.set(person, {...holder, reason: 'the country of another post'})
  for (const draft of drafts)
    if (!draft.holder && NATIONAL_OFFICES.test(draft.title.toLowerCase())) draft.holder = byPerson.get(draft.person)
}

function isCountry(name: string): boolean {
  return countryOf(name) !== undefined
}

/** Whoever held a title when they died holds it no longer. */
function endAtDeath(drafts: readonly RoleDraft[], deaths: ReadonlyMap<Chain, Time>): void {
  for (const draft of drafts) {
    const death = deaths.get(draft.person)
    if (!death || (draft.status === 'former' && !draft.begun)) continue
    draft.ended ??= death
    draft.status = 'former'
    draft.reason += '; said to have died'
  }
}

/** Whoever leaves without a word of what leaves the one post that the text gives them. */
function endAtDeparture(byPerson: ReadonlyMap<Chain, readonly RoleDraft[]>, departures: readonly Departure[]): void {
  for (const {person, time, planned, evidence} of departures) {
    const held = heldBy(byPerson, person).filter(({stays, status}) => !stays && status !== 'designate')
    const [draft] = held
    if (!draft || 1 < held.length) continue
    draft.ended ??= time
    if (!planned) draft.status = 'former'
    draft.evidence.push(evidence)
    draft.reason += planned ? '; said to leave' : '; said to have left'
  }
}

function heldBy(byPerson: ReadonlyMap<Chain, readonly RoleDraft[]>, person: Chain): RoleDraft[] {
  return (byPerson.get(person) ?? []).filter(({status, rank}) => !rank && status !== 'former')
}

/** "Holm, who replaced Varga in May": since then she holds her post, and until then he held it. */
function leftBySuccession(
  byPerson: ReadonlyMap<Chain, readonly RoleDraft[]>,
  successions: readonly Succession[]
): RoleDraft[] {
  return successions.flatMap(({from, to, time, evidence, follows}) => {
    const held = heldBy(byPerson, from)
    const told =
      held.find(({evidence: spans}) => spans.some(span => covers(span, evidence))) ??
      held.find(({evidence: spans}) => follows && spans.some(span => leadsTo(span, evidence)))
    const draft = told ?? held.find(({status}) => status === 'designate') ?? held[0]
    if (!draft || (!told && 1 < held.length && draft.status !== 'designate') || PLAYERS.test(draft.head)) return []
    draft.begun ??= time
    const same = byPerson.get(to)?.find(({head}) => head === draft.head)
    if (same) return endBefore(same, draft)
    const ended = draft.begun
    const status = draft.status === 'designate' ? 'current' : 'former'
    return [
      {
        ...draft,
        person: to,
        status,
        begun: undefined,
        ended,
        evidence: [evidence],
        reason: 'said to be followed by another',
        score: 0.6
      }
    ]
  })
}

/**
 * "The mayor, Holm … her predecessor, Osk Varga": he was mayor before her. Whoever followed a former mayor need not be it still.
 *
 * What is told of the predecessor by that word is told of the post from here on: an end, a death.
 */
function takeTurn(byPerson: Map<Chain, RoleDraft[]>, {person, of, isBefore, evidence}: TurnTaker): void {
  const posts = (byPerson.get(of) ?? []).filter(
    post => !post.rank && isBefore === (post.status !== 'former') && isOffice(post)
  )
  const [post, ...others] = posts
  const own = byPerson.get(person) ?? []
  if (!post || others.length > 0 || own.some(({head}) => head === post.head)) return
  const {head, title, holder} = post
  const called = own.find(draft => /^(?:predecessor|successor)$/.test(draft.head))
  const turn: RoleDraft = {
    person,
    head,
    title,
    holder,
    status: isBefore ? 'former' : 'unknown',
    begun: called?.begun,
    ended: called?.ended,
    evidence: called?.evidence ?? [evidence],
    rank: false,
    led: false,
    acting: false,
    stays: false,
    reason: `said to be the ${isBefore ? 'predecessor' : 'successor'} of whoever holds it`,
    score: 0.6
  }
  byPerson.set(person, [...own.filter(draft => draft !== called), turn])
}

/** Not what somebody does for a living: a nurse's predecessor need not have been one. */
function isOffice({head, holder}: RoleDraft): boolean {
  return holder !== undefined || leadingPosts.has(head)
}

/** "named director in May, replacing Varga": the post is told of right before. */
function leadsTo({end}: Span, {start}: Span): boolean {
  return end <= start && start - end <= LINK_LENGTH_MAX
}

/** A comma, and a date at most. */
const LINK_LENGTH_MAX = 25

/** The post is told of already, but not until when. */
function endBefore(post: RoleDraft, next: RoleDraft): RoleDraft[] {
  if (next.status !== 'designate' && post.status === 'current') return []
  post.ended ??= next.begun
  if (post.status === 'unknown') post.status = 'former'
  return []
}

/** Who replaces a player takes a place, not a post. */
const PLAYERS =
  /(?:player|midfielder|defender|striker|winger|keeper|forward|back|half|substitute|batsman|bowler|pitcher)$/

/** A rank is kept where nothing more is said of the person. */
function dropWeakRanks(drafts: readonly RoleDraft[]): RoleDraft[] {
  const withPost = new Set(drafts.filter(({rank}) => !rank).map(({person}) => person))
  return drafts.filter(({rank, person}) => !rank || !withPost.has(person))
}

/** What the text is about. */
interface About {
  readonly country: string | undefined
  readonly company: string | undefined
}

function roleOf(material: Material, draft: RoleDraft, {country, company}: About): Role {
  const {person, title, begun, ended} = draft
  const published = publishedTime(material)
  const isAhead = begun !== undefined && published !== undefined && published.latest < begun.earliest
  const status = isAhead && draft.status === 'current' ? 'designate' : draft.status
  const national = !draft.holder && country !== undefined && NATIONAL_OFFICES.test(title.toLowerCase())
  // What somebody was before may well have been elsewhere.
  const isHeld = !draft.holder && status !== 'former'
  const corporate = isHeld && company !== undefined && COMPANY_OFFICES.test(title)
  const organisation = draft.holder?.organisation ?? (national ? country : corporate ? company : undefined)
  const observed = !isAhead && (status === 'current' || status === 'acting') ? published : undefined
  const reason = [
    draft.reason,
    draft.holder?.reason,
    national && 'the country that the text is about',
    corporate && 'the company that the text is about'
  ]
  return {
    ...claimOn(material, 'role', draft.evidence, {
      reason: reason.filter(Boolean).join('; '),
      score: national || corporate ? draft.score * 0.8 : draft.score
    }),
    person: entityIdOf(material, person),
    title,
    ...(organisation !== undefined && {organisation}),
    status,
    ...(observed && {observed}),
    ...(begun && {begun}),
    ...(ended && {ended})
  }
}

/** Under it, "the President" may well be another country's: found on articles about two countries. */
const COUNTRY_SHARE = 3

/** The country that the text names most, where it names it three times as often as any other. */
function countryOfText(material: Material): string | undefined {
  const {analysis, entities} = material
  const counts = new Map<string, number>()
  for (const form of analysis.forms) {
    const country = countryOf(form)
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < COUNTRY_SHARE * (second?.[1] ?? 0)) return undefined
  return entities.named(first[0])?.id ?? first[0]
}

/** The organisation that the text speaks of twice as often as of any other. */
function companyOfText({analysis}: Material): string | undefined {
  const [first, second] = analysis.chains
    .filter(({kind, mentions}) => kind === 'organisation' && mentions.some(({form}) => form === 'name'))
    .sort((a, b) => b.mentions.length - a.mentions.length)
  if (!first || first.mentions.length < Math.max(2, 2 * (second?.mentions.length ?? 0))) return undefined
  return first.id
}
