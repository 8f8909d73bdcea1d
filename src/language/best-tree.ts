/**
 * The tree without crossing arcs and with one root whose arcs have the highest scores together (Eisner 1996). Where each word's
 * best head by itself gives such a tree, that is it; only the rest is searched, in time that grows with the cube of `count`.
 *
 * @param scores - `scores[word * width + head]`; head `count` is the root
 * @param heads - where the head of each word is written, `count` for the root
 */
export function bestTree(scores: Float32Array, count: number, width: number, heads: Int32Array): void {
  for (let word = 0; word < count; word++) heads[word] = bestHead(scores, word, count, width)
  if (!isProjectiveTree(heads, count)) searchTree(scores, count, width, heads)
}

function bestHead(scores: Float32Array, word: number, count: number, width: number): number {
  let best = word === 0 ? count : 0
  for (let head = 0; head <= count; head++)
    if (head !== word && scores[word * width + best]! < scores[word * width + head]!) best = head
  return best
}

/** Whether `heads` have one root, no circle, and no two arcs that cross. */
function isProjectiveTree(heads: Int32Array, count: number): boolean {
  let rootCount = 0
  for (let word = 0; word < count; word++) {
    const head = heads[word]!
    if (head === count) {
      rootCount++
      continue
    }
    const left = Math.min(word, head)
    const right = Math.max(word, head)
    // Nothing between reaches out, and where all arcs are so, a circle would have to cross itself or be one of two words.
    for (let between = left + 1; between < right; between++)
      if (heads[between]! < left || right < heads[between]!) return false
    if (heads[head] === word) return false
  }
  return rootCount === 1 && reachesRoot(heads, count)
}

function reachesRoot(heads: Int32Array, count: number): boolean {
  const seen = new Int32Array(count).fill(-1)
  for (let word = 0; word < count; word++) {
    let at = word
    while (at !== count && seen[at] === -1) {
      seen[at] = word
      at = heads[at]!
    }
    if (at !== count && seen[at] === word) return false
  }
  return true
}

/** Best spans from i to j: whole ones, whose head has all it has on that side, and open ones, whose ends hold each other. */
interface Chart {
  readonly count: number
  /** Head is the right end; head is the left end. */
  readonly wholeLeft: Float64Array
  readonly wholeRight: Float64Array
  readonly openLeft: Float64Array
  readonly openRight: Float64Array
  /** Where each was put together. */
  readonly wholeLeftAt: Int16Array
  readonly wholeRightAt: Int16Array
  readonly openAt: Int16Array
}

function searchTree(scores: Float32Array, count: number, width: number, heads: Int32Array): void {
  const chart = chartOf(scores, count, width)
  let root = 0
  let best = -Infinity
  for (let word = 0; word < count; word++) {
    const score = chart.wholeLeft[word]! + chart.wholeRight[word * count + count - 1]! + scores[word * width + count]!
    if (best < score) {
      best = score
      root = word
    }
  }
  heads[root] = count
  const open: [from: number, to: number, isRight: boolean][] = [
    [0, root, false],
    [root, count - 1, true]
  ]
  // Whole spans still to be taken apart.
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to, isRight] = span
    if (from === to) continue
    const middle = (isRight ? chart.wholeRightAt : chart.wholeLeftAt)[from * count + to]!
    const [left, right] = isRight ? [from, middle] : [middle, to]
    heads[middle] = isRight ? from : to
    const inner = chart.openAt[left * count + right]!
    open.push([left, inner, true], [inner + 1, right, false])
    open.push(isRight ? [middle, to, true] : [from, middle, false])
  }
}

function chartOf(scores: Float32Array, count: number, width: number): Chart {
  const cells = () => new Float64Array(count * count)
  const places = () => new Int16Array(count * count)
  const chart = {
    count,
    wholeLeft: cells(),
    wholeRight: cells(),
    openLeft: cells(),
    openRight: cells(),
    wholeLeftAt: places(),
    wholeRightAt: places(),
    openAt: places()
  }
  for (let length = 1; length < count; length++)
    for (let from = 0; from + length < count; from++) fillSpan(chart, scores, width, from, from + length)
  return chart
}

function fillSpan(chart: Chart, scores: Float32Array, width: number, from: number, to: number): void {
  const {count, wholeLeft, wholeRight, openLeft, openRight} = chart
  const cell = from * count + to
  let best = -Infinity
  for (let inner = from; inner < to; inner++) {
    const score = wholeRight[from * count + inner]! + wholeLeft[(inner + 1) * count + to]!
    if (best < score) {
      best = score
      chart.openAt[cell] = inner
    }
  }
  openLeft[cell] = best + scores[from * width + to]!
  openRight[cell] = best + scores[to * width + from]!
  best = -Infinity
  for (let middle = from; middle < to; middle++) {
    const score = wholeLeft[from * count + middle]! + openLeft[middle * count + to]!
    if (best < score) {
      best = score
      chart.wholeLeftAt[cell] = middle
    }
  }
  wholeLeft[cell] = best
  best = -Infinity
  for (let middle = from + 1; middle <= to; middle++) {
    const score = openRight[from * count + middle]! + wholeRight[middle * count + to]!
    if (best < score) {
      best = score
      chart.wholeRightAt[cell] = middle
    }
  }
  wholeRight[cell] = best
}
