import type {QuoteCheck, QuotePlace} from '../../text/check-quote.ts'
import type {Normalisation} from '../../text/plain-forms.ts'
import type {Difference} from '../../text/quote-differences.ts'
import {type Span, spanText} from '../../text/span.ts'
import {type Inline, name, type Page, quiet, type Style} from './page.ts'
import {Lines} from './where.ts'

/** One file and how the quote stands in it. */
export interface FileCheck {
  readonly ref: string
  readonly text: string
  readonly check: QuoteCheck
}

const LABEL_WIDTH = 20
/** What is less like the quote is nothing to look at. */
const NEAREST_SHARE_MIN = 0.3
/** As many places of one file as a person looks through. */
const PLACES_SHOWN_MAX = 5

const DIFFERENCE_WORDS: Readonly<Record<Difference['kind'], string>> = {
  'left-out': 'left out',
  inserted: 'inserted',
  added: 'added',
  replaced: 'replaced',
  reordered: 'in another place',
  case: 'capital changed',
  mark: 'mark changed',
  sic: 'sic',
  frame: 'between the parts'
}

const NORMALISATION_WORDS: Readonly<Record<Normalisation, string>> = {
  'line-break': 'hyphen at a line’s end',
  'quotation-marks': 'quotation marks',
  ligatures: 'ligatures',
  'unicode-form': 'Unicode form',
  'hidden-signs': 'hidden signs',
  hyphens: 'hyphens',
  'white-space': 'white space',
  dashes: 'dashes',
  capitals: 'capitals throughout',
  'first-letter': 'first letter',
  'closing-mark': 'mark at the end',
  brackets: 'brackets around words of the text',
  frame: 'split in the text'
}

/** Show how `quote` stands in each file, to be read on paper. */
export function showCheck(page: Page, quote: string, checks: readonly FileCheck[]): void {
  page.line([{text: quote, style: 'words'}])
  for (const {ref, text, check} of checks) {
    const lines = new Lines(text)
    if (check.places.length === 0) page.line([name(ref)], heading('not found', 'bad'))
    for (const place of check.places.slice(0, PLACES_SHOWN_MAX)) showPlace(page, quote, {ref, text, lines, place})
    const more = check.places.length - PLACES_SHOWN_MAX
    if (more > 0) page.line([quiet(`and ${more} more places; --json lists them`)], {indent: 2})
  }
  page.gap()
}

interface Shown {
  readonly ref: string
  readonly text: string
  readonly lines: Lines
  readonly place: QuotePlace
}

function showPlace(page: Page, quote: string, {ref, text, lines, place}: Shown): void {
  const {status, differences, normalised, share} = place
  const field = (label: string, content: readonly Inline[]) =>
    page.line(content, {indent: 4, label: quiet(label), labelWidth: LABEL_WIDTH - 2})
  const where: Inline[] = [name(ref), ` ${lines.of(place)}`]
  if (status === 'exact') {
    page.line(where, heading('exact', 'good'))
    return
  }
  if (status === 'normalised') {
    page.line([...where, quiet(` · differs in ${told(normalised)}`)], heading('normalised', 'good'))
    field('text', [spanText(text, place)])
    return
  }
  const same = quiet(` · ${Math.floor(share * 100)} % of its words`)
  if (status === 'nearest') {
    page.line([name(ref)], heading('not found', 'bad'))
    if (NEAREST_SHARE_MIN <= share) field('nearest', [`${lines.of(place)}`, same, '  ', spanText(text, place)])
    return
  }
  const isMarked = differences.every(difference => difference.isMarked || difference.kind === 'frame')
  page.line([...where, same], heading(isMarked ? 'altered, as marked' : 'altered', 'bad'))
  field(
    'quote',
    marked(
      quote,
      differences.map(difference => difference.quote)
    )
  )
  field(
    'text',
    marked(
      text,
      differences.map(difference => difference.text),
      place
    )
  )
  for (const difference of differences) field(DIFFERENCE_WORDS[difference.kind], explained(quote, text, difference))
}

function heading(label: string, style: Style) {
  return {indent: 2, label: {text: label, style}, labelWidth: LABEL_WIDTH + 2}
}

function told(normalised: readonly Normalisation[]): string {
  return normalised.map(each => NORMALISATION_WORDS[each]).join(', ') || 'spelling of signs'
}

/** What changed into what, and whether the quote admits it. */
function explained(quote: string, text: string, {kind, isMarked, quote: said, text: words}: Difference): Inline[] {
  const admitted = isMarked && quiet(' marked')
  const [inQuote, inText] = [quotedWords(quote, said), quotedWords(text, words)]
  if (kind === 'left-out' || kind === 'frame') return [inText, admitted]
  if (kind === 'added' || kind === 'inserted' || kind === 'sic' || kind === 'reordered') return [inQuote, admitted]
  return [inQuote, quiet(' for '), inText, admitted]
}

function quotedWords(text: string, span: Span): string {
  return `“${spanText(text, span)}”`
}

/** Words with what differs in them brought out; longer passages are shown whole, because one word may decide. */
function marked(text: string, spans: readonly Span[], within: Span = {start: 0, end: text.length}): Inline[] {
  const pieces: Inline[] = []
  let position = within.start
  for (const {start, end} of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < position || start === end || within.end < end) continue
    pieces.push(text.slice(position, start), {text: text.slice(start, end), style: 'match'})
    position = end
  }
  return [...pieces, text.slice(position, within.end)]
}
