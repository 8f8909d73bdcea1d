import type {PlacedLetter} from '../src/record/names/word-letters.ts'

/** How one script's letters are written in Latin letters: by letter, alone or with a neighbour, and Latin letters, the share of its cases. */
export type Readings = Map<string, Map<string, number>>

/** A word, letter by letter in its own script, and in Latin letters. */
export interface WrittenTwice {
  readonly letters: readonly PlacedLetter[]
  readonly latin: string
}

const ROUNDS = 6
/** Rounds in which what stands beside a letter tells too. */
const NEIGHBOUR_ROUNDS = 3
/** A reading of a letter has to be expected at least so often, and in at least this share of cases. */
const COUNT_MIN = 1.5
const SHARE_MIN = 0.0008
/** What any reading has before anything is seen. */
const SMOOTHING = 1e-6
/** What a letter's readings anywhere count beside those with one neighbour: as if they had been seen so often there. */
const ANYWHERE_COUNT = 20
/** A letter with a neighbour is kept where its own readings tell so much, in nats over all cases. */
const GAIN_MIN = 30

/**
 * Learn readings from words written twice: each letter stands for a stretch of the Latin letters, in order, possibly empty.
 * Which stretch is hidden; expectation and maximisation take turns. Neighbours tell the more, the fewer letters a script has.
 */
export function learnReadings(
  pairs: readonly WrittenTwice[],
  {latinMax, withNeighbours}: {latinMax: number; withNeighbours: boolean}
): Readings {
  let readings: Readings | undefined
  for (let round = 0; round < ROUNDS + (withNeighbours ? NEIGHBOUR_ROUNDS : 0); round++) {
    const isLast = round === ROUNDS + NEIGHBOUR_ROUNDS - 1
    const counts: Readings = new Map()
    const sharesAt = rememberedShares(readings)
    for (const pair of pairs)
      countPair(pair, sharesAt, {latinMax, counts, withNeighbours: ROUNDS - 1 <= round && withNeighbours})
    readings = sharesOf(counts, isLast ? GAIN_MIN : 0)
  }
  return readings!
}

type SharesAt = (letter: PlacedLetter) => ReadonlyMap<string, number>

interface Counting {
  readonly latinMax: number
  readonly withNeighbours: boolean
  readonly counts: Readings
}

/** The readings of a letter where it stands: those with the one neighbour and with the other count half each. */
function rememberedShares(readings: Readings | undefined): SharesAt | undefined {
  if (!readings) return undefined
  const known = new Map<string, ReadonlyMap<string, number>>()
  return ({letter, afterOther, beforeOther}) => {
    const key = `${afterOther} ${beforeOther}`
    const remembered = known.get(key)
    if (remembered) return remembered
    const anywhere = readings.get(letter) ?? new Map<string, number>()
    const [after, before] = [readings.get(afterOther) ?? anywhere, readings.get(beforeOther) ?? anywhere]
    const shares = new Map<string, number>()
    for (const [latin, share] of after) shares.set(latin, share / 2)
    for (const [latin, share] of before) shares.set(latin, (shares.get(latin) ?? 0) + share / 2)
    known.set(key, shares)
    return shares
  }
}

/** Add how often each letter is expected to stand for each stretch of this pair. */
function countPair({letters, latin}: WrittenTwice, sharesAt: SharesAt | undefined, counting: Counting): void {
  const [n, m] = [letters.length, latin.length]
  const width = m + 1
  const mean = m / n
  const lengthMax = Math.min(counting.latinMax, m)
  const shares = new Float64Array(n * width * (lengthMax + 1))
  const at = (i: number, j: number, length: number) => (i * width + j) * (lengthMax + 1) + length
  for (let i = 0; i < n; i++) {
    const known = sharesAt?.(letters[i]!)
    for (let j = 0; j <= m; j++)
      for (let length = 0; length <= lengthMax && j + length <= m; length++)
        shares[at(i, j, length)] = known
          ? (known.get(latin.slice(j, j + length)) ?? 0) + SMOOTHING
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
    for (let j = 0; j <= m; j++) {
      const before = forward[i * width + j]!
      for (let length = 0; length <= lengthMax && j + length <= m; length++) {
        const part = shares[at(i, j, length)]! * backward[(i + 1) * width + j + length]!
        backward[i * width + j]! += part
        const expected = (before * part) / whole
        if (1e-4 <= expected) countReading(letters[i]!, latin.slice(j, j + length), expected, counting)
      }
    }
  }
}

function countReading(
  {letter, afterOther, beforeOther}: PlacedLetter,
  latin: string,
  expected: number,
  {counts, withNeighbours}: Counting
): void {
  for (const key of withNeighbours ? [letter, afterOther, beforeOther] : [letter]) {
    const own = counts.get(key) ?? new Map<string, number>()
    counts.set(key, own)
    own.set(latin, (own.get(latin) ?? 0) + expected)
  }
}

function sharesOf(counts: Readings, gainMin: number): Readings {
  const shares: Readings = new Map()
  for (const [letter, own] of counts) {
    if (isWithNeighbour(letter)) continue
    const whole = sumOf(own.values())
    const kept = [...own].filter(([, count]) => COUNT_MIN <= count && SHARE_MIN <= count / whole)
    if (0 < kept.length) shares.set(letter, new Map(kept.map(([latin, count]) => [latin, count / whole])))
  }
  for (const [key, own] of counts) {
    const anywhere = isWithNeighbour(key) ? shares.get(letterOf(key)) : undefined
    if (!anywhere) continue
    const whole = sumOf(own.values())
    const mixed = new Map(
      [...anywhere].map(([latin, share]) => [
        latin,
        ((own.get(latin) ?? 0) + ANYWHERE_COUNT * share) / (whole + ANYWHERE_COUNT)
      ])
    )
    const gain = sumOf([...mixed].map(([latin, share]) => share * Math.log(share / anywhere.get(latin)!)))
    if (gainMin <= whole * gain) shares.set(key, mixed)
  }
  return shares
}

/** A letter is one sign or, of a letter with a neighbour, three. */
function isWithNeighbour(key: string): boolean {
  return 2 < key.length && /[<>]/.test(key)
}

function letterOf(key: string): string {
  const [one = '', other = ''] = key.split(/[<>]/)
  return key.includes('<') ? other : one
}

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
