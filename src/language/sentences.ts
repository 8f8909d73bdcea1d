import {QUOTING_VERBS, SENTENCE_OPENERS, TITLE_ABBREVIATIONS} from './abbreviations.ts'
import type {LanguageNotice} from './analysis.ts'
import {isDigit, isLetter, isLower, isUpper} from './characters.ts'
import {findLineEnds} from './lines.ts'
import type {ModelFile} from './model-file.ts'
import {beginsByModel} from './sentence-model.ts'

/** Words that have no sentences yet. */
export interface BareWords {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly forms: readonly string[]
}

/** Longer sentences are cut, so that no later stage meets one it cannot hold. */
export const SENTENCE_WORDS_MAX = 300

/** How far back from a forced cut a comma or semicolon is looked for. */
const CUT_SEARCH_WORDS = 60

/**
 * Find where the sentences of `words` begin. A blank line and the start of a span always begin one; a single line break does
 * unless it stands inside a wrapped paragraph. Within a paragraph the model decides, or the rules where there is none.
 *
 * ```text
 * "Why now?" he asked. The U.S. Embassy [sic] said nothing.
 * ^                    ^
 * ```
 *
 * @param spanStarts - words that begin a sentence whatever stands before them
 */
export function findSentences(
  words: BareWords,
  spanStarts: readonly number[],
  model: ModelFile | undefined
): {sentenceStarts: Int32Array; notices: LanguageNotice[]} {
  const beginnings = findBeginnings(words, spanStarts)
  return cutLong(words, model ? beginsByModel(words, beginnings, model) : beginnings.ruled)
}

/** What the rules say of each word of a text. */
export interface Beginnings {
  /** 1 where a sentence begins in any case: after a blank line, where a span starts. */
  readonly forced: Uint8Array
  /** 1 where one begins by the rules: after a full stop, unless it is an abbreviation's or in speech that goes on. */
  readonly ruled: Uint8Array
  /** 1 where a word closes the sentence before it: quotation marks, brackets, notes. */
  readonly closing: Uint8Array
}

/** What the rules say of each word of `words`. */
export function findBeginnings(words: BareWords, spanStarts: readonly number[]): Beginnings {
  const wordCount = words.starts.length
  const forced = new Uint8Array(wordCount + 1)
  for (const word of spanStarts) forced[word] = 1
  for (const word of findLineEnds(words)) forced[word] = 1
  const ruled = Uint8Array.from(forced)
  const closing = new Uint8Array(wordCount + 1)
  let word = 0
  while (word < wordCount) {
    const end = isTerminal(words, word) ? sentenceEnd(words, word, ruled) : 0
    if (word < end) {
      ruled[end] = 1
      closing.fill(1, word + 1, end)
    }
    word = Math.max(word + 1, end)
  }
  return {forced, ruled, closing}
}

/** Whether a sentence may end at `word`: a full stop, question or exclamation mark, ellipsis, or an abbreviation's dot. */
function isTerminal({forms}: BareWords, word: number): boolean {
  const form = forms[word]!
  const last = form.charCodeAt(form.length - 1)
  if (last === 0x2e || last === 0x2026) return true
  return (last === 0x3f || last === 0x21 || last === 0x3002) && !isLetter(form.charCodeAt(0))
}

/** One past the last word of the sentence that ends at the terminal `word`; 0 when it goes on. */
function sentenceEnd(words: BareWords, word: number, begins: Uint8Array): number {
  const {forms} = words
  const closed = closersEnd(words, word + 1, begins)
  if (forms.length <= closed || begins[closed]) return closed
  if (isInner(forms[closed]!)) return 0
  const form = forms[word]!
  if (isLetter(form.charCodeAt(0)) || isDigit(form.charCodeAt(0)))
    return endsAfterAbbreviation(words, word, closed) ? closed : 0
  if (isLower(firstLettered(words, closed).charCodeAt(0)))
    return word + 1 < closed || form.startsWith('..') || form === '…' ? 0 : closed
  return form !== '.' && word + 1 < closed && isQuotingClause(words, closed) ? 0 : closed
}

