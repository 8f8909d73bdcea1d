import {double, property, assert as verify} from 'fast-check'
import {expect, test} from 'vitest'
import {exponential, logarithm} from '../../src/language/exponentials.ts'

/** Two units in the last place: one of ours, one of the engine's. */
const NEAR = 2 ** -51

test('the exponential is the engine’s but for its last bits', () => {
  verify(
    property(double({min: -700, max: 709, noNaN: true}), x => {
      expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(NEAR)
    })
  )
})

test('the logarithm is the engine’s but for its last bits', () => {
  verify(
    property(double({min: 0, max: Number.MAX_VALUE, minExcluded: true, noNaN: true}), x => {
      expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(Math.abs(Math.log(x)) * NEAR)
    })
  )
})

test.each([
  [0, 1],
  [-Infinity, 0],
  [Infinity, Infinity],
  [-746, 0],
  [710, Infinity],
  [NaN, NaN]
])('the exponential of %d is %d', (x, value) => {
  expect(exponential(x)).toBe(value)
})

test.each([
  [1, 0],
  [2, Math.LN2],
  [Infinity, Infinity],
  [0, -Infinity],
  [-1, NaN],
  [NaN, NaN]
])('the logarithm of %d is %d', (x, value) => {
  expect(logarithm(x)).toBe(value)
})
