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
export const TIE_COUNT = TIE_SIZES.length
export const TIE_ROWS = TIE_SIZES.reduce((sum, size) => sum + size, 0)

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
  const sentence = sentenceOf(words, anchor)
  const ancestors = ancestorsOf(layout, anchor)
  const marks = marksBetween(layout, anchor, window)
  for (let word = first; word < end; word++) {
    const [branch, length] = branchOf(layout, anchor, word, ancestors)
    const values = [
      word === anchor ? 0 : (word < anchor ? 1 : 11) + distanceStep(Math.abs(word - anchor)),
      3 + Math.max(-3, Math.min(3, sentenceOf(words, word) - sentence)),
      branch,
      quotationTie(layout, anchor, word),
      draft ? told[word - first]! + 1 : 0,
      Math.min(8, length),
      marks[word - first]!
    ]
    for (let tie = 0; tie < TIE_COUNT; tie++) ties[(word - first) * TIE_COUNT + tie] = TIE_STARTS[tie]! + values[tie]!
  }
  return ties
}

function distanceStep(distance: number): number {
  const limits = [1, 2, 3, 4, 6, 9, 14, 22, 35]
  const step = limits.findIndex(limit => distance <= limit)
  return step < 0 ? limits.length : step
}

/** How far up each ancestor of `anchor` stands, with itself at 0. */
function ancestorsOf({words}: Layout, anchor: number): Map<number, number> {
  const ancestors = new Map<number, number>()
  for (let word = anchor, height = 0; 0 <= word && height < 40; word = words.heads[word]!, height++)
    ancestors.set(word, height)
  return ancestors
}

/** By which branch of the tree a word hangs together with the anchor, and by how many steps. */
function branchOf(
  {words}: Layout,
  anchor: number,
  word: number,
  ancestors: ReadonlyMap<number, number>
): readonly [number, number] {
  if (word === anchor) return [0, 0]
  let below = -1
  let steps = 0
  for (let at = word; 0 <= at && steps < 40; at = words.heads[at]!, steps++) {
    const height = ancestors.get(at)
    if (height !== undefined) {
      if (below < 0) return [1, height]
      const relation = relationNumber(words.relations[below]!)
      const level = height === 0 ? 0 : height === 1 ? 1 : 2
      return [3 + level * RELATION_COUNT + relation, steps + height]
    }
    below = at
  }
  return [2, 8]
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

function isMark({words}: Layout, word: number): boolean {
  return /^[,;:()—–]$|^--$/.test(words.forms[word]!)
}
