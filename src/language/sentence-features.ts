import {KIND_COUNT_MAX, WORD_KIND} from './sentence-kinds.ts'
import type {SentencePlaces} from './sentence-places.ts'

/** At most this many features has a place, those of its history with them. */
export const SENTENCE_FEATURES_MAX = 80

const KINDS = KIND_COUNT_MAX
const EDGE = WORD_KIND.edge
/** Stands for words before the paragraph; those after it are OUTSIDE + 1. */
const OUTSIDE = 0x5eed
/** Group of what lies outside the paragraph; -1 is that of a word without one. */
const NO_WORD = -2
/** Capitals and small letters are counted over so many words on either side. */
const WINDOW = 5

/**
 * Write the keys of what speaks for or against a sentence beginning at `word`, whatever was decided before: the words around
 * with their kinds and groups, the rules' answer, and the paragraph. Training and reading call this, so that a feature means
 * the same in both.
 *
 * @returns how many keys there are
 */
export function placeFeatures(places: SentencePlaces, word: number, keys: Int32Array): number {
  const {columns, sinceMark, untilMark, open, prose} = places
  const {kinds, lower, ends, middle, coarse} = columns
  const from = places.paragraphStarts[word]!
  const to = places.paragraphEnds[word]!
  const kind = (at: number) => (at < from || to <= at ? EDGE : kinds[at]!)
  const form = (at: number) => (at < from ? OUTSIDE : to <= at ? OUTSIDE + 1 : lower[at]!)
  const middleOf = (at: number) => (at < from || to <= at ? NO_WORD : middle[at]!)
  const coarseOf = (at: number) => (at < from || to <= at ? NO_WORD : coarse[at]!)
  const kind2 = kind(word - 2)
  const kind1 = kind(word - 1)
  const next0 = kinds[word]!
  const next1 = kind(word + 1)
  const next2 = kind(word + 2)
  const pair = twoKinds(kind1, next0)
  const nextPair = twoKinds(next1, next2)
  const before1 = form(word - 1)
  const before2 = form(word - 2)
  const this0 = mix(lower[word]!, next0)
  const after1 = form(word + 1)
  const rule = ruleAt(places, word)
  const ruled = mix(rule, pair)
  const since = lengthStep(word - from)
  const until = lengthStep(to - word)
  const mark = lengthStep(sinceMark[word]!)
  const toMark = lengthStep(untilMark[word]!)
  const length = twoSteps(since, until)
  const middleBefore = middleOf(word - 1)
  const middle0 = middle[word]!
  const middleAfter = middleOf(word + 1)
  const coarseBefore = coarseOf(word - 1)
  const coarse0 = coarse[word]!
  const coarseAfter = coarseOf(word + 1)
  const caseBefore = caseCount(kinds, Math.max(from, word - WINDOW), word)
  const caseAfter = caseCount(kinds, word + 1, Math.min(to, word + 1 + WINDOW))
  let next = 0
  keys[next++] = one(1, 0)
  keys[next++] = one(2, before1)
  keys[next++] = one(3, this0)
  keys[next++] = two(4, before1, lower[word]!)
  keys[next++] = one(5, ruled)
  keys[next++] = two(6, ruled, kind2)
  keys[next++] = two(7, ruled, next1)
  keys[next++] = two(8, ruled, twoKinds(kind2, next1))
  keys[next++] = two(9, mix(ruled, kind(word - 3)), twoKinds(kind2, next1))
  keys[next++] = two(10, mix(ruled, kind2), nextPair)
  keys[next++] = two(11, before1, twoKinds(next0, next1))
  keys[next++] = two(12, this0, twoKinds(kind1, kind2))
  keys[next++] = two(13, before2, pair)
  keys[next++] = two(14, mix(before2, before1), next0)
  keys[next++] = two(15, mix(after1, this0), kind1)
  keys[next++] = two(16, after1, pair)
  keys[next++] = two(17, middleBefore, twoKinds(next0, next1))
  keys[next++] = two(18, middle0, pair)
  keys[next++] = two(19, mix(middleBefore, middle0), pair)
  keys[next++] = two(20, middleAfter, pair)
  keys[next++] = two(21, mix(middle0, middleAfter), pair)
  keys[next++] = two(22, middleOf(word - 2), pair)
  keys[next++] = two(23, mix(middleOf(word - 2), middleBefore), pair)
  keys[next++] = two(24, since, ruled)
  keys[next++] = two(25, until, ruled)
  keys[next++] = two(26, length, ruled)
  keys[next++] = two(27, mark, ruled)
  keys[next++] = two(28, toMark, ruled)
  keys[next++] = two(29, twoSteps(mark, toMark), ruled)
  keys[next++] = two(30, open[word]!, ruled)
  keys[next++] = two(31, mix(open[word]!, kind2), ruled)
  keys[next++] = two(32, caseBefore, pair)
  keys[next++] = two(33, caseAfter, pair)
  keys[next++] = two(34, mix(caseBefore, caseAfter), pair)
  keys[next++] = two(35, form(from), ruled)
  keys[next++] = two(36, form(from) === lower[word] ? 1 : 0, ruled)
  keys[next++] = two(37, ends[word]!, pair)
  keys[next++] = two(38, ends[word - 1]!, pair)
  keys[next++] = two(39, this0, twoSteps(rule, mark))
  keys[next++] = two(40, this0, twoSteps(rule, toMark))
  keys[next++] = two(41, before1, twoSteps(rule, since))
  keys[next++] = two(42, before1, twoSteps(rule, until))
  keys[next++] = two(43, form(word - 3), pair)
  keys[next++] = two(44, form(word + 2), pair)
  keys[next++] = two(45, this0, length)
  keys[next++] = two(46, mix(lower[word]!, after1), pair)
  keys[next++] = two(47, this0, ruled)
  keys[next++] = two(48, before1, ruled)
  keys[next++] = two(49, mix(this0, nextPair), kind1)
  keys[next++] = two(50, mix(middle0, nextPair), kind1)
  keys[next++] = two(51, prose[word]!, ruled)
  keys[next++] = two(52, prose[word]!, this0)
  keys[next++] = two(53, prose[word]!, before1)
  keys[next++] = two(54, mix(coarseBefore, coarse0), pair)
  keys[next++] = two(55, mix(mix(coarse0, coarseAfter), coarseOf(word + 2)), pair)
  keys[next++] = two(56, mix(mix(coarseBefore, coarse0), coarseAfter), pair)
  keys[next++] = two(57, mix(coarseOf(word - 2), mix(coarseBefore, coarse0)), pair)
  keys[next++] = two(58, mix(kind(word + 3), nextPair), pair)
  keys[next++] = two(59, mix(prose[word]!, length), pair)
  const around = bracketAround(kinds, from, word)
  keys[next++] = two(60, around, pair)
  keys[next++] = two(61, around, ruled)
  return next
}

