import {describe, expect, test} from 'vitest'
import {SeededRandom} from '../../bench/seeded-random.ts'
import {cutPower} from '../../bench/torture/power-cuts.ts'
import {SimulatedDisk} from '../../bench/torture/simulated-disk.ts'
import {type SystemCall, whyNothingIsRecorded} from '../../bench/torture/system-calls.ts'
import {unreached} from './torture-figures.ts'

const reason = whyNothingIsRecorded()
if (reason !== undefined) console.warn(`power cuts left out: ${reason}`)

test.skipIf(reason !== undefined)(
  'the power can go at any moment and nothing acknowledged is lost; a store that could lose is found out',
  {
    timeout: 300_000
  },
  async () => {
    expect(unreached(await cutPower({count: 100, faultCuts: 100}))).toEqual([])
  }
)

describe('after a power cut, a simulated disk', () => {
  const write = (path: string, offset: number, words: string): SystemCall => ({
    kind: 'write',
    path,
    offset,
    bytes: Buffer.from(words)
  })
  const sync = (path: string): SystemCall => ({kind: 'sync', path, begun: Number.POSITIVE_INFINITY})

  test('has what was synced, whatever becomes of the rest', () => {
    const calls: SystemCall[] = [
      {kind: 'create', path: '/disk/a'},
      write('/disk/a', 0, 'kept'),
      sync('/disk/a'),
      sync('/disk'),
      write('/disk/a', 4, ' and lost')
    ]
    const states = statesAfter(calls, 'a')
    for (const state of states) expect(state).toMatch(/^kept/)
    expect(states).toContain('kept')
    expect(states).toContain('kept and lost')
  })

  test('may lack a file whose folder was not synced, and the folder that was made', () => {
    const file = [{kind: 'create', path: '/disk/a'}, write('/disk/a', 0, 'words'), sync('/disk/a')] as const
    expect(statesAfter(file, 'a')).toEqual(new Set([undefined, 'words']))
    const made = [
      {kind: 'make-folder', path: '/disk/new'},
      {kind: 'create', path: '/disk/new/a'},
      sync('/disk/new/a'),
      sync('/disk/new')
    ] as const
    expect(statesAfter(made, 'new/a')).toEqual(new Set([undefined, '']))
    expect(statesAfter([...made, sync('/disk')], 'new/a')).toEqual(new Set(['']))
  })

  test('may have a later write without an earlier one, or a part of one', () => {
    const calls: SystemCall[] = [
      {kind: 'create', path: '/disk/a'},
      write('/disk/a', 0, 'x'.repeat(1024)),
      sync('/disk/a'),
      sync('/disk'),
      write('/disk/a', 0, 'y'.repeat(1024)),
      write('/disk/a', 1024, 'z')
    ]
    const states = [...statesAfter(calls, 'a')].map(state => state?.replace(/(.)\1+/g, '$1'))
    for (const possible of ['x', 'xz', 'y', 'yz', 'xy', 'yx', 'xyz']) expect(states).toContain(possible)
  })

  test('may still have a file that was removed, or renamed', () => {
    const calls: SystemCall[] = [
      {kind: 'create', path: '/disk/a'},
      write('/disk/a', 0, 'words'),
      sync('/disk/a'),
      sync('/disk')
    ]
    expect(statesAfter([...calls, {kind: 'remove', path: '/disk/a'}], 'a')).toEqual(new Set(['words', undefined]))
    const renamed: SystemCall[] = [...calls, {kind: 'rename', path: '/disk/a', to: '/disk/b'}]
    expect(statesAfter(renamed, 'b')).toEqual(new Set(['words', undefined]))
    expect(statesAfter([...renamed, sync('/disk')], 'b')).toEqual(new Set(['words']))
  })

  test('does not hold what was asked after a sync began', () => {
    const calls: SystemCall[] = [
      {kind: 'create', path: '/disk/a'},
      sync('/disk'),
      write('/disk/a', 0, 'late'),
      {kind: 'sync', path: '/disk/a', begun: 2}
    ]
    expect(statesAfter(calls, 'a')).toContain('')
  })

  function statesAfter(calls: readonly SystemCall[], name: string): Set<string | undefined> {
    const disk = new SimulatedDisk('/disk')
    for (const call of calls) disk.apply(call)
    const random = new SeededRandom(1)
    const states = Array.from({length: 300}, () => disk.filesAfterCut(random).get(`/disk/${name}`))
    return new Set(states.map(bytes => bytes && Buffer.from(bytes).toString()))
  }
})
