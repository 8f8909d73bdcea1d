import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {findQuotations} from '../../src/reading/quotations.ts'
import {markSpans, readCases} from '../support/cases.ts'
import {cpuMs} from '../support/cpu-time.ts'

suite('findQuotations', () => {
  for (const {name, text, spans} of readCases(new URL('quotations.txt', import.meta.url)))
    test(name, () => expect(markSpans(text, findQuotations(text))).toBe(markSpans(text, spans)))

  test('quotations lie in the text, in order and apart', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '«',
      '»',
      'word',
      ' ',
      '. ',
      ',',
      '\n',
      '\n\n',
      '[',
      '5'
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 60}), pieces => {
        const text = pieces.join('')
        let position = 0
        for (const {start, end, inner} of findQuotations(text)) {
          expect(position <= start && start < inner.start && inner.start <= inner.end && inner.end <= end).toBe(true)
          expect(end).toBeLessThanOrEqual(text.length)
          position = end
        }
      })
    )
  })

  test('a text of opening marks alone is read in linear time', () => {
    const marks = ['“', '"', ' ‘a', " 'a", '«', '„']
    expect(cpuMs(() => marks.forEach(mark => void findQuotations(mark.repeat(20_000))))).toBeLessThan(5000)
  })
})
