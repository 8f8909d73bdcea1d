/** How one script's letters are written in Latin letters: by letter and Latin letters, the share of the letter's cases. */
export type Readings = Map<string, Map<string, number>>

/** A word, letter by letter in its own script, and in Latin letters. */
export interface WrittenTwice {
  readonly letters: readonly string[]
  readonly latin: string
}

const ROUNDS = 8
/** A reading of a letter has to be expected at least so often, and in at least this share of cases. */
const COUNT_MIN = 1.5
const SHARE_MIN = 0.0008
/** What any reading has before anything is seen. */
const SMOOTHING = 1e-6

/**
 * Learn readings from words written twice: each letter stands for a stretch of the Latin letters, in order, possibly empty.
 * Which stretch is hidden; expectation and maximisation take turns.
 */
export function learnReadings(pairs: readonly WrittenTwice[], latinMax: number): Readings {
  let readings: Readings | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const counts: Readings = new Map()
    for (const pair of pairs) countPair(pair, readings, latinMax, counts)
    readings = sharesOf(counts)
  }
  return readings!
}

/** Add how often each letter is expected to stand for each stretch of this pair. */
function countPair(
  {letters, latin}: WrittenTwice,
  readings: Readings | undefined,
  latinMax: number,
  counts: Readings
): void {
  const [n, m] = [letters.length, latin.length]
  const width = m + 1
  const mean = m / n
  const lengthMax = Math.min(latinMax, m)
  const shares = new Float64Array(n * width * (lengthMax + 1))
  const at = (i: number, j: number, length: number) => (i * width + j) * (lengthMax + 1) + length
  for (let i = 0; i < n; i++) {
    const known = readings?.get(letters[i]!)
    for (let j = 0; j <= m; j++)
      for (let length = 0; length <= lengthMax && j + length <= m; length++)
        shares[at(i, j, length)] = readings
          ? (known?.get(latin.slice(j, j + length)) ?? 0) + SMOOTHING
          : 0.3 ** Math.abs(length - mean)
  }
  const forward = new Float64Array((n + 1) * width)
  forward[0] = 1
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= m; j++) {
      const here = forward[i * width + j]!
      if (here === 0) continue
      for (let length = 0; length <= lengthMax && j + length <= m; length++)
        forward[(i + 1) * width + j + length]! += here * shares[at(i, j, length)]!
    }
  const whole = forward[n * width + m]!
  if (!(whole > 0)) return
  const backward = new Float64Array((n + 1) * width)
  backward[n * width + m] = 1
  for (let i = n - 1; 0 <= i; i--) {
    const own = counts.get(letters[i]!) ?? new Map<string, number>()
    counts.set(letters[i]!, own)
    for (let j = 0; j <= m; j++) {
      const before = forward[i * width + j]!
      for (let length = 0; length <= lengthMax && j + length <= m; length++) {
        const part = shares[at(i, j, length)]! * backward[(i + 1) * width + j + length]!
        backward[i * width + j]! += part
        const expected = (before * part) / whole
        if (expected < 1e-4) continue
        const stretch = latin.slice(j, j + length)
        own.set(stretch, (own.get(stretch) ?? 0) + expected)
      }
    }
  }
}

function sharesOf(counts: Readings): Readings {
  const shares: Readings = new Map()
  for (const [letter, own] of counts) {
    let whole = 0
    for (const count of own.values()) whole += count
    const kept = [...own].filter(([, count]) => COUNT_MIN <= count && SHARE_MIN <= count / whole)
    if (0 < kept.length) shares.set(letter, new Map(kept.map(([latin, count]) => [latin, count / whole])))
  }
  return shares
}
