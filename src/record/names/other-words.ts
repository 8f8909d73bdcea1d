import {HYPOCORISMS} from './hypocorisms.ts'
import {SAME_MEANINGS} from './same-meanings.ts'

/** True of two forenames one of which is a short or pet form of the other, or of the same name: `bill` and `william`. */
export function arePetNames(a: string, b: string): boolean {
  return shareLine(FORENAMES, a, b)
}

/** True of two words of bodies' names, folded, that mean the same in two languages: `party` and `partido`. */
export function meanTheSame(a: string, b: string): boolean {
  return shareLine(MEANINGS, a, b)
}

/** By word, the lines of a list that it stands in. */
type Lines = ReadonlyMap<string, readonly number[]>

const FORENAMES: Lines = linesOf(HYPOCORISMS)
const MEANINGS: Lines = linesOf(SAME_MEANINGS)

function shareLine(lines: Lines, a: string, b: string): boolean {
  const of = lines.get(a)
  return of !== undefined && (lines.get(b)?.some(line => of.includes(line)) ?? false)
}

function linesOf(list: string): Lines {
  const lines = new Map<string, number[]>()
  for (const [index, line] of list.trim().split('\n').entries())
    for (const word of line.split(' ')) lines.set(word, [...(lines.get(word) ?? []), index])
  return lines
}
