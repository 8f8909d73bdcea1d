/**
 * The letters of a folded word as its script counts them, each with where it stands: `^` before the first, `$` after the last.
 * Korean syllables are taken apart into their letters, voiced kana into kana and mark.
 */
export function placedLetters(own: string): string[] {
  const letters = [...own.normalize('NFD')]
  return letters.map((letter, index) => `${index === 0 ? '^' : ''}${letter}${index === letters.length - 1 ? '$' : ''}`)
}

/** The same letter wherever it stands. */
export function unplaced(placed: string): string {
  return placed.length === 1 ? placed : placed.replace(PLACES, '')
}

const PLACES = /^\^|\$$/g
