import {type DateExpression, wordAt} from '../language/analysis.ts'
import type {Cue} from './cues.ts'
import type {Layout, WordRange} from './layout.ts'
import {
  ACCUSE_VERBS,
  ADDING_PARTICIPLES,
  CLAUSE_VERBS,
  NAMING_VERBS,
  OBJECT_VERBS,
  PREPOSITION_VERBS,
  PROMISE_VERBS,
  QUOTE_VERBS,
  SETTING_NOUNS,
  SHOWING_VERBS,
  TELL_VERBS,
  THOUGHT_VERBS,
  URGE_VERBS
} from './reporting-words.ts'
import type {Source} from './sources.ts'

/** What a cue says was said: where it stands, and by which rule. */
export interface Content {
  readonly ranges: readonly WordRange[]
  /** The cue with the preposition or the setting that belongs to it: "warned against", "said in a statement". */
  readonly cue: WordRange
  readonly rule: keyof typeof RULES
}

/** Each rule in words for a reader, and how often it is right: estimated on the train part of PolNeAR, then rounded. */
export const RULES = {
  'quoted-after': {reason: 'quoted words follow the verb', score: 0.95},
  'quoted-before': {reason: 'quoted words stand before the verb', score: 0.97},
  'clause-after': {reason: 'a clause follows the verb', score: 0.85},
  'clause-before': {reason: 'a clause stands before speaker and verb', score: 0.88},
  'clause-around': {reason: 'speaker and verb stand inside a clause', score: 0.8},
  urge: {reason: 'the verb urges somebody to do something', score: 0.75},
  promise: {reason: 'the verb promises an act', score: 0.75},
  accuse: {reason: 'the verb accuses somebody of something', score: 0.75},
  preposition: {reason: 'the verb and its preposition name what was said', score: 0.65},
  naming: {reason: 'the verb gives something a name', score: 0.75},
  object: {reason: 'the object of the verb is what was said', score: 0.6},
  'according-to': {reason: 'the words are given "according to" the source', score: 0.9}
} as const

/** Find what was said at `cue`; undefined where the verb reports nothing. */
export function contentOf(layout: Layout, cue: Cue, source: Source | undefined): Content | undefined {
  const after = afterAdjuncts(layout, cue, source)
  return (
    quotedAfter(layout, cue, after, source) ??
    accused(layout, cue) ??
    urged(layout, cue) ??
    prepositional(layout, cue) ??
    clauseAfter(layout, cue, after, source) ??
    before(layout, cue, source, after) ??
    promised(layout, cue) ??
    named(layout, cue) ??
    objectOf(layout, cue)
  )
}

/** Where the cue's own words end: behind addressee, time and setting, "told reporters in Harrow on Monday". */
interface Afterwards {
  readonly word: number
  /** The end of the cue with a setting that directly follows it. */
  readonly cueEnd: number
  /** An addressee was passed. */
  readonly addressed: boolean
}

function afterAdjuncts(layout: Layout, cue: Cue, source: Source | undefined): Afterwards {
  const {words} = layout
  const unitEnd = layout.unitOf(cue.verb).end
  let word = source?.inverted ? Math.max(cue.range.end, source.range.end) : cue.range.end
  let cueEnd = cue.range.end
  let addressed = false
  for (let moved = true; moved && word < unitEnd; ) {
    moved = false
    if (layout.opensQuotation(word) && !isTitleQuotation(layout, word)) break
    const date = dateAt(layout, word)
    if (date !== undefined) {
      word = wordAt(words, date.end - 1) + 1
      moved = true
    } else if (
      words.upos[word] === 'ADV' &&
      !/^(?:how|why|where|when|only|even|not|just|about|nearly|almost)$/.test(layout.form(word))
    ) {
      word++
      moved = true
    } else if (!addressed && word === cue.range.end && TELL_VERBS.has(cue.lemma) && isNominal(layout, word)) {
      word = addresseeEnd(layout, cue, word)
      addressed = moved = true
    } else if (words.upos[word] === 'ADP' || (layout.form(word) === 'to' && words.upos[word + 1] !== 'VERB')) {
      const end = settingEnd(layout, cue, word)
      if (end !== undefined) {
        if (word === cueEnd && SETTING_NOUNS.has(words.lemmas[end - 1]!.toLowerCase())) cueEnd = end
        word = end
        moved = true
      }
    }
  }
  return {word, cueEnd, addressed}
}

