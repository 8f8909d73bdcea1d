import type {Afterwards} from './adjuncts.ts'
import {contentEnd} from './content-end.ts'
import type {Content} from './contents.ts'
import type {Cue} from './cues.ts'
import type {Layout, WordRange} from './layout.ts'
import {isNominal} from './noun-phrases.ts'
import {CLAUSE_VERBS, DOCUMENT_NOUNS, QUOTE_VERBS, SHOWING_VERBS, TELL_VERBS, THOUGHT_VERBS} from './reporting-words.ts'
import {isWhole, type Source} from './sources.ts'

/** So many words, adverbs and commas, may stand between a subject and its parenthetical verb. */
const SUBJECT_GAP_MAX = 3

/** So many words may follow a quotation's "he said" in a sentence that holds nothing else. */
const TAIL_WORDS_MAX = 5

/** So many words the reporter may put between the two halves of a quotation. */
const HALF_REACH = 30

/** What begins more about the speaker or the speaking, not the second half of what was said. */
const NO_SECOND_HALF = /^(?:who|while|according|citing|which|whose|a|an|in|on|at|after|before|when)$/

/**
 * Find what was said before speaker and verb, and behind them where they interrupt it.
 *
 * ```text
 * The deal collapsed, the paper said, because of rain.
 * ^^^^^^^^^^^^^^^^^^                  ^^^^^^^^^^^^^^^
 * ```
 */
export function contentBefore(
  layout: Layout,
  cue: Cue,
  source: Source | undefined,
  after: Afterwards
): Content | undefined {
  if (source === undefined || (source.shared && !source.inverted) || cue.passive || !followsSpeech(layout, cue, source))
    return undefined
  const {words} = layout
  const edge = lastBefore(layout, cue, source)
  const unit = layout.unitOf(cue.verb)
  const cueRange = {first: cue.range.first, end: after.cueEnd}
  if (edge < unit.first) {
    const range = quotationBefore(layout, cue, unit, after)
    return range && {ranges: [range], cue: cueRange, rule: 'quoted-before'}
  }
  const isQuoted = layout.closesQuotation(edge) && (source.inverted || isWhole(layout, edge))
  if (!isQuoted && !(/^(?:,|--|—|–)$/.test(words.forms[edge + 1] ?? '') && isParenthetical(layout, cue, source, after)))
    return undefined
  const left = {first: leftFirst(layout, cue, edge, unit), end: edge + 1}
  if (left.end <= left.first) return undefined
  const right = secondHalf(layout, cue, after, isQuoted)
  if (!isSpeech(layout, left) && !(right && endsSpeech(layout, right))) return undefined
  return {
    ranges: right ? [left, right] : [left],
    cue: cueRange,
    rule: isQuoted ? 'quoted-before' : right ? 'clause-around' : 'clause-before'
  }
}

function followsSpeech(layout: Layout, cue: Cue, source: Source): boolean {
  const {lemma, particle} = cue
  return (
    showsInBrackets(layout, cue, source) ||
    particle ||
    CLAUSE_VERBS.has(lemma) ||
    QUOTE_VERBS.has(lemma) ||
    THOUGHT_VERBS.has(lemma) ||
    TELL_VERBS.has(lemma)
  )
}

/** "…, court records show": only what shows things may stand with such a verb. */
function showsInBrackets({words}: Layout, {lemma}: Cue, {head}: Source): boolean {
  return SHOWING_VERBS.has(lemma) && DOCUMENT_NOUNS.has(words.lemmas[head]!.toLowerCase())
}

/** The last word before speaker and verb, commas and adverbs passed over. */
export function lastBefore({words}: Layout, {range}: Cue, source: Source): number {
  let word = (source.inverted || source.shared ? range.first : Math.min(source.range.first, range.first)) - 1
  while (0 <= word && words.upos[word] === 'ADV') word--
  while (0 <= word && /^(?:,|--|—|–)$/.test(words.forms[word]!)) word--
  return word
}

/** "…, Moro said on Monday, …": a finite verb right beside its subject, with little of its own behind it. */
function isParenthetical(layout: Layout, cue: Cue, source: Source, {word}: Afterwards): boolean {
  const {lemma, particle, range, form} = cue
  if (
    !showsInBrackets(layout, cue, source) &&
    !particle &&
    !CLAUSE_VERBS.has(lemma) &&
    !THOUGHT_VERBS.has(lemma) &&
    !TELL_VERBS.has(lemma)
  )
    return false
  if (form !== 'finite') return false
  if (!source.inverted && SUBJECT_GAP_MAX < range.first - source.range.end) return false
  const {words} = layout
  return /^(?:PUNCT|ADP|SCONJ|CCONJ)$/.test(words.upos[word] ?? 'PUNCT') || words.xpos[word] === 'VBG'
}

