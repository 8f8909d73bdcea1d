import {type Span, trimSpan} from './span.ts'

/** What ends the words before "he said", inside the mark or behind it. */
const FRAME_BEGINS = /[,.?!;:…—–-]["”»“]$|^["”»“]\s?[,;—–-]/u
const MARKS = /["“”„«»]/gu

/**
 * The parts of a quotation that a reporter split, without their marks; a quotation that was not split is one part, without the
 * marks around it.
 *
 * ```text
 * “We will rebuild,” she said, “and we will pay.”
 *  ^^^^^^^^^^^^^^^^             ^^^^^^^^^^^^^^^^
 * ```
 */
export function findQuoteParts(quote: string): Span[] {
  const whole = trimSpan(quote, {start: 0, end: quote.length})
  const body = {...whole, end: whole.end - (/["”»“’']\s?[.,;]$/.test(quote.slice(whole.start, whole.end)) ? 1 : 0)}
  const pairs = pairsIn(quote, trimSpan(quote, body))
  if (1 < pairs.length && isFrameAt(quote, pairs[0]!.end))
    return pairs.map(({start, end}) => trimSpan(quote, {start: start + 1, end}))
  return [withoutMarks(quote, whole)]
}

/** The stretches in double marks, where the whole is such stretches with words between them; otherwise none. */
function pairsIn(quote: string, whole: Span): Span[] {
  const pairs: Span[] = []
  let opened = -1
  for (const {0: mark, index} of quote.matchAll(MARKS)) {
    if (index < whole.start || whole.end <= index) continue
    if (opened < 0 && opensAt(quote, index, mark)) opened = index
    else if (0 <= opened && closesAt(quote, index, mark)) {
      pairs.push({start: opened, end: index})
      opened = -1
    } else return []
  }
  const isWhole = opened < 0 && pairs[0]?.start === whole.start && pairs.at(-1)!.end === whole.end - 1
  return isWhole ? pairs : []
}

function opensAt(quote: string, index: number, mark: string): boolean {
  return mark !== '”' && /^$|[\s(—–-]/u.test(quote.slice(Math.max(0, index - 1), index))
}

function closesAt(quote: string, index: number, mark: string): boolean {
  return (
    mark !== '„' && /\S/.test(quote[index - 1] ?? ' ') && /^$|[^\p{L}\p{N}]/u.test(quote.slice(index + 1, index + 2))
  )
}

function isFrameAt(quote: string, mark: number): boolean {
  return FRAME_BEGINS.test(quote.slice(mark - 1, mark + 1)) || FRAME_BEGINS.test(quote.slice(mark, mark + 3))
}

/** `span` without the marks around all of it. */
function withoutMarks(quote: string, span: Span): Span {
  const words = quote.slice(span.start, span.end)
  const around = /^(["“„«‘'‹]).*?(["”»“’'›])[.,;]?$/su.exec(words)
  if (!around || words.length < 3) return span
  const isDouble = /["“„«]/.test(around[1]!)
  if (!isDouble && /["“„«]/.test(around[2]!)) return span
  const end = span.start + words.lastIndexOf(around[2]!)
  return leavesBalance(quote.slice(span.start + 1, end), isDouble)
    ? trimSpan(quote, {start: span.start + 1, end})
    : span
}

/** Whether no mark inside closes what was opened outside: “a” and “b” is no quotation of a” and “b. */
function leavesBalance(inside: string, isDouble: boolean): boolean {
  if (!isDouble) return true
  let depth = 0
  for (const {0: mark, index} of inside.matchAll(MARKS)) {
    if (opensAt(inside, index, mark)) depth++
    else depth--
    if (depth < 0) return false
  }
  return true
}