/** Marks that no sentence begins with. */
function isInner(form: string): boolean {
  return form.length <= 3 && /^[.,;:?!)\]}%]/.test(form)
}

/** Over the quotation marks and brackets that close the sentence, a `[sic]` and footnote marks after it. */
function closersEnd({forms, starts, ends}: BareWords, from: number, begins: Uint8Array): number {
  let word = from
  while (word < forms.length && !begins[word]) {
    const touches = starts[word] === ends[word - 1]
    const last = word + 1 === forms.length || begins[word + 1] === 1
    if ((touches || last) && isCloser(forms[word]!)) word++
    else if (forms[word] === '[' && (touches || isRemark(forms[word + 1]!)) && forms[word + 2] === ']') word += 3
    else break
  }
  return word
}

/** `[sic]`, and `[12]` of an encyclopedia's footnotes. */
function isRemark(form: string | undefined): boolean {
  return form !== undefined && (form === 'sic' || isDigit(form.charCodeAt(0)))
}

function isCloser(form: string): boolean {
  return form.length <= 2 && /^(?:["”’'»›)\]}]|''|’’)$/.test(form)
}

/** The first word from `word` on that is not an opening mark; an opening mark where the text ends. */
function firstLettered({forms}: BareWords, word: number): string {
  const limit = Math.min(forms.length - 1, word + 2)
  while (word < limit && /^["“‘'`«([]/.test(forms[word]!)) word++
  return forms[word]!
}

function endsAfterAbbreviation(words: BareWords, word: number, closed: number): boolean {
  const stem = words.forms[word]!.slice(0, -1).toLowerCase()
  if (TITLE_ABBREVIATIONS.has(stem) || isDigit(stem.charCodeAt(0))) return false
  const next = firstLettered(words, closed)
  if (!isUpper(next.charCodeAt(0))) return false
  if (word + 1 < closed && words.forms[closed - 1] !== ')') return true
  return SENTENCE_OPENERS.has(next.toLowerCase())
}

/** Whether a clause that names the speaker of the words just closed begins at `word`: `he asked`, `Dara Kemal asked`. */
function isQuotingClause({forms}: BareWords, word: number): boolean {
  const limit = Math.min(forms.length, word + 5)
  for (let position = word; position < limit; position++) {
    const form = forms[position]!
    if (word < position && QUOTING_VERBS.has(form)) return true
    if (!isUpper(form.charCodeAt(0)) && !(word < position && form === '.')) return false
  }
  return false
}

function cutLong(words: BareWords, begins: Uint8Array): {sentenceStarts: Int32Array; notices: LanguageNotice[]} {
  const sentenceStarts: number[] = []
  const notices: LanguageNotice[] = []
  const wordCount = words.starts.length
  let start = 0
  for (let word = 1; word <= wordCount; word++) {
    if (word === wordCount || begins[word]) {
      sentenceStarts.push(start)
      start = word
    } else if (word - start === SENTENCE_WORDS_MAX) {
      sentenceStarts.push(start)
      notices.push(cutNotice(words, start, word))
      start = bestCut(words, word)
    }
  }
  sentenceStarts.push(wordCount)
  return {sentenceStarts: Int32Array.from(sentenceStarts), notices}
}

/** The word after the last comma, semicolon or dash not far before `end`; `end` itself where there is none. */
function bestCut({forms}: BareWords, end: number): number {
  for (let word = end; end - CUT_SEARCH_WORDS < word; word--) if (/^[,;:–—]$|^--$/.test(forms[word - 1]!)) return word
  return end
}

function cutNotice({starts, ends}: BareWords, from: number, to: number): LanguageNotice {
  return {
    code: 'sentence_cut',
    text: `A sentence of more than ${SENTENCE_WORDS_MAX} words was cut`,
    start: starts[from]!,
    end: ends[to - 1]!
  }
}
