import {sql} from 'kysely'
import type {StoredClaim} from '../store.ts'
import type {Holder} from '../timeline/timeline-index.ts'
import {placeKey} from './claim-keys.ts'
import {claimsByPlace} from './claims-at.ts'
import {showFindings} from './find-claims.ts'
import {chunks} from './insert-all.ts'
import type {InProject} from './tables.ts'
import type {RowFact} from './timeline-facts.ts'

/** The claims behind facts, by the facts' places. */
export async function claimsBehind(scope: InProject, facts: readonly RowFact[]): Promise<Map<string, StoredClaim>> {
  const unique = [...new Map(facts.map(fact => [fact.place, fact])).values()]
  const [then, now] = [unique.filter(({found}) => found), unique.filter(({found}) => !found)]
  const claims = await claimsByPlace(
    scope,
    now.map(({row}) => row)
  )
  const shownThen = await showFindings(
    scope,
    then.map(({found}) => found!)
  )
  return new Map([
    ...now.flatMap(({place, row}) => {
      const claim = claims.get(placeKey(row))
      return claim ? [[place, claim] as const] : []
    }),
    ...then.map(({place}, index) => [place, shownThen[index]!] as const)
  ])
}

/** `DOCUMENT CLAIM` by place. */
export async function claimIdsBehind(scope: InProject, facts: readonly RowFact[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const {place, found} of facts) if (found) ids.set(place, `${found.document} ${found.claim}`)
  for (const chunk of chunks(facts.filter(({found}) => !found))) {
    const {rows} = await sql<{doc: number; position: number; document: string; claim: string}>`
      with place (doc, position) as (values ${sql.join(chunk.map(({row}) => sql`(${row.doc}, ${row.position})`))})
      select place.doc, place.position, effect.document, coalesce(changed.claim, finding.claim) as claim
      from place join effect on effect.project = ${scope.project} and effect.doc = place.doc
      left join effect_claim as changed
        on changed.project = effect.project and changed.doc = place.doc and changed.position = place.position
      left join finding
        on finding.project = effect.project and finding.run = effect.run and finding.position = place.position`.execute(
      scope.db
    )
    const byPlace = new Map(rows.map(row => [`${row.doc} ${row.position}`, `${row.document} ${row.claim}`]))
    for (const {place, row} of chunk) ids.set(place, byPlace.get(`${row.doc} ${row.position}`) ?? '')
  }
  return ids
}

/** Who holds the post of each fact, as its document calls them. */
export async function holdersOf(scope: InProject, facts: readonly RowFact[]): Promise<Holder[]> {
  const names = await namesIn(scope, facts, 'holder_entity')
  return facts.map(({row}) => names.get(`${row.doc} ${row.holder_entity}`) ?? {name: withoutClass(row.holder)})
}

/** In which body the post of each fact is held; its words where no entity stands for it. */
export async function bodiesOf(scope: InProject, facts: readonly RowFact[]): Promise<(Holder | undefined)[]> {
  const names = await namesIn(scope, facts, 'body_entity')
  return facts.map(
    ({row}) =>
      names.get(`${row.doc} ${row.body_entity}`) ?? (row.body === null ? undefined : {name: withoutClass(row.body)})
  )
}

async function namesIn(
  {db, project}: InProject,
  facts: readonly RowFact[],
  column: 'holder_entity' | 'body_entity'
): Promise<Map<string, Holder>> {
  const names = new Map<string, Holder>()
  for (const chunk of chunks(facts)) {
    const wanted = chunk.map(({row}) => sql`(${row.doc}, ${row[column] ?? ''})`)
    const {rows} = await sql<{doc: number; entity: string; document: string; name: string}>`
      with wanted (doc, entity) as (values ${sql.join(wanted)})
      select wanted.doc, wanted.entity, effect.document, coalesce(entity.name, added.name) as name
      from wanted join effect on effect.project = ${project} and effect.doc = wanted.doc
      left join entity on entity.project = effect.project and entity.run = effect.run and entity.id = wanted.entity
      left join effect_entity as added on added.project = effect.project and added.doc = effect.doc and added.entity = wanted.entity
      where entity.id is not null or added.entity is not null`.execute(db)
    for (const {doc, entity, document, name} of rows)
      names.set(`${doc} ${entity}`, {address: `${document}:${entity}`, name})
  }
  return names
}

function withoutClass(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
