import {dateEnd} from './date-places.ts'
import {rangeSpan} from './drafts.ts'
import type {Layout, WordRange} from './layout.ts'
import {isNominal} from './noun-phrases.ts'
import type {Source} from './sources.ts'

/** Words of a source behind which only more about it follows: "an official who declined to be named". */
export const RELATIVE = /^(?:who|whom|whose|which|that|where)$/

/**
 * The words that describe a speaker, up to a relative clause or an apposition.
 *
 * ```text
 * a spokesman for the harbour, who asked not to be named
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function descriptionOf(
  layout: Layout,
  {range, core, joined}: Pick<Source, 'range' | 'core' | 'joined'>
): string {
  const {words} = layout
  let end = core.end
  while (
    end < range.end &&
    !(
      RELATIVE.test(layout.form(end)) ||
      (!joined && /^(?:,|--|—)$/.test(words.forms[end]!) && dateEnd(words, end) === undefined) ||
      words.forms[end] === '('
    )
  )
    end++
  return printed(layout, {first: core.first, end})
}

/** The words of `range` on one line. */
export function printed(layout: Layout, range: WordRange): string {
  const {start, end} = rangeSpan(layout, range)
  return layout.text.slice(start, end).replace(/\s+/g, ' ')
}

/** Where the run of nominal words that `word` closes begins, from `from` on. */
export function runFirst(layout: Layout, word: number, from: number): number {
  let first = word
  while (from < first && isNominal(layout, first - 1)) first--
  return first
}
