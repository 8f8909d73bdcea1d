/** A letter of a word, and the same with its neighbours: what they are tells how it is read. */
export interface PlacedLetter {
  readonly letter: string
  /** With the letter before it, `^` at the beginning of the word: `д<ж`. */
  readonly afterOther: string
  /** With the letter after it, `$` at the end of the word: `д>ж`. */
  readonly beforeOther: string
}

/**
 * The letters of a folded word as its script counts them. Korean syllables are taken apart into their letters, voiced kana into kana
 * and mark.
 */
export function placedLetters(own: string): PlacedLetter[] {
  const letters = [...own.normalize('NFD')]
  return letters.map((letter, index) => ({
    letter,
    afterOther: `${letters[index - 1] ?? '^'}<${letter}`,
    beforeOther: `${letter}>${letters[index + 1] ?? '$'}`
  }))
}
