import {arePetNames} from './pet-names.ts'
import type {NameWord} from './read-name.ts'
import {leavesVowelsOut} from './romanise.ts'
import {spellingDistance} from './spelling-distance.ts'

/** Why two words of names may stand for the same. */
export type Likeness = 'same' | 'spelling' | 'script' | 'pet name' | 'initial' | 'acronym' | 'joined'

export interface WordMatch {
  /** From 0 to 1. */
  readonly score: number
  readonly likeness: Likeness
}

/** How alike two words are, as words of two names. */
export function compareWords(a: NameWord, b: NameWord): WordMatch {
  if (a.own === b.own) return {score: 1, likeness: 'same'}
  if (a.role === 'initial' || b.role === 'initial')
    return {score: a.latin[0] === b.latin[0] ? 0.9 : 0, likeness: 'initial'}
  if (arePetNames(a.latin, b.latin)) return {score: 0.9, likeness: 'pet name'}
  return compareSpellings(a.own, a.latin, b.own, b.latin)
}

/** How alike two spellings are, in one script or two. */
export function compareSpellings(ownA: string, latinA: string, ownB: string, latinB: string): WordMatch {
  const [isOpenA, isOpenB] = [leavesVowelsOut(ownA), leavesVowelsOut(ownB)]
  const isOneScript = ownA === latinA ? ownB === latinB : ownB !== latinB && isOpenA === isOpenB
  const distance = spellingDistance(latinA, latinB, {vowelsAreOpen: isOpenA !== isOpenB})
  return {score: Math.max(0, 1 - 1.4 * distance), likeness: isOneScript ? 'spelling' : 'script'}
}
