import type {Span} from '../../text/span.ts'

/** Where things stand in a text, as an editor counts: lines and columns from 1. */
export class Lines {
  readonly #starts: readonly number[]
  readonly #longest: number

  constructor(text: string) {
    const starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts = starts
    this.#longest = starts.reduce((most, start, i) => Math.max(most, (starts[i + 1] ?? text.length + 1) - start), 0)
  }

  /** `line:column` of `offset`. */
  at(offset: number): string {
    const line = this.#lineOf(offset)
    return `${line + 1}:${offset - this.#starts[line]! + 1}`
  }

  /** How many characters the longest `line:column` of this text can take. */
  get widest(): number {
    return String(this.#starts.length).length + 1 + String(this.#longest).length
  }

  /** `line:column` where `span` begins; empty for no span. */
  of(span: Span | undefined): string {
    return span ? this.at(span.start) : ''
  }

  #lineOf(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (low < high - 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low
  }
}
