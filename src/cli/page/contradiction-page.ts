import type {Contradiction} from '../../record/compare/contradiction-index.ts'
import type {StoredClaim} from '../../record/store.ts'
import type {Marks} from '../marks-of.ts'
import {shortId} from '../short-id.ts'
import {claimLine} from './claim-line.ts'
import {markSign} from './judgement-marks.ts'
import {whereOf} from './news-page.ts'
import {exact, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

const LABEL_WIDTH = 8

/** Show contradictions, each with both claims below each other. */
export function showContradictions(
  page: Page,
  contradictions: readonly Contradiction[],
  {hasMore, isCapped, marks}: {readonly hasMore: boolean; readonly isCapped: boolean; readonly marks: Marks}
): void {
  for (const [index, contradiction] of contradictions.entries()) {
    if (index > 0) page.gap()
    showContradiction(page, contradiction, marks)
  }
  if (contradictions.length === 0) return
  page.gap()
  page.line([
    quiet(`${counted(contradictions.length, 'contradiction')}${hasMore ? '; there are more: --limit shows them' : ''}`)
  ])
  if (isCapped)
    page.line([quiet('More claims are under joined names than were held against each other: there may be others')])
}

/** Show one contradiction: what is contradictory, who says what in which words, and what a person made of it. */
export function showContradiction(page: Page, contradiction: Contradiction, marks: Marks): void {
  const {id, kind, reason, state, settled, earlier, later} = contradiction
  page.line([{text: kind, style: 'heading'}, quiet(` ${shortId(id)}`)], {
    right: [{text: state, style: state === 'open' ? 'bad' : 'good'}]
  })
  page.line([reason], {indent: 2})
  for (const [label, claim] of [
    ['before', earlier],
    ['later', later]
  ] as const)
    showSide(page, label, claim, marks)
  if (settled) {
    const why = settled.why ? `: ${settled.why}` : ''
    page.line([`${state} by ${settled.by}, ${settled.at.slice(0, 10)}${why}`], {
      indent: 2,
      label: quiet('judged'),
      labelWidth: LABEL_WIDTH
    })
  }
}

function showSide(page: Page, label: string, claim: StoredClaim, marks: Marks): void {
  page.line(claimLine(claim), {
    indent: 2,
    label: quiet(label),
    labelWidth: LABEL_WIDTH,
    right: markSign(marks.get(claim), claim.claim)
  })
  const indent = 2 + LABEL_WIDTH
  if (claim.claimKind !== 'statement' && claim.claimKind !== 'event' && claim.claimKind !== 'attitude')
    page.line([exact(`“${claim.words.join(' … ')}”`)], {indent})
  page.line([quiet(whereOf(claim))], {indent})
}
