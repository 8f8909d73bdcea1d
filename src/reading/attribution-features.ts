import {sentenceOf} from '../language/analysis.ts'
import type {Draft} from './drafts.ts'
import type {Layout, WordRange} from './layout.ts'
import {REPORTING_VERBS} from './reporting-words.ts'
import {wordRange} from './word-ranges.ts'

/** What a word is to one cue: nothing, in its source, in the cue itself, in what is said. */
export const ATTRIBUTION_LABELS = ['none', 'source', 'cue', 'content'] as const
export const NONE = 0
export const SOURCE = 1
export const CUE = 2
export const CONTENT = 3

/** So many words before and behind a cue are looked at, at most to the ends of its paragraph. */
const WORDS_BEFORE = 60
const WORDS_BEHIND = 90

const KINDS = ['person', 'organisation', 'outlet', 'place', 'production', 'event', 'work', 'group']
const RELATIONS =
  'acl advcl advmod amod appos aux case cc ccomp compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp'.split(
    ' '
  )
const RELATION_NUMBERS = new Map(RELATIONS.map((relation, number) => [relation, number + 1]))
const RELATION_COUNT = RELATIONS.length + 1

/** How many values each look of a word has; a look's rows in the table follow those of the looks before it. */
const LOOK_SIZES = [6, 4, 4, KINDS.length + 1, RELATION_COUNT, 3, 5, 3, 10]
const LOOK_STARTS = startsOf(LOOK_SIZES)
export const LOOK_COUNT = LOOK_SIZES.length
export const LOOK_ROWS = LOOK_SIZES.reduce((sum, size) => sum + size, 0)

const TIE_SIZES = [22, 7, 3 * RELATION_COUNT + 3, 8, 5, 9, 10]
const TIE_STARTS = startsOf(TIE_SIZES)
/** Ties whose rows are summed once for each way they can meet. */
export const TIE_GROUPS = [
  [0, 1],
  [2, 5],
  [3, 4, 6]
] as const
export const TIE_COUNT = TIE_SIZES.length
export const TIE_ROWS = TIE_SIZES.reduce((sum, size) => sum + size, 0)

/** Of the rows of `table`, `columns` wide, for each of `TIE_GROUPS` the sums of all ways in which its ties can meet. */
export function tieGroupTables(table: Float32Array, columns: number): Float32Array[] {
  return TIE_GROUPS.map(group => {
    const count = (group as readonly number[]).reduce((product, tie) => product * TIE_SIZES[tie]!, 1)
    const sums = new Float32Array(count * columns)
    for (let way = 0; way < count; way++) {
      let rest = way
      for (const tie of group.toReversed()) {
        const from = (TIE_STARTS[tie]! + (rest % TIE_SIZES[tie]!)) * columns
        rest = Math.floor(rest / TIE_SIZES[tie]!)
        for (let place = 0; place < columns; place++) sums[way * columns + place]! += table[from + place]!
      }
    }
    return sums
  })
}

/** The row in the table of each group, for the ties of the word in place `place` of its window. */
export function tieGroupRow(ties: Uint16Array, place: number, group: readonly number[]): number {
  let row = 0
  for (const tie of group) row = row * TIE_SIZES[tie]! + ties[place * TIE_COUNT + tie]! - TIE_STARTS[tie]!
  return row
}

function startsOf(sizes: readonly number[]): number[] {
  let start = 0
  return sizes.map(size => {
    start += size
    return start - size
  })
}

/** What each word looks like by itself: `LOOK_COUNT` rows of a table a word. */
export function looksOf(layout: Layout, drafts: readonly Draft[]): Uint16Array {
  const {words, quotations, quotationOf, paragraphOf} = layout
  const count = words.forms.length
  const looks = new Uint16Array(count * LOOK_COUNT)
  const kinds = new Uint8Array(count)
  for (const {firstWord, endWord, kind} of words.names) kinds.fill(KINDS.indexOf(kind) + 1, firstWord, endWord)
  const told = labelsOfAll(layout, drafts)
  let sentence = 0
  for (let word = 0; word < count; word++) {
    while (words.sentenceStarts[sentence + 1]! <= word) sentence++
    const values = [
      quotationLook(layout, word),
      edgeLook(paragraphOf[word - 1] !== paragraphOf[word], paragraphOf[word + 1] !== paragraphOf[word]),
      edgeLook(words.sentenceStarts[sentence] === word, words.sentenceStarts[sentence + 1] === word + 1),
      kinds[word]!,
      relationNumber(words.relations[word]!),
      paragraphOf[word]! < 0 ? 0 : quotations[quotationOf[word]!]?.open ? 1 : 2,
      told[word]!,
      REPORTING_VERBS.has(words.lemmas[word]!) ? 1 : 0,
      headLook(words.heads[word]!, word)
    ]
    for (let look = 0; look < LOOK_COUNT; look++) looks[word * LOOK_COUNT + look] = LOOK_STARTS[look]! + values[look]!
  }
  return looks
}

