import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, suite, test} from 'vitest'
import {openStore} from '../../src/record/open-store.ts'
import {verifyFolder, verifyRecord} from '../../verifier/verify.ts'
import {anyJourney, captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {asAdministrator, rows} from '../support/tampering-administrator.ts'
import {type PreparedRecord, prepareRecord} from '../support/tampering-record.ts'
import {temporaryRecord} from '../support/temporary-record.ts'

/** `HEARSAY_RECORDS=1000 vitest run test/verifier` for a longer look. */
const RECORDS = Number(process.env['HEARSAY_RECORDS'] ?? 15)

const VERIFIER = fileURLToPath(new URL('../../verifier/verify.ts', import.meta.url))
const place = temporaryRecord()
let prepared: PreparedRecord

beforeAll(async () => {
  prepared = await prepareRecord(place.folder)
})
afterAll(() => place.remove())

test('the verifier shares nothing with what it verifies', () => {
  const program = readFileSync(VERIFIER, 'utf8')
  const imported = [...program.matchAll(/^import .* from '(.+)'$/gm)]
  expect(imported.map(([, specifier]) => specifier)).toEqual(['node:crypto', 'node:fs', 'node:sqlite', 'node:zlib'])
  expect(program).not.toMatch(/\b(?:import|require)\(/)
})

const KEPT_TABLES = [
  ...['log', 'opening', 'blob', 'capture', 'document', 'run', 'entity', 'mention', 'claim', 'finding', 'judgement'],
  ...['record_self', 'import_batch']
]
/** Columns that follow from others: verify compares them, and who knows only what is kept does not. */
const DERIVED_COLUMNS = ['capture.folded_source', 'run.folded_words', 'run.earliest', 'run.latest', 'claim.first_run']
/** Drawn at random, and held against nothing. */
const FREE_COLUMNS = ['record_self.secret', 'record_self.one']

test(`of ${RECORDS} records of any kind, each with any one value altered, both say the same`, {
  timeout: RECORDS * 2_000 + 30_000
}, async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyJourney(), {minLength: 1, maxLength: 3}),
      fc.nat(),
      fc.boolean(),
      async (told, some, hide) => {
        const path = join(place.folder, `random-${++number}.db`)
        const store = await openStore(path, {create: true})
        for (const journey of told.map(journeyOf)) await store.save(journey, captureOf(journey))
        if (hide) await store.forget(journeyOf(told[0]!).document.id, {by: 'rosa', at: '2026-03-02T10:00:00.000Z'})
        const {text} = await store.proof.checkpoint()
        const report = await store.check({checkpoints: [text]})
        await store.close()
        expect(report.faults).toEqual([])
        const {faults, ...counts} = verifyRecord(path, [text])
        expect(faults).toEqual([])
        expect(counts).toEqual({
          entries: report.entriesChecked,
          documents: report.documentsChecked,
          claims: report.claimsChecked
        })
        const column = alterAny(path, some)
        const again = await openStore(path)
        expect((await again.check()).isSound, column).toBe(false)
        await again.close()
        expect(verifyRecord(path).faults, column).not.toEqual([])
      }
    ),
    {numRuns: RECORDS}
  )
})

/** Alter one value of a kept table: which, is decided by `some`. */
function alterAny(path: string, some: number): string {
  let altered = ''
  asAdministrator(path, db => {
    const columns = rows<{table: string; name: string}>(
      db,
      `select kept.name as "table", field.name from sqlite_schema as kept join pragma_table_info(kept.name) as field
        where kept.name in (${KEPT_TABLES.map(table => `'${table}'`).join()}) order by 1, 2`
    ).filter(({table, name}) => ![...DERIVED_COLUMNS, ...FREE_COLUMNS].includes(`${table}.${name}`))
    const filled = columns.filter(
      ({table, name}) => rows(db, `select 1 from ${table} where "${name}" is not null`).length > 0
    )
    const {table, name} = filled[some % filled.length]!
    altered = `${table}.${name}`
    const [row] = rows<{value: unknown; picked: string}>(
      db,
      `select "${name}" as value from ${table} where "${name}" is not null order by 1 desc limit 1`
    )
    const changed =
      typeof row!.value === 'number'
        ? row!.value + 1
        : typeof row!.value === 'string'
          ? `${row!.value}x`
          : Buffer.concat([row!.value as Uint8Array, Buffer.of(0)])
    db.prepare(`update ${table} set "${name}" = ? where "${name}" is ?`).run(changed, row!.value as string)
  })
  return altered
}

suite('a log in a folder', () => {
  test('is verified without the record, as long as nobody changes a file of it', async () => {
    const folder = join(place.folder, 'log')
    const {text} = await writeLog(folder)
    expect(verifyFolder(folder, [text])).toEqual({faults: [], entries: 270, documents: 0, claims: 0})
    for (const file of [
      'tile/0/000',
      'tile/0/001.p/14',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/14',
      'checkpoint',
      'vkey'
    ]) {
      const bytes = readFileSync(join(folder, file))
      const altered = Buffer.from(bytes)
      altered[altered.length - 20]! ^= 1
      writeFileSync(join(folder, file), altered)
      expect(verdictOn(folder), file).not.toBe('sound')
      writeFileSync(join(folder, file), bytes)
    }
    expect(verdictOn(folder)).toBe('sound')
    expect(verifyFolder(folder, [prepared.checkpoints[0]!]).faults).toHaveLength(1)
  })

  function verdictOn(folder: string): string {
    try {
      return verifyFolder(folder).faults.join() || 'sound'
    } catch (error) {
      return (error as Error).message
    }
  }

  async function writeLog(folder: string): Promise<{text: string}> {
    const store = await openStore(join(place.folder, 'long.db'), {create: true})
    for (let number = 0; number < 90; number++) {
      const journey = journeyOf({...HARBOUR, title: `Notice ${number}`, lines: []})
      await store.save(journey, captureOf(journey, `${number}.txt`))
    }
    await store.proof.exportTiles(async (path, bytes) => {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), bytes)
    })
    const {text} = await store.proof.checkpoint()
    await store.close()
    return {text}
  }
})

suite('the program', () => {
  test('ends with 0 where all is sound', () => {
    const [checkpoint] = prepared.checkpoints
    const file = join(place.folder, 'kept.txt')
    writeFileSync(file, checkpoint!)
    expect(run(prepared.path, '--checkpoint', file)).toMatchObject({
      status: 0,
      stdout: '0 faults: 22 entries, 4 documents, 20 claims\n'
    })
  })

  test('ends with 1 where something is not, and names it', () => {
    const path = join(place.folder, 'altered.db')
    copyFileSync(prepared.path, path)
    asAdministrator(path, (db: DatabaseSync) => db.exec(`update document set text = text || '!' where recorded = 1`))
    const {status, stdout} = run(path, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      isSound: false,
      faults: [expect.stringMatching(/^the text of document doc-\w+ was altered$/)]
    })
  })

  test('ends with 2 where it could not look', () => {
    expect(run()).toMatchObject({status: 2, stderr: expect.stringContaining('Usage')})
    expect(run(join(place.folder, 'none.db')).status).toBe(2)
    expect(run(prepared.path, '--checkpoint', VERIFIER)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('it is no checkpoint')
    })
  })

  function run(...args: string[]): {status: number | null; stdout: string; stderr: string} {
    return spawnSync(process.execPath, [VERIFIER, ...args], {encoding: 'utf8'})
  }
})
