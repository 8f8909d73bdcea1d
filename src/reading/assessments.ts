import {type Analysis, sentenceCount, wordAt, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {JUDGING_PHRASES, JUDGING_VERBS, PLAIN_HEDGES} from './assessment-verbs.ts'
import type {Certainty, Modality} from './claim.ts'
import {claimOn} from './claim-on.ts'
import {hedgesWithin} from './hedges.ts'
import type {Material} from './material.ts'
import {mentionIndex} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import {isPlainHedge, isPlan} from './plain-hedges.ts'
import type {Assessment, Statement} from './reading.ts'
import {StatementsAt} from './statements-at.ts'
import {isDeterminer, isNominal} from './word-classes.ts'
import {valueByWord} from './word-lists.ts'
import {WordPhrases} from './word-phrases.ts'

/**
 * Who judges what, and how sure they are: "analysts doubt that", "it appears", "Varga believes".
 *
 * A hedge inside a statement is its speaker's; one that stands in nobody's words is the document's own. Analysts and officials
 * without a name are added to the entities as groups.
 */
export function findAssessments(material: Material, statements: readonly Statement[] = []): Assessment[] {
  const {analysis} = material
  const around = new StatementsAt(statements)
  const found: Draft[] = []
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const bounds = {first: analysis.sentenceStarts[sentence]!, end: analysis.sentenceStarts[sentence + 1]!}
    if (bounds.first === bounds.end) continue
    const ofSentence = [
      ...verbJudgements(analysis, bounds),
      ...hedged(material, bounds),
      ...phraseJudgements(analysis, bounds)
    ]
    const kept: Draft[] = []
    for (const draft of ofSentence) if (!kept.some(other => clashes(other, draft))) kept.push(draft)
    found.push(...kept)
  }
  return found
    .sort((a, b) => a.hedge.start - b.hedge.start)
    .map(draft => assessmentOf(material, draft, around.at(draft.hedge)))
}

interface Bounds {
  readonly first: number
  readonly end: number
}

interface Draft {
  readonly hedge: Span
  readonly scope: Span
  readonly value: Certainty
  readonly band?: string
  /** The words that name who judges, where the sentence does. */
  readonly judge?: {readonly first: number; readonly end: number}
  readonly reason: string
  readonly score: number
}

/** Whether two hedges share words, so that only the first stands. */
function clashes(a: Draft, b: Draft): boolean {
  return a.hedge.start < b.hedge.end && b.hedge.start < a.hedge.end
}

const judgingVerbs = valueByWord(JUDGING_VERBS)
const judgingPhrases = new WordPhrases(
  JUDGING_PHRASES.flatMap(([value, list]) => list.split('; ').map(phrase => [phrase, value] as const))
)

