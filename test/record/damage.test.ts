import {mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {flipBits} from '../../bench/torture/bit-flips.ts'
import {openStore} from '../../src/record/open-store.ts'
import {refuseOldEngine} from '../../src/record/sqlite/open-database.ts'
import {CANNERY, captureOf, fullJourney, HARBOUR, journeyOf} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'
import {unreached} from './torture-figures.ts'

/** `HEARSAY_FLIPS=5000 vitest run test/record/damage.test.ts` for a longer look, or `npm run torture -- flips`. */
const FLIPS = Number(process.env['HEARSAY_FLIPS'] ?? 60)

let place: TemporaryRecord

beforeEach(() => {
  place = temporaryRecord()
})
afterEach(() => place.remove())

describe('a record is not opened', () => {
  test('when it is missing and was not to be made', async () => {
    await expect(openStore(place.path)).rejects.toMatchObject({
      code: 'record_missing',
      message: `Cannot open record "${place.path}": there is no such file. hearsay read makes it`
    })
  })

  test('when a newer Hearsay wrote it', async () => {
    await (await place.open()).close()
    alter('pragma user_version = 99')
    await expect(place.open()).rejects.toMatchObject({code: 'record_newer'})
    await expect(place.open()).rejects.toThrow('a newer Hearsay wrote it (tables 99, this one knows 3)')
  })

  test('when it is the database of another program, and that is left as it was', async () => {
    const foreign = new DatabaseSync(place.path)
    foreign.exec('create table recipe (name text)')
    foreign.close()
    const before = readFileSync(place.path)
    await expect(place.open()).rejects.toMatchObject({code: 'record_foreign'})
    expect(readFileSync(place.path)).toEqual(before)
  })

  test('when it is no database at all, and that is left as it was', async () => {
    writeFileSync(place.path, 'Dear diary, '.repeat(1000))
    await expect(place.open()).rejects.toMatchObject({code: 'record_foreign'})
    expect(readFileSync(place.path, 'utf8')).toBe('Dear diary, '.repeat(1000))
  })

  test('where its folder cannot be made', async () => {
    writeFileSync(join(place.folder, 'file'), '')
    const path = join(place.folder, 'file', 'record.db')
    await expect(openStore(path, {create: true})).rejects.toMatchObject({code: 'record_unreachable'})
  })

  test('when it is a folder', async () => {
    mkdirSync(place.path)
    await expect(place.open()).rejects.toMatchObject({code: 'record_foreign'})
  })

  test('by a SQLite that can lose one', () => {
    for (const version of ['3.51.2', '3.46.0', '2.99.9']) expect(() => refuseOldEngine(version)).toThrow(version)
    for (const version of ['3.51.3', '3.53.4', '4.0.0']) expect(() => refuseOldEngine(version)).not.toThrow()
  })
})

describe('a record is made', () => {
  test('for its owner alone, and so are its side files and the folder', async () => {
    const path = join(place.folder, 'new', 'record.db')
    const store = await openStore(path, {create: true})
    const journey = journeyOf(HARBOUR)
    await store.save(journey, captureOf(journey))
    for (const file of ['', '-wal', '-shm']) expect(statSync(path + file).mode & 0o777).toBe(0o600)
    expect(statSync(join(place.folder, 'new')).mode & 0o777).toBe(0o700)
    await store.close()
  })

  test('again, where a process fell before it was done', async () => {
    writeFileSync(place.path, '')
    const half = new DatabaseSync(place.path)
    half.exec(
      'create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null)'
    )
    half.close()
    const store = await place.open()
    expect((await store.check()).faults).toEqual([])
    await store.close()
  })
})

describe('damage', () => {
  beforeEach(async () => {
    const store = await place.open()
    for (const journey of [
      journeyOf(HARBOUR),
      journeyOf(CANNERY),
      fullJourney(),
      journeyOf({...HARBOUR, readerVersion: '2.0.0'})
    ])
      await store.save(journey, captureOf(journey))
    await store.forget(journeyOf(CANNERY).document.id, {by: 'rosa', at: '2026-03-02T10:00:00.000Z', why: 'a test'})
    await store.close()
  })

  test('a sound record has no fault', async () => {
    const store = await place.open()
    expect(await store.check()).toEqual({
      isSound: true,
      faults: [],
      documentsChecked: 3,
      claimsChecked: 17,
      entriesChecked: 11,
      checkpoints: []
    })
    await store.close()
  })

  const tampering: [what: string, sql: string, fault: RegExp][] = [
    ['a text', `update document set text = replace(text, 'old', 'new')`, /the text of document doc-\w+ was altered/],
    ['a text with its hash', `update document set text_sha256 = text_sha256 || '0'`, /document doc-\w+ was altered/],
    ['the bytes', `update blob set bytes = x'00'`, /the bytes of blob \w+ were altered/],
    [
      'a claim',
      `update finding set json = replace(json, 'indirect', 'direct')`,
      /claim statement-\w+ of run run-\w+ was altered/
    ],
    ['a score', 'update finding set score = 0.99', /claim statement-\w+ of run run-\w+ was altered/],
    [
      'a date of publication',
      `update run set description = replace(description, '2025', '2024')`,
      /run run-\w+ was altered/
    ],
    ['an entity', `update entity set name = 'Somebody Else'`, /run run-\w+ was altered/],
    ['a mention', 'update mention set "end" = "end" + 1', /run run-\w+ was altered/],
    ['a source', `update capture set source = 'elsewhere'`, /capture capture-\w+ was altered/],
    ['a judgement', `update judgement set by = 'someone else'`, /judgement judgement-\w+ was altered/],
    ['the log', `update log set commitment = 'x'`, /commits to something else/],
    ['a claim taken out', 'delete from finding where position = 0', /run run-\w+ has 2 of its 3 claims/],
    [
      'a judgement taken out',
      'delete from judgement',
      /judgement judgement-\w+ .* is in the log and not in the record/
    ],
    ['a capture taken out', 'delete from capture', /capture capture-\w+ .* is in the log and not in the record/],
    [
      'the end of the log taken out',
      'delete from log where place = (select max(place) from log)',
      /keeps hashes of entries that are not there/
    ],
    ['the middle of the log taken out', 'delete from log where place = 3', /goes from place 2 to 4/],
    ['names to find entities by', `update name set folded = 'nobody'`, /what entities are found by/],
    ['who has a part in a claim', 'delete from claim_part where position = 0', /who has a part in its claims/],
    ['what search finds', `update search_row set speaker_name = 'Somebody Else'`, /what search finds in it/],
    ['words of search', `update search_words set words = 'nothing'`, /what search finds in it/],
    [
      'a view',
      `drop view forgotten; create view forgotten as select project, about as document from judgement`,
      /view forgotten/
    ],
    ['which run was first', 'update claim set first_run = (select max(id) from run)', /first to find/],
    ['search without a document', 'delete from search_row', /what search finds in it/]
  ]
  for (const [what, statement, fault] of tampering)
    test(`is found: ${what}`, async () => {
      alter(statement)
      const store = await place.open()
      const {isSound, faults} = await store.check()
      expect(isSound).toBe(false)
      expect(faults.join('\n')).toMatch(fault)
      await store.close()
    })

  test('is found: a guard taken away', async () => {
    const raw = new DatabaseSync(place.path)
    raw.exec('drop trigger claim_no_delete')
    raw.close()
    const store = await place.open()
    expect((await store.check()).faults).toEqual([
      'trigger claim_no_delete of claim is not defined as Hearsay defined it'
    ])
    await store.close()
  })

  test('of what is derived can be put right', async () => {
    alter('delete from search_row')
    alter('delete from search_words')
    const store = await place.open()
    await store.deriveAgain()
    expect((await store.check()).faults).toEqual([])
    await store.close()
  })

  test('what was saved cannot be changed or removed by mistake', async () => {
    const raw = new DatabaseSync(place.path)
    for (const table of [
      'blob',
      'capture',
      'document',
      'run',
      'entity',
      'mention',
      'claim',
      'finding',
      'judgement',
      'log'
    ]) {
      expect(() => raw.exec(`update ${table} set project = 'other'`)).toThrow('the record is append-only')
      expect(() => raw.exec(`delete from ${table}`)).toThrow('the record is append-only')
    }
    raw.close()
  })

  test('of a bit, a sector, a page or the log is found, or is the damage of nothing that was saved', {
    timeout: FLIPS * 400 + 60_000
  }, async () => {
    expect(unreached(await flipBits({count: FLIPS}))).toEqual([])
  })
})

/** Change the file as somebody would who has it in hand: without the record's own guards. */
function alter(statement: string): void {
  const raw = new DatabaseSync(place.path, {enableForeignKeyConstraints: false})
  const guards = raw.prepare(`select name from sqlite_schema where type = 'trigger'`).all() as {name: string}[]
  const definitions = raw.prepare(`select sql from sqlite_schema where type = 'trigger'`).all() as {sql: string}[]
  for (const {name} of guards) raw.exec(`drop trigger ${name}`)
  raw.exec(statement)
  for (const {sql} of definitions) raw.exec(sql)
  raw.close()
}
