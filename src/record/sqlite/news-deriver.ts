import {sql} from 'kysely'
import {claimKeys} from '../compare/claim-keys.ts'
import {
  addClaimKeys,
  claimKeyRows,
  type KeyedPlace,
  keyNumber,
  ownName,
  packKeys,
  removeClaimKeys
} from './claim-keys.ts'
import {addContradictions, contradictionsWith, removeContradictions} from './contradiction-rows.ts'
import type {Deriver} from './derive-document.ts'
import {type PlacedTold, toldInDocument} from './news-told.ts'
import {isSame} from './same-rows.ts'

/** By what claims about the same are found, and which contradict each other. */
export const NEWS: Deriver = {
  async add(trx, effect) {
    const {project, doc} = effect
    const scope = {db: trx, project}
    const told = await toldInDocument(scope, effect, 'by-name')
    const keyed = told.map(keyedByName)
    await addClaimKeys(trx, project, doc, keyed)
    await addContradictions(trx, project, (await contradictionsWith(scope, told)).found)
  },

  async remove(trx, project, doc) {
    await removeClaimKeys(trx, project, doc)
    await removeContradictions(trx, project, doc)
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
    const rows = expected.found.map(({row}) => row)
    const isSure = ({id}: {readonly id: string}) => !expected.isCrowded || isIn(rows, id)
    const isKept = ({id}: {readonly id: string}) => !expected.isCrowded || isIn(contradictions, id)
    if (!isSame(contradictions.filter(isSure), rows.filter(isKept)))
      yield `document ${document}: what its claims contradict is not what they say`
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
