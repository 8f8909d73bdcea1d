import {randomFrom} from './scores.ts'

/** `items` in another order, the same one for the same `seed`. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomFrom(seed + 1)
  const order = [...items]
  for (let last = order.length - 1; 0 < last; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}
