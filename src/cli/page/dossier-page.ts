import type {Claim} from '../../reading/claim.ts'
import type {Reading} from '../../reading/reading.ts'
import {claimParts} from '../../record/claim-parts.ts'
import {claimsOf} from '../../record/claims-of.ts'
import type {ClaimPart, Store, StoredEntity} from '../../record/store.ts'
import {showContext} from './context-sections.ts'
import {documentName} from './document-name.ts'
import {showRole} from './entity-sections.ts'
import {joined, name, type Page, quiet} from './page.ts'
import {showProductions} from './production-section.ts'
import {counted, viewOf} from './reading-view.ts'
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

/** Show all that is on record of entities of one name: names, then document by document what each says of it. */
export async function showDossier(page: Page, store: Store, entities: readonly StoredEntity[]): Promise<void> {
  const [first] = entities
  if (!first) return
  const others = new Set(entities.flatMap(({entity}) => entity.names).filter(each => each !== first.entity.name))
  page.line([{text: first.entity.name || 'Unnamed', style: 'heading'}, quiet(` ${first.entity.kind}`)])
  page.line([quiet('─'.repeat(Math.min(page.width, 100)))])
  if (others.size > 0) page.line([quiet('also '), ...joined([...others], ', ')])
  if (entities.length > 1)
    page.line([
      quiet(
        `${entities.length} documents use this name; nobody has judged yet whether they mean the same ${first.entity.kind}`
      )
    ])
  for (const entity of entities) await showInDocument(page, store, entity)
}

async function showInDocument(page: Page, store: Store, {address, document, entity}: StoredEntity): Promise<void> {
  const effective = await store.judging.reading(document.id)
  if (!effective) return
  const {reading} = effective
  const entityIds = new Set([entity.id])
  const own = claimsOf(reading).filter(kinded =>
    claimParts(kinded, entityIds).some(({part}) => OWN_PARTS.includes(part))
  )
  const view = viewOf(only(reading, new Set(own.map(({claim}) => claim.id))), effective)
  page.gap()
  page.line([name(documentName(document)), quiet(` ${document.published ?? 'no date'} · ${address}`)], {
    right: [quiet(counted(entity.mentions.length, 'mention'))]
  })
  const {roles} = view.reading
  if (roles.length > 0) page.heading('Roles', roles.length)
  for (const role of roles) showRole(page, view, role, {withPerson: role.person !== entity.id})
  showProductions(page, view)
  showStatements(page, view)
  showAttitudes(page, view)
  showContext(page, view)
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
