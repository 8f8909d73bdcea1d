import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import {suite, test} from 'vitest'
import {multiplyAddOn, packStrips} from '../../src/language/matrix-kernel.ts'
import {recurOn} from '../../src/language/recurrent-kernel.ts'
import {multiplyStepsOn, packStepStrips, ROW_STEPS_MAX, WEIGHT_STEPS_MAX} from '../../src/language/step-kernel.ts'

const {fround} = Math

suite('multiply-add of matrices', () => {
  const sizes = fc.record({
    m: fc.constantFrom(4, 8, 12),
    k: fc.integer({min: 1, max: 9}),
    n: fc.constantFrom(8, 16, 24)
  })

  test('every sum is that of 32-bit floats, one product after the other', () => {
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.float({min: -4, max: 4, noNaN: true})), ({m, k, n}, numbers) => {
        const memory = new WebAssembly.Memory({initial: 1})
        const a = place(memory, 64, take(numbers, m * k))
        const b = take(numbers, k * n)
        const c = place(memory, 16_384, take(numbers, m * n))
        const wanted = Float32Array.from(c)
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++)
            for (let step = 0; step < k; step++)
              wanted[i * n + j] = fround(wanted[i * n + j]! + fround(a[i * k + step]! * b[step * n + j]!))
        const strips = place(memory, 8192, new Float32Array(k * n))
        packStrips(b, strips, {rows: k, columns: n})
        multiplyAddOn(memory)(a.byteOffset, strips.byteOffset, c.byteOffset, m, k, n, k * 4, 4)
        assert.deepEqual(c, wanted)
      })
    )
  })

  test('a transposed matrix is read where it stands', () => {
    const memory = new WebAssembly.Memory({initial: 1})
    const a = place(
      memory,
      64,
      Float32Array.from({length: 20}, (_, i) => i)
    )
    const strips = place(memory, 1024, new Float32Array(40))
    packStrips(
      Float32Array.from({length: 40}, (_, i) => (i % 9 === 0 ? 1 : 0)),
      strips,
      {rows: 5, columns: 8}
    )
    const c = place(memory, 4096, new Float32Array(32))
    // a is 5 by 4; its transpose times the first five rows of a unit matrix is itself.
    multiplyAddOn(memory)(a.byteOffset, strips.byteOffset, c.byteOffset, 4, 5, 8, 4, 16)
    assert.deepEqual([...c.slice(0, 8)], [0, 4, 8, 12, 16, 0, 0, 0])
  })
})

test('products of steps are whole sums, scaled once, up to the most steps there are', () => {
  const sizes = fc.record({m: fc.constantFrom(4, 8), k: fc.constantFrom(2, 10, 256), n: fc.constantFrom(8, 16)})
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.double({min: -1, max: 1, noNaN: true})), ({m, k, n}, shares) => {
      const memory = new WebAssembly.Memory({initial: 2})
      const a = new Int16Array(memory.buffer, 64, m * k).map(() => Math.round(next(shares) * ROW_STEPS_MAX))
      new Int16Array(memory.buffer, 64, m * k).set(a)
      const b = Int16Array.from({length: k * n}, () => Math.sign(next(shares)) * WEIGHT_STEPS_MAX)
      packStepStrips(b, new Int16Array(memory.buffer, 16_384, k * n), {rows: k, columns: n})
      const scales = place(
        memory,
        32_768,
        Float32Array.from({length: m}, (_, row) => 0.25 * (row + 1))
      )
      const c = place(memory, 40_960, new Float32Array(m * n))
      multiplyStepsOn(memory)(64, 16_384, c.byteOffset, m, k, n, scales.byteOffset)
      for (let i = 0; i < m; i++)
        for (let j = 0; j < n; j++) {
          let sum = 0
          for (let step = 0; step < k; step++) sum += a[i * k + step]! * b[step * n + j]!
          assert.equal(c[i * n + j], fround(fround(sum) * scales[i]!))
        }
    })
  )
})

test('recurrent units carry their state from word to word, forwards and backwards', () => {
  const width = 4
  const numbers = Float32Array.from({length: 3 * 4 * width + 4 * width}, (_, i) => fround(Math.sin(i * 7.3)))
  for (const step of [1, -1]) {
    const memory = new WebAssembly.Memory({initial: 1})
    const projected = place(memory, 64, numbers.slice(0, 3 * 4 * width))
    const state = place(memory, 2048, numbers.slice(48, 56))
    const bias = place(memory, 4096, numbers.slice(56, 64))
    const output = place(memory, 8192, new Float32Array(3 * width))
    const row = step === 1 ? 0 : 2
    const unitBytes = width * 4
    recurOn(memory)(
      projected.byteOffset + row * 4 * unitBytes,
      output.byteOffset + row * unitBytes,
      16_384,
      state.byteOffset,
      bias.byteOffset,
      3,
      unitBytes,
      step * 4 * unitBytes,
      step * unitBytes
    )
    assert.deepEqual(output, recurred(projected, state, bias, {width, step}))
  }
})

/** The same in plain numbers, each result rounded to a 32-bit float. */
function recurred(
  projected: Float32Array,
  state: Float32Array,
  bias: Float32Array,
  {width, step}: {width: number; step: number}
): Float32Array {
  const output = new Float32Array(3 * width)
  for (let unit = 0; unit < width; unit++) {
    let held = 0
    for (let count = 0; count < 3; count++) {
      const row = step === 1 ? count : 2 - count
      const part = (number: number) => projected[(row * 4 + number) * width + unit]!
      const gate = (number: number) => {
        const place = (number - 1) * width + unit
        const sum = fround(fround(part(number) + fround(state[place]! * held)) + bias[place]!)
        return fround(fround(fround(sum / fround(Math.sqrt(fround(fround(sum * sum) + 1)))) * 0.5) + 0.5)
      }
      const between = (share: number, from: number, to: number) => fround(fround(share * fround(to - from)) + from)
      const show = gate(2)
      held = between(gate(1), part(0), held)
      output[row * width + unit] = between(show, part(3), held)
    }
  }
  return output
}

function place(memory: WebAssembly.Memory, start: number, values: Float32Array): Float32Array {
  const placed = new Float32Array(memory.buffer, start, values.length)
  placed.set(values)
  return placed
}

function take(numbers: Iterator<number>, count: number): Float32Array {
  return Float32Array.from({length: count}, () => next(numbers))
}

function next(numbers: Iterator<number>): number {
  return numbers.next().value as number
}
