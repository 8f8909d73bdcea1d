import {expect, test} from 'vitest'
import {allAnswers, importedCapture, questions} from '../support/all-answers.ts'
import {CANNERY, captureOf, fullJourney, HARBOUR, journeyOf} from '../support/journeys.ts'
import {temporaryRecord} from '../support/temporary-record.ts'

const WORDS = {by: 'ines', at: '2026-03-02T10:00:00.000Z'}

test('whatever happens in one project, every question in another is answered as before', async () => {
  const place = temporaryRecord()
  const [ours, theirs] = [await place.open('ours'), await place.open('theirs')]
  const full = fullJourney()
  const harbour = journeyOf(HARBOUR)
  for (const journey of [harbour, full]) await ours.save(journey, importedCapture(captureOf(journey)))
  const before = await allAnswers(ours)
  expect(questions(ours).size).toBeGreaterThan(20)

  const newer = journeyOf({...HARBOUR, readerVersion: '2.0.0', score: 0.3})
  for (const journey of [harbour, full, newer, journeyOf(CANNERY)])
    await theirs.save(journey, importedCapture(captureOf(journey, 'theirs.txt', '2026-04-01T00:00:00.000Z'), 'theirs'))
  const about = harbour.document.id
  const [claim] = (await theirs.claims({document: about})).items
  await theirs.judging.judge({kind: 'reject', about: claim!.id, ...WORDS})
  await theirs.judging.judge({kind: 'correct', about, field: 'outlet', value: 'Their Post', ...WORDS})
  await theirs.judging.judge({kind: 'note', about, text: 'Only theirs', ...WORDS})
  await theirs.forget(full.document.id, WORDS)
  expect(differences(before, await allAnswers(ours))).toEqual([])
  await theirs.judging.purge(about, WORDS)
  expect(differences(before, await allAnswers(ours))).toEqual([])

  expect(await ours.life.projects()).toMatchObject([
    {name: 'ours', documentCount: 2, forgottenCount: 0, runCount: 2, judgementCount: 0},
    {name: 'theirs', documentCount: 1, forgottenCount: 1, runCount: 2, judgementCount: 2}
  ])
  expect(await theirs.life.projects()).toEqual(await ours.life.projects())
  expect((await ours.check()).faults).toEqual([])
  for (const store of [ours, theirs]) await store.close()
  await place.remove()
})

/** The questions that are answered otherwise, with both answers. */
function differences(before: Record<string, unknown>, after: Record<string, unknown>): unknown[] {
  expect(Object.keys(after)).toEqual(Object.keys(before))
  return Object.entries(before)
    .filter(([question, answer]) => asTold(question, answer) !== asTold(question, after[question]))
    .map(([question, answer]) => ({question, before: answer, after: after[question]}))
}

/** How rare a word is, search counts over the whole file: of other projects it tells that, in the ranks of what it finds here. */
function asTold(question: string, answer: unknown): string {
  const isRanked = question.startsWith('search.find(')
  return JSON.stringify(answer, (key, value) => (isRanked && key === 'score' ? undefined : value))
}
