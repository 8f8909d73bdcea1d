import {
  canAttachLeft,
  canAttachRight,
  canShift,
  leftMove,
  type ParseState,
  rightMove,
  SHIFT
} from '../src/language/parse-state.ts'

/** The tree to be found: heads within the sentence, its length for the root, and relations by number. */
export interface GoldTree {
  readonly heads: Int32Array
  readonly relations: Int32Array
}

/**
 * The possible moves that lose least of the gold tree that can still be reached, as flags. An arc of the gold tree asks for its
 * own relation; an arc that costs nothing only because its word is lost already may have any.
 */
export function goldMoves(state: ParseState, gold: GoldTree, moveCount: number): Uint8Array {
  const shift = canShift(state) ? shiftCost(state, gold) : Number.POSITIVE_INFINITY
  const left = canAttachLeft(state) ? leftCost(state, gold) : Number.POSITIVE_INFINITY
  const right = canAttachRight(state) ? rightCost(state, gold) : Number.POSITIVE_INFINITY
  const least = Math.min(shift, left, right)
  const good = new Uint8Array(moveCount)
  const top = state.stack[state.depth - 1]!
  if (shift === least) good[SHIFT] = 1
  if (left === least) allow(good, leftMove, gold.heads[top] === state.buffer, gold.relations[top]!)
  if (right === least) allow(good, rightMove, gold.heads[top] === state.stack[state.depth - 2], gold.relations[top]!)
  return good
}

function allow(good: Uint8Array, move: (relation: number) => number, isGold: boolean, relation: number): void {
  if (isGold) good[move(relation)] = 1
  else for (let any = move(0); any < good.length; any += 2) good[any] = 1
}

/** The next word loses a head further down the stack, and every dependent on the stack. */
function shiftCost({stack, depth, buffer}: ParseState, {heads}: GoldTree): number {
  let cost = 0
  for (let place = 0; place < depth; place++) {
    if (heads[stack[place]!] === buffer) cost++
    if (heads[buffer] === stack[place] && place < depth - 1) cost++
  }
  return cost
}

/** The top of the stack loses dependents to come, and a head that is neither the next word. */
function leftCost({stack, depth, buffer, count}: ParseState, {heads}: GoldTree): number {
  const top = stack[depth - 1]!
  const below = 1 < depth ? stack[depth - 2]! : -1
  const head = heads[top]!
  const losesHead = (head === below && 1 < depth) || (buffer < head && head <= count)
  return dependentsFrom(buffer, top, count, heads) + (losesHead ? 1 : 0)
}

/** The top of the stack loses dependents and a head to come. */
function rightCost({stack, depth, buffer, count}: ParseState, {heads}: GoldTree): number {
  const top = stack[depth - 1]!
  return dependentsFrom(buffer, top, count, heads) + (buffer <= heads[top]! ? 1 : 0)
}

function dependentsFrom(from: number, head: number, count: number, heads: Int32Array): number {
  let found = 0
  for (let word = from; word < count; word++) if (heads[word] === head) found++
  return found
}
