/**
 * `e` to the power of `x`, the same to the last bit in every engine.
 *
 * The standard leaves the last bits of `Math.exp` and `Math.log` to the engine: two versions of V8 differ in one result of
 * ten. These use only operations that IEEE 754 rounds exactly, after fdlibm's `e_exp.c` and `e_log.c`; the error is under
 * one unit in the last place.
 */
export function exponential(x: number): number {
  if (!(x > UNDERFLOW)) return x <= UNDERFLOW ? 0 : x
  if (x > OVERFLOW) return Infinity
  const power = Math.floor(x * Math.LOG2E + 0.5)
  const high = x - power * LN2_HIGH
  const low = power * LN2_LOW
  const rest = high - low
  const square = rest * rest
  const c = rest - square * (P1 + square * (P2 + square * (P3 + square * (P4 + square * P5))))
  const value = 1 - (low - (rest * c) / (2 - c) - high)
  const half = power >> 1
  return value * POWERS_OF_TWO[half + POWER_MAX]! * POWERS_OF_TWO[power - half + POWER_MAX]!
}

/** The natural logarithm of `x`, the same to the last bit in every engine. */
export function logarithm(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN
  let mantissa = x
  let power = 0
  for (; mantissa > Math.SQRT2; power++) mantissa *= 0.5
  for (; mantissa < Math.SQRT1_2; power--) mantissa *= 2
  const f = mantissa - 1
  const s = f / (2 + f)
  const z = s * s
  const series = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))))
  const halfSquare = 0.5 * f * f
  return power * LN2_HIGH - (halfSquare - (s * (halfSquare + series) + power * LN2_LOW) - f)
}

/** Beyond these the result is no finite number, or nothing. */
const OVERFLOW = 709.782712893384
const UNDERFLOW = -745.1332191019411

/** ln 2 in two parts, the first short enough for exact products with a power. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** Remez coefficients of fdlibm's `e_exp.c`. */
const P1 = 0.16666666666666602
const P2 = -0.0027777777777015593
const P3 = 6.613756321437934e-5
const P4 = -1.6533902205465252e-6
const P5 = 4.1381367970572385e-8

/** Remez coefficients of fdlibm's `e_log.c`. */
const L1 = 0.6666666666666735
const L2 = 0.3999999999940942
const L3 = 0.2857142874366239
const L4 = 0.22222198432149784
const L5 = 0.1818357216161805
const L6 = 0.15313837699209373
const L7 = 0.14798198605116586

/** Half the greatest power is as far as one factor goes: the result is scaled twice, so that it may pass through the least. */
const POWER_MAX = 540
const POWERS_OF_TWO = powersOfTwo()

/** From 2^-540 to 2^540. Doubling is exact; `**` need not be. */
function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2 * POWER_MAX + 1)
  powers[POWER_MAX] = 1
  for (let power = 1; power <= POWER_MAX; power++) {
    powers[POWER_MAX + power] = powers[POWER_MAX + power - 1]! * 2
    powers[POWER_MAX - power] = powers[POWER_MAX - power + 1]! * 0.5
  }
  return powers
}