/** The end of "CNN", "the press", "Sens. Ana Moro and Bo Lind" behind "told". */
function addresseeEnd(layout: Layout, {verb, range}: Cue, word: number): number {
  const {words, phrases} = layout
  const object = phrases
    .children(verb)
    .find(child => range.end <= child && /^(?:obj|iobj)$/.test(words.relations[child]!))
  let end = word
  if (object !== undefined && phrases.first(object) === word) end = phrases.last(object) + 1
  else while (isNominal(layout, end)) end++
  for (let inside = word; inside < end; inside++)
    if (
      words.forms[inside] === 'that' ||
      (layout.opensQuotation(inside) && !isTitleQuotation(layout, inside)) ||
      words.forms[inside] === ':'
    )
      return inside
  return end
}

/** The end of a prepositional phrase that says to whom, when, where or how; undefined where it is what was said. */
function settingEnd(layout: Layout, cue: Cue, word: number): number | undefined {
  const {words, phrases} = layout
  const noun = words.heads[word]!
  if (noun <= word || words.relations[word] !== 'case') return undefined
  const governor = words.heads[noun]!
  const isSetting = SETTING_NOUNS.has(words.lemmas[noun]!.toLowerCase())
  if (governor !== cue.verb && !isSetting && !phrases.children(cue.verb).includes(governor)) return undefined
  if (PREPOSITION_VERBS.get(cue.lemma)?.includes(layout.form(word)) && !isSetting) return undefined
  let end = phrases.last(noun) + 1
  for (let inside = word; inside < end; inside++)
    if (
      /^(?:that|:|,)$/.test(words.forms[inside]!) ||
      (layout.opensQuotation(inside) && !isTitleQuotation(layout, inside))
    )
      end = inside
  return noun < end ? end : undefined
}

function dateAt({words}: Layout, word: number): DateExpression | undefined {
  const start = words.starts[word]
  if (start === undefined) return undefined
  let low = 0
  let high = words.dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words.dates[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const date = words.dates[low]
  return date && date.start <= start ? date : undefined
}

/** A few capitalised words in marks behind "on" or a possessive name a programme. */
function isTitleQuotation(layout: Layout, word: number): boolean {
  const {first, end} = layout.quotationRange(layout.quotationOf[word]!)
  const {words} = layout
  if (8 < end - first || words.sentenceStarts.includes(first)) return false
  return (
    /^(?:on|['’]s?|’s|'s|the|of|in|entitled|titled|called)$/.test(layout.form(first - 1)) &&
    words.forms
      .slice(first + 1, end - 1)
      .every(
        (form, index) =>
          /^[\p{Lu}\p{N}]/u.test(form) ||
          (index > 0 && /^(?:of|the|and|with|a|an|in|on|to|for|[^\p{L}\p{N}]+)$/u.test(form))
      )
  )
}

function quotedAfter(layout: Layout, cue: Cue, after: Afterwards, source: Source | undefined): Content | undefined {
  if (!takesQuotation(cue)) return undefined
  let word = after.word
  while (/^(?:,|:|–|—|--|that|as)$/.test(layout.form(word)) && word < after.word + 2) word++
  if (!layout.opensQuotation(word) || layout.paragraphOf[word] !== layout.paragraphOf[cue.verb]) return undefined
  if (layout.words.forms[after.word] === ',' && precedesQuotation(layout, cue, source)) return undefined
  const end =
    layout.form(after.word) === ':' ? layout.quotationRange(layout.quotationOf[word]!).end : rightEnd(layout, cue, word)
  return {ranges: [{first: word, end}], cue: {first: cue.range.first, end: after.cueEnd}, rule: 'quoted-after'}
}

function takesQuotation({lemma}: Cue): boolean {
  return (
    CLAUSE_VERBS.has(lemma) ||
    QUOTE_VERBS.has(lemma) ||
    TELL_VERBS.has(lemma) ||
    THOUGHT_VERBS.has(lemma) ||
    lemma === 'show'
  )
}

/** Whether quoted words end right before the cue's own words begin: then what follows a comma is their second half. */
function precedesQuotation(layout: Layout, cue: Cue, source: Source | undefined): boolean {
  return layout.closesQuotation(beforeClause(layout, cue, source))
}

/** The last word before speaker and verb, commas passed over. */
function beforeClause(layout: Layout, cue: Cue, source: Source | undefined): number {
  const {words} = layout
  let word =
    source && !source.inverted && !source.shared ? Math.min(source.range.first, cue.range.first) : cue.range.first
  word--
  while (0 <= word && (words.forms[word] === ',' || words.upos[word] === 'ADV')) word--
  return word
}

function accused(layout: Layout, cue: Cue): Content | undefined {
  const preposition = ACCUSE_VERBS.get(cue.lemma)
  if (preposition === undefined) return undefined
  const {end} = layout.unitOf(cue.verb)
  for (let word = cue.range.end; word < Math.min(end, cue.range.end + 25); word++)
    if (layout.form(word) === preposition && (/^V/.test(layout.words.xpos[word + 1] ?? '') || cue.lemma === 'accuse'))
      return {ranges: [{first: word + 1, end: rightEnd(layout, cue, word + 1)}], cue: cue.range, rule: 'accuse'}
  return undefined
}

/** "urged the state to use the video": the person is in the content, so that it can be read alone. */
function urged(layout: Layout, cue: Cue): Content | undefined {
  if (!URGE_VERBS.has(cue.lemma) || cue.passive || !isNominal(layout, cue.range.end)) return undefined
  const infinitive = infinitiveAfter(layout, cue.range.end, cue)
  if (infinitive === undefined) return undefined
  return {ranges: [{first: cue.range.end, end: rightEnd(layout, cue, cue.range.end)}], cue: cue.range, rule: 'urge'}
}

/** The "to" of an infinitive that closes the phrase beginning at `word`, without a verb between. */
function infinitiveAfter(layout: Layout, from: number, cue: Cue): number | undefined {
  const {words} = layout
  const end = Math.min(layout.unitOf(cue.verb).end, from + 25)
  for (let word = from; word < end; word++) {
    if (layout.form(word) === 'to' && /^(?:VERB|AUX|ADV)$/.test(words.upos[word + 1] ?? '')) return word
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!) || /^(?:[;:]|that)$/.test(layout.form(word))) return undefined
  }
  return undefined
}

