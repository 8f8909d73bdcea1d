import {expect, test} from 'vitest'
import {shareRecord} from '../../bench/torture/processes.ts'
import {unreached} from './torture-figures.ts'

test('processes that make and use one record at the same time lose nothing and show no lock', {
  timeout: 300_000
}, async () => {
  expect(unreached(await shareRecord({count: 1}))).toEqual([])
})
