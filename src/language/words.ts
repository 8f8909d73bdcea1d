import type {Span} from '../text/span.ts'
import {APOSTROPHE_WORDS, CLITICS, CURRENCY_LETTERS, FUSED_WORDS, LISTED_LENGTH_MAX, UNITS} from './abbreviations.ts'
import type {LanguageNotice, Words} from './analysis.ts'
import {isApostrophe, isDigit, isLetter, isSpace, isWordUnit} from './characters.ts'
import {letteredEnd} from './lettered-ends.ts'
import type {ModelFile} from './model-file.ts'
import {digitsEnd, numberEnd} from './number-ends.ts'
import {findSentences} from './sentences.ts'
import {symbolEnd} from './symbol-ends.ts'
import {mailAddressEnd, webAddressEnd} from './web-addresses.ts'

export interface FindWordsOptions {
  /** Only these stretches are read, and a sentence ends where one of them does. The whole text by default. */
  readonly spans?: readonly Span[]
  /** The model that decides where sentences end; by rules alone without it. */
  readonly sentences?: ModelFile
}

/** Words as found, with what was odd about them. */
export interface FoundWords extends Words {
  readonly notices: readonly LanguageNotice[]
}

/** Where each word begins and ends, still growing. */
interface WordSink {
  readonly text: string
  readonly starts: number[]
  readonly ends: number[]
}

/**
 * Find the words and sentences of `text`, as the English treebanks of Universal Dependencies part them.
 *
 * ```text
 * The U.S. Embassy's staff can't re-open the well-known office.
 * ^^^ ^^^^ ^^^^^^^^^ ^^^^^ ^^^^^ ^^^^^^^ ^^^ ^^^^-^^^^^ ^^^^^^^
 *                 's    n't                       -          .
 * ```
 *
 * Takes time in proportion to the length of the text, whatever stands in it.
 */
export function findWords(text: string, {spans, sentences}: FindWordsOptions = {}): FoundWords {
  const sink: WordSink = {text, starts: [], ends: []}
  const spanStarts: number[] = []
  for (const {start, end} of orderedSpans(text, spans)) {
    spanStarts.push(sink.starts.length)
    findWordsOfSpan(sink, start, end)
  }
  const starts = Int32Array.from(sink.starts)
  const ends = Int32Array.from(sink.ends)
  const forms = Array.from(starts, (start, word) => text.slice(start, ends[word]))
  return {text, starts, ends, forms, ...findSentences({text, starts, ends, forms}, spanStarts, sentences)}
}

/** The spans inside the text, in order, without overlap. */
function orderedSpans(text: string, spans: readonly Span[] | undefined): Span[] {
  if (!spans) return [{start: 0, end: text.length}]
  const ordered: Span[] = []
  let covered = 0
  for (const {start, end} of spans.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, covered)
    const to = Math.min(end, text.length)
    if (from < to) ordered.push({start: from, end: to})
    covered = Math.max(covered, to)
  }
  return ordered
}

function findWordsOfSpan(sink: WordSink, start: number, end: number): void {
  const {text} = sink
  let position = start
  while (position < end) {
    while (position < end && isSpace(text.charCodeAt(position))) position++
    let chunkEnd = position
    while (chunkEnd < end && !isSpace(text.charCodeAt(chunkEnd))) chunkEnd++
    while (position < chunkEnd) position = takeWord(sink, position, chunkEnd)
  }
}

/** Take the word (or fused words) at `start`; `end` is where the run without white space ends. */
function takeWord(sink: WordSink, start: number, end: number): number {
  const {text} = sink
  const unit = text.charCodeAt(start)
  if (isLetter(unit)) return takeLettered(sink, start, end)
  if (isDigit(unit)) return takeNumber(sink, start, end)
  if (isApostrophe(unit)) return takeApostrophe(sink, start, end)
  return put(sink, start, symbolEnd(text, start, end))
}

function put({starts, ends}: WordSink, start: number, end: number): number {
  starts.push(start)
  ends.push(end)
  return end
}

function takeLettered(sink: WordSink, start: number, end: number): number {
  const {text} = sink
  const addressEnd = Math.max(webAddressEnd(text, start, end), mailAddressEnd(text, start, end))
  if (start < addressEnd) return put(sink, start, addressEnd)
  const wordEnd = letteredEnd(text, start, end)
  if (text[wordEnd] === '$' && wordEnd < end && isCurrencyLetters(text, start, wordEnd))
    return put(sink, start, wordEnd + 1)
  putParts(sink, start, wordEnd)
  return wordEnd
}

