import type {Span} from '../text/span.ts'
import {
  APOSTROPHE_WORDS,
  CLITICS,
  CURRENCY_LETTERS,
  DOTTED_ENDINGS,
  FUSED_WORDS,
  HYPHEN_PREFIXES,
  HYPHEN_SUFFIXES,
  OTHER_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
  UNITS,
  WORDLIKE_ABBREVIATIONS
} from './abbreviations.ts'
import type {LanguageNotice, Words} from './analysis.ts'
import {isDigit, isLetter, isLower, isSpace, isSurrogateOrJoiner, isUpper, isWordUnit} from './characters.ts'
import {findSentences} from './sentences.ts'

export interface FindWordsOptions {
  /** Only these stretches are read, and a sentence ends where one of them does. The whole text by default. */
  readonly spans?: readonly Span[]
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
export function findWords(text: string, {spans}: FindWordsOptions = {}): FoundWords {
  const sink: WordSink = {text, starts: [], ends: []}
  const spanStarts: number[] = []
  for (const {start, end} of orderedSpans(text, spans)) {
    spanStarts.push(sink.starts.length)
    findWordsOfSpan(sink, start, end)
  }
  const starts = Int32Array.from(sink.starts)
  const ends = Int32Array.from(sink.ends)
  const forms = Array.from(starts, (start, word) => text.slice(start, ends[word]))
  return {text, starts, ends, forms, ...findSentences({text, starts, ends, forms}, spanStarts)}
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
  const addressEnd = webAddressEnd(text, start, end)
  if (start < addressEnd) return put(sink, start, addressEnd)
  const wordEnd = letteredEnd(text, start, end)
  if (text[wordEnd] === '$' && wordEnd < end && isCurrencyLetters(text, start, wordEnd))
    return put(sink, start, wordEnd + 1)
  putParts(sink, start, wordEnd)
  return wordEnd
}

const ADDRESS_OPENINGS = ['http://', 'https://', 'ftp://', 'www.', 'mailto:']

/** The end of a web address that starts at `start`, without the punctuation that closes the sentence; `start` if none does. */
function webAddressEnd(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start) | 0x20
  if (unit !== 0x68 && unit !== 0x66 && unit !== 0x77 && unit !== 0x6d) return start
  const opening = text.slice(start, start + 8).toLowerCase()
  if (!ADDRESS_OPENINGS.some(candidate => opening.startsWith(candidate))) return start
  let addressEnd = start
  while (addressEnd < end && !'<>"“”«»'.includes(text[addressEnd]!)) addressEnd++
  while (start < addressEnd && ".,;:!?'’)]}".includes(text[addressEnd - 1]!)) addressEnd--
  return addressEnd
}

/** The end of a word that begins with a letter: over joining apostrophes, dots, hyphens and the like. */
function letteredEnd(text: string, start: number, end: number): number {
  let position = start
  let segment = start
  while (true) {
    while (position < end && isWordUnit(text.charCodeAt(position))) position++
    if (end <= position) return end
    const joined = joinEnd(text, start, segment, position, end)
    if (joined === position) return position
    if (end <= joined || !isWordUnit(text.charCodeAt(joined))) return Math.min(joined, end)
    position = joined
    segment = joined
  }
}

/**
 * Where the word goes on after the mark at `position`; `position` itself when the word ends before the mark, and past the
 * mark when the mark is its last character (`Mr.`).
 */
function joinEnd(text: string, start: number, segment: number, position: number, end: number): number {
  const mark = text[position]!
  const next = position + 1 < end ? text.charCodeAt(position + 1) : 0
  if (mark === '.') return afterDot(text, start, segment, position, end)
  if (isApostrophe(mark.charCodeAt(0))) return isLetter(next) ? position + 1 : position
  if (mark === '-' || mark === '‐' || mark === '‑') return afterHyphen(text, segment, position, end)
  if (mark === '&')
    return isUpper(next) && position - segment <= 3 && isUpper(text.charCodeAt(position - 1)) ? position + 1 : position
  if (mark === '@') return isWordUnit(next) ? position + 1 : position
  return position
}

function isCurrencyLetters(text: string, start: number, end: number): boolean {
  return end - start <= 3 && CURRENCY_LETTERS.has(text.slice(start, end).toLowerCase())
}

/** Longest word that is looked up in a list; longer ones are in none, and slicing them would cost. */
const LISTED_LENGTH_MAX = 12
/** How far an `@` is looked for. */
const ADDRESS_LENGTH_MAX = 64

