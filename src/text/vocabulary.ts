const ASCII_COUNT = 128

/**
 * The words of a quotation as a tree of letters. A long text is walked through it letter by letter, so that no word of the text
 * need be cut out, and no text can be made up whose words collide.
 */
export class Vocabulary {
  /** For each node, its children by ASCII letter; 0 for none. */
  #children = new Int32Array(64 * ASCII_COUNT)
  /** Children by other letters: node times 65,536 plus the letter. */
  readonly #others = new Map<number, number>()
  readonly #isWord: boolean[] = [false]
  #isOpen = true

  /** Where every word begins. */
  static readonly ROOT = 0
  /** Off the tree: no word goes on like this. */
  static readonly LOST = -1

  /** Learn no more words. */
  close(): void {
    this.#isOpen = false
  }

  /** The node that `unit` leads to from `node`. */
  step(node: number, unit: number): number {
    if (node < 0) return Vocabulary.LOST
    const known =
      unit < ASCII_COUNT ? this.#children[node * ASCII_COUNT + unit]! : (this.#others.get(node * 0x10000 + unit) ?? 0)
    if (known) return known
    return this.#isOpen ? this.#grow(node, unit) : Vocabulary.LOST
  }

  /** The number of the word that ends at `node`; 0 for a word that was never learnt. */
  wordAt(node: number): number {
    if (node <= 0) return 0
    if (this.#isOpen) this.#isWord[node] = true
    return this.#isWord[node] ? node : 0
  }

  /** One more than the greatest number of a word. */
  get size(): number {
    return this.#isWord.length
  }

  #grow(node: number, unit: number): number {
    const child = this.#isWord.push(false) - 1
    if (unit >= ASCII_COUNT) this.#others.set(node * 0x10000 + unit, child)
    if (this.#children.length < (child + 1) * ASCII_COUNT) {
      const larger = new Int32Array(this.#children.length * 2)
      larger.set(this.#children)
      this.#children = larger
    }
    if (unit < ASCII_COUNT) this.#children[node * ASCII_COUNT + unit] = child
    return child
  }
}
