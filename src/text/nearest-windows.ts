/** Words from `first` to before `end` of a text. */
export interface Window {
  readonly first: number
  readonly end: number
}

/** How many windows of one width are looked at closely. */
const WINDOWS_MAX = 4

/**
 * Find the windows of about `width` words of a text that hold most of the words of a quotation, rare ones counting more. One pass
 * over the text, whatever is in it.
 *
 * @param ids - the words of the text, 0 for those that the quotation does not have
 * @param quoteIds - the words of the quotation; a word counts no oftener than it stands there
 * @param idsEnd - one more than the greatest id
 */
export function findNearestWindows(
  ids: Int32Array,
  quoteIds: readonly number[],
  idsEnd: number,
  width: number
): Window[] {
  const wanted = new Int32Array(idsEnd)
  for (const id of quoteIds) wanted[id] = wanted[id]! + 1
  const worth = rarities(ids, idsEnd)
  const held = new Int32Array(idsEnd)
  const best: {readonly score: number; readonly first: number}[] = []
  let score = 0
  let blockBest = {score: 0, first: 0}
  for (let end = 0; end < ids.length; end++) {
    const entering = ids[end]!
    if (entering && held[entering]!++ < wanted[entering]!) score += worth[entering]!
    const leaving = width <= end ? ids[end - width]! : 0
    if (leaving && --held[leaving]! < wanted[leaving]!) score -= worth[leaving]!
    if (blockBest.score < score) blockBest = {score, first: Math.max(0, end - width + 1)}
    if ((end + 1) % width === 0 || end === ids.length - 1) {
      if (0 < blockBest.score) best.push(blockBest)
      blockBest = {score: 0, first: end + 1}
    }
  }
  return best
    .sort((a, b) => b.score - a.score || a.first - b.first)
    .slice(0, WINDOWS_MAX)
    .map(({first}) => ({
      first: Math.max(0, first - quoteIds.length),
      end: Math.min(ids.length, first + width + quoteIds.length)
    }))
}

/** A word is worth one for each time that the number of its places must be doubled to be the text's. */
function rarities(ids: Int32Array, idsEnd: number): Int32Array {
  const counts = new Int32Array(idsEnd)
  for (const id of ids) counts[id] = counts[id]! + 1
  return counts.map(count => 1 + Math.clz32(count) - Math.clz32(ids.length))
}
