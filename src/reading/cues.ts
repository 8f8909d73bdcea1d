import {wordCount} from '../language/analysis.ts'
import {bodyNouns, personNouns} from '../language/description-nouns.ts'
import type {Layout, WordRange} from './layout.ts'
import {isNominal, isNoun, nounRun} from './noun-phrases.ts'
import {
  FIGURE_VERBS,
  FIGURES,
  NAMING_VERBS,
  PARTICLES,
  RECKONERS,
  REPORTING_VERBS,
  UNDONE_GOVERNORS
} from './reporting-words.ts'
import {isRoleNoun} from './role-words.ts'
import {formsOf} from './verb-forms.ts'

/** A verb at which somebody may be reported to speak. */
export interface Cue {
  readonly verb: number
  readonly lemma: string
  /** Auxiliaries, verb and particle. */
  readonly range: WordRange
  /** "pointed out", "went on": the particle makes it a verb of speaking. */
  readonly particle: boolean
  /** "did not say": the speaking itself is denied. */
  readonly negative: boolean
  /** "was accused by": the subject did not speak. */
  readonly passive: boolean
  /** It carries tense, or leans on a verb that does. */
  readonly form: 'finite' | 'participle' | 'infinitive'
}

const LEMMA_BY_FORM = formsOf(REPORTING_VERBS)

