import type {Claim} from '../../reading/claim.ts'
import type {Reading} from '../../reading/reading.ts'
import {claimParts} from '../../record/claim-parts.ts'
import {claimsOf} from '../../record/claims-of.ts'
import type {SubjectBearer} from '../../record/identity/identity-index.ts'
import type {ClaimPart, Store} from '../../record/store.ts'
import {shortAddress} from '../short-id.ts'
import {showContext} from './context-sections.ts'
import {documentName} from './document-name.ts'
import {showRole} from './entity-sections.ts'
import {showJudgement} from './judgement-words.ts'
import {name, type Page, quiet} from './page.ts'
import {showProductions} from './production-section.ts'
import {counted, viewOf, wordsAt} from './reading-view.ts'
import {showAttitudes, showStatements} from './statement-section.ts'

/** Every part but that of a voice: an outlet is a voice of all that it prints. */
const OWN_PARTS: readonly ClaimPart[] = [
  'speaker',
  'person',
  'organisation',
  'from',
  'to',
  'production',
  'producer',
  'participant',
  'place',
  'assessor'
]

/** Show what one document says of an entity. */
export async function showInDocument(
  page: Page,
  store: Store,
  {address, document, mentionCount}: Omit<SubjectBearer, 'name'>
): Promise<void> {
  const effective = await store.judging.reading(document.id)
  if (!effective) return
  const {reading} = effective
  const id = address.slice(address.lastIndexOf(':') + 1)
  const entityIds = new Set([id])
  const own = claimsOf(reading).filter(kinded =>
    claimParts(kinded, entityIds).some(({part}) => OWN_PARTS.includes(part))
  )
  const view = viewOf(only(reading, new Set(own.map(({claim}) => claim.id))), effective)
  page.gap()
  page.line([name(documentName(document)), quiet(` ${document.published ?? 'no date'} · ${shortAddress(address)}`)], {
    right: [quiet(counted(mentionCount, 'mention'))]
  })
  const {roles} = view.reading
  if (roles.length > 0) page.heading('Roles', roles.length)
  for (const role of roles) showRole(page, view, role, {withPerson: role.person !== id})
  showProductions(page, view)
  showStatements(page, view)
  showAttitudes(page, view)
  showContext(page, view)
  const judgements = await store.judging.judgements({about: address, isStanding: true})
  if (judgements.length > 0) page.heading('Judged by people', judgements.length)
  for (const judgement of judgements) {
    const isAlone = judgement.kind === 'note' || judgement.kind === 'tag'
    showJudgement(page, judgement, {words: span => wordsAt(view, span), isAlone})
  }
}

/** The reading with these claims only, and without what belongs to no claim. */
function only(reading: Reading, ids: ReadonlySet<string>): Reading {
  const keep = <T extends Claim>(claims: readonly T[]) => claims.filter(({id}) => ids.has(id))
  return {
    ...reading,
    statements: keep(reading.statements),
    roles: keep(reading.roles),
    relations: keep(reading.relations),
    productions: keep(reading.productions),
    events: keep(reading.events),
    assessments: keep(reading.assessments),
    pointers: keep(reading.pointers),
    contrasts: keep(reading.contrasts),
    attitudes: keep(reading.attitudes),
    dates: [],
    notices: []
  }
}
