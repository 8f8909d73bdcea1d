import {expect, suite, test} from 'vitest'
import {findWords, offsetAt} from '../../src/record/judging/find-words.ts'
import {JudgementRefused} from '../../src/record/judging/judgement-refused.ts'

const TEXT = `Anna Marlow spoke first.
“We will  re­build the quay,” she said. Anna Marlow left.
Анна Марлова ушла. قالت آنا مارلو إن الرصيف سيغلق. 安娜说码头将关闭。`

suite('words that a person chose', () => {
  test.each([
    ['spoke first', 'spoke first'],
    ['"We will rebuild the quay,"', 'We will  re­build the quay'],
    ['Анна Марлова', 'Анна Марлова'],
    ['آنا مارلو', 'آنا مارلو'],
    ['码头', '码头']
  ])('%s are found where they stand, in any script', (words, found) => {
    const {start, end} = findWords(TEXT, words)
    expect(TEXT.slice(start, end)).toContain(found)
  })

  test('that the document does not have are refused, with the nearest that it has', () => {
    expect(() => findWords(TEXT, 'We will tear down the quay')).toThrow(JudgementRefused)
    expect(() => findWords(TEXT, 'We will tear down the quay')).toThrow('The nearest there is “We will')
    expect(() => findWords(TEXT, '“…”')).toThrow(JudgementRefused)
  })

  test('that stand more than once are told apart by place, or by what they stand in', () => {
    expect(() => findWords(TEXT, 'Anna Marlow')).toThrow('it stands at 1:1, 2:41')
    const second = TEXT.indexOf('Anna Marlow left')
    expect(findWords(TEXT, 'Anna Marlow', {at: offsetAt(TEXT, 2, 41)})).toEqual({start: second, end: second + 11})
    expect(findWords(TEXT, 'Anna Marlow', {within: [{start: second, end: TEXT.length}]}).start).toBe(second)
    expect(() => findWords(TEXT, 'Anna Marlow', {at: offsetAt(TEXT, 2, 2)})).toThrow('at 2:2: it stands at 1:1')
  })

  test('have no place outside the lines of the document', () => {
    expect(offsetAt(TEXT, 1, 1)).toBe(0)
    expect(() => offsetAt(TEXT, 9, 1)).toThrow('the document has 3 lines')
    expect(() => offsetAt(TEXT, 1, 99)).toThrow('the line has 24 characters')
  })
})
