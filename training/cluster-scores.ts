import type {Count} from './scores.ts'

/** The mentions of one thing, each as its first word and the word after its last. */
export type Cluster = readonly (readonly [first: number, end: number])[]

/** What clusters of a text score against the right ones: sums that can be added over texts. */
export interface ClusterCounts {
  readonly mentions: Count
  readonly muc: Ratios
  readonly bCubed: Ratios
  readonly ceafE: Ratios
}

/** The two fractions that precision and recall are. */
export interface Ratios {
  readonly precisionHits: number
  readonly found: number
  readonly recallHits: number
  readonly wanted: number
}

/**
 * Count how well `found` are `wanted`, by MUC (Vilain 1995), B-cubed (Bagga 1998) and CEAF over entities (Luo 2005), as the
 * reference scorer of CoNLL-2012 does: mentions are right by their exact words, and those without a partner count against.
 */
export function countClusters(found: readonly Cluster[], wanted: readonly Cluster[]): ClusterCounts {
  const foundKeys = found.map(keysOf)
  const wantedKeys = wanted.map(keysOf)
  const foundByKey = placesByKey(foundKeys)
  const wantedByKey = placesByKey(wantedKeys)
  return {
    mentions: {
      hits: [...foundByKey.keys()].filter(key => wantedByKey.has(key)).length,
      found: foundByKey.size,
      wanted: wantedByKey.size
    },
    muc: bothWays(foundKeys, wantedKeys, mucSums, foundByKey, wantedByKey),
    bCubed: bothWays(foundKeys, wantedKeys, bCubedSums, foundByKey, wantedByKey),
    ceafE: ceafSums(foundKeys, wantedKeys, wantedByKey)
  }
}

/** The counts of two texts together. */
export function addClusterCounts(a: ClusterCounts, b: ClusterCounts): ClusterCounts {
  return {
    mentions: {
      hits: a.mentions.hits + b.mentions.hits,
      found: a.mentions.found + b.mentions.found,
      wanted: a.mentions.wanted + b.mentions.wanted
    },
    muc: addRatios(a.muc, b.muc),
    bCubed: addRatios(a.bCubed, b.bCubed),
    ceafE: addRatios(a.ceafE, b.ceafE)
  }
}

/** The mean F1 of the three measures: what CoNLL-2012 ranked by. */
export function conllF1({muc, bCubed, ceafE}: ClusterCounts): number {
  return (ratiosF1(muc) + ratiosF1(bCubed) + ratiosF1(ceafE)) / 3
}

export function ratiosF1({precisionHits, found, recallHits, wanted}: Ratios): number {
  const precision = found === 0 ? 0 : precisionHits / found
  const recall = wanted === 0 ? 0 : recallHits / wanted
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function addRatios(a: Ratios, b: Ratios): Ratios {
  return {
    precisionHits: a.precisionHits + b.precisionHits,
    found: a.found + b.found,
    recallHits: a.recallHits + b.recallHits,
    wanted: a.wanted + b.wanted
  }
}

function keysOf(cluster: Cluster): string[] {
  return cluster.map(([first, end]) => `${first}-${end}`)
}

function placesByKey(clusters: readonly (readonly string[])[]): Map<string, number> {
  return new Map(clusters.flatMap((keys, place) => keys.map(key => [key, place] as const)))
}

type Sums = (clusters: readonly (readonly string[])[], others: ReadonlyMap<string, number>) => Sum

interface Sum {
  readonly hits: number
  readonly total: number
}

function bothWays(
  found: readonly (readonly string[])[],
  wanted: readonly (readonly string[])[],
  sums: Sums,
  foundByKey: ReadonlyMap<string, number>,
  wantedByKey: ReadonlyMap<string, number>
): Ratios {
  const precision = sums(found, wantedByKey)
  const recall = sums(wanted, foundByKey)
  return {
    precisionHits: precision.hits,
    found: precision.total,
    recallHits: recall.hits,
    wanted: recall.total
  }
}

/** Links kept of those needed: a cluster that the others part into n pieces keeps its size less n. */
function mucSums(clusters: readonly (readonly string[])[], others: ReadonlyMap<string, number>): Sum {
  let hits = 0
  let total = 0
  for (const keys of clusters) {
    const pieces = new Set(keys.map(key => others.get(key) ?? key))
    hits += keys.length - pieces.size
    total += keys.length - 1
  }
  return {hits, total}
}

/** For each mention, which part of its cluster the other cluster shares. */
function bCubedSums(clusters: readonly (readonly string[])[], others: ReadonlyMap<string, number>): Sum {
  let hits = 0
  let total = 0
  for (const keys of clusters) {
    for (const count of sharedCounts(keys, others).values()) hits += count ** 2 / keys.length
    total += keys.length
  }
  return {hits, total}
}

function sharedCounts(keys: readonly string[], others: ReadonlyMap<string, number>): Map<number, number> {
  const counts = new Map<number, number>()
  for (const key of keys) {
    const place = others.get(key)
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

/** The best one-to-one pairing of clusters by how like they are, 2 |shared| / (|one| + |other|). */
function ceafSums(
  found: readonly (readonly string[])[],
  wanted: readonly (readonly string[])[],
  wantedByKey: ReadonlyMap<string, number>
): Ratios {
  const likeness = found.map(keys => {
    const row = new Float64Array(wanted.length)
    for (const [place, count] of sharedCounts(keys, wantedByKey))
      row[place] = (2 * count) / (keys.length + wanted[place]!.length)
    return row
  })
  const hits = bestPairing(likeness, wanted.length)
  return {precisionHits: hits, found: found.length, recallHits: hits, wanted: wanted.length}
}

/** The largest sum of one cell a row and a column (Kuhn and Munkres), by shortest augmenting paths. */
function bestPairing(likeness: readonly Float64Array[], columnCount: number): number {
  const size = Math.max(likeness.length, columnCount)
  const cost = (row: number, column: number) => -(likeness[row - 1]?.[column - 1] ?? 0)
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOfColumn = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    const before = new Int32Array(size + 1)
    const slack = new Float64Array(size + 1).fill(Infinity)
    const used = new Uint8Array(size + 1)
    rowOfColumn[0] = row
    let column = 0
    do {
      used[column] = 1
      const current = rowOfColumn[column]!
      let smallest = Infinity
      let next = 0
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue
        const reduced = cost(current, other) - rowPotential[current]! - columnPotential[other]!
        if (reduced < slack[other]!) {
          slack[other] = reduced
          before[other] = column
        }
        if (slack[other]! < smallest) {
          smallest = slack[other]!
          next = other
        }
      }
      for (let other = 0; other <= size; other++)
        if (used[other]) {
          rowPotential[rowOfColumn[other]!]! += smallest
          columnPotential[other]! -= smallest
        } else slack[other]! -= smallest
      column = next
    } while (rowOfColumn[column] !== 0)
    while (column !== 0) {
      const from = before[column]!
      rowOfColumn[column] = rowOfColumn[from]!
      column = from
    }
  }
  let sum = 0
  for (let column = 1; column <= size; column++) sum -= cost(rowOfColumn[column]!, column)
  return sum
}
