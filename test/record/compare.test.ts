import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {claimKeys, opposingKeys} from '../../src/record/compare/claim-keys.ts'
import {compareClaims} from '../../src/record/compare/compare-claims.ts'
import type {ToldClaim} from '../../src/record/told-claim.ts'
import {caseBlocks} from '../support/cases.ts'
import {toldOf} from './compare-told.ts'

const FILES = ['statements', 'roles', 'relations', 'events', 'others']

for (const file of FILES)
  suite(`two claims: ${file}`, () => {
    for (const {name, body} of caseBlocks(new URL(`compare-pairs-${file}.txt`, import.meta.url)))
      test(name, () => {
        const [one = '', other = '', expected = ''] = body.trim().split('\n')
        const [earlier, later] = [toldOf(one, 1), toldOf(other, 2)]
        const found = compareClaims(earlier, later)
        expect(found ? [found.relation, found.contradiction].filter(Boolean).join(' ') : 'nothing').toBe(expected)
        if (!found) return
        expect(found.reason).not.toBe('')
        const keys = [earlier, later].map(told => new Set(claimKeys(told, ({subject}) => [subject])))
        expect([...keys[0]!.intersection(keys[1]!)], 'keys that both have').not.toEqual([])
        if (found.relation !== 'contradicts') return
        const opposing = [earlier, later].map(told => new Set(opposingKeys(told, ({subject}) => [subject])))
        expect([...opposing[0]!.intersection(opposing[1]!)], 'opposing keys that both have').not.toEqual([])
        expect(opposing[0]!.isSubsetOf(keys[0]!), 'opposing keys are keys').toBe(true)
      })
  })

test('what contradicts does so whichever was told first', () => {
  for (const file of FILES)
    for (const {name, body} of caseBlocks(new URL(`compare-pairs-${file}.txt`, import.meta.url))) {
      const [one = '', other = '', expected = ''] = body.trim().split('\n')
      const turned = compareClaims(toldOf(other, 1), toldOf(one, 2))
      if (expected.startsWith('contradicts'))
        expect([turned?.relation, turned?.contradiction].join(' '), name).toBe(expected)
      else expect(turned?.relation, name).not.toBe('contradicts')
      if (expected === 'nothing') expect(turned, name).toBeUndefined()
    }
})

test('whatever parts of a statement are quoted, both are found by a key where they are compared', () => {
  const word = fc.constantFrom(
    'harbour',
    'closed',
    'never',
    'the',
    'quay',
    'must',
    'open',
    '12',
    'at least',
    'who',
    'ships',
    'paid'
  )
  const quoted = fc.record({
    words: fc.array(word, {minLength: 5, maxLength: 14}),
    from: fc.nat(6),
    to: fc.nat(14),
    gap: fc.nat(14)
  })
  const relations = new Set<string>()
  fc.assert(
    fc.property(quoted, ({words, from, to, gap}) => {
      const part = [...words.slice(from, gap), ...(gap < to ? ['…', ...words.slice(gap + 1, to)] : [])]
      const [whole, cut] = [words, part].map((each, index) =>
        toldOf(`paper${index}: statement | Oskar Lind | ${each.join(' ')}`, index)
      ) as [ToldClaim, ToldClaim]
      const keys = [whole, cut].map(told => new Set(claimKeys(told, ({subject}) => [subject])))
      for (const pair of [
        [whole, cut],
        [cut, whole]
      ] as const) {
        const found = compareClaims(...pair)
        if (!found) continue
        relations.add(found.relation)
        expect([...keys[0]!.intersection(keys[1]!)]).not.toEqual([])
      }
    }),
    {numRuns: 5000, seed: 7}
  )
  expect([...relations].sort()).toEqual(['contradicts', 'corroborates', 'refines'])
})

test('there are pairs enough of every relation and of every kind of contradiction', () => {
  const expected = FILES.flatMap(file =>
    caseBlocks(new URL(`compare-pairs-${file}.txt`, import.meta.url)).map(({body}) => body.trim().split('\n')[2])
  )
  const counts = Object.fromEntries([...Map.groupBy(expected, each => each!)].map(([key, all]) => [key, all.length]))
  expect(expected.length).toBeGreaterThanOrEqual(150)
  for (const relation of ['nothing', 'repeats', 'corroborates', 'refines'])
    expect(counts[relation], relation).toBeGreaterThan(9)
  for (const kind of ['date', 'value', 'identity', 'denial', 'exclusive-role', 'opposite-statement'])
    expect(counts[`contradicts ${kind}`], kind).toBeGreaterThan(3)
})
