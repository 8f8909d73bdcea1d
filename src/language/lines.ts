import {isLower} from './characters.ts'
import type {BareWords} from './sentences.ts'

/** Lines longer than this are paragraphs by themselves; nobody wraps by hand at such a width. */
const WRAP_WIDTH_MAX = 132
/** A block whose longest line is shorter is a heading, an address or a list, not a wrapped paragraph. */
const WRAP_WIDTH_MIN = 40

/** Lines without a blank one between them, as the words that begin them. */
interface Block {
  readonly lineStarts: number[]
  readonly lineLengths: number[]
}

/**
 * The words that begin a line and, for it, a sentence: after a blank line always; after a single line break unless the
 * paragraph is wrapped there, which shows in that the next line's first word would not have fitted any more.
 */
export function findLineEnds(words: BareWords): number[] {
  const begins: number[] = []
  let block: Block = {lineStarts: [], lineLengths: []}
  let lineStart = 0
  for (let word = 0; word < words.starts.length; word++) {
    const breaks = word === 0 ? 2 : lineBreaks(words, word)
    if (breaks === 0) continue
    if (0 < word) block.lineLengths.push(words.ends[word - 1]! - words.starts[lineStart]!)
    if (2 <= breaks) {
      pushBrokenLines(words, block, word, begins)
      begins.push(word)
      block = {lineStarts: [], lineLengths: []}
    }
    block.lineStarts.push(word)
    lineStart = word
  }
  pushBrokenLines(words, block, words.starts.length, begins)
  return begins
}

/** How many line breaks, up to two, stand before `word`. */
function lineBreaks({text, starts, ends}: BareWords, word: number): number {
  const gapEnd = starts[word]!
  let count = 0
  for (let position = ends[word - 1]!; position < gapEnd && count < 2; position++) {
    const unit = text.charCodeAt(position)
    if (unit === 0x0a || unit === 0x2028 || (unit === 0x0d && text.charCodeAt(position + 1) !== 0x0a)) count++
    if (unit === 0x0c || unit === 0x2029) count = 2
  }
  return count
}

function pushBrokenLines(words: BareWords, {lineStarts, lineLengths}: Block, end: number, begins: number[]): void {
  const prose = 0 < end && /[.!?:"”’')\]…]$/.test(words.forms[end - 1]!.slice(-1))
  const width = lineLengths.reduce((longest, length) => Math.max(longest, length), 0)
  for (let line = 1; line < lineStarts.length; line++) {
    const word = lineStarts[line]!
    const wrapped = isWrapped(words, word, lineLengths[line - 1]!, width)
    if (!wrapped || !(prose || isLower(words.forms[word]!.charCodeAt(0)))) begins.push(word)
  }
}

/** Whether the line break before `word` is only the paragraph's, set to `width`; `length` is that of the line before. */
function isWrapped({starts, ends, forms}: BareWords, word: number, length: number, width: number): boolean {
  if (WRAP_WIDTH_MAX < width || width < WRAP_WIDTH_MIN || isListMark(forms[word]!)) return false
  const wordEnd = ends[word]! - starts[word]!
  if (length + 1 + wordEnd <= width) return false
  return WRAP_WIDTH_MIN * 1.5 <= width || isLower(forms[word]!.charCodeAt(0))
}

function isListMark(form: string): boolean {
  return form.length <= 4 && /^(?:[*•·▪‣–—-]+|\d{1,2}\.)$/.test(form)
}
