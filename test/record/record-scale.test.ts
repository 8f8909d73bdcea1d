import {expect, test} from 'vitest'
import {RECORD_QUERIES} from '../../bench/record-queries.ts'
import {measureScale} from '../../bench/record-scale.ts'

/** In so few documents. That a page of nothing was quick says nothing. */
const MAY_FIND_NOTHING =
  /^(?:contradictions of|as of|search: a (?:name|phrase|common word by)|resolve words|identity: proposals for)/

test('a record of generated documents is measured at a tenth and at the whole, and every query finds something', async () => {
  const {sizes} = await measureScale({documents: 40, rounds: 8})
  expect(sizes.map(({documents}) => documents)).toEqual([4, 40])
  for (const {queries} of sizes) expect(queries.map(({query}) => query)).toEqual(RECORD_QUERIES.map(({name}) => name))
  const empty = sizes[1]!.queries.filter(({query, meanSize}) => meanSize === 0 && !MAY_FIND_NOTHING.test(query))
  expect(empty.map(({query}) => query)).toEqual([])
  expect(sizes[1]!.claimsSaved).toBeGreaterThan(36 * 40)
  expect(sizes[1]!.save.ms.p50).toBeGreaterThan(0)
}, 60_000)
