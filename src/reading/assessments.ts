import {type Analysis, sentenceCount, wordAt, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {type AssessmentDraft, SCOPE_WORDS_MAX, type SentenceBounds} from './assessment-draft.ts'
import {JUDGING_PHRASES, PLAIN_HEDGES} from './assessment-verbs.ts'
import type {Modality} from './claim.ts'
import {claimOn} from './claim-on.ts'
import {hedgesWithin} from './hedges.ts'
import {verbJudgements} from './judging-verbs.ts'
import type {Material} from './material.ts'
import {mentionIndex} from './mention-index.ts'
import {phrasesOf} from './phrases.ts'
import {isPlainHedge, isPlan} from './plain-hedges.ts'
import type {Assessment, Statement} from './reading.ts'
import {isRoleNoun} from './role-words.ts'
import {StatementsAt} from './statements-at.ts'
import {weaselAt} from './weasels.ts'
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
  const found: AssessmentDraft[] = []
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const bounds = {first: analysis.sentenceStarts[sentence]!, end: analysis.sentenceStarts[sentence + 1]!}
    if (bounds.first === bounds.end) continue
    const ofSentence = [
      ...verbJudgements(analysis, bounds),
      ...opinions(analysis, bounds),
      ...hedged(material, bounds),
      ...phraseJudgements(analysis, bounds)
    ]
    const kept: AssessmentDraft[] = []
    for (const draft of ofSentence) if (!kept.some(other => clashes(other, draft))) kept.push(draft)
    found.push(...kept.flatMap(draft => ofJudge(material, draft, kept)))
  }
  return found
    .sort((a, b) => a.hedge.start - b.hedge.start)
    .map(draft => assessmentOf(material, draft, around.at(draft.hedge)))
}

/** Whether two hedges share words, so that only the first stands. */
function clashes(a: AssessmentDraft, b: AssessmentDraft): boolean {
  return a.hedge.start < b.hedge.end && b.hedge.start < a.hedge.end
}

/** A hedge inside what somebody judges is theirs; a modal verb there only tells what they judge: "they believe it could fall". */
function ofJudge({analysis}: Material, draft: AssessmentDraft, others: readonly AssessmentDraft[]): AssessmentDraft[] {
  const around = draft.isHedge
    ? others.find(
        ({scope, judge, isHedge}) =>
          !isHedge && judge && scope.start <= draft.hedge.start && draft.hedge.end <= scope.end
      )
    : undefined
  if (!around) return [draft]
  return analysis.xpos[wordAt(analysis, draft.hedge.start)] === 'MD' ? [] : [{...draft, judge: around.judge!}]
}

const judgingPhrases = new WordPhrases(
  JUDGING_PHRASES.flatMap(([value, list]) => list.split('; ').map(phrase => [phrase, value] as const))
)

/** What people without a name hold: "many critics say", "is widely regarded as". */
function opinions(analysis: Analysis, bounds: SentenceBounds): AssessmentDraft[] {
  const found: AssessmentDraft[] = []
  for (let word = bounds.first; word < bounds.end; word++) {
    const weasel = weaselAt(analysis, word)
    if (!weasel) continue
    const {hedge, scope, people} = weasel
    const reason = 'held by people without a name'
    found.push({hedge, scope, value: 'unknown', ...(people && {judge: people}), reason, score: 0.6})
  }
  return found
}

function phraseJudgements(analysis: Analysis, bounds: SentenceBounds): AssessmentDraft[] {
  const found: AssessmentDraft[] = []
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
function clauseFrom(analysis: Analysis, word: number, from: number, {first, end}: SentenceBounds): Span {
  let last = from
  while (last < end && !/^[.;!?“”"]$|^--$|^—$/.test(analysis.forms[last]!) && last - from < SCOPE_WORDS_MAX) last++
  if (last - from < 3) return wordSpan(analysis, Math.max(first, word - 20), Math.max(last, from))
  return wordSpan(analysis, word, last)
}

function hedged(material: Material, {first, end}: SentenceBounds): AssessmentDraft[] {
  const {analysis} = material
  return hedgesWithin(material, wordSpan(analysis, first, end))
    .filter(({hedge}) => !PLAIN_HEDGES.has(analysis.text.slice(hedge.start, hedge.end).toLowerCase()))
    .filter(({hedge, scope, value}) => {
      if (scope.end <= hedge.end && value !== 'unknown') return false
      const endWord = wordAt(analysis, hedge.end - 1) + 1
      return !(/expected to$/i.test(analysis.text.slice(hedge.start, hedge.end)) && isPlan(analysis, endWord))
    })
    .map(({hedge, scope, value, band, hearsay}) => ({
      hedge,
      scope: scope.end <= hedge.end ? (subjectOfHedge(analysis, hedge) ?? scope) : scope,
      value,
      ...(band !== undefined && {band}),
      isHedge: true,
      reason: hearsay ? 'told as what others say' : 'a hedge',
      score: band === undefined ? 0.55 : 0.75
    }))
}

/** "The cause is unknown", "remains unclear": what is so. */
function subjectOfHedge(analysis: Analysis, hedge: Span): Span | undefined {
  const phrases = phrasesOf(analysis)
  const word = wordAt(analysis, hedge.end - 1)
  const subject = phrases.child(analysis.relations[word] === 'xcomp' ? analysis.heads[word]! : word, 'nsubj')
  return subject === undefined ? undefined : wordSpan(analysis, phrases.first(subject), phrases.last(subject) + 1)
}

function assessmentOf(material: Material, draft: AssessmentDraft, statement: Statement | undefined): Assessment {
  const {analysis} = material
  const {hedge, scope, band, value} = draft
  const assessor = judgeOf(material, draft) ?? speakerOf(material, statement) ?? 'document'
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

/** Who says the statement; one who is only described, "his lawyer", becomes an entity. */
function speakerOf(material: Material, statement: Statement | undefined): string | undefined {
  if (!statement?.source || statement.speaker !== null) return statement?.speaker ?? undefined
  const {analysis} = material
  const first = wordAt(analysis, statement.source.start)
  const end = wordAt(analysis, statement.source.end - 1) + 1
  return analysis.upos[end - 1] === 'NOUN' ? judgeOf(material, {judge: {first, end}}) : undefined
}

/** The entity that judges; a group that has no name becomes one, and so does a holder of a post: "an official". */
function judgeOf({analysis, entities}: Material, {judge}: Pick<AssessmentDraft, 'judge'>): string | undefined {
  if (!judge) return undefined
  const place = mentionIndex(analysis).at(judge.end - 1)
  if (place) return place.chain.id
  const span = wordSpan(analysis, judge.first, judge.end)
  const name = analysis.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  if (/^(?:it|this|that|there|these|those|which|who|what|they|he|she|i|we|you|one|all)$/i.test(name)) return undefined
  const isPerson = analysis.xpos[judge.end - 1] === 'NN' && isRoleNoun(analysis.forms[judge.end - 1]!)
  return (entities.named(name) ?? entities.add(isPerson ? 'person' : 'group', name, [{...span, form: 'nominal'}])).id
}
