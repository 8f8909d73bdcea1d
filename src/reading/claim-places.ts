import type {Span} from '../text/span.ts'
import type {Claim} from './claim.ts'

/** The claims by where their evidence begins, so that the nearest to a place is found without a walk over all. */
export class ClaimPlaces {
  readonly #places: readonly {readonly id: string; readonly start: number}[]

  constructor(claims: readonly Pick<Claim, 'id' | 'evidence'>[]) {
    this.#places = claims
      .flatMap(({id, evidence}) => evidence.map(({start}) => ({id, start})))
      .sort((a, b) => a.start - b.start)
  }

  /** The claim whose evidence starts last before `span`, at `reachStart` or later. */
  lastBefore({start}: Span, reachStart: number): string | undefined {
    const nearest = this.#places[this.#firstFrom(start) - 1]
    return nearest && reachStart <= nearest.start ? nearest.id : undefined
  }

  /** The claim whose evidence starts first inside `span`. */
  firstWithin({start, end}: Span): string | undefined {
    const first = this.#places[this.#firstFrom(start)]
    return first && first.start < end ? first.id : undefined
  }

  #firstFrom(offset: number): number {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#places[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
