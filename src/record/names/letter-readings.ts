import {exponential, logarithm} from '../../language/exponentials.ts'
import {lastOnes} from './last-ones.ts'
import {LETTER_READINGS, LETTER_RESPELLINGS} from './reading-table.ts'
import {
  ARABIC_LETTERS,
  ARMENIAN_LETTERS,
  CYRILLIC_LETTERS,
  GEORGIAN_LETTERS,
  GREEK_LETTERS,
  HEBREW_LETTERS
} from './romanisation-letters.ts'
import {type PlacedLetter, placedLetters} from './word-letters.ts'

/** How one letter is written in Latin letters: what each stretch costs, by `stretchCode`, and the likeliest stretch. */
export interface LetterReadings {
  readonly costs: ReadonlyMap<number, number>
  /** So many Latin letters has the longest stretch. */
  readonly longest: number
  readonly likeliest: string
  /** The same costs by the Latin letters themselves. */
  readonly stretches: readonly (readonly [latin: string, cost: number])[]
}

/**
 * The readings of each letter of a word; of an unknown letter none. Those of Latin letters are how others spell them. The last ones
 * are kept: a word is compared with many.
 */
export function readingsOf(own: string): readonly LetterReadings[] {
  return lastRead(own, () => placedLetters(own).map(readingsAt))
}

const lastRead = lastOnes<readonly LetterReadings[]>(4096)

/** What the neighbour before and the one after say of a letter counts half each. */
function readingsAt({letter, afterOther, beforeOther}: PlacedLetter): LetterReadings {
  const anywhere = READINGS.get(letter) ?? UNREAD
  const [after, before] = [READINGS.get(afterOther) ?? anywhere, READINGS.get(beforeOther) ?? anywhere]
  if (after === before) return anywhere
  return lastMixed(`${afterOther} ${beforeOther}`, () => mixedReadings(after, before))
}

const lastMixed = lastOnes<LetterReadings>(16_384)

function mixedReadings(one: LetterReadings, other: LetterReadings): LetterReadings {
  const shares = new Map<string, number>()
  for (const {stretches} of [one, other])
    for (const [latin, cost] of stretches) shares.set(latin, (shares.get(latin) ?? 0) + exponential(-cost) / 2)
  return readingsFrom([...shares].map(([latin, share]) => ({latin, cost: -logarithm(share)})))
}

/** Latin letters as a number: `letter` follows the stretch whose code is `before`, 0 at its start. */
export function stretchCode(before: number, letter: number): number {
  return before * 27 + letter - 96
}

/** No letter stands for more Latin letters than this: `zhuang`. */
export const STRETCH_MAX = 6

const UNREAD: LetterReadings = {costs: new Map(), longest: 0, likeliest: '', stretches: []}

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
    longest: Math.max(...readings.map(({latin}) => latin.length)),
    likeliest: best.latin,
    stretches: readings.map(({latin, cost}) => [latin, cost])
  }
}

function codeOf(latin: string): number {
  let code = 0
  for (let index = 0; index < latin.length; index++) code = stretchCode(code, latin.charCodeAt(index))
  return code
}
