import {expect, test} from 'vitest'
import {isNamedIn} from '../../src/cli/page/named-in.ts'

test.each([
  ['head of the Reed Trust', 'Reed Trust', true],
  ['head of the Reed Trust', 'reed trust', true],
  ["the guild's head", 'Guild', true],
  ['head of the Reed Trustees', 'Reed Trust', false],
  ['mayor', 'Karsk', false]
])('%s names %s: %s', (title, body, isNamed) => expect(isNamedIn(title, body)).toBe(isNamed))
