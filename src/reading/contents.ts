import {type Afterwards, afterAdjuncts, isCapitalised, isTitle} from './adjuncts.ts'
import {contentEnd} from './content-end.ts'
import {contentBefore, lastBefore} from './contents-before.ts'
import {
  accused,
  described,
  isClosed,
  named,
  objectAt,
  objectOf,
  owned,
  prepositional,
  promised,
  urged
} from './contents-of-patterns.ts'
import type {Cue} from './cues.ts'
import type {Layout, WordRange} from './layout.ts'
import {isNominal, isNoun} from './noun-phrases.ts'
import {
  CLAUSE_VERBS,
  DOCUMENT_NOUNS,
  FIGURE_VERBS,
  QUOTE_VERBS,
  SHOWING_VERBS,
  TELL_VERBS,
  THOUGHT_VERBS
} from './reporting-words.ts'
import type {Rule} from './rules.ts'
import {isWhole, type Source} from './sources.ts'

/** What a cue says was said: where it stands, and by which rule. */
export interface Content {
  readonly ranges: readonly WordRange[]
  /** The cue with the preposition or the setting that belongs to it: "warned against", "said in a statement". */
  readonly cue: WordRange
  readonly rule: Rule
}

/** Verbs that also take a plain object: a clause of theirs is marked by "that", or seen by the parser. */
const MARKED_ONLY: ReadonlySet<string> = new Set(
  'rule hold find maintain charge post text blog read object mention repeat question highlight underline underscore specify volunteer judge assess'.split(
    ' '
  )
)

/** Verbs whose clause has the bare infinitive: "demanded the council do more". */
const DEMANDING_VERBS: ReadonlySet<string> = new Set([
  'demand',
  'propose',
  'recommend',
  'request',
  'insist',
  'ask',
  'urge'
])

/** Words that begin a condition or a contrast to what is said, never how it was said. */
const CONDITION = /^(?:if|unless|although|though|because|despite|unlike|given|under)$/

/** So many words after its verb a clause without "that" has shown its own verb. */
const CLAUSE_REACH = 30

/** Where a subject ends that has shown no verb: behind it the verb may be that of another clause. */
const CLAUSE_MARK = /^(?:,|that|who|which|whose|whom|where|;|:|--|—)$/

/** "said the gate that leaks, the old one, would go": hardly a noun is ever said, so that its verb may come late. */
const SENTENCE_MARK = /^[;:]$/

/** What is said as a noun: "said little about it". */
const WORDS_SAID =
  /^(?:nothing|little|something|anything|everything|much|more|enough|no|yes|so|as|thanks|goodbye|hello|sorry|words?|things?|few|lot|prayers?|mass|grace)$/

/** Find what was said at `cue`; undefined where the verb reports nothing. */
export function contentOf(layout: Layout, cue: Cue, source: Source | undefined): Content | undefined {
  const after = afterAdjuncts(layout, cue, source)
  if (FIGURE_VERBS.has(cue.lemma)) return cue.passive || cue.negative ? undefined : objectAt(layout, cue, 'object')
  if (cue.negative) return isMarkedClause(layout, after.word) ? clauseAfter(layout, cue, after, source) : undefined
  return (
    quotedAfter(layout, cue, after, source) ??
    (source && followsQuotation(layout, cue, source) ? contentBefore(layout, cue, source, after) : undefined) ??
    accused(layout, cue) ??
    urged(layout, cue) ??
    prepositional(layout, cue) ??
    (isMarkedClause(layout, after.word) ? clauseAfter(layout, cue, after, source) : undefined) ??
    bareClauseFirst(layout, cue, after, source) ??
    contentBefore(layout, cue, source, after) ??
    clauseAfter(layout, cue, after, source) ??
    promised(layout, cue, after) ??
    owned(layout, cue, after) ??
    named(layout, cue) ??
    described(layout, cue) ??
    objectOf(layout, cue, after)
  )
}

