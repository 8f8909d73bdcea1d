import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {wordsInContext} from '../../src/record/sqlite/words-in-context.ts'

const FILLER = 'and the board of the harbour met '.repeat(30)

suite('wordsInContext', () => {
  test('short words are whole, with their marks', () => {
    expect(wordsInContext('The \u0001quay\u0002 will close')).toEqual({
      words: 'The quay will close',
      marks: [{start: 4, end: 8}]
    })
  })

  test('long words are cut at spaces around the first match', () => {
    const {words, marks} = wordsInContext(`${FILLER}at the \u0001quay\u0002 ${FILLER}`)
    expect(words).toMatch(/^….*…$/)
    expect(words.length).toBeLessThan(330)
    expect(marks.map(({start, end}) => words.slice(start, end))).toEqual(['quay'])
    expect(FILLER).toContain(words.slice(1, 30))
  })

  test('long words that match only by a name are shown from their beginning', () => {
    const {words, marks} = wordsInContext(FILLER)
    expect(words).toMatch(/^and the board.*…$/)
    expect(marks).toEqual([])
  })

  test('every mark covers what was marked, and odd marks break nothing', () => {
    const piece = fc.constantFrom('quay', ' ', 'fleet ', 'word '.repeat(40), '\u0001quay\u0002', '\u0001', '\u0002')
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const {words, marks} = wordsInContext(pieces.join(''))
        for (const {start, end} of marks) expect(0 <= start && start <= end && end <= words.length).toBe(true)
      })
    )
  })
})
