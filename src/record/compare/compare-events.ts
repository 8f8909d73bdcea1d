import type {Event} from '../../reading/reading.ts'
import {contradicts, type Fit, narrower, same, type ToldOf} from './comparison.ts'
import {readSaid, tellingWords} from './said-words.ts'
import {countsIn} from './told-counts.ts'
import {areApart, isCloser, lengthOf, sayDays} from './told-days.ts'
import {canBothHold, isExacter, sayNumber} from './told-numbers.ts'

type ToldEvent = ToldOf<'event'>

/** What happens to somebody once. */
export const ONCE_KINDS: ReadonlySet<string> = new Set(['death', 'birth'])

/** As much as this has to be shared for two events to be the same: who, whom, where, when count one each. */
const SHARED_MIN = 3
/** Dates are shared where both are no wider than a month; where both are a few days they count twice. */
export const MONTH_DAYS = 31
const FEW_DAYS = 3
/** Events told in the same words, as many as this of them telling, are the same unless their dates are apart. */
const WORDS_MIN = 4

/** Compare two events: the same one where kind, who, where and when meet; then its dates, counts and whether it happened. */
export function compareEvents(earlier: ToldEvent, later: ToldEvent): Fit | undefined {
  if (earlier.claim.kind !== later.claim.kind) return undefined
  const isOnce = happensOnce(earlier, later)
  if (!isOnce && !isSameEvent(earlier, later)) return undefined
  const [one, other] = [earlier.claim, later.claim]
  if (one.polarity !== other.polarity)
    return isOnce && one.when && other.when && areApart(one.when, other.when)
      ? undefined
      : contradicts('denial', `the same ${one.kind}, once told and once denied`)
  if (isOnce && one.polarity === 'positive' && one.when && other.when && areApart(one.when, other.when))
    return contradicts('date', `${one.kind} told of ${sayDays(one.when)}, and of ${sayDays(other.when)}`)
  const counts = compareCounts(one, other)
  if (counts?.fit === 'contradicts') return counts
  if (isCloser(one.when, other.when)) return narrower('says more closely when')
  if (one.place === undefined && other.place !== undefined) return narrower('says where')
  if (subjectsOf(earlier).length < subjectsOf(later).length) return narrower('names more who took part')
  return counts ?? same(`the same ${one.kind}`)
}

/** Everybody named in it, each once. */
function subjectsOf({claim, entities}: ToldEvent): string[] {
  return [...new Set(claim.participants.flatMap(({entity}) => entities[entity]?.subject ?? []))]
}

/** To whom it happened: who is told to have undergone it, or alone. */
export function patientsOf({claim, entities}: ToldEvent): string[] {
  const targets = claim.participants.filter(({part}) => part === 'target')
  const patients = targets.length > 0 || claim.participants.length > 1 ? targets : claim.participants
  return patients
    .map(({entity}) => entities[entity])
    .filter(entity => entity?.kind === 'person')
    .map(entity => entity!.subject)
}

function placeOf({claim, entities}: ToldEvent): string | undefined {
  return claim.place === undefined ? undefined : entities[claim.place]?.subject
}

function happensOnce(earlier: ToldEvent, later: ToldEvent): boolean {
  if (!ONCE_KINDS.has(earlier.claim.kind)) return false
  const patients = patientsOf(earlier)
  return patientsOf(later).some(subject => patients.includes(subject))
}

function isSameEvent(earlier: ToldEvent, later: ToldEvent): boolean {
  const {when, kind} = earlier.claim
  const otherWhen = later.claim.when
  if (when && otherWhen && areApart(when, otherWhen)) return false
  if (isToldAlike(earlier.claim, later.claim)) return true
  if (['agent', 'target'].some(part => areDisjoint(inPart(earlier, part), inPart(later, part)))) return false
  const [place, otherPlace] = [placeOf(earlier), placeOf(later)]
  if (place !== undefined && otherPlace !== undefined && place !== otherPlace) return false
  // Whoever dies twice is two people, and a death is told of those who died.
  if (ONCE_KINDS.has(kind) && areDisjoint(patientsOf(earlier), patientsOf(later))) return false
  const subjects = subjectsOf(earlier)
  const people = subjectsOf(later).filter(subject => subjects.includes(subject)).length
  const where = place !== undefined && place === otherPlace ? 1 : 0
  if (people + where === 0) return false
  return SHARED_MIN <= Math.min(people, 2) + where + sharedDays(earlier.claim, later.claim)
}

/** Told in the same words, but for numbers. */
function isToldAlike(one: Event, other: Event): boolean {
  const [words, otherWords] = [one.what, other.what].map(what => readSaid([what]).words)
  if (words!.length !== otherWords!.length || tellingWords(words!).length < WORDS_MIN) return false
  return words!.every(({word, number}, index) =>
    number ? otherWords![index]!.number : word === otherWords![index]!.word
  )
}

function inPart({claim, entities}: ToldEvent, wanted: string): string[] {
  return claim.participants.filter(({part}) => part === wanted).flatMap(({entity}) => entities[entity]?.subject ?? [])
}

/** Whether both are told and nobody is in both. */
function areDisjoint(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some(subject => other.includes(subject))
}

function sharedDays({when}: Event, {when: other}: Event): number {
  if (!when || !other) return 0
  const length = Math.max(lengthOf(when), lengthOf(other))
  if (length <= FEW_DAYS) return 2
  return length <= MONTH_DAYS ? 1 : 0
}

/** Counts of the same things in both. */
function compareCounts(one: Event, other: Event): Fit | undefined {
  const counts = countsIn(one.what)
  let exacter: Fit | undefined
  for (const [what, number] of countsIn(other.what)) {
    const before = counts.get(what)
    if (!before) continue
    if (!canBothHold(before, number))
      return contradicts('value', `${sayNumber(before)} ${what} before, ${sayNumber(number)} now`)
    if (isExacter(before, number)) exacter = narrower(`the same ${one.kind}, with a more exact number`)
  }
  return exacter
}
