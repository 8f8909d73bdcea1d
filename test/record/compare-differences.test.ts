import {expect, test} from 'vitest'
import {findNewWords} from '../../src/record/compare/word-differences.ts'

test('what an earlier statement does not say is marked word by word', () => {
  expect(marked('We will close the old bridge in May.', 'We will not close the bridge in June.')).toBe(
    'We will {not} close the bridge in {June}.'
  )
  expect(marked('the guild paid the dockers', 'the guild did not pay the dockers')).toBe(
    'the guild {did not pay} the dockers'
  )
})

test('the same words have nothing marked, whatever their marks and case', () => {
  expect(findNewWords('We’ll close it.', "we'll close it")).toEqual({spans: [], share: 1})
})

test('statements with little in common are not laid on each other', () => {
  expect(findNewWords('We will close the old bridge', 'The ships have left for Karsen')).toBeUndefined()
  expect(findNewWords('', 'The ships have left')).toBeUndefined()
})

function marked(before: string, text: string): string {
  let found = text
  for (const {start, end} of findNewWords(before, text)!.spans.toReversed())
    found = `${found.slice(0, start)}{${found.slice(start, end)}}${found.slice(end)}`
  return found
}
