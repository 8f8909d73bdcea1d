/**
 * Run `task` over `items`, at most `limit` at once, and give the results in the order of the items.
 *
 * Items are taken only as results are fetched, so that a stream of any length needs no more memory than `limit` items. `task`
 * must not throw: what can go wrong with an item belongs in its result.
 */
export async function* inOrder<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  task: (item: T) => Promise<R>
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for await (const item of items) {
    running.push(task(item))
    if (limit <= running.length) yield await running.shift()!
  }
  while (running.length > 0) yield await running.shift()!
}
