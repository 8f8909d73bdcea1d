import type {DateExpression} from '../src/language/analysis.ts'
import {dayNumber, isoDay, weekdayOf} from '../src/language/calendar.ts'
import {clockValues} from './timex-clock.ts'

/**
 * The TIMEX3 values that stand for a found date. EDTF and TIMEX3 write the same time differently: a week is an interval here
 * and `2016-W14` there, a season `2016-22` and `2016-SU`, a past year a stretch here and `P1Y` there.
 *
 * Recognizers-Text writes a stretch as `(from,to,length)`, where `to` is the day after or the first day of the last year or
 * month named; the length only repeats the two and is left out. What its words leave open it writes `XXXX`, whatever day the
 * reference picks: so each value is given in its open form too. "A few" it counts as three.
 */
export function timexValues(date: DateExpression): string[] {
  const {type, edtf, duration, earliest, latest, rule} = date
  const values = new Set<string>()
  if (duration) values.add(duration)
  const halves = duration && /^PT(?:(\d+)H)?30M$/.exec(duration)
  if (halves) values.add(`PT${halves[1] ?? '0'}.5H`)
  const vague = /some (\w+)s, not said/.exec(rule)
  if (vague) for (const value of vagueLengths(vague[1]!)) values.add(value)
  if (rule.startsWith('the time of writing')) values.add('PRESENT_REF')
  for (const value of repeatedValues(rule)) values.add(value)
  const season = /^some (spring|summer|autumn|winter);/.exec(rule)?.[1]
  if (season) values.add({spring: 'SP', summer: 'SU', autumn: 'FA', winter: 'WI'}[season]!)
  for (const value of countedDays(date)) values.add(value)
  const days = edtf && earliest && latest ? placedValues(edtf, earliest, latest, rule) : []
  for (const value of days) values.add(value)
  if (type === 'time')
    for (const value of clockValues(rule.split('; ').at(-1)!, edtf ? dayForms(edtf) : [''])) values.add(value)
  return [...values]
}

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * "Two weeks from Friday" is as fine as its unit here, a week; there it is the one day of that week (month, year) that answers
 * to the day it is counted from.
 */
function countedDays({earliest, latest, anchor, rule}: DateExpression): string[] {
  if (!earliest || !latest || !anchor || !/counted (?:back|on) from/.test(rule)) return []
  if (!/^\d{4}-\d\d-\d\d$/.test(anchor) || earliest === latest) return []
  const [first, last] = [numberOf(earliest), numberOf(latest)]
  if (last - first === 6) return [isoDay(first + weekdayOf(numberOf(anchor)) - 1)]
  return last - first < 31
    ? [`${earliest.slice(0, 7)}${anchor.slice(7)}`]
    : [`${earliest.slice(0, 4)}${anchor.slice(4)}`]
}

/** "Every Tuesday", "Tuesday mornings": a weekday of any week, with its time where one is said. */
function repeatedValues(rule: string): string[] {
  const [, name, clock] = /repeated time(?:, on (\w+))?(?:; (.+))?$/.exec(rule) ?? []
  const weekday = WEEKDAYS.indexOf(name ?? '')
  const day = 0 < weekday ? `XXXX-WXX-${weekday}` : ''
  return clock ? [...clockValues(clock, [day]), ...(day ? [day] : [])] : day ? [day] : []
}

function vagueLengths(unit: string): string[] {
  const letter = unit === 'decade' ? 'E' : unit[0]!.toUpperCase()
  const time = ['hour', 'minute', 'second'].includes(unit) ? 'T' : ''
  return [`PX${letter}`, `P${time}X${letter}`, `P${time}3${letter}`]
}

