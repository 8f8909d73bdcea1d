import {LETTER_READINGS, LETTER_RESPELLINGS} from './reading-table.ts'
import {
  ARABIC_LETTERS,
  ARMENIAN_LETTERS,
  CYRILLIC_LETTERS,
  GEORGIAN_LETTERS,
  GREEK_LETTERS,
  HEBREW_LETTERS
} from './romanisation-letters.ts'
import {placedLetters, unplaced} from './word-letters.ts'

/** How one letter is written in Latin letters: what each stretch costs, by `stretchCode`, and the likeliest stretch. */
export interface LetterReadings {
  readonly costs: ReadonlyMap<number, number>
  readonly likeliest: string
  /** The same costs by the Latin letters themselves. */
  readonly stretches: readonly (readonly [latin: string, cost: number])[]
}

/**
 * The readings of each letter of a word; of an unknown letter none. Those of Latin letters are how others spell them. The last ones
 * are kept: a word is compared with many.
 */
export function readingsOf(own: string): readonly LetterReadings[] {
  const known = LAST_READ.get(own)
  if (known) return known
  if (LAST_READ.size === LAST_READ_MAX) LAST_READ.clear()
  const readings = placedLetters(own).map(letter => READINGS.get(letter) ?? READINGS.get(unplaced(letter)) ?? UNREAD)
  LAST_READ.set(own, readings)
  return readings
}

const LAST_READ_MAX = 4096
const LAST_READ = new Map<string, readonly LetterReadings[]>()

/** Latin letters as a number: `letter` follows the stretch whose code is `before`, 0 at its start. */
export function stretchCode(before: number, letter: number): number {
  return before * 27 + letter - 96
}

/** No letter stands for more Latin letters than this: `zhuang`. */
export const STRETCH_MAX = 6

const UNREAD: LetterReadings = {costs: new Map(), likeliest: '', stretches: []}

const RULED_COST = 0.5
const SILENT_COST = 3.5

const READINGS: ReadonlyMap<string, LetterReadings> = new Map([
  ...ruledReadings(),
  ...learntReadings(LETTER_READINGS),
  ...learntReadings(LETTER_RESPELLINGS)
])

function learntReadings(table: string): [string, LetterReadings][] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [letter, ...entries] = line.split(' ')
      const readings = entries.map(entry => {
        const start = entry.search(/\d/)
        return {latin: entry.slice(0, start), cost: Number(entry.slice(start)) / 10}
      })
      return [letter!, readingsFrom(readings)]
    })
}

/** Of letters that no examples were learnt from: most likely as the table has it, or nothing. */
function ruledReadings(): [string, LetterReadings][] {
  const tables = [CYRILLIC_LETTERS, ARABIC_LETTERS, HEBREW_LETTERS, GREEK_LETTERS, ARMENIAN_LETTERS, GEORGIAN_LETTERS]
  return tables.flatMap(table =>
    table
      .trim()
      .split(/,\s*/)
      .map(entry => {
        const [letter, latin] = entry.split(' ')
        const first = latin === '-' ? '' : latin!
        return [
          letter!,
          readingsFrom([{latin: first, cost: RULED_COST}, ...(first === '' ? [] : [{latin: '', cost: SILENT_COST}])])
        ]
      })
  )
}

function readingsFrom(readings: readonly {readonly latin: string; readonly cost: number}[]): LetterReadings {
  const best = readings.reduce((least, next) => (next.cost < least.cost ? next : least))
  return {
    costs: new Map(readings.map(({latin, cost}) => [codeOf(latin), cost])),
    likeliest: best.latin,
    stretches: readings.map(({latin, cost}) => [latin, cost])
  }
}

function codeOf(latin: string): number {
  let code = 0
  for (let index = 0; index < latin.length; index++) code = stretchCode(code, latin.charCodeAt(index))
  return code
}
