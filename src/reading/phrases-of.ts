import type {Analysis} from '../language/analysis.ts'
import {Phrases} from './phrases.ts'

const known = new WeakMap<Analysis, Phrases>()

/** The phrases of `analysis`; made once for each analysis. */
export function phrasesOf(analysis: Analysis): Phrases {
  const made = known.get(analysis) ?? new Phrases(analysis)
  known.set(analysis, made)
  return made
}
