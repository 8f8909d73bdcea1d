import {BODY_WORDS, BODY_WORDS_TOTAL, PERSON_WORDS, PERSON_WORDS_TOTAL} from './frequency-table.ts'

/**
 * How rare a word is in names, in bits: 0 of a word that every name has, one more each time it is half as frequent.
 * Unlisted words are rarer than listed ones, by how much nobody knows.
 */
export function wordBits(own: string, isPerson: boolean): number {
  const {powers, total} = isPerson ? PERSONS : BODIES
  const power = powers.get(wordHash(own))
  return Math.log2(total) - (power === undefined ? UNLISTED_POWER : power + 0.5)
}

/** FNV-1a of the word's letters: a table of these holds no names that could be read out of it. */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const UNLISTED_POWER = 1

const PERSONS = {powers: powersOf(PERSON_WORDS), total: PERSON_WORDS_TOTAL}
const BODIES = {powers: powersOf(BODY_WORDS), total: BODY_WORDS_TOTAL}

function powersOf(table: string): Map<number, number> {
  const powers = new Map<number, number>()
  for (const [power, line] of table.slice(1, -1).split('\n').entries())
    for (const hash of line.split(' ')) if (hash !== '') powers.set(Number.parseInt(hash, 36), power)
  return powers
}
