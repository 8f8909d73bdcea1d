import {civilDay, dayNumber, monthLength, weekdayOf} from './calendar.ts'
import {type Anchors, countFrom, fromPublication, type Resolved, withPeriod} from './date-anchors.ts'
import type {MeaningOf, Which} from './date-meaning.ts'
import {
  approximate,
  dayPeriod,
  daysPeriod,
  joinPeriods,
  monthPeriod,
  type Period,
  shiftPeriod,
  unitPeriod,
  weekendPeriod,
  weekPeriod
} from './date-periods.ts'
import {weekdayFrom, weekdayUpTo} from './date-resolution-named.ts'
import {isoDuration} from './date-rules-length.ts'
import type {Unit} from './date-words.ts'

/** "yesterday", "today", "tomorrow". */
export function resolveDayOffset({days}: MeaningOf<'day-offset'>, anchors: Anchors): Resolved {
  const rule =
    days < 0 ? 'the day before publication' : days > 0 ? 'the day after publication' : 'the day of publication'
  return fromPublication(anchors, rule, day => dayPeriod(day + days))
}

/** "last week", "this month", "next year": calendar units around publication. */
export function resolveUnit({unit, which}: MeaningOf<'unit'>, anchors: Anchors): Resolved {
  if (unit === 'weekend') return resolveWeekend(which, anchors)
  if (unit === 'week' && which === 0) return resolveThisWeek(anchors)
  const where = which < 0 ? 'before that' : which > 0 ? 'after that' : ''
  const rule = where === '' ? `the ${unit} of publication` : `the ${unit} ${where} of publication`
  return fromPublication(anchors, rule, day => unitPeriod(day, which, unit))
}

function resolveWeekend(which: Which, anchors: Anchors): Resolved {
  if (which === 0 && anchors.tense !== 'future')
    return fromPublication(anchors, 'the last weekend begun up to publication', day =>
      weekendPeriod(weekdayOf(day) < 6 ? day - 7 : day)
    )
  if (which === -1)
    return fromPublication(anchors, 'the last weekend before publication', day => weekendPeriod(day - 7))
  const rule = which === 0 ? 'the next weekend from publication' : 'the weekend after that of publication'
  return fromPublication(anchors, rule, day => weekendPeriod(day + 7 * which))
}

/**
 * Reporters say "this week" of the few days up to their own (or on from it), so it is written like "recent days": by its
 * month, where it lies in one, with the days as bounds.
 */
function resolveThisWeek(anchors: Anchors): Resolved {
  const future = anchors.tense === 'future'
  const rule = future ? 'the week of publication, from that day on' : 'the week of publication, up to that day'
  const resolved = fromPublication(anchors, rule, day => {
    const week = weekPeriod(day)
    return {...(future ? daysPeriod(day, week.last) : daysPeriod(week.first, day)), unit: 'week'}
  })
  const {year, month} = civilDay(resolved.period?.first ?? 0)
  const whole = monthPeriod(year, month)
  return resolved.period && resolved.period.last <= whole.last
    ? withPeriod(resolved, 'named by the month it lies in', days => ({...days, edtf: whole.edtf}))
    : resolved
}

/** "two years ago" is as fine as its unit; "about", "more than" and "a few" widen it. */
export function resolveAgo(meaning: MeaningOf<'ago'>, anchors: Anchors): Resolved {
  const {count, unit, sign, exactness, vague} = meaning
  if (count === 0) return {rule: `some ${unit}s ${sign < 0 ? 'before' : 'after'} publication; the words give no number`}
  const rule = `counted ${sign < 0 ? 'back' : 'on'} from publication, as fine as the unit`
  return fromPublication(anchors, rule, day => {
    const exact = shiftPeriod(day, sign * count, unit)
    if (unit === 'hour') return hoursAway(day, sign * count)
    if (!vague && exactness === 'exact') return exact
    const [least, most] = countBounds(meaning)
    const near = shiftPeriod(day, sign * least, unit)
    const far = shiftPeriod(day, sign * most, unit)
    const [first, last] = [Math.min(near.first, far.first), Math.max(near.last, far.last)]
    return {...exact, first, last, edtf: approximate(exact.edtf)}
  })
}

