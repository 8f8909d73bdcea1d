import type {Analysis} from '../language/analysis.ts'
import type {Place} from './mention-index.ts'
import {sentenceBounds} from './word-classes.ts'

/** "if Varga becomes mayor", "Varga would become mayor": nobody says that it is so. */
export function isSupposed(analysis: Analysis, place: Place, verb: number): boolean {
  const {forms} = analysis
  const ahead = forms.slice(Math.max(0, place.firstWord - 2), place.firstWord)
  const between = forms.slice(place.endWord, verb + 1)
  return (
    ahead.some(form => /^(?:if|unless|whether|should|had)$/i.test(form)) ||
    between.some(form => /^(?:could|might|may|should|if|hopes?|wants?)$/.test(form)) ||
    (between.includes('would') && !isForetold(analysis, verb))
  )
}

/** "The board said that Varga would become director": whoever speaks says that it will be so. */
function isForetold(analysis: Analysis, verb: number): boolean {
  const {first, end} = sentenceBounds(analysis, verb)
  const words = analysis.forms.slice(first, end)
  return (
    words.some(form => FORETELLING.test(form)) && !words.some(form => /^(?:if|unless|whether|n't|n’t|not)$/.test(form))
  )
}

const FORETELLING = /^(?:said|announced|confirmed|told|added|says)$/
