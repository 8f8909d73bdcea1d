import {edtfBounds} from '../language/edtf.ts'
import type {Time} from './claim.ts'
import {publishedTime} from './claim-on.ts'
import type {Material} from './material.ts'

/**
 * When something begins that is still to come: a day without a year that was read as the last one before the report is the
 * next one after it.
 *
 * ```text
 * The mayor-elect, who takes office on 1 July, …
 *                                      ^^^^^^ of the year to come, not of the one past
 * ```
 */
export function ahead(material: Material, time: Time | undefined): Time | undefined {
  const published = publishedTime(material)
  if (!time || !published || published.earliest <= time.latest || !DAY_OR_MONTH.test(time.edtf)) return time
  const words = time.start === undefined ? '' : material.document.text.slice(time.start, time.end)
  const later = withNextYear(time)
  const isKept = words === '' || /\d{4}|ago|last/.test(words)
  return isKept || !later || later.latest < published.earliest ? time : later
}

/** Years, spans and approximate dates are left as they are. */
const DAY_OR_MONTH = /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/

function withNextYear(time: Time): Time | undefined {
  const edtf = `${Number(time.edtf.slice(0, 4)) + 1}${time.edtf.slice(4)}`
  const bounds = edtfBounds(edtf)
  return bounds && {...time, edtf, ...bounds}
}
