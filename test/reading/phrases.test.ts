import {expect, test} from 'vitest'
import type {Parsed} from '../../src/language/analysis.ts'
import {phrasesOf} from '../../src/reading/phrases.ts'

/** "The keeper of the lamp slept": each word's head and its relation to it. */
const TREE = [
  [1, 'det'],
  [5, 'nsubj'],
  [4, 'case'],
  [4, 'det'],
  [1, 'nmod'],
  [-1, 'root']
] as const
const parsed = {
  starts: new Int32Array(TREE.length),
  heads: Int32Array.from(TREE, ([head]) => head),
  relations: TREE.map(([, relation]) => relation)
} as Pick<Parsed, 'starts' | 'heads' | 'relations'> as Parsed
const phrases = phrasesOf(parsed)

test('a phrase reaches over all that hangs on its head, at any depth', () => {
  expect(TREE.map((_, word) => [phrases.first(word), phrases.last(word)])).toEqual([
    [0, 0],
    [0, 4],
    [2, 2],
    [3, 3],
    [2, 4],
    [0, 5]
  ])
})

test('children come in the order of the text, and the first of a relation is found', () => {
  expect([...phrases.children(4)]).toEqual([2, 3])
  expect(phrases.child(4, 'det', 'nmod')).toBe(3)
  expect(phrases.child(4, 'obj')).toBeUndefined()
})

test('the phrases of one tree are made once, also for an analysis that knows more of its things', () => {
  expect(phrasesOf({...parsed})).toBe(phrases)
})
