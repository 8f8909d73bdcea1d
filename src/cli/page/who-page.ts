import type {Asked} from '../../record/timeline/as-of.ts'
import type {Holds} from '../../record/timeline/holding.ts'
import type {AsOfAnswer, AsOfAnswers} from '../../record/timeline/timeline-index.ts'
import type {Marks} from '../marks-of.ts'
import {showCited} from './cited-claim.ts'
import {name, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

/** What was asked, for the head of the page. */
export interface WhoQuestion {
  readonly asked: Asked
  readonly name: string
  readonly on: string
  readonly known: string | undefined
  readonly recorded: number | undefined
}

/** Show who is said to have held a post, the surest first, each with the words behind it and those against it. */
export function showWho(
  page: Page,
  question: WhoQuestion,
  {answers, answerCount, claimCount}: AsOfAnswers,
  marks: Marks
): void {
  page.line([{text: `${ASKED[question.asked]} ${question.name}`, style: 'heading'}, quiet(`, on ${question.on}`)])
  page.line([quiet('─'.repeat(Math.min(page.width, 100)))])
  const limits = [
    question.known && `by reports up to ${question.known}`,
    question.recorded !== undefined && `as the record stood at place ${question.recorded} of its log`,
    `${counted(claimCount, 'claim')} about it`
  ]
  page.line([quiet(limits.filter(Boolean).join(' · '))])
  if (answerCount === 0) page.line(['Nobody is told of on record'])
  for (const [holds, group] of Map.groupBy(answers, answer => answer.holds)) {
    page.heading(HEADINGS[holds], group.length)
    if (holds === 'stated' && isContested(group))
      page.line([quiet('Reports differ: none of them is taken for the right one.')], {indent: 2})
    for (const answer of group) showAnswer(page, answer, marks)
  }
  if (answers.length < answerCount) {
    page.gap()
    page.line([quiet(`${counted(answerCount - answers.length, 'less sure answer')} not shown: --json has them all`)])
  }
}

const ASKED: Readonly<Record<Asked, string>> = {
  leads: 'Who leads',
  'speaks-for': 'Who speaks for',
  'belongs-to': 'Who belongs to'
}

const HEADINGS: Readonly<Record<Holds, string>> = {
  stated: 'Said so',
  between: 'Said before and after',
  possible: 'Possible',
  'last-seen-before': 'Said before, with no end told',
  'first-seen-after': 'Said after, with no beginning told',
  designate: 'Named for it',
  'seen-before-others': 'Said before, and others since',
  denied: 'Denied'
}

/** Two people in one post on the same days: one of the reports may be wrong, or both right. */
function isContested(answers: readonly AsOfAnswer[]): boolean {
  const posts = Map.groupBy(
    answers.filter(({kind}) => kind === 'role'),
    ({title}) => title.toLowerCase()
  )
  return [...posts.values()].some(group => group.length > 1)
}

function showAnswer(page: Page, answer: AsOfAnswer, marks: Marks): void {
  const {holder, title, reason, by, byCount, against, againstCount} = answer
  page.gap()
  page.line([name(holder.name), quiet(' · '), title], {indent: 2})
  page.line([reason], {indent: 4})
  for (const claim of by) showCited(page, claim, {indent: 4, marks})
  showMore(page, byCount - by.length)
  if (againstCount === 0) return
  page.line([{text: 'against it', style: 'bad'}], {indent: 4})
  for (const claim of against) showCited(page, claim, {indent: 6, marks})
  showMore(page, againstCount - against.length)
}

function showMore(page: Page, count: number): void {
  if (count > 0) page.line([quiet(`and ${counted(count, 'more claim')}`)], {indent: 4})
}