function quotedAfter(layout: Layout, cue: Cue, after: Afterwards, source: Source | undefined): Content | undefined {
  const {words} = layout
  if (!takesQuotation(cue) || cue.passive) return undefined
  if (source && SHOWING_VERBS.has(cue.lemma) && !canShow(layout, cue.lemma, source)) return undefined
  let word = after.word
  while (/^(?:,|:|–|—|--|that|as)$/.test(layout.form(word)) && word < after.word + 2) word++
  if (!layout.opensQuotation(word) || layout.paragraphOf[word] !== layout.paragraphOf[cue.verb]) return undefined
  // "said Ada “Gates” Moro": marks right behind the speaker's name belong to it.
  if (word === after.word && source?.inverted && followsQuotation(layout, cue, source)) return undefined
  if (isTitle(layout, word) || (word === after.word && isWorkTitle(layout, word))) return undefined
  if (words.forms[word - 1] === ',' && source && !source.shared && followsQuotation(layout, cue, source))
    return undefined
  const range = layout.quotationRange(layout.quotationOf[word]!)
  const end = words.forms[after.word] === ':' || isClosed(layout, range) ? range.end : contentEnd(layout, cue, word)
  return {ranges: [{first: word, end}], cue: {first: cue.range.first, end: after.cueEnd}, rule: 'quoted-after'}
}

/** "read “River of Stone”": several capitalised words without a stop, right behind the verb. */
function isWorkTitle(layout: Layout, word: number): boolean {
  const {first, end} = layout.quotationRange(layout.quotationOf[word]!)
  return 4 < end - first && isCapitalised(layout, word) && !/[.!?,]$/.test(layout.words.forms[end - 2]!)
}

/** "In what he called “a win,” Moro said the deal was done": the clause behind the verb is meant where not all before it is quoted. */
function bareClauseFirst(layout: Layout, cue: Cue, after: Afterwards, source: Source | undefined): Content | undefined {
  if (!isNominal(layout, after.word) || !source || source.inverted) return undefined
  return followsQuotation(layout, cue, source) ? undefined : clauseAfter(layout, cue, after, source)
}

/** Whether a whole quoted sentence ends right before speaker and verb. */
function followsQuotation(layout: Layout, cue: Cue, source: Source): boolean {
  const unit = layout.unitOf(cue.verb)
  const edge = lastBefore(layout, cue, source)
  if (edge < unit.first || !layout.closesQuotation(edge) || !isWhole(layout, edge)) return false
  const {first} = layout.quotationRange(layout.quotationOf[edge]!)
  return first <= unit.first || /[.!?:]$/.test(layout.form(first - 1))
}

function takesQuotation({lemma, particle}: Cue): boolean {
  return (
    particle ||
    CLAUSE_VERBS.has(lemma) ||
    QUOTE_VERBS.has(lemma) ||
    TELL_VERBS.has(lemma) ||
    THOUGHT_VERBS.has(lemma) ||
    SHOWING_VERBS.has(lemma)
  )
}

function isMarkedClause({words}: Layout, word: number): boolean {
  const form = words.forms[word]?.toLowerCase() ?? ''
  if (form === 'that') return words.xpos[word] !== 'DT' || !/^(?:NN|JJ)/.test(words.xpos[word + 1] ?? '')
  return /^(?:whether|if|how|why|what|who)$/.test(form)
}

function clauseAfter(layout: Layout, cue: Cue, after: Afterwards, source: Source | undefined): Content | undefined {
  if (source === undefined || !takesClause(layout, cue, after, source)) return undefined
  const {words} = layout
  let first = conditionAfter(layout, after.word)
  if (layout.unitOf(cue.verb).end <= first || /^[.;)?!,]$/.test(words.forms[first]!)) return undefined
  const isMarked = isMarkedClause(layout, first)
  if (!isMarked && !hasClauseAfter(layout, cue, first, source)) return undefined
  if (layout.form(first) === 'that' && isMarked) first++
  if (words.forms[first] === ',' || words.forms[first] === ':') first++
  const end = contentEnd(layout, cue, first)
  return end <= first
    ? undefined
    : {ranges: [{first, end}], cue: {first: cue.range.first, end: after.cueEnd}, rule: 'clause-after'}
}

/** "said, if elected, she would go": a comma before a condition does not part the clause from its verb. */
function conditionAfter(layout: Layout, word: number): number {
  return layout.form(word) === ',' && CONDITION.test(layout.form(word + 1)) ? word + 1 : word
}