function afterDot(text: string, start: number, segment: number, position: number, end: number): number {
  const next = position + 1 < end ? text.charCodeAt(position + 1) : 0
  const single = position - segment === 1
  if (isLetter(next) || isDigit(next))
    return joinsLetters(text, start, segment, position, end) ? position + 1 : position
  if (next === 0x2e) return single && start < segment && text[position + 2] !== '.' ? position + 1 : position
  if (single && isLetter(text.charCodeAt(segment))) {
    const initial =
      isUpper(text.charCodeAt(segment)) && text[segment] !== 'I' && isUpper(afterSpaces(text, position + 1))
    return start < segment || initial ? position + 1 : afterListed(text, start, position, end)
  }
  return afterListed(text, start, position, end)
}

/** Whether the dot at `position`, before a letter or digit, stands inside a word (`enron.example`, `e.g`, `v2.b`) or ends a sentence. */
function joinsLetters(text: string, start: number, segment: number, position: number, end: number): boolean {
  const next = text.charCodeAt(position + 1)
  const plain = 1 < position - segment && isLower(text.charCodeAt(position - 1)) && isLetter(next)
  if (!plain || isAbbreviation(text, start, position)) return true
  if (isUpper(next)) return isInMailAddress(text, position + 1, end)
  let segmentEnd = position + 1
  while (segmentEnd < end && segmentEnd < position + LISTED_LENGTH_MAX && isWordUnit(text.charCodeAt(segmentEnd)))
    segmentEnd++
  if (segmentEnd - position === 2) return true
  return (
    DOTTED_ENDINGS.has(text.slice(position + 1, segmentEnd).toLowerCase()) || isInMailAddress(text, position + 1, end)
  )
}

/** Whether an `@` follows soon, over what may stand before one in an address. */
function isInMailAddress(text: string, position: number, end: number): boolean {
  const limit = Math.min(end, position + ADDRESS_LENGTH_MAX)
  let at = position
  while (at < limit && (isWordUnit(text.charCodeAt(at)) || '.-+'.includes(text[at]!))) at++
  return at < limit && text[at] === '@'
}

/** The code unit after at most two blanks, or one line break: what an initial is followed by. */
function afterSpaces(text: string, position: number): number {
  let next = position
  while (next < position + 2 && isSpace(text.charCodeAt(next))) next++
  return next === position ? 0 : text.charCodeAt(next)
}

function afterListed(text: string, start: number, position: number, end: number): number {
  if (!isAbbreviation(text, start, position)) return position
  const wordlike = WORDLIKE_ABBREVIATIONS.has(text.slice(start, position).toLowerCase())
  return wordlike && !goesOnLikeAbbreviation(text, start, position, end) ? position : position + 1
}

function isAbbreviation(text: string, start: number, position: number): boolean {
  if (LISTED_LENGTH_MAX < position - start) return false
  const word = text.slice(start, position).toLowerCase()
  return TITLE_ABBREVIATIONS.has(word) || OTHER_ABBREVIATIONS.has(word)
}

/** `no. 5`, `St. Mary`, `Mass., where`: a listed word that is also a plain one counts as short only when the text goes on so. */
function goesOnLikeAbbreviation(text: string, start: number, position: number, end: number): boolean {
  const next = text[position + 1]
  if (next === ',' || next === ';') return isUpper(text.charCodeAt(start))
  if (position + 1 !== end) return false
  const after = text.charCodeAt(position + 2)
  const capital = isUpper(text.charCodeAt(start))
  return (
    isDigit(after) ||
    (capital && isLetter(after) && !/^(?:no|sun|art|ill|in|is|max|min)$/i.test(text.slice(start, position)))
  )
}

function afterHyphen(text: string, segment: number, position: number, end: number): number {
  if (end <= position + 1 || !isLetter(text.charCodeAt(position + 1))) {
    const digits = position + 1 < end && isDigit(text.charCodeAt(position + 1))
    return digits && isPrefix(text, segment, position) ? position + 1 : position
  }
  if (isPrefix(text, segment, position)) return position + 1
  return isSuffix(text, position + 1, end) ? position + 1 : position
}

function isPrefix(text: string, segment: number, position: number): boolean {
  return position - segment <= LISTED_LENGTH_MAX && HYPHEN_PREFIXES.has(text.slice(segment, position).toLowerCase())
}

