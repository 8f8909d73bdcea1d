import type {Statement} from '../../reading/reading.ts'
import type {Subject} from '../../record/identity/identity-index.ts'
import type {StatementInTime} from '../compare.ts'
import type {Marks} from '../marks-of.ts'
import {shortId} from '../short-id.ts'
import {cueWords} from './claim-line.ts'
import {padTo} from './display-width.ts'
import {documentName} from './document-name.ts'
import {markSign} from './judgement-marks.ts'
import {exact, type Inline, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

const DATE_WIDTH = 13
/** From this width on, the source stands beside the words. */
const BESIDE_MIN = 100

/** Show what somebody said over time; what the earlier statement most like it did not say is marked. */
export function showStatementsOverTime(
  page: Page,
  {name, kind}: Subject,
  statements: readonly StatementInTime[],
  marks: Marks
): void {
  if (statements.length === 0) return
  page.line([{text: name, style: 'heading'}, quiet(` ${kind}, ${counted(statements.length, 'statement')} over time`)])
  page.line([quiet('─'.repeat(Math.min(page.width, 100)))])
  for (const [index, statement] of statements.entries()) {
    if (index > 0) page.gap()
    showOne(page, statement, marks)
  }
  if (statements.some(({differences}) => differences && differences.length > 0)) {
    page.gap()
    page.line([quiet('Marked: what the earlier statement that is most like it does not say')])
  }
}

function showOne(page: Page, {claim, date, words, differences}: StatementInTime, marks: Marks): void {
  const {document, claim: statement} = claim
  const {kind, polarity} = statement as Statement
  const named = [document.outlet, shortId(claim.id)].filter(Boolean).join(' · ')
  const source = [quiet(`${named} · `), ...markSign(marks.get(claim), statement)]
  const isBeside = BESIDE_MIN <= page.width
  const cue = quiet(`${cueWords(claim)} `)
  page.line([cue, polarity === 'negative' ? {text: 'not ', style: 'hedge'} : '', ...marked(words, differences, kind)], {
    label: quiet(padTo(date ?? 'no date', DATE_WIDTH)),
    labelWidth: DATE_WIDTH,
    ...(isBeside && {right: source})
  })
  const where = documentName(document).replace(/\s+/g, ' ')
  page.line([quiet(`${kind} · ${where}`), ...(isBeside ? [] : [quiet(' · '), ...source])], {indent: DATE_WIDTH})
}

/** A speaker's own words stand in quotation marks. */
function marked(words: string, differences: StatementInTime['differences'], kind: Statement['kind']): Inline[] {
  const pieces: Inline[] = [kind === 'direct' ? exact('“') : '']
  let position = 0
  for (const {start, end} of differences ?? []) {
    pieces.push(exact(words.slice(position, start)), {text: words.slice(start, end), style: 'match'})
    position = end
  }
  return [...pieces, exact(words.slice(position)), kind === 'direct' ? exact('”') : '']
}
