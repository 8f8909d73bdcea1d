import type {Analysis} from '../language/analysis.ts'
import {phrasesOf} from './phrases.ts'
import type {WordBounds} from './relation-draft.ts'
import {wordSet} from './word-lists.ts'

/**
 * Whether the words of a hedge, or of an appearance, judge nothing where they stand.
 *
 * ```text
 * Varga could face ten years, as soon as possible, an unknown man, appeared in a film
 *       ^^^^^                             ^^^^^^^^     ^^^^^^^      ^^^^^^^^
 * ```
 */
export function isPlainHedge(analysis: Analysis, first: number, endWord: number, bounds: WordBounds): boolean {
  const {forms, xpos} = analysis
  const hedge = forms[endWord - 1]!.toLowerCase()
  if (xpos[first] === 'MD') return isPlainModal(analysis, first, bounds)
  const before = forms[first - 1]?.toLowerCase() ?? ''
  const next = forms[endWord]?.toLowerCase() ?? ''
  if (hedge === 'possible') return /^(?:as|if|where|wherever|when|whenever)$/.test(before) || next === 'to'
  if (hedge === 'unknown') return first + 1 === endWord && analysis.upos[endWord] === 'NOUN'
  if (/^(?:appears|appeared)$/.test(hedge)) return SEEN_AT.test(next) || !seemsSomething(analysis, first)
  if (hedge === 'certain') return /^(?:NOUN|ADJ)$/.test(analysis.upos[endWord] ?? '')
  if (hedge === 'probable') return next === 'cause'
  if (hedge === 'unlikely') return ODD_TOGETHER.test(analysis.lemmas[endWord] ?? '')
  if (isCompared(analysis, first, endWord)) return true
  if (hedge === 'remote') return !CHANCE.test(analysis.lemmas[endWord] ?? '') && !isOfChance(analysis, first)
  if (hedge === 'clearly' && SHOWING.test(analysis.lemmas[endWord] ?? '')) return true
  if (/\b(?:clearly|definitely|certainly)$/.test(hedge)) return xpos[endWord] === 'VB' && first === bounds.first
  return false
}

/** "more likely to smoke", "as likely as": how often, among many. */
function isCompared({forms}: Analysis, first: number, endWord: number): boolean {
  const words = forms
    .slice(first, endWord + 1)
    .join(' ')
    .toLowerCase()
  const before = forms[first - 1]?.toLowerCase() ?? ''
  if (/^(?:more|less) likely to$/.test(words)) return true
  return /^likely\b/.test(words) && (/^(?:less|as)$/.test(before) || (before === 'more' && /^likely to\b/.test(words)))
}

/** "an unlikely alliance": an odd one. */
const ODD_TOGETHER =
  /^(?:ally|alliance|hero|friend|friendship|pair|pairing|couple|duo|group|star|source|place|partner|partnership|champion|winner|bedfellow|companion|coalition|setting)$/

/** "a remote chance": a likelihood; a remote island is far. */
const CHANCE = /^(?:chance|possibility|prospect|likelihood|probability|odds)$/

/** "the chance of it is remote". */
function isOfChance(analysis: Analysis, adjective: number): boolean {
  const subject = phrasesOf(analysis).child(adjective, 'nsubj')
  return subject !== undefined && CHANCE.test(analysis.lemmas[subject]!)
}

/** "clearly marked", "said clearly": a manner. */
const SHOWING =
  /^(?:say|show|demonstrate|see|hear|mark|define|state|identify|label|write|explain|express|visible|understand|speak|indicate|establish|tell)$/

/** "appears able", "it appears that": something is said to seem so. */
function seemsSomething(analysis: Analysis, verb: number): boolean {
  if (analysis.relations[verb] === 'parataxis' || /^(?:ADJ|ADV|SCONJ)$/.test(analysis.upos[verb + 1] ?? '')) return true
  return phrasesOf(analysis).child(verb, 'xcomp', 'ccomp', 'csubj') !== undefined
}

