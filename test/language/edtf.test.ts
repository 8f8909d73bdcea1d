import assert from 'node:assert/strict'
import fc from 'fast-check'
import {suite, test} from 'vitest'
import {civilDay, dayNumber, easterSunday, isoDay, weekdayOf} from '../../src/language/calendar.ts'
import {edtfBounds} from '../../src/language/edtf.ts'

suite('an EDTF string covers', () => {
  for (const [edtf, earliest, latest] of [
    ['2015', '2015-01-01', '2015-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2011-01-10', '2011-01-10', '2011-01-10'],
    ['2011-01-10T09:30:00Z', '2011-01-10', '2011-01-10'],
    ['2014-08~', '2014-08-01', '2014-08-31'],
    ['1984?', '1984-01-01', '1984-12-31'],
    ['2004-06-11%', '2004-06-11', '2004-06-11'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2004-XX', '2004-01-01', '2004-12-31'],
    ['2004-XX-XX', '2004-01-01', '2004-12-31'],
    ['2004-07-XX', '2004-07-01', '2004-07-31'],
    ['2004-21', '2004-03-01', '2004-06-21'],
    ['2004-24', '2004-01-01', '2005-03-20'],
    ['2016-04-04/2016-04-10', '2016-04-04', '2016-04-10'],
    ['1980/1994~', '1980-01-01', '1994-12-31'],
    ['2019-03/..', '2019-03-01', '9999-12-31'],
    ['../1985', '0000-01-01', '1985-12-31'],
    ['1985/', '1985-01-01', '9999-12-31']
  ] as const)
    test(`${edtf} from ${earliest} to ${latest}`, () => assert.deepEqual(edtfBounds(edtf), {earliest, latest}))
})

suite('no EDTF of the levels read is', () => {
  for (const edtf of [
    '',
    '12',
    '2015-13',
    '2015-02-29',
    '2015-00',
    '2015-06-00',
    '2004-25',
    '2004-21-05',
    '1X94',
    '199X-05',
    '2004-XX-05',
    '2016/2015',
    '../..',
    '/',
    '2015/2016/2017',
    'March 2015',
    '2015 ',
    '2015~~'
  ])
    test(JSON.stringify(edtf), () => assert.equal(edtfBounds(edtf), undefined))
})

test('no string makes the reader throw, and what it bounds is in order', () => {
  const edtfLike = fc.string({unit: fc.constantFrom(...'0129X-/.~?T:Z'), maxLength: 24})
  fc.assert(
    fc.property(fc.oneof(fc.string(), edtfLike), edtf => {
      const bounds = edtfBounds(edtf)
      assert(!bounds || bounds.earliest <= bounds.latest)
    })
  )
})

test('a day and its number are one to one from year 0 to 9999', () => {
  fc.assert(
    fc.property(fc.integer({min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31)}), number => {
      const {year, month, day} = civilDay(number)
      assert.equal(dayNumber(year, month, day), number)
      assert.deepEqual(edtfBounds(isoDay(number)), {earliest: isoDay(number), latest: isoDay(number)})
      assert.equal(civilDay(number + 1).day === 1 || civilDay(number + 1).day === day + 1, true)
    })
  )
})

test('2024-02-29 was a Thursday, and Easter Sunday of 2024 was 31 March', () => {
  assert.equal(weekdayOf(dayNumber(2024, 2, 29)), 4)
  assert.equal(isoDay(easterSunday(2024)), '2024-03-31')
  assert.equal(isoDay(easterSunday(2011)), '2011-04-24')
})
