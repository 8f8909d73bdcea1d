import type {Match} from './date-meaning.ts'
import {
  datedWeekday,
  dayMonth,
  dayOfThatMonth,
  holiday,
  month,
  monthDay,
  spelledDayMonth,
  weekday
} from './date-rules-days.ts'
import {century, decade, era, namedDecade} from './date-rules-eras.ts'
import {isoDate, numericDate, numericDay, numericMonth} from './date-rules-figures.ts'
import {namedFigures} from './date-rules-month-figures.ts'
import {numberedOf, numberedWeek, weekdayOfMonth} from './date-rules-ordinals.ts'
import {season} from './date-rules-seasons.ts'
import {
  fiscalYear,
  namedYear,
  quarterLabel,
  share,
  spelledYear,
  year,
  yearMonth,
  yearQuarter
} from './date-rules-years.ts'
import {type Line, tokenAt} from './date-tokens.ts'

/** Read a date that names its place in the calendar: a day, month, season, quarter, year, decade, century, weekday or holiday. */
export function calendarDate(line: Line, at: number): Match | undefined {
  const token = tokenAt(line, at)
  if (token.kind === 'break') return undefined
  return token.kind === 'word'
    ? (holiday(line, at) ??
        era(line, at) ??
        datedWeekday(line, at) ??
        weekdayOfMonth(line, at) ??
        namedFigures(line, at) ??
        numberedOf(line, at) ??
        numberedWeek(line, at) ??
        monthDay(line, at) ??
        spelledDayMonth(line, at) ??
        month(line, at) ??
        quarterLabel(line, at) ??
        share(line, at) ??
        fiscalYear(line, at) ??
        season(line, at) ??
        century(line, at) ??
        namedDecade(line, at) ??
        weekday(line, at) ??
        namedYear(line, at) ??
        spelledYear(line, at))
    : (isoDate(line, at) ??
        numericDate(line, at) ??
        numericMonth(line, at) ??
        numericDay(line, at) ??
        namedFigures(line, at) ??
        numberedOf(line, at) ??
        dayMonth(line, at) ??
        dayOfThatMonth(line, at) ??
        yearQuarter(line, at) ??
        yearMonth(line, at) ??
        share(line, at) ??
        decade(line, at) ??
        century(line, at) ??
        year(line, at))
}
