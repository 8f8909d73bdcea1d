import {type Parsed, wordCount} from '../language/analysis.ts'

/** Dependency trees made quick to ask: who hangs on whom, and how far each phrase reaches. */
export class Phrases {
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #childStarts: Int32Array
  readonly #children: Int32Array
  readonly #parsed: Parsed

  constructor(parsed: Parsed) {
    const count = wordCount(parsed)
    this.#parsed = parsed
    this.#first = Int32Array.from({length: count}, (_, word) => word)
    this.#last = this.#first.slice()
    this.#childStarts = new Int32Array(count + 1)
    this.#children = new Int32Array(count)
    this.#listChildren(count)
    for (const word of this.#inwards(count)) this.#reachInto(word)
  }

  /** The words that hang on `word`, in the order of the text. */
  children(word: number): Int32Array {
    return this.#children.subarray(this.#childStarts[word]!, this.#childStarts[word + 1]!)
  }

  /** The first child of `word` by one of these relations. */
  child(word: number, ...relations: readonly string[]): number | undefined {
    return this.children(word).find(child => relations.includes(this.#parsed.relations[child]!))
  }

  /** The first word of the phrase that `word` heads. */
  first(word: number): number {
    return this.#first[word]!
  }

  /** The last word of the phrase that `word` heads. */
  last(word: number): number {
    return this.#last[word]!
  }

  #listChildren(count: number): void {
    const {heads} = this.#parsed
    for (let word = 0; word < count; word++) if (0 <= heads[word]!) this.#childStarts[heads[word]! + 1]!++
    for (let word = 0; word < count; word++) this.#childStarts[word + 1]! += this.#childStarts[word]!
    const next = this.#childStarts.slice()
    for (let word = 0; word < count; word++) if (0 <= heads[word]!) this.#children[next[heads[word]!]!++] = word
  }

  /** Every word after all words that hang on it. */
  #inwards(count: number): number[] {
    const {heads} = this.#parsed
    const order: number[] = []
    for (let word = 0; word < count; word++) if (heads[word]! < 0) order.push(word)
    for (let index = 0; index < order.length; index++) order.push(...this.children(order[index]!))
    return order.reverse()
  }

  #reachInto(word: number): void {
    const head = this.#parsed.heads[word]!
    if (head < 0) return
    this.#first[head] = Math.min(this.#first[head]!, this.#first[word]!)
    this.#last[head] = Math.max(this.#last[head]!, this.#last[word]!)
  }
}

const known = new WeakMap<Parsed, Phrases>()

/** The phrases of `parsed`; made once for each. */
export function phrasesOf(parsed: Parsed): Phrases {
  const made = known.get(parsed) ?? new Phrases(parsed)
  known.set(parsed, made)
  return made
}