function quotationLook(layout: Layout, word: number): number {
  const number = layout.quotationOf[word]!
  if (number < 0) return 0
  if (layout.opensQuotation(word)) return 1
  if (layout.closesQuotation(word)) return 2
  return /^["“”'‘’]+$/.test(layout.words.forms[word]!) ? 3 : 4
}

function edgeLook(opens: boolean, closes: boolean): number {
  return (opens ? 1 : 0) + (closes ? 2 : 0)
}

function relationNumber(relation: string): number {
  return RELATION_NUMBERS.get(relation) ?? 0
}

function headLook(head: number, word: number): number {
  if (head < 0) return 0
  const far = Math.min(4, distanceStep(Math.abs(head - word)))
  return head < word ? 1 + far : 5 + far
}

/** What the rules take each word for, at whichever cue; the last is where rules find a cue. */
function labelsOfAll(layout: Layout, drafts: readonly Draft[]): Uint8Array {
  const labels = new Uint8Array(layout.words.forms.length)
  for (const draft of drafts) writeDraft(layout, draft, labels, 0)
  return labels
}

/** Each word of a cue with the statement that rules found there. */
export function draftsByCue(layout: Layout, drafts: readonly Draft[]): Map<number, Draft> {
  const byWord = new Map<number, Draft>()
  for (const draft of drafts)
    for (const span of draft.cue) {
      const {first, end} = wordRange(layout, span)
      for (let word = first; word < end; word++) if (!byWord.has(word)) byWord.set(word, draft)
    }
  return byWord
}

function writeDraft(layout: Layout, {source, content, cue}: Draft, labels: Uint8Array, first: number): void {
  const fill = (range: WordRange, label: number) =>
    labels.fill(label, Math.max(0, range.first - first), Math.max(0, range.end - first))
  for (const span of content) fill(wordRange(layout, span), CONTENT)
  if (source) fill(source.range, SOURCE)
  for (const span of cue) fill(wordRange(layout, span), CUE)
}

/** The words that are looked at for a cue at `anchor`. */
export function windowOf(layout: Layout, anchor: number): WordRange {
  const {paragraphOf} = layout
  const paragraph = paragraphOf[anchor]!
  let first = anchor
  while (anchor - first < WORDS_BEFORE && 0 < first && paragraphOf[first - 1] === paragraph) first--
  let end = anchor + 1
  while (end - anchor < WORDS_BEHIND && end < paragraphOf.length && paragraphOf[end] === paragraph) end++
  return {first, end}
}

/** How each word of `window` stands to a cue at `anchor`: `TIE_COUNT` rows of a table a word. */
export function tiesOf(layout: Layout, anchor: number, window: WordRange, draft: Draft | undefined): Uint16Array {
  const {words} = layout
  const {first, end} = window
  const ties = new Uint16Array((end - first) * TIE_COUNT)
  const told = new Uint8Array(end - first)
  if (draft) writeDraft(layout, draft, told, first)
  const ownSentence = sentenceOf(words, anchor)
  let sentence = sentenceOf(words, first)
  const climb = new Climb(layout, anchor)
  const marks = marksBetween(layout, anchor, window)
  const put = (place: number, tie: number, value: number) => {
    ties[place * TIE_COUNT + tie] = TIE_STARTS[tie]! + value
  }
  for (let word = first; word < end; word++) {
    while (words.sentenceStarts[sentence + 1]! <= word) sentence++
    const place = word - first
    climb.from(word)
    put(place, 0, word === anchor ? 0 : (word < anchor ? 1 : 11) + distanceStep(Math.abs(word - anchor)))
    put(place, 1, 3 + Math.max(-3, Math.min(3, sentence - ownSentence)))
    put(place, 2, climb.branch)
    put(place, 3, quotationTie(layout, anchor, word))
    put(place, 4, draft ? told[place]! + 1 : 0)
    put(place, 5, Math.min(8, climb.length))
    put(place, 6, marks[place]!)
  }
  climb.end()
  return ties
}

const DISTANCE_LIMITS = [1, 2, 3, 4, 6, 9, 14, 22, 35]
const DISTANCE_STEPS = Uint8Array.from({length: WORDS_BEFORE + WORDS_BEHIND}, (_, distance) => {
  const step = DISTANCE_LIMITS.findIndex(limit => distance <= limit)
  return step < 0 ? DISTANCE_LIMITS.length : step
})

function distanceStep(distance: number): number {
  return DISTANCE_STEPS[distance] ?? DISTANCE_LIMITS.length
}

/** So far up a tree a word that holds both is looked for. */
const HEIGHT_MAX = 40

/** Room for how far up each word stands over an anchor, one more than that; 0 for all others. Kept for each document. */
const heightRooms = new WeakMap<Layout, Uint8Array>()

/** By which branch of the tree words hang together with an anchor, and by how many steps. */
class Climb {
  branch = 0
  length = 0
  private readonly heads: Int32Array
  private readonly relations: readonly string[]
  private readonly anchor: number
  private readonly heights: Uint8Array

  constructor(layout: Layout, anchor: number) {
    this.heads = layout.words.heads
    this.relations = layout.words.relations
    this.anchor = anchor
    this.heights = heightRooms.get(layout) ?? new Uint8Array(layout.words.forms.length)
    heightRooms.set(layout, this.heights)
    this.write(true)
  }

  /** Leave the room as it was. */
  end(): void {
    this.write(false)
  }

  /** Set branch and length to those of `word`. */
  from(word: number): void {
    const {heads, heights} = this
    let below = -1
    for (let at = word, steps = 0; 0 <= at && steps < HEIGHT_MAX; at = heads[at]!, steps++) {
      const height = heights[at]! - 1
      if (0 <= height) {
        const level = Math.min(2, height)
        const isOver = below < 0
        this.length = steps + height
        this.branch = isOver
          ? height === 0
            ? 0
            : 1
          : 3 + level * RELATION_COUNT + relationNumber(this.relations[below]!)
        return
      }
      below = at
    }
    this.branch = 2
    this.length = 8
  }

  private write(isSet: boolean): void {
    for (let word = this.anchor, height = 0; 0 <= word && height < HEIGHT_MAX; word = this.heads[word]!, height++)
      this.heights[word] = isSet ? height + 1 : 0
  }
}

/** Whether a word is quoted, and how its quotation lies to the anchor. */
function quotationTie({quotationOf}: Layout, anchor: number, word: number): number {
  const own = quotationOf[word]!
  if (own < 0) return 0
  const at = quotationOf[anchor]!
  if (own === at) return 1
  let nearest = -1
  const step = word < anchor ? -1 : 1
  for (let other = anchor; other !== word + step; other += step)
    if (0 <= quotationOf[other]! && quotationOf[other] !== at) {
      nearest = quotationOf[other]!
      break
    }
  const isNear = nearest === own
  return word < anchor ? (isNear ? 2 : 3) : isNear ? 4 : 5
}

/** How many commas and the like stand between the anchor and each word. */
function marksBetween(layout: Layout, anchor: number, {first, end}: WordRange): Uint8Array {
  const marks = new Uint8Array(end - first)
  for (let word = anchor - 1, count = 0; first <= word; word--) {
    marks[word - first] = Math.min(4, count)
    if (isMark(layout, word)) count++
  }
  for (let word = anchor + 1, count = 0; word < end; word++) {
    marks[word - first] = 5 + Math.min(4, count)
    if (isMark(layout, word)) count++
  }
  return marks
}

const MARKS = new Set([',', ';', ':', '(', ')', '—', '–', '--'])

function isMark({words}: Layout, word: number): boolean {
  return MARKS.has(words.forms[word]!)
}
