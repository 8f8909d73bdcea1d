import {expect, test} from 'vitest'
import {WordPhrases} from '../../src/reading/word-phrases.ts'

const phrases = new WordPhrases([
  ['part', 'one word'],
  ['part of', 'two words'],
  ['part of the', 'three words'],
  ["didn't join", 'with an apostrophe']
])

test('the longest phrase that begins at a word is found, with one past its last word', () => {
  expect(phrases.at(['now', 'part', 'of', 'the', 'guild'], 1, 5)).toEqual({endWord: 4, value: 'three words'})
})

test('a phrase that would pass the limit gives way to a shorter one', () => {
  expect(phrases.at(['part', 'of', 'the', 'guild'], 0, 2)).toEqual({endWord: 2, value: 'two words'})
})

test('capitals and curly apostrophes make no difference', () => {
  expect(phrases.at(['Didn’t', 'JOIN'], 0, 2)?.value).toBe('with an apostrophe')
})

test('past the last word there is no phrase', () => {
  expect(phrases.at(['part'], 1, 1)).toBeUndefined()
})
