import type {Models} from '../src/language/models.ts'
import {readSource} from '../src/pipeline.ts'
import type {Reading} from '../src/reading/reading.ts'
import {type GoldArticle, readGold} from './gold.ts'
import {
  countAssessments,
  countDates,
  countEvents,
  countNames,
  countProductions,
  countRelations,
  countRoles
} from './gold-facts.ts'
import {countStatements} from './gold-statements.ts'
import {addCounts, type Count, f1, f1Interval, NO_COUNT, type Row} from './scores.ts'

/** What one measure says of one article: counts, and lines for whoever wants to see the misses. */
export interface Measured {
  readonly figure: string
  readonly part: string
  readonly count: Count
  /** Wanted and not found, or found and not wanted, one line each. */
  readonly misses: readonly string[]
}

type Measure = (article: GoldArticle, reading: Reading) => readonly Measured[]

const MEASURES: readonly Measure[] = [
  countStatements,
  countNames,
  countRoles,
  countRelations,
  countProductions,
  countEvents,
  countAssessments,
  countDates
]

/**
 * Score readings of the annotated articles against their facts, as the README of the articles defines the measures.
 *
 * @param report - given each article's misses, for reading by eye
 */
export function evaluateGold(
  models: Models,
  folder?: string,
  report?: (article: string, measured: Measured) => void
): Row[] {
  const counts = new Map<string, {part: string; figure: string; perArticle: Count[]}>()
  for (const article of readGold(folder)) {
    const bytes = new TextEncoder().encode(article.text)
    const {reading} = readSource({ref: article.name, bytes, published: article.published}, models)
    for (const measured of MEASURES.flatMap(measure => measure(article, reading))) {
      const key = `${measured.part} ${measured.figure}`
      const entry = counts.get(key) ?? {part: measured.part, figure: measured.figure, perArticle: []}
      entry.perArticle.push(measured.count)
      counts.set(key, entry)
      report?.(article.name, measured)
    }
  }
  return Array.from(counts.values(), ({part, figure, perArticle}) => {
    const count = perArticle.reduce(addCounts, NO_COUNT)
    return {part, on: 'gold', figure, value: f1(count), interval: f1Interval(perArticle), count}
  })
}
