import {sql, type Transaction} from 'kysely'
import {claimKeys} from '../compare/claim-keys.ts'
import {
  addClaimKeys,
  claimKeyRows,
  displacedBy,
  type KeyedPlace,
  keyNumber,
  ownName,
  packKeys,
  removeClaimKeys
} from './claim-keys.ts'
import {
  addContradictions,
  contradictionsWith,
  type FoundContradiction,
  partPlaces,
  removeContradictions
} from './contradiction-rows.ts'
import type {Deriver} from './derive-document.ts'
import {inEffect, loadEffective} from './document-in-effect.ts'
import {type PlacedTold, toldInDocument} from './news-told.ts'
import {isSame} from './same-rows.ts'
import type {InProject, Tables} from './tables.ts'

/** By what claims about the same are found, and which contradict each other. */
export const NEWS: Deriver = {
  async add(trx, effect) {
    const {project, doc} = effect
    const scope = {db: trx, project}
    const told = await toldInDocument(scope, effect, 'by-name')
    await addClaimKeys(trx, project, doc, told.map(keyedByName))
    await addContradictions(trx, project, (await contradictionsWith(scope, told)).found)
    await contradictAnew(trx, project, await displacedBy(scope, doc))
  },

  async remove(trx, project, doc) {
    const displaced = await displacedBy({db: trx, project}, doc)
    await removeClaimKeys(trx, project, doc)
    await removeContradictions(trx, project, doc)
    await contradictAnew(trx, project, displaced)
  },

  async *check(db, effect) {
    const {project, doc, document} = effect
    const scope = {db, project}
    const told = await toldInDocument(scope, effect, 'by-name')
    const keyed = told.map(keyedByName)
    const keys = JSON.stringify([...new Set(keyed.flatMap(place => place.keys))])
    const {rows: kept} = await sql`
      select * from claim_key where project = ${project} and doc = ${doc} and key in (select value from json_each(${keys}))`.execute(
      db
    )
    const lists = await db
      .selectFrom('claim_key_list')
      .select('keys')
      .where('project', '=', project)
      .where('doc', '=', doc)
      .execute()
    const packed = Buffer.from(packKeys(keyed)).toString('hex')
    const isListed = lists.length === 1 && Buffer.from(lists[0]!.keys).toString('hex') === packed
    if (!isSame(kept, claimKeyRows(project, keyed)) || !isListed)
      yield `document ${document}: by what its claims are compared with others is not what they say`
    const expected = await contradictionsWith(scope, told)
    const {rows: contradictions} = await sql<{id: string}>`
      select * from contradiction where project = ${project} and (doc = ${doc} or other_doc = ${doc})`.execute(db)
    if (!isKept(contradictions as {id: string}[], expected))
      yield `document ${document}: what its claims contradict is not what they say`
    const parts = expected.found.filter(({row}) => isIn(contradictions, row.id))
    if (!isSame(await partsKept(scope, parts), await partsTold(scope, parts)))
      yield `document ${document}: whom its contradictions are about is not what they say`
  },

  async *checkTogether(db, project) {
    for (const [table, column] of STRAYING) {
      const {rows} = await sql<{stray: number}>`
        select count(*) as stray from ${sql.table(table)} as row where project = ${project} and not exists (
          select 1 from effect where effect.project = row.project and effect.doc = row.${sql.ref(column)})`.execute(db)
      if (rows[0]!.stray > 0) yield `${rows[0]!.stray} rows of ${table} belong to no document in effect`
    }
    const {rows} = await sql<{counted: number; listed: number}>`
      select (select count(*) from (select distinct key, doc from claim_key where project = ${project})) as counted,
        (select coalesce(sum(length(keys)), 0) / 8 from claim_key_list where project = ${project}) as listed`.execute(
      db
    )
    if (rows[0]!.counted !== rows[0]!.listed) yield 'claims are found by keys that no document has'
  }
}

/** Hold the claims of these documents against all others once more, since which claims are the first has changed. */
async function contradictAnew(trx: Transaction<Tables>, project: string, docs: readonly number[]): Promise<void> {
  if (docs.length === 0) return
  const scope = {db: trx, project}
  const {rows} = await sql<{document: string}>`
    select document from effect where project = ${project} and doc in (select value from json_each(${JSON.stringify(docs)}))
    order by doc`.execute(trx)
  for (const {document} of rows) {
    const effect = inEffect((await loadEffective(trx, project, document))!)
    await removeContradictions(trx, project, effect.doc)
    const told = await toldInDocument(scope, effect, 'by-name')
    await addContradictions(trx, project, (await contradictionsWith(scope, told)).found)
  }
}

/** Whether all that is found for sure is kept, and nothing that is not found unless only its other document finds it. */
function isKept(
  kept: readonly {readonly id: string}[],
  {found, isOpen}: Awaited<ReturnType<typeof contradictionsWith>>
): boolean {
  const expected = found.filter(({row, isSure}) => isSure || isIn(kept, row.id)).map(({row}) => row)
  return isSame(isOpen ? kept.filter(({id}) => isIn(expected, id)) : kept, expected)
}

type Part = Tables['contradiction_part']

/** Who is kept as having a part in these contradictions. */
async function partsKept({db, project}: InProject, found: readonly FoundContradiction[]): Promise<Part[]> {
  const {rows} = await sql<Part>`
    select * from contradiction_part where project = ${project}
      and contradiction in (select value from json_each(${JSON.stringify(found.map(({row}) => row.id))}))`.execute(db)
  return rows
}

/** Who should be. */
async function partsTold({db, project}: InProject, found: readonly FoundContradiction[]): Promise<Part[]> {
  const {rows} = await sql<Part>`
    select distinct bearer.project, bearer.appellation, wanted.value ->> 3 as other_doc, wanted.value ->> 0 as contradiction
    from json_each(${JSON.stringify(found.flatMap(partPlaces))}) as wanted
    join bearer on bearer.project = ${project} and bearer.doc = wanted.value ->> 1 and bearer.entity = wanted.value ->> 2`.execute(
    db
  )
  return rows
}

function isIn(rows: readonly {readonly id: string}[], wanted: string): boolean {
  return rows.some(({id}) => id === wanted)
}

const STRAYING = [
  ['claim_key', 'doc'],
  ['claim_key_list', 'doc'],
  ['contradiction', 'doc'],
  ['contradiction', 'other_doc']
] as const

/** A claim with its keys, by the names that its document uses: they stay whatever is found out later. */
function keyedByName(told: PlacedTold): KeyedPlace {
  const {doc, position} = told
  return {doc, position, keys: claimKeys(told, ownName).map(keyNumber)}
}