/** How far back the opening of a bracket or quotation is looked for. */
const BRACKET_WORDS = 12

/** Where a bracket or quotation has just closed: what kind of word stood before it, and what kind came first in it. */
function bracketAround(kinds: Uint8Array, from: number, word: number): number {
  const closing = kinds[word - 1]!
  if (closing !== WORD_KIND.closing && closing !== WORD_KIND.closingQuote) return 0
  const opening = closing === WORD_KIND.closing ? WORD_KIND.opening : WORD_KIND.openingQuote
  for (let at = word - 2; Math.max(from, word - BRACKET_WORDS) <= at; at--)
    if (kinds[at] === opening) return twoKinds(at === from ? EDGE : kinds[at - 1]!, kinds[at + 1]!) + 1
  return 0
}

/** What was decided earlier in the paragraph. */
export interface SentenceHistory {
  /** Where the sentence that is open began, and the one before it. */
  last: number
  lastBefore: number
  /** How many sentences of the paragraph ended without a mark. */
  silent: number
}

/** As many words at most make a pattern of kinds. */
const PATTERN_WORDS = 5
const SILENT_MAX = 3

/** Write the keys of what the sentence that is open at `word` says, from `keys[next]` on; returns where they end. */
export function historyFeatures(
  places: SentencePlaces,
  word: number,
  {last, lastBefore, silent}: SentenceHistory,
  keys: Int32Array,
  next: number
): number {
  const {kinds, lower, middle} = places.columns
  const to = places.paragraphEnds[word]!
  const isFirst = last === places.paragraphStarts[word]!
  const first = isFirst ? 1 : 0
  const next0 = kinds[word]!
  const next1 = word + 1 < to ? kinds[word + 1]! : EDGE
  const pair = twoKinds(kinds[word - 1]!, next0)
  const ruled = mix(ruleAt(places, word), pair)
  const length = lengthStep(word - last)
  const lengthBefore = isFirst ? STEP_COUNT - 1 : lengthStep(last - lastBefore)
  const sameForm = lower[last] === lower[word] ? 1 : 0
  const sameKind = kinds[last] === next0 ? 1 : 0
  const sameSecond = last + 1 < word && kinds[last + 1] === next1 ? 1 : 0
  const markBefore = isFirst ? EDGE : kinds[last - 1]!
  const pattern = patternOf(kinds, last, word)
  const silentSeen = Math.min(SILENT_MAX, silent)
  keys[next++] = two(101, length, ruled)
  keys[next++] = two(102, 2 * sameForm + first, ruled)
  keys[next++] = two(103, 8 * sameSecond + 4 * sameForm + 2 * sameKind + first, pair)
  keys[next++] = two(104, silentSeen, ruled)
  keys[next++] = two(105, twoSteps(length, lengthBefore), ruled)
  keys[next++] = two(106, lower[last]!, pair)
  keys[next++] = two(107, mix(lower[last]!, length), pair)
  keys[next++] = two(108, 2 * markBefore + first, ruled)
  keys[next++] = two(109, twoKinds(markBefore, kinds[last]!), ruled)
  keys[next++] = two(110, pattern, twoKinds(next0, next1))
  keys[next++] = two(111, mix(pattern, middle[last]!), pair)
  keys[next++] = two(112, mix(lower[word]!, length), silentSeen)
  keys[next++] = two(113, mix(length, silentSeen), ruled)
  keys[next++] = two(114, mix(pattern, lower[word - 1]!), next0)
  keys[next++] = two(115, mix(pattern, lower[word]!), next0)
  keys[next++] = two(116, twoSteps(length, lengthStep(to - word)), ruled)
  return next
}