/** "could say", "will ask": nobody has spoken yet. */
const UNREAL = /^(?:could|may|might|should|must|can|will|would|shall|['’](?:ll|d)|wo|ca)$/

const NEGATION = /^(?:not|n['’]t|never|without|nor|neither)$/

/** Governors whose infinitive is itself the act: "went on to say", "seemed to suggest". */
const DONE_GOVERNORS =
  /^(?:go|goes|going|went|gone|seem|seems|seemed|appear|appears|appeared|continue|continues|continued|began|begins|came|quick|used)$/

/** ", suggesting …" behind a sentence is what the reporter concludes, not what anybody said. */
const INFERRED = new Set([
  'suggesting',
  'indicating',
  'implying',
  'signaling',
  'signalling',
  'showing',
  'underscoring',
  'highlighting',
  'underlining',
  'revealing',
  'meaning'
])

/** So many words before a verb are looked at for its auxiliaries. */
const AUXILIARIES_MAX = 6

/** Find the verbs outside of quotations at which somebody may be reported to speak, in the order of the text. */
export function findCues(layout: Layout): Cue[] {
  const cues: Cue[] = []
  const count = wordCount(layout.words)
  for (let word = 0; word < count; word++) {
    if (0 <= layout.quotationOf[word]! || layout.paragraphOf[word]! < 0) continue
    const lemma = LEMMA_BY_FORM.get(layout.form(word))
    if (lemma === undefined || !isVerb(layout, word) || asksForNoName(layout, word)) continue
    if (lemma === 'name' && appoints(layout, word)) continue
    if (FIGURE_VERBS.has(lemma) && !tellsFigure(layout, word)) continue
    const cue = cueAt(layout, word, lemma)
    if (isReal(layout, cue)) cues.push(cue)
  }
  return cues
}

/** "who asked not to be named", "requested to remain anonymous": what is asked for is no news. */
function asksForNoName(layout: Layout, verb: number): boolean {
  let word = verb + 1
  if (layout.form(word) === 'not') word++
  if (layout.form(word) !== 'to') return false
  return /^be (?:named|identified|quoted|cited)$|^(?:remain|stay|be) anonymous$/.test(
    `${layout.form(word + 1)} ${layout.form(word + 2)}`
  )
}

/** "put the number of dead at eleven", "put damage at up to $3 million". */
function tellsFigure(layout: Layout, verb: number): boolean {
  const {words} = layout
  if (!mayReckon(layout, verb)) return false
  const object = nounRun(layout, verb + 1, verb + 1 + TITLE_WORDS_MAX)
  if (object.first !== verb + 1 || object.end <= object.first || !FIGURES.has(words.lemmas[object.end - 1]!))
    return false
  let at = object.end
  while (at < object.end + PATTERN_WORDS_MAX && !/^(?:at|to|on|in|up|[,.;:])$/.test(layout.form(at))) at++
  let amount = at + 1
  while (ABOUT.test(layout.form(amount))) amount++
  const isNumber = words.upos[amount] === 'NUM' || /^[$€£]/.test(words.forms[amount] ?? '')
  return layout.form(at) === 'at' && isNumber && !/^o['’]clock$/.test(layout.form(amount + 1))
}

/** Whether people, a body or a study stand before the verb: a storm puts nothing at so much. */
function mayReckon(layout: Layout, verb: number): boolean {
  let word = verb - 1
  while (/^(?:has|have|had|also|now|later|then)$/.test(layout.form(word))) word--
  const lemma = layout.words.lemmas[word] ?? ''
  if (0 < (layout.nameEnd[word] ?? 0) || /^(?:he|she|they|who|which)$/.test(lemma)) return true
  return personNouns.has(lemma) || bodyNouns.has(lemma) || isRoleNoun(lemma) || RECKONERS.has(lemma)
}

const PATTERN_WORDS_MAX = 6
const ABOUT =
  /^(?:about|around|roughly|nearly|almost|over|under|up|to|more|less|fewer|than|at|least|most|between|some|just|only)$/

/** "named his deputy, Ida Holm, as acting director": a post is given, where "named the victim as Ida Holm" tells something. */
export function appoints(layout: Layout, verb: number): boolean {
  const as = Array.from({length: APPOINTED_WORDS_MAX}, (_, index) => verb + 1 + index).find(word =>
    /^(?:as|[.;:])$/.test(layout.form(word))
  )
  if (as === undefined || layout.form(as) !== 'as') return false
  // "named the dead man as the former director": who somebody is, not what they are made.
  const title = `${layout.form(as + 1)} ${layout.form(as + 2)}`
  if (
    /^(?:an?|former|ex) /.test(title) ||
    (/^the /.test(title) && !/^the (?:new|next|first|acting|interim)$/.test(title))
  )
    return false
  for (let word = as + 1; word <= as + TITLE_WORDS_MAX && layout.nameEnd[word] === 0; word++)
    if (isRoleNoun(layout.form(word))) return layout.nameEnd[word + 1] === 0
  return false
}

const APPOINTED_WORDS_MAX = 12
const TITLE_WORDS_MAX = 5

/** Tagged as a verb; or standing as one, where the tagger took "noting that" or "experts doubt that" for a noun. */
function isVerb(layout: Layout, word: number): boolean {
  const {words} = layout
  if (words.forms[word + 1] === '-' || words.forms[word - 1] === '-') return false
  if (layout.form(word) === 'think' && /^tanks?$/.test(layout.form(word + 1))) return false
  if (words.upos[word] === 'VERB' || /^VB/.test(words.xpos[word]!)) return true
  const before = layout.form(word - 1)
  if (/^[,—–]$|^--$/.test(before) && /ing$/.test(layout.form(word))) return words.upos[word] !== 'ADJ'
  if (closesReport(layout, word)) return true
  if (!/^(?:that|there|they|he|she)$/.test(layout.form(word + 1))) return false
  if (words.xpos[word - 1] === 'NN' && words.xpos[word - 4] === 'NNS' && words.upos[word - 3] === 'ADP') return true
  return /^(?:NNS|NNP|NNPS|PRP|,)$/.test(words.xpos[word - 1] ?? '') || words.xpos[word - 2] === 'NNS'
}

/** "…, the group claims.": behind a comma or a mark, a noun phrase and then this as the last word. */
function closesReport(layout: Layout, word: number): boolean {
  if (!/s$|ed$/.test(layout.form(word)) || !/^[.,]$/.test(layout.form(word + 1)) || !isNoun(layout, word - 1))
    return false
  let first = word - 1
  while (0 < first && isNominal(layout, first - 1) && word - first < 8) first--
  return layout.form(first - 1) === ','
    ? /^(?:the|an?|he|she|they|it)$/.test(layout.form(first)) || 0 < layout.nameEnd[first]!
    : layout.closesQuotation(first - 1)
}

function cueAt(layout: Layout, verb: number, lemma: string): Cue {
  const {words} = layout
  let first = verb
  let negative = false
  let isBe = false
  let isHave = false
  for (let word = verb - 1; verb - AUXILIARIES_MAX <= word && 0 <= word && isBeforeVerb(layout, word); word--) {
    const form = layout.form(word)
    if (NEGATION.test(form)) negative = true
    if (!isAuxiliary(layout, word)) continue
    first = word
    isBe ||= /^(?:be|been|being|is|are|was|were|['’](?:s|re|m))$/.test(form)
    isHave ||= /^(?:have|has|had|having|['’](?:ve|d))$/.test(form)
  }
  const particle = PARTICLES.get(lemma) === layout.form(verb + 1)
  const isPast = words.xpos[verb] === 'VBN' || (words.xpos[verb] === 'VBD' && (isBe || isHave))
  return {
    verb,
    lemma,
    range: {first, end: particle ? verb + 2 : verb + 1},
    particle,
    negative: negative || NEGATION.test(layout.form(first - 1)),
    passive:
      isAsked(layout, verb, first) || (isPast && (isBe || (!isHave && first === verb && !mayBePast(layout, verb)))),
    form: formOf(layout, verb, first)
  }
}

/** "When asked …", "Asked if …": somebody else asked. */
function isAsked(layout: Layout, verb: number, first: number): boolean {
  return (
    first === verb && /ed$/.test(layout.form(verb)) && /^(?:when|if|while|once|as|though)$/.test(layout.form(verb - 1))
  )
}

/** "said" tagged as a participle right behind a quotation or a comma is a plain past. */
function mayBePast(layout: Layout, verb: number): boolean {
  const isTransitive =
    isNoun(layout, verb - 1) &&
    isNominal(layout, verb + 1) &&
    !NAMING_VERBS.has(LEMMA_BY_FORM.get(layout.form(verb)) ?? '')
  // "who declined to be named said": a second participle in a row is the verb of the clause around.
  const isSecond = layout.words.xpos[verb - 1] === 'VBN'
  return (
    isTransitive ||
    isSecond ||
    /^(?:root|conj|parataxis|ccomp)$/.test(layout.words.relations[verb]!) ||
    layout.closesQuotation(verb - 1) ||
    /^[,”"]$/.test(layout.form(verb - 1)) ||
    layout.words.upos[verb - 1] === 'PRON'
  )
}

function formOf(layout: Layout, verb: number, first: number): Cue['form'] {
  if (first === verb && /ing$/.test(layout.form(verb))) return 'participle'
  return layout.form(first - 1) === 'to' ? 'infinitive' : 'finite'
}

/** "had" and "did" right before a verb help it, whatever the tagger made of them. */
function isAuxiliary(layout: Layout, word: number): boolean {
  return (
    layout.words.upos[word] === 'AUX' ||
    layout.words.xpos[word] === 'MD' ||
    /^(?:have|has|had|having|is|are|was|were|be|been|being|do|does|did)$/.test(layout.form(word))
  )
}

function isBeforeVerb(layout: Layout, word: number): boolean {
  const {words} = layout
  return (
    isAuxiliary(layout, word) ||
    words.upos[word] === 'ADV' ||
    words.xpos[word] === 'RB' ||
    NEGATION.test(words.forms[word]!) ||
    (/^(?:since|long|ever)$/.test(layout.form(word)) && isAuxiliary(layout, word - 1))
  )
}

function isReal(layout: Layout, {verb, range, form, negative}: Cue): boolean {
  for (let word = range.first; word < verb; word++) if (UNREAL.test(layout.form(word))) return false
  if (form === 'participle')
    return !negative && !(INFERRED.has(layout.form(verb)) && /^(?:,|--|—)$/.test(layout.form(verb - 1)))
  if (form === 'finite') return true
  const governor = governorOf(layout, range.first - 1)
  if (DONE_GOVERNORS.test(layout.form(governor))) return true
  const {words} = layout
  if (UNDONE_GOVERNORS.has(words.lemmas[governor]!.toLowerCase())) return false
  return words.relations[verb] === 'advcl'
}

/** The word before "to", a particle or adverb passed over. */
function governorOf({words}: Layout, to: number): number {
  let word = to - 1
  while (0 < word && to - 3 < word && (words.upos[word] === 'ADV' || words.upos[word] === 'ADP')) word--
  return Math.max(0, word)
}
