import type {ClaimNews, DocumentNews, NewsCounts, NewsDigest, RestingClaim} from '../../record/compare/news-index.ts'
import type {StoredClaim} from '../../record/store.ts'
import type {Marks} from '../marks-of.ts'
import {shortId} from '../short-id.ts'
import {claimLine} from './claim-line.ts'
import {clip} from './display-width.ts'
import {documentName} from './document-name.ts'
import {markSign} from './judgement-marks.ts'
import {type Inline, joined, name, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

interface NewsPageOptions {
  /** Also what was told before. */
  readonly withRepeats: boolean
  readonly marks: Marks
}

const LABEL_WIDTH = 13
/** In the order in which a person wants to see them. */
const ORDER: readonly ClaimNews['news'][] = ['contradicts', 'refines', 'new', 'corroborates', 'repeats']
/** What is not news is counted and not listed, unless asked for. */
const OLD: readonly ClaimNews['news'][] = ['corroborates', 'repeats']
/** Below a document that was just read, this many of each are listed. */
const LISTED_MAX = 12

/** Show what a document brought: first what contradicts, then what is new, each with what it rests on. */
export function showNewsOf(page: Page, news: DocumentNews, options: NewsPageOptions): void {
  showHead(page, news)
  for (const kind of ORDER.filter(each => options.withRepeats || !OLD.includes(each)))
    for (const claim of news.claims.filter(each => each.news === kind)) showClaimNews(page, claim, options.marks)
}

/** Show what many documents brought, the last saved first; documents that brought nothing are only counted. */
export function showDigest(page: Page, digest: NewsDigest, options: NewsPageOptions): void {
  page.line([{text: 'What is new', style: 'heading'}, quiet(` in ${counted(digest.documents.length, 'document')}`)])
  page.line(countWords(digest.counts))
  const isNews = ({claims}: DocumentNews) => options.withRepeats || claims.some(({news}) => !OLD.includes(news))
  const telling = digest.documents.filter(isNews)
  for (const news of telling) {
    page.gap()
    showNewsOf(page, news, options)
  }
  const silent = digest.documents.length - telling.length
  if (silent > 0) {
    page.gap()
    page.line([quiet(`${counted(silent, 'document')} brought nothing that was not told before. --all shows it`)])
  }
  if (digest.hasMore) page.line([quiet('There are more documents: --limit shows them')])
}

/** Show below a document that was just read what it brought, in short. */
export function showNewsBelow(page: Page, {counts, claims}: DocumentNews, marks: Marks): void {
  if (claims.length === 0) return
  page.heading('What is new', claims.length)
  page.line(countWords(counts), {indent: 2})
  // Where nothing was on record about the same, the page above is the news.
  for (const kind of ORDER.filter(each => each !== 'new' && each !== 'repeats')) {
    const listed = claims.filter(({news}) => news === kind)
    for (const claim of listed.slice(0, LISTED_MAX)) showClaimNews(page, claim, marks)
    if (LISTED_MAX < listed.length)
      page.line([quiet(`and ${listed.length - LISTED_MAX} more`)], {indent: 2 + LABEL_WIDTH})
  }
}

function showHead(page: Page, {document, counts}: DocumentNews): void {
  page.line([name(clip(documentName(document).replace(/\s+/g, ' '), Math.max(20, page.width - 16)))], {
    right: [quiet(document.published ?? 'no date')]
  })
  page.line(countWords(counts), {indent: 2})
}

function countWords(counts: NewsCounts): Inline[] {
  const told = ORDER.filter(kind => counts[kind] > 0).map(
    (kind): Inline => ({
      text: `${counts[kind]} ${kind}`,
      style: kind === 'contradicts' ? 'bad' : kind === 'repeats' ? 'quiet' : 'plain'
    })
  )
  return told.length === 0 ? [quiet('no claims')] : joined(told, ', ')
}

function showClaimNews(page: Page, {claim, news, restsOn, reports, origins, isCapped}: ClaimNews, marks: Marks): void {
  const sources = 1 < reports ? `${sourceWords(reports, origins, isCapped)} · ` : ''
  page.line(claimLine(claim), {
    indent: 2,
    label: {text: news, style: news === 'contradicts' ? 'bad' : news === 'repeats' ? 'quiet' : 'good'},
    labelWidth: LABEL_WIDTH,
    right: [quiet(sources), ...markSign(marks.get(claim), claim.claim)]
  })
  for (const resting of restsOn) showResting(page, resting, marks)
}

function sourceWords(reports: number, origins: number, isCapped: boolean): string {
  return `${isCapped ? 'at least ' : ''}${counted(reports, 'report')}, ${counted(origins, 'origin')}`
}

function showResting(page: Page, {claim, relation, reason, contradictionId}: RestingClaim, marks: Marks): void {
  const indent = 2 + LABEL_WIDTH
  page.line([quiet(reason), contradictionId ? quiet(` · ${shortId(contradictionId)}`) : ''], {indent})
  page.line(claimLine(claim), {
    indent,
    label: quiet(relation === 'contradicts' ? '≠ ' : '= '),
    labelWidth: 2,
    right: markSign(marks.get(claim), claim.claim)
  })
  page.line([quiet(whereOf(claim))], {indent: indent + 2})
}

/** Every claim that news shows. */
export function claimsIn(news: readonly DocumentNews[]): StoredClaim[] {
  return news.flatMap(({claims}) => claims.flatMap(({claim, restsOn}) => [claim, ...restsOn.map(each => each.claim)]))
}

/** Which document says so, and when it was published. */
export function whereOf({document, id}: StoredClaim): string {
  const outlet = document.outlet ? `${document.outlet}, ` : ''
  return `${outlet}${documentName(document).replace(/\s+/g, ' ')} · ${document.published ?? 'no date'} · ${shortId(id)}`
}
