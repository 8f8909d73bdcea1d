import type {Initial} from './read-name.ts'

/**
 * Whether `letters` are the first letters of these words, in order and to the end, from the first or the second word that nobody
 * passes over on: `modal` of Ministry of Defence and Armed Logistics.
 */
export function isSpeltBy(letters: string, initials: readonly Initial[]): boolean {
  const starts = initials.flatMap(({isPassedOver}, index) => (isPassedOver ? [] : [index])).slice(0, 2)
  const first = initials.findIndex(({letter}) => letter === letters[0])
  return [...starts, first].some(start => 0 <= start && spellsFrom(letters, initials, start))
}

function spellsFrom(letters: string, initials: readonly Initial[], start: number): boolean {
  /** How many letters may have been spelt so far. */
  let spelt = new Set([0])
  for (const {letter, isPassedOver} of initials.slice(start)) {
    const next = new Set(isPassedOver ? spelt : [])
    for (const count of spelt) if (letters[count] === letter) next.add(count + 1)
    spelt = next
  }
  return spelt.has(letters.length)
}
