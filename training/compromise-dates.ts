import nlp from 'compromise'
import type {Span} from '../src/text/span.ts'

/** A time as compromise finds it. */
export interface CompromiseDate extends Span {
  readonly kind: 'DATE' | 'TIME' | 'DURATION'
}

/**
 * The words that compromise itself tags as dates, each run of them as one, less the marks beside them. Its values need a
 * plugin that is no part of it.
 */
export function findCompromiseDates(text: string): CompromiseDate[] {
  const runs = nlp(text)
    .match('#Date+')
    .json({offset: true, terms: {offset: true, tags: true}}) as CompromiseRun[]
  return runs.flatMap(({terms}) => {
    const printed = terms.filter(term => term.text !== '')
    const [first, last] = [printed[0], printed.at(-1)]
    if (!first || !last) return []
    const hasTag = (tag: string) => terms.every(({tags}) => tags.includes(tag) || tags.includes('Value'))
    const kind = hasTag('Duration') ? 'DURATION' : hasTag('Time') ? 'TIME' : 'DATE'
    return [{start: first.offset.start, end: last.offset.start + last.offset.length, kind}]
  })
}

interface CompromiseRun {
  readonly terms: readonly {
    readonly text: string
    readonly tags: readonly string[]
    readonly offset: {readonly start: number; readonly length: number}
  }[]
}
