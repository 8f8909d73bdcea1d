import {foldName} from '../fold-name.ts'
import {compareWords} from './compare-words.ts'
import {type Fit, same, type ToldOf} from './comparison.ts'
import {readSaid} from './said-words.ts'

/** Compare two pointers: to the same work, in the same words. */
export function comparePointers(earlier: ToldOf<'pointer'>, later: ToldOf<'pointer'>): Fit | undefined {
  if (foldName(earlier.claim.work) !== foldName(later.claim.work)) return undefined
  return isInSameWords(earlier.words, later.words) ? same('the same words point to the same work') : undefined
}

/** Compare two contrasts, told in the same words. */
export function compareContrasts(earlier: ToldOf<'contrast'>, later: ToldOf<'contrast'>): Fit | undefined {
  return isInSameWords(earlier.words, later.words) ? same('the same contrast in the same words') : undefined
}

function isInSameWords(earlier: readonly string[], later: readonly string[]): boolean {
  return compareWords(readSaid(earlier), readSaid(later))?.fit === 'same'
}
