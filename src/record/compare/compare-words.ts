import {DETERMINERS, GUARDING_WORDS, MONTHS, OPEN_WORDS, WEAKENED_NEGATORS} from './said-word-lists.ts'
import {isNegator, type Said, type SaidWord, stemOf, tellingWords} from './said-words.ts'
import {canBothHold, isExacter, sayNumber} from './told-numbers.ts'

/** How the words of two statements stand to each other. */
export type WordsFit =
  /** `less`: the later one is part of the earlier one. `more`: the other way. */
  | {readonly fit: 'same' | 'less' | 'more' | 'exacter' | 'opposite'}
  | {readonly fit: 'value' | 'date'; readonly reason: string}

/** Fewer words are said on many occasions. */
const WORDS_MIN = 3
/** A part of so few words may be a part of anything. */
const PART_WORDS_MIN = 4
/** As many in a row as `claimKeys` needs to find both. */
export const PART_TELLING_MIN = 3
/** Between two marks of omission. */
const PIECE_WORDS_MIN = 2

/** Compare words with words: nothing is understood, nothing guessed. */
export function compareWords(earlier: Said, later: Said): WordsFit | undefined {
  if (earlier.asks !== later.asks) return undefined
  if (isSameWords(earlier.words, later.words)) return WORDS_MIN <= earlier.words.length ? {fit: 'same'} : undefined
  const byNumbers = compareNumbers(earlier.words, later.words)
  if (byNumbers) return byNumbers
  if (isPart(earlier.words, later.words)) return {fit: 'more'}
  if (isPart(later.words, earlier.words)) return {fit: 'less'}
  return !earlier.asks && isOpposite(earlier.words, later.words) ? {fit: 'opposite'} : undefined
}

/** Whether the words are the same, none left out. */
function isSameWords(one: readonly SaidWord[], other: readonly SaidWord[]): boolean {
  if (one.length !== other.length) return false
  return one.every(
    ({word, isBehindGap}, index) => word === other[index]!.word && !isBehindGap && !other[index]!.isBehindGap
  )
}

/** Where all words but numbers are the same: whether the numbers can be told of the same. */
function compareNumbers(earlier: readonly SaidWord[], later: readonly SaidWord[]): WordsFit | undefined {
  if (earlier.length !== later.length || earlier.filter(({number}) => !number).length < WORDS_MIN) return undefined
  let isAnyExacter = false
  let apart: WordsFit | undefined
  for (const [index, one] of earlier.entries()) {
    const other = later[index]!
    if (one.isBehindGap || other.isBehindGap) return undefined
    if (!one.number || !other.number) {
      if (one.word !== other.word) return undefined
      continue
    }
    if (!canBothHold(one.number, other.number)) {
      const isDate = (one.number.isYear && other.number.isYear) || isBesideMonth(earlier, index)
      // The words behind it have to be the same as well.
      apart ??= {
        fit: isDate ? 'date' : 'value',
        reason: `${sayNumber(one.number)} before, ${sayNumber(other.number)} now`
      }
    }
    if (isExacter(one.number, other.number)) isAnyExacter = true
  }
  return apart ?? {fit: isAnyExacter ? 'exacter' : 'same'}
}

function isBesideMonth(words: readonly SaidWord[], index: number): boolean {
  return [words[index - 1], words[index + 1]].some(beside => beside && MONTHS.has(beside.word))
}

/** Whether `part` is quoted out of `whole`: in a row, or in rows with omissions marked, and nothing before it turns its sense. */
function isPart(part: readonly SaidWord[], whole: readonly SaidWord[]): boolean {
  if (whole.length <= part.length || part.length < PART_WORDS_MIN) return false
  if (whole.some(({isBehindGap}) => isBehindGap)) return false
  const pieces = piecesOf(part)
  if (pieces.some(piece => piece.length < PIECE_WORDS_MIN)) return false
  if (!pieces.some(piece => PART_TELLING_MIN <= tellingWords(piece).length)) return false
  let from = 0
  for (const piece of pieces) {
    const at = placeOf(piece, whole, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

function piecesOf(words: readonly SaidWord[]): SaidWord[][] {
  const pieces: SaidWord[][] = []
  for (const word of words) {
    if (word.isBehindGap || pieces.length === 0) pieces.push([])
    pieces.at(-1)!.push(word)
  }
  return pieces
}

function placeOf(piece: readonly SaidWord[], whole: readonly SaidWord[], from: number): number {
  for (let at = from; at + piece.length <= whole.length; at++)
    if (piece.every(({word}, index) => whole[at + index]!.word === word) && !isGuarded(whole, at)) return at
  return -1
}

/** Whether something before it in its sentence makes the words at `at` a denial, a condition or another's. */
function isGuarded(words: readonly SaidWord[], at: number): boolean {
  for (let index = at; 0 < index && !words[index]!.opens; index--)
    if (GUARDING_WORDS.has(words[index - 1]!.word)) return true
  return false
}

/** Whether one is the other with one word of denial in it. */
function isOpposite(one: readonly SaidWord[], other: readonly SaidWord[]): boolean {
  const negations = [one, other].map(words => words.filter(isNegator).length)
  if (Math.abs(negations[0]! - negations[1]!) !== 1) return false
  if ([one, other].some(words => words.some(isOpen) || isWeakened(words))) return false
  const [plain, plainOther] = [positiveWords(one), positiveWords(other)]
  if (plain.length !== plainOther.length || plain.length < WORDS_MIN - 1) return false
  return plain.every(({word, isSupported}, index) => {
    const beside = plainOther[index]!
    return word === beside.word || ((isSupported || beside.isSupported) && stemOf(word) === stemOf(beside.word))
  })
}

function isOpen({word, number, isBehindGap}: SaidWord): boolean {
  return OPEN_WORDS.has(word) || isBehindGap || (number !== undefined && number.least !== number.most)
}

function isWeakened(words: readonly SaidWord[]): boolean {
  return words.some(({word}, index) => WEAKENED_NEGATORS[word]?.includes(words[index + 1]?.word ?? ''))
}

/** The words without what denies: no negators, no "did" before one, no articles, which change with them. */
function positiveWords(words: readonly SaidWord[]): {word: string; isSupported: boolean}[] {
  const kept: {word: string; isSupported: boolean}[] = []
  let isSupported = false
  for (const [index, each] of words.entries()) {
    const isSupport = /^(?:do|does|did)$/.test(each.word) && isNegator(words[index + 1] ?? each)
    if (isSupport) isSupported = true
    if (isSupport || isNegator(each) || DETERMINERS.has(each.word)) continue
    kept.push({word: each.word, isSupported})
    isSupported = false
  }
  return kept
}
