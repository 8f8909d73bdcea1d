import {Vocabulary} from './vocabulary.ts'
import {
  ACCENT,
  APOSTROPHE,
  DIGIT,
  foldedSign,
  GAP,
  HIDDEN,
  HYPHEN,
  LETTER,
  LONE,
  POINT,
  type Sign,
  SOFT_HYPHEN,
  signOf
} from './word-signs.ts'

/** Where the words of a text stand, and which of a vocabulary each is: 0 for none of it. */
export interface WordPlaces {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly ids: Int32Array
}

/** White space around a line break inside a word is looked over no further than this: pages are indented, not empty. */
const BREAK_LENGTH_MAX = 40

/**
 * Find the words of `text` and look each up. Case, accents composed or not, ligatures, soft hyphens, hyphens inside words and
 * at the ends of lines make no difference to which word it is.
 *
 * ```text
 * The re-\nbuilding of “St. Oda’s” cost 1,250.
 * ^^^ ^^^^^^^^^^^^^ ^^  ^^  ^^^^^ ^^^^ ^^^^^
 * ```
 */
export function readWordPlaces(text: string, vocabulary: Vocabulary): WordPlaces {
  let starts = new Int32Array(Math.max(16, text.length >> 2))
  let ends = new Int32Array(starts.length)
  let ids = new Int32Array(starts.length)
  let count = 0
  let offset = 0
  while (offset < text.length) {
    const code = codeAt(text, offset)
    if (!beginsWord(signOf(code))) {
      offset += widthOf(code)
      continue
    }
    if (count === starts.length) {
      starts = doubled(starts)
      ends = doubled(ends)
      ids = doubled(ids)
    }
    walkWord(text, offset, vocabulary)
    starts[count] = offset
    ends[count] = walked.end
    ids[count++] = vocabulary.wordAt(walked.node)
    offset = walked.end
  }
  return {count, starts: starts.subarray(0, count), ends: ends.subarray(0, count), ids: ids.subarray(0, count)}
}

/** What the last walk found; one object for all, because a book has a million words. */
const walked = {end: 0, node: 0}

function walkWord(text: string, start: number, vocabulary: Vocabulary): void {
  let node = Vocabulary.ROOT
  let end = start
  let before = GAP
  let offset = start
  while (offset < text.length) {
    const code = codeAt(text, offset)
    const sign = signOf(code)
    const next = offset + widthOf(code)
    if (sign === HIDDEN) {
      offset = next
    } else if (sign === LETTER || sign === DIGIT || sign === ACCENT || sign === LONE) {
      if (before !== GAP && sign !== ACCENT && (sign === LONE || before === LONE)) break
      node = walk(vocabulary, node, code)
      if (sign !== ACCENT || before === GAP) before = sign
      offset = next
      end = next
    } else {
      const rest = joinsAt(text, next, sign, before)
      if (rest === 0) break
      if (sign === APOSTROPHE || sign === POINT) node = walk(vocabulary, node, code)
      offset = rest
    }
  }
  walked.end = end
  walked.node = node
}

function walk(vocabulary: Vocabulary, node: number, code: number): number {
  let at = node
  const folded = foldedSign(code)
  for (let unit = 0; unit < folded.length; unit++) at = vocabulary.step(at, folded.charCodeAt(unit))
  return at
}

/** Where a word goes on behind a sign that joins its halves and ends before `next`; 0 where the word is at its end. */
function joinsAt(text: string, next: number, sign: Sign, before: Sign): number {
  const follows = next < text.length ? signOf(codeAt(text, next)) : GAP
  if (sign === POINT) return before === DIGIT && follows === DIGIT ? next : 0
  if (sign === APOSTROPHE) return before !== LONE && (follows === LETTER || follows === DIGIT) ? next : 0
  if (sign !== HYPHEN && sign !== SOFT_HYPHEN) return 0
  if (before !== LETTER) return sign === SOFT_HYPHEN ? next : 0
  return follows === LETTER ? next : behindLineBreak(text, next) || (sign === SOFT_HYPHEN ? next : 0)
}

/** Where the small letter stands that goes on after a line break; 0 where none does. */
function behindLineBreak(text: string, from: number): number {
  const limit = Math.min(text.length, from + BREAK_LENGTH_MAX)
  let offset = from
  let isBroken = false
  while (offset < limit && /\s/.test(text[offset]!)) {
    if (text[offset] === '\n' || text[offset] === '\r') isBroken = true
    offset++
  }
  return isBroken && /^\p{Ll}/u.test(text.slice(offset, offset + 2)) ? offset : 0
}

function beginsWord(sign: Sign): boolean {
  return LETTER <= sign && sign <= ACCENT
}

function codeAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return 0xd800 <= unit && unit < 0xdc00 ? text.codePointAt(offset)! : unit
}

function widthOf(code: number): number {
  return code < 0x10000 ? 1 : 2
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
