import {type LetterReadings, readingsOf} from './letter-readings.ts'
import {fitReading} from './reading-fit.ts'

/** What is known of a word in another script and Latin letters that may be a reading of it; the second as for the features of names. */
export const READING_FEATURES = [
  ['gain', 1],
  ['cost', -1],
  ['oddest letter', -1],
  ['Latin letters', 0],
  ['letters', 0],
  ['script', 0]
] as const

/** `own` is the word in its script, `latin` letters from a to z. */
export function readingFeatures(own: string, readings: readonly LetterReadings[], latin: string): Float64Array {
  const {gain, cost, oddest} = fitReading(readings, latin)
  return Float64Array.of(
    Math.max(GAIN_LEAST, gain),
    Math.min(COST_MOST, cost),
    Math.min(COST_MOST, oddest),
    latin.length,
    readings.length,
    scriptCode(own)
  )
}

/** What is known of two words in letters from a to z that may be spellings of one name. */
export const RESPELLING_FEATURES = [
  ['mean gain', 1],
  ['least gain', 1],
  ['distance', -1],
  ['least cost', -1],
  ['fewest letters', 0],
  ['most letters', 0],
  ['first letters the same', 1],
  ['last letters the same', 1]
] as const

/** `distance` is how far apart the spellings are. */
export function respellingFeatures(a: string, b: string, distance: number): Float64Array {
  const [there, back] = [fitReading(readingsOf(a), b), fitReading(readingsOf(b), a)]
  const [gainThere, gainBack] = [Math.max(GAIN_LEAST, there.gain), Math.max(GAIN_LEAST, back.gain)]
  return Float64Array.of(
    (gainThere + gainBack) / 2,
    Math.min(gainThere, gainBack),
    distance,
    Math.min(COST_MOST, there.cost, back.cost),
    Math.min(a.length, b.length),
    Math.max(a.length, b.length),
    a[0] === b[0] ? 1 : 0,
    a.at(-1) === b.at(-1) ? 1 : 0
  )
}

/** Odder than this is as odd as anything. */
const GAIN_LEAST = -4
const COST_MOST = 20

/** Scripts differ in how loosely names are written in them: those that keep least of the sound first. */
function scriptCode(own: string): number {
  const letter = own.charCodeAt(0)
  if (0x4e00 <= letter && letter < 0xa000) return 0
  if (0xac00 <= letter && letter < 0xd7b0) return 1
  if (0x3040 <= letter && letter < 0x3100) return 2
  if (0x600 <= letter && letter < 0x700) return 3
  return 0x590 <= letter && letter < 0x600 ? 4 : 5
}