/** Hours away from a day whose hour is not known: on one of two days, unless they are whole days. */
function hoursAway(day: number, hours: number): Period {
  return daysPeriod(day + Math.floor(hours / 24), day + Math.ceil(hours / 24))
}

/** The least and the most that the words allow: "a few" is 2 to 6, "more than two" 2 to 3, "nearly two" 1 to 2. */
function countBounds({
  count,
  vague,
  exactness
}: Pick<MeaningOf<'ago'>, 'count' | 'vague' | 'exactness'>): readonly [number, number] {
  if (vague) return [Math.min(count, 2), count * 2]
  const least = exactness === 'more' ? count : Math.max(count - 1, 0)
  return [least, exactness === 'less' ? count : count + 1]
}

/** "two years later", "the day before": from the date named with it, the last one in the text, or publication. */
export function resolveLater(meaning: MeaningOf<'later'>, anchors: Anchors, given?: Resolved): Resolved {
  const {count, vague, unit, sign} = meaning
  if (given && !given.period) return given
  const inText = anchors.inText(unit)
  const anchor = given?.period ?? inText ?? anchors.published
  if (!anchor) return {rule: 'no date to count from'}
  const where = given ? 'the date named with it' : inText ? 'the date before it in the text' : 'publication'
  const direction = sign < 0 ? 'back' : 'on'
  if (count === 0)
    return {rule: `some ${unit}s ${direction} from ${where}; the words give no number`, anchor: anchor.edtf}
  return countFrom(anchor, `counted ${direction} from ${where}`, day => {
    const shifted = shiftPeriod(day, sign * count, unit)
    if (!vague) return shifted
    const [least, most] = countBounds({count, vague, exactness: 'exact'})
    const ends = [shiftPeriod(day, sign * least, unit), shiftPeriod(day, sign * most, unit)]
    const first = Math.min(...ends.map(end => end.first))
    return {...shifted, first, last: Math.max(...ends.map(end => end.last)), edtf: approximate(shifted.edtf)}
  })
}

/** "that year", "the same day", "the previous month": units around the last date in the text. */
export function resolveThat({unit, which}: MeaningOf<'that'>, anchors: Anchors): Resolved {
  const inText = anchors.inText(unit)
  const anchor = inText ?? anchors.published
  if (!anchor) return {rule: 'no date to count from'}
  const where = inText ? 'the date before it in the text' : 'publication'
  const rule = which === 0 ? `the ${unit} of ${where}` : `the ${unit} ${which < 0 ? 'before' : 'after'} ${where}`
  return countFrom(anchor, rule, day => unitPeriod(day, which, unit))
}

/** "the following Tuesday", "that Tuesday". */
export function resolveThatWeekday({weekday, which}: MeaningOf<'that-weekday'>, anchors: Anchors): Resolved {
  const inText = anchors.inText('day')
  const anchor = inText ?? anchors.published
  if (!anchor) return {rule: 'no date to count from'}
  const side = which < 0 ? 'before' : which > 0 ? 'after' : 'of the week of'
  const where = inText ? 'the date before it in the text' : 'publication'
  return countFrom(anchor, `the weekday ${side} ${where}`, day => {
    if (which < 0) return dayPeriod(weekdayUpTo(day - 1, weekday))
    return dayPeriod(which > 0 ? weekdayFrom(day + 1, weekday) : weekPeriod(day).first + weekday - 1)
  })
}

/** "Recent weeks" are counted as three. */
const RECENT_COUNT = 3
/** What recent units are written as: the next longer one, since no one knows the days. */
const LONGER: Partial<Record<Unit, Unit>> = {
  day: 'month',
  week: 'month',
  fortnight: 'month',
  weekend: 'month',
  month: 'year'
}