function prepositional(layout: Layout, cue: Cue): Content | undefined {
  const prepositions = PREPOSITION_VERBS.get(cue.lemma)
  if (prepositions === undefined) return undefined
  const {words} = layout
  for (let word = cue.range.end; word < cue.range.end + 6; word++) {
    const form = layout.form(word)
    if (prepositions.includes(form)) {
      if (form === 'to' && words.upos[word + 1] === 'VERB') return undefined
      if (!layout.unitOf(cue.verb) || layout.unitOf(cue.verb).end <= word + 1) return undefined
      return {
        ranges: [{first: word + 1, end: rightEnd(layout, cue, word + 1)}],
        cue: word === cue.range.end ? {first: cue.range.first, end: word + 1} : cue.range,
        rule: 'preposition'
      }
    }
    if (
      !/^(?:ADV|ADJ|NOUN|ADP)$/.test(words.upos[word] ?? '') ||
      (word === cue.range.end && words.upos[word] === 'NOUN')
    )
      return undefined
  }
  return undefined
}

function clauseAfter(layout: Layout, cue: Cue, after: Afterwards, source: Source | undefined): Content | undefined {
  const isTold = TELL_VERBS.has(cue.lemma) && after.addressed
  if (!isTold && !CLAUSE_VERBS.has(cue.lemma) && !THOUGHT_VERBS.has(cue.lemma) && !SHOWING_VERBS.has(cue.lemma))
    return undefined
  const {words} = layout
  const {end: unitEnd} = layout.unitOf(cue.verb)
  let first = after.word
  if (unitEnd <= first || /^[.;)?!]$/.test(words.forms[first]!)) return undefined
  const isMarked =
    /^(?:that|whether|if|how|why|what|who|when|where)$/.test(layout.form(first)) && words.xpos[first] !== 'DT'
  if (!isMarked && !hasClauseAfter(layout, cue, first, source)) return undefined
  if (layout.form(first) === 'that' && isMarked) first++
  if (words.forms[first] === ',' || words.forms[first] === ':') first++
  const end = rightEnd(layout, cue, first)
  return end <= first
    ? undefined
    : {ranges: [{first, end}], cue: {first: cue.range.first, end: after.cueEnd}, rule: 'clause-after'}
}

