import {type LetterReadings, STRETCH_MAX, stretchCode} from './letter-readings.ts'
import {LETTER_SEQUENCES} from './reading-table.ts'

/** How well Latin letters fit a word of another script. */
export interface ReadingFit {
  /** How much likelier these letters are as a reading of the word than as any name, as a logarithm, by letter. */
  readonly gain: number
  /** What the reading costs by letter of the word: how much is odd in it. */
  readonly cost: number
  /** What its oddest letter costs. */
  readonly oddest: number
}

/** Fit `latin`, letters from a to z only, to the letters of a word: each stands for a stretch of it, in order. */
export function fitReading(letters: readonly LetterReadings[], latin: string): ReadingFit {
  const width = latin.length + 1
  let current = new Float64Array(width).fill(Infinity)
  let next = new Float64Array(width)
  let oddest = new Float64Array(width)
  let nextOddest = new Float64Array(width)
  current[0] = 0
  let least = 0
  for (const {costs, longest} of letters) {
    next.fill(Infinity)
    const most = least + HOPELESS
    least = Infinity
    for (let start = 0; start < width; start++) {
      const before = current[start]!
      if (most < before) continue
      let code = 0
      for (let end = start; end < width && end - start <= STRETCH_MAX; end++) {
        const length = end - start
        if (0 < length && length <= longest) code = stretchCode(code, latin.charCodeAt(end - 1))
        const own = (length <= longest ? costs.get(code) : undefined) ?? ODD_COST + ODD_LETTER_COST * length
        const cost = before + own
        if (cost < least) least = cost
        if (cost < next[end]!) {
          next[end] = cost
          nextOddest[end] = Math.max(oddest[start]!, own)
        }
      }
    }
    ;[current, next, oddest, nextOddest] = [next, current, nextOddest, oddest]
  }
  const cost = current[width - 1]!
  return {
    gain: (sequenceCost(latin) - cost) / (latin.length + EVEN),
    cost: cost / letters.length,
    oddest: oddest[width - 1]!
  }
}

/** What costs so much more than the best so far is not read on. */
const HOPELESS = 40
/** A reading that was never seen. */
const ODD_COST = 7
const ODD_LETTER_COST = 2.5
/** Short names tell less: as if they were two letters longer. */
const EVEN = 2

/** What the letters cost as a name that is not known. */
function sequenceCost(latin: string): number {
  let cost = 0
  let before = EDGE
  for (let index = 0; index <= latin.length; index++) {
    const letter = index < latin.length ? latin.charCodeAt(index) - 97 : EDGE
    cost += SEQUENCE_COSTS[before * 27 + letter]!
    before = letter
  }
  return cost
}

const EDGE = 26
const SEQUENCE_COSTS = Float64Array.from(LETTER_SEQUENCES.split(' '), cost => Number(cost) / 10)
