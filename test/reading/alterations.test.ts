import {expect, suite, test} from 'vitest'
import {findAlterations} from '../../src/reading/alterations.ts'
import {markSpans, readCases} from '../support/cases.ts'
import {cpuMs} from '../support/cpu-time.ts'

suite('findAlterations', () => {
  for (const {name, text, spans} of readCases(new URL('alterations.txt', import.meta.url)))
    test(name, () => {
      const found = findAlterations(text, [{start: 0, end: text.length}])
      expect(markSpans(text, found)).toBe(markSpans(text, spans))
    })

  for (const {name, text, spans} of readCases(new URL('translations.txt', import.meta.url)))
    test(name, () => {
      const quotations = Array.from(text.matchAll(/“[^”]*”/gu), ({0: words, index}) => ({
        start: index + 1,
        end: index + words.length - 1
      }))
      const found = findAlterations(text, quotations, {start: 0, end: text.length})
      expect(markSpans(text, found)).toBe(markSpans(text, spans))
    })

  test('each alteration says of which kind it is', () => {
    const text = '“[T]he gates [sic] of [the] town … fell [translated],” he said in Harric.'
    const around = {start: 0, end: text.length}
    expect(findAlterations(text, [around]).map(({kind}) => kind)).toEqual([
      'case',
      'sic',
      'insertion',
      'ellipsis',
      'translation'
    ])
  })

  test.each(['[', '[sic', '. . ', '[a', 'said in ', 'told a b c in ', 'according to a b c d '])(
    'a text of %j alone takes no long time',
    words => {
      const text = words.repeat(20_000)
      const whole = {start: 0, end: text.length}
      expect(cpuMs(() => findAlterations(text, [whole], whole))).toBeLessThan(1500)
    }
  )

  test('the sentence around says that the words were translated', () => {
    const text = '“The gates are safe,” he said through an interpreter.'
    const found = findAlterations(text, [{start: 1, end: 20}], {start: 0, end: text.length})
    expect(found.map(({kind, start, end}) => [kind, text.slice(start, end)])).toEqual([
      ['translation', 'through an interpreter']
    ])
  })
})
