import {mixesScripts} from './lookalikes.ts'
import {isNumeral} from './numerals.ts'
import {arePetNames, meanTheSame} from './other-words.ts'
import type {NameWord} from './read-name.ts'
import {chanceOf, forestFrom} from './score-trees.ts'
import {spellingDistance} from './spelling-distance.ts'
import {leavesVowelsOut} from './vowels.ts'
import {readingFeatures, respellingFeatures} from './word-features.ts'
import {READING_START, READING_TREES, RESPELLING_START, RESPELLING_TREES} from './word-trees.ts'

/** Why two words of names may stand for the same. */
export type Likeness = 'same' | 'spelling' | 'script' | 'pet name' | 'meaning' | 'initial' | 'acronym' | 'joined'

export interface WordMatch {
  /** From 0 to 1. */
  readonly score: number
  readonly likeness: Likeness
}

/** How alike two words are, as words of two names. */
export function compareWords(a: NameWord, b: NameWord, isPerson: boolean): WordMatch {
  if (a.own === b.own) return {score: 1, likeness: 'same'}
  if (a.role === 'initial' || b.role === 'initial')
    return {score: a.latin[0] === b.latin[0] ? 0.9 : 0, likeness: 'initial'}
  if (isNumeral(a.own) || isNumeral(b.own) || mixesScripts(a.own) || mixesScripts(b.own)) return UNLIKE
  if (isPerson ? arePetNames(a.latin, b.latin) : meanTheSame(a.own, b.own)) {
    const spelt = compareSpellings(a, b)
    return OTHER_WORD_SCORE <= spelt.score
      ? spelt
      : {score: OTHER_WORD_SCORE, likeness: isPerson ? 'pet name' : 'meaning'}
  }
  return likelier(compareSpellings(a, b), compareWithArticles(a, b))
}

/** What a pet name or a translation is worth. */
const OTHER_WORD_SCORE = 0.9

/** `al-Basri` and `Albasri`; what Arabic writes as one word may be written as two, and without its article. */
function compareWithArticles(a: NameWord, b: NameWord): WordMatch {
  if (takesArticle(a, b)) return compareSpellings(withArticle(a), b)
  return takesArticle(b, a) ? compareSpellings(a, withArticle(b)) : UNLIKE
}

function takesArticle(word: NameWord, other: NameWord): boolean {
  if (0 < word.readings.length || other.before !== '') return false
  if (other.own.startsWith(ARABIC_ARTICLE)) return !LATIN_ARTICLE.test(word.latin)
  return word.before !== '' && other.readings.length === 0 && other.latin.startsWith(word.before)
}

const ARABIC_ARTICLE = 'ال'
const LATIN_ARTICLE = /^[ae]l/

function withArticle({own, latin, readings, before}: NameWord): Spelling {
  const article = before === '' ? 'al' : before
  return {own: article + own, latin: article + latin, readings}
}

function likelier(one: WordMatch, other: WordMatch): WordMatch {
  return one.score < other.score ? other : one
}

/** A word, or words written as one, in its own script and in Latin letters. */
export type Spelling = Pick<NameWord, 'own' | 'latin' | 'readings'>

/** How alike two spellings are, in one script or two: how likely it is that they are of one word. */
export function compareSpellings(a: Spelling, b: Spelling): WordMatch {
  if (areFarInLength(a.latin.length, b.latin.length)) return UNLIKE
  const [isForeignA, isForeignB] = [0 < a.readings.length, 0 < b.readings.length]
  if (isForeignA !== isForeignB)
    return {score: isForeignA ? readingChance(a, b) : readingChance(b, a), likeness: 'script'}
  const [isOpenA, isOpenB] = [leavesVowelsOut(a.own), leavesVowelsOut(b.own)]
  const likeness = isForeignA && isOpenA !== isOpenB ? 'script' : 'spelling'
  return {score: respellingChance(a.latin, b.latin, isOpenA !== isOpenB), likeness}
}

/** How likely two words in Latin letters are spellings of one name. Learnt from names that another script writes alike. */
function respellingChance(a: string, b: string, vowelsAreOpen: boolean): number {
  if (a === b) return 1
  const distance = spellingDistance(a, b, {vowelsAreOpen})
  if (FAR_SPELLINGS < distance || numbersIn(a) !== numbersIn(b)) return 0
  if (vowelsAreOpen || !LATIN_ONLY.test(a) || !LATIN_ONLY.test(b)) return Math.max(0, 1 - 1.8 * distance)
  return chanceOf(RESPELLINGS, respellingFeatures(a, b, distance))
}

const FAR_SPELLINGS = 0.6
function numbersIn(word: string): string {
  return LATIN_ONLY.test(word) ? '' : word.replace(/\P{N}/gu, '')
}

const UNLIKE: WordMatch = {score: 0, likeness: 'spelling'}

function areFarInLength(a: number, b: number): boolean {
  return 2 * Math.min(a, b) + 2 < Math.max(a, b)
}

/** How likely a word in Latin letters is a reading of one in another script. */
function readingChance({own, readings}: Spelling, {latin}: Spelling): number {
  const letters = LATIN_ONLY.test(latin) ? latin : latin.replace(NO_LATIN, '')
  if (letters === '') return 0
  return chanceOf(READINGS, readingFeatures(own, readings, letters))
}

const READINGS = forestFrom(READING_START, READING_TREES)
const RESPELLINGS = forestFrom(RESPELLING_START, RESPELLING_TREES)
const LATIN_ONLY = /^[a-z]+$/
const NO_LATIN = /[^a-z]/g
