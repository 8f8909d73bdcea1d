/** Hits, and what was found and wanted, from which precision, recall and F1 follow. */
export interface Count {
  readonly hits: number
  readonly found: number
  readonly wanted: number
}

export const NO_COUNT: Count = {hits: 0, found: 0, wanted: 0}

/** The two counts together. */
export function addCounts(a: Count, b: Count): Count {
  return {hits: a.hits + b.hits, found: a.found + b.found, wanted: a.wanted + b.wanted}
}

export function precision({hits, found}: Count): number {
  return found === 0 ? 0 : hits / found
}

export function recall({hits, wanted}: Count): number {
  return wanted === 0 ? 0 : hits / wanted
}

/** Harmonic mean of precision and recall, from 0 to 1. */
export function f1({hits, found, wanted}: Count): number {
  return found + wanted === 0 ? 0 : (2 * hits) / (found + wanted)
}

/**
 * A 95 % interval of F1 by bootstrap over documents, with a fixed seed so that a table can be made again.
 *
 * @param counts - one a document
 */
export function f1Interval(counts: readonly Count[], {rounds = 1000, seed = 1} = {}): readonly [number, number] {
  if (counts.length === 0) return [0, 0]
  const random = randomFrom(seed)
  const figures: number[] = []
  for (let round = 0; round < rounds; round++) {
    let sum = NO_COUNT
    for (let draw = 0; draw < counts.length; draw++) sum = addCounts(sum, counts[Math.floor(random() * counts.length)]!)
    figures.push(f1(sum))
  }
  figures.sort((a, b) => a - b)
  return [figures[Math.floor(rounds * 0.025)]!, figures[Math.floor(rounds * 0.975)]!]
}

/** One line of the table that `npm run evaluate` prints. */
export interface Row {
  /** The stage or kind of claim. */
  readonly part: string
  /** The data it was measured on. */
  readonly on: string
  readonly figure: string
  readonly value: number
  /** 95 % interval, where one was made. */
  readonly interval?: readonly [number, number]
  /** Hits, found and wanted behind an F1. */
  readonly count?: Count
}

/** Mulberry32: a small generator whose numbers are the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
