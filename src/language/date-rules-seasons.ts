import type {Match} from './date-meaning.ts'
import {readYear, skip} from './date-readers.ts'
import {readNextYear} from './date-rules-years.ts'
import {type Line, lowerAt, tokenAt} from './date-tokens.ts'
import {SEASON_NAMES} from './date-words.ts'

/**
 * ```text
 * in the summer of 2004, in spring 2011, in the winter, by spring
 *        ^^^^^^^^^^^^^^     ^^^^^^^^^^^         ^^^^^^     ^^^^^^
 * ```
 */
export function season(line: Line, at: number): Match | undefined {
  const found = SEASON_NAMES.get(lowerAt(line, at))
  if (!found) return anySeason(line, at)
  const joined = skip(line, at + 1, 'of')
  const year = readYear(line, joined === at + 1 ? skip(line, at + 1, ',') : joined)
  if (year) {
    const next = DASHES.has(lowerAt(line, year.end)) ? readNextYear(line, year.end + 1, year.value) : undefined
    return {end: next ?? year.end, meaning: {kind: 'season', season: found, year: year.value}}
  }
  if (isSeasonInPlace(line, at)) return {end: at + 1, meaning: {kind: 'season', season: found}}
  if (!isBareSeason(line, at)) return undefined
  const isCertain = lowerAt(line, at - 1) === 'the'
  return {end: at + 1, meaning: {kind: isCertain ? 'season' : 'any-season', season: found}}
}

/** "Summers are dry", "the long winters": any of them. */
function anySeason(line: Line, at: number): Match | undefined {
  const season = PLURAL_SEASONS.get(lowerAt(line, at))
  if (tokenAt(line, at).capital && !isCapitalSeason(line, at)) return undefined
  return season && standsAlone(line, at + 1) ? {end: at + 1, meaning: {kind: 'any-season', season}} : undefined
}

const PLURAL_SEASONS: ReadonlyMap<string, number> = new Map([
  ['summers', 22],
  ['autumns', 23],
  ['winters', 24]
])

/**
 * A season that names no other thing; springs and falls are other things too.
 *
 * ```text
 * It was spring, the dark winter ended, in the heat of summer; a summer camp, winter wheat, the spring of a lock
 *        ^^^^^^           ^^^^^^                   ^^^^^^
 * ```
 */
function isBareSeason(line: Line, at: number): boolean {
  const word = lowerAt(line, at)
  if (tokenAt(line, at).capital && !isCapitalSeason(line, at)) return false
  if (!standsAlone(line, at + 1) || (word === 'spring' && lowerAt(line, at + 1) === 'of')) return false
  return word === 'summer' || word === 'winter' || word === 'autumn' || (word === 'spring' && isSpringTime(line, at))
}

/** With a capital letter it may be a person or a thing, but not in "the Summer" nor in "Winter is dry" where a sentence begins. */
function isCapitalSeason(line: Line, at: number): boolean {
  const before = tokenAt(line, at - 1)
  const after = lowerAt(line, at + 1)
  if (before.kind === 'word')
    return !before.capital && ['the', 'early', 'late'].includes(before.lower) && after !== 'of'
  return ['is', 'are', 'can', 'and'].includes(after) && !tokenAt(line, at + 2).capital
}

/** "It was spring", "Spring and late autumn", "in the Spring": a well or a coil is seldom so. */
function isSpringTime(line: Line, at: number): boolean {
  const {lower, capital} = tokenAt(line, at - 1)
  return BEFORE_SPRING.has(lower) || (tokenAt(line, at).capital && !capital)
}

const BEFORE_SPRING: ReadonlySet<string> = new Set('is was be been like almost early late'.split(' '))

/** Whether no noun follows that the season only describes. */
function standsAlone(line: Line, at: number): boolean {
  const {kind, lower, glued} = tokenAt(line, at)
  return kind === 'break' || (kind === 'mark' && !(glued && lower === '-')) || AFTER_SEASONS.has(lower)
}

const AFTER_SEASONS: ReadonlySet<string> = new Set(
  `and or but nor is was are were be been being can could will would may might must shall should has have had does did do in on
  at to of that when which who while as than then before after by for from with without here there not so if because until
  again ends ended begins began came comes i you he she it we they the a`.split(/\s+/)
)

/** "in the winter", "by spring": a season behind a preposition; "the fall of the wall" is none. */
function isSeasonInPlace(line: Line, at: number): boolean {
  if (lowerAt(line, at + 1) === 'of' || tokenAt(line, at + 1).capital) return false
  const isNamed = lowerAt(line, at - 1) === 'the'
  if (!isNamed && lowerAt(line, at) === 'fall') return lowerAt(line, at - 1) === 'in'
  return BEFORE_SEASONS.has(lowerAt(line, isNamed ? at - 2 : at - 1))
}

const BEFORE_SEASONS: ReadonlySet<string> = new Set(['in', 'during', 'since', 'by', 'until'])

/** Joints of two years that follow each other: "the winter of 2013-14", "2014/15". */
const DASHES: ReadonlySet<string> = new Set(['-', '–', '/'])
