import type {Cue} from './cues.ts'
import {dateCovering} from './date-places.ts'
import type {Layout, WordRange} from './layout.ts'
import {subjectBefore, subjectBeforeComma} from './left-subject.ts'
import {isNominal, isNoun, nounRun} from './noun-phrases.ts'
import {CLAUSE_VERBS, OBJECT_VERBS, QUOTE_VERBS} from './reporting-words.ts'

/** The words that name who speaks at a cue. */
export interface Source {
  /** The noun, name or pronoun that carries it. */
  readonly head: number
  /** The run of words that the head closes: "State Department spokeswoman Ada Moro". */
  readonly core: WordRange
  /** With what is set beside it: "Ada Moro, a spokeswoman for the department". */
  readonly range: WordRange
  /** Several are named: "U.S. officials and experts". */
  readonly joined: boolean
  /** It stands behind its verb: "…,” said the minister". */
  readonly inverted: boolean
  /** It is the subject of another verb and shared: "He called it a mess, adding …". */
  readonly shared: boolean
}

/** The cues before this one, with their sources. */
type Before = readonly {readonly cue: Cue; readonly source: Source | undefined}[]

const RELATIVE = /^(?:who|whom|whose|which|that)$/

/** So many verbs are climbed on the way to a subject; longer chains are parsing errors. */
const CLIMBS_MAX = 5

/** So many prepositions are passed on the way back to the head of a phrase. */
const LIFTS_MAX = 4

/** So far before its verb a subject is looked for where the tree has none. */
const REACH = 60

/** Forms of the pronoun that are never a subject. */
const ACCUSATIVE = /^(?:me|him|her|us|them|himself|herself|itself|themselves)$/

/** "Some have suggested": so many of whoever was named. */
const QUANTITY = /^(?:some|many|most|few|several|both|all|half|none|neither|each|more|others)$/

/** Find who speaks at `cue`: its subject, or the subject of the verb it leans on. */
export function sourceOf(layout: Layout, cue: Cue, before: Before): Source | undefined {
  if (cue.passive) return sourceAt(layout, cue, agentOf(layout, cue.verb), false)
  if (cue.form === 'finite') {
    const quoted = quotedSource(layout, cue)
    if (quoted) return quoted
    const described = describedSubject(layout, cue)
    if (described !== undefined) return sourceAt(layout, cue, described, false)
    const beside = layout.closesQuotation(cue.range.first - 1) ? undefined : subjectBefore(layout, cue)
    if (beside) return sourceOver(layout, cue, beside)
    const divided = subjectBeforeComma(layout, cue)
    if (divided) return sourceOver(layout, cue, divided)
    const own = ownSubject(layout, cue)
    if (own !== undefined) return sourceAt(layout, cue, own, false)
    const coordinated = coordinatedSource(layout, cue, before)
    if (coordinated) return coordinated
  } else {
    const adding = addingSource(layout, cue, before)
    if (adding) return adding
  }
  return sourceAt(layout, cue, sharedSubject(layout, cue.verb), true)
}

/** "An engineer who had seen the wall said": where a clause about a noun ends right before the verb, the noun is its subject. */
function describedSubject(layout: Layout, {range}: Cue): number | undefined {
  const {words} = layout
  const {first} = layout.unitOf(range.first)
  let word = range.first - 1
  for (let climb = 0; climb < CLIMBS_MAX && first <= word; climb++) {
    const head = words.heads[word]!
    if (words.relations[word] === 'acl' && first <= head && head < word) {
      for (let between = head + 1; between < word; between++) if (layout.form(between) === 'who') return head
      return undefined
    }
    if (head < first || range.first <= head) return undefined
    word = head
  }
  return undefined
}

function ownSubject(layout: Layout, cue: Cue): number | undefined {
  const inverted = invertedSubject(layout, cue)
  if (inverted !== undefined && layout.closesQuotation(cue.range.first - 1)) return inverted
  return (
    subjectOf(layout, cue) ??
    (mayBeSpeaker(layout, cue, inverted) ? inverted : undefined) ??
    adjacentSubject(layout, cue)
  )
}

