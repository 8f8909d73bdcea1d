import type {Cue} from './cues.ts'
import type {Layout} from './layout.ts'
import {ADDING_PARTICIPLES, REPORTING_VERBS} from './reporting-words.ts'

/** What the content is: a clause, a noun phrase, or something to be done. */
type Holds = 'clause' | 'phrase' | 'act'

/** Words that begin a clause which tells when or how somebody spoke, behind a comma. */
const BESIDE = /^(?:as|while|before|after|when|though|although)$/

/**
 * Where content that begins at `from` ends: with its unit, or where the reporter goes on. A phrase ends sooner than a clause,
 * before a participle behind a comma; an act sooner still, before what went on beside it.
 *
 * ```text
 * He said the bridge was closed and warned of delays, adding that …
 *         ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function contentEnd(layout: Layout, cue: Cue, from: number, holds: Holds = 'clause'): number {
  const limit = treeLimit(layout, cue, from, holds)
  const {words} = layout
  let depth = 0
  for (let word = from; word < limit; word++) {
    const quotation = layout.quotationOf[word]!
    if (0 <= quotation) {
      word = layout.quotationRange(quotation).end - 1
      if (words.forms[word - 1] === ',' && beginsAddition(layout, word + 1)) return word + 1
      continue
    }
    const form = words.forms[word]!
    if (/^[([]/.test(form)) depth++
    if (/^[)\]]/.test(form) && --depth < 0) return word
    if (form === ';' || (form === ':' && layout.opensQuotation(word + 1))) return word
    if (/^(?:,|--|—|–)$/.test(form) && beginsAddition(layout, word + 1)) return word
    if (holds !== 'clause' && form === ',' && words.xpos[word + 1] === 'VBG') return word
    if (holds === 'act' && (beginsBeside(layout, word) || beginsNewClause(layout, word))) return word
    if (/^\(\(/.test(words.text.slice(words.starts[word]!, words.starts[word]! + 2))) return word
    if (/^(?:by|while|in|after|before)$/.test(form) && isSayingParticiple(layout, word + 1)) return word
    if (words.upos[word] === 'CCONJ' && beginsSecondCue(layout, cue, word, from, holds))
      return words.forms[word - 1] === ',' ? word - 1 : word
  }
  return Math.max(from, limit)
}

/** How far the tree lets the content go: to a verb joined to the cue, or to what tells how it was said. */
function treeLimit(layout: Layout, cue: Cue, from: number, holds: Holds): number {
  const {words, phrases} = layout
  const unit = layout.unitOf(cue.verb)
  let limit = unit.end
  for (const child of phrases.children(cue.verb)) {
    const first = phrases.first(child)
    if (child <= from || first <= from) continue
    const conjunction = words.relations[child] === 'conj' ? conjunctionOf(layout, child) : undefined
    if (conjunction !== undefined) limit = Math.min(limit, Math.max(conjunction, from + 1))
    else if (
      words.relations[child] === 'advcl' &&
      words.forms[first - 1] === ',' &&
      (words.xpos[child] === 'VBG' || (holds === 'clause' && BESIDE.test(layout.form(first))))
    )
      limit = Math.min(limit, first - 1)
  }
  if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[from]!)) return Math.min(limit, relativeEnd(layout, cue, from))
  return isDependent(layout, cue) ? Math.min(limit, dependentEnd(layout, cue, from)) : limit
}

/** Where the tree ends the cue's clause, if the sentence can go on there: at a comma or another verb. */
function dependentEnd(layout: Layout, cue: Cue, from: number): number {
  const {words, phrases} = layout
  const end = Math.max(phrases.last(cue.verb) + 1, from + 1)
  const isTensed = (word: number) => /^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word] ?? '')
  // "As Moro said it would …": a clause that has shown no verb yet goes on with the next one.
  const hasVerb = words.xpos.slice(from, end).some((_, index) => isTensed(from + index))
  const goesOn = /^(?:[,;:.)]|--|—|–)$/.test(layout.form(end)) || (hasVerb && isTensed(end))
  return goesOn ? end : layout.unitOf(cue.verb).end
}

