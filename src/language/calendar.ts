/** A year, a month from 1 to 12 and a day of the month from 1, in the Gregorian calendar. */
export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Years that a day can be written in with four digits. */
export const YEAR_MIN = 0
export const YEAR_MAX = 9999

/**
 * The number of a day, counted from 1970-01-01. A month outside 1-12 or a day outside its month runs on into the next ones.
 *
 * Counts whole days only, so no time zone can move it. The algorithm is Howard Hinnant's `days_from_civil`.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1
  const civilYear = Math.floor(months / 12)
  const civilMonth = months - civilYear * 12 + 1
  const marchYear = civilMonth <= 2 ? civilYear - 1 : civilYear
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((civilMonth + 9) % 12) + 2) / 5)
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468 + day - 1
}

/** The day with this number. */
export function civilDay(number: number): CivilDay {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  }
}

/** How many days the month has. */
export function monthLength(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** Monday is 1, Sunday 7, as ISO 8601 counts them. */
export function weekdayOf(number: number): number {
  return modulo(number + 3, 7) + 1
}

/** `YYYY-MM-DD`. */
export function isoDay(number: number): string {
  const {year, month, day} = civilDay(number)
  return `${isoYear(year)}-${twoDigits(month)}-${twoDigits(day)}`
}

/** `YYYY-MM`. */
export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${twoDigits(month)}`
}

/** Four digits. */
export function isoYear(year: number): string {
  return String(year).padStart(4, '0')
}

/** Easter Sunday of the Western churches, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
export function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapCenturies = Math.floor(century / 4)
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moonAge = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30
  const weekdayGap = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moonAge - (year % 4)) % 7
  const late = Math.floor((golden + 11 * moonAge + 22 * weekdayGap) / 451)
  const sum = moonAge + weekdayGap - 7 * late + 114
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** The remainder of a division, from 0 to below `divisor` for negative numbers too. */
export function modulo(number: number, divisor: number): number {
  return ((number % divisor) + divisor) % divisor
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