function placedValues(edtf: string, earliest: string, latest: string, rule: string): string[] {
  const plain = edtf.replaceAll('~', '')
  const values = [...dayForms(plain), `${earliest}/${latest}`, plain.replace(/-XX/g, '')]
  if (/^\d{4}$/.test(plain)) values.push(`${plain}-XX`, `${plain}-XX-XX`)
  if (/^\d{4}-\d\d$/.test(plain)) values.push(`${plain}-XX`, `XXXX${plain.slice(4)}`)
  const [year, season] = plain.split('-')
  const letters = {'21': 'SP', '22': 'SU', '23': 'FA', '24': 'WI'}[season ?? '']
  if (letters && plain.length === 7)
    values.push(`${year}-${letters}`, letters, ...seasonMonths(Number(year), Number(season)))
  if (/^0\d{3}$/.test(plain)) values.push(String(Number(plain)))
  if (/^\d{3}X$/.test(plain)) values.push(`${plain.slice(0, 3)}0/${plain.slice(0, 3)}9`)
  const decade = /^(\d{3})0\/\1\d$/.exec(plain)
  if (decade) values.push(`${decade[1]}X`)
  values.push(...stretches(plain, earliest, latest))
  return [
    ...values,
    ...weekValues(earliest, latest),
    ...(rule.includes('week') && isoWeek(numberOf(earliest)) === isoWeek(numberOf(latest))
      ? [isoWeek(numberOf(earliest))]
      : []),
    ...(rule.endsWith('seven days of it') ? weekOfMonth(earliest, latest) : [])
  ]
}

/** GUM writes a season as its months, with or without that of its end. */
function seasonMonths(year: number, season: number): string[] {
  const first = dayNumber(year, (season - 20) * 3, 1)
  const last = dayNumber(year, (season - 20) * 3 + 3, 1) - 1
  const month = (day: number) => isoDay(day).slice(0, 7)
  return [`${isoDay(first)}/${isoDay(last)}`, `${month(first)}/${month(last)}`, `${month(first)}/${month(last + 1)}`]
}

/** A day, and what of it stays open where its words name no year, no month or no week. */
function dayForms(edtf: string): string[] {
  const day = edtf.replaceAll('~', '')
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return [day]
  return [day, `XXXX${day.slice(4)}`, `XXXX-XX${day.slice(7)}`, `XXXX-WXX-${weekdayOf(numberOf(day))}`]
}

/** `(from,to)`: up to the day after, to the last day, or to where the last year or month begins. */
function stretches(edtf: string, earliest: string, latest: string): string[] {
  const [, lastNamed = ''] = edtf.split('/')
  const begun = lastNamed.length === 4 ? `${lastNamed}-01-01` : lastNamed.length === 7 ? `${lastNamed}-01` : latest
  const ends = new Set([dayAfter(latest), latest, begun])
  return [...ends].flatMap(end => [
    `(${earliest},${end})`,
    `(XXXX${earliest.slice(4)},XXXX${end.slice(4)})`,
    `(XXXX${earliest.slice(4)},${end})`,
    `(${earliest},XXXX${end.slice(4)})`
  ])
}

function dayAfter(day: string): string {
  return isoDay(numberOf(day) + 1)
}

function numberOf(day: string): number {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return dayNumber(year!, month!, dayOfMonth!)
}

/** `YYYY-Www` where the days are one ISO week or a part of one that begins on its Monday, `YYYY-Www-WE` for its weekend. */
function weekValues(earliest: string, latest: string): string[] {
  const first = numberOf(earliest)
  const days = numberOf(latest) - first
  if (weekdayOf(first) === 6 && days === 1) return [`${isoWeek(first)}-WE`, 'XXXX-WXX-WE']
  if (weekdayOf(first) !== 1 || days < 1 || 6 < days) return []
  const week = isoWeek(first)
  return [week, week.replace('-W0', '-W')]
}

/** The week is of the year that its Thursday is of. */
function isoWeek(day: number): string {
  const thursday = day - weekdayOf(day) + 4
  const year = isoDay(thursday).slice(0, 4)
  const week = Math.floor((thursday - dayNumber(Number(year), 1, 1)) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** `YYYY-MM-Wn` for the seven days that are a month's n-th; the last ones are its fifth there. */
function weekOfMonth(earliest: string, latest: string): string[] {
  const month = earliest.slice(0, 7)
  const index = Math.floor((Number(earliest.slice(8)) - 1) / 7) + 1
  const isLast = dayAfter(latest).endsWith('-01')
  const weeks = isLast ? [index, 5] : [index]
  return [
    ...weeks.flatMap(week => [`${month}-W0${week}`, `XXXX${month.slice(4)}-W0${week}`]),
    isoWeek(numberOf(earliest) + 3)
  ]
}
