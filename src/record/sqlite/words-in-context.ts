import type {Span} from '../../text/span.ts'
import {MARK_END, MARK_START} from './derived-rows.ts'

/** Take the marks out of `marked` and cut it to what a list can show. */
export function wordsInContext(marked: string): {words: string; marks: Span[]} {
  const {words, marks} = readMarks(marked)
  if (words.length <= CONTEXT_MAX) return {words, marks}
  const first = marks[0]?.start ?? 0
  const start = first <= BEFORE_MAX ? 0 : spaceAfter(words, first - BEFORE_MAX, first)
  const end = start + CONTEXT_MAX >= words.length ? words.length : spaceBefore(words, start + CONTEXT_MAX)
  const lead = start > 0 ? '…' : ''
  const shift = lead.length - start
  return {
    words: `${lead}${words.slice(start, end)}${end < words.length ? '…' : ''}`,
    marks: marks
      .filter(mark => start <= mark.start && mark.end <= end)
      .map(mark => ({start: mark.start + shift, end: mark.end + shift}))
  }
}

/** Longer words are cut to this around their first match, at spaces. */
const CONTEXT_MAX = 320
const BEFORE_MAX = 100

function readMarks(marked: string): {words: string; marks: Span[]} {
  const marks: Span[] = []
  let words = ''
  for (const [index, piece] of marked.split(MARK_START).entries()) {
    const close = index === 0 ? -1 : piece.indexOf(MARK_END)
    if (close >= 0) marks.push({start: words.length, end: words.length + close})
    words += piece.replace(MARK_END, '')
  }
  return {words, marks}
}

function spaceAfter(words: string, from: number, latest: number): number {
  const space = words.indexOf(' ', from)
  return space < 0 || space >= latest ? from : space + 1
}

function spaceBefore(words: string, from: number): number {
  const space = words.lastIndexOf(' ', from)
  return space > from - BEFORE_MAX ? space : from
}
