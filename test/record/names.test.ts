import {readFileSync} from 'node:fs'
import {expect, suite, test} from 'vitest'
import type {EntityKind} from '../../src/language/analysis.ts'
import {MATCH_SCORE_MIN, matchNames} from '../../src/record/names/match-names.ts'
import {nameKeys} from '../../src/record/names/name-keys.ts'

const lines = readFileSync(new URL('names.txt', import.meta.url), 'utf8').split('\n')
const cases = lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split(' | '))

suite('names are matched', () => {
  for (const [a, b, kind, wanted] of cases)
    test(`${a} | ${b}: ${wanted}`, () => check(a!, b!, kind as EntityKind, wanted!))
})

function check(a: string, b: string, kind: EntityKind, wanted: string): void {
  const {score, reasons} = matchNames(a, b, {kind})
  expect(MATCH_SCORE_MIN <= score ? 'same' : 'other', `${score}: ${reasons.join('; ')}`).toBe(wanted)
  expect(matchNames(b, a, {kind}).score).toBeCloseTo(score)
  if (wanted === 'same') expect(nameKeys(a, kind).filter(key => nameKeys(b, kind).includes(key))).not.toEqual([])
}
