import {readName} from './read-name.ts'
import {wordBits} from './word-frequency.ts'

/** Rarer than this, one name in two texts without anything else in common is taken for one person. */
const DISTINCTIVE_MIN = 0.6

/** True of a person's name that few people can have. */
export function isDistinctive(name: string): boolean {
  return DISTINCTIVE_MIN <= nameRarity(name)
}

/**
 * How rare a person's name is, from 0 (many people have it) to 1. Both parts count, for a common surname is told by a rare forename
 * as well as the other way round; a single name is nobody's own.
 */
export function nameRarity(name: string): number {
  const bits = readName(name, 'person')
    .words.filter(({role}) => role !== 'initial')
    .map(({own}) => wordBits(own, true))
  if (bits.length < 2) return 0
  const [first = 0, last = 0] = [bits[0], bits.at(-1)]
  const between = bits.slice(1, -1).reduce((sum, next) => sum + next, 0)
  return Math.min(1, Math.max(0, (first + last + MIDDLE_SHARE * between - COMMON_BITS) / (RARE_BITS - COMMON_BITS)))
}

/** Two names of the most frequent have about so many bits, two that are unlisted so many. */
const COMMON_BITS = 14
const RARE_BITS = 37
/** Names between the first and the last are often left out, and are of the father or grandfather. */
const MIDDLE_SHARE = 0.3
