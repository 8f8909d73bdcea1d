/** The moves of the parser. Relation r is attached to the left by move 1 + 2r and to the right by move 2 + 2r. */
export const SHIFT = 0

/** The move that attaches the top of the stack to the next word as `relation`. */
export function leftMove(relation: number): number {
  return 1 + 2 * relation
}

/** The move that attaches the top of the stack to the word below it as `relation`. */
export function rightMove(relation: number): number {
  return 2 + 2 * relation
}

/** Whether `move` attaches the top of the stack to the next word. */
function isLeft(move: number): boolean {
  return (move & 1) === 1
}

/** The relation of an attaching move. */
function relationOf(move: number): number {
  return (move - 1) >> 1
}

/**
 * A sentence half parsed, by the arc-hybrid system (Kuhlmann and others 2011). Words are 0 to `count - 1`; `count` is the root,
 * which stands behind the last word, and `none` stands for a word that is not there.
 */
export interface ParseState {
  count: number
  none: number
  /** The words that wait for a head. */
  readonly stack: Int32Array
  depth: number
  /** The next word. */
  buffer: number
  /** Hashes of words and tags, and word groups, for features. */
  readonly words: Int32Array
  readonly tags: Int32Array
  readonly groups: Int32Array
  readonly heads: Int32Array
  /** Relation to the head plus one; 0 for none yet. */
  readonly relations: Int32Array
  /** The outermost dependents, and those next to them. */
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly leftCounts: Int32Array
  readonly rightCounts: Int32Array
}

/** A state with room for sentences of up to `size` words. */
export function parseState(size: number): ParseState {
  const numbers = () => new Int32Array(size + 2)
  return {
    count: 0,
    none: 0,
    stack: numbers(),
    depth: 0,
    buffer: 0,
    words: numbers(),
    tags: numbers(),
    groups: numbers(),
    heads: numbers(),
    relations: numbers(),
    left: numbers(),
    left2: numbers(),
    right: numbers(),
    right2: numbers(),
    leftCounts: numbers(),
    rightCounts: numbers()
  }
}

const ROOT_HASH = 0x700f
const NONE_HASH = 0x0ff

/** What the parser sees of the words of a text, an entry a word. */
export interface ParseColumns {
  readonly words: Int32Array
  readonly tags: Int32Array
  readonly groups: Int32Array
}

/** Begin a sentence: the words from `start` to `end` of the columns. */
export function startSentence(state: ParseState, columns: ParseColumns, start: number, end: number): void {
  const count = end - start
  const none = count + 1
  state.count = count
  state.none = none
  state.depth = 0
  state.buffer = 0
  for (let word = 0; word < count; word++) {
    state.words[word] = columns.words[start + word]!
    state.tags[word] = columns.tags[start + word]!
    state.groups[word] = columns.groups[start + word]!
  }
  state.words[count] = ROOT_HASH
  state.tags[count] = ROOT_HASH
  state.words[none] = NONE_HASH
  state.tags[none] = NONE_HASH
  state.groups[count] = ROOT_HASH
  state.groups[none] = NONE_HASH
  state.heads.fill(-1, 0, count + 2)
  for (const links of [state.left, state.left2, state.right, state.right2]) links.fill(none, 0, count + 2)
  for (const counts of [state.relations, state.leftCounts, state.rightCounts]) counts.fill(0, 0, count + 2)
}

/** Whether every word has its head. */
export function isFinished({depth, buffer, count}: ParseState): boolean {
  return depth === 0 && buffer === count
}

export function canShift({buffer, count}: ParseState): boolean {
  return buffer < count
}

/** Only one word may hang from the root: the last that waits. */
export function canAttachLeft({depth, buffer, count}: ParseState): boolean {
  return 0 < depth && (buffer < count || depth === 1)
}

export function canAttachRight({depth}: ParseState): boolean {
  return 1 < depth
}

/** Make `move`, which must be possible. */
export function makeMove(state: ParseState, move: number): void {
  if (move === SHIFT) {
    state.stack[state.depth++] = state.buffer++
    return
  }
  const dependent = state.stack[--state.depth]!
  const relation = relationOf(move)
  if (isLeft(move)) attachLeft(state, state.buffer, dependent, relation)
  else attachRight(state, state.stack[state.depth - 1]!, dependent, relation)
}

function attachLeft(state: ParseState, head: number, dependent: number, relation: number): void {
  state.heads[dependent] = head
  state.relations[dependent] = relation + 1
  state.left2[head] = state.left[head]!
  state.left[head] = dependent
  state.leftCounts[head]!++
}

function attachRight(state: ParseState, head: number, dependent: number, relation: number): void {
  state.heads[dependent] = head
  state.relations[dependent] = relation + 1
  state.right2[head] = state.right[head]!
  state.right[head] = dependent
  state.rightCounts[head]!++
}
