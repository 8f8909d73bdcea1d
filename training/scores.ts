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

/** A 95 % interval of F1 by bootstrap over documents; `counts` has one a document. */
export function f1Interval(counts: readonly Count[]): Interval {
  return bootstrapInterval(counts, drawn => f1(sumCounts(drawn)))
}

/** All counts together. */
export function sumCounts(counts: readonly Count[]): Count {
  let [hits, found, wanted] = [0, 0, 0]
  for (const count of counts) {
    hits += count.hits
    found += count.found
    wanted += count.wanted
  }
  return {hits, found, wanted}
}

/** From and to, both of the size of the figure. */
export type Interval = readonly [number, number]

/**
 * A 95 % interval of `figureOf` by drawing as many documents as there are, again and again, with a fixed seed so that a table
 * can be made again. Documents are drawn and not words: what stands in one text is alike.
 */
export function bootstrapInterval<Document>(
  documents: readonly Document[],
  figureOf: (drawn: readonly Document[]) => number,
  {rounds = 1000, seed = 1} = {}
): Interval {
  if (documents.length === 0) return [0, 0]
  const random = randomFrom(seed)
  const figures = new Float64Array(rounds)
  for (let round = 0; round < rounds; round++)
    figures[round] = figureOf(documents.map(() => documents[Math.floor(random() * documents.length)]!))
  figures.sort()
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
  readonly interval?: Interval
  /** Hits, found and wanted behind an F1. */
  readonly count?: Count
  /** What other readers reach on the same data by the same measure. */
  readonly beside?: readonly Beside[]
}

/** Another reader's figure. */
export interface Beside {
  readonly reader: string
  readonly value: number
  readonly interval: Interval
}

/** A row whose figure is F1 over documents. */
export function f1Row({part, on, figure}: Pick<Row, 'part' | 'on' | 'figure'>, counts: readonly Count[]): Row {
  const count = sumCounts(counts)
  return {part, on, figure, value: f1(count), interval: f1Interval(counts), count}
}

/** A row whose figure is the share of right ones of all; each count finds as many as are wanted. */
export function shareRow(about: Pick<Row, 'part' | 'on' | 'figure'>, counts: readonly Count[]): Row {
  const {count, ...row} = f1Row(about, counts)
  return row
}

/** `row` with the figures that other readers reach beside it, by their names. */
export function besideRow(row: Row, countsByReader: Readonly<Record<string, readonly Count[]>>): Row {
  const beside = Object.entries(countsByReader).map(([reader, counts]) => ({
    reader,
    value: f1(sumCounts(counts)),
    interval: f1Interval(counts)
  }))
  return {...row, beside: [...(row.beside ?? []), ...beside]}
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