function isCurrencyLetters(text: string, start: number, end: number): boolean {
  return end - start <= 3 && CURRENCY_LETTERS.has(text.slice(start, end).toLowerCase())
}

/** Put the word from `start` to `end`, parted where it hides several: `can|not`, `do|n't`, `should|n't|'ve`. */
function putParts(sink: WordSink, start: number, end: number): void {
  const last = cliticStart(sink.text, start, end)
  const middle = cliticStart(sink.text, start, last)
  putStem(sink, start, middle)
  if (middle < last) put(sink, middle, last)
  if (last < end) put(sink, last, end)
}

function putStem(sink: WordSink, start: number, end: number): void {
  const fused =
    end - start <= LISTED_LENGTH_MAX ? FUSED_WORDS.get(sink.text.slice(start, end).toLowerCase()) : undefined
  if (!fused) put(sink, start, end)
  else for (const length of fused) start = put(sink, start, start + length)
}

/** Where the clitic at the end of a word begins; `end` when it has none. */
function cliticStart(text: string, start: number, end: number): number {
  for (let length = 1; length <= 2; length++) {
    const mark = end - length - 1
    if (mark <= start || !isApostrophe(text.charCodeAt(mark))) continue
    const tail = text.slice(mark + 1, end).toLowerCase()
    if (tail === 't') return start < mark - 1 && (text.charCodeAt(mark - 1) | 0x20) === 0x6e ? mark - 1 : end
    if (CLITICS.has(tail)) return mark
  }
  return end
}

function takeNumber(sink: WordSink, start: number, end: number): number {
  const {text} = sink
  let position = numberEnd(text, start, end)
  const lettersStart = position
  while (position < end && isWordUnit(text.charCodeAt(position))) position++
  if (position === lettersStart) return put(sink, start, afterPlainNumber(text, start, position, end))
  if (isUnit(text, lettersStart, position)) {
    put(sink, start, lettersStart)
    return takeLettered(sink, lettersStart, end)
  }
  const wordEnd = letteredEnd(text, start, end)
  putParts(sink, start, Math.max(wordEnd, position))
  return Math.max(wordEnd, position)
}

/** Whether the letters after a number are a unit. `G` is none: `5G` is a net. */
function isUnit(text: string, start: number, end: number): boolean {
  if (LISTED_LENGTH_MAX < end - start) return false
  const letters = text.slice(start, end)
  return letters !== 'G' && UNITS.has(letters.toLowerCase())
}

/** Over what belongs to a number without letters: the dot of a list, the ending of a decade. */
function afterPlainNumber(text: string, start: number, position: number, end: number): number {
  const length = position - start
  const decade = (length === 2 || length === 4) && text[position - 1] === '0'
  if (decade && isApostrophe(text.charCodeAt(position)) && text[position + 1] === 's' && position + 1 < end)
    return isWordUnit(text.charCodeAt(position + 2)) && position + 2 < end ? position : position + 2
  return afterListNumber(text, start, position, end)
}

/** The dot of `1.` at the start of a line belongs to it. */
function afterListNumber(text: string, start: number, position: number, end: number): number {
  if (text[position] !== '.' || position + 1 !== end || 3 < position - start) return position
  let before = start - 1
  while (0 <= before && (text[before] === ' ' || text[before] === '\t')) before--
  return before < 0 || text[before] === '\n' ? position + 1 : position
}

function takeApostrophe(sink: WordSink, start: number, end: number): number {
  const {text} = sink
  const lettersEnd = letteredRunEnd(text, start + 1, end)
  const letters = text.slice(start + 1, Math.min(lettersEnd, start + 1 + LISTED_LENGTH_MAX)).toLowerCase()
  if (FUSED_WORDS.has(`'${letters}`)) {
    putParts(sink, start, lettersEnd)
    return lettersEnd
  }
  if (APOSTROPHE_WORDS.has(letters) && !isApostrophe(text.charCodeAt(lettersEnd))) return put(sink, start, lettersEnd)
  if (CLITICS.has(letters) && (sink.ends.at(-1) === start || lettersEnd === end)) return put(sink, start, lettersEnd)
  const digits = digitsEnd(text, start + 1, end)
  if (digits === start + 3) return put(sink, start, text[digits] === 's' ? digits + 1 : digits)
  const doubled = start + 1 < end && isApostrophe(text.charCodeAt(start + 1))
  return put(sink, start, doubled ? start + 2 : start + 1)
}

function letteredRunEnd(text: string, start: number, end: number): number {
  let position = start
  while (position < end && position < start + LISTED_LENGTH_MAX && isLetter(text.charCodeAt(position))) position++
  return position
}
