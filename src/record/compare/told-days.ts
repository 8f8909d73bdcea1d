import type {Time} from '../../reading/claim.ts'
import type {Days, ToldClaim} from '../told-claim.ts'

/** What is affirmed and denied further apart than this may have changed in between. */
const CHANGE_DAYS = 366
const DAY_MS = 86_400_000

/** Whether both cannot be the same time: no day lies within both bounds. */
export function areApart(one: Days, other: Days): boolean {
  return one.latest < other.earliest || other.latest < one.earliest
}

/** Whether `later` lies within `earlier` and says more of when it was. */
export function isCloser(earlier: Days | undefined, later: Days | undefined): boolean {
  if (!later) return false
  if (!earlier) return true
  const isWithin = earlier.earliest <= later.earliest && later.latest <= earlier.latest
  return isWithin && (earlier.earliest < later.earliest || later.latest < earlier.latest)
}

/** Whole days from the first bound to the last, both counted. */
export function lengthOf({earliest, latest}: Days): number {
  return (Date.parse(latest) - Date.parse(earliest)) / DAY_MS + 1
}

/** Whether something that holds for a while, told of these days, may have changed between them. */
export function mayHaveChanged(one: Days | undefined, other: Days | undefined): boolean {
  if (!one || !other) return false
  const [first, second] = one.latest < other.latest ? [one, other] : [other, one]
  return CHANGE_DAYS < (Date.parse(second.earliest) - Date.parse(first.latest)) / DAY_MS
}

/** The days that a claim about something that holds for a while is about: those it tells, or those of its report. */
export function daysOf(told: ToldClaim, time: Time | undefined): Days | undefined {
  return time ?? told.reported
}

/** Days in words for a reader. */
export function sayDays({earliest, latest}: Days): string {
  if (earliest === latest) return earliest
  if (earliest.slice(0, 4) === latest.slice(0, 4)) {
    if (earliest.endsWith('-01-01') && latest.endsWith('-12-31')) return earliest.slice(0, 4)
    if (earliest.slice(0, 7) === latest.slice(0, 7) && earliest.endsWith('-01') && 28 <= Number(latest.slice(8)))
      return earliest.slice(0, 7)
  }
  return `${earliest} to ${latest}`
}
