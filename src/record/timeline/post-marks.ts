import {edtfBounds, FIRST_DAY, LAST_DAY} from '../../language/edtf.ts'
import type {Time} from '../../reading/claim.ts'
import type {Relation, Role} from '../../reading/reading.ts'
import type {Days} from '../told-claim.ts'
import {PAST_PHRASES} from './title-words.ts'

/**
 * What one claim says of when somebody held a post or belonged to a body.
 *
 * `seen`: held it on a day among these. `begun`, `ended`: on a day among these. `throughout`: on each of these. `called`: is
 * called so, and whether it was still or already so is not said. `former`: no longer held it on these days. `designate`: did
 * not hold it yet. `denied`: is said not to have held it.
 */
export interface PostMark {
  readonly kind: 'seen' | 'begun' | 'ended' | 'throughout' | 'called' | 'former' | 'designate' | 'denied'
  readonly days: Days
  /** Nobody hedges it, and it does not tell of days to come. */
  readonly isSure: boolean
}

/** Days of which nothing is known. */
const ANY_DAY: Days = {earliest: FIRST_DAY, latest: LAST_DAY}

/**
 * The marks of a role. A post seen on publication was held then, and nothing follows for the day before or after; only words
 * that tell a beginning or an end make one.
 *
 * @param published - undefined where the document does not say
 */
export function roleMarks(role: Role, published: Days | undefined): PostMark[] {
  const told = toldDays(role.observed) ?? published
  const {begun, ended} = role
  if (role.polarity === 'negative') return [mark('denied', told ?? ANY_DAY, isUnhedged(role))]
  if (isUnlikely(role)) return [mark('denied', told ?? ANY_DAY, false)]
  const isSaid = (time: Time) => isUnhedged(role) && (published === undefined || time.earliest <= published.latest)
  const isHeld = role.status === 'current' || role.status === 'acting'
  const seen = isHeld && told ? mark('seen', told, isUnhedged(role)) : undefined
  return [
    ...(begun ? [mark('begun', daysOf(begun), isSaid(begun) && role.status !== 'designate')] : []),
    ...(ended ? [mark('ended', daysOf(ended), isSaid(ended))] : []),
    ...(seen ? [seen] : []),
    ...throughout(begun, ended ?? (seen && told), isUnhedged(role)),
    ...unsaid(role, told)
  ]
}

/** The marks of "member of", "part of", "affiliated with". */
export function relationMarks(relation: Relation, published: Days | undefined): PostMark[] {
  const {during, phrase} = relation
  const isSure = isUnhedged(relation)
  if (relation.polarity === 'negative' || isUnlikely(relation))
    return [mark('denied', toldDays(during) ?? published ?? ANY_DAY, isSure)]
  const isPast = PAST_PHRASES.test(phrase)
  if (during === undefined) {
    if (published === undefined) return [mark('called', ANY_DAY, false)]
    return [mark(isPast ? 'former' : 'seen', published, isSure)]
  }
  const isOver = published !== undefined && during.earliest > published.latest
  const [from = '', to] = during.edtf.split('/')
  if (to !== '..') return [mark('seen', daysOf(during), isSure && !isOver)]
  const begun = edtfBounds(from)
  if (!begun) return [mark('called', ANY_DAY, false)]
  const seen = published && !isPast ? [mark('seen', published, isSure)] : []
  return [mark('begun', begun, isSure && !isOver), ...seen, ...throughout(begun, seen[0]?.days, isSure)]
}

/** From when it had surely begun until when it was surely not over. */
function throughout(begun: Days | undefined, until: Days | undefined, isSure: boolean): PostMark[] {
  if (!begun || !until || until.earliest < begun.latest) return []
  return [mark('throughout', {earliest: begun.latest, latest: until.earliest}, isSure)]
}

/** Where neither beginning nor end is dated, the status says on which side of the report it lies. */
function unsaid({status, begun, ended}: Role, told: Days | undefined): PostMark[] {
  if (status === 'former') return ended ? [] : [mark('former', told ?? ANY_DAY, true)]
  if (status === 'designate') return [mark('designate', told ?? ANY_DAY, true)]
  if (status === 'unknown') return begun || ended ? [] : [mark('called', told ?? ANY_DAY, false)]
  return told ? [] : [mark('called', ANY_DAY, false)]
}

function mark(kind: PostMark['kind'], days: Days, isSure: boolean): PostMark {
  return {kind, days, isSure}
}

function toldDays(time: Time | undefined): Days | undefined {
  return time && daysOf(time)
}

function daysOf({earliest, latest}: Days): Days {
  return {earliest, latest}
}

function isUnhedged({modality}: Role | Relation): boolean {
  return modality.every(({value}) => value === 'certain')
}

function isUnlikely({modality}: Role | Relation): boolean {
  return modality.some(({value}) => value === 'unlikely')
}
