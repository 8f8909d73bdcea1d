import {hash} from 'node:crypto'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {Kysely} from 'kysely'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {Upgrade} from '../../src/record/life/upgrade.ts'
import {openStore} from '../../src/record/open-store.ts'
import {migrate, SCHEMA_VERSION} from '../../src/record/sqlite/migrations.ts'
import {NodeSqliteDialect} from '../../src/record/sqlite/node-sqlite-dialect.ts'
import type {Tables} from '../../src/record/sqlite/tables.ts'
import {FIRST_DOCUMENTS, writeFirstRecord} from '../support/first-record.ts'
import {CANNERY, captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'

let place: TemporaryRecord

beforeEach(() => {
  place = temporaryRecord()
  writeFirstRecord(place.path)
})
afterEach(() => place.remove())

test('a record of the first tables is upgraded when it is opened, after a copy that is told of', async () => {
  const upgrades: Upgrade[] = []
  const store = await openStore(place.path, {onUpgrade: upgrade => upgrades.push(upgrade)})
  await store.close()
  expect(upgrades).toEqual([{from: 1, to: expect.any(Number), kept: expect.stringContaining('.before-')}])
  expect(versionOf(upgrades[0]!.kept)).toBe(1)
  expect(versionOf(place.path)).toBe(upgrades[0]!.to)
  await (await openStore(place.path, {onUpgrade: upgrade => upgrades.push(upgrade)})).close()
  expect(upgrades).toHaveLength(1)
})

test('it keeps everything: documents, both runs, bytes, and what was hidden', async () => {
  const store = await openStore(place.path)
  const [harbour, cannery] = FIRST_DOCUMENTS
  const newer = journeyOf({...HARBOUR, readerVersion: '2.0.0', found: 2, score: 0.7})
  const {runs, document} = (await store.document(harbour!))!
  expect(document).toEqual(newer.document)
  expect(await store.reading(harbour!, runs[0]!.id)).toEqual(journeyOf(HARBOUR).reading)
  expect(await store.reading(harbour!)).toEqual(newer.reading)
  expect(await store.bytes(harbour!)).toEqual(Buffer.from(newer.bytes))
  expect(await store.document(cannery!)).toBeUndefined()
  expect(await store.judgements()).toMatchObject([{kind: 'forget'}, {kind: 'undo'}, {kind: 'forget', by: 'rosa'}])
  expect((await store.check()).faults).toEqual([])
  await store.unforget(cannery!, {by: 'piet', at: '2026-04-01T10:00:00.000Z'})
  expect(await store.reading(cannery!)).toEqual(journeyOf(CANNERY).reading)
  await store.close()
})

test('it goes on as one that was always so', async () => {
  const store = await openStore(place.path)
  const known = journeyOf(HARBOUR)
  expect(await store.save(known, captureOf(known))).toMatchObject({isNew: false, runAdded: false, captureAdded: false})
  const late = journeyOf({...HARBOUR, title: 'Late report'})
  expect(await store.save(late, captureOf(late))).toMatchObject({isNew: true})
  const {text} = await store.proof.checkpoint()
  expect(await store.check({checkpoints: [text]})).toMatchObject({faults: [], checkpoints: [{isConsistent: true}]})
  await store.close()
})

test('stores that open it at the same time all find it upgraded', async () => {
  const upgrades: Upgrade[] = []
  const stores = await Promise.all(
    Array.from({length: 4}, () => openStore(place.path, {onUpgrade: upgrade => upgrades.push(upgrade)}))
  )
  for (const store of stores) expect((await store.check()).faults).toEqual([])
  for (const store of stores) await store.close()
  expect(upgrades.length).toBeGreaterThan(0)
  for (const {kept} of upgrades) expect(versionOf(kept)).toBe(1)
  expect(readdirSync(place.folder).filter(name => name.includes('unfinished'))).toEqual([])
})

test('a record of the second tables is upgraded too, and finds anew what contradicts what', async () => {
  const path = join(place.folder, 'second.db')
  const store = await openStore(path, {create: true})
  for (const words of ['the guild paid the dockers', 'the guild did not pay the dockers']) {
    const told = journeyOf({title: words, lines: [{speaker: 'Anna Marlow', cue: 'said', words}]})
    await store.save(told, captureOf(told, words))
  }
  const {items} = await store.contradictions.find()
  expect(items).toHaveLength(1)
  await store.close()
  backToSecondTables(path)
  const upgrades: Upgrade[] = []
  const again = await openStore(path, {onUpgrade: upgrade => upgrades.push(upgrade)})
  expect(upgrades).toMatchObject([{from: 2, to: SCHEMA_VERSION}])
  const [{address} = {address: ''}] = await again.identity.find('Anna Marlow')
  expect((await again.contradictions.find({subject: address})).items.map(({id}) => id)).toEqual([items[0]!.id])
  expect((await again.check()).faults).toEqual([])
  await again.close()
})

test('the tables of a released version never change: what changes them is a step of its own', async () => {
  const digests = []
  for (let version = 1; version <= SCHEMA_VERSION; version++) {
    const raw = new DatabaseSync(':memory:')
    await migrate(new Kysely<Tables>({dialect: new NodeSqliteDialect(raw)}), version)
    digests.push(hash('sha256', JSON.stringify(raw.prepare(TABLES_MADE).all()), 'hex').slice(0, 16))
  }
  expect(digests).toEqual(RELEASED)
})

/** Added to with each version; none of them is ever edited. */
const RELEASED = ['90c6eee3483021e9', '44f188a7e033c75b', '38fa7d3b2c5aa885']

const TABLES_MADE = `select type, name, sql from sqlite_schema
  where sql is not null and name not like 'sqlite~_%' escape '~' and name not like 'kysely%' order by type, name`

/** Only what the third step changes. */
function backToSecondTables(path: string): void {
  const raw = new DatabaseSync(path)
  raw.exec(`
    drop table contradiction_part;
    create table contradiction_part (
      project text not null, appellation integer not null, contradiction text not null,
      primary key (project, appellation, contradiction)
    ) strict, without rowid;
    create index contradiction_part_of on contradiction_part (project, contradiction);
    delete from kysely_migration where name > '0003';
    pragma user_version = 2`)
  raw.close()
}

function versionOf(path: string): unknown {
  const raw = new DatabaseSync(path, {readOnly: true})
  try {
    return raw.prepare('pragma user_version').get()!['user_version']
  } finally {
    raw.close()
  }
}
