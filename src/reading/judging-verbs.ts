import {type Analysis, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {type AssessmentDraft, SCOPE_WORDS_MAX, type SentenceBounds} from './assessment-draft.ts'
import {JUDGING_VERBS} from './assessment-verbs.ts'
import {mentionIndex} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {phrasesOf} from './phrases.ts'
import {isPlan} from './plain-hedges.ts'
import {isFinitePassive} from './weasels.ts'
import {valueByWord} from './word-lists.ts'

/**
 * What the verbs of a sentence say that somebody judges, and who that is.
 *
 * ```text
 * Many colleagues doubted it.   …, suggesting that it fell.   Holm sees the bridge as a ruin.
 * judge           ^^^^^^^          ^^^^^^^^^^                 judge ^^^^
 * ```
 */
export function verbJudgements(analysis: Analysis, bounds: SentenceBounds): AssessmentDraft[] {
  const found: AssessmentDraft[] = views(analysis, bounds)
  for (let word = bounds.first; word < bounds.end; word++) {
    const value = judgingVerbs.get(analysis.lemmas[word]!)
    const hasForm = /^VB[DPZ]$|^VBN$/.test(analysis.xpos[word]!) || isInference(analysis, word)
    if (!value || analysis.upos[word] !== 'VERB' || !hasForm) continue
    const scope = isPlainObject(analysis, word) ? undefined : complementAfter(analysis, word + 1, bounds.end)
    if (!scope || isOwnThought(analysis, word)) continue
    const passive = participantsOf(analysis).isPassive(word)
    if (analysis.xpos[word] === 'VBN' && !passive && !/^(?:has|have|had)$/.test(helperBefore(analysis, word))) continue
    const judge = passive ? undefined : subjectPhrase(analysis, word, bounds.first)
    if (passive && !isJudgedPassive(analysis, word)) continue
    if (passive && analysis.lemmas[word] === 'expect' && isPlan(analysis, word + 1)) continue
    found.push({
      hedge: wordSpan(analysis, passive ? word - 1 : word, word + 1),
      scope,
      value,
      ...(judge && {judge}),
      reason: `verb of judgement: "${analysis.forms[word]}"`,
      score: 0.7
    })
  }
  return found
}

const judgingVerbs = valueByWord(JUDGING_VERBS)

/** "…, suggesting that it fell": what the clause before lets one infer. */
function isInference({forms, lemmas, relations, xpos}: Analysis, verb: number): boolean {
  return (
    xpos[verb] === 'VBG' &&
    relations[verb] === 'advcl' &&
    forms[verb - 1] === ',' &&
    /^(?:suggest|indicate|imply)$/.test(lemmas[verb]!)
  )
}

/** "is concluded that", "is thought to be": with a clause; some also with a plain noun, "is considered a ruin". */
function isJudgedPassive(analysis: Analysis, verb: number): boolean {
  if (!isFinitePassive(analysis, verb)) return false
  if (/^(?:consider|deem|judge|estimate|think|believe|expect)$/.test(analysis.lemmas[verb]!)) return true
  return phrasesOf(analysis).child(verb, 'ccomp', 'xcomp', 'csubj') !== undefined
}

/** "suggested looking at it", "questioned the men", "what we expect from her": no clause is judged. */
function isPlainObject(analysis: Analysis, verb: number): boolean {
  const {forms, lemmas, xpos} = analysis
  const next = forms[verb + 1]?.toLowerCase() ?? ''
  if (lemmas[verb] === 'question') return !/^(?:whether|if|how|why)$/.test(next)
  if (/^(?:suggest|consider)$/.test(lemmas[verb]!) && xpos[verb + 1] === 'VBG') return true
  return /^(?:from|of|about|by|tank|tanks)$/.test(next) || isAside(analysis, verb)
}

/** "as the name implies": what is meant stands in the other clause. */
function isAside(analysis: Analysis, verb: number): boolean {
  const marker = phrasesOf(analysis).child(verb, 'mark')
  return analysis.relations[verb] === 'advcl' && marker !== undefined && /^as$/i.test(analysis.forms[marker]!)
}

/** "I think": a manner of speech. */
function isOwnThought({forms}: Analysis, verb: number): boolean {
  let word = verb - 1
  while (0 < word && /^(?:do|did|still|also|really|always|never|had|have)$|ly$/i.test(forms[word]!)) word--
  return /^(?:i|you|we)$/i.test(forms[word] ?? '')
}

function helperBefore({forms}: Analysis, verb: number): string {
  let word = verb - 1
  while (0 < word && /ly$|^(?:also|long|not|been)$/.test(forms[word]!)) word--
  return forms[word]?.toLowerCase() ?? ''
}

/** The clause after a verb of judgement; none where a plain object follows ("considered the offer"). */
function complementAfter(analysis: Analysis, from: number, end: number): Span | undefined {
  const {forms, upos} = analysis
  let word = from
  if (forms[word] === ',' && forms[word + 1] !== 'that') return undefined
  while (word < end && /^(?:that|,)$/.test(forms[word]!)) word++
  if (end <= word || /^(?:[.;:“”"!?)]|and|or|but)$/.test(forms[word]!)) return undefined
  let last = word
  let hasVerb = false
  while (last < end && !/^[.;!?“”"]$|^--$|^—$/.test(forms[last]!) && last - word < SCOPE_WORDS_MAX) {
    if (upos[last] === 'VERB' || upos[last] === 'AUX') hasVerb = true
    if (forms[last] === ',' && hasVerb) break
    last++
  }
  return hasVerb || isClauseStandIn(analysis, word) || forms[from] === 'that'
    ? wordSpan(analysis, word, Math.max(last, word + 1))
    : undefined
}

/** "doubted it." */
function isClauseStandIn({forms}: Analysis, word: number): boolean {
  return /^(?:it|this|that|so)$/.test(forms[word]!) && /^[.,;!?”"]$/.test(forms[word + 1] ?? '.')
}

/** The noun phrase that is the subject: who judges. */
function subjectPhrase(analysis: Analysis, verb: number, floor: number): {first: number; end: number} | undefined {
  const phrases = phrasesOf(analysis)
  const subject = phrases.child(verb, 'nsubj')
  if (subject !== undefined && floor <= subject && subject < verb && !RELATIVE.test(analysis.forms[subject]!)) {
    const own = mentionIndex(analysis).at(subject)
    // Of a long phrase only what leads up to its noun: "officials in the region who left in May".
    const first = phrases.child(subject, 'amod', 'compound', 'det', 'nummod', 'nmod') ?? subject
    return own ? {first: own.firstWord, end: own.endWord} : {first: Math.min(first, subject), end: subject + 1}
  }
  const place = participantsOf(analysis).subject(verb)
  if (place && place.form === 'name' && place.firstWord < verb && floor <= place.firstWord)
    return {first: place.firstWord, end: place.endWord}
  return undefined
}

const RELATIVE = /^(?:who|which|that|whom|what)$/i

/** "Holm sees the bridge as a ruin": how somebody sees it. */
function views(analysis: Analysis, {first, end}: SentenceBounds): AssessmentDraft[] {
  const phrases = phrasesOf(analysis)
  const found: AssessmentDraft[] = []
  for (let word = first; word < end; word++) {
    if (!/^(?:see|view|regard|perceive)$/.test(analysis.lemmas[word]!) || !/^VB[DPZN]$/.test(analysis.xpos[word]!))
      continue
    const object = phrases.child(word, 'obj')
    const seenAs = phrases
      .children(word)
      .find(child => word < child && phrases.children(child).some(mark => isAs(analysis, mark)))
    const judge = subjectPhrase(analysis, word, first)
    if (object === undefined || object < word || seenAs === undefined || !judge || isOwnThought(analysis, word))
      continue
    found.push({
      hedge: wordSpan(analysis, word, word + 1),
      scope: wordSpan(analysis, phrases.first(object), Math.max(phrases.last(object), phrases.last(seenAs)) + 1),
      value: 'probable',
      judge,
      reason: `how it is seen: "${analysis.forms[word]}"`,
      score: 0.6
    })
  }
  return found
}

function isAs({forms, relations}: Analysis, word: number): boolean {
  return /^as$/i.test(forms[word]!) && /^(?:case|mark)$/.test(relations[word]!)
}
