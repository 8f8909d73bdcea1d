import {sentenceOf, wordAt} from '../language/analysis.ts'
import type {Material} from './material.ts'
import type {Production} from './reading.ts'

interface Mentioned {
  readonly start: number
  readonly end: number
  readonly production: Production
}

/** Which production each place of a text is about: the last one that was mentioned before it. */
export class ProductionHosts {
  readonly #material: Material
  readonly #places: readonly Mentioned[]
  #placesByEntity: ReadonlyMap<string, readonly Mentioned[]> | undefined
  /** Whether the text tells most of what people say in the past tense. */
  readonly isPastReport: boolean

  constructor(material: Material, productions: readonly Production[]) {
    this.#material = material
    this.#places = productions
      .flatMap(production =>
        (material.entities.get(production.entity)?.mentions ?? []).map(({start, end}) => ({start, end, production}))
      )
      .sort((a, b) => a.start - b.start)
    this.isPastReport = material.analysis.forms.some((form, word) => isPastSaying(material, form, word))
  }

  /** The production mentioned last before `offset`. */
  before(offset: number): Production | undefined {
    return this.#placeBefore(offset)?.production
  }

  /** The same, where it was mentioned in this sentence or in one of the last few. */
  near(offset: number): Production | undefined {
    const place = this.#placeBefore(offset)
    if (!place) return undefined
    const {analysis} = this.#material
    const between = sentenceOf(analysis, wordAt(analysis, offset)) - sentenceOf(analysis, wordAt(analysis, place.start))
    return between <= NEAR_SENTENCES ? place.production : undefined
  }

  /** The words that are the nouns or titles of the production. */
  nounsOf(entity: string): number[] {
    const {analysis} = this.#material
    this.#placesByEntity ??= Map.groupBy(this.#places, ({production}) => production.entity)
    return (this.#placesByEntity.get(entity) ?? []).map(({start, end}) =>
      headWithin(this.#material, wordAt(analysis, start), end)
    )
  }

  #placeBefore(offset: number): Mentioned | undefined {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#places[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return this.#places[low - 1]
  }
}

/** A production is told of over some sentences before the text goes on to something else. */
const NEAR_SENTENCES = 4

function isPastSaying({analysis}: Material, form: string, word: number): boolean {
  return /^(?:said|told|wrote|added)$/.test(form) && analysis.upos[word] === 'VERB'
}

/** The word of the phrase that hangs on nothing in it. */
function headWithin({analysis}: Material, first: number, end: number): number {
  for (let word = first; word < analysis.forms.length && analysis.starts[word]! < end; word++) {
    const head = analysis.heads[word]!
    if (head < first || end <= analysis.starts[head]!) return word
  }
  return first
}
