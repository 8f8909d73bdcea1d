import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {readSearchQuery, showSearchQuery} from '../../src/record/search-query.ts'
import {caseBlocks} from '../support/cases.ts'

suite('readSearchQuery', () => {
  for (const {name, body} of caseBlocks(new URL('search-query.txt', import.meta.url)))
    test(name, () => {
      const [typed = '', understood = ''] = body.split(/\n---\n?/)
      expect(showSearchQuery(readSearchQuery(typed))).toBe(understood.trim())
    })

  test('what was understood is understood the same again', () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom('a', 'b', 'é', '-', '"', '*', ' ', 'OR', '“', '漢', '(')}),
        typed => {
          const understood = showSearchQuery(readSearchQuery(typed))
          expect(showSearchQuery(readSearchQuery(understood))).toBe(understood)
        }
      )
    )
  })

  test('a query without end is cut', () => {
    expect(readSearchQuery('quay '.repeat(10_000)).all).toHaveLength(32)
  })
})