function isSuffix(text: string, start: number, end: number): boolean {
  let suffixEnd = start
  while (suffixEnd < end && suffixEnd < start + LISTED_LENGTH_MAX && isLetter(text.charCodeAt(suffixEnd))) suffixEnd++
  return HYPHEN_SUFFIXES.has(text.slice(start, suffixEnd).toLowerCase())
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
  const fused = end - start <= LISTED_LENGTH_MAX ? FUSED_WORDS[sink.text.slice(start, end).toLowerCase()] : undefined
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
  if (position === lettersStart) return put(sink, start, afterListNumber(text, start, position, end))
  if (position - lettersStart <= LISTED_LENGTH_MAX && UNITS.has(text.slice(lettersStart, position).toLowerCase())) {
    put(sink, start, lettersStart)
    return takeLettered(sink, lettersStart, end)
  }
  const wordEnd = letteredEnd(text, start, end)
  putParts(sink, start, Math.max(wordEnd, position))
  return Math.max(wordEnd, position)
}

/** Over digits with the marks of numbers, dates and times between them: `1,000.5`, `7:30`, `9/11`, `2016-12-16`, `555-010-2233`. */
function numberEnd(text: string, start: number, end: number): number {
  let position = digitsEnd(text, start, end)
  const hyphenated = hyphenatedEnd(text, start, position, end)
  if (position < hyphenated) return hyphenated
  while (position + 1 < end && '.,:/'.includes(text[position]!) && isDigit(text.charCodeAt(position + 1))) {
    if (text[position] === ',' && !partsThousands(text, position, end)) break
    position = digitsEnd(text, position + 1, end)
  }
  return position
}

function digitsEnd(text: string, start: number, end: number): number {
  let position = start
  while (position < end && isDigit(text.charCodeAt(position))) position++
  return position
}

/** Two hyphens or more between digits make one number, and so does that of `555-0199`; any other single one parts a range. */
function hyphenatedEnd(text: string, numberStart: number, start: number, end: number): number {
  let position = start
  let hyphens = 0
  while (position + 1 < end && text[position] === '-' && isDigit(text.charCodeAt(position + 1))) {
    position = digitsEnd(text, position + 1, end)
    hyphens++
  }
  const telephone = start - numberStart === 3 && position - start === 5
  return 2 <= hyphens || telephone ? position : start
}

/** Whether the comma at `position` parts thousands: three digits follow, and no more. */
function partsThousands(text: string, position: number, end: number): boolean {
  return digitsEnd(text, position + 1, end) === position + 4
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
  if (FUSED_WORDS[`'${letters}`]) {
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

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x60
}

/** Marks that stand together as one word when the same one is repeated, or any of them in a row. */
const RUNS = ['.', '!?', '-', '–', '—', '*', '=', '_', '#', '~', '<', '>', '`', '+', '^', '|', '…', '•']

/** The end of the mark or run of marks at `start`. */
function symbolEnd(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start)
  if (isSurrogateOrJoiner(first)) return pictureEnd(text, start, end)
  const mark = text[start]!
  const faceEnd = emoticonEnd(text, start, end)
  if (start < faceEnd) return faceEnd
  if ((mark === '#' || mark === '@') && isLetter(text.charCodeAt(start + 1))) return tagEnd(text, start + 1, end)
  if ((mark === '.' || mark === '+') && start + 1 < end && isDigit(text.charCodeAt(start + 1)))
    return numberEnd(text, start + 1, end)
  const run = RUNS.find(marks => marks.includes(mark))
  let position = start + 1
  while (run && position < end && run.includes(text[position]!)) position++
  return position
}

function pictureEnd(text: string, start: number, end: number): number {
  let position = start + 1
  while (position < end && isSurrogateOrJoiner(text.charCodeAt(position))) position++
  return position
}

const EMOTICON = /[:;=][-']?[()DPp[\]/\\|]+/y

/** The end of `:-)` and its kin, standing alone; `start` where there is none. */
function emoticonEnd(text: string, start: number, end: number): number {
  if (!':;='.includes(text[start]!)) return start
  if (0 < start && !isSpace(text.charCodeAt(start - 1))) return start
  EMOTICON.lastIndex = start
  return EMOTICON.test(text) && EMOTICON.lastIndex === end ? end : start
}

function tagEnd(text: string, start: number, end: number): number {
  let position = start
  while (position < end && isWordUnit(text.charCodeAt(position))) position++
  return position
}
