import type {Transaction} from 'kysely'
import {claimParts} from '../claim-parts.ts'
import {claimsOf} from '../claims-of.ts'
import {bearersOf} from '../identity/bearers.ts'
import type {Anchor} from '../judging/judgement.ts'
import {entityAt} from '../judging/person-claim.ts'
import {appellationsOf, nameKey} from './appellation-rows.ts'
import type {Deriver, InEffect} from './derive-document.ts'
import {insertAll} from './insert-all.ts'
import {linkSenses} from './sense-links.ts'
import {addBearers, type Named, removeBearers} from './sense-rows.ts'
import {joinSubjects} from './subject-rows.ts'
import type {Tables} from './tables.ts'

type Save = Transaction<Tables>

/** Who bears which name in which sense, and who is whom. */
export const IDENTITY: Deriver = {
  async add(trx, effect) {
    const {project, doc, journey} = effect
    const bearers = bearersOf(journey.reading)
    const appellations = await appellationsOf(trx, project, bearers)
    const named = bearers.map(bearer => ({bearer, appellation: appellations.get(nameKey(bearer))!}))
    await insertAll(trx, 'appellation_claim', claimRows(effect, named))
    await insertAll(trx, 'judged_end', judgedEnds(effect))
    const touched = await addBearers(trx, project, doc, named)
    await linkSenses(trx, project, touched)
    const isJudged = effect.judgements.some(({kind}) => IDENTITY_KINDS.has(kind))
    await joinSubjects(trx, project, isJudged ? [...touched, ...(await sensesIn(trx, project, doc))] : touched)
  },

  async remove(trx, project, doc) {
    const rows = await trx
      .selectFrom('bearer')
      .select(['appellation', 'sense'])
      .where('project', '=', project)
      .where('doc', '=', doc)
      .execute()
    for (const appellation of new Set(rows.map(row => row.appellation)))
      await trx
        .deleteFrom('appellation_claim')
        .where('project', '=', project)
        .where('appellation', '=', appellation)
        .where('doc', '=', doc)
        .execute()
    const touched = await removeBearers(trx, project, doc)
    await trx.deleteFrom('judged_end').where('project', '=', project).where('doc', '=', doc).execute()
    await linkSenses(trx, project, touched)
    await joinSubjects(trx, project, [...touched, ...rows.map(({sense}) => sense)])
  }
}

const IDENTITY_KINDS = new Set<string>(['same', 'different', 'is', 'is-not'])

function claimRows(
  {project, doc, journey, positions}: InEffect,
  named: readonly Named[]
): Tables['appellation_claim'][] {
  const appellations = new Map(named.map(({bearer, appellation}) => [bearer.entity, appellation]))
  const ids = new Set(appellations.keys())
  return claimsOf(journey.reading).flatMap(kinded =>
    claimParts(kinded, ids).map(({entity, part}) => ({
      project,
      appellation: appellations.get(entity)!,
      kind: kinded.claimKind,
      part,
      doc,
      position: positions.get(kinded.claim.id)!,
      entity
    }))
  )
}

/** Which entity each judgement about two mentions means in this document. */
function judgedEnds({project, doc, document, journey, judgements}: InEffect): Tables['judged_end'][] {
  return judgements.flatMap(judgement => {
    if (!IDENTITY_KINDS.has(judgement.kind)) return []
    const {one, other} = judgement.said as {one: Anchor; other: Anchor}
    return [one, other].flatMap((anchor, side) => {
      const entity = anchor.document === document ? entityAt(journey.reading.entities, anchor) : undefined
      return entity ? [{project, judgement: judgement.id, side, doc, entity: entity.id}] : []
    })
  })
}

async function sensesIn(trx: Save, project: string, doc: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('bearer')
    .select('sense')
    .where('project', '=', project)
    .where('doc', '=', doc)
    .execute()
  return rows.map(({sense}) => sense)
}
