import type {Contradiction} from '../../record/compare/contradiction-index.ts'
import type {StoredClaim} from '../../record/store.ts'
import {shortId} from '../short-id.ts'
import {claimLine} from './claim-line.ts'
import {whereOf} from './news-page.ts'
import {exact, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

const LABEL_WIDTH = 8

/** Show contradictions, each with both claims below each other. */
export function showContradictions(
  page: Page,
  contradictions: readonly Contradiction[],
  {hasMore}: {readonly hasMore: boolean}
): void {
  for (const [index, contradiction] of contradictions.entries()) {
    if (index > 0) page.gap()
    showContradiction(page, contradiction)
  }
  if (contradictions.length === 0) return
  page.gap()
  page.line([
    quiet(`${counted(contradictions.length, 'contradiction')}${hasMore ? '; there are more: --limit shows them' : ''}`)
  ])
}

/** Show one contradiction: what is contradictory, who says what in which words, and what a person made of it. */
export function showContradiction(page: Page, {id, kind, reason, state, settled, earlier, later}: Contradiction): void {
  page.line([{text: kind, style: 'heading'}, quiet(` ${shortId(id)}`)], {
    right: [{text: state, style: state === 'open' ? 'bad' : 'good'}]
  })
  page.line([reason], {indent: 2})
  for (const [label, claim] of [
    ['before', earlier],
    ['later', later]
  ] as const)
    showSide(page, label, claim)
  if (settled) {
    const why = settled.why ? `: ${settled.why}` : ''
    page.line([`${state} by ${settled.by}, ${settled.at.slice(0, 10)}${why}`], {
      indent: 2,
      label: quiet('judged'),
      labelWidth: LABEL_WIDTH
    })
  }
}

function showSide(page: Page, label: string, claim: StoredClaim): void {
  page.line(claimLine(claim), {indent: 2, label: quiet(label), labelWidth: LABEL_WIDTH})
  const indent = 2 + LABEL_WIDTH
  if (claim.claimKind !== 'statement' && claim.claimKind !== 'event' && claim.claimKind !== 'attitude')
    page.line([exact(`“${claim.words.join(' … ')}”`)], {indent})
  page.line([quiet(whereOf(claim))], {indent})
}
