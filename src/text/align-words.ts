import type {QuoteWord} from './quote-words.ts'

/** How the words of a quotation lie on those of a text. */
export interface Alignment {
  /** For each word of the quotation the number of the word of the text that is the same; -1 where none is. */
  readonly at: Int32Array
  readonly score: number
}

/** What a same word is worth; a short one is likelier to be the same by chance. */
const SAME = 4
const SAME_SHORT = 3
const SHORT_LENGTH_MAX = 3
/** A first word of the quotation that the text lacks, and each further one. */
const ADDED = 2
const ADDED_MORE = 1
/** A first word of the text that the quotation lacks, and each further one. */
const LEFT_OUT = 3
const LEFT_OUT_MORE = 1
/** However many words are left out: two same words more than it takes must stand behind them. */
const LEFT_OUT_LONG = 9
/** Words left out where the quotation says so. */
const LEFT_OUT_SAID = 1

/** Far below any score, and far from overflow. */
const NEVER = -1_000_000_000

/** How a best score was reached: nothing before it, or the state before. */
const START = 0
const FROM_SAME = 1
const FROM_ADDED = 2
const FROM_LEFT_OUT = 3
const FROM_LONG = 4

/**
 * Lay `quote` on the words from `first` to before `end` of a text, in order, as well as possible. The text may go on at both
 * ends; each word of the quotation is the same as one of the text or is added.
 *
 * Four states, as in aligning genes with affine gaps (Gotoh 1982), and a fifth cost that does not grow, for what is left out long.
 * Time and room grow with the product of both lengths: the caller chooses a window.
 */
export function alignWords(quote: readonly QuoteWord[], ids: Int32Array, first: number, end: number): Alignment {
  const columns = end - first + 1
  const steps = new Uint16Array((quote.length + 1) * columns)
  let rows = newRows(columns)
  let before = newRows(columns)
  // Before the first word of the quotation the text has cost nothing yet.
  before.same.fill(0)
  for (const [row, word] of quote.entries()) {
    fillRow(word, quote[row + 1], row, {ids, first, columns, rows, before, steps})
    ;[rows, before] = [before, rows]
  }
  return traceBack(quote.length, columns, first, before, steps)
}

interface Rows {
  readonly same: Int32Array
  readonly added: Int32Array
  readonly leftOut: Int32Array
  readonly long: Int32Array
}

interface Filling {
  readonly ids: Int32Array
  readonly first: number
  readonly columns: number
  readonly rows: Rows
  readonly before: Rows
  readonly steps: Uint16Array
}

function newRows(columns: number): Rows {
  return {
    same: new Int32Array(columns).fill(NEVER),
    added: new Int32Array(columns).fill(NEVER),
    leftOut: new Int32Array(columns).fill(NEVER),
    long: new Int32Array(columns).fill(NEVER)
  }
}

function fillRow(word: QuoteWord, next: QuoteWord | undefined, row: number, filling: Filling): void {
  const {ids, first, columns, rows, before, steps} = filling
  const worth = word.end - word.start <= SHORT_LENGTH_MAX ? SAME_SHORT : SAME
  const isInserted = word.bracketing === 'inserted'
  const addedFirst = isInserted ? 0 : ADDED
  const addedMore = isInserted ? 0 : ADDED_MORE
  const long = next && (next.isBehindEllipsis || next.part !== word.part) ? LEFT_OUT_SAID : LEFT_OUT_LONG
  for (let column = 0; column < columns; column++) {
    let same = NEVER
    let sameFrom = START
    if (0 < column && ids[first + column - 1] === word.id) {
      const left = column - 1
      sameFrom = bestState(before, left)
      same = worth + scoreIn(before, left, sameFrom)
      if (row === 0) sameFrom = START
    }
    const above = bestState(before, column)
    let added = scoreIn(before, column, above) - addedFirst
    let addedFrom = row === 0 ? START : above
    if (before.added[column]! - addedMore > added) {
      added = before.added[column]! - addedMore
      addedFrom = FROM_ADDED
    }
    let leftOut = NEVER
    let leftOutFrom = FROM_SAME
    let longest = NEVER
    let longFrom = FROM_SAME
    if (0 < column && next) {
      const left = column - 1
      const ending = Math.max(rows.same[left]!, rows.added[left]!)
      const endingFrom = rows.added[left]! > rows.same[left]! ? FROM_ADDED : FROM_SAME
      leftOut = Math.max(ending - LEFT_OUT, rows.leftOut[left]! - LEFT_OUT_MORE)
      leftOutFrom = leftOut > ending - LEFT_OUT ? FROM_LEFT_OUT : endingFrom
      longest = Math.max(ending - long, rows.long[left]!)
      longFrom = longest > ending - long ? FROM_LONG : endingFrom
    }
    rows.same[column] = Math.max(same, NEVER)
    rows.added[column] = Math.max(added, NEVER)
    rows.leftOut[column] = Math.max(leftOut, NEVER)
    rows.long[column] = Math.max(longest, NEVER)
    steps[(row + 1) * columns + column] = sameFrom | (addedFrom << 3) | (leftOutFrom << 6) | (longFrom << 9)
  }
}

function bestState({same, added, leftOut, long}: Rows, column: number): number {
  let state = FROM_SAME
  let best = same[column]!
  if (added[column]! > best) {
    best = added[column]!
    state = FROM_ADDED
  }
  if (leftOut[column]! > best) {
    best = leftOut[column]!
    state = FROM_LEFT_OUT
  }
  return long[column]! > best ? FROM_LONG : state
}

function scoreIn({same, added, leftOut, long}: Rows, column: number, state: number): number {
  if (state === FROM_SAME) return same[column]!
  if (state === FROM_ADDED) return added[column]!
  return state === FROM_LEFT_OUT ? leftOut[column]! : long[column]!
}

function traceBack(count: number, columns: number, first: number, last: Rows, steps: Uint16Array): Alignment {
  let column = 0
  for (let each = 1; each < columns; each++) if (endScore(last, each) > endScore(last, column)) column = each
  const score = endScore(last, column)
  const at = new Int32Array(count).fill(-1)
  let state = last.added[column]! > last.same[column]! ? FROM_ADDED : FROM_SAME
  let row = count
  while (0 < row && state !== START) {
    const step = steps[row * columns + column]!
    if (state === FROM_SAME) {
      row--
      column--
      at[row] = first + column
      state = step & 7
    } else if (state === FROM_ADDED) {
      row--
      state = (step >> 3) & 7
    } else {
      column--
      state = (state === FROM_LEFT_OUT ? step >> 6 : step >> 9) & 7
    }
  }
  return {at, score}
}

function endScore({same, added}: Rows, column: number): number {
  return Math.max(same[column]!, added[column]!)
}
