import {LISTED_FORENAME, listedWord} from '../../language/gazetteer.ts'
import {readName} from './read-name.ts'

/** Rarer than this, one name in two texts without anything else in common is taken for one person. */
const DISTINCTIVE_MIN = 0.6

/** True of a person's name that few people can have. */
export function isDistinctive(name: string): boolean {
  return DISTINCTIVE_MIN <= nameRarity(name)
}

/** How rare a person's name is, from 0 (many people have it) to 1. */
export function nameRarity(name: string): number {
  const {words} = readName(name, 'person')
  const full = words.filter(({role}) => role !== 'initial')
  if (full.length < 2) return 0
  const rare = full.filter(({latin}) => (listedWord(latin) & LISTED_FORENAME) === 0)
  return Math.min(1, rare.length * 0.6 + (full.length - rare.length) * 0.1)
}
