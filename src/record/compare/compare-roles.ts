import type {Role} from '../../reading/reading.ts'
import {foldName} from '../fold-name.ts'
import type {Days} from '../told-claim.ts'
import {contradicts, type Fit, narrower, same, type ToldOf} from './comparison.ts'
import {compareTitles, isExclusive, titleOf} from './role-titles.ts'
import {areApart, daysOf, isCloser, mayHaveChanged, sayDays} from './told-days.ts'

type ToldRole = ToldOf<'role'>

/** Compare two roles: of one person in one office, or of two persons in an office that only one can hold. */
export function compareRoles(earlier: ToldRole, later: ToldRole): Fit | undefined {
  const [person, other] = [earlier, later].map(told => told.entities[told.claim.person]?.subject)
  if (person === undefined || other === undefined) return undefined
  const organisation = compareOrganisations(earlier, later)
  if (!organisation) return undefined
  const title = compareTitles(titleOfRole(earlier), titleOfRole(later))
  if (person !== other) return organisation === 'same' && title === 'same' ? compareHolders(earlier, later) : undefined
  return title && compareTenures(earlier, later, [title, organisation])
}

/** The title without the words of its organisation. */
export function titleOfRole({claim, entities}: ToldRole): string {
  const {organisation} = claim
  const entity = organisation === undefined ? undefined : entities[organisation]
  const names = entity ? [entity.name, ...entity.names] : [organisation ?? '']
  return titleOf(claim.title, names)
}

/** Where a role is held, as it is compared: a subject, or words where no entity stands for it. */
function organisationOf({claim, entities}: ToldRole): string | undefined {
  const {organisation} = claim
  if (organisation === undefined) return undefined
  const entity = entities[organisation]
  return entity ? entity.subject : `"${foldName(organisation)}"`
}

/** The days on which a role was held for certain, as far as it tells them. */
export function heldDays(role: Role): Days | undefined {
  const {observed, begun, ended, status, polarity} = role
  if (polarity === 'negative' || status === 'designate') return undefined
  const isHeldThen = status !== 'former' && observed !== undefined && observed.earliest === observed.latest
  const seen = isHeldThen ? observed : undefined
  const earliest = begun?.latest ?? seen?.earliest
  const latest = ended?.earliest ?? seen?.latest
  return earliest !== undefined && latest !== undefined && earliest <= latest ? {earliest, latest} : undefined
}

type Closeness = 'same' | 'narrower' | 'wider'

/** Words for an organisation are the same where they are; an organisation that is only named once was left open before. */
function compareOrganisations(earlier: ToldRole, later: ToldRole): Closeness | undefined {
  const [one, other] = [organisationOf(earlier), organisationOf(later)]
  if (one === other) return 'same'
  if (one === undefined) return 'narrower'
  if (other === undefined) return 'wider'
  return isNamedSo(earlier, later) || isNamedSo(later, earlier) ? 'same' : undefined
}

/** Whether one report's words for the organisation are a name of the other's entity. */
function isNamedSo(words: ToldRole, named: ToldRole): boolean {
  const asWords = words.claim.organisation!
  const entity = named.entities[named.claim.organisation!]
  if (words.entities[asWords] || !entity) return false
  return [entity.name, ...entity.names].some(name => bare(name) === bare(asWords))
}

function bare(name: string): string {
  return foldName(name).replace(/^the (?=.)/, '')
}

function compareHolders(earlier: ToldRole, later: ToldRole): Fit | undefined {
  const [one, other] = [heldDays(earlier.claim), heldDays(later.claim)]
  if (!one || !other || areApart(one, other) || !isExclusive(titleOfRole(earlier))) return undefined
  const shared = {
    earliest: [one.earliest, other.earliest].sort().at(-1)!,
    latest: [one.latest, other.latest].sort()[0]!
  }
  const [name, otherName] = [earlier, later].map(told => told.entities[told.claim.person]!.name)
  return contradicts(
    'exclusive-role',
    `one person at a time is ${earlier.claim.title}: ${name} and ${otherName} are both said to have been, ${sayDays(shared)}`
  )
}

function compareTenures(earlier: ToldRole, later: ToldRole, told: readonly Closeness[]): Fit | undefined {
  const [one, other] = [earlier.claim, later.claim]
  if (one.polarity !== other.polarity) return compareDenied(earlier, later)
  if (one.polarity === 'negative') return same('the same office is denied')
  for (const [name, days, laterDays] of [
    ['begun', one.begun, other.begun],
    ['ended', one.ended, other.ended]
  ] as const)
    if (days && laterDays && areApart(days, laterDays))
      return contradicts('date', `said to have ${name} ${sayDays(days)}, and ${sayDays(laterDays)}`)
  const outside = observedOutside(one, other) ?? observedOutside(other, one)
  if (outside) return outside
  if (!isStatusAlike(one, other)) return undefined
  if (told.includes('narrower')) return narrower('says more closely which office it is')
  if (isCloser(one.begun, other.begun) || isCloser(one.ended, other.ended))
    return narrower('says more closely since when, or until when')
  return same('the same person in the same office')
}

/** Held on a day before it is said to have begun, or after it is said to have ended. */
function observedOutside(seen: Role, told: Role): Fit | undefined {
  const held = seen.status === 'current' || seen.status === 'acting' ? seen.observed : undefined
  if (!held) return undefined
  if (told.begun && held.latest < told.begun.earliest)
    return contradicts('date', `held ${sayDays(held)}, before it is said to have begun, ${sayDays(told.begun)}`)
  if (told.ended && told.ended.latest < held.earliest)
    return contradicts('date', `held ${sayDays(held)}, after it is said to have ended, ${sayDays(told.ended)}`)
  return undefined
}

function compareDenied(earlier: ToldRole, later: ToldRole): Fit | undefined {
  const [one, other] = [earlier, later].map(told => daysOf(told, told.claim.observed))
  const affirmed = earlier.claim.polarity === 'positive' ? earlier.claim : later.claim
  if (affirmed.status === 'former' || affirmed.status === 'designate' || affirmed.ended) return undefined
  return mayHaveChanged(one, other) ? undefined : contradicts('denial', 'the same office, once told and once denied')
}

/** Who was and who is in office may both be so; who acts is in office. */
function isStatusAlike({status}: Role, {status: other}: Role): boolean {
  const isHeld = (each: Role['status']) => each === 'current' || each === 'unknown'
  return status === other || (isHeld(status) && isHeld(other))
}
