import {exponential, logarithm} from '../language/exponentials.ts'
import type {ModelFile} from '../language/model-file.ts'
import type {Draft} from './drafts.ts'
import {RULES} from './rules.ts'
import type {Speaker} from './speakers.ts'

/** No likelihood is taken for surer than this, or less sure than the rest. */
const SURE_MAX = 0.99

/**
 * How likely a statement is to be right, from 0 to 1, by what rules and network make of it: learnt from articles that neither has
 * seen, so that of the statements of one score as large a share is right.
 */
export function statementScore(draft: Draft, speaker: Speaker, {head}: ModelFile): number {
  const weights = head.settings['scoreWeights'] as readonly number[] | undefined
  if (weights === undefined || draft.heard === undefined) return draft.score * speaker.score
  const sum = scoreFeatures(draft, speaker).reduce((total, value, place) => total + value * weights[place]!, 0)
  return 1 / (1 + exponential(-sum))
}

/** What a score is made of. */
export function scoreFeatures({heard, rule, kind, negative}: Draft, speaker: Speaker): number[] {
  const {cueShare, wordsShare} = heard ?? {cueShare: 0.5}
  return [
    1,
    logit(cueShare),
    wordsShare === undefined ? 0 : 1,
    wordsShare === undefined ? 0 : logarithm(Math.max(1 - SURE_MAX, wordsShare)),
    logit(RULES[rule].score),
    rule === 'learnt' ? 1 : 0,
    speaker.source === null ? 1 : 0,
    logit(speaker.score),
    kind === 'direct' ? 1 : 0,
    kind === 'mixed' ? 1 : 0,
    negative ? 1 : 0
  ]
}

function logit(share: number): number {
  const bound = Math.min(SURE_MAX, Math.max(1 - SURE_MAX, share))
  return logarithm(bound / (1 - bound))
}
