import {type Analysis, sentenceOf} from '../language/analysis.ts'
import type {Certainty} from './claim.ts'
import {HEDGE_WORDS} from './hedge-words.ts'
import {UNDONE_DESCRIPTIONS, UNREAL_DESCRIPTIONS} from './modality-words.ts'
import {phrasesOf} from './phrases.ts'
import {valueByWord, wordSet} from './word-lists.ts'

/** So sure is something, by this word. */
export interface Doubt {
  readonly value: Certainty
  readonly cue?: number
}

/**
 * What the clause of `word` itself says against taking it as done: helping verbs, adverbs, "if", a question, an order.
 *
 * ```text
 * They might leave.   If they leave   Will they leave?   an alleged attack
 *      ^^^^^          ^^              ^^^^                  ^^^^^^^
 * ```
 */
export function doubtsIn(analysis: Analysis, word: number, {isNegated}: {readonly isNegated: boolean}): Doubt[] {
  const doubts: Doubt[] = []
  for (const child of phrasesOf(analysis).children(word)) {
    const value = valueOfChild(analysis, child, word, isNegated)
    if (value && value !== 'certain') doubts.push({value, cue: conditionOf(analysis, child) ?? child})
  }
  if (isQuestion(analysis, word) || isOrder(analysis, word)) doubts.push({value: 'unknown', cue: word})
  return doubts
}

const descriptions = valueByWord(UNREAL_DESCRIPTIONS)
const undone = wordSet(UNDONE_DESCRIPTIONS)

function valueOfChild(analysis: Analysis, child: number, word: number, isNegated: boolean): Certainty | undefined {
  const {forms, relations, xpos} = analysis
  const form = forms[child]!.toLowerCase()
  const relation = relations[child]!
  if (relation === 'aux' && xpos[child] === 'MD') return valueOfModal(analysis, child, word, isNegated)
  if (relation === 'advmod') return HEDGE_WORDS.get(form)?.value
  if (relation === 'mark') return isCondition(forms, child) ? 'unknown' : undefined
  if (relation === 'advcl') return conditionOf(analysis, child) === undefined ? undefined : 'unknown'
  if (/^(?:aux|cop)$/.test(relation) && isToCome(forms, child)) return 'probable'
  const isDescription = /^(?:amod|acl|compound)$/.test(relation) && analysis.upos[word] === 'NOUN'
  return isDescription ? (descriptions.get(form) ?? (undone.has(form) ? 'unlikely' : undefined)) : undefined
}

/** "could not come" did not; "smoke could be seen" was; "must have gone" is a guess, "must go" an order. */
function valueOfModal(
  {forms, lemmas}: Analysis,
  modal: number,
  verb: number,
  isNegated: boolean
): Certainty | undefined {
  const form = forms[modal]!.toLowerCase()
  const isPerfect = forms.slice(modal + 1, verb).some(other => /^(?:have|'ve|’ve)$/.test(other))
  if (/^(?:will|shall|'ll|’ll|wo|won)$/.test(form)) return 'probable'
  if (/^(?:can|ca|could)$/.test(form)) {
    if (isNegated && !isPerfect) return undefined
    return /^(?:see|hear|smell|feel)$/.test(lemmas[verb]!) ? undefined : 'possible'
  }
  if (/^(?:may|might)$/.test(form)) return 'possible'
  if (/^(?:must|'d|’d)$/.test(form)) return isPerfect ? 'probable' : 'unknown'
  if (/^would$/.test(form)) return isPerfect ? 'unlikely' : 'unknown'
  return 'unknown'
}

/** "if", "unless", "whether", "as though", "lest", "in case"; "even if" and "as if" too. */
function isCondition(forms: readonly string[], word: number): boolean {
  return /^(?:if|unless|whether|lest|provided|though)$/i.test(forms[word]!) && !isConceding(forms, word)
}

/** "though they left" concedes; "as though they left" imagines. */
function isConceding(forms: readonly string[], word: number): boolean {
  return /^though$/i.test(forms[word]!) && !/^as$/i.test(forms[word - 1] ?? '')
}

/** "is to meet", "were not to leave": set for a day to come. */
function isToCome(forms: readonly string[], helper: number): boolean {
  if (!/^(?:is|are|was|were)$/i.test(forms[helper]!)) return false
  const next = /^(?:not|n't|n’t|also|now|then)$/.test(forms[helper + 1] ?? '') ? helper + 2 : helper + 1
  return forms[next] === 'to'
}

/** "If it rains, the dam breaks": the word of the condition under which the other clause stands. */
function conditionOf(analysis: Analysis, clause: number): number | undefined {
  if (analysis.relations[clause] !== 'advcl') return undefined
  return phrasesOf(analysis)
    .children(clause)
    .find(child => analysis.relations[child] === 'mark' && /^(?:if|unless)$/i.test(analysis.forms[child]!))
}

/** A question that asks whether; "who sold it?" takes for granted that somebody did. */
function isQuestion(analysis: Analysis, word: number): boolean {
  if (0 <= analysis.heads[word]!) return false
  const sentence = sentenceOf(analysis, word)
  const [first, end] = [analysis.sentenceStarts[sentence]!, analysis.sentenceStarts[sentence + 1]!]
  if (!analysis.forms.slice(Math.max(word, end - 3), end).includes('?')) return false
  return !analysis.forms.slice(Math.max(first, word - QUESTION_REACH), word).some(form => ASKING.test(form))
}

const ASKING = /^(?:who|whom|why|when|where|how|what|which|whose)$/i
/** So far before its verb the word that asks stands. */
const QUESTION_REACH = 12

/** "Send the ships": a bare verb without subject that begins the sentence. */
function isOrder(analysis: Analysis, word: number): boolean {
  const {heads, relations, xpos, sentenceStarts} = analysis
  if (0 <= heads[word]! || xpos[word] !== 'VB') return false
  const first = sentenceStarts[sentenceOf(analysis, word)]!
  return (
    word - first < 4 &&
    !phrasesOf(analysis)
      .children(word)
      .some(child => /^(?:nsubj|aux|mark)$/.test(relations[child]!))
  )
}
