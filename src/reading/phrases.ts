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
    this.#first = new Int32Array(count)
    for (let word = 0; word < count; word++) this.#first[word] = word
    this.#last = this.#first.slice()
    this.#childStarts = new Int32Array(count + 1)
    this.#children = new Int32Array(count)
    this.#listChildren(count)
    this.#reachInwards(count)
  }

  /** The words that hang on `word`, in the order of the text. */
  children(word: number): Int32Array {
    return this.#children.subarray(this.#childStarts[word]!, this.#childStarts[word + 1]!)
  }

  /** The first child of `word` by one of these relations. */
  child(word: number, ...relations: readonly string[]): number | undefined {
    const end = this.#childStarts[word + 1]!
    for (let index = this.#childStarts[word]!; index < end; index++)
      if (relations.includes(this.#parsed.relations[this.#children[index]!]!)) return this.#children[index]!
    return undefined
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

  /** Lets each phrase reach as far as those that hang on it: every word after all words below it. */
  #reachInwards(count: number): void {
    const {heads} = this.#parsed
    const outwards = new Int32Array(count)
    let listed = 0
    for (let word = 0; word < count; word++) if (heads[word]! < 0) outwards[listed++] = word
    for (let index = 0; index < listed; index++) {
      const end = this.#childStarts[outwards[index]! + 1]!
      for (let child = this.#childStarts[outwards[index]!]!; child < end; child++)
        outwards[listed++] = this.#children[child]!
    }
    while (0 < listed) this.#reachInto(outwards[--listed]!)
  }

  #reachInto(word: number): void {
    const head = this.#parsed.heads[word]!
    if (head < 0) return
    this.#first[head] = Math.min(this.#first[head]!, this.#first[word]!)
    this.#last[head] = Math.max(this.#last[head]!, this.#last[word]!)
  }
}

/** By the heads of the trees, so that an analysis with a chain more has the same phrases. */
const known = new WeakMap<Int32Array, Phrases>()

/** The phrases of `parsed`; made once for each tree. */
export function phrasesOf(parsed: Parsed): Phrases {
  const found = known.get(parsed.heads)
  if (found) return found
  const made = new Phrases(parsed)
  known.set(parsed.heads, made)
  return made
}
