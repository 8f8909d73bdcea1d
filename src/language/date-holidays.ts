import {dayNumber, easterSunday, weekdayOf} from './calendar.ts'

/** The days a holiday covers in one year, as day numbers, both inclusive; `about` where the moon or a government moves it. */
export interface HolidayDays {
  readonly first: number
  readonly last: number
  readonly about: boolean
}

/**
 * Holidays by name in lower case, with the days they cover in a year of the Gregorian calendar.
 *
 * Only names that mean one day wherever they are printed, or that the press prints with one country in mind (Thanksgiving).
 */
export const HOLIDAYS: ReadonlyMap<string, (year: number) => HolidayDays> = new Map([
  ["new year's day", fixed(1, 1)],
  ["new year's eve", fixed(12, 31)],
  ["new year's", fixed(1, 1)],
  ["valentine's day", fixed(2, 14)],
  ["st. patrick's day", fixed(3, 17)],
  ["international women's day", fixed(3, 8)],
  ['nowruz', (year: number) => ({first: dayNumber(year, 3, 20), last: dayNumber(year, 3, 21), about: true})],
  ['groundhog day', fixed(2, 2)],
  ['waitangi day', fixed(2, 6)],
  ["april fools' day", fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ['anzac day', fixed(4, 25)],
  ["international workers' day", fixed(5, 1)],
  ['cinco de mayo', fixed(5, 5)],
  ['may day', fixed(5, 1)],
  ['juneteenth', fixed(6, 19)],
  ['canada day', fixed(7, 1)],
  ['fourth of july', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['halloween', fixed(10, 31)],
  ["all saints' day", fixed(11, 1)],
  ['armistice day', fixed(11, 11)],
  ['veterans day', fixed(11, 11)],
  ['remembrance day', fixed(11, 11)],
  ['world aids day', fixed(12, 1)],
  ['human rights day', fixed(12, 10)],
  ['christmas eve', fixed(12, 24)],
  ['christmas day', fixed(12, 25)],
  ['christmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ['martin luther king day', nthWeekday(1, 1, 3)],
  ["presidents' day", nthWeekday(2, 1, 3)],
  ['memorial day', lastMondayOfMay],
  ['labor day', nthWeekday(9, 1, 1)],
  ['columbus day', nthWeekday(10, 1, 2)],
  ['election day', electionDay],
  ['thanksgiving day', nthWeekday(11, 4, 4)],
  ['thanksgiving', nthWeekday(11, 4, 4)],
  ['black friday', nthWeekday(11, 4, 4, 1)],
  ['cyber monday', nthWeekday(11, 4, 4, 4)],
  ['ash wednesday', fromEaster(-46)],
  ['palm sunday', fromEaster(-7)],
  ['good friday', fromEaster(-2)],
  ['easter sunday', fromEaster(0)],
  ['easter monday', fromEaster(1)],
  ['easter', fromEaster(0)],
  ['pentecost', fromEaster(49)],
  ['ramadan', islamic(9, 1, 30)],
  ['eid al-fitr', islamic(10, 1, 3)],
  ['eid al-adha', islamic(12, 10, 13)],
  ['eid al fitr', islamic(10, 1, 3)],
  ['eid al adha', islamic(12, 10, 13)],
  ['eid ul-fitr', islamic(10, 1, 3)],
  ['eid ul-adha', islamic(12, 10, 13)],
  ['ashura', islamic(1, 10, 10)]
])

function fixed(month: number, day: number) {
  return (year: number): HolidayDays => oneDay(dayNumber(year, month, day))
}

/** The nth such weekday of a month, and so many days after it. */
function nthWeekday(month: number, weekday: number, nth: number, daysAfter = 0) {
  return (year: number): HolidayDays => {
    const first = dayNumber(year, month, 1)
    return oneDay(first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1) + daysAfter)
  }
}

function lastMondayOfMay(year: number): HolidayDays {
  const last = dayNumber(year, 5, 31)
  return oneDay(last - (weekdayOf(last) - 1))
}

/** The Tuesday after the first Monday of November, in the United States. */
function electionDay(year: number): HolidayDays {
  return oneDay(nthWeekday(11, 1, 1)(year).first + 1)
}

function fromEaster(days: number) {
  return (year: number): HolidayDays => oneDay(easterSunday(year) + days)
}

/**
 * Days of an Islamic month that begin in a Gregorian year, by the tabular calendar (epoch 16 July 622, 30-year cycle). The
 * sighting of the moon moves them by a day or two, so they are about. Where a year has two, the first counts.
 */
function islamic(month: number, firstDay: number, lastDay: number) {
  return (year: number): HolidayDays => {
    const startOfYear = dayNumber(year, 1, 1)
    let hijri = Math.floor(((year - 622) * 33) / 32) - 1
    while (islamicDay(hijri, month, firstDay) < startOfYear) hijri++
    return {first: islamicDay(hijri, month, firstDay), last: islamicDay(hijri, month, lastDay), about: true}
  }
}

function islamicDay(year: number, month: number, day: number): number {
  const epoch = dayNumber(622, 7, 19)
  return day + Math.ceil(29.5 * (month - 1)) + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + epoch - 1
}

function oneDay(day: number): HolidayDays {
  return {first: day, last: day, about: false}
}
