import {sql} from 'kysely'
import type {ClaimKind} from '../../reading/claim.ts'
import type {StoredClaim} from '../store.ts'
import {placeKey} from './claim-keys.ts'
import {type FoundRow, showFindings} from './find-claims.ts'
import {chunks} from './insert-all.ts'
import type {InProject, Tables} from './tables.ts'

type Place = Pick<Tables['effect_claim'], 'doc' | 'position'>

/** The claims at these places, as people left them, in the same order; a rejected one is left out. */
export async function claimsAt(scope: InProject, places: readonly Place[]): Promise<StoredClaim[]> {
  const claims = await claimsByPlace(scope, places)
  return places.flatMap(place => claims.get(placeKey(place)) ?? [])
}

/** The same by `placeKey`. */
export async function claimsByPlace(scope: InProject, places: readonly Place[]): Promise<Map<string, StoredClaim>> {
  const rows = new Map<string, FoundRow>()
  for (const chunk of chunks(places)) {
    const {rows: found} = await sql<PlacedRow>`
      with place (doc, position) as (values ${sql.join(chunk.map(({doc, position}) => sql`(${doc}, ${position})`))})
      select place.doc, place.position, effect.document, effect.run, effect.run as newest_run,
        coalesce(changed.claim, finding.claim) as claim, coalesce(changed.kind, finding.kind) as kind,
        iif(changed.claim is null, finding.json, changed.json) as json, changed.entities
      from place
      join effect on effect.project = ${scope.project} and effect.doc = place.doc
      left join effect_claim as changed
        on changed.project = effect.project and changed.doc = place.doc and changed.position = place.position
      left join finding on finding.project = effect.project and finding.run = effect.run and finding.position = place.position`.execute(
      scope.db
    )
    for (const row of found) if (row.json !== null) rows.set(placeKey(row), row as PlacedRow & {readonly json: string})
  }
  const shown = await showFindings(scope, [...rows.values()])
  return new Map([...rows.keys()].map((place, index) => [place, shown[index]!]))
}

interface PlacedRow extends Omit<FoundRow, 'json'> {
  readonly doc: number
  readonly kind: ClaimKind
  readonly json: string | null
}