/** Whether what begins at `first` is a clause of the cue: the tree says so, or a verb with a subject stands there. */
function hasClauseAfter(layout: Layout, cue: Cue, first: number, source: Source | undefined): boolean {
  const {words, phrases} = layout
  if (words.forms[first] === ',' || words.forms[first] === '--' || words.forms[first] === '—') return false
  if (source === undefined) return false
  const clause = phrases.children(cue.verb).find(child => words.relations[child] === 'ccomp' && first <= child)
  if (clause === undefined) return false
  return words.upos[clause] !== 'NOUN' || phrases.child(clause, 'nsubj', 'cop') !== undefined
}

function before(layout: Layout, cue: Cue, source: Source | undefined, after: Afterwards): Content | undefined {
  if (
    !CLAUSE_VERBS.has(cue.lemma) &&
    !QUOTE_VERBS.has(cue.lemma) &&
    !THOUGHT_VERBS.has(cue.lemma) &&
    !TELL_VERBS.has(cue.lemma)
  )
    return undefined
  if (source === undefined || (source.shared && !source.inverted)) return undefined
  const {words} = layout
  const edge = beforeClause(layout, cue, source)
  const unit = layout.unitOf(cue.verb)
  if (edge < unit.first) return quotationBeforeUnit(layout, cue, unit, after)
  const clauseFirst = Math.min(source.inverted ? cue.range.first : source.range.first, cue.range.first)
  const isQuoted = layout.closesQuotation(edge)
  if (!isQuoted && !/^(?:,|--|—|–)$/.test(words.forms[edge + 1] ?? '')) return undefined
  if (clauseFirst <= edge + 1 && !isQuoted) return undefined
  const left = {first: leftFirst(layout, cue, edge, unit), end: edge + 1}
  if (left.end <= left.first || !isSpeech(layout, left)) return undefined
  const right = rightHalf(layout, cue, after, isQuoted)
  return {
    ranges: right ? [left, right] : [left],
    cue: {first: cue.range.first, end: after.cueEnd},
    rule: isQuoted ? 'quoted-before' : right ? 'clause-around' : 'clause-before'
  }
}

/** A quotation that ends with a full stop right before the sentence of the cue: "“We go.” Moro said." */
function quotationBeforeUnit(layout: Layout, cue: Cue, unit: WordRange, after: Afterwards): Content | undefined {
  const edge = unit.first - 1
  if (edge < 0 || !layout.closesQuotation(edge) || layout.paragraphOf[edge] !== layout.paragraphOf[cue.verb])
    return undefined
  if (4 < unit.end - after.word) return undefined
  const range = layout.quotationRange(layout.quotationOf[edge]!)
  return {ranges: [range], cue: {first: cue.range.first, end: after.cueEnd}, rule: 'quoted-before'}
}

/** Words that can be what somebody said: more than a time or place before the speaker's name. */
function isSpeech(layout: Layout, {first, end}: WordRange): boolean {
  const {words} = layout
  for (let word = first; word < end; word++) {
    if (0 <= layout.quotationOf[word]!) return true
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!)) return true
  }
  return false
}

/** Where the clause that is said begins: with its unit, behind a semicolon, or where the tree begins it. */
function leftFirst(layout: Layout, {verb}: Cue, edge: number, unit: WordRange): number {
  const {words, phrases} = layout
  let first = unit.first
  for (let word = edge; unit.first <= word; word--)
    if (words.forms[word] === ';' && layout.quotationOf[word]! < 0) {
      first = word + 1
      break
    }
  const head = words.heads[verb]!
  if (
    words.relations[verb] === 'parataxis' &&
    0 <= head &&
    0 <= words.heads[head]! &&
    /^(?:advcl|acl|ccomp)$/.test(words.relations[head]!)
  ) {
    const start = phrases.first(head)
    if (first < start && start <= edge) first = /^(?:mark|cc)$/.test(words.relations[start]!) ? start + 1 : start
  }
  return first
}

/** The second half of what a parenthetical cue interrupts: "The deal collapsed, the paper said, because …". */
function rightHalf(layout: Layout, cue: Cue, after: Afterwards, isQuoted: boolean): WordRange | undefined {
  const {words} = layout
  const unit = layout.unitOf(cue.verb)
  let comma = after.word
  while (comma < unit.end && words.forms[comma] !== ',' && comma < after.word + 12) {
    if (layout.opensQuotation(comma)) return undefined
    comma++
  }
  if (comma !== after.word && !isQuoted) return undefined
  const first = comma + 1
  if (unit.end - 1 <= first || words.forms[comma] !== ',') return undefined
  if (layout.opensQuotation(first)) return {first, end: layout.quotationRange(layout.quotationOf[first]!).end}
  if (
    isQuoted ||
    words.xpos[first] === 'VBG' ||
    /^(?:as|who|while|according|citing|which|whose|a|an|in|on|at)$/.test(layout.form(first))
  )
    return undefined
  return {first, end: rightEnd(layout, cue, first)}
}

