import {sql, type Transaction} from 'kysely'
import {bearersOf} from '../identity/bearers.ts'
import {appellationsOf, nameKey} from './appellation-rows.ts'
import {claimRows, isAboutIdentity, judgedEnds} from './bearer-claims.ts'
import {bearerFaults, senseFaults} from './check-identity.ts'
import type {Deriver} from './derive-document.ts'
import {insertAll} from './insert-all.ts'
import {linkSenses} from './sense-links.ts'
import {addBearers, removeBearers} from './sense-rows.ts'
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
    for (const sense of await linkedWithin(trx, project, doc)) touched.add(sense)
    await linkSenses(trx, project, touched)
    const isJudged = effect.judgements.some(({kind}) => isAboutIdentity(kind))
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
  },

  check: bearerFaults,
  checkTogether: senseFaults
}

/** Senses that are joined and that this document names both of: that speaks against it. */
async function linkedWithin(trx: Save, project: string, doc: number): Promise<number[]> {
  const {rows} = await sql<{sense: number}>`
    select link.sense from bearer
    cross join sense_link as link on link.project = bearer.project and link.sense = bearer.sense
    cross join bearer as beside on beside.project = bearer.project and beside.sense = link.other and beside.doc = bearer.doc
    where bearer.project = ${project} and bearer.doc = ${doc}`.execute(trx)
  return rows.map(({sense}) => sense)
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
