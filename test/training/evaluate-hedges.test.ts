import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {correlation, countEvents, type JudgedEvent} from '../../training/evaluate-hedges.ts'
import {eventSentence} from '../../training/hedge-corpora.ts'

const SENTENCE = eventSentence({
  tokens: ['Moro', 'may', 'leave', ',', 'Lind', 'stayed', '.'],
  events: [
    {token: 2, end: 3, factuality: -1.5},
    {token: 5, end: 6, factuality: 3}
  ]
})

const LEAVE: JudgedEvent = {factuality: -1.5, told: {polarity: 'positive', value: 'possible'}}
const STAYED: JudgedEvent = {factuality: 3, told: {polarity: 'positive', value: 'certain'}}
const isUnhappened = (factuality: number) => factuality < 0

suite('hedges of events', () => {
  test('tokens become a text with a space between them', () => {
    assert.equal(SENTENCE.text, 'Moro may leave , Lind stayed .')
    assert.deepEqual(
      SENTENCE.events.map(({span}) => SENTENCE.text.slice(span.start, span.end)),
      ['leave', 'stayed']
    )
  })

  test('an event told with a doubt is not told as done', () => {
    assert.deepEqual(countEvents([LEAVE, STAYED], isUnhappened), {hits: 1, found: 1, wanted: 1})
  })

  test('an event that is denied is not told as done', () => {
    const denied = {...LEAVE, told: {polarity: 'negative', value: 'certain'}} as const
    assert.deepEqual(countEvents([denied], isUnhappened), {hits: 1, found: 1, wanted: 1})
  })

  test('an event told plainly is told as done', () => {
    assert.deepEqual(countEvents([{...STAYED, factuality: -3}], isUnhappened), {hits: 0, found: 0, wanted: 1})
  })

  test('the order of readers gives the whole correlation, the reverse its opposite', () => {
    assert.ok(Math.abs(correlation([[LEAVE, STAYED]]) - 1) < 1e-9)
    assert.ok(
      correlation([
        [
          {...LEAVE, factuality: 3},
          {...STAYED, factuality: -3}
        ]
      ]) < -0.99
    )
  })
})
