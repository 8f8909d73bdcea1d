import {compareSpans, type Span} from '../text/span.ts'
import {findAccordingTo} from './according-to.ts'
import {withAppositions} from './appositions.ts'
import {findColonQuotations} from './colon-quotations.ts'
import {type Content, contentOf} from './contents.ts'
import {type Cue, findCues} from './cues.ts'
import {trimAtSpeakers} from './draft-edges.ts'
import type {Layout, WordRange} from './layout.ts'
import {RULES, type Rule} from './rules.ts'
import {type Source, sourceOf} from './sources.ts'

/** A statement before it is known who its speaker is. */
export interface Draft {
  readonly kind: 'direct' | 'indirect' | 'mixed'
  readonly cue: readonly Span[]
  /** The verb of the cue; -1 where it has none. */
  readonly verb: number
  readonly source: Source | undefined
  readonly content: readonly Span[]
  readonly negative: boolean
  readonly rule: Rule
  /** Who passed the words on: "…,” one said, according to the clinic". */
  readonly via?: Source
  readonly reason: string
  readonly score: number
  /** What the network made of the cue, where it was asked. */
  readonly heard?: Heard
}

/** How likely the network takes a word to carry a cue, and, where it does, its words for the statement to be exactly right. */
interface Heard {
  readonly cueShare: number
  readonly wordsShare?: number
}

/** Find what is said at each cue of the text, in the order of the cues. */
export function draftStatements(layout: Layout): Draft[] {
  const drafts: Draft[] = []
  const seen: {cue: Cue; source: Source | undefined}[] = []
  for (const cue of findCues(layout)) {
    const source = sourceOf(layout, cue, seen.slice(-3))
    seen.push({cue, source})
    const content = contentOf(layout, cue, source)
    if (content && isReported(layout, source, content))
      drafts.push(draftOf(layout, cue.verb, cue.negative, source && withAppositions(layout, cue, source), content))
  }
  for (const {verb, source, content} of [...findAccordingTo(layout), ...findColonQuotations(layout)])
    drafts.push(draftOf(layout, verb, false, source, content))
  const found = drafts.filter(({content}) => content.length > 0).sort((a, b) => compareSpans(a.cue[0]!, b.cue[0]!))
  return onePerContent(trimAtSpeakers(layout, found))
}

function draftOf(
  layout: Layout,
  verb: number,
  negative: boolean,
  source: Source | undefined,
  {ranges, cue, rule}: Content
): Draft {
  return {
    ...contentSpans(layout, ranges),
    cue: [rangeSpan(layout, cue)],
    verb,
    source,
    negative,
    rule,
    reason: RULES[rule].reason,
    score: RULES[rule].score
  }
}

/** Words by the writer ("I think"), by nobody, or by a pronoun that stands for an idea ("which suggests") report nobody. */
function isReported(layout: Layout, source: Source | undefined, {rule}: Content): boolean {
  if (source === undefined) return rule === 'quoted-before' || rule === 'quoted-after'
  return !/^(?:i|we|you|this|that|these|those|what|which|there|me|us)$/.test(layout.form(source.head))
}

/** Content that a nearer cue has already: two statements never share all their words. */
function onePerContent(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  const taken = new Map<string, number>()
  for (const draft of drafts) {
    const key = draft.content.map(({start, end}) => `${start}-${end}`).join()
    const other = taken.get(key)
    if (draft.content.length === 0) continue
    if (other === undefined) {
      taken.set(key, kept.length)
      kept.push(draft)
    } else if (kept[other]!.score < draft.score) kept[other] = draft
  }
  return kept
}

/** Ranges of words as exact content: without its marks where all of it is quoted, with them where only some is. */
export function contentSpans(layout: Layout, ranges: readonly WordRange[]): Pick<Draft, 'kind' | 'content'> {
  const trimmed = ranges.map(range => trimRange(layout, range)).filter(({first, end}) => first < end)
  const inner = trimmed.map(range => wholeQuotation(layout, range))
  if (trimmed.length > 0 && inner.every(span => span !== undefined)) return {kind: 'direct', content: inner}
  const content = trimmed.map(range => rangeSpan(layout, range))
  const isMixed = trimmed.some(({first, end}) => layout.quotationOf.subarray(first, end).some(number => 0 <= number))
  return {kind: isMixed ? 'mixed' : 'indirect', content}
}

/** The words of the one quotation that fills `range`, without a comma that belongs to the sentence around it. */
function wholeQuotation(layout: Layout, {first, end}: WordRange): Span | undefined {
  const number = layout.quotationOf[first]!
  if (number < 0 || layout.quotationOf[end - 1] !== number || !layout.opensQuotation(first)) return undefined
  return quotedWords(layout, number)
}

/** The words inside quotation `number`, without a comma that belongs to the sentence around it. */
export function quotedWords(layout: Layout, number: number): Span {
  let {start, end} = layout.quotations[number]!.inner
  while (start < end && /\s/.test(layout.text[start]!)) start++
  while (start < end && /[\s,]/.test(layout.text[end - 1]!)) end--
  return {start, end}
}

function trimRange(layout: Layout, {first, end}: WordRange): WordRange {
  while (first < end && isEdge(layout, first)) first++
  while (first < end && isEdge(layout, end - 1)) end--
  return {first, end}
}

function isEdge({words, quotationOf}: Layout, word: number): boolean {
  return quotationOf[word]! < 0 && /^[\s,.;:!?–—-]+$/.test(words.forms[word]!)
}

export function rangeSpan({words}: Layout, {first, end}: WordRange): Span {
  return {start: words.starts[first]!, end: words.ends[end - 1]!}
}
