import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {foldName} from '../../src/record/fold-name.ts'

suite('foldName', () => {
  const cases: [name: string, folded: string][] = [
    ['Anna Marlow', 'anna marlow'],
    ['  ÁNGEL\n O’Næss-Łoś ', 'angel onaess los'],
    ["Jean-Luc D'Arc", 'jean luc darc'],
    ['Groß & Søn', 'gross son'],
    ['İpek Işık', 'ipek isik'],
    ['الدُّورَة', 'الدورة'],
    ['ﬁnance Ⅷ', 'finance viii'],
    ['…', '']
  ]
  for (const [name, folded] of cases)
    test(`${name} is ${folded || 'nothing'}`, () => expect(foldName(name)).toBe(folded))

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), name => foldName(foldName(name)) === foldName(name)))
  })
})
