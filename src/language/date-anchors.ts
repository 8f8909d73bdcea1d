import {coveringPeriod, type Period} from './date-periods.ts'
import type {Tense} from './date-tense.ts'
import type {Unit} from './date-words.ts'

/** What a date may be counted from. */
export interface Anchors {
  /** The date of publication, as precise as it is known. */
  readonly published: Period | undefined
  /** The last date before it in the text that a count of these units can start from. */
  readonly inText: (unit: Unit) => Period | undefined
  /** The year that the text has been telling of, where months and days without a year are of that year. */
  readonly yearTold: number | undefined
  readonly tense: Tense
}

/** A date with its place in time, and why. */
export interface Resolved {
  readonly period?: Period
  readonly duration?: string
  readonly anchor?: string
  readonly rule: string
}

/** Count from publication; without one there is nothing to count from. */
export function fromPublication({published}: Anchors, rule: string, count: (day: number) => Period): Resolved {
  return published ? countFrom(published, rule, count) : {rule: 'no date of publication to count from'}
}

/** Count from a period: where only its month or year is known, from both its ends, and cover what comes out. */
export function countFrom(anchor: Period, rule: string, count: (day: number) => Period): Resolved {
  const from = count(anchor.first)
  const to = count(anchor.last)
  if (from.edtf === to.edtf) return {period: from, anchor: anchor.edtf, rule}
  const period = coveringPeriod(from.first, to.last, from.unit)
  return {period, anchor: anchor.edtf, rule: `${rule}; ${anchor.edtf} is known no closer`}
}

/** Change the period of a resolved date, and add why. */
export function withPeriod(resolved: Resolved, rule: string, change: (period: Period) => Period): Resolved {
  const {period} = resolved
  return period ? {...resolved, period: change(period), rule: `${resolved.rule}; ${rule}`} : resolved
}