function takesClause(
  layout: Layout,
  {lemma, particle, passive}: Cue,
  {addressed}: Afterwards,
  source: Source
): boolean {
  if (passive) return false
  if (SHOWING_VERBS.has(lemma)) return canShow(layout, lemma, source)
  if (TELL_VERBS.has(lemma)) return addressed || CLAUSE_VERBS.has(lemma)
  return (particle && lemma !== 'go') || CLAUSE_VERBS.has(lemma) || THOUGHT_VERBS.has(lemma)
}

/** Documents show; people only suggest or find. "The attack showed that …" reports nobody. */
function canShow(layout: Layout, lemma: string, {head}: Source): boolean {
  const {words} = layout
  if (DOCUMENT_NOUNS.has(words.lemmas[head]!.toLowerCase())) return true
  if (lemma === 'show' || lemma === 'demonstrate') return false
  return (
    /^(?:NNS|NNP|NNPS)$/.test(words.xpos[head]!) ||
    /^(?:he|she|they|who|some|many|most|several|others|both)$/.test(layout.form(head)) ||
    /(?:er|or|ist|ian|man|woman|court|official|source)$/.test(layout.form(head))
  )
}

/** Whether a clause without "that" begins at `first`: a noun phrase and, before anything else, its finite verb. */
function hasClauseAfter(layout: Layout, cue: Cue, first: number, source: Source): boolean {
  const {words, phrases} = layout
  if (isFiniteVerb(layout, first)) return opensRelative(layout, source)
  if (!mayBeginClause(layout, first)) return false
  const end = Math.min(layout.unitOf(cue.verb).end, first + CLAUSE_REACH)
  const stops = cue.lemma === 'say' && !saysWords(layout, first) ? SENTENCE_MARK : CLAUSE_MARK
  if (!MARKED_ONLY.has(cue.lemma))
    for (let word = first; word < end && !stops.test(layout.form(word)); word++) {
      // "said the gates “will open” soon": the quoted words begin with the verb.
      if (layout.opensQuotation(word) && isFiniteVerb(layout, word + 1)) return first < word
      if (0 <= layout.quotationOf[word]!) word = layout.quotationRange(layout.quotationOf[word]!).end - 1
      if (
        isFiniteVerb(layout, word) ||
        (DEMANDING_VERBS.has(cue.lemma) && words.xpos[word] === 'VB' && isNoun(layout, word - 1))
      )
        return first < word
    }
  return phrases
    .children(cue.verb)
    .some(
      child =>
        words.relations[child] === 'ccomp' && first <= child && phrases.child(child, 'nsubj', 'expl') !== undefined
    )
}

/** "said nothing", "said a prayer" */
function saysWords(layout: Layout, first: number): boolean {
  return (
    WORDS_SAID.test(layout.form(first)) || (/^an?$/.test(layout.form(first)) && WORDS_SAID.test(layout.form(first + 1)))
  )
}

function isFiniteVerb({words}: Layout, word: number): boolean {
  return /^(?:VBD|VBZ|VBP|MD)$/.test(words.xpos[word] ?? '')
}

/** "…, which officials said is done …": the subject of what was said stands before the speaker. */
function opensRelative(layout: Layout, {range}: Source): boolean {
  return (
    /^(?:that|which|who|whom)$/.test(layout.form(range.first - 1)) ||
    /^(?:that|which|who)$/.test(layout.form(range.first))
  )
}

function mayBeginClause(layout: Layout, word: number): boolean {
  const {words} = layout
  if (isNominal(layout, word) || layout.opensQuotation(word)) return true
  if (/^(?:EX|VBG|JJR|RBR)$/.test(words.xpos[word] ?? '') && words.forms[word] !== ',') return true
  if (/^(?:at|up|as|about|around|over|nearly|almost|only|even|not|both)$/.test(layout.form(word)))
    return isNominal(layout, word + 1) || /^(?:least|most|to|many)$/.test(layout.form(word + 1))
  return /^(?:if|when|while|because|since|there|only|even|so|no|not|unless|although|though|despite|unlike|given|under)$/.test(
    layout.form(word)
  )
}
