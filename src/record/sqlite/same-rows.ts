import {isDeepStrictEqual} from 'node:util'

/** Whether two lists hold the same rows, in whatever order. */
export function isSame(rows: readonly unknown[], others: readonly unknown[]): boolean {
  return isDeepStrictEqual(rows.map(inOrder).sort(), others.map(inOrder).sort())
}

function inOrder(row: unknown): string {
  return JSON.stringify(Object.entries(row as object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
