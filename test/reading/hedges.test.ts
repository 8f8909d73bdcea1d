import {expect, suite, test} from 'vitest'
import {hedgesWithin} from '../../src/reading/hedges.ts'
import {markSpans, readCases} from '../support/cases.ts'
import {readText} from './read-text.ts'

suite('hedgesWithin', () => {
  for (const {name, text, spans} of readCases(new URL('hedges.txt', import.meta.url)))
    test(name, () => {
      const hedges = hedgesWithin(readText(text).material, {start: 0, end: text.length})
      expect(
        markSpans(
          text,
          hedges.map(({hedge}) => hedge)
        )
      ).toBe(markSpans(text, spans))
    })

  test('a term of ICD 203 has its band', () => {
    const text = 'The dam is likely to break, but may hold.'
    const hedges = hedgesWithin(readText(text).material, {start: 0, end: text.length})
    expect(hedges.map(({value, band}) => [value, band])).toEqual([
      ['probable', 'likely (55-80 %)'],
      ['possible', undefined]
    ])
  })

  test('the scope of a hedge ends with its clause', () => {
    const text = 'The dam will probably hold, but nobody knows.'
    const [hedge] = hedgesWithin(readText(text).material, {start: 0, end: text.length})
    expect(text.slice(hedge!.scope.start, hedge!.scope.end)).toBe('probably hold')
  })

  test('hearsay is marked as such, and says nothing of how sure anybody is', () => {
    const text = 'The company reportedly sold the boats.'
    const [hedge] = hedgesWithin(readText(text).material, {start: 0, end: text.length})
    expect([hedge!.hearsay, hedge!.value]).toEqual([true, 'unknown'])
  })
})
