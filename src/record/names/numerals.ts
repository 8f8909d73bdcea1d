import type {NameWord} from './read-name.ts'

/** True of a number in figures or Roman ones: two of them are never spellings of each other. */
export function isNumeral(own: string): boolean {
  return NUMERAL.test(own)
}

const NUMERAL = /^(?:\p{N}+|i{2,3}|iv|vi{1,3}|ix|xi{1,3})$/u

/** True of two names that both have numbers, and not the same ones: `Brigade 17` and `Brigade 7`. */
export function numbersDiffer(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const [inA, inB] = [numbersIn(a), numbersIn(b)]
  return inA !== '' && inB !== '' && inA !== inB
}

function numbersIn(words: readonly NameWord[]): string {
  return words
    .filter(({own}) => isNumeral(own))
    .map(({own}) => own)
    .join(' ')
}
