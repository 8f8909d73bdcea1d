import {sql, type Transaction} from 'kysely'
import type {KindClass} from '../identity/kind-class.ts'
import {type NameComparison, type SenseView, weighSenses} from '../identity/weigh-senses.ts'
import {nameRarity} from '../names/name-rarity.ts'
import {insertAll} from './insert-all.ts'
import type {InProject, Tables} from './tables.ts'

type Save = Transaction<Tables>
type Db = InProject['db']

/** With more namesakes than these, or more spellings, only the first are weighed: nobody could look through them either. */
const WEIGHED_MAX = 40

/** Weigh each of these senses anew against all that it may be the same as. */
export async function linkSenses(trx: Save, project: string, senses: Iterable<number>): Promise<void> {
  for (const sense of senses) await linkSense(trx, project, sense)
}

interface SenseRow {
  readonly id: number
  readonly appellation: number
  readonly kind: KindClass
  readonly folded: string
}

async function linkSense(trx: Save, project: string, id: number): Promise<void> {
  await trx
    .deleteFrom('sense_link')
    .where('project', '=', project)
    .where(({or, eb}) => or([eb('sense', '=', id), eb('other', '=', id)]))
    .execute()
  await insertAll(trx, 'sense_link', await linksOf(trx, project, id))
}

/** What a sense may be the same as, weighed as the record stands now. */
export async function linksOf(trx: Db, project: string, id: number): Promise<Tables['sense_link'][]> {
  const [sense] = await senseRows(trx, project, sql`sense.id = ${id}`)
  if (!sense) return []
  const rows: Tables['sense_link'][] = []
  for (const {other, name} of await candidatesOf(trx, project, sense)) {
    const [one, two] = await viewsOf(trx, project, ...inOrder(sense, other))
    const verdict = weighSenses(one, two, name)
    if (!verdict) continue
    const [first, second] = [Math.min(id, other.id), Math.max(id, other.id)]
    rows.push({
      project,
      sense: first,
      other: second,
      verdict: verdict.verdict,
      score: verdict.score,
      reasons: JSON.stringify(verdict.reasons)
    })
  }
  return rows
}

/** Weighed from either side, two senses have to come out the same. */
function inOrder(sense: SenseRow, other: SenseRow): [SenseRow, SenseRow] {
  const isFirst = sense.folded === other.folded ? sense.id < other.id : sense.folded < other.folded
  return isFirst ? [sense, other] : [other, sense]
}

interface Candidate {
  readonly other: SenseRow
  readonly name: NameComparison
}

/** Namesakes, other spellings, and who is given the other's name somewhere; each once. */
async function candidatesOf(trx: Db, project: string, sense: SenseRow): Promise<Candidate[]> {
  const found = new Map<number, Candidate>()
  const own = nameRarity(sense.folded)
  const add = (rows: readonly SenseRow[], comparison: (row: SenseRow) => NameComparison) => {
    for (const other of rows)
      if (other.id !== sense.id && !found.has(other.id)) found.set(other.id, {other, name: comparison(other)})
  }
  const namesakes = await senseRows(trx, project, sql`sense.appellation = ${sense.appellation}`)
  add(namesakes, () => ({score: 1, reasons: ['the same name'], isAcrossScripts: false, rarity: own}))
  const aliases = await aliasRows(trx, project, sense)
  add(aliases, ({folded}) => ({
    score: 0,
    reasons: [`a document calls one by both names: ${[sense.folded, folded].sort().join(', ')}`],
    isAcrossScripts: false,
    rarity: Math.min(own, nameRarity(folded)),
    isAlias: true
  }))
  const {rows: matches} = await sql<SenseRow & Tables['appellation_match']>`
    select sense.id, sense.appellation, appellation.kind, appellation.folded, match.score, match.is_across_scripts, match.reasons
    from appellation_match as match
    join sense on sense.project = match.project and sense.appellation = match.other
    join appellation on appellation.id = sense.appellation
    where match.project = ${project} and match.appellation = ${sense.appellation}
    order by match.score desc, sense.id limit ${WEIGHED_MAX}`.execute(trx)
  for (const {score, is_across_scripts, reasons, ...other} of matches)
    add([other], () => ({
      score,
      reasons: JSON.parse(reasons),
      isAcrossScripts: is_across_scripts === 1,
      rarity: Math.min(own, nameRarity(other.folded))
    }))
  return [...found.values()]
}

/** Senses of a name that this one's documents give as another of its names, and the other way round. */
async function aliasRows(trx: Db, project: string, {id, kind, folded}: SenseRow): Promise<SenseRow[]> {
  const given = await senseRows(
    trx,
    project,
    sql`appellation.kind = ${kind} and appellation.folded in (
      select substr(feature, 7) from sense_feature where project = ${project} and sense = ${id}
        and feature >= 'alias:' and feature < 'alias;')`
  )
  const givers = await senseRows(
    trx,
    project,
    sql`appellation.kind = ${kind} and sense.id in (
      select sense from sense_feature where project = ${project} and feature = ${`alias:${folded}`}
        and feature >= 'alias:' and feature < 'alias;')`
  )
  return [...given, ...givers]
}

async function senseRows(trx: Db, project: string, condition: ReturnType<typeof sql>): Promise<SenseRow[]> {
  const {rows} = await sql<SenseRow>`
    select sense.id, sense.appellation, appellation.kind, appellation.folded
    from sense join appellation on appellation.id = sense.appellation
    where sense.project = ${project} and ${condition} order by sense.id limit ${WEIGHED_MAX}`.execute(trx)
  return rows
}

/** What weighing needs of both: the features they share, and of each its offices and gender. */
async function viewsOf(trx: Db, project: string, one: SenseRow, other: SenseRow): Promise<[SenseView, SenseView]> {
  const {rows} = await sql<{sense: number; feature: string; bearers: number}>`
    select one.sense, one.feature, one.bearers from sense_feature as one
    where one.project = ${project} and one.sense = ${one.id} and exists (
      select 1 from sense_feature as two where two.project = one.project and two.sense = ${other.id} and two.feature = one.feature)
    union all
    select sense, feature, bearers from sense_feature
    where project = ${project} and sense in (${one.id}, ${other.id}) and feature >= 'gender:' and feature < 'gender;'
    union all
    select sense, feature, bearers from sense_feature
    where project = ${project} and sense in (${one.id}, ${other.id}) and feature >= 'of' and feature < 'os'`.execute(
    trx
  )
  const views = [one, other].map(({id, kind, folded}) => {
    const own = rows.filter(({sense}) => sense === id)
    return {kind, folded, features: new Map(own.map(({feature, bearers}) => [feature, bearers]))}
  })
  const shared = rows.filter(({sense, feature}) => sense === one.id && !/^(?:gender|office|org):/.test(feature))
  for (const {feature, bearers} of shared) (views[1]!.features as Map<string, number>).set(feature, bearers)
  return [views[0]!, views[1]!]
}
