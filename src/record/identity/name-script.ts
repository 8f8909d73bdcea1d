const LATIN = /\p{Script=Latin}/u
const LETTER = /\p{L}/u

/** Whether one name is written in Latin letters and the other is not. */
export function isAcrossScripts(one: string, other: string): boolean {
  return LETTER.test(one) && LETTER.test(other) && LATIN.test(one) !== LATIN.test(other)
}
