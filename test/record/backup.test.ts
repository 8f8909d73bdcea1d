import {existsSync, readdirSync, statSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, suite, test} from 'vitest'
import {SeededRandom} from '../../bench/seeded-random.ts'
import {openStore, restoreStore} from '../../src/record/open-store.ts'
import {RecordUnusable} from '../../src/record/record-errors.ts'
import type {Store} from '../../src/record/store.ts'
import {allAnswers} from '../support/all-answers.ts'
import {CANNERY, captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'

/** Backups and restores of records that differ; `HEARSAY_DRILLS=100` for the long run. */
const DRILLS = Number(process.env['HEARSAY_DRILLS'] ?? 20)
const AT = '2026-03-02T10:00:00.000Z'

let place: TemporaryRecord
let store: Store

beforeEach(async () => {
  place = temporaryRecord()
  store = await place.open()
  for (const told of [HARBOUR, CANNERY]) await save(told)
})
afterEach(async () => {
  await store.close()
  await place.remove()
})

suite('backup', () => {
  test('is one file that only its owner can read, and says what is in it', async () => {
    const path = join(place.folder, 'kept', 'monday.db')
    expect(await store.life.backup(path)).toMatchObject({path, documentsChecked: 2, claimsChecked: 5})
    expect(readdirSync(join(place.folder, 'kept'))).toEqual(['monday.db'])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('replaces nothing', async () => {
    const path = join(place.folder, 'taken.db')
    writeFileSync(path, 'a letter')
    await expect(store.life.backup(path)).rejects.toMatchObject({code: 'record_taken'})
    await expect(store.life.backup(place.path)).rejects.toThrow('is there already')
    expect(statSync(path).size).toBe(8)
  })

  test('while documents are saved holds each of them whole or not at all', async () => {
    const path = join(place.folder, 'running.db')
    const writer = await place.open()
    const saving = (async () => {
      for (let number = 0; number < 30; number++)
        await writer.save(...journeyAndCapture({...HARBOUR, title: `Late report ${number}`}))
    })()
    const {documentsChecked} = await store.life.backup(path)
    await saving
    await writer.close()
    expect(documentsChecked).toBeGreaterThanOrEqual(2)
    const copy = await openStore(path)
    expect((await copy.check()).faults).toEqual([])
    await copy.close()
  })

  test('of a damaged record gets no name', async () => {
    const path = join(place.folder, 'bad.db')
    await store.close()
    const {DatabaseSync} = await import('node:sqlite')
    const raw = new DatabaseSync(place.path)
    raw.exec('drop trigger document_no_update')
    raw.exec("update document set text = text || ' and more'")
    raw.close()
    store = await place.open()
    await expect(store.life.backup(path)).rejects.toMatchObject({code: 'record_damaged'})
    expect(readdirSync(place.folder).filter(name => name.startsWith('bad'))).toEqual([])
  })
})

suite('restore', () => {
  test(`gives back what every question was answered with, ${DRILLS} times`, {timeout: DRILLS * 10_000}, async () => {
    const random = new SeededRandom(81)
    for (let drill = 0; drill < DRILLS; drill++) {
      await changeSomething(random)
      const path = join(place.folder, `drill-${drill}.db`)
      await store.life.backup(path)
      const before = await allAnswers(store)
      const restored = join(place.folder, `restored-${drill}`, 'record.db')
      await restoreStore(path, restored)
      const again = await openStore(restored)
      expect(await allAnswers(again)).toEqual(before)
      expect((await again.check()).faults).toEqual([])
      expect((await again.proof.checkpoint()).text).toBe((await store.proof.checkpoint()).text)
      await again.close()
    }
  })

  test('where a record is needs to be asked for, and keeps that one aside', async () => {
    const path = join(place.folder, 'monday.db')
    await store.life.backup(path)
    await save({...HARBOUR, title: 'After the backup'})
    await store.close()
    await expect(restoreStore(path, place.path)).rejects.toThrow('Give --replace')
    const {kept} = await restoreStore(path, place.path, {replacesAt: AT})
    store = await place.open()
    expect((await store.stats()).documents).toBe(2)
    const old = await openStore(kept!)
    expect((await old.stats()).documents).toBe(3)
    await old.close()
  })

  test('does not take a record away from who has it open', async () => {
    const path = join(place.folder, 'monday.db')
    await store.life.backup(path)
    await expect(restoreStore(path, place.path, {replacesAt: AT})).rejects.toMatchObject({code: 'record_busy'})
    await save({...HARBOUR, title: 'Still there'})
    expect((await store.check()).faults).toEqual([])
    expect(readdirSync(place.folder).filter(name => name.includes('replaced') || name.includes('restoring'))).toEqual(
      []
    )
  })

  test('replaces a record that cannot even be opened', async () => {
    const path = join(place.folder, 'monday.db')
    await store.life.backup(path)
    await store.close()
    truncateSync(place.path, 4096 + 17)
    const {kept} = await restoreStore(path, place.path, {replacesAt: AT})
    expect(statSync(kept!).size).toBe(4096 + 17)
    store = await place.open()
    expect((await store.stats()).documents).toBe(2)
  })

  test.each([
    ['no file', 'nothing.db', undefined, 'there is no such file'],
    ['a letter', 'letter.db', 'Dear friend, '.repeat(80), 'it is no SQLite file']
  ])('refuses %s, and makes nothing', async (_, name, content, message) => {
    const path = join(place.folder, name)
    if (content !== undefined) writeFileSync(path, content)
    const wanted = join(place.folder, 'elsewhere.db')
    await expect(restoreStore(path, wanted)).rejects.toThrow(message)
    await expect(restoreStore(path, wanted)).rejects.toThrow(RecordUnusable)
    expect(existsSync(wanted)).toBe(false)
  })

  test('refuses a backup that was altered', async () => {
    const path = join(place.folder, 'monday.db')
    await store.life.backup(path)
    const {DatabaseSync} = await import('node:sqlite')
    const raw = new DatabaseSync(path)
    raw.exec('drop trigger judgement_no_update; drop trigger capture_no_update')
    raw.exec("update capture set source = 'elsewhere.txt'")
    raw.close()
    await expect(restoreStore(path, join(place.folder, 'elsewhere.db'))).rejects.toMatchObject({code: 'record_damaged'})
  })
})

function journeyAndCapture(told: typeof HARBOUR): Parameters<Store['save']> {
  const journey = journeyOf(told)
  return [journey, captureOf(journey)]
}

async function save(told: typeof HARBOUR): Promise<void> {
  await store.save(...journeyAndCapture(told))
}

/** Another document, judgement or undo, as the seed has it. */
async function changeSomething(random: SeededRandom): Promise<void> {
  const number = random.below(1e6)
  await save({...HARBOUR, title: `Report ${number} from the quay`, readerVersion: `1.0.${number % 3}`})
  const {items} = await store.documents()
  const about = random.pick(items).id
  const words = {by: random.pick(['rosa', 'ines']), at: new Date(Date.UTC(2026, 2, 3) + number * 1000).toISOString()}
  const what = random.below(4)
  if (what === 0) await store.judging.judge({kind: 'note', about, text: `Looked at, ${number}`, ...words})
  if (what === 1)
    await store.judging.judge({kind: 'correct', about, field: 'outlet', value: `Post ${number}`, ...words})
  if (what === 2) await store.forget(about, words)
  if (what === 3) {
    const [claim] = (await store.claims({document: about})).items
    if (claim) await store.judging.judge({kind: 'reject', about: claim.id, ...words})
  }
}
