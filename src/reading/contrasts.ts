import {type Analysis, sentenceCount, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {claimOn} from './claim-on.ts'
import {contrastWithAhead, opposesItself} from './contrast-clauses.ts'
import {findContrastPhrase} from './contrast-phrases.ts'
import type {Material} from './material.ts'
import type {Contrast, Statement} from './reading.ts'

/**
 * Where the text itself reports that two things do not fit: "claims to seek peace, but", "despite saying", "contrary to its
 * claims", "at odds with what he told".
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
  const {sentenceStarts} = analysis
  const first = sentenceStarts[sentence]!
  const end = sentenceStarts[sentence + 1]!
  if (end <= first) return undefined
  for (let word = first; word < end; word++) {
    const grounds = findContrastPhrase(analysis, word) ?? opposesItself(analysis, word)
    if (grounds) return {first, end, ...grounds}
  }
  const ahead = sentenceStarts[sentence - 1]
  const grounds =
    ahead === undefined ? undefined : contrastWithAhead(analysis, {first: ahead, end: first}, {first, end})
  return grounds && {first: ahead!, end, ...grounds}
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
