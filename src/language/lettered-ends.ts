import {
  DOTTED_ENDINGS,
  HYPHEN_PREFIXES,
  HYPHEN_SUFFIXES,
  LISTED_LENGTH_MAX,
  OTHER_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
  WORDLIKE_ABBREVIATIONS
} from './abbreviations.ts'
import {isApostrophe, isDigit, isLetter, isLower, isSpace, isUpper, isWordUnit} from './characters.ts'

/** The end of a word that begins with a letter: over joining apostrophes, dots, hyphens and the like. */
export function letteredEnd(text: string, start: number, end: number): number {
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

/** How far an `@` is looked for. */
const ADDRESS_LENGTH_MAX = 64

function afterDot(text: string, start: number, segment: number, position: number, end: number): number {
  const next = position + 1 < end ? text.charCodeAt(position + 1) : 0
  const single = position - segment === 1
  if (isLetter(next) || isDigit(next))
    return joinsLetters(text, start, segment, position, end) ? position + 1 : position
  if (next === 0x2e) return single && text[segment - 1] === '.' && text[position + 2] !== '.' ? position + 1 : position
  if (single && isLetter(text.charCodeAt(segment))) {
    const initial =
      isUpper(text.charCodeAt(segment)) && text[segment] !== 'I' && isUpper(afterSpaces(text, position + 1))
    return text[segment - 1] === '.' || initial || isShortBeforeNumber(text, start, position, end)
      ? position + 1
      : afterListed(text, start, position, end)
  }
  return afterListed(text, start, position, end)
}

/** `b. 1912`, `c. 1300`: a small letter alone, with its dot, before a number. */
function isShortBeforeNumber(text: string, start: number, position: number, end: number): boolean {
  return (
    position - start === 1 && isLower(text.charCodeAt(start)) && position + 1 === end && isDigit(afterSpaces(text, end))
  )
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
  if (segmentEnd - position === 2 || isDottedChain(text, start, segment, segmentEnd, end)) return true
  return (
    DOTTED_ENDINGS.has(text.slice(position + 1, segmentEnd).toLowerCase()) || isInMailAddress(text, position + 1, end)
  )
}

/** `alt.pets.newt`, `mail.varn.example`: two dots or more join what one alone would part. */
function isDottedChain(text: string, start: number, segment: number, segmentEnd: number, end: number): boolean {
  if (start < segment && text[segment - 1] === '.') return true
  return segmentEnd + 1 < end && text[segmentEnd] === '.' && isLower(text.charCodeAt(segmentEnd + 1))
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
  if (isEtCetera(text, start, position) && endsThere(text, position + 1, end)) return position
  if (isAfterEt(text, start, position)) return position + 1
  const wordlike = WORDLIKE_ABBREVIATIONS.has(text.slice(start, position).toLowerCase())
  return wordlike && !goesOnLikeAbbreviation(text, start, position, end) ? position : position + 1
}

/** The second word of `et al.` */
function isAfterEt(text: string, start: number, position: number): boolean {
  return text.slice(start, position) === 'al' && /(?:^|\s)et\s$/.test(text.slice(Math.max(0, start - 4), start))
}

function isEtCetera(text: string, start: number, position: number): boolean {
  return position - start === 3 && text.slice(start, position).toLowerCase() === 'etc'
}

/** Whether the paragraph ends or a capital follows: then the dot is the sentence's own. */
function endsThere(text: string, position: number, end: number): boolean {
  if (position < end) return false
  const next = afterSpaces(text, position)
  return isUpper(next) || Number.isNaN(next) || isSpace(next)
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
