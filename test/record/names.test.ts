import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import type {EntityKind} from '../../src/language/analysis.ts'
import {MATCH_SCORE_MIN, matchNames} from '../../src/record/names/match-names.ts'
import {NameIndex} from '../../src/record/names/name-index.ts'
import {nameKeys} from '../../src/record/names/name-keys.ts'
import {isDistinctive, nameRarity} from '../../src/record/names/name-rarity.ts'

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

suite('a name in two texts is enough', () => {
  for (const name of ['Zubkarov Eldwin', 'Thornbury, Quentin', 'Теодор Зубкаров'])
    test(`of ${name}`, () => expect(isDistinctive(name), `${nameRarity(name)}`).toBe(true))
  for (const name of ['John Smith', 'Muhammad Ali', 'محمد علي', 'Ivan Petrov', 'Quentin', 'A. Marlow'])
    test(`not of ${name}`, () => expect(isDistinctive(name), `${nameRarity(name)}`).toBe(false))
})

suite('names are found among others', () => {
  const names = ['Anna Marlow', 'Peter Marlow', 'Vladimir Karelin', 'محمد كريمي', 'Velmora Whitlock', '…']
  const index = new NameIndex(names, 'person')
  const found = (name: string) => index.find(name, {scoreMin: MATCH_SCORE_MIN}).map(({name: other}) => other)
  test('in another spelling', () => expect(found('MARLOWE, Anna')).toEqual(['Anna Marlow']))
  test('in another script', () => expect(found('Владимир Карелин')).toEqual(['Vladimir Karelin']))
  test('from another script', () => expect(found('Mohammad Karimi')).toEqual(['محمد كريمي']))
  test('not where there is none', () => expect(found('Quentin Thornbury')).toEqual([]))
  test('no more than are asked for', () => expect(index.find('Marlow', {countMax: 1, scoreMin: 0})).toHaveLength(1))
  test('and nothing is found by nothing', () => expect(found('…')).toEqual([]))
})

suite('keys', () => {
  const anyName = fc.string({unit: 'binary', maxLength: 60})
  test('are short and at most eight, of any text', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom<EntityKind>('person', 'organisation', 'place'), (name, kind) => {
        const keys = nameKeys(name, kind)
        expect(keys.length).toBeLessThanOrEqual(8)
        expect(new Set(keys).size).toBe(keys.length)
      })
    )
  })
  test('any two texts are matched, both ways alike', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const {score} = matchNames(a, b, {kind: 'person'})
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(matchNames(b, a, {kind: 'person'}).score).toBeCloseTo(score)
      })
    )
  })
})

suite('reasons are for a reader', () => {
  const reasons = (a: string, b: string) => matchNames(a, b, {kind: 'person'}).reasons
  test('what is the same and what is spelled otherwise', () =>
    expect(reasons('Mohammed Thornbury', 'Thornbury, Muhammad')).toEqual([
      'same surname: thornbury',
      'forename in two spellings: mohammed and muhammad'
    ]))
  test('what differs', () => expect(reasons('John Thornbury', 'Peter Thornbury')).toContain('differ: john and peter'))
  test('letters that only look the same', () =>
    expect(reasons('Anna Mаrlow', 'Anna Marlow')).toContain('looks the same in other letters: mаrlow and marlow'))
})
