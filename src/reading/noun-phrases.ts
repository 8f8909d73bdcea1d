import {dateEnd} from './date-places.ts'
import type {Layout, WordRange} from './layout.ts'

/** Whether `word` can stand in the run of words that a noun closes: "the Basque separatist group ETA". */
export function isNominal({words}: Layout, word: number): boolean {
  return (
    /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|SYM)$/.test(words.upos[word] ?? '') ||
    /^(?:POS|PRP\$|HYPH)$/.test(words.xpos[word] ?? '') ||
    words.forms[word] === '-' ||
    (words.forms[word] === 'think' && words.forms[word + 1] === 'tank')
  )
}

/** Whether `word` can carry a noun phrase. */
export function isNoun({words}: Layout, word: number): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM)$/.test(words.upos[word] ?? '')
}

/**
 * The run of words from `first` that one noun closes, before any preposition, comma or clause.
 *
 * ```text
 * Libya's new ambassador to the United Nations, Ada Moro
 * ^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function nounRun(layout: Layout, first: number, limit: number): WordRange {
  const {words} = layout
  let end = first
  if (
    /^(?:another|one|some|many|others|all|both|each|most|few|none|several)$/.test(layout.form(first)) &&
    !isNominal(layout, first + 1)
  )
    return {first, end: first + 1}
  while (end < limit) {
    const date = dateEnd(words, end)
    if (date !== undefined && isNominal(layout, date)) end = date
    else if (isInRun(layout, end, first)) end = Math.min(limit, Math.max(end + 1, layout.nameEnd[end]!))
    else break
  }
  while (first < end && !isNoun(layout, end - 1) && words.upos[end - 1] !== 'ADJ') end--
  return {first, end}
}

function isInRun(layout: Layout, word: number, first: number): boolean {
  const {words} = layout
  if (layout.quotationOf[word] !== layout.quotationOf[first]) return false
  if (word > first && /^(?:who|whom|whose|which|that|what)$/.test(layout.form(word))) return false
  // A pronoun or a determiner begins a new phrase: "told her the house".
  if (word > first && words.upos[word] === 'DET' && isNoun(layout, word - 1)) return false
  if (word > first && words.xpos[word] === 'PRP') return false
  return (
    isNominal(layout, word) ||
    (words.upos[word] === 'VERB' &&
      /^(?:VBN|VBG)$/.test(words.xpos[word]!) &&
      word + 1 < words.forms.length &&
      words.relations[word] === 'amod')
  )
}
