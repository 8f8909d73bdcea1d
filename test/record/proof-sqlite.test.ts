import {expect, test} from 'vitest'
import {captureOf, HARBOUR, journeyOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'
import {proofContract} from './proof.contract.ts'

proofContract('SQLite', async () => temporaryRecord())

test('a record is checked as it was when the check began, while others go on saving', async () => {
  const place = temporaryRecord()
  const writing = await place.open()
  const checking = await place.open()
  const save = async (number: number): Promise<void> => {
    const journey = journeyOf({...HARBOUR, title: `Notice ${number}`})
    await writing.save(journey, captureOf(journey, `${number}.txt`))
  }
  for (let number = 0; number < 60; number++) await save(number)
  const before = await checking.proof.checkpoint()
  const report = checking.check({checkpoints: [before.text]})
  let isDone = false
  void report.finally(() => {
    isDone = true
  })
  let saved = 60
  while (!isDone) await save(saved++)
  expect(saved).toBeGreaterThan(60)
  expect(await report).toMatchObject({faults: [], documentsChecked: 60, entriesChecked: before.size})
  await writing.close()
  await checking.close()
  await place.remove()
})
