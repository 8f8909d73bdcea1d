/** What a character is to the words of a text. */
export type Sign = number

/** Parts words: spaces, marks, symbols. */
export const GAP: Sign = 1
export const LETTER: Sign = 2
export const DIGIT: Sign = 3
/** A character of a script that sets no spaces between words: taken for a word by itself. */
export const LONE: Sign = 4
/** Belongs to the character before it: accents, vowel signs. */
export const ACCENT: Sign = 5
/** Nobody sees it: zero-width spaces and joiners. */
export const HIDDEN: Sign = 6
/** Nobody sees it but at the end of a line. */
export const SOFT_HYPHEN: Sign = 7
export const HYPHEN: Sign = 8
export const APOSTROPHE: Sign = 9
/** A full stop or comma: part of a number between its digits. */
export const POINT: Sign = 10

/** Characters that fold to several letters, or to plainer ones, though Unicode holds them for other than their letters. */
export const LIGATURES = /[\u017f\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]/
/** Every shape of apostrophe and single quotation mark. */
const APOSTROPHES = /['‘’‚‛ʼ`´＇]/
/** Hyphens that join the halves of a word. */
const HYPHENS = /[-‐‑]/
/** What nobody sees: zero-width spaces, joiners and marks of direction. */
export const HIDDEN_SIGNS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/

const LONE_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const PLANE_SIZE = 0x10000
/** The signs met so far; 0 for those not yet looked at. */
const signs = new Uint8Array(PLANE_SIZE)
const folded: (string | undefined)[] = new Array(PLANE_SIZE)

/** The same beyond the first plane, for as many as one text may have. */
const rareSigns = new Map<number, Sign>()
const RARE_MAX = 4096

/** What the character at code point `code` is. */
export function signOf(code: number): Sign {
  if (PLANE_SIZE <= code) return rareSignOf(code)
  if (signs[code] === 0) signs[code] = lookAt(code)
  return signs[code]!
}

/** The character as words are compared by: small, decomposed, ligatures parted. */
export function foldedSign(code: number): string {
  if (PLANE_SIZE <= code) return fold(code)
  folded[code] ??= fold(code)
  return folded[code]
}

function rareSignOf(code: number): Sign {
  const known = rareSigns.get(code)
  if (known) return known
  const sign = lookAt(code)
  if (rareSigns.size < RARE_MAX) rareSigns.set(code, sign)
  return sign
}

function lookAt(code: number): Sign {
  const character = String.fromCodePoint(code)
  if (code === 0xad) return SOFT_HYPHEN
  if (HIDDEN_SIGNS.test(character)) return HIDDEN
  if (/\p{M}/u.test(character)) return ACCENT
  if (LONE_SCRIPTS.test(character)) return LONE
  if (APOSTROPHES.test(character)) return APOSTROPHE
  if (/\p{L}/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return DIGIT
  if (HYPHENS.test(character)) return HYPHEN
  return character === '.' || character === ',' ? POINT : GAP
}

function fold(code: number): string {
  const character = String.fromCodePoint(code)
  if (APOSTROPHES.test(character)) return "'"
  return character
    .normalize(LIGATURES.test(character) ? 'NFKD' : 'NFD')
    .toLowerCase()
    .normalize('NFD')
}
