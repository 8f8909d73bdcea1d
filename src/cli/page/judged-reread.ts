import type {KindedClaim} from '../../record/claims-of.ts'
import type {JudgedNow} from '../../record/judging/reread-difference.ts'
import type {Reread} from '../reread.ts'
import {shortId} from '../short-id.ts'
import {clip} from './display-width.ts'
import {documentName} from './document-name.ts'
import {markWords} from './judgement-marks.ts'
import {exact, type Inline, name, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

/** More of one sort are counted. */
const LISTED_MAX = 20
const KIND_WIDTH = 14
const ID_WIDTH = 24
const ROOM_MIN = 24

type RereadDocument = Extract<Reread, {readonly run: string}>

/** Show what another reader made of a document that an older one did not. */
export function showReread(page: Page, {document, difference}: RereadDocument): void {
  page.line([name(documentName(document)), quiet(` ${shortId(document.id)}`)])
  if (!difference) {
    page.line([quiet('read as it was before: nothing was added')], {indent: 2})
    return
  }
  const {text} = document.document
  const words = (kinded: KindedClaim) => wordsOf(page, text, kinded)
  showClaims(page, 'found now', '+', difference.found, words)
  showClaims(page, 'no longer found', '−', difference.lost, words)
  showClaims(
    page,
    'found as before and put otherwise',
    '~',
    difference.changed.map(({after}) => after),
    words
  )
  showJudged(page, 'judged, and found again in other words', difference.foundAgain, words)
  showJudged(page, 'judged, and no longer found: they stand by a person’s word', difference.unsupported, words)
  const isEmpty = Object.values(difference).every(claims => claims.length === 0)
  if (isEmpty) page.line([quiet('the same claims; only what is said of them beside their words differs')], {indent: 2})
}

/** Show how many documents were read again. */
export function showRereadTotals(
  page: Page,
  {
    read,
    changed,
    failed,
    left
  }: {readonly read: number; readonly changed: number; readonly failed: number; readonly left: number}
): void {
  const same = read - changed - failed - left
  page.line([
    `${counted(read - left, 'document')} read again: `,
    `${changed} otherwise, ${same} as before`,
    failed > 0 && `, ${failed} could not be read`,
    left > 0 && `; ${counted(left, 'imported list')} left as ${left === 1 ? 'it is' : 'they are'}`
  ])
}

type Words = (kinded: KindedClaim) => Inline

function showClaims(page: Page, title: string, sign: string, claims: readonly KindedClaim[], words: Words): void {
  if (claims.length === 0) return
  page.line([title, ' ', quiet(String(claims.length))], {indent: 2})
  for (const kinded of claims.slice(0, LISTED_MAX)) showClaim(page, sign, kinded, [words(kinded)])
  if (claims.length > LISTED_MAX) page.line([quiet(`and ${claims.length - LISTED_MAX} more`)], {indent: 4})
}

function showJudged(page: Page, title: string, judged: readonly JudgedNow[], words: Words): void {
  if (judged.length === 0) return
  page.line([title, ' ', quiet(String(judged.length))], {indent: 2})
  for (const {kinded, mark} of judged) showClaim(page, '', kinded, [words(kinded), ' ', ...markWords(mark)])
}

function showClaim(page: Page, sign: string, {claimKind, claim}: KindedClaim, content: readonly Inline[]): void {
  page.line(content, {
    indent: 4,
    label: quiet(`${sign} ${claimKind}`.trim()),
    labelWidth: KIND_WIDTH,
    right: [quiet(shortId(claim.id))]
  })
}

function wordsOf(page: Page, text: string, {claim}: KindedClaim): Inline {
  const words = claim.evidence.map(({start, end}) => text.slice(start, end)).join(' … ')
  return exact(clip(words.replace(/\s+/g, ' '), Math.max(ROOM_MIN, page.width - KIND_WIDTH - ID_WIDTH)))
}
