import type {Subject} from '../../record/identity/identity-index.ts'
import {written} from '../../record/timeline/holding.ts'
import type {StoredBound, StoredTenure} from '../../record/timeline/timeline-index.ts'
import type {Days} from '../../record/told-claim.ts'
import type {Marks} from '../marks-of.ts'
import {showCited} from './cited-claim.ts'
import {isNamedIn} from './named-in.ts'
import {type Inline, name, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

const LABEL_WIDTH = 12

/** Show tenures in the order in which they are first told of, each with what bounds it and the claims behind it. */
export function showTimeline(page: Page, subject: Subject, tenures: readonly StoredTenure[], marks: Marks): void {
  page.line([{text: subject.name, style: 'heading'}, quiet(` ${subject.kind}, over time`)])
  page.line([quiet('─'.repeat(Math.min(page.width, 100)))])
  if (tenures.length === 0) page.line(['No post of theirs, and none in it, is told of on record'])
  for (const tenure of tenures) showTenure(page, tenure, marks)
}

function showTenure(page: Page, tenure: StoredTenure, marks: Marks): void {
  const {holder, title, observed, begun, ended, formerBy, designateBy, denied, gaps, next, claims, claimCount} = tenure
  page.gap()
  page.line([name(holder.name), quiet(' · '), title, ...bodyWords(tenure)], {
    right: [quiet(counted(claimCount, 'claim'))]
  })
  const field = (label: string, words: string | undefined) => {
    if (words) page.line([words], {indent: 2, label: quiet(label), labelWidth: LABEL_WIDTH})
  }
  field('observed', observed && fromTo(observed))
  field('begun', boundWords(begun))
  field('ended', boundWords(ended))
  field('no longer', formerBy && `by ${written(formerBy.days)}, since when is not told`)
  field('named for it', designateBy && written(designateBy.days))
  field('denied', boundWords(denied))
  field('no report', gaps.map(written).join(', '))
  field('then', next && `${next.holder.name}${NEXT[next.how]}${next.days ? ` (${written(next.days)})` : ''}`)
  for (const claim of claims) showCited(page, claim, {indent: 4, marks})
}

function bodyWords({kind, title, body}: StoredTenure): Inline[] {
  if (!body || isNamedIn(title, body.name)) return []
  return kind === 'role' ? [quiet(', '), body.name] : [` ${body.name}`]
}

const NEXT: Readonly<Record<NonNullable<StoredTenure['next']>['how'], string>> = {
  meets: ', from the day on which this one is said to end',
  follows: ', told of from the end of this one on',
  gap: ', after a time of which nobody tells',
  overlap: ', while this one is still told of: reports differ, or both held it'
}

function fromTo({first, last}: {readonly first: Days; readonly last: Days}): string {
  const [from, to] = [written(first), written(last)]
  return from === to ? from : `first ${from}, last ${to}`
}

/** Reports that differ stand beside each other. */
function boundWords(bounds: readonly StoredBound[]): string {
  return bounds.map(({days, claims}) => `${written(days)} (${counted(claims.length, 'claim')})`).join(' or ')
}