/** The "and" of "… and left": right before its verb, so that the subject of the cue is the verb's own. */
function conjunctionOf({words}: Layout, verb: number): number | undefined {
  let word = verb - 1
  while (/^(?:ADV|AUX)$/.test(words.upos[word] ?? '')) word--
  return words.upos[word] === 'CCONJ' && /^(?:VBD|VBZ|VBP)$/.test(words.xpos[verb]!) ? word : undefined
}

/** ", which officials said are old, …": a clause between commas ends at the second one. */
function relativeEnd(layout: Layout, {range}: Cue, from: number): number {
  const {first, end} = layout.unitOf(from)
  let word = range.first - 1
  while (first < word && !/^(?:which|who|that|whom|,)$/.test(layout.form(word))) word--
  if (layout.form(word) !== ',' && layout.form(word - 1) !== ',') return end
  let comma = from
  while (comma < end && layout.form(comma) !== ',') comma++
  return comma
}

/** Whether the cue's own clause hangs inside another, so that the sentence goes on behind it. */
function isDependent(layout: Layout, {verb, range, form}: Cue): boolean {
  const {words, phrases} = layout
  // A clause that leans forwards on another has a word that says so: "as Moro said, …".
  if (verb < words.heads[verb]! && phrases.child(verb, 'mark') === undefined) return false
  if (form === 'participle' && /^(?:,|--|—)$/.test(layout.form(range.first - 1))) return false
  return /^(?:acl|advcl|csubj)$/.test(words.relations[verb]!)
}

/** "… to give back the keys while they waited" */
function beginsBeside(layout: Layout, word: number): boolean {
  return /^(?:as|while)$/.test(layout.form(word)) && /^(?:he|she|they|it|we)$/.test(layout.form(word + 1))
}

/** "to want talks, but it has walked out": behind the comma the reporter goes on. */
function beginsNewClause(layout: Layout, word: number): boolean {
  return (
    layout.form(word) === ',' &&
    /^(?:but|yet|so)$/.test(layout.form(word + 1)) &&
    /^(?:he|she|they|it|we|there)$/.test(layout.form(word + 2))
  )
}

/** ", adding …", ", according to …" */
function beginsAddition(layout: Layout, word: number): boolean {
  const {words} = layout
  if (/ing$/.test(words.forms[word] ?? '') && ADDING_PARTICIPLES.has(words.lemmas[word]!.toLowerCase())) return true
  return layout.form(word) === 'according' && layout.form(word + 1) === 'to'
}

/** "by saying “…”", "while noting that …": a cue of its own. */
function isSayingParticiple({words}: Layout, word: number): boolean {
  return /ing$/.test(words.forms[word] ?? '') && ADDING_PARTICIPLES.has(words.lemmas[word]!.toLowerCase())
}

/** "… and warned …": a second verb of speaking, in the tense of the first and without a subject of its own. */
function beginsSecondCue(layout: Layout, {verb, form}: Cue, conjunction: number, from: number, holds: Holds): boolean {
  const {words} = layout
  if (conjunction <= from) return false
  let word = conjunction + 1
  while (words.upos[word] === 'ADV' || words.upos[word] === 'AUX') word++
  if (words.upos[word] !== 'VERB' || !REPORTING_VERBS.has(words.lemmas[word]!.toLowerCase())) return false
  // A finite verb cannot go on what is no clause: "calling it a disgrace, and said …".
  if (form === 'participle')
    return /ing$/.test(words.forms[word]!) || (holds === 'phrase' && words.xpos[word] === 'VBD')
  return (
    isPast(words.xpos[word]!) === isPast(words.xpos[verb]!) && words.xpos[word] !== 'VB' && words.xpos[word] !== 'VBG'
  )
}

function isPast(xpos: string): boolean {
  return xpos === 'VBD' || xpos === 'VBN'
}
