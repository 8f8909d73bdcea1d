import type {Span} from '../text/span.ts'
import {MONTHS} from './months.ts'

/** A date in words or figures, as EDTF. */
export interface StatedDate extends Span {
  readonly edtf: string
}

/**
 * The first full date in `text`: a day or at least a month with its year. Numbers alone count only where they cannot be
 * read two ways: `13.5.2024` and `2024-05-13`, not `03/05/2024`.
 */
export function findStatedDate(text: string): StatedDate | undefined {
  for (const match of text.slice(0, SEARCHED_CHARACTERS).matchAll(DATE)) {
    const edtf = edtfOf(match.groups!)
    if (edtf) return {edtf, start: match.index, end: match.index + match[0].length}
  }
  return undefined
}

/** Whether a line says nothing but when the text was published. */
export function isDateLine(line: string): boolean {
  if (line.length > LINE_MAX) return false
  const date = findStatedDate(line)
  if (!date) return false
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`.toLowerCase()
  return rest.split(/[^\p{L}\d]+/u).every(word => word === '' || /^\d{1,2}$/.test(word) || DATE_LINE_WORDS.has(word))
}

/** Whether a date line tells of a change only, not of the first publication. */
export function isUpdateLine(line: string): boolean {
  return /^\W*(?:last\s+)?(?:updated?|modified|revised|aktualisiert|geändert|zuletzt)/i.test(line)
}

const SEARCHED_CHARACTERS = 10_000
const LINE_MAX = 120

const DATE_LINE_WORDS = new Set(
  `published posted publish date issued released first on at updated update last modified created uhr um vom am den veröffentlicht
   monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
   montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so
   for immediate release press embargoed until
   am pm a m p gmt utc est edt et cst cdt ct pst pdt pt bst cet cest ist z h the of and local time`.split(/\s+/)
)

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const YEAR = String.raw`(?:1[6-9]|20)\d\d`
const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')

/** Year-month-day; month day, year; day month year; day.month.year; month year. */
const DATE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<y1>${YEAR})[-/.](?<n1>0?[1-9]|1[0-2])[-/.](?<d1>${DAY})(?!\d)` +
    String.raw`|(?<m2>${MONTH})\.?\s{1,3}(?<d2>${DAY})(?:st|nd|rd|th)?,?\s{1,3}(?<y2>${YEAR})(?!\d)` +
    String.raw`|(?<d3>${DAY})(?:st|nd|rd|th|\.|er)?\s{0,3}(?:of |de )?(?<m3>${MONTH})\.?,?\s{0,3}(?:of |de )?(?<y3>${YEAR})(?!\d)` +
    String.raw`|(?<a4>\d{1,2})(?<sep>[./-])(?<b4>\d{1,2})\k<sep>(?<y4>${YEAR})(?!\d)` +
    String.raw`|(?<m5>${MONTH})\.?,?\s{1,3}(?<y5>${YEAR})(?!\d))`,
  'giu'
)

function edtfOf(groups: Partial<Record<string, string>>): string | undefined {
  const {y1, n1, d1, m2, d2, y2, d3, m3, y3, a4, b4, sep, y4, m5, y5} = groups
  if (y1) return dayOf(y1, Number(n1), Number(d1))
  if (y2) return dayOf(y2, MONTHS.get(m2!.toLowerCase())!, Number(d2))
  if (y3) return dayOf(y3, MONTHS.get(m3!.toLowerCase())!, Number(d3))
  if (y4) return numericDay(y4, Number(a4), Number(b4), sep!)
  return y5 ? `${y5}-${pad(MONTHS.get(m5!.toLowerCase())!)}` : undefined
}

/** Dots are day before month wherever they are used; slashes and hyphens are clear only when one number is over 12. */
function numericDay(year: string, a: number, b: number, separator: string): string | undefined {
  if (separator === '.' || a > 12) return dayOf(year, b, a)
  return b > 12 ? dayOf(year, a, b) : undefined
}

function dayOf(year: string, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(Number(year), month - 1, day))
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? `${year}-${pad(month)}-${pad(day)}`
    : undefined
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
