import {copyFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {RecordGenerator} from '../../bench/record-generator.ts'
import {openStore} from '../../src/record/open-store.ts'
import {checkSnapshot} from '../../src/record/sqlite/check-record.ts'
import {castJourney} from '../support/cast.ts'
import {captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'

/** Every table of which each row is made anew by the check, with what stands in a row that may be changed. */
const TABLES: Readonly<Record<string, string>> = {
  search_row: 'speaker_name',
  judgement_target: 'target',
  effect: 'description',
  effect_claim: 'json',
  appellation_key: 'key',
  appellation_match: 'reasons',
  appellation_claim: 'part',
  appellation: 'folded',
  bearer: 'features',
  sense_feature: 'feature',
  role_fact: 'title',
  claim_key: 'key',
  claim_key_list: 'keys',
  contradiction: 'reason',
  contradiction_part: 'appellation',
  sketch: 'sketch',
  sketch_band: 'band',
  origin: 'origin',
  origin_link: 'reason',
  name: 'folded',
  claim_part: 'part'
}

let record: TemporaryRecord

beforeAll(async () => {
  record = temporaryRecord()
  const store = await record.open()
  const generator = new RecordGenerator(21)
  for (let number = 0; number < 12; number++) {
    const {journey, capture} = generator.document(number)
    await store.save(journey, capture)
  }
  const lines = Array.from({length: 14}, (_, number) => ({
    speaker: 'Anna Marlow',
    cue: 'said',
    words: `number ${number} of the long list of things that the office wrote down about quay ${number * 7}`
  }))
  const [first] = ['Courier', 'Gazette'].map(outlet => journeyOf({...HARBOUR, outlet, title: outlet, lines}))
  for (const journey of [first!, journeyOf({...HARBOUR, outlet: 'Gazette', title: 'Gazette', lines})])
    await store.save(journey, captureOf(journey, `${journey.document.id}.txt`))
  for (const words of ['the guild paid the dockers', 'the guild did not pay the dockers']) {
    const journey = journeyOf({...HARBOUR, title: words, lines: [{speaker: 'Anna Marlow', cue: 'said', words}]})
    await store.save(journey, captureOf(journey, words))
  }
  for (const name of ['Mohammed Al-Khatib', 'Muhammad Al Khatib']) {
    const journey = castJourney([`${name}, mayor of Tarn Council`])
    await store.save(journey, captureOf(journey, name))
  }
  const [statement] = first!.reading.statements
  const about = {about: statement!.id, document: first!.document.id, by: 'rosa', at: '2026-04-01T00:00:00.000Z'}
  await store.judging.judge({kind: 'reject', ...about})
  await store.catchUp()
  await store.close()
  expect((await checkSnapshot(record.path)).faults).toEqual([])
})
afterAll(() => record.remove())

for (const [table, column] of Object.entries(TABLES)) {
  test(`somebody who empties ${table}, or takes away or changes one row of it, is noticed`, async () => {
    const change = `case typeof("${column}") when 'integer' then "${column}" + 1 when 'blob' then zeroblob(length("${column}"))
      else coalesce("${column}", '') || 'x' end`
    const key = keyOf(table)
    const one = `(${key}) in (select ${key} from ${table} limit 1 offset (select count(*) / 2 from ${table}))`
    expect(await isNoticed(`delete from ${table}`), 'emptied').toBe(true)
    expect(await isNoticed(`delete from ${table} where ${one}`), 'one row taken away').toBe(true)
    expect(await isNoticed(`update ${table} set "${column}" = ${change} where ${one}`), 'one row changed').toBe(true)
  })
}

function keyOf(table: string): string {
  const database = new DatabaseSync(record.path, {readOnly: true})
  const hasNoRowid = database.prepare(`select wr from pragma_table_list('${table}')`).get()!['wr'] === 1
  const keys = database.prepare(`select name from pragma_table_info('${table}') where pk > 0 order by pk`).all()
  database.close()
  if (!hasNoRowid) return 'rowid'
  return keys.map(({name}) => `"${name}"`).join(', ')
}

/** Whether a check of a copy of the record, in which this was done, finds a fault. */
async function isNoticed(statement: string): Promise<boolean> {
  const path = join(record.folder, 'tampered.db')
  copyFileSync(record.path, path)
  const database = new DatabaseSync(path)
  database.exec('pragma foreign_keys = off')
  const {changes} = database.prepare(statement).run()
  database.close()
  expect(changes, statement).toBeGreaterThan(0)
  const {isSound} = await checkSnapshot(path)
  // The record itself is left as it was.
  await (await openStore(record.path)).close()
  return !isSound
}
