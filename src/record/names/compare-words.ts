import {exponential} from '../../language/exponentials.ts'
import {arePetNames, meanTheSame} from './other-words.ts'
import type {NameWord} from './read-name.ts'
import {fitReading} from './reading-fit.ts'
import {spellingDistance} from './spelling-distance.ts'
import {leavesVowelsOut} from './vowels.ts'

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
  if (isPerson) {
    if (arePetNames(a.latin, b.latin)) return {score: 0.9, likeness: 'pet name'}
  } else if (meanTheSame(a.own, b.own)) return {score: 0.9, likeness: 'meaning'}
  return compareSpellings(a, b)
}

/** A word, or words written as one, in its own script and in Latin letters. */
export type Spelling = Pick<NameWord, 'own' | 'latin' | 'readings'>

/** How alike two spellings are, in one script or two. */
export function compareSpellings(a: Spelling, b: Spelling): WordMatch {
  if (areFarInLength(a.latin.length, b.latin.length)) return UNLIKE
  const [isForeignA, isForeignB] = [0 < a.readings.length, 0 < b.readings.length]
  if (isForeignA !== isForeignB)
    return {score: isForeignA ? readingChance(a, b) : readingChance(b, a), likeness: 'script'}
  const [isOpenA, isOpenB] = [leavesVowelsOut(a.own), leavesVowelsOut(b.own)]
  const distance = spellingDistance(a.latin, b.latin, {vowelsAreOpen: isOpenA !== isOpenB})
  return {score: Math.max(0, 1 - 1.4 * distance), likeness: isForeignA && isOpenA !== isOpenB ? 'script' : 'spelling'}
}

const UNLIKE: WordMatch = {score: 0, likeness: 'spelling'}

function areFarInLength(a: number, b: number): boolean {
  return 2 * Math.min(a, b) + 2 < Math.max(a, b)
}

/** How likely a word in Latin letters is a reading of one in another script. */
function readingChance({own, readings}: Spelling, {latin}: Spelling): number {
  const letters = LATIN_ONLY.test(latin) ? latin : latin.replace(NO_LATIN, '')
  if (letters === '') return 0
  const gain = Math.max(-4, fitReading(readings, letters).gain)
  const length = Math.min(12, letters.length) / 10
  const sum = scriptOffset(own) + 1.08 * gain - 1.54 * length + 2.44 * gain * length + 2.05 * Math.max(0, gain - 1.5)
  return 1 / (1 + exponential(-sum))
}

const LATIN_ONLY = /^[a-z]+$/
const NO_LATIN = /[^a-z]/g

/** What a fit is worth differs by how loosely names are written in a script. Fitted on names in two scripts, as the weights above. */
function scriptOffset(own: string): number {
  const letter = own.charCodeAt(0)
  if (0x400 <= letter && letter < 0x530) return -1.62
  if (0x590 <= letter && letter < 0x600) return -1.03
  if (0x3040 <= letter && letter < 0x3100) return -0.83
  if (0x4e00 <= letter && letter < 0xa000) return -0.3
  if (0xac00 <= letter && letter < 0xd7b0) return -0.77
  return -1.1
}
