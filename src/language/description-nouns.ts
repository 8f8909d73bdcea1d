import {BODY_NOUNS, PERSON_NOUNS, PLACE_NOUNS, PRODUCTION_NOUNS, WORK_NOUNS} from './gazetteer/roles.ts'

/** Nouns by which texts call persons, bodies, places, productions and works that they have named, in small letters. */
export const personNouns: ReadonlySet<string> = nounSet(PERSON_NOUNS)
export const bodyNouns: ReadonlySet<string> = nounSet(BODY_NOUNS)
export const placeNouns: ReadonlySet<string> = nounSet(PLACE_NOUNS)
export const productionNouns: ReadonlySet<string> = nounSet(PRODUCTION_NOUNS)
export const workNouns: ReadonlySet<string> = nounSet(WORK_NOUNS)

function nounSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
