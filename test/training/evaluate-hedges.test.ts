import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import {scoreEvents} from '../../training/evaluate-hedges.ts'
import {eventSentence} from '../../training/hedge-corpora.ts'

const SENTENCE = eventSentence({
  tokens: ['Moro', 'may', 'leave', ',', 'Lind', 'stayed', '.'],
  events: [
    {token: 2, end: 3, factuality: 0.5},
    {token: 5, end: 6, factuality: 3}
  ]
})

const MAY = {hedge: {start: 5, end: 8}, scope: {start: 5, end: 14}, value: 'possible', hearsay: false} as const

suite('hedges of events', () => {
  test('tokens become a text with a space between them', () => {
    assert.equal(SENTENCE.text, 'Moro may leave , Lind stayed .')
    assert.deepEqual(
      SENTENCE.events.map(({span}) => SENTENCE.text.slice(span.start, span.end)),
      ['leave', 'stayed']
    )
  })

  test('an event in the scope of a hedge is uncertain', () => {
    assert.deepEqual(scoreEvents(SENTENCE, [MAY]).count, {hits: 1, found: 1, wanted: 1})
  })

  test('what nothing hedges is sure', () => {
    assert.deepEqual(scoreEvents(SENTENCE, []).count, {hits: 0, found: 0, wanted: 1})
  })

  test('the value of the hedge moves the event', () => {
    const {errors, errorsOfSure} = scoreEvents(SENTENCE, [MAY])
    assert.deepEqual(
      [errors, errorsOfSure],
      [
        [0.5, 0],
        [2.5, 0]
      ]
    )
  })

  test('a hedge does not doubt its own word', () => {
    const isItself = {...MAY, hedge: {start: 9, end: 14}, scope: {start: 9, end: 14}}
    assert.equal(scoreEvents(SENTENCE, [isItself]).count.found, 0)
  })
})
