import type {KindedClaim} from '../../record/claims-of.ts'
import type {Judgement} from '../../record/judging/judgement.ts'
import {shortId} from '../short-id.ts'
import {clip} from './display-width.ts'
import {claimMark} from './judgement-marks.ts'
import {showJudgement} from './judgement-words.ts'
import {exact, type Page, quiet} from './page.ts'
import {type ReadingView, wordsAt} from './reading-view.ts'

/** What people made of a document, beside what they made of each claim in it. */
export interface JudgedDocument {
  /** Those that stand, about it or anything in it. */
  readonly judgements: readonly Judgement[]
  readonly rejected: readonly KindedClaim[]
}

/** What is said of single claims stands beside them; the rest is shown here. */
const OF_CLAIMS: ReadonlySet<Judgement['kind']> = new Set(['accept', 'reject', 'unsure', 'claim'])
const ROOM_MIN = 24
const KIND_WIDTH = 12
const RIGHT_WIDTH = 32

/** Show the claims that people rejected, and what they judged of the document itself and of who is named in it. */
export function showJudgedOf(page: Page, view: ReadingView, {judgements, rejected}: JudgedDocument): void {
  if (rejected.length > 0) page.heading('Rejected', rejected.length)
  for (const {claimKind, claim} of rejected) {
    const words = claim.evidence.map(span => wordsAt(view, span)).join(' … ')
    const room = Math.max(ROOM_MIN, page.width - view.whereWidth - KIND_WIDTH - RIGHT_WIDTH)
    page.line([quiet(`${claimKind} `), exact(clip(words.replace(/\s+/g, ' '), room))], {
      label: quiet(view.lines.of(claim.evidence[0])),
      labelWidth: view.whereWidth,
      right: [quiet(`${shortId(claim.id)} `), ...claimMark(view, claim)]
    })
  }
  const others = judgements.filter(judgement => !OF_CLAIMS.has(judgement.kind) && !isOfClaim(judgement))
  if (others.length === 0) return
  page.heading('Judged by people', others.length)
  for (const judgement of others) showJudgement(page, judgement, {words: span => wordsAt(view, span)})
}

function isOfClaim(judgement: Judgement): boolean {
  return judgement.kind === 'correct' && judgement.said.claim !== undefined
}
