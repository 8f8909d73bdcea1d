import {expect, test} from 'vitest'
import {killWorkers} from '../../bench/torture/kills.ts'
import {unreached} from './torture-figures.ts'

/** `HEARSAY_KILLS=1000 vitest run test/record/crash.test.ts` for a longer look, or `npm run torture -- kills`. */
const KILLS = Number(process.env['HEARSAY_KILLS'] ?? 6)

test(`after ${KILLS} kills in the middle of work, nothing is half there and nothing acknowledged is lost`, {
  timeout: KILLS * 5_000 + 60_000
}, async () => {
  expect(unreached(await killWorkers({count: KILLS}))).toEqual([])
})
