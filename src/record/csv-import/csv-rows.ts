import type {Span} from '../../text/span.ts'

/** A cell: where it stands, without its quotation marks, and what it says. */
export interface Cell extends Span {
  readonly value: string
}

/** A row with cells in the order of the columns. */
export interface Row {
  /** As a spreadsheet counts, from 1, the names of the columns being the first. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/**
 * The rows of a list of values as RFC 4180 has it, also with semicolons, tabs or bars between the cells, and the fault of the
 * first row that is none. A quoted cell may hold separators, line ends, and its own quotation mark twice. Rows without any
 * words are passed over, and counted.
 *
 * Own and not a library's, because a claim has to point to its cell and no library says where a cell stands.
 */
export function csvRows(text: string): {readonly rows: readonly Row[]; readonly fault?: string} {
  const separator = separatorOf(text)
  const rows: Row[] = []
  let position = 0
  for (let number = 1; position < text.length; number++) {
    const read = readRow(text, position, separator)
    if (typeof read === 'string') return {rows, fault: `row ${number}: ${read}`}
    if (read.cells.some(({value}) => value.trim() !== '')) rows.push({number, cells: read.cells})
    position = read.end
  }
  return {rows}
}

const SEPARATORS = [',', ';', '\t', '|']

/** The one that the names of the columns are parted by most often. */
function separatorOf(text: string): string {
  const counts = SEPARATORS.map(separator => {
    const read = readRow(text, 0, separator)
    return typeof read === 'string' ? 0 : read.cells.length
  })
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!
}

function readRow(text: string, start: number, separator: string): {cells: Cell[]; end: number} | string {
  const cells: Cell[] = []
  for (let position = start; ; ) {
    const cell = text[position] === '"' ? readQuoted(text, position) : readPlain(text, position, separator)
    if (typeof cell === 'string') return cell
    cells.push(cell)
    const after = text[position] === '"' ? cell.end + 1 : cell.end
    if (text[after] === separator) position = after + 1
    else if (after >= text.length) return {cells, end: text.length}
    else if (text[after] === '\n') return {cells, end: after + 1}
    else if (text[after] === '\r') return {cells, end: text[after + 1] === '\n' ? after + 2 : after + 1}
    else return `after the closing quotation mark of cell ${cells.length} stands ${JSON.stringify(text[after])}`
  }
}

function readQuoted(text: string, start: number): Cell | string {
  let end = start + 1
  for (; ; end += 2) {
    end = text.indexOf('"', end)
    if (end < 0) return 'a quotation mark is opened and never closed'
    if (text[end + 1] !== '"') break
  }
  return {start: start + 1, end, value: text.slice(start + 1, end).replaceAll('""', '"')}
}

function readPlain(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return {start, end, value: text.slice(start, end)}
}
