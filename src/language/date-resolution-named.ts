import {civilDay, dayNumber, isoDay, isoYear, monthLength, weekdayOf} from './calendar.ts'
import {type Anchors, countFrom, fromPublication, type Resolved} from './date-anchors.ts'
import {HOLIDAYS} from './date-holidays.ts'
import type {MeaningOf, Which} from './date-meaning.ts'
import {
  approximate,
  dayPeriod,
  daysPeriod,
  monthPeriod,
  type Period,
  seasonPeriod,
  sharePeriod,
  weekPeriod
} from './date-periods.ts'

/** "March 3": of the year said, of the year the text tells of, or the nearest one to publication. */
export function resolveDay(meaning: MeaningOf<'day'>, anchors: Anchors): Resolved {
  const {year, yearOffset, month, day} = meaning
  if (monthLength(year ?? LEAP_YEAR, month) < day) return {rule: 'no such day in the calendar'}
  if (year !== undefined) return {period: dayIn(year, month, day), rule: 'the full date'}
  if (yearOffset !== undefined)
    return fromPublication(anchors, 'the day in that year, counted from publication', from =>
      dayIn(civilDay(from).year + yearOffset, month, day)
    )
  const told = meaning.weekday === undefined ? yearToldFor(anchors) : undefined
  if (told !== undefined)
    return {period: dayIn(told, month, day), anchor: isoYear(told), rule: 'day of the year told before it'}
  const resolved = fromPublication(anchors, 'the last such day up to publication', from =>
    dayPeriod(nearestDay(meaning, from, anchors))
  )
  const ahead = resolved.period && anchors.published && anchors.published.last < resolved.period.first
  return ahead ? {...resolved, rule: 'the next such day after publication'} : resolved
}

/** Any year that has a 29 February. */
const LEAP_YEAR = 2000

/** The day, or the last one of a month that is too short for it (29 February). */
function dayIn(year: number, month: number, day: number): Period {
  return dayPeriod(dayNumber(year, month, Math.min(day, monthLength(year, month))))
}

/** A day without a year lies this near on the other side, whatever verb stands by: a month and a half. */
const NEAR_DAYS_MAX = 45
/** So near a day is to come whatever the verb ("lowered the Aug. 9 toll"), where the last one is long gone. */
const CLOSE_DAYS_MAX = 21
const LONG_AGO_DAYS_MIN = 300
/** And not this far on its own side: half a year. */
const FAR_DAYS_MIN = 183

function nearestDay({month, day, weekday}: MeaningOf<'day'>, from: number, {tense}: Anchors): number {
  const {year} = civilDay(from)
  const inYear = (which: number) => dayIn(year + which, month, day).first
  const next = from <= inYear(0) ? inYear(0) : inYear(1)
  const last = inYear(0) <= from ? inYear(0) : inYear(-1)
  const onWeekday = weekday === undefined ? [] : [last, next].filter(number => weekdayOf(number) === weekday)
  if (onWeekday.length === 1) return onWeekday[0]!
  if (tense === 'future') return from - last <= NEAR_DAYS_MAX && FAR_DAYS_MIN < next - from ? last : next
  if (next - from <= CLOSE_DAYS_MAX && LONG_AGO_DAYS_MIN < from - last) return next
  return tense !== 'past' && next - from <= NEAR_DAYS_MAX && next - from < from - last ? next : last
}

/** So many years before publication a text is a history, and tells its months and days of the year it has come to. */
const HISTORY_YEARS_MIN = 3

function yearToldFor({published, yearTold, tense}: Anchors): number | undefined {
  if (yearTold === undefined || !published) return yearTold
  const long = yearTold <= civilDay(published.first).year - HISTORY_YEARS_MIN
  return long && tense !== 'future' ? yearTold : undefined
}

