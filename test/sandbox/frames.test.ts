import fc from 'fast-check'
import {expect, suite, test} from 'vitest'
import {FrameReader, writeFrame} from '../../src/sandbox/frames.ts'

suite('frames', () => {
  test('come out as they went in, however the stream was cut', () => {
    const bodies = fc.array(fc.uint8Array({maxLength: 50}))
    fc.assert(
      fc.property(bodies, fc.array(fc.integer({min: 1, max: 20}), {minLength: 1}), (bodies, cuts) => {
        const stream = Buffer.concat(bodies.flatMap(writeFrame))
        const reader = new FrameReader(50)
        const read: Uint8Array[] = []
        for (let offset = 0, turn = 0; offset < stream.length; turn++) {
          const end = offset + cuts[turn % cuts.length]!
          read.push(...reader.add(stream.subarray(offset, end)))
          offset = end
        }
        expect(read.map(frame => [...frame])).toEqual(bodies.map(body => [...body]))
      })
    )
  })

  test('longer than allowed are refused by their head alone', () => {
    expect(() => new FrameReader(50).add(Buffer.from([0, 0, 0, 51]))).toThrow(RangeError)
  })
})
