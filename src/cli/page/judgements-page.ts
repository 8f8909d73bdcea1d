import type {JudgementConflict} from '../../record/judging/conflicts.ts'
import type {PastJudgement} from '../../record/judging/judging-index.ts'
import {shortId} from '../short-id.ts'
import {showJudgement} from './judgement-words.ts'
import {name, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

/** Show what people judged, in the order in which they did. */
export function showJudgements(page: Page, judgements: readonly PastJudgement[]): void {
  page.line([name(counted(judgements.length, 'judgement'))])
  for (const judgement of judgements) showJudgement(page, judgement)
}

/** Show where people judged the same thing differently; the last of each holds. */
export function showConflicts(page: Page, conflicts: readonly JudgementConflict[]): void {
  if (conflicts.length === 0) page.line([quiet('Nobody contradicts anybody')])
  for (const [index, {about, reason, judgements}] of conflicts.entries()) {
    if (index > 0) page.gap()
    page.line([name(shortId(about)), quiet(` · ${reason}; the last holds until somebody takes one back`)])
    for (const judgement of judgements) showJudgement(page, judgement)
  }
}
