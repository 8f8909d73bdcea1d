import {type Span, trimSpan} from '../text/span.ts'

/** A paragraph of a plain text, or a line where each line is a paragraph of its own. */
export interface Unit extends Span {
  readonly text: string
  /** How many spaces stand before its first character on its line; a tab counts as four. */
  readonly indent: number
}

/**
 * Divide `text` into units: paragraphs where blank lines part them and lines are wrapped by hand, lines otherwise.
 * White space at the ends of a unit is no part of it.
 */
export function divideLines(text: string): Unit[] {
  const units: Unit[] = []
  let paragraph: Unit[] = []
  for (const line of findLines(text)) {
    const last = paragraph.at(-1)
    if (last && lineEndCount(text, last.end, line.start) > 1) {
      units.push(...joinWrapped(text, paragraph))
      paragraph = []
    }
    paragraph.push(line)
  }
  return units.concat(joinWrapped(text, paragraph))
}

function findLines(text: string): Unit[] {
  const lines: Unit[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const span = trimSpan(text, {start: match.index, end: match.index + match[0].length})
    if (span.start < span.end) lines.push(unitAt(text, span, indentOf(match[0])))
  }
  return lines
}

function unitAt(text: string, {start, end}: Span, indent: number): Unit {
  return {start, end, text: text.slice(start, end), indent}
}

function indentOf(line: string): number {
  let indent = 0
  for (let at = 0; line[at] === ' ' || line[at] === '\t'; at++) indent += line[at] === '\t' ? 4 : 1
  return indent
}

function lineEndCount(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\r\n?|\n/g)?.length ?? 0
}

/** The lines of a paragraph as one unit if they are one text wrapped by hand: all but the last are about equally long. */
function joinWrapped(text: string, lines: Unit[]): Unit[] {
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last || first === last) return lines
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0]
  for (const {text} of lines.slice(0, -1)) {
    shortest = Math.min(shortest, text.length)
    longest = Math.max(longest, text.length)
  }
  const isWrapped = WRAP_COLUMN_MIN <= longest && longest <= WRAP_COLUMN_MAX && shortest >= longest * 0.7
  return isWrapped && last.text.length <= longest
    ? [unitAt(text, {start: first.start, end: last.end}, first.indent)]
    : lines
}

/** Mail and wire services wrap at 60 to 80 columns. */
const WRAP_COLUMN_MIN = 50
const WRAP_COLUMN_MAX = 100
