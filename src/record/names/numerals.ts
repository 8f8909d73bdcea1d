import type {NameWord} from './read-name.ts'

/** A Roman number in figures: `7` for `vii`; any other word as it is. */
export function inFigures(own: string): string {
  const roman = ROMAN.indexOf(own)
  return roman < 0 ? own : String(roman + 2)
}

/** From two on: a single letter is as likely the first one of a word. */
const ROMAN = ['ii', 'iii', 'iv', undefined, 'vi', 'vii', 'viii', 'ix', undefined, 'xi', 'xii', 'xiii']

/** The same of a word behind all others in the name of a body or a thing, where a single letter is a number too: `Argo I`. */
export function lastInFigures(own: string): string {
  return SINGLE[own] ?? inFigures(own)
}

const SINGLE: Readonly<Record<string, string>> = {i: '1', v: '5', x: '10'}

/** True of a number in figures: two of them are never spellings of each other. */
export function isNumeral(own: string): boolean {
  return /^\p{N}+$/u.test(own)
}

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
