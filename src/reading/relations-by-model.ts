import {type Analysis, sentenceCount} from '../language/analysis.ts'
import type {Models} from '../language/models.ts'
import {calibratedScore} from '../language/name-scores.ts'
import type {RelationDraft} from './relation-draft.ts'
import {timeOfTie} from './relation-times.ts'
import {type TieCandidate, tieCandidates} from './tie-candidates.ts'
import {tieFeatures} from './tie-features.ts'
import {TIE_KINDS, type TieKind} from './tie-kinds.ts'
import {tieModelOf} from './tie-model.ts'
import {tellingWord} from './tie-paths.ts'
import {phraseOfTie} from './tie-phrases.ts'
import {sentenceBounds} from './word-classes.ts'

/** A tie that the model tells, and how sure it is. */
interface Told {
  readonly candidate: TieCandidate
  readonly tie: TieKind
  readonly score: number
}

/**
 * Relations between two things of a sentence that a trained model tells, where no rule has words for them.
 *
 * ```text
 * Holm, a graduate in law of Westerby College, …
 * ^from ^^^^^^^^^^^^^^^^^^^^ ^to    phrase
 * ```
 */
export function relationsByModel(analysis: Analysis, models: Pick<Models, 'ties' | 'encoder'>): RelationDraft[] {
  const best = new Map<string, Told>()
  for (let sentence = 0; sentence < sentenceCount(analysis); sentence++) {
    const bounds = {first: analysis.sentenceStarts[sentence]!, end: analysis.sentenceStarts[sentence + 1]!}
    for (const candidate of tieCandidates(analysis, bounds))
      for (const told of tiesOf(analysis, models, candidate)) {
        const key = keyOf(told)
        if ((best.get(key)?.score ?? 0) < told.score) best.set(key, told)
      }
  }
  const byWords = new Map<string, RelationDraft>()
  for (const told of [...best.values()].sort(byNarrowness)) {
    const draft = draftOf(analysis, told)
    const key = `${[draft.from.chain.id, draft.to.chain.id].sort().join(' ')} ${draft.phraseFirst}`
    if (!byWords.has(key)) byWords.set(key, draft)
  }
  return [...byWords.values()]
}

/** The same words tell one tie of two things: the narrower, then the surer. */
function byNarrowness(a: Told, b: Told): number {
  return Number(b.tie.isNarrow ?? false) - Number(a.tie.isNarrow ?? false) || b.score - a.score
}

/** The ties that the model tells of two things. Most pairs have no word between them that tells any: these cost no features. */
function tiesOf(analysis: Analysis, models: Pick<Models, 'ties' | 'encoder'>, candidate: TieCandidate): Told[] {
  const model = tieModelOf(models)
  const word = tellingWord(analysis, candidate.from, candidate.to)
  const lemma = word === undefined ? '' : analysis.lemmas[word]!
  const tellable = TIE_KINDS.filter(
    tie => tie.ends.includes(candidate.ends) && model.tells(tie, lemma) && !tellsAnEvent(tie, lemma)
  )
  if (tellable.length === 0) return []
  const likelihoods = model.likelihoods(tieFeatures(analysis, model.groups, candidate))
  return tellable.flatMap(tie => {
    const score = calibratedScore(likelihoods[TIE_KINDS.indexOf(tie)]!, models.ties)
    return SCORE_MIN <= score ? [{candidate, tie, score}] : []
  })
}

/** "Died in Osterby", "married in Osterby": where something happened to somebody is not where they live. */
function tellsAnEvent({name}: TieKind, lemma: string): boolean {
  return name === 'residence' && EVENTS.has(lemma.toLowerCase())
}

const EVENTS: ReadonlySet<string> = new Set(
  'die bear marry wed bury kill arrest meet visit fall drown execute'.split(' ')
)

/** Lower scores find more and are wrong more often, to the same F1 on KnowledgeNet: 0.65 for anything from 0.5 to 0.7. */
const SCORE_MIN = 0.65

/** One claim for two things and a tie, whichever way round a marriage is told. */
function keyOf({candidate: {from, to}, tie}: Told): string {
  const ids = [from.chain.id, to.chain.id]
  return `${tie.name} ${(tie.name === 'marriage' ? ids.sort() : ids).join(' ')}`
}

function draftOf(analysis: Analysis, {candidate: {from, to}, tie, score}: Told): RelationDraft {
  const {first, end, head} = phraseOfTie(analysis, from, to)
  return {
    from,
    to,
    kind: tie.kind,
    phraseFirst: first,
    phraseEnd: end,
    polarity: isDenied(analysis, first) ? 'negative' : 'positive',
    during: tie.kind === 'family' ? undefined : timeOfTie(analysis, head, sentenceBounds(analysis, head), from),
    reason: `a trained model reads these words as: ${tie.reason}`,
    score
  }
}

function isDenied({forms}: Analysis, first: number): boolean {
  return forms.slice(Math.max(0, first - 4), first).some(form => /^(?:not|never|n't|n’t|nor)$/i.test(form))
}
