import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {type Passage, readPassages} from '../../training/passages.ts'

const GENRES = ['business', 'conflict', 'court', 'politics', 'science', 'sport-and-disaster']

const EDTF = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

suite('annotated passages', () => {
  const passages = readPassages()

  test('six genres have a dozen each, a third of it sealed', () => {
    assert.deepEqual([...new Set(passages.map(({genre}) => genre))], GENRES)
    for (const genre of GENRES) {
      const parts = passages.filter(passage => passage.genre === genre).map(({part}) => part)
      assert.deepEqual(
        [parts.filter(part => part === 'open').length, parts.filter(part => part === 'sealed').length],
        [8, 4]
      )
    }
  })

  test('no two have one name', () => assert.equal(new Set(passages.map(({name}) => name)).size, passages.length))

  for (const passage of passages)
    test(`every quoted word stands in ${passage.name}`, () =>
      assert.deepEqual(
        wordsOf(passage).filter(choices => !choices.some(words => passage.text.includes(words))),
        []
      ))

  for (const passage of passages)
    test(`dates of roles in ${passage.name} are whole years, months, seasons or days`, () => {
      const dates = passage.roles.flatMap(({begun, ended, observed}) => [begun, ended, observed])
      for (const date of [passage.published, ...dates]) if (date !== undefined) assert.match(date, EDTF)
    })

  test('new or old footage has the words that say so', () => {
    for (const {segments} of passages)
      for (const {footage, basis} of segments) assert.equal(footage === undefined, basis === undefined)
  })
})

/** The words that must stand in the passage; of several choices one will do. */
function wordsOf({segments, chains, roles}: Passage): string[][] {
  return [
    ...segments.flatMap(({what, basis, speakers}) => [
      [what],
      ...speakers.map(name => [name]),
      ...(basis ? [[basis]] : [])
    ]),
    ...chains.flatMap(({cue, content, voices}) => [
      [cue],
      ...content.map(words => [words]),
      ...voices.map(({names}) => [...names])
    ]),
    ...roles.flatMap(({person, titles, organisations}) => [
      [person],
      [...titles],
      ...(organisations.length > 0 ? [[...organisations]] : [])
    ])
  ]
}
