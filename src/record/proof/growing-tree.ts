import {type HashedSubtree, joinHashes, subtreesOf} from './subtrees.ts'
import {EMPTY_ROOT, interiorHash} from './tree-hash.ts'

/** A Merkle tree that entries are added to. It holds only its right edge: a few hashes, however many entries there are. */
export class GrowingTree {
  #size: number
  readonly #edge: HashedSubtree[]

  /** `edge`: the hashes of `subtreesOf` all entries so far, in that order. */
  constructor(size = 0, edge: readonly string[] = []) {
    this.#size = size
    this.#edge = subtreesOf({start: 0, end: size}).map((subtree, index) => ({...subtree, hash: edge[index]!}))
  }

  get size(): number {
    return this.#size
  }

  /** The hash over all entries. */
  get root(): string {
    return this.#size === 0 ? EMPTY_ROOT : joinHashes(this.#edge.map(({hash}) => hash))
  }

  /** Add an entry by its leaf hash. @returns the subtrees that are complete with it, that of the entry alone first */
  add(leaf: string): HashedSubtree[] {
    let last: HashedSubtree = {level: 0, position: this.#size, hash: leaf}
    const completed = [last]
    while (last.position % 2 === 1) {
      const {hash: left} = this.#edge.pop()!
      last = {level: last.level + 1, position: (last.position - 1) / 2, hash: interiorHash(left, last.hash)}
      completed.push(last)
    }
    this.#edge.push(last)
    this.#size++
    return completed
  }
}