/** What the rules say of `word`, and whether it touches the word before it. */
function ruleAt({words: {starts, ends}, ruled}: SentencePlaces, word: number): number {
  return ruled[word]! + (starts[word] === ends[word - 1] ? 2 : 0)
}

function patternOf(kinds: Uint8Array, from: number, to: number): number {
  if (PATTERN_WORDS < to - from) return 0
  let pattern = 0
  for (let word = from; word < to; word++) pattern = mix(pattern, kinds[word]!)
  return pattern
}

const {lower: LOWER, capital: CAPITAL, capitals: CAPITALS} = WORD_KIND

/** How many words with a capital and how many in small letters stand from `from` to `to`. */
function caseCount(kinds: Uint8Array, from: number, to: number): number {
  let capitals = 0
  let small = 0
  for (let word = from; word < to; word++) {
    const kind = kinds[word]!
    if (kind === LOWER) small++
    else if (kind === CAPITAL || kind === CAPITALS) capitals++
  }
  return capitals * (WINDOW + 1) + small
}

function twoKinds(a: number, b: number): number {
  return a * KINDS + b
}

/** Lengths in words that count as alike, by the last of each step. */
const STEPS = [0, 1, 2, 3, 4, 5, 8, 12, 19, 34, 79]
const STEP_COUNT = 16

function twoSteps(a: number, b: number): number {
  return a * STEP_COUNT + b
}

function lengthStep(wordCount: number): number {
  for (let step = 0; step < STEPS.length; step++) if (wordCount <= STEPS[step]!) return step
  return STEPS.length
}

/*
 * The hashes of `hashing.ts` once more, shorter: eighty a word are wanted, and of a key only its first bits are read.
 */

function one(template: number, a: number): number {
  return Math.imul(mix(Math.imul(template, 0x9e3779b1), a), 0xc2b2ae35)
}

function two(template: number, a: number, b: number): number {
  return Math.imul(mix(mix(Math.imul(template, 0x9e3779b1), a), b), 0xc2b2ae35)
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
