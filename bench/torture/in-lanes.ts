import {availableParallelism} from 'node:os'

/** Go through `items`, as many at once as the machine has cores, and give the results in their order. */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  act: (item: Item, index: number) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await act(items[index]!, index)
    }
  }
  await Promise.all(Array.from({length: availableParallelism()}, lane))
  return results
}