/** "the 18th": of the month said, of the month that the text tells of, or the nearest one the sentence looks to. */
export function resolveMonthDay({day, which, weekday}: MeaningOf<'month-day'>, anchors: Anchors): Resolved {
  if (weekday !== undefined)
    return fromPublication(anchors, 'the nearest month in which that day is that weekday', from =>
      dayOnWeekday(from, day, weekday, anchors)
    )
  if (which !== undefined)
    return fromPublication(anchors, 'the day of that month, counted from publication', from =>
      dayInMonth(from, which, day)
    )
  const future = anchors.tense === 'future'
  const rule = future
    ? 'the next such day of a month from publication'
    : 'the last such day of a month up to publication'
  return fromPublication(anchors, rule, from => {
    const here = dayInMonth(from, 0, day)
    if (future) return from <= here.first ? here : dayInMonth(from, 1, day)
    return here.first <= from ? here : dayInMonth(from, -1, day)
  })
}

/** "Friday the 26th": every day of a month falls on every weekday within a year. */
function dayOnWeekday(from: number, day: number, weekday: number, {tense}: Anchors): Period {
  const {year, month} = civilDay(from)
  const days = Array.from({length: 2 * MONTHS_AROUND + 1}, (_, index) => month - MONTHS_AROUND + index)
    .filter(at => day <= monthLength(year, at))
    .map(at => dayNumber(year, at, day))
    .filter(number => weekdayOf(number) === weekday)
  const looked = days.filter(number => (tense === 'future' ? from <= number : tense === 'past' ? number <= from : true))
  const distance = (number: number) => Math.abs(number - from)
  return dayPeriod((looked.length === 0 ? days : looked).reduce((a, b) => (distance(b) < distance(a) ? b : a)))
}

/** In any fourteen months on either side the first to the 29th fall on every weekday; the 31st in some more. */
const MONTHS_AROUND = 28

function dayInMonth(from: number, months: number, day: number): Period {
  const {year, month} = civilDay(monthPeriod(civilDay(from).year, civilDay(from).month + months).first)
  return dayIn(year, month, day)
}

/** "03/04/2019": EDTF level 1 has no "one of", so the year stands for both and the bounds are the two days. */
export function resolveTwoReadings({year, first, second}: MeaningOf<'two-readings'>): Resolved {
  const [early, late] = [dayNumber(year, first, second), dayNumber(year, second, first)].sort((a, b) => a - b)
  const rule = `day and month can be read either way: ${isoDay(early!)} or ${isoDay(late!)}`
  return {period: {first: early!, last: late!, edtf: `${isoYear(year)}-XX-XX`, unit: 'day'}, rule}
}

/** "November": of the year said, of the year the text tells of, or the nearest one the sentence looks to. */
export function resolveMonth(meaning: MeaningOf<'month'>, anchors: Anchors): Resolved {
  const {year, yearOffset, month, which} = meaning
  if (year !== undefined) return {period: monthPeriod(year, month), rule: 'the month itself'}
  if (which === -1)
    return fromPublication(anchors, 'the last such month before publication', monthFrom(month, -1, true))
  if (which === 1) return fromPublication(anchors, 'the next such month after publication', monthFrom(month, 1, true))
  const offset = which ?? yearOffset
  if (offset !== undefined)
    return fromPublication(anchors, 'the month in that year, counted from publication', day =>
      monthPeriod(civilDay(day).year + offset, month)
    )
  const told = yearToldFor(anchors)
  if (told !== undefined)
    return {period: monthPeriod(told, month), anchor: isoYear(told), rule: 'month of the year told before it'}
  return looksAhead(month, anchors)
    ? fromPublication(anchors, 'the next such month from publication', monthFrom(month, 1, false))
    : fromPublication(anchors, 'the last such month up to publication', monthFrom(month, -1, false))
}

/** How many months ahead a month may lie when its verb has no time of its own ("the case is heard in May"). */
const AHEAD_MONTHS_MAX = 4

function looksAhead(month: number, {tense, published}: Anchors): boolean {
  if (tense !== 'open' || !published) return tense === 'future'
  const ahead = month - civilDay(published.last).month
  return 0 < (ahead + 12) % 12 && (ahead + 12) % 12 <= AHEAD_MONTHS_MAX
}

