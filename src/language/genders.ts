import type {Gender} from './entity-draft.ts'
import {FEMALE_TITLES, MALE_TITLES} from './gazetteer/titles.ts'
import {LISTED, LISTED_FORENAME, listedWord} from './gazetteer.ts'

const FEMALE: ReadonlySet<string> = new Set(FEMALE_TITLES.trim().split(/\s+/))
const MALE: ReadonlySet<string> = new Set(MALE_TITLES.trim().split(/\s+/))

/** The gender that a title or noun tells: "Mrs", "the spokeswoman". */
export function genderOfNoun(noun: string): Gender {
  const lower = noun.toLowerCase()
  if (FEMALE.has(lower) || /(?:woman|girl)$/.test(lower)) return 'female'
  return MALE.has(lower) || /(?:[a-z]man|boy)$/.test(lower) ? 'male' : 'unknown'
}

/** The gender that a person's forename tells; unknown where it is not listed or both bear it. */
export function genderOfForename(name: string): Gender {
  const parts = name.split(/[\s-]+/u)
  for (const part of parts.length < 2 ? parts : parts.slice(0, -1)) {
    if (OF_BOTH.has(part.toLowerCase())) return 'unknown'
    const listed = listedWord(part) & LISTED_FORENAME
    if (listed === LISTED.womansName) return 'female'
    if (listed === LISTED.mansName) return 'male'
  }
  return 'unknown'
}

/** Forenames that women and men bear, though lists of names may have them under one. */
const OF_BOTH: ReadonlySet<string> = new Set(
  `alex amal andrea angel ashley aubrey avery blake bobbie cameron camille casey charlie chris claude courtney dana darcy dominique drew ellis
   finley francis frankie gale glenn hayden hilary hollis jackie jaime jamie jan jean jesse jessie jo joey jordan jude
   kelly kelsey kerry kim kit lee lesley leslie lindsay lindsey lou lynn marion mel mickey morgan nicola nicky nikita noa nour
   pat perry quinn reese rene riley robbie robin ronnie rory rowan sacha sam sammy sasha shannon sidney skyler stacy stevie sydney taylor
   terry toni tracy val vivian whitney yael`
    .trim()
    .split(/\s+/)
)

/** The gender of a pronoun; unknown for those of all. */
export function genderOfPronoun(pronoun: string): Gender {
  if (/^(?:she|her|hers|herself)$/i.test(pronoun)) return 'female'
  return /^(?:he|him|his|himself)$/i.test(pronoun) ? 'male' : 'unknown'
}
