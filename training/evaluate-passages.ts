import type {Models} from '../src/language/models.ts'
import {readSource} from '../src/pipeline.ts'
import type {Reading} from '../src/reading/reading.ts'
import {countPassageChains} from './passage-chains.ts'
import {countPassageRoles} from './passage-roles.ts'
import {countSegments} from './passage-segments.ts'
import {type Passage, type PassagePart, readPassages} from './passages.ts'
import {type Count, f1Row, type Row} from './scores.ts'

/** What one measure says of one passage. */
export interface PassageMeasured {
  readonly part: string
  readonly figure: string
  readonly count: Count
  /** Wanted and not found, or found and not wanted, one line each. */
  readonly misses: readonly string[]
}

const MEASURES: readonly ((passage: Passage, reading: Reading) => readonly PassageMeasured[])[] = [
  countSegments,
  countPassageChains,
  countPassageRoles
]

/**
 * Score readings of the project's passages: what productions show in what order, by which voices words reached the reader, and
 * since when and until when people hold their offices.
 *
 * @param part - the open passages are those that rules are mended by; the sealed ones say how well that holds elsewhere
 * @param report - given each passage's misses, for reading by eye
 */
export function evaluatePassages(
  models: Models,
  part: PassagePart,
  report?: (passage: Passage, measured: PassageMeasured) => void
): Row[] {
  const measured = readPassages()
    .filter(passage => passage.part === part)
    .flatMap(passage => {
      const bytes = new TextEncoder().encode(passage.text)
      const {reading} = readSource({ref: passage.name, bytes, published: passage.published}, models)
      const found = MEASURES.flatMap(measure => measure(passage, reading))
      for (const each of found) report?.(passage, each)
      return found
    })
  const groups = Map.groupBy(measured, ({part: of, figure}) => `${of} ${figure}`)
  return Array.from(groups.values(), group => {
    const {part: of, figure} = group[0]!
    return f1Row(
      {part: of, on: `passages, ${part}`, figure},
      group.map(({count}) => count)
    )
  })
}
