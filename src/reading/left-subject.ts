import type {Cue} from './cues.ts'
import {dateEnd} from './date-places.ts'
import type {Layout, WordRange} from './layout.ts'
import {isNominal, isNoun} from './noun-phrases.ts'

/** So far before its verb a subject is followed. */
const REACH = 45

const RELATIVE = /^(?:who|whom|whose|which|that|what|where|when)$/

/**
 * The noun phrase that ends right before the verb of `cue`, found by its words alone.
 *
 * ```text
 * On Monday Ada Moro of the Harbour Council (HC) said …
 *           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * @returns nothing where a comma, a mark or a relative pronoun stands before the verb: then the tree must help
 */
export function subjectBefore(layout: Layout, {verb, range}: Cue): WordRange | undefined {
  const {words} = layout
  const from = Math.max(layout.unitOf(verb).first, range.first - REACH)
  let end = range.first
  while (from < end && words.upos[end - 1] === 'ADV' && !isNoun(layout, end - 1)) end--
  if (end <= from || !endsPhrase(layout, end - 1)) return undefined
  return phraseEndingAt(layout, end, from)
}

/** The subject that a stray comma divides from its verb: "Ada Moro of the council, said …", at the front of its sentence. */
export function subjectBeforeComma(layout: Layout, {verb, range}: Cue): WordRange | undefined {
  const unit = layout.unitOf(verb)
  const from = Math.max(unit.first, range.first - REACH)
  if (layout.form(range.first - 1) !== ',' || !endsPhrase(layout, range.first - 2)) return undefined
  const phrase = phraseEndingAt(layout, range.first - 1, from)
  const before = phrase && layout.form(phrase.first - 1)
  const opens =
    phrase && (phrase.first === unit.first || (before === ',' && dateEnd(layout.words, phrase.first - 2) !== undefined))
  return opens ? phrase : undefined
}

function phraseEndingAt(layout: Layout, end: number, from: number): WordRange | undefined {
  let first = end
  while (from < first && isInside(layout, first - 1, first, from)) first--
  first = skipTimeAndPlace(layout, first, end)
  return first < end && isNominal(layout, first) ? {first, end} : undefined
}

function endsPhrase(layout: Layout, word: number): boolean {
  if (0 <= layout.quotationOf[word]! || RELATIVE.test(layout.form(word))) return false
  return (
    isNoun(layout, word) ||
    layout.words.forms[word] === ')' ||
    0 < layout.nameEnd[word]! ||
    layout.words.upos[word] === 'ADJ'
  )
}

/** Whether the subject that so far begins at `first` also holds `word`, right before it. */
function isInside(layout: Layout, word: number, first: number, from: number): boolean {
  const {words} = layout
  if (0 <= layout.quotationOf[word]!) return false
  if (0 < layout.nameEnd[word]!) return true
  const form = layout.form(word)
  if (RELATIVE.test(form) || words.upos[word] === 'SCONJ') return false
  if (isNominal(layout, word) || /^(?:of|in|for|at|from|to|with|on|by|near|than|between|against)$/.test(form))
    return true
  if (/^(?:\(|\)|least|more|about|nearly|almost|['’]s?)$/.test(form)) return true
  // "Residents reached by telephone said": a tagger takes the participle for a verb of its own.
  const isParticiple =
    /^(?:VBG|VBN)$/.test(words.xpos[word]!) || (words.xpos[word] === 'VBD' && layout.form(word + 1) === 'by')
  if (isParticiple) return isModifier(layout, word, first)
  if (words.upos[word] === 'CCONJ') return from < word && joinsNouns(layout, word, from)
  return form === ',' && isListComma(layout, word, from)
}

/** "officials speaking to reporters", "the elected council": a participle inside the phrase, its noun before or behind it. */
function isModifier(layout: Layout, word: number, first: number): boolean {
  const before = layout.form(word - 1)
  if (/^(?:,|by|after|before|while|when|without|and|--|—)$/.test(before) || layout.words.upos[word - 1] === 'AUX')
    return false
  return isNoun(layout, word - 1) || (isNominal(layout, word - 1) && isNominal(layout, first))
}

/** "officials and experts", but not "he met Lind and Moro said": no verb may hold the first of them. */
function joinsNouns(layout: Layout, conjunction: number, from: number): boolean {
  if (!isNoun(layout, conjunction - 1) && layout.form(conjunction - 1) !== ',') return false
  let word = conjunction - 1
  while (from <= word && (isNominal(layout, word) || /^(?:of|in|for|at|from|,)$/.test(layout.form(word)))) word--
  return word < from || !/^(?:VERB|AUX|ADP|PART)$/.test(layout.words.upos[word]!)
}

/** "Moro, Lind and others": the comma of a list that nothing but nouns holds. */
function isListComma(layout: Layout, comma: number, from: number): boolean {
  let seesConjunction = false
  for (let word = comma + 1; word < comma + REACH; word++) {
    if (layout.words.upos[word] === 'CCONJ') seesConjunction = true
    else if (!isNominal(layout, word) && !/^(?:,|of|in|for|at|from|to)$/.test(layout.form(word))) break
  }
  if (!seesConjunction) return false
  let word = comma - 1
  while (
    from <= word &&
    (isNominal(layout, word) ||
      /^(?:,|of|in|for|at|from|to)$/.test(layout.form(word)) ||
      layout.words.upos[word] === 'CCONJ')
  )
    word--
  return word < from && isNominal(layout, from)
}

/** "On Monday", "In Harrow": they stand before the subject without being part of it. */
function skipTimeAndPlace(layout: Layout, first: number, end: number): number {
  const {words} = layout
  let start = first
  for (let moved = true; moved && start < end; ) {
    moved = false
    const word = words.upos[start] === 'ADP' ? start + 1 : start
    const date = dateEnd(words, word)
    if (date !== undefined && date < end) {
      start = date
      moved = true
    } else if (words.upos[start] === 'PUNCT' && words.forms[start] !== '(') {
      start++
      moved = true
    }
  }
  return start
}
