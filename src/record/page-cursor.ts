const LIMIT_DEFAULT = 50
const LIMIT_MAX = 1_000

/** How many items a page has: what was asked for, within bounds. */
export function pageLimit(limit: number | undefined, {fallback = LIMIT_DEFAULT, max = LIMIT_MAX} = {}): number {
  return Math.min(Math.max(Math.trunc(limit ?? fallback) || fallback, 1), max)
}

/** Where the next page begins, as a word that callers give back and do not read. */
export function writeCursor(...places: readonly number[]): string {
  return places.join('.')
}

/**
 * The places that `writeCursor` wrote.
 *
 * @throws RangeError when it did not write this
 */
export function readCursor(cursor: string): number[] {
  if (!/^\d{1,15}(\.\d{1,15})*$/.test(cursor)) throw new RangeError(`Cannot read cursor "${cursor}": it is of no list`)
  return cursor.split('.').map(Number)
}
