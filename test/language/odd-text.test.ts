import assert from 'node:assert/strict'
import {suite, test} from 'vitest'
import type {LanguageNotice} from '../../src/language/analysis.ts'
import {limitNotices, NOTICES_OF_A_KIND_MAX} from '../../src/language/limit-notices.ts'
import {findOddText} from '../../src/language/odd-text.ts'
import {findWords} from '../../src/language/words.ts'
import {caseBlocks, markSpans, readMarked} from '../support/cases.ts'

/** A case is a text with its odd stretches in {braces}, `---`, and the code of each notice, in the order of their places. */
suite('odd text', () => {
  for (const {name, body} of caseBlocks(new URL('odd-text.txt', import.meta.url)))
    test(name, () => {
      const [marked = '', codes = ''] = body.split(/\n---\n?/)
      const {text} = readMarked(marked)
      const notices = findOddText(findWords(text)).sort((a, b) => a.start! - b.start!)
      assert.equal(markSpans(text, notices.map(spanOf)), marked)
      assert.deepEqual(notices.map(({code}) => code).join('\n'), codes.trim())
    })

  test('a paragraph of thousands of words', () => {
    const sentence = 'The front said on Tuesday that it would not leave the valley. '
    assert.deepEqual(codesOf(sentence.repeat(400)), ['long_paragraph'])
    assert.deepEqual(codesOf(`${sentence.repeat(20)}\n\n`.repeat(20)), [])
  })
})

suite('many notices of a kind', () => {
  const notices = Array.from({length: 100}, (_, index) => ({
    code: 'capitals',
    text: 'Odd',
    start: index,
    end: index + 1
  }))

  test('are told together after the first few', () => {
    const limited = limitNotices([...notices, {code: 'lower_case', text: 'Small'}])
    assert.equal(limited.length, NOTICES_OF_A_KIND_MAX + 1)
    assert.deepEqual(limited.at(-2), {code: 'capitals', text: 'Odd (81 more places from here on)', start: 19, end: 100})
  })

  test('stay as they are where they are few', () => {
    assert.deepEqual(limitNotices(notices.slice(0, NOTICES_OF_A_KIND_MAX)), notices.slice(0, NOTICES_OF_A_KIND_MAX))
  })
})

function spanOf({start, end}: LanguageNotice) {
  return {start: start!, end: end!}
}

function codesOf(text: string): string[] {
  return findOddText(findWords(text)).map(({code}) => code)
}
