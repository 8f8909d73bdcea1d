import type {Span} from '../text/span.ts'
import {findParagraphs} from './paragraphs.ts'

/** Words between marks, marks included. */
export interface Quotation extends Span {
  /** What stands between the marks. */
  readonly inner: Span
  /** It has no closing mark and ends with its paragraph, as newspapers print words that go on in the next one. */
  readonly open: boolean
}

/** Marks that open, and what closes them in careful print. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['"', '"'],
  ['‘', '’'],
  ["'", "'"]
])

/** Words that begin with an apostrophe: it opens no quotation. */
const CLIPPED = /^['‘](?:\d\ds?|em|tis|twas|til|till|cause|n|round|bout)\b/i

/** A single mark that closes later than this is taken for an apostrophe: it bounds the work. Longer than any paragraph of the annotated news. */
const SINGLE_MAX = 1500

/**
 * Find the quotations in `text`, in the order they are printed; one inside another is not listed.
 *
 * ```text
 * The mayor said “we will rebuild” on Monday.
 *                ^^^^^^^^^^^^^^^^^
 * ```
 *
 * Closing marks are often wrong in print (`rebuild.“`), so a mark is judged by what stands beside it.
 *
 * @param spans - where to look; the whole text by default
 */
export function findQuotations(text: string, spans: readonly Span[] = [{start: 0, end: text.length}]): Quotation[] {
  return findParagraphs(text, spans).flatMap((paragraph, index, all) =>
    quotationsIn(text, paragraph, opensWithMark(text, all[index + 1]))
  )
}

function opensWithMark(text: string, paragraph: Span | undefined): boolean {
  return paragraph !== undefined && /["“«„‘']/.test(text[paragraph.start]!)
}

function quotationsIn(text: string, paragraph: Span, goesOn: boolean): Quotation[] {
  const nesting = scan(text, paragraph, true)
  // An opening mark that never closes hides the rest of its paragraph; then the next opening mark ends it instead.
  return nesting.at(-1)?.open && !goesOn ? scan(text, paragraph, false) : nesting
}

function scan(text: string, {start, end}: Span, mayNest: boolean): Quotation[] {
  const found: Quotation[] = []
  let position = start
  while (position < end) {
    if (!opens(text, position, start)) {
      position++
      continue
    }
    const quotation = quotationAt(text, position, end, mayNest)
    if (quotation) found.push(quotation)
    position = quotation ? quotation.end : position + 1
  }
  return found
}

function quotationAt(text: string, start: number, end: number, mayNest: boolean): Quotation | undefined {
  if (isDoubled(text, start)) return doubledAt(text, start, end)
  return isSingle(text[start]!) ? singleAt(text, start, end) : doubleAt(text, start, end, mayNest)
}

/** Old typesetting doubles the apostrophe: ''so''. */
function doubledAt(text: string, start: number, end: number): Quotation {
  const closing = text.indexOf("''", start + 2)
  const open = closing < 0 || end < closing + 2
  const innerEnd = open ? end : closing
  return {start, end: open ? end : closing + 2, inner: {start: start + 2, end: innerEnd}, open}
}

/** A quotation in double marks always ends somewhere: at its closing mark, or with its paragraph. */
function doubleAt(text: string, start: number, end: number, mayNest: boolean): Quotation {
  const straight = text[start] === '"'
  let depth = 1
  for (let position = start + 1; position < end; position++) {
    if (!isDouble(text[position]!)) continue
    if (text[position] === '"' && straight) depth = 0
    else if (looksClosing(text, position)) depth--
    else if (mayNest || straight) depth++
    else return {start, end: position, inner: {start: start + 1, end: position}, open: true}
    if (depth === 0) return {start, end: position + 1, inner: {start: start + 1, end: position}, open: false}
  }
  return {start, end, inner: {start: start + 1, end}, open: true}
}

/** A quotation in single marks, if it closes: what looks like its end may be the apostrophe of "the girls’ school". */
function singleAt(text: string, start: number, end: number): Quotation | undefined {
  const closing = CLOSING.get(text[start]!)!
  const last = Math.min(end, start + SINGLE_MAX)
  let weak: number | undefined
  for (let position = start + 2; position < last; position++) {
    if (text[position] !== closing || isWordAt(text, position + 1) || isSpaceAt(text, position - 1)) continue
    weak ??= position
    if (text[position - 1] !== 's' || /[.,;:!?—]/.test(text[position + 1] ?? '.')) {
      weak = position
      break
    }
  }
  return weak === undefined ? undefined : {start, end: weak + 1, inner: {start: start + 1, end: weak}, open: false}
}

function opens(text: string, position: number, paragraphStart: number): boolean {
  const mark = text[position]!
  if (!CLOSING.has(mark)) return mark === '”' && position === paragraphStart
  if (isDoubled(text, position)) return !isWordAt(text, position - 1)
  if (position === paragraphStart) return !CLIPPED.test(text.slice(position, position + 8))
  if (mark === '“' || mark === '„' || mark === '«') return true
  if (isWordAt(text, position - 1) || isSpaceAt(text, position + 1)) return false
  return mark === '"' || (/[\s([“"—–-]/.test(text[position - 1]!) && !CLIPPED.test(text.slice(position, position + 8)))
}

function looksClosing(text: string, position: number): boolean {
  const mark = text[position]!
  if (mark === '”' || mark === '»') return true
  // `implemented.“` closes: nothing but space or punctuation follows, and no space comes before.
  return !isSpaceAt(text, position - 1) && !/[([—–]/.test(text[position - 1] ?? ' ') && !isWordAt(text, position + 1)
}

function isDoubled(text: string, position: number): boolean {
  return text[position] === "'" && text[position + 1] === "'" && !isSpaceAt(text, position + 2)
}

function isDouble(mark: string): boolean {
  return mark === '"' || mark === '“' || mark === '”' || mark === '«' || mark === '»' || mark === '„'
}

function isSingle(mark: string): boolean {
  return mark === '‘' || mark === "'"
}

function isWordAt(text: string, position: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[position] ?? ' ')
}

function isSpaceAt(text: string, position: number): boolean {
  return /\s/.test(text[position] ?? ' ')
}