/** "appeared in a film", "appeared before the judge": came to be seen. */
const SEEN_AT =
  /^(?:in|on|at|before|with|alongside|beside|for|from|under|next|outside|behind|over|[.,;:!?”"]|again|regularly|briefly|live|today|yesterday)$/

/** A modal verb of leave, ability or law, in a question, a prayer, or of what anybody might do. */
function isPlainModal(analysis: Analysis, modal: number, {first, end}: WordBounds): boolean {
  const {forms, lemmas, upos, xpos} = analysis
  const before = forms[modal - 1]?.toLowerCase() ?? ''
  const next = forms[modal + 1]?.toLowerCase() ?? ''
  const isCould = /^could$/i.test(forms[modal]!)
  if (/^(?:i|we|you)$/.test(before) || forms[end - 1] === '?') return true
  if (modal === first || /^["“]$/.test(before) || /^(?:i|we|you)$/.test(next)) return true
  if (isCould && /^(?:not|n't|n’t|only|no|hardly|easily)$/.test(next)) return true
  if (isCould && before === 'who') return true
  if (standsBeforeSubject(analysis, modal)) return true
  if (isCould && /^(?:he|she|they|one)$/.test(before) && !/^(?:have|be|become|lose|win|miss)$/.test(next)) return true
  let verb = modal + 1
  while (verb < end && (upos[verb] === 'ADV' || upos[verb] === 'AUX' || xpos[verb] === 'RB')) verb++
  if (isCould && /^(?:see|hear|smell)$/.test(lemmas[verb] ?? '')) return true
  if (GENERAL.has(lemmas[verb] ?? '') && /^(?:may|can)$/i.test(forms[modal]!)) return true
  if (OPEN_TO_ALL.has(lemmas[verb] ?? '') && xpos[verb] === 'VBN' && forms[verb - 1] === 'be') return true
  return PENALTIES.has(lemmas[verb] ?? '') || followsWish(forms, modal, first)
}

/** "symptoms may include": now this, now that. */
const GENERAL = new Set(['include', 'vary', 'contain', 'differ', 'depend', 'consist', 'refer', 'range'])

/** "may be used", "could be found": what is open to anybody. */
const OPEN_TO_ALL = wordSet(
  'use find call apply describe divide obtain purchase buy add choose select combine play download'
)

/** "may Heaven help them", "could the dam hold": a prayer or a question. */
function standsBeforeSubject(analysis: Analysis, modal: number): boolean {
  const verb = analysis.heads[modal]!
  const subject = verb < 0 ? undefined : phrasesOf(analysis).child(verb, 'nsubj')
  return subject !== undefined && modal < subject
}

/** Verbs of what the law allows: "could face ten years", "may be fined". */
const PENALTIES = new Set(['face', 'fine', 'jail', 'imprison', 'appeal'])

/** "so that it could pass", "wished that it could": a purpose or a wish. */
function followsWish(forms: readonly string[], modal: number, first: number): boolean {
  for (let word = modal - 1; Math.max(first, modal - 6) <= word; word--) {
    if (/^[,;:.“”"]$/.test(forms[word]!)) return false
    if (/^(?:wish|wished|wishes|whether|order)$/i.test(forms[word]!)) return true
    if (/^so$/i.test(forms[word]!) && modal - word < 5) return true
  }
  return false
}

/** "is expected to report in April", "was expected to meet": what somebody plans to do, where a person does it. */
export function isPlan({forms, lemmas}: Analysis, from: number): boolean {
  let verb = from
  while (/^(?:to|also|now|formally|then)$/.test(forms[verb] ?? '')) verb++
  return PLANNED.has(lemmas[verb] ?? '')
}

const PLANNED = new Set(
  `report present give attend speak visit meet sign testify arrive announce vote publish decide hold begin start open return
  travel address deliver release unveil submit discuss appear rule issue host convene debate`.split(/\s+/)
)
