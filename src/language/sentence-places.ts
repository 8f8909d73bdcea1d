import type {SentenceColumns} from './sentence-columns.ts'
import {isEndKind, WORD_KIND} from './sentence-kinds.ts'
import type {BareWords, Beginnings} from './sentences.ts'

/** A text while its sentences are sought, with what surrounds each word. Paragraphs are what lies between forced beginnings. */
export interface SentencePlaces {
  readonly words: BareWords
  readonly columns: SentenceColumns
  /** 1 where a sentence begins whatever stands before: after a blank line, where a span starts. */
  readonly forced: Uint8Array
  /** 1 where the rules see a beginning. */
  readonly ruled: Uint8Array
  /** 1 where a word closes the sentence before it, by the rules: quotation marks, brackets, notes. */
  readonly closing: Uint8Array
  readonly paragraphStarts: Int32Array
  readonly paragraphEnds: Int32Array
  /** Words since the last mark that ends sentences, and to the next one, in the paragraph. */
  readonly sinceMark: Int32Array
  readonly untilMark: Int32Array
  /** Before the word: 1 a quotation is open, 2 a bracket. */
  readonly open: Uint8Array
  /** How far the paragraphs around are prose, as a small number. */
  readonly prose: Uint8Array
}

/** What surrounds each of `words`. */
export function sentencePlaces(
  words: BareWords,
  columns: SentenceColumns,
  {forced, ruled, closing}: Beginnings
): SentencePlaces {
  const wordCount = words.forms.length
  const places = {
    words,
    columns,
    forced,
    ruled,
    closing,
    paragraphStarts: new Int32Array(wordCount),
    paragraphEnds: new Int32Array(wordCount),
    sinceMark: new Int32Array(wordCount),
    untilMark: new Int32Array(wordCount),
    open: new Uint8Array(wordCount),
    prose: proseAround(columns.kinds, forced, wordCount)
  }
  lookBack(places)
  lookAhead(places)
  return places
}

/**
 * Whether a sentence may begin at `word`: not between two words in small letters, nor before what closes one, nor after an
 * insertion.
 */
export function isPlace(places: SentencePlaces, word: number): boolean {
  const {kinds} = places.columns
  const kind = kinds[word]!
  if (places.forced[word] || places.closing[word] || kind === WORD_KIND.clitic) return false
  return !(kind === WORD_KIND.lower && kinds[word - 1] === WORD_KIND.lower) && !isAfterInsertion(places, word)
}

/** Whether an editor's word or a note's number was put in just before, within a sentence: `[the] Council`, `the moor,[12] Varn`. */
function isAfterInsertion({words: {forms}, ruled}: SentencePlaces, word: number): boolean {
  return forms[word - 1] === ']' && !ruled[word]
}

function lookBack({words: {forms}, columns: {kinds}, forced, paragraphStarts, sinceMark, open}: SentencePlaces): void {
  let start = 0
  let mark = 0
  let state = 0
  for (let word = 0; word < forms.length; word++) {
    if (forced[word]) {
      start = word
      mark = word
      state = 0
    }
    paragraphStarts[word] = start
    sinceMark[word] = word - mark
    open[word] = state
    if (isEndKind(kinds[word]!)) mark = word + 1
    state = openAfter(kinds[word]!, state)
  }
}

const IN_QUOTATION = 1
const IN_BRACKET = 2

function openAfter(kind: number, state: number): number {
  if (kind === WORD_KIND.straight) return state ^ IN_QUOTATION
  if (kind === WORD_KIND.openingQuote) return state | IN_QUOTATION
  if (kind === WORD_KIND.closingQuote) return state & ~IN_QUOTATION
  if (kind === WORD_KIND.opening) return state | IN_BRACKET
  return kind === WORD_KIND.closing ? state & ~IN_BRACKET : state
}

function lookAhead({columns: {kinds}, forced, paragraphEnds, untilMark}: SentencePlaces): void {
  let end = kinds.length
  let mark = kinds.length
  for (let word = kinds.length - 1; 0 <= word; word--) {
    if (isEndKind(kinds[word]!)) mark = word
    paragraphEnds[word] = end
    untilMark[word] = mark - word
    if (forced[word]) {
      end = word
      mark = word
    }
  }
}

/** How many paragraphs on either side tell whether a paragraph stands among prose or among headings, lists and signatures. */
const NEIGHBOURS = 3
/** Longer paragraphs are no more prose. */
const PARAGRAPH_WORDS_MAX = 60
/** Mean lengths that part lists from letters, and letters from articles. */
const SHORT_MEAN = 10
const MIDDLE_MEAN = 25

function proseAround(kinds: Uint8Array, forced: Uint8Array, wordCount: number): Uint8Array {
  const starts = [0]
  for (let word = 1; word < wordCount; word++) if (forced[word]) starts.push(word)
  starts.push(wordCount)
  const unended = starts.slice(1).map((end, index) => (endsWithMark(kinds, starts[index]!, end) ? 0 : 1))
  const prose = new Uint8Array(wordCount)
  for (let index = 0; index < unended.length; index++)
    prose.fill(2 * proseOf(starts, unended, index) + unended[index]!, starts[index]!, starts[index + 1]!)
  return prose
}

function endsWithMark(kinds: Uint8Array, start: number, end: number): boolean {
  let last = end - 1
  while (start < last && isCloserKind(kinds[last]!)) last--
  return start <= last && isEndKind(kinds[last]!)
}

function isCloserKind(kind: number): boolean {
  return (
    kind === WORD_KIND.closing ||
    kind === WORD_KIND.closingQuote ||
    kind === WORD_KIND.straight ||
    kind === WORD_KIND.single
  )
}

function proseOf(starts: readonly number[], unended: readonly number[], index: number): number {
  const first = Math.max(0, index - NEIGHBOURS)
  const last = Math.min(unended.length - 1, index + NEIGHBOURS)
  let without = 0
  let wordSum = 0
  for (let other = first; other <= last; other++) {
    if (other !== index) without += unended[other]!
    wordSum += Math.min(PARAGRAPH_WORDS_MAX, starts[other + 1]! - starts[other]!)
  }
  const around = 2 * NEIGHBOURS + 1
  const size = wordSum < around * SHORT_MEAN ? 0 : wordSum < around * MIDDLE_MEAN ? 1 : 2
  const share = last === first ? 0 : 1 + Math.min(2, Math.floor((3 * without) / (last - first)))
  return 3 * share + size
}
