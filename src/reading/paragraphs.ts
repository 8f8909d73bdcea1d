import {type Span, trimSpan} from '../text/span.ts'

/** A line longer than this was not broken by hand at a margin, so that its line break ends a paragraph. */
const MARGIN_MAX = 120

/**
 * The paragraphs of `text` inside `spans`, without the white space around them, in order.
 *
 * A blank line always divides paragraphs. A single line break does too, unless the text is set in short lines throughout.
 */
export function findParagraphs(text: string, spans: readonly Span[]): Span[] {
  const divider = hasLongLine(text, spans) ? /\n/g : /\n[^\S\n]*\n/g
  return spans
    .flatMap(span => splitAt(text, span, divider))
    .map(span => trimSpan(text, span))
    .filter(({start, end}) => start < end)
}

function hasLongLine(text: string, spans: readonly Span[]): boolean {
  return spans.some(({start, end}) =>
    text
      .slice(start, end)
      .split('\n')
      .some(line => MARGIN_MAX < line.length)
  )
}

function splitAt(text: string, {start, end}: Span, divider: RegExp): Span[] {
  const pieces: Span[] = []
  let from = start
  for (const {index, 0: gap} of text.slice(start, end).matchAll(divider)) {
    pieces.push({start: from, end: start + index})
    from = start + index + gap.length
  }
  return [...pieces, {start: from, end}]
}