/** The nearest such month before (-1) or after (1) a day; `strictly` leaves the day's own month out. */
function monthFrom(month: number, direction: -1 | 1, strictly: boolean) {
  return (day: number): Period => {
    const {year, month: own} = civilDay(day)
    const beyond = direction === -1 ? own < month : month < own
    return monthPeriod(beyond || (strictly && own === month) ? year + direction : year, month)
  }
}

/** "summer of 2004", "last fall". */
export function resolveSeason({season, year, which}: MeaningOf<'season'>, anchors: Anchors): Resolved {
  if (year !== undefined)
    return {period: seasonPeriod(year, season), rule: 'the season itself, on the northern half of the earth'}
  if (which === 0)
    return fromPublication(anchors, 'that season of the year of publication', day => seasonAround(day, season, 0))
  const direction: Which = which ?? (anchors.tense === 'future' ? 1 : -1)
  const rule = direction === -1 ? 'the last such season before publication' : 'the next such season from publication'
  return fromPublication(anchors, rule, day => seasonAround(day, season, direction))
}

/** Seasons count by whole months: spring is March to May, and winter begins in December of its year. */
function seasonAround(day: number, season: number, which: Which): Period {
  const {year} = civilDay(day)
  const start = (of: number) => dayNumber(of, 3 * (season - 20), 1)
  const end = (of: number) => dayNumber(of, 3 * (season - 20) + 3, 1) - 1
  if (which === 0) return namedSeason(day <= end(year - 1) ? year - 1 : year, season)
  if (which === -1) return namedSeason(end(year) < day ? year : end(year - 1) < day ? year - 1 : year - 2, season)
  return namedSeason(day < start(year) ? year : year + 1, season)
}

/** A winter counted from a day is the one that begins in December. */
function namedSeason(year: number, season: number): Period {
  const period = seasonPeriod(year, season)
  return season === 24 ? {...period, first: dayNumber(year, 12, 1)} : period
}

/** "the following autumn", "that summer": around the last date in the text. */
export function resolveThatSeason({season, which}: MeaningOf<'that-season'>, anchors: Anchors): Resolved {
  const inText = anchors.inText('year')
  const anchor = inText ?? anchors.published
  if (!anchor) return {rule: 'no date to count from'}
  const side = which < 0 ? 'before' : which > 0 ? 'after' : 'of the year of'
  const where = inText ? 'the date before it in the text' : 'publication'
  return countFrom(anchor, `the season ${side} ${where}`, day => seasonAround(day, season, which))
}

/** "week 27 of 2018": the first week of a year is the one that holds its 4 January. */
export function resolveNumberedWeek({week, year, yearOffset}: MeaningOf<'numbered-week'>, anchors: Anchors): Resolved {
  const numbered = (of: number) => weekPeriod(dayNumber(of, 1, 4) + 7 * (week - 1))
  if (year !== undefined) return {period: numbered(year), rule: 'the week of that number'}
  return fromPublication(anchors, 'the week of that number, its year counted from publication', day =>
    numbered(civilDay(day).year + yearOffset!)
  )
}

/** "the third quarter of 2025", "the first half of last year", "the fourth quarter". */
export function resolveShare(meaning: MeaningOf<'share'>, anchors: Anchors): Resolved {
  const {parts, index, year, which, fiscal} = meaning
  const name = parts === 4 ? 'quarter' : 'half'
  if (fiscal && year !== undefined) return resolveFiscalShare(year, parts, index)
  if (year !== undefined) return {period: sharePeriod(year, parts, index), rule: `the ${name} of the calendar year`}
  if (which !== undefined)
    return fromPublication(anchors, `the ${name} of that year, counted from publication`, day =>
      sharePeriod(civilDay(day).year + which, parts, index)
    )
  const future = anchors.tense === 'future'
  const rule = future ? `the next such ${name} from publication` : `the last such ${name} begun before publication`
  return fromPublication(anchors, rule, day => {
    const own = sharePeriod(civilDay(day).year, parts, index)
    if (future) return day <= own.last ? own : sharePeriod(civilDay(day).year + 1, parts, index)
    return own.first <= day ? own : sharePeriod(civilDay(day).year - 1, parts, index)
  })
}

