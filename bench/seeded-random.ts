/** Draws that are the same in every run: the same seed and keys give the same numbers. */
export class SeededRandom {
  #state: number

  constructor(seed: number, ...keys: readonly number[]) {
    this.#state = keys.reduce((state, key) => scattered(state ^ scattered(key + 0x9e3779b9)), scattered(seed))
  }

  /** From 0 to just under 1. Mulberry32: small, quick, and even enough to draw a cast by. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from 0 to just under `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!
  }
}

/**
 * Ranks from 0 drawn as words and names are met in the news: the one of rank r as often as 1 / (r + `offset`). The offset keeps
 * the first from standing in every text.
 */
export class ZipfRanks {
  readonly #reached: Float64Array

  constructor(count: number, offset: number) {
    this.#reached = new Float64Array(count)
    let sum = 0
    for (let rank = 0; rank < count; rank++) {
      sum += 1 / (rank + offset)
      this.#reached[rank] = sum
    }
  }

  draw(random: SeededRandom): number {
    const wanted = random.next() * this.#reached.at(-1)!
    let low = 0
    let high = this.#reached.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (wanted < this.#reached[middle]!) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Murmur3's last step: neighbouring numbers come out far apart. */
function scattered(value: number): number {
  let mixed = value | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
