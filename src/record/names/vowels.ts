/** True of scripts that write consonants and only some vowels. */
export function leavesVowelsOut(word: string): boolean {
  return ABJAD.test(word)
}

const ABJAD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
