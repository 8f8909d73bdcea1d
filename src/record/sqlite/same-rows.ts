/** Whether two lists hold the same rows, in whatever order. What a row does not have is null. */
export function isSame(rows: readonly unknown[], others: readonly unknown[]): boolean {
  if (rows.length !== others.length) return false
  const columns = [...new Set([...rows, ...others].flatMap(row => Object.keys(row as object)))]
  const told = (row: unknown): string =>
    JSON.stringify(columns.map(column => (row as Record<string, unknown>)[column] ?? null))
  const expected = others.map(told).sort()
  return rows
    .map(told)
    .sort()
    .every((words, index) => words === expected[index])
}
