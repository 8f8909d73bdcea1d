import {findQuoteParts} from './quote-parts.ts'
import {covers, type Span} from './span.ts'
import type {Vocabulary} from './vocabulary.ts'
import {readWordPlaces} from './word-places.ts'

/** What an editor did to a word of a quotation, as the quotation itself says. */
type Bracketing = 'none' | 'inserted' | 'changed'

export interface QuoteWord extends Span {
  readonly id: number
  /** `inserted` for `[the mayor]`, `changed` for `[T]he` and `walk[ed]`. */
  readonly bracketing: Bracketing
  /** The number of the part it stands in, in a quotation that a reporter split. */
  readonly part: number
  /** Whether the quotation says that something is left out right before it. */
  readonly isBehindEllipsis: boolean
}

/** A quotation laid out for comparison. All spans are in {@link plain} and go through {@link given} to become the user's. */
export interface QuoteWords {
  /** The quotation without the brackets inside words: `The` for `[T]he`. */
  readonly plain: string
  readonly parts: readonly Span[]
  readonly words: readonly QuoteWord[]
  /** Each `[sic]`. */
  readonly sics: readonly Span[]
  /** The span of the quotation as it was given. */
  given(span: Span): Span
}

const SIC = /[[(]\s?sic\s?[.!?]?\s?[\])]/giu
const BRACKETS = /\[[^[\]]{0,300}\]/gu
const ELLIPSIS = /…|\.\s{0,3}\.\s{0,3}\.|\*\s{0,3}\*\s{0,3}\*|\[\s{0,3}\]/u

/** Read the words of `quote`, what it says is not the speaker's, and where it says that words are missing. */
export function readQuoteWords(quote: string, vocabulary: Vocabulary): QuoteWords {
  const {plain, starts: givenStarts, ends: givenEnds, changed} = withoutInnerBrackets(quote)
  const parts = findQuoteParts(plain)
  const sics = matchesIn(plain, SIC)
  const brackets = matchesIn(plain, BRACKETS)
  const {count, starts, ends, ids} = readWordPlaces(plain, vocabulary)
  const words: QuoteWord[] = []
  for (let index = 0; index < count; index++) {
    const span = {start: starts[index]!, end: ends[index]!}
    const part = parts.findIndex(({start, end}) => start <= span.start && span.end <= end)
    if (part < 0 || sics.some(sic => covers(sic, span))) continue
    const before = words.at(-1)?.end ?? parts[0]!.start
    const bracketing = brackets.some(bracket => covers(bracket, span)) ? 'inserted' : 'none'
    words.push({
      ...span,
      id: ids[index]!,
      bracketing: changed.some(place => span.start <= place && place < span.end) ? 'changed' : bracketing,
      part,
      isBehindEllipsis: ELLIPSIS.test(plain.slice(before, span.start))
    })
  }
  return {
    plain,
    parts,
    words,
    sics,
    given: ({start, end}) => ({start: givenStarts[start]!, end: start < end ? givenEnds[end - 1]! : givenStarts[end]!})
  }
}

interface Unbracketed {
  readonly plain: string
  /** For each character of `plain`, and for its end, where it begins in the quotation, with the bracket before it. */
  readonly starts: readonly number[]
  /** For each character of `plain`, where it ends in the quotation, with the bracket behind it. */
  readonly ends: readonly number[]
  /** Where in `plain` letters stood in brackets. */
  readonly changed: readonly number[]
}

/** Take out brackets that stand around letters of a word: they tell of an edit and are no gap between words. */
function withoutInnerBrackets(quote: string): Unbracketed {
  const dropped = new Set<number>()
  const letters = new Set<number>()
  for (const {0: match, index} of quote.matchAll(/(?<=\p{L})\[\p{L}{1,20}\]|\[\p{L}{1,20}\](?=\p{L})/gu)) {
    dropped.add(index).add(index + match.length - 1)
    letters.add(index + 1)
  }
  const kept = Array.from({length: quote.length}, (_, offset) => offset).filter(offset => !dropped.has(offset))
  return {
    plain: kept.map(offset => quote[offset]).join(''),
    starts: [
      ...kept.map(offset => (dropped.has(offset - 1) && quote[offset - 1] === '[' ? offset - 1 : offset)),
      quote.length
    ],
    ends: kept.map(offset => (dropped.has(offset + 1) && quote[offset + 1] === ']' ? offset + 2 : offset + 1)),
    changed: kept.flatMap((offset, place) => (letters.has(offset) ? [place] : []))
  }
}

function matchesIn(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({0: match, index}) => ({start: index, end: index + match.length}))
}
