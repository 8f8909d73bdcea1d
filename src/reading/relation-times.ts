import type {Analysis} from '../language/analysis.ts'
import type {Time} from './claim.ts'
import {timeNear} from './dates-within.ts'
import type {Place} from './mention-index.ts'
import type {WordBounds} from './relation-draft.ts'

/** When the tie that `word` tells is said to hold; years in brackets behind the name are those of a life, and no such time. */
export function timeOfTie(analysis: Analysis, word: number, bounds: WordBounds, from: Place): Time | undefined {
  const time = timeNear(analysis, word, bounds)
  if (time?.start === undefined || time.start < from.end || analysis.starts[word]! < time.start) return time
  const between = analysis.text.slice(from.end, time.start)
  return between.lastIndexOf('(') <= between.lastIndexOf(')') ? time : undefined
}
