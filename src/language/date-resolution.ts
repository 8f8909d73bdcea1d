import {civilDay} from './calendar.ts'
import {type Anchors, fromPublication, type Resolved, withPeriod} from './date-anchors.ts'
import type {Meaning, MeaningOf} from './date-meaning.ts'
import {
  approximate,
  centuryPeriod,
  dayPeriod,
  daysPeriod,
  decadePeriod,
  joinPeriods,
  type Period,
  partPeriod,
  shiftPeriod,
  weekPeriod,
  yearPeriod
} from './date-periods.ts'
import {
  resolveAgo,
  resolveDayOffset,
  resolveLater,
  resolvePast,
  resolveRecent,
  resolveThat,
  resolveThatWeekday,
  resolveUnit,
  shiftDay
} from './date-resolution-counted.ts'
import {
  fiscalPeriod,
  resolveDay,
  resolveFiscalYear,
  resolveHoliday,
  resolveMonth,
  resolveMonthDay,
  resolveNumberedWeek,
  resolveSeason,
  resolveShare,
  resolveThatSeason,
  resolveTwoReadings,
  resolveWeekday,
  weekdayFrom,
  weekdayUpTo
} from './date-resolution-named.ts'
import {isoDurations} from './date-rules-length.ts'
import type {Unit} from './date-words.ts'

/** Give a meaning its place in time, with the rule that gave it. */
export function resolveMeaning(meaning: Meaning, anchors: Anchors): Resolved {
  switch (meaning.kind) {
    case 'day':
      return resolveDay(meaning, anchors)
    case 'month-day':
      return resolveMonthDay(meaning, anchors)
    case 'two-readings':
      return resolveTwoReadings(meaning)
    case 'month':
      return resolveMonth(meaning, anchors)
    case 'year':
      return {period: yearPeriod(meaning.year), rule: 'the year itself'}
    case 'decade':
      return {period: decadePeriod(meaning.year), rule: 'the ten years of the decade'}
    case 'century':
      return {period: centuryPeriod(meaning.year), rule: 'the hundred years of the century'}
    case 'before-christ':
      return {rule: 'before the year 0, which is not placed'}
    case 'season':
      return resolveSeason(meaning, anchors)
    case 'share':
      return resolveShare(meaning, anchors)
    case 'fiscal-year':
      return resolveFiscalYear(meaning)
    case 'which-fiscal-year':
      return fromPublication(
        anchors,
        'a fiscal year counted from publication; the words do not say when it begins',
        day => fiscalPeriod(civilDay(day).year + meaning.which)
      )
    case 'weekday':
      return resolveWeekday(meaning, anchors)
    case 'any-season':
      return {rule: `some ${SEASONS[meaning.season - 21]}; the words do not say which`}
    case 'era':
      return {
        ...resolveRange({kind: 'range', from: meaning.from, to: meaning.to}, anchors),
        rule: `the time of ${meaning.name}`
      }
    case 'any-weekday':
      return {rule: 'some such weekday; the words do not say which'}
    case 'holiday':
      return resolveHoliday(meaning, anchors)
    case 'day-offset':
      return resolveDayOffset(meaning, anchors)
    case 'unit':
      return resolveUnit(meaning, anchors)
    case 'ago':
      return resolveAgo(meaning, anchors)
    case 'later':
      return resolveLater(meaning, anchors, meaning.from && resolveMeaning(meaning.from, anchors))
    case 'that':
      return resolveThat(meaning, anchors)
    case 'that-weekday':
      return resolveThatWeekday(meaning, anchors)
    case 'that-season':
      return resolveThatSeason(meaning, anchors)
    case 'numbered-week':
      return resolveNumberedWeek(meaning, anchors)
    case 'recent':
      return resolveRecent(meaning, anchors)
    case 'past':
      return resolvePast(meaning, anchors)
    case 'part':
      return resolvePart(meaning, anchors)
    case 'side':
      return resolveSide(meaning, anchors)
    case 'week-of':
      return resolveWeekOf(meaning, anchors)
    case 'span-of':
      return resolveSpanOf(meaning, anchors)
    case 'weekday-of':
      return resolveWeekdayOf(meaning, anchors)
    case 'weekday-in':
      return withPeriod(resolveMeaning(meaning.of, anchors), 'the weekday in it', ({first}) =>
        dayPeriod(weekPeriod(first).first + meaning.weekday - 1)
      )
    case 'week-with':
      return withPeriod(resolveMeaning(meaning.of, anchors), 'the week that holds it', ({first}) => weekPeriod(first))
    case 'range':
      return resolveRange(meaning, anchors)
    case 'time':
      return resolveTime(meaning, anchors)
    case 'now':
      return {rule: 'the time of writing, loosely', ...(anchors.published && {anchor: anchors.published.edtf})}
    case 'event':
      return resolveLength(
        meaning,
        `so long ${meaning.sign < 0 ? 'before' : 'after'} an event that the words do not date`
      )
    case 'duration':
      return resolveLength(meaning, 'a length of time')
    case 'ahead':
      return resolveAhead(meaning, anchors)
    case 'set':
      return {duration: meaning.iso, rule: repeatedRule(meaning)}
  }
}

/** "Several years" are a length without a number. */
function resolveLength({count, vague, unit, rest = []}: Omit<MeaningOf<'duration'>, 'kind'>, rule: string): Resolved {
  if (vague) return {rule: `${rule}: some ${unit}s, not said how many`}
  return {duration: isoDurations([{count, unit}, ...rest]), rule}
}

