import type {Words} from './analysis.ts'
import {CARDINALS, MULTIPLIERS, ORDINALS, VAGUE_COUNTS} from './number-words.ts'

/** A run of letters, a run of digits, or one other character: what the rules for dates read. */
export interface DateToken {
  readonly start: number
  readonly end: number
  /** In lower case, as printed otherwise. */
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark' | 'break'
  /** What digits stand for; -1 for everything else. */
  readonly value: number
  /** Whether it begins with a capital letter. */
  readonly capital: boolean
  /** Whether nothing stands between it and the token before. */
  readonly glued: boolean
}

/** The tokens of a text; one past the end stands an empty one, so that a rule may always look ahead. */
export type Line = readonly DateToken[]

const TOKEN = /(\d{1,3}(?:,\d{3})+(?!\d)|\d+)|(\p{L}[\p{L}\p{M}]*)|\S/gu

/**
 * Cut the sentences of `words` into the tokens that dates are read from.
 *
 * Dates are cut at `2019-03-14`, `3rd` and `mid-2024` the same way whatever the words are, so the rules do not depend on how
 * words are split. A break stands where a sentence begins on a new line: no date runs on across it.
 */
export function readDateTokens({text, starts, ends, sentenceStarts}: Words): DateToken[] {
  const tokens: DateToken[] = []
  let previousEnd = 0
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    const firstWord = sentenceStarts[sentence]!
    const endWord = sentenceStarts[sentence + 1]!
    if (firstWord === endWord) continue
    const start = starts[firstWord]!
    if (0 < tokens.length && text.slice(previousEnd, start).includes('\n')) tokens.push(breakAt(start))
    previousEnd = ends[endWord - 1]!
    pushTokens(text, start, previousEnd, tokens)
  }
  return tokens
}

function breakAt(start: number): DateToken {
  return {start, end: start, lower: '\n', kind: 'break', value: -1, capital: false, glued: false}
}

const END: DateToken = breakAt(0)

/** The token at `at`, or an empty one outside the text. */
export function tokenAt(line: Line, at: number): DateToken {
  return line[at] ?? END
}

/** The word or mark at `at` in lower case. */
export function lowerAt(line: Line, at: number): string {
  return tokenAt(line, at).lower
}

/** Longer runs of digits are labels, not numbers that dates are made of. */
const DIGITS_MAX = 12

function pushTokens(text: string, start: number, end: number, tokens: DateToken[]): void {
  TOKEN.lastIndex = start
  for (let match = TOKEN.exec(text); match && match.index < end; match = TOKEN.exec(text)) {
    const [printed, digits, letters] = match
    const kind = digits ? 'number' : letters ? 'word' : 'mark'
    const before = tokens.at(-1)
    tokens.push({
      start: match.index,
      end: Math.min(match.index + printed.length, end),
      lower: printed.toLowerCase(),
      kind,
      value: digits && digits.length <= DIGITS_MAX ? Number(digits.replaceAll(',', '')) : -1,
      capital: letters !== undefined && letters[0] !== letters[0]!.toLowerCase(),
      glued: before?.end === match.index && before.kind !== 'break'
    })
  }
}

/** A number and where it ends; `vague` where the words give none ("several"). */
export interface Count {
  readonly value: number
  readonly vague: boolean
  readonly end: number
}

/**
 * Read a count of things.
 *
 * ```text
 * 14   two   twenty-one   a   a dozen   three hundred   a few   several   a couple of   5 1/2   two and a half
 * ```
 */
export function readCount(line: Line, at: number): Count | undefined {
  const article = lowerAt(line, at) === 'a' || lowerAt(line, at) === 'an' || lowerAt(line, at) === 'the'
  if (article) {
    const vague = readVagueCount(line, at + 1)
    if (vague) return vague
    const multiplier = MULTIPLIERS.get(lowerAt(line, at + 1))
    if (multiplier) return {value: multiplier, vague: false, end: at + 2}
    return lowerAt(line, at) === 'the' ? undefined : {value: 1, vague: false, end: at + 1}
  }
  const count = readVagueCount(line, at) ?? readCardinal(line, at)
  if (!count || count.vague) return count
  const fraction = readFraction(line, count.end)
  return {value: count.value + fraction.value, vague: false, end: fraction.end}
}

/** "5 1/2 hours", "two and a half years", "1.5 hours", "a year and a half": the fraction behind a count, and where it ends. */
export function readFraction(line: Line, at: number): {value: number; end: number} {
  if (lowerAt(line, at) === '½') return {value: 0.5, end: at + 1}
  if (lowerAt(line, at) === 'and' && lowerAt(line, at + 1) === 'a' && lowerAt(line, at + 2) === 'half')
    return {value: 0.5, end: at + 3}
  if (tokenAt(line, at).value === 1 && lowerAt(line, at + 1) === '/' && tokenAt(line, at + 2).value === 2)
    return {value: 0.5, end: at + 3}
  const decimals = tokenAt(line, at + 1)
  if (lowerAt(line, at) === '.' && tokenAt(line, at).glued && decimals.glued && decimals.kind === 'number')
    return {value: Number(`0.${decimals.lower}`), end: at + 2}
  return {value: 0, end: at}
}

function readVagueCount(line: Line, at: number): Count | undefined {
  const word = lowerAt(line, at)
  if (!VAGUE_COUNTS.has(word)) return undefined
  return {value: word === 'couple' ? 2 : 3, vague: true, end: lowerAt(line, at + 1) === 'of' ? at + 2 : at + 1}
}

/** Read a number in digits or words, without articles. */
export function readCardinal(line: Line, at: number): Count | undefined {
  const token = tokenAt(line, at)
  if (0 <= token.value) return {value: token.value, vague: false, end: at + 1}
  const value = CARDINALS.get(token.lower)
  if (value === undefined) return undefined
  const hyphen = lowerAt(line, at + 1) === '-' ? 1 : 0
  const ones = CARDINALS.get(lowerAt(line, at + 1 + hyphen)) ?? 0
  if (20 <= value && 1 <= ones && ones <= 9) return {value: value + ones, vague: false, end: at + 2 + hyphen}
  const multiplier = MULTIPLIERS.get(lowerAt(line, at + 1))
  return multiplier ? {value: value * multiplier, vague: false, end: at + 2} : {value, vague: false, end: at + 1}
}

/** Read an ordinal: `3rd`, `third`, `twenty-first`. */
export function readOrdinal(line: Line, at: number): {value: number; end: number} | undefined {
  const token = tokenAt(line, at)
  if (token.kind === 'number') {
    const suffix = tokenAt(line, at + 1)
    return suffix.glued && ORDINAL_SUFFIXES.has(suffix.lower) ? {value: token.value, end: at + 2} : undefined
  }
  const value = ORDINALS.get(token.lower)
  if (value !== undefined) return {value, end: at + 1}
  const tens = CARDINALS.get(token.lower) ?? 0
  const hyphen = lowerAt(line, at + 1) === '-' ? 1 : 0
  const ones = ORDINALS.get(lowerAt(line, at + 1 + hyphen)) ?? 0
  return 20 <= tens && 1 <= ones && ones <= 9 ? {value: tens + ones, end: at + 2 + hyphen} : undefined
}

/** What stands glued behind digits to make an ordinal of them. */
export const ORDINAL_SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])