/** "in recent weeks": three units up to publication, named by the month or year that holds their middle. */
export function resolveRecent({unit, sign}: MeaningOf<'recent'>, anchors: Anchors): Resolved {
  const direction = sign < 0 ? 'up to publication' : 'on from publication'
  const longer = LONGER[unit]
  const named = longer ? `, named by the ${longer} they lie in` : ''
  return fromPublication(anchors, `about three ${unit}s ${direction}${named}`, day => {
    const days = daysAround(day, sign * RECENT_COUNT, unit)
    const years = joinPeriods(shiftPeriod(days.first, 0, 'year'), shiftPeriod(days.last, 0, 'year'))
    if (!longer) return {...days, edtf: approximate(years.edtf), unit: 'year'}
    const middle = shiftPeriod(Math.floor((days.first + days.last) / 2), 0, longer)
    const holds = middle.first <= days.first && days.last <= middle.last
    return {...days, edtf: holds ? middle.edtf : approximate(middle.edtf), unit: middle.unit}
  })
}

/**
 * "the past two years" reach from two years back up to publication: the far end is as fine as the unit, the near end a month
 * where the unit is a month or longer.
 */
export function resolvePast(meaning: MeaningOf<'past'>, anchors: Anchors): Resolved {
  const {count, vague, unit, sign, exactness} = meaning
  if (unit === 'quarter' && !vague) return resolvePastQuarters(meaning, anchors)
  const rule = sign < 0 ? 'so long up to publication' : 'so long from publication on'
  const resolved = fromPublication(anchors, rule, day => {
    const from = sign > 0 && WHOLE_DAYS.has(unit) && !vague ? day + 1 : day
    const days = sign > 0 ? daysPeriod(from, daysAround(day, count, unit).last) : daysAround(day, -count, unit)
    const far = farEnd(sign < 0 ? days.first : days.last, unit)
    const rough = vague || exactness !== 'exact' ? {...far, edtf: approximate(far.edtf)} : far
    const near = SHORT_UNITS.has(unit) ? dayPeriod(from) : shiftPeriod(day, 0, 'month')
    return {...days, edtf: (sign < 0 ? joinPeriods(rough, near) : joinPeriods(near, rough)).edtf}
  })
  return vague ? resolved : {...resolved, duration: isoDuration(count, unit)}
}

/** "the last two quarters": those of the calendar that are over, or that have not begun. */
function resolvePastQuarters({count, unit, sign}: MeaningOf<'past'>, anchors: Anchors): Resolved {
  const rule = sign < 0 ? 'the quarters before that of publication' : 'the quarters after that of publication'
  const resolved = fromPublication(anchors, rule, day =>
    sign < 0
      ? joinPeriods(unitPeriod(day, -count, unit), unitPeriod(day, -1, unit))
      : joinPeriods(unitPeriod(day, 1, unit), unitPeriod(day, count, unit))
  )
  return {...resolved, duration: isoDuration(count, unit)}
}

/** The next five days begin tomorrow. */
const WHOLE_DAYS: ReadonlySet<Unit> = new Set(['day', 'week', 'fortnight'])

const SHORT_UNITS: ReadonlySet<Unit> = new Set(['day', 'week', 'fortnight', 'weekend', 'hour', 'minute', 'second'])

function farEnd(day: number, unit: Unit): Period {
  if (SHORT_UNITS.has(unit)) return dayPeriod(day)
  return shiftPeriod(day, 0, unit === 'month' || unit === 'quarter' ? 'month' : 'year')
}

/** From the day so many units back or on, to the day. */
function daysAround(day: number, count: number, unit: Unit): Period {
  const other = shiftDay(day, count, unit)
  return daysPeriod(Math.min(day, other), Math.max(day, other))
}

const MONTHS_IN: Partial<Record<Unit, number>> = {month: 1, quarter: 3, year: 12, decade: 120, century: 1200}
const DAYS_IN: Partial<Record<Unit, number>> = {day: 1, week: 7, fortnight: 14, weekend: 7, hour: 1 / 24}

/** The same day so many units later, or the last one of a month that is too short for it. */
export function shiftDay(day: number, count: number, unit: Unit): number {
  const months = MONTHS_IN[unit]
  if (months === undefined) return day + Math.round(count * (DAYS_IN[unit] ?? 0))
  const {year, month, day: own} = civilDay(day)
  const first = civilDay(dayNumber(year, month + months * count, 1))
  return dayNumber(first.year, first.month, Math.min(own, monthLength(first.year, first.month)))
}