/** "“…,” Ada Moro, a member of the council, said": what stands between quotation and verb, whatever the tree makes of it. */
function quotedSource(layout: Layout, cue: Cue): Source | undefined {
  const {verb, range} = cue
  const {words} = layout
  const unit = layout.unitOf(verb)
  let first = range.first
  while (unit.first < first && layout.quotationOf[first - 1]! < 0 && range.first - first < REACH) first--
  if (first === range.first || !layout.closesQuotation(first - 1) || !isWhole(layout, first - 1)) return undefined
  while (first < range.first && /^(?:PUNCT|CCONJ|ADV)$/.test(words.upos[first]!)) first++
  let end = first
  while (end < range.first && words.forms[end] !== ',' && !RELATIVE.test(layout.form(end))) end++
  for (let word = first; word < end; word++) if (/^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word]!)) return undefined
  const whole = {first, end: range.first}
  if (first === end) return undefined
  // A person's name closes a long office: "Under Secretary for Rivers Ada Moro".
  if (0 < layout.nameEnd[end - 1]! && layout.words.upos[runFirst(layout, end - 1, first) - 1] !== 'ADP') {
    const core = {first: runFirst(layout, end - 1, first), end}
    return {...sourceOver(layout, cue, whole), head: end - 1, core, joined: false}
  }
  return nounRun(layout, first, end).end === first ? undefined : sourceOver(layout, cue, whole)
}

/** Where the run of nominal words that `word` closes begins. */
function runFirst(layout: Layout, word: number, from: number): number {
  let first = word
  while (from < first && isNominal(layout, first - 1)) first--
  return first
}

