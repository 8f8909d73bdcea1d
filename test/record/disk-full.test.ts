import {expect, test} from 'vitest'
import {fillDisks, whyNoDiskIsFull} from '../../bench/torture/full-disk.ts'
import {unreached} from './torture-figures.ts'

const reason = whyNoDiskIsFull()
if (reason !== undefined) console.warn(`full disks left out: ${reason}`)

test.skipIf(reason !== undefined)(
  'when the disk is full, it says so, loses nothing, and goes on once there is room',
  {
    timeout: 300_000
  },
  async () => {
    expect(unreached(await fillDisks({count: 1}))).toEqual([])
  }
)
