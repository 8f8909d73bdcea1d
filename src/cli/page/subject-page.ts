import type {Proposal, Subject} from '../../record/identity/identity-index.ts'
import type {Store} from '../../record/store.ts'
import {shortAddress} from '../short-id.ts'
import {showInDocument} from './dossier-page.ts'
import {joined, name, type Page, quiet} from './page.ts'
import {counted} from './reading-view.ts'

/** Documents that are shown whole; the others are counted. */
const DOCUMENTS_MAX = 20
const PROPOSALS_MAX = 5

/** Show all that is on record of one subject: who it is taken for and why, then document by document what each says. */
export async function showSubject(page: Page, store: Store, subject: Subject): Promise<void> {
  showHead(page, subject)
  const proposals = await store.identity.proposals({address: subject.address, limit: PROPOSALS_MAX})
  if (proposals.length > 0) page.heading('May be the same', proposals.length)
  for (const proposal of proposals) showProposal(page, proposal, subject)
  const {items} = await store.identity.bearers(subject.address, {limit: DOCUMENTS_MAX})
  for (const bearer of items) await showInDocument(page, store, bearer)
  const more = subject.documentCount - items.length
  if (more > 0) {
    page.gap()
    page.line([
      quiet(`${counted(more, 'older document')} not shown: hearsay search --speaker, or --json, has them all`)
    ])
  }
}

function showHead(page: Page, {name: title, kind, names, documentCount, joins}: Subject): void {
  page.line([{text: title || 'Unnamed', style: 'heading'}, quiet(` ${kind}`)])
  page.line([quiet('─'.repeat(Math.min(page.width, 100)))])
  const others = names.filter(other => other.name !== title).map(other => other.name)
  if (others.length > 0) page.line([quiet('also '), ...joined(others, ', ')])
  page.line([quiet(`named in ${counted(documentCount, 'document')}`)])
  if (joins.length > 0) page.heading('Taken for the same, by the machine', joins.length)
  for (const {name: one, other, reasons} of joins)
    page.line(
      [
        name(one),
        quiet(one === other ? ' here and there: ' : ' and '),
        ...(one === other ? [] : [name(other), quiet(': ')]),
        reasons.join('; ')
      ],
      {indent: 2}
    )
}

/** One pair that a person may judge; seen from `subject` only the other is named. */
export function showProposal(page: Page, {one, other, score, reasons}: Proposal, subject?: Subject): void {
  const isOne = one.address === subject?.address
  const shown = subject ? [isOne ? other : one] : [one, other]
  const words = shown.flatMap((each, index) => [
    ...(index > 0 ? [quiet(' and ')] : []),
    name(each.name),
    quiet(` ${each.kind} in ${counted(each.documentCount, 'document')}`)
  ])
  page.line(words, {indent: 2, right: [quiet(`◇ ${Math.round(score * 100)} %`)]})
  page.line([reasons.join('; ')], {indent: 4})
  const addresses = [one, other].map(({address}) => shortAddress(address)).join(' ')
  page.line([quiet(`hearsay same ${addresses}`), quiet(' (or different)')], {indent: 4})
}
