/** A stretch of one text. Offsets count UTF-16 code units; `start` is inclusive, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The words `span` covers.
 *
 * @throws RangeError when the span does not lie inside `text`
 */
export function spanText(text: string, {start, end}: Span): string {
  if (!(0 <= start && start <= end && end <= text.length))
    throw new RangeError(`Cannot read span ${start}-${end}: the text has ${text.length} characters`)
  return text.slice(start, end)
}

/** Whether `outer` covers all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** `span` without the white space at its two ends; an all-white span shrinks to nothing at its start. */
export function trimSpan(text: string, {start, end}: Span): Span {
  while (start < end && isWhiteSpace(text, start)) start++
  while (start < end && isWhiteSpace(text, end - 1)) end--
  return {start, end}
}

/** Order by start, then the longer first, so that an outer span comes before what it holds. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

function isWhiteSpace(text: string, offset: number): boolean {
  return /\s/.test(text[offset]!)
}
