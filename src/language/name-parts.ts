import {plainKey} from './gazetteer.ts'

/** Words of a name as they are compared: small letters, no accents, no points, without what joins them. */
export function nameParts(name: string): string[] {
  return name
    .split(/[\s\-‐‑–/]+/u)
    .map(plainKey)
    .filter(part => part !== '' && !JOINTS.has(part))
}

const JOINTS = new Set([
  'the',
  'of',
  'and',
  'for',
  'in',
  'on',
  'jr',
  'sr',
  'al',
  'el',
  'bin',
  'ibn',
  'van',
  'von',
  'de',
  'der',
  'la',
  'le',
  's'
])

/** Whether `name` is one word of capitals, as acronyms are: "AXY", "U.N.". */
export function isAcronym(name: string): boolean {
  return /^(?:[\p{Lu}\p{N}]\.?){2,8}$/u.test(name) && /\p{Lu}/u.test(name)
}

/** Whether the letters of `acronym` are the first letters of the words of `name`, small words counted or not. */
export function isAcronymOf(acronym: string, name: string): boolean {
  const letters = plainKey(acronym)
  const words = name.split(/[\s\-‐‑/]+/u).filter(word => /\p{L}/u.test(word))
  const all = words.map(word => plainKey(word)[0] ?? '').join('')
  const capitals = words
    .filter(word => /^\p{Lu}/u.test(word))
    .map(word => plainKey(word)[0] ?? '')
    .join('')
  return 1 < letters.length && (letters === all || letters === capitals)
}
