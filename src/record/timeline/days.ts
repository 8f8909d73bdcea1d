import type {Days} from '../told-claim.ts'

/** Whether every day of `inner` is one of `outer`. */
export function isWithin(inner: Days, outer: Days): boolean {
  return outer.earliest <= inner.earliest && inner.latest <= outer.latest
}

/** Whether they share a day. */
export function overlap(one: Days, other: Days): boolean {
  return one.earliest <= other.latest && other.earliest <= one.latest
}

/** Whether all of `one` is over when `other` begins. */
export function isBefore(one: Days, other: Days): boolean {
  return one.latest < other.earliest
}

/** By first day, then by last. */
export function compareDays(one: Days, other: Days): number {
  return compare(one.earliest, other.earliest) || compare(one.latest, other.latest)
}

/** In the order of UTF-16 code units, which is that of ISO days. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