/** "It will open in two weeks" is dated, "it was built in two weeks" has a length. */
function resolveAhead(meaning: MeaningOf<'ahead'>, anchors: Anchors): Resolved {
  const length = resolveLength(meaning, 'a length of time')
  if (anchors.tense !== 'future') return length
  const {count, vague, unit, within} = meaning
  const counted = {count, vague, unit, sign: 1, exactness: 'exact'} as const
  const resolved = within
    ? resolvePast({kind: 'past', ...counted}, anchors)
    : resolveAgo({kind: 'ago', ...counted}, anchors)
  return resolved.period ? {...length, ...resolved} : length
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function repeatedRule({weekday, clock}: MeaningOf<'set'>): string {
  const rule = weekday === undefined ? 'a repeated time' : `a repeated time, on ${WEEKDAYS[weekday - 1]}`
  return clock === undefined ? rule : `${rule}; ${clock}`
}

const PART_RULES = {early: 'its first part', mid: 'its middle', late: 'its last part'}

/** "late 2001": bounded by its months, and approximate in EDTF, whose level 1 cannot say "late". */
function resolvePart({part, of}: MeaningOf<'part'>, anchors: Anchors): Resolved {
  return withPeriod(resolveMeaning(of, anchors), PART_RULES[part], period => partPeriod(period, part))
}

/** "Earlier this year" ends at publication and "later this year" begins there; the year still names it. */
function resolveSide({side, of}: MeaningOf<'side'>, anchors: Anchors): Resolved {
  const turn = of.kind === 'that' ? anchors.inText('day') : anchors.published
  const resolved = resolveMeaning(of, {...anchors, tense: side === 'earlier' ? 'past' : 'future'})
  if (!turn) return resolved
  return withPeriod(resolved, side === 'earlier' ? 'before then' : 'after then', period => {
    const first = side === 'later' ? Math.max(period.first, turn.first) : period.first
    const last = side === 'earlier' ? Math.min(period.last, turn.last) : period.last
    return first <= last ? {...period, first, last} : period
  })
}

/** "the first week of March": its first seven days, roughly. */
function resolveWeekOf({index, of}: MeaningOf<'week-of'>, anchors: Anchors): Resolved {
  return withPeriod(resolveMeaning(of, anchors), 'seven days of it', ({first, last}) => {
    const from = index < 0 ? last - 6 : Math.min(first + 7 * (index - 1), last)
    const week = daysPeriod(from, Math.min(from + 6, last))
    return {...week, edtf: approximate(week.edtf)}
  })
}

/** "the first two weeks of May": counted from the start or the end of what they are of. */
function resolveSpanOf({edge, count, unit, of}: MeaningOf<'span-of'>, anchors: Anchors): Resolved {
  return {
    ...withPeriod(resolveMeaning(of, anchors), `its ${edge} ${count} ${unit}s`, ({first, last}) =>
      edge === 'first'
        ? stretch(first, Math.min(last, shiftDay(first, count, unit) - 1), unit)
        : stretch(Math.max(first, shiftDay(last + 1, -count, unit)), last, unit)
    ),
    duration: isoDurations([{count, unit}])
  }
}

/** The days, written as months where they are counted in months or more. */
function stretch(first: number, last: number, unit: Unit): Period {
  if (['day', 'week', 'fortnight'].includes(unit)) return daysPeriod(first, last)
  return joinPeriods(shiftPeriod(first, 0, 'month'), shiftPeriod(last, 0, 'month'))
}

/** "the first Monday of May", "the last Friday of the month". */
function resolveWeekdayOf({index, weekday, of}: MeaningOf<'weekday-of'>, anchors: Anchors): Resolved {
  return withPeriod(resolveMeaning(of, anchors), 'that weekday of it', ({first, last}) =>
    dayPeriod(index < 0 ? weekdayUpTo(last, weekday) : weekdayFrom(first, weekday) + 7 * (index - 1))
  )
}

/** A range's ends are sought together: an end without a year lies nearest to the end that has one. */
function resolveRange({from, to}: MeaningOf<'range'>, anchors: Anchors): Resolved {
  const late = resolveMeaning(to, isDated(from) && !isDated(to) ? lookingOnFrom(from, anchors) : anchors)
  if (!late.period) return late
  const early = resolveMeaning(from, isDated(from) ? anchors : lookingBackFrom(late.period.last, anchors))
  if (!early.period) return early
  if (late.period.last < early.period.first) return {rule: 'the end of the range lies before its start'}
  const anchor = isDated(to) ? undefined : late.anchor
  return {period: joinPeriods(early.period, late.period), ...(anchor && {anchor}), rule: 'from the one to the other'}
}

function lookingOnFrom(from: Meaning, anchors: Anchors): Anchors {
  const start = resolveMeaning(from, anchors).period
  return start ? {...anchors, published: dayPeriod(start.first), yearTold: undefined, tense: 'future'} : anchors
}

function lookingBackFrom(day: number, anchors: Anchors): Anchors {
  return {...anchors, published: dayPeriod(day), yearTold: undefined, tense: 'past'}
}

/** Kinds whose year is sought where the words give none. */
const SOUGHT: ReadonlySet<Meaning['kind']> = new Set(['day', 'month', 'season', 'share', 'weekday', 'holiday'])

function isDated(meaning: Meaning): boolean {
  if (meaning.kind === 'part' || meaning.kind === 'week-of') return isDated(meaning.of)
  if (meaning.kind === 'time') return meaning.of !== undefined && isDated(meaning.of)
  if (!SOUGHT.has(meaning.kind)) return true
  return ['year', 'yearOffset', 'which'].some(key => key in meaning)
}

/** "Tuesday night" is dated by its day; EDTF of a day has no night. */
function resolveTime({clock, of}: MeaningOf<'time'>, anchors: Anchors): Resolved {
  if (!of) return {rule: `a time of day; the words name no day; ${clock}`}
  const resolved = resolveMeaning(of, anchors)
  return {...resolved, rule: `${resolved.rule}; ${clock}`}
}
