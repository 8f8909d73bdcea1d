import {wordCount} from '../language/analysis.ts'
import type {Content} from './contents.ts'
import {dateEnd} from './date-places.ts'
import type {Layout, WordRange} from './layout.ts'
import {nounRun} from './noun-phrases.ts'
import type {Source} from './sources.ts'

/** Things by which one acts, not by whose word. */
const NO_SOURCE =
  /^(?:rule|plan|schedule|principle|tradition|custom|need|ability|size|age|criterion|procedure|preference|taste|instruction|wish|norm|type|kind|rank|merit|standard|timetable|protocol|value|weight|height|income)$/

/** So many words before ", according to" are a sentence. */
const CLAUSE_WORDS_MIN = 5

interface Attribution {
  /** The word "according". */
  readonly verb: number
  readonly source: Source
  readonly content: Content
}

/**
 * Find words given "according to" somebody: before, behind or around them.
 *
 * ```text
 * According to the harbour master, two boats sank.
 *                                  ^^^^^^^^^^^^^^
 * ```
 */
export function findAccordingTo(layout: Layout): Attribution[] {
  const found: Attribution[] = []
  for (let word = 0; word + 2 < wordCount(layout.words); word++) {
    if (layout.form(word) !== 'according' || layout.form(word + 1) !== 'to') continue
    if (0 <= layout.quotationOf[word]! || layout.paragraphOf[word]! < 0) continue
    const attribution = attributionAt(layout, word)
    if (attribution) found.push(attribution)
  }
  return found
}

function attributionAt(layout: Layout, verb: number): Attribution | undefined {
  const unit = layout.unitOf(verb)
  const range = nameAfter(layout, verb + 2, unit.end)
  if (range.end <= range.first || !isSource(layout, range)) return undefined
  const ranges = around(layout, verb, range.end, unit)
  if (ranges.length === 0) return undefined
  return {
    verb,
    source: sourceIn(layout, range),
    content: {ranges, cue: {first: verb, end: verb + 2}, rule: 'according-to'}
  }
}

/** The source: to the next comma at its own level, or to the end. */
function nameAfter(layout: Layout, first: number, unitEnd: number): WordRange {
  const {words} = layout
  let end = first
  while (end < unitEnd && (!/^(?:[,.;:)]|--|—)$/.test(words.forms[end]!) || dateEnd(words, end) !== undefined)) end++
  return {first, end: appositionEnd(layout, first, end, unitEnd)}
}

/** "according to the coach, Ada Moro, …": the name set beside the description is of the source. */
function appositionEnd(layout: Layout, first: number, comma: number, unitEnd: number): number {
  const {words} = layout
  if (words.forms[comma] !== ',' || words.upos[first] !== 'DET') return comma
  const end = layout.nameEnd[comma + 1]!
  return 0 < end && end < unitEnd && /^[,.]$/.test(words.forms[end]!) ? end : comma
}

/** "governance according to the rule of law": rules and plans say nothing; a clause names nobody. */
function isSource(layout: Layout, {first, end}: WordRange): boolean {
  const {words} = layout
  for (let word = first; word < end; word++)
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!) && !/^(?:who|which|that)$/.test(layout.form(word - 1)))
      return false
  const run = nounRun(layout, first, end)
  return run.first < run.end && !NO_SOURCE.test(words.lemmas[run.end - 1]!.toLowerCase())
}

function sourceIn(layout: Layout, range: WordRange): Source {
  const run = nounRun(layout, range.first, range.end)
  const core = run.first < run.end ? run : {first: range.first, end: range.first + 1}
  return {head: core.end - 1, core, range, joined: false, inverted: true, shared: false}
}

function around(layout: Layout, verb: number, sourceEnd: number, unit: WordRange): WordRange[] {
  const {words} = layout
  let first = unit.first
  for (let word = verb - 1; unit.first <= word; word--)
    if (words.forms[word] === ';' && layout.quotationOf[word]! < 0) {
      first = word + 1
      break
    }
  const left = {first, end: verb}
  const right = {first: sourceEnd, end: unit.end}
  // Behind a comma it closes a whole sentence, even one whose verb the tagger missed.
  const hasLeft = hasClause(layout, left) || (layout.form(verb - 1) === ',' && CLAUSE_WORDS_MIN <= verb - first)
  const hasRight =
    right.first + 2 < right.end && words.forms[right.first] === ',' && (!hasLeft || hasClause(layout, right))
  if (hasLeft && hasRight && /^(?:who|which|whose|an?)$/.test(layout.form(right.first + 1))) return [left]
  return [...(hasLeft ? [left] : []), ...(hasRight ? [right] : [])]
}

function hasClause({words, quotationOf}: Layout, {first, end}: WordRange): boolean {
  for (let word = first; word < end; word++)
    if (/^(?:VBD|VBZ|VBP|MD|VBN)$/.test(words.xpos[word]!) || 0 <= quotationOf[word]!) return true
  return false
}
