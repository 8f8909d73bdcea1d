import {describe, expect, test} from 'vitest'
import type {Part} from '../../src/intake/document.ts'
import {findPlainParts} from '../../src/intake/plain-parts.ts'
import {caseBlocks} from '../support/cases.ts'

describe('findPlainParts', () => {
  for (const {name, body} of caseBlocks(new URL('plain-parts.txt', import.meta.url)))
    test(name, () => {
      const [text = '', answer = ''] = body.split('\n---\n')
      const expected = answer.trim().split('\n')
      expect(findPlainParts(text).map((part, index) => printPart(text, part, expected[index] ?? ''))).toEqual(expected)
    })

  test('gives the headline that the giver knows, though more lines stand above it', () => {
    const parts = findPlainParts(
      'Coast\n\nStorm closes harbour\n\nThe harbour of Osten was closed on Friday.',
      'Storm closes harbour'
    )
    expect(parts.map(({kind}) => kind)).toEqual(['body', 'title', 'body'])
  })
})

/** A part as its case writes it: with an ellipsis where the case has one. */
function printPart(text: string, {kind, author, start, end}: Part, expected: string): string {
  const words = text.slice(start, end)
  const [head = '', tail] = expected.slice(expected.indexOf(': ') + 2).split(' … ')
  const isAsExpected =
    tail !== undefined && words.startsWith(head) && words.endsWith(tail) && words.length > head.length + tail.length
  return `${author === undefined ? kind : `${kind} ${author}`}: ${isAsExpected ? `${head} … ${tail}` : words}`
}
