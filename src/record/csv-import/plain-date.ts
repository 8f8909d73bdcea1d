import {MONTHS} from '../../intake/months.ts'
import {edtfBounds} from '../../language/edtf.ts'
import type {Time} from '../../reading/claim.ts'

/**
 * A date as lists have it, in EDTF with its days; otherwise why it is none. `3.5.2021` is a day before a month everywhere;
 * `3/5/2021` is one thing in Boston and another in Leeds, so it is asked for again.
 */
export function readPlainDate(words: string): Pick<Time, 'edtf' | 'earliest' | 'latest'> | string {
  const edtf = edtfOf(words.trim())
  if (edtf === undefined)
    return `${JSON.stringify(words)} is no date: write 2016-12-31, 2016-12, 2016, or another EDTF date such as 2016~`
  if (edtf === '') return `${JSON.stringify(words)} may be two days: write it as 2016-12-31`
  const bounds = edtfBounds(edtf)
  return bounds ? {edtf, ...bounds} : `${JSON.stringify(words)} is no day of the calendar`
}

/** Undefined where it is no date, empty where it may be two. */
function edtfOf(words: string): string | undefined {
  if (edtfBounds(words)) return words
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(words)
  if (dotted) return dayOf(dotted[3]!, dotted[2]!, dotted[1]!)
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(words)
  if (yearFirst) return dayOf(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!)
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(words)
  if (slashed) return slashedDay(slashed)
  return spelledDay(words)
}

function slashedDay([, one = '', two = '', year = '']: RegExpExecArray): string {
  if (one === two || 12 < Number(one)) return dayOf(year, two, one)
  return 12 < Number(two) ? dayOf(year, one, two) : ''
}

/** `3 May 2021`, `May 3, 2021`, `May 2021`. */
function spelledDay(words: string): string | undefined {
  const found = /^(?:(\d{1,2})\.?\s+)?(\p{L}+)\.?(?:\s+(\d{1,2}),?)?\s+(\d{4})$/u.exec(words)
  const month = MONTHS.get(found?.[2]?.toLowerCase() ?? '')
  if (!found || month === undefined) return undefined
  const [, before, , after, year = ''] = found
  const day = before ?? after
  return day === undefined ? `${year}-${String(month).padStart(2, '0')}` : dayOf(year, String(month), day)
}

function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
