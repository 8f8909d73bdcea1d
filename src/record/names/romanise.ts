import {
  ARABIC_LETTERS,
  ARMENIAN_LETTERS,
  CYRILLIC_LETTERS,
  GEORGIAN_LETTERS,
  GREEK_LETTERS,
  HEBREW_LETTERS
} from './romanisation-letters.ts'

/** A folded word in Latin letters, letter by letter; vowels that its script does not write stay out. */
export function romanise(word: string): string {
  if (!FOREIGN.test(word)) return word
  let latin = ''
  for (const letter of word) latin += LATIN_BY_LETTER.get(letter) ?? letter
  return latin
}

/** True of scripts that write consonants and only some vowels. */
export function leavesVowelsOut(word: string): boolean {
  return ABJAD.test(word)
}

const FOREIGN = /[^\x00-\x7f]/
const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

const LATIN_BY_LETTER: ReadonlyMap<string, string> = new Map(
  [CYRILLIC_LETTERS, ARABIC_LETTERS, HEBREW_LETTERS, GREEK_LETTERS, ARMENIAN_LETTERS, GEORGIAN_LETTERS].flatMap(
    letters =>
      letters
        .trim()
        .split(/,\s*/)
        .map(entry => {
          const [letter, latin] = entry.split(' ')
          return [letter!, latin === '-' ? '' : latin!] as const
        })
  )
)
