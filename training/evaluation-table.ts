import {floorOf} from './floors.ts'
import {type Beside, type Interval, precision, type Row, recall} from './scores.ts'

/** The rows as a table for a terminal. Figures are shares of one. */
export function renderTable(rows: readonly Row[]): string {
  const lines = rows.map(row => {
    const {part, on, figure, value, interval, count, beside = []} = row
    return [
      part.padEnd(12),
      on.padEnd(21),
      figure.padEnd(26),
      count ? `${ratio(precision(count))} ${ratio(recall(count))}` : ' '.repeat(11),
      ratio(value),
      interval ? range(interval, ratio) : ' '.repeat(11),
      floorText(row, ratio).padEnd(5),
      (count ? [count.hits, count.found, count.wanted] : ['', '', '']).map(n => String(n).padStart(5)).join(' '),
      beside.map(other => `${other.reader} ${ratio(other.value)} ${range(other.interval, ratio)}`).join('  ')
    ]
      .join(' ')
      .trimEnd()
  })
  return [TERMINAL_HEAD, ...lines].join('\n')
}

const TERMINAL_HEAD =
  'part         on                    figure                     P     R     F1    95 %        least  hits found wanted beside'

/** The rows as a Markdown table, in hundredths, with a column for each of the other readers. */
export function renderMarkdown(rows: readonly Row[]): string {
  const readers = [...new Set(rows.flatMap(({beside = []}) => beside.map(({reader}) => reader)))]
  const head = ['part', 'on', 'figure', 'Hearsay', '95 %', 'at least', ...readers]
  const lines = rows.map(row => {
    const {part, on, figure, value, interval, beside = []} = row
    const others = readers.map(reader => besideText(beside.find(other => other.reader === reader)))
    return [
      part,
      on,
      figure,
      hundredths(value),
      interval ? range(interval, hundredths) : '',
      floorText(row, hundredths),
      ...others
    ]
  })
  const rule = head.map((_, column) => (column < 3 || column === 4 ? '---' : '---:'))
  return [head, rule, ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** The rows that are below what they have to reach, in words. */
export function shortfalls(rows: readonly Row[]): string[] {
  return rows.flatMap(row => {
    const floor = floorOf(row)
    if (!isBelow(row, floor)) return []
    return [`${row.part}, ${row.on}, ${row.figure}: ${ratio(row.value)} is below ${ratio(floor!)}`]
  })
}

function besideText(beside: Beside | undefined): string {
  return beside ? `${hundredths(beside.value)} (${range(beside.interval, hundredths)})` : ''
}

function floorText(row: Row, show: (value: number) => string): string {
  const floor = floorOf(row)
  return floor === undefined ? '' : `${show(floor)}${isBelow(row, floor) ? '!' : ''}`
}

/** An error has a ceiling where a figure of merit has a floor; it is kept in the same place. */
function isBelow({value, figure}: Row, floor: number | undefined): boolean {
  if (floor === undefined) return false
  return figure.endsWith('error') ? floor < value : value < floor
}

function range([from, to]: Interval, show: (value: number) => string): string {
  return `${show(from)}-${show(to)}`
}

function ratio(value: number): string {
  return value.toFixed(3)
}

function hundredths(value: number): string {
  return (value * 100).toFixed(1)
}
