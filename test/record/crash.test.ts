import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type TemporaryRecord, temporaryRecord} from '../support/temporary-record.ts'
import {LINES, numberedJourney} from './numbered-journey.ts'

const SAVING = fileURLToPath(new URL('saving-process.ts', import.meta.url))

/** `HEARSAY_KILLS=1000 vitest run test/record/crash.test.ts` for a longer look. */
const KILLS = Number(process.env['HEARSAY_KILLS'] ?? 20)

let place: TemporaryRecord

beforeEach(() => {
  place = temporaryRecord()
})
afterEach(() => place.remove())

test(`after ${KILLS} kills in the middle of saving, nothing is half there and nothing acknowledged is lost`, {
  timeout: KILLS * 3_000 + 30_000
}, async () => {
  const acknowledged: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const first = kill * 10_000
    const writers = Array.from({length: 1 + (kill % 2)}, (_, index) =>
      startSaving(first + index * 5_000, first + index * 5_000 + 4_999)
    )
    const told = writers.map(collectNumbers)
    await Promise.race(writers.map(writer => once(writer.stdout!, 'data')))
    await new Promise(resume => setTimeout(resume, Math.random() * 60))
    for (const writer of writers) writer.kill('SIGKILL')
    acknowledged.push(...(await Promise.all(told)).flat())
    await expectThere(acknowledged)
    if (kill % 5 === 4) await expectWhole(acknowledged)
  }
  await expectWhole(acknowledged)
  expect(acknowledged.length).toBeGreaterThan(KILLS)
})

test('processes that open a new record at the same time all save into it', async () => {
  const writers = Array.from({length: 5}, (_, index) => startSaving(index * 10, index * 10 + 4))
  const told = await Promise.all(writers.map(collectNumbers))
  expect(told.flat()).toHaveLength(25)
  await expectWhole(told.flat())
})

test.skipIf(process.platform === 'win32')(
  'when the disk is full, it says so, and nothing acknowledged is lost',
  async () => {
    const writer = spawn('/bin/sh', ['-c', LIMITED, process.execPath, SAVING, place.path, '0', '999'], {
      stdio: ['ignore', 'pipe', 'pipe']
    })
    writer.stdout!.setEncoding('utf8')
    let complaint = ''
    writer.stderr!.on('data', chunk => {
      complaint += chunk
    })
    const acknowledged = await collectNumbers(writer)
    expect(complaint).toMatch(/RecordUnusable: Cannot use record ".*": the disk (is full|refused)/)
    expect(acknowledged.length).toBeGreaterThan(0)
    await expectWhole(acknowledged)
  }
)

/** No file may grow past 1.5 MB, and trying to is an error rather than the end of the process. */
const LIMITED = `trap '' XFSZ; ulimit -f 3000; exec "$0" "$@"`

/** The last ones are read back; that none of the others is missing shows in the counts of the next. */
async function expectThere(acknowledged: readonly number[]): Promise<void> {
  const store = await place.open()
  for (const number of acknowledged.slice(-20)) {
    const {document, reading} = numberedJourney(number)
    expect(await store.reading(document.id)).toEqual(reading)
  }
  await store.close()
}

async function expectWhole(acknowledged: readonly number[]): Promise<void> {
  const store = await place.open()
  const report = await store.check()
  expect(report.faults).toEqual([])
  expect(report.documentsChecked).toBeGreaterThanOrEqual(acknowledged.length)
  expect(report.claimsChecked).toBe(report.documentsChecked * LINES)
  await store.close()
}

function startSaving(first: number, last: number): ChildProcess {
  const writer = spawn(process.execPath, [SAVING, place.path, `${first}`, `${last}`], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  writer.stdout!.setEncoding('utf8')
  return writer
}

async function collectNumbers(writer: ChildProcess): Promise<number[]> {
  let told = ''
  writer.stdout!.on('data', chunk => {
    told += chunk
  })
  await once(writer, 'close')
  return told.split('\n').slice(0, -1).map(Number)
}
