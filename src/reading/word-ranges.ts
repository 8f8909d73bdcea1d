import {wordAt} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Layout, WordRange} from './layout.ts'

/** The words that begin in `span`. */
export function wordRange({words}: Layout, {start, end}: Span): WordRange {
  return {first: wordAt(words, start), end: wordAt(words, end - 1) + 1}
}
