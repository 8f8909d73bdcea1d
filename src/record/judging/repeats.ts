import type {Judgement, JudgementKind} from './judgement.ts'

type Asked = Pick<Judgement, 'kind' | 'about' | 'by' | 'said'>

/** Whether the same person was the last to judge this matter, and judged it just so. `standing` in the order of the log. */
export function repeats(standing: readonly Judgement[], asked: Asked): boolean {
  const last = standing.findLast(judgement => isOfOneMatter(judgement, asked))
  return last?.by === asked.by && last.kind === asked.kind && essenceOf(last) === essenceOf(asked)
}

/** Judgements of one matter take each other's place. */
function isOfOneMatter(earlier: Judgement, asked: Asked): boolean {
  if (MENTIONS.has(asked.kind)) return MENTIONS.has(earlier.kind) && essenceOf(earlier) === essenceOf(asked)
  if (earlier.about !== asked.about) return false
  if (asked.kind === 'correct') {
    // A correction of another field leaves this one as it is; a rejection leaves nothing of it.
    const isSameField =
      earlier.kind === 'correct' && earlier.said.field === (asked.said as {readonly field: string}).field
    return isSameField || earlier.kind === 'reject' || earlier.kind === 'unsure'
  }
  if (VERDICTS.has(asked.kind)) return VERDICTS.has(earlier.kind) || earlier.kind === 'correct'
  if (asked.kind === 'grade' || asked.kind === 'settle' || asked.kind === 'forget') return earlier.kind === asked.kind
  return earlier.kind === asked.kind && essenceOf(earlier) === essenceOf(asked)
}

const VERDICTS = new Set<JudgementKind>(['accept', 'reject', 'unsure'])
const MENTIONS = new Set<JudgementKind>(['same', 'different', 'is', 'is-not'])

/** What a correction replaces is another thing the second time. */
function essenceOf({kind, said}: Pick<Judgement, 'kind' | 'said'>): string {
  return JSON.stringify(kind === 'correct' ? (said as {readonly value: unknown}).value : said)
}
