import {type Analysis, type Chain, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {mentionIndex} from './mention-index.ts'
import {isCapitalised, isPossessive} from './word-classes.ts'

/** A programme called by its title alone, with the broadcaster that owns it. */
export interface OwnedTitle extends Span {
  readonly title: string
  readonly owner: Chain
}

/** No title of a programme has more words. */
const TITLE_WORDS_MAX = 9

/**
 * Titles in quotation marks that a broadcaster owns.
 *
 * ```text
 * she told Tide News' “Late Watch” on Sunday
 *                      ^^^^^^^^^^
 * ```
 */
export function findOwnedTitles(analysis: Analysis): OwnedTitle[] {
  const index = mentionIndex(analysis)
  const found: OwnedTitle[] = []
  for (const place of index.places) {
    if (place.chain.kind !== 'outlet' || place.form !== 'name') continue
    const opening = openingAfter(analysis, place.endWord)
    const end = opening < 0 ? -1 : closingAfter(analysis, opening)
    if (end < 0) continue
    const span = wordSpan(analysis, opening + 1, end)
    found.push({...span, title: analysis.text.slice(span.start, span.end).replace(/\s+/g, ' '), owner: place.chain})
  }
  return found
}

/** The quotation mark that opens after a possessive ending, and "the" at most; -1 where there is none. */
function openingAfter({forms}: Analysis, from: number): number {
  if (!isPossessive(forms[from])) return -1
  const word = /^(?:the|show|programme|program)$/.test(forms[from + 1] ?? '') ? from + 2 : from + 1
  return /^(?:["“]|``)$/.test(forms[word] ?? '') ? word : -1
}

/** One past the last word of a title that opens at `opening`; -1 where the marks hold something else. */
function closingAfter({forms}: Analysis, opening: number): number {
  for (let word = opening + 1; word < Math.min(forms.length, opening + TITLE_WORDS_MAX + 2); word++) {
    if (!/^(?:["”]|'')$/.test(forms[word]!)) continue
    const end = /^[.,]$/.test(forms[word - 1]!) ? word - 1 : word
    const first = forms[opening + 1] ?? ''
    return opening + 1 < end &&
      (isCapitalised(first) || /^\d/.test(first)) &&
      isTitleCase(forms.slice(opening + 1, end))
      ? end
      : -1
  }
  return -1
}

function isTitleCase(words: readonly string[]): boolean {
  return words.every(word => !/^\p{Ll}{5,}$/u.test(word))
}
