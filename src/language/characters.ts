const UNKNOWN = 0
const SPACE = 1
const LETTER = 2
const DIGIT = 3
const MARK = 4
const OTHER = 5

/** What each UTF-16 code unit is, filled in when first asked: one look-up a character instead of a regular expression. */
const kinds = new Uint8Array(0x10000)

/** White space, line breaks and invisible separators. */
export function isSpace(unit: number): boolean {
  return kindOf(unit) === SPACE
}

/** A letter of any script. Half of a surrogate pair counts as one where its pair would be a letter or an ideograph. */
export function isLetter(unit: number): boolean {
  return kindOf(unit) === LETTER
}

export function isDigit(unit: number): boolean {
  return kindOf(unit) === DIGIT
}

/** What may stand inside a word: letters, digits, combining marks, the underscore. */
export function isWordUnit(unit: number): boolean {
  const kind = kindOf(unit)
  return LETTER <= kind && kind <= MARK
}

/** Whether the code unit is an upper-case (or title-case) letter. */
export function isUpper(unit: number): boolean {
  if (unit < 0x80) return 0x41 <= unit && unit <= 0x5a
  return isLetter(unit) && /\p{Lu}|\p{Lt}/u.test(String.fromCharCode(unit))
}

/** Whether the code unit is a lower-case letter. */
export function isLower(unit: number): boolean {
  if (unit < 0x80) return 0x61 <= unit && unit <= 0x7a
  return isLetter(unit) && /\p{Ll}/u.test(String.fromCharCode(unit))
}

/** High and low surrogates and what glues an emoji together: kept in one word with their neighbours. */
export function isSurrogateOrJoiner(unit: number): boolean {
  return (0xd800 <= unit && unit <= 0xdfff) || unit === 0x200d || unit === 0xfe0f
}

/** A mark that joins letters: straight, curly or grave. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x60
}

function kindOf(unit: number): number {
  const kind = kinds[unit]!
  if (kind !== UNKNOWN) return kind
  const found = classify(String.fromCharCode(unit))
  kinds[unit] = found
  return found
}

function classify(character: string): number {
  if (/[\s\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]/.test(character)) return SPACE
  if (/\p{L}/u.test(character)) return LETTER
  if (/\p{N}/u.test(character)) return DIGIT
  if (/[\p{M}_\u00ad\u200c]/u.test(character)) return MARK
  return OTHER
}
