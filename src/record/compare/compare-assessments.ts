import {wordsAtSpan} from './compare-statements.ts'
import {compareWords} from './compare-words.ts'
import {contradicts, type Fit, narrower, same, type ToldOf} from './comparison.ts'
import {readSaid} from './said-words.ts'

type ToldAssessment = ToldOf<'assessment'>

/** Compare two assessments: what the same assessor judges of the same words, and how likely. */
export function compareAssessments(earlier: ToldAssessment, later: ToldAssessment): Fit | undefined {
  const [assessor, other] = [assessorOf(earlier), assessorOf(later)]
  if (assessor === undefined || assessor !== other) return undefined
  const words = compareWords(readSaid([scopeOf(earlier)]), readSaid([scopeOf(later)]))
  if (!words) return undefined
  if (words.fit === 'value' || words.fit === 'date')
    return contradicts(words.fit, `the same judgement of another number: ${words.reason}`)
  const isDenied = earlier.claim.polarity !== later.claim.polarity
  if (words.fit === 'opposite' || isDenied)
    return isDenied && words.fit === 'opposite'
      ? undefined
      : contradicts('denial', 'the same assessor judges so, and judges not so')
  const bands = [earlier, later].map(({claim}) => bandOf(claim.band))
  if (bands[0] && bands[1] && (bands[0].most < bands[1].least || bands[1].most < bands[0].least))
    return contradicts('value', `${earlier.claim.band} before, ${later.claim.band} now`)
  if (words.fit === 'more' || words.fit === 'exacter') return narrower('judges the same more closely')
  return !bands[0] && bands[1] ? narrower('says how likely') : same('the same assessor judges the same')
}

/** Who judges: a subject, or the document, which is each origin's own. */
function assessorOf({claim, entities, origin}: ToldAssessment): string | undefined {
  return claim.assessor === 'document' ? `document ${origin}` : entities[claim.assessor]?.subject
}

/** What is judged, without the word that says how likely. */
export function scopeOf(told: ToldAssessment): string {
  const {scope, hedge} = told.claim
  const words = wordsAtSpan(told, scope) ?? ''
  const start = hedge.start - scope.start
  const end = hedge.end - scope.start
  return 0 <= start && end <= words.length ? `${words.slice(0, start)} ${words.slice(end)}` : words
}

/** `likely (55-80 %)` as a range. */
function bandOf(band: string | undefined): {least: number; most: number} | undefined {
  const [, least, most] = /\((\d+)\s*[-–]\s*(\d+)\s*%\)/.exec(band ?? '') ?? []
  return least === undefined ? undefined : {least: Number(least), most: Number(most)}
}