function verbJudgements(analysis: Analysis, bounds: Bounds): Draft[] {
  const found: Draft[] = []
  for (let word = bounds.first; word < bounds.end; word++) {
    const value = judgingVerbs.get(analysis.lemmas[word]!)
    if (!value || analysis.upos[word] !== 'VERB' || !/^VB[DPZ]$|^VBN$/.test(analysis.xpos[word]!)) continue
    const scope = isPlainObject(analysis, word) ? undefined : complementAfter(analysis, word + 1, bounds.end)
    if (!scope || isOwnThought(analysis, word)) continue
    const passive = participantsOf(analysis).isPassive(word)
    if (analysis.xpos[word] === 'VBN' && !passive && !/^(?:has|have|had)$/.test(helperBefore(analysis, word))) continue
    const judge = passive ? undefined : subjectPhrase(analysis, word, bounds.first)
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

/** "suggested looking at it", "questioned the men", "what we expect from her": no clause is judged. */
function isPlainObject({forms, lemmas, xpos}: Analysis, verb: number): boolean {
  const next = forms[verb + 1]?.toLowerCase() ?? ''
  if (lemmas[verb] === 'question') return !/^(?:whether|if|how|why)$/.test(next)
  if (/^(?:suggest|consider)$/.test(lemmas[verb]!) && xpos[verb + 1] === 'VBG') return true
  return /^(?:from|of|about|by|tank|tanks)$/.test(next)
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
  if (end <= word || /^[.;:“”"!?)]$/.test(forms[word]!)) return undefined
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

const SCOPE_WORDS_MAX = 45

/** The noun phrase before the verb: who judges. */
function subjectPhrase(analysis: Analysis, verb: number, floor: number): {first: number; end: number} | undefined {
  const {forms} = analysis
  const place = participantsOf(analysis).subject(verb)
  if (place && place.form === 'name' && place.firstWord < verb && floor <= place.firstWord)
    return {first: place.firstWord, end: place.endWord}
  let end = verb
  while (
    floor < end &&
    /^(?:has|have|had|also|still|now|widely|generally|does|do|did|not|n't|long)$|ly$/.test(forms[end - 1]!)
  )
    end--
  const own = mentionIndex(analysis).before(end)
  if (own) return {first: own.firstWord, end: own.endWord}
  let first = end
  while (floor < first && isNominal(analysis, first - 1)) first--
  if (first === end) return undefined
  return isDeterminer(forms[first - 1]) && floor < first ? {first: first - 1, end} : {first, end}
}

function phraseJudgements(analysis: Analysis, bounds: Bounds): Draft[] {
  const found: Draft[] = []
  for (let word = bounds.first; word < bounds.end; word++) {
    const phrase = judgingPhrases.at(analysis.forms, word, bounds.end)
    if (!phrase || isPlainHedge(analysis, word, phrase.endWord, bounds)) continue
    found.push({
      hedge: wordSpan(analysis, word, phrase.endWord),
      scope: clauseFrom(analysis, word, phrase.endWord, bounds),
      value: phrase.value,
      reason: `words of judgement: "${analysis.forms.slice(word, phrase.endWord).join(' ')}"`,
      score: 0.65
    })
    word = phrase.endWord - 1
  }
  return found
}

/** The clause that goes on after a phrase; the one before it where it ends the sentence. */
function clauseFrom(analysis: Analysis, word: number, from: number, {first, end}: Bounds): Span {
  let last = from
  while (last < end && !/^[.;!?“”"]$|^--$|^—$/.test(analysis.forms[last]!) && last - from < SCOPE_WORDS_MAX) last++
  if (last - from < 3) return wordSpan(analysis, Math.max(first, word - 20), Math.max(last, from))
  return wordSpan(analysis, word, last)
}

function hedged(material: Material, {first, end}: Bounds): Draft[] {
  const {analysis} = material
  return hedgesWithin(material, wordSpan(analysis, first, end))
    .filter(({hedge}) => !PLAIN_HEDGES.has(analysis.text.slice(hedge.start, hedge.end).toLowerCase()))
    .filter(({hedge, scope, value}) => {
      if (scope.end <= hedge.end && value !== 'unknown') return false
      const endWord = wordAt(analysis, hedge.end - 1) + 1
      const plan = /expected to$/i.test(analysis.text.slice(hedge.start, hedge.end)) && isPlan(analysis, endWord)
      return !plan && !isPlainHedge(analysis, wordAt(analysis, hedge.start), endWord, {first, end})
    })
    .map(({hedge, scope, value, band, hearsay}) => ({
      hedge,
      scope,
      value,
      ...(band !== undefined && {band}),
      reason: hearsay ? 'told as what others say' : 'a hedge',
      score: band === undefined ? 0.55 : 0.75
    }))
}

function assessmentOf(material: Material, draft: Draft, statement: Statement | undefined): Assessment {
  const {analysis} = material
  const {hedge, scope, band, value} = draft
  const assessor = judgeOf(material, draft) ?? statement?.speaker ?? 'document'
  const about = mentionIndex(analysis).from(wordAt(analysis, scope.start))?.chain.id
  const base = claimOn(material, 'assessment', [hedge, scope], {reason: draft.reason, score: draft.score})
  const voices = statement ? statement.voices : base.voices
  const modality: Modality[] = voices.length > 0 ? [{voice: 0, value, hedge, scope}] : []
  return {
    ...base,
    voices,
    modality,
    assessor,
    hedge,
    ...(band !== undefined && {band}),
    scope,
    ...(about !== undefined && {about})
  }
}

/** The entity that judges; a group that has no name becomes one. */
function judgeOf({analysis, entities}: Material, {judge}: Draft): string | undefined {
  if (!judge) return undefined
  const place = mentionIndex(analysis).at(judge.end - 1)
  if (place) return place.chain.id
  const span = wordSpan(analysis, judge.first, judge.end)
  const name = analysis.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  if (/^(?:it|this|that|there|these|those|which|who|what|they|he|she)$/i.test(name)) return undefined
  return (entities.named(name) ?? entities.add('group', name, [{...span, form: 'nominal'}])).id
}
