import {copyFileSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {openStore} from '../../src/record/open-store.ts'
import type {CheckReport} from '../../src/record/store.ts'
import {verifyRecord} from '../../verifier/verify.ts'
import {TAMPERINGS} from '../support/tampering.ts'
import {type PreparedRecord, prepareRecord} from '../support/tampering-record.ts'

let folder: string
let prepared: PreparedRecord
let record: PreparedRecord

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-tampering-'))
  prepared = await prepareRecord(folder)
})
afterAll(() => rmSync(folder, {recursive: true}))

let number = 0
beforeEach(() => {
  record = {...prepared, path: join(folder, `tampered-${++number}.db`)}
  copyFileSync(prepared.path, record.path)
})

test('a record that nobody tampered with is sound, and holds what every checkpoint says', async () => {
  const {checkpoints} = record
  expect(await check(checkpoints)).toMatchObject({isSound: true, faults: [], entriesChecked: 22, documentsChecked: 4})
  expect(verifyRecord(record.path, checkpoints)).toMatchObject({faults: [], entries: 22, documents: 4})
})

describe('somebody who may do anything in the database is found out who', () => {
  for (const {what, isWhole, isDerived, tamper} of TAMPERINGS)
    test(what, async () => {
      await tamper(record)
      const faults = {verify: (await check()).faults, verifier: verifyRecord(record.path).faults}
      // By itself a record that was rewritten as a whole is as good as any: that is what checkpoints are for.
      expect(faults.verify.length > 0).toBe(!isWhole)
      expect(faults.verifier.length > 0).toBe(!isWhole && !isDerived)
      for (const checkpoint of isWhole ? record.checkpoints : []) {
        const report = await check([checkpoint])
        expect(report.isSound).toBe(false)
        expect(report.checkpoints).toMatchObject([{isConsistent: false}])
        expect(verifyRecord(record.path, [checkpoint]).faults).not.toEqual([])
      }
    })
})

async function check(checkpoints: readonly string[] = []): Promise<CheckReport> {
  const store = await openStore(record.path)
  try {
    return await store.check({checkpoints})
  } finally {
    await store.close()
  }
}
