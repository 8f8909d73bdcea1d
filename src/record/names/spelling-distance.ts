/**
 * How far apart two spellings in Latin letters are, from 0 (the same) to 1: letters that stand for one sound in different
 * languages are near each other, vowels tell less than consonants, a doubled letter tells next to nothing.
 */
export function spellingDistance(a: string, b: string, {vowelsAreOpen = false} = {}): number {
  if (a === b) return 0
  const rows = Math.min(a.length, LETTERS_MAX)
  const columns = Math.min(b.length, LETTERS_MAX)
  if (rows === 0 || columns === 0) return 1
  const scale = vowelsAreOpen ? OPEN_VOWELS : 1
  const weightA = readWord(a, rows, scale, A)
  const weightB = readWord(b, columns, scale, B)
  return Math.min(1, leastCost(rows, columns) / (0.5 * (weightA + weightB)))
}

/** Longer names are compared by so many letters. */
const LETTERS_MAX = 60
const OPEN_VOWELS = 0.3
const VOWEL_COST = 0.45
const DOUBLED_COST = 0.1

/** A word while it is compared: its letters, and what each costs without a counterpart. Comparing makes nothing new. */
interface Word {
  readonly codes: Uint8Array
  readonly extras: Float64Array
}

const A: Word = {codes: new Uint8Array(LETTERS_MAX), extras: new Float64Array(LETTERS_MAX)}
const B: Word = {codes: new Uint8Array(LETTERS_MAX), extras: new Float64Array(LETTERS_MAX)}
const ROW = new Float64Array(LETTERS_MAX + 1)

/** Put a word's letters into `word`; returns what they weigh together. */
function readWord(text: string, length: number, vowelScale: number, {codes, extras}: Word): number {
  let weight = 0
  let before = -1
  for (let index = 0; index < length; index++) {
    const code = codeOf(text.charCodeAt(index))
    codes[index] = code
    extras[index] = code === before ? DOUBLED_COST : VOWELS[code] === 1 ? VOWEL_COST * vowelScale : EXTRA_COSTS[code]!
    weight += VOWELS[code] === 1 ? VOWEL_COST : 1
    before = code
  }
  return weight
}

/** Letters that are not of the alphabet share the rest of the codes; two of them may seem one, which does no harm. */
function codeOf(letter: number): number {
  return letter < 128 ? letter : 128 + (letter & 127)
}

/** The cheapest way from A's letters to B's: by rows, each after the one before it in the same place. */
function leastCost(rows: number, columns: number): number {
  ROW[0] = 0
  for (let column = 1; column <= columns; column++) ROW[column] = ROW[column - 1]! + B.extras[column - 1]!
  for (let row = 0; row < rows; row++) {
    const extra = A.extras[row]!
    const changes = A.codes[row]! << 8
    let across: number = ROW[0]!
    let left: number = across + extra
    ROW[0] = left
    for (let column = 1; column <= columns; column++) {
      const above = ROW[column]!
      const changed = across + CHANGE_COSTS[changes | B.codes[column - 1]!]!
      const removed = above + extra
      left += B.extras[column - 1]!
      if (changed < left) left = changed
      if (removed < left) left = removed
      ROW[column] = left
      across = above
    }
  }
  return ROW[columns]!
}

const VOWELS = new Uint8Array(256)
for (const vowel of 'aeiouy') VOWELS[vowel.charCodeAt(0)] = 1

/** Letters that some languages write and others do not. */
const EXTRA_COSTS = new Float64Array(256).fill(1)
for (const [letter, cost] of [
  ['h', 0.25],
  ['w', 0.6],
  ['j', 0.6]
] as const)
  EXTRA_COSTS[letter.charCodeAt(0)] = cost

/** Letters that stand for one sound, and how far apart they are. */
const NEAR_LETTERS =
  'ck.2 kq.1 cq.2 cs.3 sz.25 gj.4 jy.3 iy.1 ij.3 vw.2 bv.5 fv.4 bp.6 dt.5 gk.5 gh.5 hk.5 ei.2 ou.2 ae.3 uw.3 ow.4 zj.5 xk.5 xs.5 ch.5 gq.4 fp.5 cj.5 tz.6'
const VOWEL_CHANGE_COST = 0.3

/** What each letter in the place of each other costs. */
const CHANGE_COSTS = new Float64Array(256 * 256).fill(1)
for (let a = 0; a < 256; a++)
  for (let b = 0; b < 256; b++) {
    if (a === b) CHANGE_COSTS[(a << 8) | b] = 0
    else if (VOWELS[a] === 1 && VOWELS[b] === 1) CHANGE_COSTS[(a << 8) | b] = VOWEL_CHANGE_COST
  }
for (const entry of NEAR_LETTERS.split(' ')) {
  const [a, b] = [entry.charCodeAt(0), entry.charCodeAt(1)]
  CHANGE_COSTS[(a << 8) | b] = CHANGE_COSTS[(b << 8) | a] = Number(entry.slice(2))
}
