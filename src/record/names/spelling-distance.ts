/**
 * How far apart two spellings in Latin letters are, from 0 (the same) to 1: letters that stand for one sound in different
 * languages are near each other, vowels tell less than consonants, a doubled letter tells next to nothing.
 */
export function spellingDistance(a: string, b: string, {vowelsAreOpen = false} = {}): number {
  if (a === b) return 0
  const [rows, columns] = [a.length, b.length]
  if (rows === 0 || columns === 0) return 1
  const scale = vowelsAreOpen ? OPEN_VOWELS : 1
  let before = new Float64Array(columns + 1)
  let current = new Float64Array(columns + 1)
  for (let column = 1; column <= columns; column++)
    before[column] = before[column - 1]! + costOfExtra(b, column - 1, scale)
  for (let row = 1; row <= rows; row++) {
    const extra = costOfExtra(a, row - 1, scale)
    current[0] = before[0]! + extra
    for (let column = 1; column <= columns; column++) {
      const changed = before[column - 1]! + costOfChange(a.charCodeAt(row - 1), b.charCodeAt(column - 1))
      const removed = before[column]! + extra
      const added = current[column - 1]! + costOfExtra(b, column - 1, scale)
      current[column] = Math.min(changed, removed, added)
    }
    ;[before, current] = [current, before]
  }
  return Math.min(1, before[columns]! / (0.5 * (weightOf(a) + weightOf(b))))
}

const OPEN_VOWELS = 0.3
const VOWEL_COST = 0.45

function weightOf(word: string): number {
  let weight = 0
  for (let index = 0; index < word.length; index++) weight += isVowel(word.charCodeAt(index)) ? VOWEL_COST : 1
  return weight
}

/** What a letter without a counterpart costs. */
function costOfExtra(word: string, index: number, vowelScale: number): number {
  const letter = word.charCodeAt(index)
  if (0 < index && word.charCodeAt(index - 1) === letter) return 0.1
  if (isVowel(letter)) return VOWEL_COST * vowelScale
  return EXTRA_COST.get(letter) ?? 1
}

function costOfChange(a: number, b: number): number {
  if (a === b) return 0
  const near = NEAR.get(a < b ? a * 256 + b : b * 256 + a)
  if (near !== undefined) return near
  return isVowel(a) && isVowel(b) ? 0.3 : 1
}

function isVowel(letter: number): boolean {
  return letter < 128 && VOWELS[letter] === 1
}

const VOWELS = new Uint8Array(128)
for (const vowel of 'aeiouy') VOWELS[vowel.charCodeAt(0)] = 1

const EXTRA_COST: ReadonlyMap<number, number> = new Map([
  ['h'.charCodeAt(0), 0.25],
  ['w'.charCodeAt(0), 0.6],
  ['j'.charCodeAt(0), 0.6]
])

/** Letters that stand for one sound, and how far apart they are. */
const NEAR: ReadonlyMap<number, number> = new Map(
  `ck.2 kq.1 cq.2 cs.3 sz.25 gj.4 jy.3 iy.1 ij.3 vw.2 bv.5 fv.4 bp.6 dt.5 gk.5 gh.5 hk.5 ei.2 ou.2 ae.3 uw.3 ow.4 zj.5 xk.5 xs.5 ch.5 gq.4 fp.5 cj.5 tz.6`
    .split(' ')
    .map(entry => {
      const [a, b] = [entry.charCodeAt(0), entry.charCodeAt(1)]
      return [Math.min(a, b) * 256 + Math.max(a, b), Number(entry.slice(2))]
    })
)
