import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {RecordGenerator} from '../../bench/record-generator.ts'
import {claimsOf} from '../../src/record/claims-of.ts'
import {readingFaults} from '../support/reading-schema.ts'

const generator = new RecordGenerator(1)
const sample = Array.from({length: 200}, (_, number) => generator.document(number))

suite('generated documents', () => {
  test('are readings by the contract', () => {
    for (const {journey} of sample) assert.deepEqual(readingFaults(journey.reading), [])
  })

  test('are of the bytes they are saved with', () => {
    for (const {journey, capture} of sample)
      assert.equal(new TextDecoder().decode(capture.bytes), journey.document.text)
  })

  test('hold the words of their claims where these are said to stand', () => {
    for (const {journey} of sample) {
      const {text} = journey.document
      for (const {cue, voices} of journey.reading.statements) {
        assert.match(text.slice(cue[0]!.start, cue[0]!.end), /^\p{Ll}+$/u)
        const [speaker] = voices
        const named = text.slice(speaker!.start, speaker!.end)
        assert(named === speaker!.text || named === 'he', `"${named}" for "${speaker!.text}"`)
      }
      for (const {names, mentions} of journey.reading.entities)
        for (const {start, end, form} of mentions) if (form === 'name') assert(names.includes(text.slice(start, end)))
    }
  })

  test('have some fifty claims about some twenty entities in some six hundred words', () => {
    const claims = mean(sample.map(({journey}) => claimsOf(journey.reading).length))
    const entities = mean(sample.map(({journey}) => journey.reading.entities.length))
    const words = mean(sample.map(({journey}) => journey.document.text.split(/\s+/).length))
    assert(45 <= claims && claims <= 55, `${claims} claims`)
    assert(17 <= entities && entities <= 25, `${entities} entities`)
    assert(400 <= words && words <= 900, `${words} words`)
  })

  test('are copies of others now and then', () => {
    const bodies = sample.map(({journey}) => journey.document.text.split('\n\n').slice(3, 6).join(' '))
    const copies = bodies.length - new Set(bodies).size
    assert(5 <= copies && copies <= 30, `${copies} copies`)
  })

  test('are the same for the same seed and number, and no others', () => {
    assert.deepEqual(new RecordGenerator(1).document(42), sample[42])
    assert.notDeepEqual(new RecordGenerator(2).document(42), sample[42])
    assert.equal(new Set(sample.map(({journey}) => journey.document.id)).size, sample.length)
  })
})

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