/** Whether a quotation closes on a comma or the end of a sentence, as speech does. */
export function isWhole(layout: Layout, word: number): boolean {
  const {inner} = layout.quotations[layout.quotationOf[word]!]!
  const last = layout.text.slice(Math.max(inner.start, inner.end - 6), inner.end).replace(/[\s"”’'»]+$/u, '')
  return /[,.!?…—–-]$/.test(last) || layout.form(word + 1) === ','
}

/** The source that fills `range`, right before its verb. */
function sourceOver(layout: Layout, {range: {first: verb}}: Cue, range: WordRange): Source {
  const run = nounRun(layout, range.first, range.end)
  const core = run.first < run.end ? run : {first: range.first, end: range.first + 1}
  return {
    head: core.end - 1,
    core,
    range: {first: range.first, end: Math.min(range.end, verb)},
    joined: isJoined(layout, core, range),
    inverted: false,
    shared: false
  }
}

/** The whole phrase that the word `subject` stands in. */
function sourceAt(
  layout: Layout,
  {verb, range: cueRange}: Cue,
  subject: number | undefined,
  shared: boolean
): Source | undefined {
  if (subject === undefined) return undefined
  const antecedent = antecedentOf(layout, subject)
  const range = phraseOf(
    layout,
    antecedent ?? subject,
    verb < subject ? verb + 1 : 0,
    verb < subject ? layout.unitOf(verb).end : cueRange.first
  )
  const core = nounRun(layout, range.first, range.end)
  const head = core.first < core.end ? core.end - 1 : (antecedent ?? subject)
  if (dateCovering(layout.words, head)) return undefined
  return {
    head,
    core: core.first < core.end ? core : {first: head, end: head + 1},
    range,
    joined: isJoined(layout, core, range),
    inverted: verb < head,
    shared: shared || antecedent !== undefined
  }
}

/** The phrase of a noun between `from` and `to`, without what the parser hung on it from before a comma. */
function phraseOf(layout: Layout, noun: number, from: number, to: number): WordRange {
  const {words, phrases} = layout
  let first = Math.max(from, phrases.first(noun))
  let end = Math.max(noun + 1, Math.min(to, phrases.last(noun) + 1))
  while (
    from < first &&
    first <= noun &&
    isNominal(layout, first - 1) &&
    isNominal(layout, first) &&
    !/^(?:DET|PRON)$/.test(words.upos[first]!) &&
    layout.quotationOf[first - 1] === layout.quotationOf[first]
  )
    first--
  for (let word = noun - 1; first <= word; word--)
    if (/^(?:,|;|:|--|—)$/.test(words.forms[word]!) && !isListComma(layout, word, noun)) {
      first = word + 1
      break
    }
  first = wider(layout, first, from)
  while (first < noun && /^(?:PUNCT|CCONJ|ADP|SCONJ|ADV|PART)$/.test(words.upos[first]!)) first++
  if (first < noun && /^(?:which|that|what|who|where|when)$/.test(layout.form(first))) first++
  for (let word = noun + 1; word + 1 < end; word++)
    if (words.forms[word] === ',' && /ing$/.test(words.forms[word + 1]!)) end = word
  while (
    noun + 1 < end &&
    /^(?:PUNCT|CCONJ|AUX|ADV|ADP)$/.test(words.upos[end - 1]!) &&
    !layout.closesQuotation(end - 1) &&
    words.forms[end - 1] !== ')'
  )
    end--
  return {first, end}
}

/** "officials of the government", "more than a dozen": the tree may have hung the front of the phrase elsewhere. */
function wider(layout: Layout, first: number, from: number): number {
  if (layout.form(first - 1) === 'than' && /^(?:more|fewer|less)$/.test(layout.form(first - 2)))
    return Math.max(from, first - 2)
  if (layout.form(first - 1) === 'least' && layout.form(first - 2) === 'at') return Math.max(from, first - 2)
  if (layout.form(first - 1) !== 'of' || !isNoun(layout, first - 2)) return first
  let start = first - 2
  while (from < start && isNominal(layout, start - 1)) start--
  return start
}

/** "Moro, Lind and others": the comma divides what the tree joins. */
function isListComma({words}: Layout, comma: number, noun: number): boolean {
  for (let word = comma + 1; word <= noun; word++)
    if (words.relations[word] === 'conj' && words.heads[word]! < comma) return true
  return false
}

function isJoined(layout: Layout, core: WordRange, {end}: WordRange): boolean {
  const {words} = layout
  // "Ada Moro, an engineer and farmer": what is set beside a name is no second speaker.
  if (words.forms[core.end] === ',' && words.upos[core.end + 1] === 'DET') return false
  for (let word = core.end; word < end; word++)
    if (0 < layout.nameEnd[word]!) continue
    else if (words.upos[word] === 'CCONJ') return isNominal(layout, word + 1)
    else if (words.forms[word] !== ',' && !isNominal(layout, word) && words.upos[word] !== 'ADP') return false
  return false
}

/** The subject in the tree. */
function subjectOf(layout: Layout, {verb, range}: Cue): number | undefined {
  const subject = liftFromPreposition(layout, nearestSubject(layout, verb), verb)
  if (subject === undefined || layout.quotationOf[subject] !== layout.quotationOf[verb]) return undefined
  if (ACCUSATIVE.test(layout.form(subject)) || dateCovering(layout.words, subject)) return undefined
  if (!isNoun(layout, subject) && !QUANTITY.test(layout.form(subject))) return undefined
  // A subject behind a verb that no quotation or comma comes before is a parsing error.
  return verb < subject && !mayInvert(layout, range.first) ? undefined : subject
}

/** "Mayor Lena Wirth, who …, said": where a tree gives a verb two subjects, the first is a title, the second its name. */
function nearestSubject({words, phrases}: Layout, verb: number): number | undefined {
  const subjects = [...phrases.children(verb)].filter(child => words.relations[child] === 'nsubj')
  return subjects.findLast(subject => subject < verb) ?? subjects[0]
}

/** "Ada Moro speaking to the think tank called …": a noun behind a preposition is no subject; the one before it is. */
function liftFromPreposition(layout: Layout, subject: number | undefined, verb: number): number | undefined {
  if (subject === undefined || verb < subject) return subject
  const {words} = layout
  const {first: unitFirst} = layout.unitOf(verb)
  let noun = subject
  for (let lift = 0; lift < LIFTS_MAX; lift++) {
    let first = noun
    while (unitFirst < first && isNominal(layout, first - 1)) first--
    if (!/^(?:to|with|for|at|by|from|in|of|on|about|against|into)$/.test(layout.form(first - 1))) return noun
    let before = first - 2
    while (unitFirst <= before && (/^(?:VBG|VBN|RB)$/.test(words.xpos[before]!) || dateCovering(words, before)))
      before--
    if (before < unitFirst || !isNoun(layout, before) || layout.quotationOf[before] !== layout.quotationOf[verb])
      return noun
    noun = before
  }
  return noun
}

/** "who said", "which says": the noun before. */
function antecedentOf(layout: Layout, subject: number): number | undefined {
  const {words} = layout
  if (!/^(?:who|which|that)$/.test(layout.form(subject))) return undefined
  let clause = words.heads[subject]!
  for (let climb = 0; 0 <= clause && climb < CLIMBS_MAX; climb++) {
    if (words.relations[clause] === 'acl') return words.heads[clause]!
    clause = words.heads[clause]!
  }
  const before = words.forms[subject - 1] === ',' ? subject - 2 : subject - 1
  return 0 <= before && isNoun(layout, before) ? before : undefined
}

/** "…,” said Ana Moro": a noun right behind the verb, a mark or a comma before it. */
function invertedSubject(layout: Layout, {verb, range}: Cue): number | undefined {
  const {words} = layout
  if (!mayInvert(layout, range.first) || words.xpos[verb] === 'VBG' || ACCUSATIVE.test(layout.form(range.end)))
    return undefined
  const run = nounRun(layout, range.end, Math.min(layout.unitOf(verb).end, range.end + REACH))
  if (run.end <= run.first || dateCovering(words, run.end - 1)) return undefined
  // "…, said they would go": the noun behind the verb is the subject of another one.
  return /^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[run.end] ?? '') ? undefined : run.end - 1
}

/** Behind a comma, what follows a verb that takes objects is a speaker only where it is a name; behind "has said" it never is. */
function mayBeSpeaker({words}: Layout, {lemma, particle, verb, range}: Cue, noun: number | undefined): boolean {
  if (noun === undefined || particle || range.first < verb || !(CLAUSE_VERBS.has(lemma) || QUOTE_VERBS.has(lemma)))
    return false
  return !OBJECT_VERBS.has(lemma) || /^(?:PROPN|PRON)$/.test(words.upos[noun]!)
}

function mayInvert(layout: Layout, first: number): boolean {
  return 0 < first && (layout.closesQuotation(first - 1) || /^(?:,|--|—|–)$/.test(layout.form(first - 1)))
}

/** Where the tree gave the verb no subject: the noun right before it, or before the commas right before it. */
function adjacentSubject(layout: Layout, {verb, range}: Cue): number | undefined {
  const unit = layout.unitOf(verb)
  let word = range.first - 1
  while (unit.first <= word && layout.words.upos[word] === 'ADV') word--
  if (word < unit.first || 0 <= layout.quotationOf[word]!) return undefined
  if (isNoun(layout, word)) return ACCUSATIVE.test(layout.form(word)) ? undefined : word
  if (!/^(?:,|\)|--|—)$/.test(layout.form(word))) return undefined
  for (let before = word - 1; Math.max(unit.first + 1, range.first - REACH) <= before; before--)
    if (
      /^(?:,|\(|--|—)$/.test(layout.form(before)) &&
      isNoun(layout, before - 1) &&
      beginsClause(layout, before - 1, unit)
    )
      return before - 1
  return undefined
}

/** Whether the phrase that ends at `noun` opens its unit, or stands behind a comma. */
function beginsClause(layout: Layout, noun: number, unit: WordRange): boolean {
  let word = noun
  while (unit.first <= word && (isNominal(layout, word) || /^(?:of|for|at|in|to)$/.test(layout.form(word)))) word--
  return word < unit.first || /^(?:PUNCT|CCONJ)$/.test(layout.words.upos[word]!)
}

/** "Moro said … and warned …": the tree often hangs the second verb inside the first one's content. */
function coordinatedSource(layout: Layout, {verb, range}: Cue, before: Before): Source | undefined {
  const first = skipAdverbsBack(layout, range.first - 1)
  if (layout.words.upos[first] !== 'CCONJ') return undefined
  const earlier = before.at(-1)
  if (!earlier?.source || earlier.cue.form !== 'finite' || earlier.cue.verb < layout.unitOf(verb).first)
    return undefined
  return sameTense(layout, earlier.cue.verb, verb) ? {...earlier.source, shared: true} : undefined
}

function sameTense({words}: Layout, a: number, b: number): boolean {
  const tense = (word: number) => (/^VB[DN]$/.test(words.xpos[word]!) ? 'past' : words.xpos[word])
  return tense(a) === tense(b)
}

/** "…, adding that …": whoever the sentence's main verb of speaking has. */
function addingSource(layout: Layout, {verb, range, form}: Cue, before: Before): Source | undefined {
  if (form !== 'participle' || !/^(?:,|--|—|and|while|but)$/.test(layout.form(range.first - 1))) return undefined
  const unit = layout.unitOf(verb)
  const earlier = before.findLast(
    ({cue, source}) => source && cue.form === 'finite' && unit.first <= cue.verb && !source.shared
  )
  if (earlier?.source) return {...earlier.source, shared: true}
  return undefined
}

function skipAdverbsBack({words}: Layout, word: number): number {
  while (0 < word && words.upos[word] === 'ADV') word--
  return word
}

/** The subject of the verb that this one is joined to, adds to, or is the infinitive of. */
function sharedSubject(layout: Layout, verb: number): number | undefined {
  const {words} = layout
  let word = verb
  for (let climb = 0; climb < CLIMBS_MAX; climb++) {
    const relation = words.relations[word]!
    const head = words.heads[word]!
    if (head < 0) return undefined
    if (relation === 'acl' && word === verb && layout.form(verb - 1) !== ',') return head
    if (!/^(?:acl|conj|advcl|xcomp|ccomp|parataxis|obl|nmod|obj)$/.test(relation)) return undefined
    const subject = layout.phrases.child(head, 'nsubj')
    if (subject !== undefined && subject !== word && subject < verb && isNoun(layout, subject)) return subject
    word = head
  }
  return undefined
}

/** "was accused by activists": the noun behind "by". */
function agentOf(layout: Layout, verb: number): number | undefined {
  const {words, phrases} = layout
  return phrases.children(verb).find(child => {
    const marker = phrases.child(child, 'case')
    return words.relations[child] === 'obl' && marker !== undefined && layout.form(marker) === 'by'
  })
}
