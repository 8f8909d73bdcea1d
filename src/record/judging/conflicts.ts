import type {EffectiveReading} from './effective-reading.ts'
import type {Anchor, Judgement, JudgementKind} from './judgement.ts'

/** People judged the same thing, and not alike. Each one's last word on it, the newest last: that one holds. */
export interface JudgementConflict {
  /** The id of what they judged; of mentions `DOCUMENT:START-END`. */
  readonly about: string
  readonly judgements: readonly Judgement[]
  /** Words for a reader. */
  readonly reason: string
}

/** Where people contradict each other about a document, its claims and its mentions. `standing` in the order of the log. */
export function conflictsIn(
  document: string,
  {marks}: Pick<EffectiveReading, 'marks'>,
  standing: readonly Judgement[]
): JudgementConflict[] {
  const own = standing.filter(({kind, about}) => kind === 'correct' && about === document)
  const mentions = standing.filter(({kind}) => isAboutMentions(kind))
  return [
    ...conflictsOfFields(document, own),
    ...[...marks].flatMap(([claim, {judgements}]) => [
      ...conflictOfStatus(claim, judgements),
      ...conflictsOfFields(claim, judgements)
    ]),
    ...conflictsOfMentions(mentions)
  ]
}

/** What a judgement says of whether the claim holds. That nobody can tell denies nothing. */
const VERDICTS: Partial<Record<JudgementKind, 'holds' | 'does not'>> = {
  accept: 'holds',
  correct: 'holds',
  claim: 'holds',
  reject: 'does not'
}

function conflictOfStatus(about: string, judgements: readonly Judgement[]): JudgementConflict[] {
  const last = lastOfEach(judgements.filter(({kind}) => VERDICTS[kind] || kind === 'unsure'))
  const verdicts = last.filter(({kind}) => VERDICTS[kind])
  if (new Set(verdicts.map(({kind}) => VERDICTS[kind])).size < 2) return []
  return [{about, judgements: verdicts, reason: 'one rejected what another upheld'}]
}

function conflictsOfFields(about: string, judgements: readonly Judgement[]): JudgementConflict[] {
  const corrections = judgements.filter(judgement => judgement.kind === 'correct')
  return [...Map.groupBy(corrections, ({said}) => said.field)].flatMap(([field, ofField]) => {
    const last = lastOfEach(ofField)
    const values = new Set(last.map(({said}) => JSON.stringify(said.value)))
    return values.size < 2 ? [] : [{about, judgements: last, reason: `the ${field} was corrected differently`}]
  })
}

function conflictsOfMentions(judgements: readonly Judgement[]): JudgementConflict[] {
  return [...Map.groupBy(judgements, pairOf).values()].flatMap(ofPair => {
    const last = lastOfEach(ofPair)
    const verdicts = new Set(last.map(({kind}) => kind === 'same' || kind === 'is'))
    return verdicts.size < 2
      ? []
      : [{about: last.at(-1)!.about, judgements: last, reason: 'one takes them for the same, another does not'}]
  })
}

/** The two mentions, whichever was named first. */
function pairOf({said}: Judgement): string {
  const {one, other} = said as {readonly one: Anchor; readonly other: Anchor}
  return [one, other]
    .map(({document, start, end}) => `${document}:${start}-${end}`)
    .sort()
    .join()
}

function isAboutMentions(kind: JudgementKind): boolean {
  return kind === 'same' || kind === 'different' || kind === 'is' || kind === 'is-not'
}

/** Each person's last word, in the order of the log. */
function lastOfEach<J extends Judgement>(judgements: readonly J[]): J[] {
  return [...new Map(judgements.map(judgement => [judgement.by, judgement])).values()].sort(
    (a, b) => a.recorded - b.recorded
  )
}
