import {covers, type Span} from '../text/span.ts'
import type {Statement} from './reading.ts'

/** Finds the innermost statement around a place; statements are sorted once, so that a pass over the text stays linear. */
export class StatementsAt {
  readonly #parts: readonly {readonly span: Span; readonly statement: Statement}[]

  constructor(statements: readonly Statement[]) {
    this.#parts = statements
      .flatMap(statement => statement.content.map(span => ({span, statement})))
      .sort((a, b) => a.span.start - b.span.start)
  }

  at(place: Span): Statement | undefined {
    let low = 0
    let high = this.#parts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#parts[middle]!.span.start <= place.start) low = middle + 1
      else high = middle
    }
    for (let index = low - 1; 0 <= index && low - NESTED_MAX < index; index--)
      if (covers(this.#parts[index]!.span, place)) return this.#parts[index]!.statement
    return undefined
  }
}

/** How many statements may begin inside one that goes on after them. */
const NESTED_MAX = 12
