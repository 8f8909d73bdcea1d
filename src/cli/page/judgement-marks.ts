import type {Claim} from '../../reading/claim.ts'
import type {ClaimMark} from '../../record/judging/effective-reading.ts'
import type {JudgementKind} from '../../record/judging/judgement.ts'
import {type Inline, quiet, type Style} from './page.ts'
import type {ReadingView} from './reading-view.ts'

/** What people made of a claim, at a glance. No sign: the machine's alone. */
const SIGNS: Readonly<
  Record<ClaimMark['status'], {readonly sign: string; readonly style: Style; readonly words: string}>
> = {
  accepted: {sign: '✓', style: 'good', words: 'accepted'},
  corrected: {sign: '✎', style: 'hedge', words: 'corrected'},
  rejected: {sign: '✗', style: 'bad', words: 'rejected'},
  unsure: {sign: '?', style: 'hedge', words: 'nobody can tell'},
  made: {sign: '◆', style: 'name', words: 'made by a person'}
}

/**
 * The mark of a claim: `◇` where it is the machine's alone, another sign where people judged it. The machine's score stays
 * beside every sign; it is never 100 %, and always as wide.
 */
export function claimMark({marks}: Pick<ReadingView, 'marks'>, claim: Claim): readonly Inline[] {
  return markSign(marks.get(claim.id), claim)
}

/** The same of a claim that is shown outside its reading. */
export function markSign(mark: ClaimMark | undefined, claim: Pick<Claim, 'score'>): readonly Inline[] {
  const status = mark?.status
  const sign = status ? {text: SIGNS[status].sign, style: SIGNS[status].style} : quiet('◇')
  return isMade(mark) ? [sign, quiet(' made')] : [sign, quiet(` ${scoreOf(mark?.machine ?? claim)}`)]
}

/** What the signs mean that stand on this page. */
export function legendWords({marks}: Pick<ReadingView, 'marks'>): string {
  const used = new Set([...marks.values()].map(({status}) => status))
  const signs = Object.entries(SIGNS).flatMap(([status, {sign, words}]) =>
    used.has(status as ClaimMark['status']) ? [`${sign} ${words}`] : []
  )
  const machine = '◇ read by machine, judged by nobody yet'
  const whose = signs.length === 0 ? 'its' : 'the machine’s'
  return `${[machine, ...signs].join(', ')}; % is ${whose} own estimate that it read the words rightly. 12:4 is line:column.`
}

/** `accepted by rosa`, and who said otherwise. */
export function markWords({status, judgements, isUnsupported}: ClaimMark): Inline[] {
  const {sign, style, words} = SIGNS[status]
  const last = [...new Map(judgements.filter(({kind}) => VERBS[kind]).map(each => [each.by, each])).values()]
  const agreeing = judgements.filter(({kind}) => STATUS_BY_KIND[kind] === status).map(({by}) => by)
  const otherwise = last.filter(({by}) => !agreeing.includes(by)).map(({by, kind}) => `${by} ${VERBS[kind]} it`)
  return [
    {text: sign, style},
    ` ${status === 'made' ? 'made' : words} by ${[...new Set(agreeing)].join(', ')}`,
    otherwise.length > 0 && `; ${otherwise.join(', ')}`,
    isUnsupported === true && quiet(' · the newest reader no longer finds it')
  ]
}

const STATUS_BY_KIND: Partial<Record<JudgementKind, ClaimMark['status']>> = {
  accept: 'accepted',
  reject: 'rejected',
  unsure: 'unsure',
  correct: 'corrected',
  claim: 'made'
}
const VERBS: Partial<Record<JudgementKind, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  unsure: 'could not judge',
  correct: 'corrected',
  claim: 'made'
}

function isMade(mark: ClaimMark | undefined): boolean {
  return mark?.judgements.some(({kind}) => kind === 'claim') === true
}

function scoreOf({score}: Pick<Claim, 'score'>): string {
  return `${String(Math.min(99, Math.round(score * 100))).padStart(2, '0')} %`
}
