import type {Cue} from './cues.ts'
import {dateEnd} from './date-places.ts'
import type {Layout} from './layout.ts'
import {isNominal, isNoun} from './noun-phrases.ts'
import type {Source} from './sources.ts'

/** So many words may be set beside a source; more are a sentence gone astray. */
const BESIDE_WORDS_MAX = 60

/** So many words a bracket behind a name may hold: a party and a place, an office. */
const BRACKET_WORDS_MAX = 12

const RELATIVE = /^(?:who|which|whose|whom)$/

/**
 * The source with all that is set beside it, and without what tells when or how it spoke.
 *
 * ```text
 * “…,” said Ada Moro, a member of the council who left in May.
 *           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * Ada Moro (Harrow), a teacher, later said …
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function withAppositions(layout: Layout, cue: Cue, source: Source): Source {
  const {first, end} = source.range
  if (source.shared) return {...source, range: {first, end: trimmedEnd(layout, source, end)}}
  if (source.inverted) {
    const limit = Math.min(layout.unitOf(cue.verb).end, end + BESIDE_WORDS_MAX)
    return {...source, range: {first, end: besideEnd(layout, end, limit)}}
  }
  const trimmed = {first: trimmedFirst(layout, source), end: trimmedEnd(layout, source, end)}
  const gapEnd = trimmedEnd(layout, source, cue.range.first)
  const fills = end < cue.range.first && besideEnd(layout, end, gapEnd) === gapEnd
  return {...source, range: fills ? {...trimmed, end: gapEnd} : trimmed}
}

/** Where the last of the phrases and clauses ends that follow one another from `from`, each behind a comma or in brackets. */
function besideEnd(layout: Layout, from: number, limit: number): number {
  let end = from
  for (let next: number | undefined = from; next !== undefined && end < limit; ) {
    next = bracketEnd(layout, end, limit) ?? placeEnd(layout, end, limit) ?? phraseEnd(layout, end, limit)
    end = next ?? end
  }
  return end
}

/** "Ada Moro (Harrow)" */
function bracketEnd(layout: Layout, word: number, limit: number): number | undefined {
  if (layout.form(word) !== '(') return undefined
  const stop = Math.min(limit, word + BRACKET_WORDS_MAX)
  for (let close = word + 1; close < stop; close++) if (layout.form(close) === ')') return close + 1
  return undefined
}

/** "Ada Moro of the Harrow council": what has a name of its own belongs to the speaker, not to what was said. */
function placeEnd(layout: Layout, word: number, limit: number): number | undefined {
  if (!/^(?:of|from)$/.test(layout.form(word)) || layout.nameEnd[word - 1] === 0) return undefined
  let end = word + 1
  let isNamed = false
  while (end < limit && isNominal(layout, end) && layout.quotationOf[end]! < 0) {
    if (dateEnd(layout.words, end) !== undefined) return undefined
    isNamed ||= 0 < layout.nameEnd[end]!
    end++
  }
  return isNamed ? end : undefined
}

/** Behind a comma: an age, a noun phrase with what hangs on it, or a clause with "who". */
function phraseEnd(layout: Layout, comma: number, limit: number): number | undefined {
  const first = comma + 1
  if (layout.form(comma) !== ',' || limit <= first) return undefined
  if (/^\d{1,3}$/.test(layout.form(first)) && (limit <= first + 1 || layout.form(first + 1) === ',')) return first + 1
  if (!beginsBeside(layout, first)) return undefined
  let sawRelative = false
  let end = first
  for (; end < limit && !/^(?:[,;:.?!—–]|--)$/.test(layout.form(end)); end++) {
    if (0 <= layout.quotationOf[end]!) return undefined
    sawRelative ||= /^(?:who|which|whose|whom|that|where)$/.test(layout.form(end))
    if (!sawRelative && /^(?:VBD|VBZ|VBP|MD)$/.test(layout.words.xpos[end]!)) return undefined
  }
  return end
}

function beginsBeside(layout: Layout, word: number): boolean {
  const {words} = layout
  if (RELATIVE.test(layout.form(word)) || layout.form(word) === 'including') return true
  if (dateEnd(words, word) !== undefined || words.xpos[word] === 'PRP') return false
  return /^(?:DET|NOUN|PROPN|ADJ)$/.test(words.upos[word]!) || words.xpos[word] === 'PRP$'
}

/** Without "also", "on Monday", "who" and the like between the source and its verb. */
function trimmedEnd(layout: Layout, {core}: Source, from: number): number {
  let end = from
  while (core.end < end && !layout.closesQuotation(end - 1) && isBetween(layout, end - 1)) end--
  return end === core.end || isNoun(layout, end - 1) || layout.form(end - 1) === ')' ? end : from
}

function isBetween(layout: Layout, word: number): boolean {
  const {words} = layout
  return (
    words.upos[word] === 'ADV' ||
    words.forms[word] === ',' ||
    RELATIVE.test(layout.form(word)) ||
    dateEnd(words, word) === word + 1 ||
    (words.upos[word] === 'ADP' && dateEnd(words, word + 1) !== undefined)
  )
}

/** "The gates are shut, but Ada Moro said …": another clause before the source is none of it. */
function trimmedFirst(layout: Layout, {core, range}: Source): number {
  const {words} = layout
  let isClause = false
  let first = range.first
  for (let word = range.first; word < core.first; word++) {
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!)) isClause = true
    if (isClause && words.upos[word] === 'CCONJ') first = word + 1
  }
  return first
}
