import {CARDINALS, MULTIPLIERS} from '../../language/number-words.ts'

/** A number as it was told: from the least to the most that the words allow. */
export interface NumberRange {
  readonly least: number
  readonly most: number
  /** Whether it is four figures without more, as years are written. */
  readonly isYear: boolean
}

/** A number and how many words tell it. */
export interface NumberRead extends NumberRange {
  readonly wordCount: number
}

/** How far "about" reaches: a fifth either way is as far as round numbers stray. */
const ABOUT_SHARE = 0.2

/** What stands before a number and widens it, the longest first. */
const WIDENINGS: readonly {readonly words: readonly string[]; readonly widen: (value: number) => [number, number]}[] = [
  {phrases: ['at least', 'no fewer than', 'no less than', 'not less than', 'upwards of'], widen: atLeast},
  {phrases: ['more than', 'over', 'above', 'in excess of'], widen: moreThan},
  {phrases: ['at most', 'up to', 'no more than', 'not more than', 'as many as'], widen: atMost},
  {phrases: ['less than', 'fewer than', 'under', 'below'], widen: lessThan},
  {phrases: ['about', 'around', 'some', 'roughly', 'approximately', 'an estimated', 'estimated'], widen: about},
  {phrases: ['nearly', 'almost', 'close to', 'just under'], widen: nearly}
]
  .flatMap(({phrases, widen}) => phrases.map(phrase => ({words: phrase.split(' '), widen})))
  .sort((a, b) => b.words.length - a.words.length)

/** Numbers that only say how many figures they have. */
const VAGUE: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2_000_000
}

/** No number begins with any other word. */
const OPENING: ReadonlySet<string> = new Set([
  ...WIDENINGS.map(({words}) => words[0]!),
  ...Object.keys(VAGUE),
  ...CARDINALS.keys(),
  'a'
])

/** The number told at `words[from]`, with what widens it; undefined where none begins there. */
export function readNumber(words: readonly string[], from: number): NumberRead | undefined {
  const first = words[from] ?? ''
  if (!OPENING.has(first) && !/^\d/.test(first)) return undefined
  for (const {words: phrase, widen} of WIDENINGS) {
    if (!phrase.every((word, index) => words[from + index] === word)) continue
    const plain = readPlain(words, from + phrase.length)
    if (!plain) continue
    const [least, most] = widen(plain.value)
    return {least, most, isYear: false, wordCount: phrase.length + plain.wordCount}
  }
  const vague = VAGUE[first]
  if (vague !== undefined) return {least: vague, most: Infinity, isYear: false, wordCount: 1}
  const plain = readPlain(words, from)
  if (!plain) return undefined
  const isYear = plain.wordCount === 1 && /^(?:1[5-9]|20)\d\d$/.test(first)
  return {least: plain.value, most: plain.value, isYear, wordCount: plain.wordCount}
}

/** Whether both can be told of the same count. */
export function canBothHold(one: NumberRange, other: NumberRange): boolean {
  return one.least <= other.most && other.least <= one.most
}

/** Whether `later` leaves less room than `earlier`. */
export function isExacter(earlier: NumberRange, later: NumberRange): boolean {
  const isWithin = earlier.least <= later.least && later.most <= earlier.most
  return isWithin && (earlier.least < later.least || later.most < earlier.most)
}

/** A number in words for a reader. */
export function sayNumber({least, most}: NumberRange): string {
  if (least === most) return String(least)
  if (most === Infinity) return `${least} or more`
  return least <= 0 ? `${most} at most` : `${least} to ${most}`
}

function readPlain(words: readonly string[], from: number): {value: number; wordCount: number} | undefined {
  const first = words[from] ?? ''
  let index = from
  let value: number
  if (/^\d[\d,]*(?:\.\d+)?$/.test(first)) {
    value = Number(first.replaceAll(',', ''))
    index++
  } else if (CARDINALS.has(first)) {
    value = CARDINALS.get(first)!
    index++
    const unit = CARDINALS.get(words[index] ?? '')
    if (20 <= value && unit !== undefined && 0 < unit && unit < 10) {
      value += unit
      index++
    }
  } else if (first === 'a' && MULTIPLIERS.has(words[from + 1] ?? '') && words[from + 1] !== 'score') {
    value = 1
    index++
  } else return undefined
  while (MULTIPLIERS.has(words[index] ?? '')) value *= MULTIPLIERS.get(words[index++]!)!
  return Number.isFinite(value) ? {value, wordCount: index - from} : undefined
}

function atLeast(value: number): [number, number] {
  return [value, Infinity]
}

/** Counts are whole: more than 12 is 13 or more. */
function moreThan(value: number): [number, number] {
  return [Number.isInteger(value) ? value + 1 : value, Infinity]
}

function atMost(value: number): [number, number] {
  return [0, value]
}

function lessThan(value: number): [number, number] {
  return [0, Number.isInteger(value) ? value - 1 : value]
}

function about(value: number): [number, number] {
  return [Math.floor(value * (1 - ABOUT_SHARE)), Math.ceil(value * (1 + ABOUT_SHARE))]
}

function nearly(value: number): [number, number] {
  return [Math.floor(value * (1 - ABOUT_SHARE)), value]
}