/** A quotation that ends with a full stop right before the sentence of the cue: "“We go.” Moro said." */
function quotationBefore(layout: Layout, cue: Cue, unit: WordRange, after: Afterwards): WordRange | undefined {
  const edge = unit.first - 1
  if (edge < 0 || !layout.closesQuotation(edge) || layout.paragraphOf[edge] !== layout.paragraphOf[cue.verb])
    return undefined
  if (TAIL_WORDS_MAX < unit.end - after.word) return undefined
  return layout.quotationRange(layout.quotationOf[edge]!)
}

/** Words that can be what somebody said: more than a time or place before the speaker's name. */
function isSpeech({words, quotationOf}: Layout, {first, end}: WordRange): boolean {
  for (let word = first; word < end; word++)
    if (
      0 <= quotationOf[word]! ||
      /^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!) ||
      words.forms[word]!.toLowerCase() === 'if'
    )
      return true
  return false
}

/** "Last spring, Moro said, the gates were shut": no verb is before the speaker, the clause behind has it. */
function endsSpeech(layout: Layout, right: WordRange): boolean {
  const {words} = layout
  if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[right.first]!)) return true
  return isNominal(layout, right.first) && isSpeech(layout, right)
}

/** Where the clause that is said begins: with its sentence, behind a semicolon, or where the tree begins it. */
function leftFirst(layout: Layout, {verb}: Cue, edge: number, unit: WordRange): number {
  const {words, phrases} = layout
  let first = unit.first
  for (let word = edge; unit.first < word; word--) {
    const isInside = 0 <= layout.quotationOf[word]!
    if (isInside ? beginsSentence(layout, word) : /^[;.!?]$/.test(words.forms[word]!)) {
      first = isInside ? word : word + 1
      break
    }
  }
  const head = words.heads[verb]!
  if (
    words.relations[verb] === 'parataxis' &&
    0 <= head &&
    0 <= words.heads[head]! &&
    /^(?:advcl|acl|ccomp)$/.test(words.relations[head]!)
  ) {
    const start = phrases.first(head)
    if (first < start && start <= edge && layout.quotationOf[start]! < 0)
      first = /^(?:mark|cc)$/.test(words.relations[start]!) ? start + 1 : start
  }
  return first
}

/** A quotation that opens right behind the end of a sentence: what stands before it is not part of the same saying. */
function beginsSentence(layout: Layout, word: number): boolean {
  return layout.opensQuotation(word) && /[.!?:”"’]$/.test(layout.words.forms[word - 1]!)
}

/** The second half of what the cue interrupts. */
function secondHalf(layout: Layout, cue: Cue, after: Afterwards, isQuoted: boolean): WordRange | undefined {
  const {words} = layout
  const unit = layout.unitOf(cue.verb)
  if (isQuoted) return quotedHalf(layout, after.word, Math.min(unit.end, after.word + HALF_REACH))
  const first = after.word + 1
  if (unit.end - 1 <= first || !/^(?:,|--|—|–)$/.test(words.forms[after.word]!)) return undefined
  if (layout.opensQuotation(first)) return {first, end: layout.quotationRange(layout.quotationOf[first]!).end}
  if (layout.form(first) === 'as' && /^(?:PRON|DET|PROPN)$/.test(words.upos[first + 1] ?? '')) return undefined
  if (words.xpos[first] === 'VBG' || NO_SECOND_HALF.test(layout.form(first))) return undefined
  return {first, end: contentEnd(layout, cue, first)}
}

/** "“…,” Moro said, smiling, “…”", "“…,” he said, but “…”": quoted words behind a comma. */
function quotedHalf(layout: Layout, from: number, end: number): WordRange | undefined {
  for (let word = from; word < end; word++) {
    if (!layout.opensQuotation(word)) continue
    const before = /^(?:and|but|or)$/.test(layout.form(word - 1)) ? word - 2 : word - 1
    if (!/^(?:,|--|—|–)$/.test(layout.form(before))) return undefined
    return {first: word, end: layout.quotationRange(layout.quotationOf[word]!).end}
  }
  return undefined
}