function promised(layout: Layout, cue: Cue): Content | undefined {
  if (!PROMISE_VERBS.has(cue.lemma) || layout.form(cue.range.end) !== 'to') return undefined
  return {ranges: [{first: cue.range.end, end: rightEnd(layout, cue, cue.range.end)}], cue: cue.range, rule: 'promise'}
}

function named(layout: Layout, cue: Cue): Content | undefined {
  if (
    !NAMING_VERBS.has(cue.lemma) ||
    cue.passive ||
    !(isNominal(layout, cue.range.end) || layout.opensQuotation(cue.range.end))
  )
    return undefined
  return {ranges: [{first: cue.range.end, end: rightEnd(layout, cue, cue.range.end)}], cue: cue.range, rule: 'naming'}
}

function objectOf(layout: Layout, cue: Cue): Content | undefined {
  if (!OBJECT_VERBS.has(cue.lemma) || cue.passive) return undefined
  const {words, phrases} = layout
  const object = phrases.children(cue.verb).find(child => words.relations[child] === 'obj' && cue.range.end <= child)
  if (object === undefined) return undefined
  const first = Math.max(cue.range.end, phrases.first(object))
  return {ranges: [{first, end: rightEnd(layout, cue, first)}], cue: cue.range, rule: 'object'}
}

/**
 * Where content that begins at `from` ends: with its unit, or where the reporter goes on.
 *
 * ```text
 * He said the bridge was closed and warned of delays, adding that …
 *         ^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function rightEnd(layout: Layout, cue: Cue, from: number): number {
  const {words, phrases} = layout
  const unit = layout.unitOf(cue.verb)
  let limit = unit.end
  for (const child of phrases.children(cue.verb)) {
    if (child <= from) continue
    const relation = words.relations[child]!
    const first = phrases.first(child)
    if (first <= from) continue
    if (relation === 'conj' && words.upos[child] === 'VERB' && phrases.child(child, 'nsubj') === undefined) {
      limit = Math.min(limit, words.upos[first] === 'CCONJ' || words.upos[first - 1] !== 'CCONJ' ? first : first - 1)
    } else if (
      relation === 'advcl' &&
      words.forms[first - 1] === ',' &&
      (words.xpos[child] === 'VBG' || /^(?:as|while|before|after|when|though)$/.test(layout.form(first)))
    )
      limit = Math.min(limit, first - 1)
  }
  if (isDependent(layout, cue.verb)) limit = Math.min(limit, Math.max(phrases.last(cue.verb) + 1, from + 1))
  let depth = 0
  for (let word = from; word < limit; word++) {
    const quotation = layout.quotationOf[word]!
    if (0 <= quotation) {
      word = layout.quotationRange(quotation).end - 1
      continue
    }
    const form = words.forms[word]!
    if (form === '(' || form === '[') depth++
    if (form === ')' || form === ']') if (--depth < 0) return word
    if (form === ';' || (form === ':' && layout.opensQuotation(word + 1))) return word
    if ((form === ',' || form === '--' || form === '—') && beginsAddition(layout, word + 1)) return word
  }
  return Math.min(limit, unit.end)
}

/** Whether the cue's own clause hangs inside another, so that the sentence goes on behind it. */
function isDependent({words}: Layout, verb: number): boolean {
  return /^(?:acl|advcl|csubj)$/.test(words.relations[verb]!)
}

function beginsAddition(layout: Layout, word: number): boolean {
  const {words} = layout
  if (words.xpos[word] === 'VBG' && ADDING_PARTICIPLES.has(words.lemmas[word]!.toLowerCase())) return true
  return layout.form(word) === 'according' && layout.form(word + 1) === 'to'
}

function isNominal({words}: Layout, word: number): boolean {
  return (
    /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(words.upos[word] ?? '') ||
    words.xpos[word] === 'POS' ||
    words.xpos[word] === 'PRP$'
  )
}
