import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {claimOn} from './claim-on.ts'
import type {Material} from './material.ts'
import type {Contrast, Statement} from './reading.ts'

/** Words that set what follows against what was said before, at the head of a clause or sentence. */
const OPPOSING = /^(?:but|however|yet|nevertheless|nonetheless)$/i
/** Verbs of claiming: what follows "but" then does not fit what was claimed. */
const CLAIMING =
  /^(?:claim|claims|claimed|claiming|insist|insists|insisted|maintain|maintains|maintained|deny|denies|denied|allege|alleges|alleged|assert|asserts|asserted|purport|purports|vowed|promised|pledged|say|says|said)$/i
/** Phrases that set a clause against somebody's words. */
const DESPITE = /^(?:despite|contrary|notwithstanding|contradicting|contradicts|contradicted|belying|belies)$/i
const SAYING =
  /^(?:saying|claiming|insisting|denying|promising|claims?|assertions?|denials?|statements?|insistence|pledges?|promises?|vows?|assurances?)$/i

/**
 * Where the text itself reports that two things do not fit: "claims to seek peace, but", "despite saying", "contrary to its
 * claims".
 *
 * @param statements - what is set against something; each contrast lists those whose words lie in it
 */
export function findContrasts(material: Material, statements: readonly Statement[]): Contrast[] {
  const {analysis} = material
  const places = new StatementPlaces(statements)
  const found: Contrast[] = []
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const contrast = contrastIn(analysis, sentence)
    if (!contrast) continue
    const span = wordSpan(analysis, contrast.first, contrast.end)
    found.push({
      ...claimOn(material, 'contrast', [span], {reason: contrast.reason, score: contrast.score}),
      claims: places.within(span),
      ...span
    })
  }
  return found
}

interface Found {
  readonly first: number
  readonly end: number
  readonly reason: string
  readonly score: number
}

function contrastIn(analysis: Analysis, sentence: number): Found | undefined {
  const {forms, sentenceStarts} = analysis
  const first = sentenceStarts[sentence]!
  const end = sentenceStarts[sentence + 1]!
  for (let word = first; word < end; word++) {
    if (DESPITE.test(forms[word]!) && forms.slice(word + 1, word + 7).some(form => SAYING.test(form)))
      return {first, end, reason: `"${forms[word]!.toLowerCase()}" and words for saying`, score: 0.7}
    if (
      first < word &&
      OPPOSING.test(forms[word]!) &&
      /^[,;”"]$|^--$|^—$/.test(forms[word - 1]!) &&
      claims(forms.slice(first, word), ONLY_CLAIMS)
    )
      return {first, end, reason: `a claim, then "${forms[word]!.toLowerCase()}"`, score: 0.6}
  }
  const previous = sentenceStarts[sentence - 1]
  if (
    previous === undefined ||
    end <= first ||
    !opensAgainst(analysis, first) ||
    !claims(forms.slice(previous, first), ONLY_CLAIMS)
  )
    return undefined
  return {first: previous, end, reason: `a claim, then a sentence with "${forms[first]!.toLowerCase()}"`, score: 0.55}
}

/** Verbs of claiming that already cast doubt: "said" does not. */
const ONLY_CLAIMS =
  /^(?:claim|claims|claimed|claiming|insist|insists|insisted|maintain|maintains|maintained|deny|denies|denied|alleges?|alleged|purports?|vowed|promised|pledged)$/i

function claims(forms: readonly string[], pattern: RegExp): boolean {
  return forms.some(form => CLAIMING.test(form) && pattern.test(form))
}

function opensAgainst({forms}: Analysis, first: number): boolean {
  return OPPOSING.test(forms[first] ?? '') || (/^however$/i.test(forms[first + 2] ?? '') && forms[first + 1] === ',')
}

/** Statements by where their words begin. */
class StatementPlaces {
  readonly #starts: readonly {readonly id: string; readonly start: number; readonly end: number}[]

  constructor(statements: readonly Statement[]) {
    this.#starts = statements
      .flatMap(({id, content}) => content.map(({start, end}) => ({id, start, end})))
      .sort((a, b) => a.start - b.start)
  }

  within({start, end}: Span): string[] {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]!.start < start) low = middle + 1
      else high = middle
    }
    const ids = new Set<string>()
    for (let index = low; index < this.#starts.length && this.#starts[index]!.start < end; index++)
      if (this.#starts[index]!.end <= end) ids.add(this.#starts[index]!.id)
    return [...ids]
  }
}
