import * as chrono from 'chrono-node'
import type {DateExpression} from '../src/language/analysis.ts'
import {edtfBounds} from '../src/language/edtf.ts'

/** What a text without a date is read at. */
const REFERENCE = '2016-11-07'

/**
 * What chrono-node finds, in the form of our dates, so that the same conversion and the same comparison serve both. As fine
 * as the parts of it that chrono-node is certain of.
 */
export function findChronoDates(text: string, published = REFERENCE): DateExpression[] {
  const reference = new Date(`${published.slice(0, 10).padEnd(10, '-01')}T12:00:00`)
  return chrono.parse(text, reference).map(({index, text: words, start, end}) => {
    const clock = [start, end].flatMap(time => (time?.isCertain('hour') ? [clockOf(time)] : []))
    const edtf = [...new Set([start, end].flatMap(time => (time ? [edtfOf(time)] : [])))].join('/')
    const isDated = (['year', 'month', 'day', 'weekday'] as const).some(part => start.isCertain(part))
    const type = clock.length === 0 ? 'date' : 'time'
    return {
      start: index,
      end: index + words.length,
      type,
      ...((type === 'date' || isDated) && placeOf(edtf)),
      rule: words.toLowerCase() === 'now' ? 'the time of writing' : ['chrono-node', clock.join(' to ')].join('; ')
    }
  })
}

function placeOf(edtf: string) {
  const bounds = edtfBounds(edtf)
  return bounds && {edtf, ...bounds}
}

function edtfOf(time: chrono.ParsedComponents): string {
  const [year, month, day] = [
    String(time.get('year')).padStart(4, '0'),
    twoDigits(time.get('month')),
    twoDigits(time.get('day'))
  ]
  if (time.isCertain('day') || time.isCertain('weekday')) return `${year}-${month}-${day}`
  return time.isCertain('month') ? `${year}-${month}` : year
}

function clockOf(time: chrono.ParsedComponents): string {
  return `${time.get('hour')}:${twoDigits(time.get('minute'))}`
}

function twoDigits(number: number | null): string {
  return String(number ?? 0).padStart(2, '0')
}
