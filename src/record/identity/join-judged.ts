/** A person said that these two are the same, or that they are not. */
export interface JudgedPair<Item> {
  readonly one: Item
  readonly other: Item
  readonly isSame: boolean
}

/** Which items belong together, and which judgements could not be followed because newer ones say otherwise. */
export interface Joined<Item> {
  /** In the order of their first items. */
  readonly groups: readonly (readonly Item[])[]
  readonly overruled: readonly JudgedPair<Item>[]
}

/**
 * Join items: first as people judged, the newest judgement first, then by `joins`, the surest first, wherever no judgement
 * keeps the two groups apart. The order of `items` decides nothing but the order of what comes back.
 */
export function joinJudged<Item>(
  items: readonly Item[],
  judged: readonly JudgedPair<Item>[],
  joins: readonly (readonly [Item, Item])[]
): Joined<Item> {
  const parents = new Map(items.map(item => [item, item]))
  const apart: (readonly [Item, Item])[] = []
  const overruled: JudgedPair<Item>[] = []
  const rootOf = (item: Item): Item => {
    let root = item
    while (parents.get(root) !== root) root = parents.get(root)!
    parents.set(item, root)
    return root
  }
  const isKeptApart = (a: Item, b: Item) =>
    apart.some(([one, other]) => {
      const [first, second] = [rootOf(one), rootOf(other)]
      return (first === a && second === b) || (first === b && second === a)
    })
  const join = (one: Item, other: Item): boolean => {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a === b) return true
    if (isKeptApart(a, b)) return false
    parents.set(b, a)
    return true
  }
  for (const pair of judged) {
    if (!parents.has(pair.one) || !parents.has(pair.other)) continue
    if (pair.isSame) {
      if (!join(pair.one, pair.other)) overruled.push(pair)
    } else if (rootOf(pair.one) === rootOf(pair.other)) overruled.push(pair)
    else apart.push([pair.one, pair.other])
  }
  for (const [one, other] of joins) if (parents.has(one) && parents.has(other)) join(one, other)
  return {groups: [...Map.groupBy(items, rootOf).values()], overruled}
}