/** A fiscal year bears the year it ends in and may begin in any month from February of the year before. */
export function resolveFiscalYear({year}: MeaningOf<'fiscal-year'>): Resolved {
  const rule = 'a fiscal year bears the year it ends in; the words do not say when it begins'
  return {period: fiscalPeriod(year), rule}
}

/** From the earliest day that the fiscal year of that name may begin on, to the last that it may end on. */
export function fiscalPeriod(year: number): Period {
  return {first: dayNumber(year - 1, 2, 1), last: dayNumber(year, 12, 31), edtf: `${isoYear(year)}~`, unit: 'year'}
}

function resolveFiscalShare(year: number, parts: number, index: number): Resolved {
  const length = 12 / parts
  const first = dayNumber(year - 1, 2 + length * (index - 1), 1)
  const last = dayNumber(year, 1 + length * index, 1) - 1
  const rule = 'part of a fiscal year, which bears the year it ends in; the words do not say when it begins'
  return {period: {first, last, edtf: `${isoYear(year)}~`, unit: 'year'}, rule}
}

/** "Tuesday" in a report is the last one, its own day included; with "will" it is the next one. */
export function resolveWeekday({weekday, which, coming}: MeaningOf<'weekday'>, anchors: Anchors): Resolved {
  if (coming)
    return fromPublication(anchors, 'the next such weekday after publication', day =>
      dayPeriod(weekdayFrom(day + 1, weekday))
    )
  if (which === -1)
    return fromPublication(anchors, 'the last such weekday before publication', day =>
      dayPeriod(weekdayUpTo(day - 1, weekday))
    )
  if (which === 1)
    return fromPublication(anchors, 'that weekday of the week after publication', day =>
      dayPeriod(weekPeriod(day + 7).first + weekday - 1)
    )
  if (which === 0)
    return fromPublication(anchors, 'that weekday of the week of publication', day =>
      dayPeriod(weekPeriod(day).first + weekday - 1)
    )
  return anchors.tense === 'future'
    ? fromPublication(anchors, 'the next such weekday from publication', day => dayPeriod(weekdayFrom(day, weekday)))
    : fromPublication(anchors, 'the last such weekday up to publication', day => dayPeriod(weekdayUpTo(day, weekday)))
}

/** The last such weekday that is not after the day. */
export function weekdayUpTo(day: number, weekday: number): number {
  return day - ((weekdayOf(day) - weekday + 7) % 7)
}

/** The first such weekday that is not before the day. */
export function weekdayFrom(day: number, weekday: number): number {
  return day + ((weekday - weekdayOf(day) + 7) % 7)
}

/** "Christmas 2014", "last Thanksgiving", "Easter". */
export function resolveHoliday({name, year, which}: MeaningOf<'holiday'>, anchors: Anchors): Resolved {
  if (year !== undefined) return {period: holidayPeriod(name, year), rule: 'the holiday in that year'}
  if (which === 0)
    return fromPublication(anchors, 'the holiday in the year of publication', day =>
      holidayPeriod(name, civilDay(day).year)
    )
  const future = which === 1 || (which === undefined && anchors.tense === 'future')
  const rule = future ? 'the next such holiday from publication' : 'the last such holiday up to publication'
  return fromPublication(anchors, rule, day => {
    const own = civilDay(day).year
    const inYear = holidayPeriod(name, own)
    if (future) return day <= inYear.last ? inYear : holidayPeriod(name, own + 1)
    return inYear.first <= (which === -1 ? day - 1 : day) ? inYear : holidayPeriod(name, own - 1)
  })
}

function holidayPeriod(name: string, year: number): Period {
  const {first, last, about} = HOLIDAYS.get(name)!(year)
  const whole = daysPeriod(first, last)
  return about ? {...whole, first: first - 1, last: last + 1, edtf: approximate(whole.edtf)} : whole
}
