import {HOLIDAYS} from './date-holidays.ts'
import {type Line, lowerAt, ORDINAL_SUFFIXES, readCardinal, readOrdinal, tokenAt} from './date-tokens.ts'
import {
  AFTER_NAMED_WEEKDAY,
  BEFORE_NAMED_WEEKDAY,
  DAY_PARTS,
  DOUBTFUL_MONTHS,
  MONTH_ABBREVIATIONS,
  MONTH_NAMES,
  PLURAL_DAY_PARTS,
  TEMPORAL_PREPOSITIONS,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAY_NAMES
} from './date-words.ts'
import {CARDINALS, MULTIPLIERS} from './number-words.ts'

/** Read a month's name, or its short form with a full stop or beside a number. */
export function readMonth(line: Line, at: number): NamedMonth | undefined {
  const token = tokenAt(line, at)
  if (!MONTH_NAMES.has(token.lower) && !MONTH_ABBREVIATIONS.has(token.lower)) return undefined
  const before = token.lower === 'august' ? BEFORE_PLAIN_MONTHS : TEMPORAL_PREPOSITIONS
  const isPlain = !token.capital && !isBesideNumber(line, at) && !before.has(lowerAt(line, at - 1))
  if (isPlain || (!token.capital && DOUBTFUL_MONTHS.has(token.lower))) return undefined
  const month = MONTH_NAMES.get(token.lower)
  if (month) return {month, short: false, end: at + 1}
  const abbreviated = MONTH_ABBREVIATIONS.get(token.lower)
  if (!abbreviated) return undefined
  const stop = lowerAt(line, at + 1) === '.' && tokenAt(line, at + 1).glued
  const end = stop ? at + 2 : at + 1
  const besideNumber = isBesideNumber(line, at) || isBesideMonth(line, at, end)
  const isPlaced = token.capital && !tokenAt(line, end).capital && BEFORE_SHORT_MONTHS.has(lowerAt(line, at - 1))
  return stop || besideNumber || isPlaced ? {month: abbreviated, short: !besideNumber, end} : undefined
}

/** Words that make a month of "august" in lower case; the other names want any preposition of time. */
const BEFORE_PLAIN_MONTHS: ReadonlySet<string> = new Set('in since until till by last next'.split(' '))

/** Prepositions that no name or verb like "Jan" and "mar" follows. */
const BEFORE_SHORT_MONTHS: ReadonlySet<string> = new Set(
  'in since until till after during last next early late mid'.split(' ')
)

/** Whether a day or a year stands beside the month: "14 nov", "Aug-2016", "june of 1992". */
function isBesideNumber(line: Line, at: number): boolean {
  const dash = (index: number) => ['-', '/'].includes(lowerAt(line, index)) && tokenAt(line, index).glued
  const before = dash(at - 1) || lowerAt(line, at - 1) === 'of' ? at - 2 : at - 1
  if (ORDINAL_SUFFIXES.has(lowerAt(line, before))) return true
  const dashAt = skip(line, at + 1, '.')
  const behind = skip(line, dash(dashAt) ? dashAt + 1 : dashAt, 'of')
  if (lowerAt(line, behind) === ',' && isYearNumber(line, behind + 1)) return true
  if (!DOUBTFUL_MONTHS.has(lowerAt(line, at)) && isOrdinalWord(line, behind)) return true
  return tokenAt(line, before).kind === 'number' || tokenAt(line, behind).kind === 'number'
}

/** "april ninth", "june twenty-first". */
function isOrdinalWord(line: Line, at: number): boolean {
  return tokenAt(line, at).kind === 'word' && readOrdinal(line, at) !== undefined
}

/** Whether the short month is one end of a range of months: "Nov-Feb", "from Sept to Nov". */
function isBesideMonth(line: Line, at: number, end: number): boolean {
  const isMonth = (index: number) =>
    MONTH_NAMES.has(lowerAt(line, index)) || MONTH_ABBREVIATIONS.has(lowerAt(line, index))
  const isJoint = (index: number) => MONTH_JOINTS.has(lowerAt(line, index))
  return (isJoint(end) && isMonth(end + 1)) || (isJoint(at - 1) && (isMonth(at - 2) || isMonth(at - 3)))
}

const MONTH_JOINTS: ReadonlySet<string> = new Set(['-', '–', 'to', 'until', 'through', 'and'])

export interface NamedMonth {
  readonly month: number
  readonly short: boolean
  readonly end: number
}

/** Read a weekday's name; `short` allows "Wed." and "Wed" too. */
export function readWeekday(line: Line, at: number, short: boolean): {weekday: number; end: number} | undefined {
  const token = tokenAt(line, at)
  const weekday = WEEKDAY_NAMES.get(token.lower)
  if (weekday) return isNamedWeekday(line, at) ? undefined : {weekday, end: at + 1}
  const abbreviated = WEEKDAY_ABBREVIATIONS.get(token.lower)
  if (!abbreviated || !token.capital) return undefined
  const stop = lowerAt(line, at + 1) === '.' && tokenAt(line, at + 1).glued
  return short || (stop && token.lower !== 'sat' && token.lower !== 'sun')
    ? {weekday: abbreviated, end: stop ? at + 2 : at + 1}
    : undefined
}

/** "The Friday Times", "Saturday Evening Letters": a name. "Saturday mornings" are many. */
function isNamedWeekday(line: Line, at: number): boolean {
  const after = tokenAt(line, at + 1)
  if (
    PLURAL_DAY_PARTS.has(after.lower) ||
    (tokenAt(line, at + 2).capital && DAY_PARTS.has(after.lower) && after.capital)
  )
    return true
  return BEFORE_NAMED_WEEKDAY.has(lowerAt(line, at - 1)) || (after.capital && AFTER_NAMED_WEEKDAY.has(after.lower))
}

const HOLIDAY_FIRST_WORDS: ReadonlySet<string> = new Set(Array.from(HOLIDAYS.keys(), name => name.split(/[ '.-]/)[0]!))
/** "martin luther king day" is the longest name: four words. In tokens, "st. patrick's day" is: six. */
const HOLIDAY_TOKENS_MAX = 6

/** Read the longest holiday name that begins at `at`. */
export function readHoliday(line: Line, at: number): {name: string; end: number} | undefined {
  if (!HOLIDAY_FIRST_WORDS.has(lowerAt(line, at))) return undefined
  let name = ''
  let found: {name: string; end: number} | undefined
  for (let index = at; index < at + HOLIDAY_TOKENS_MAX; index++) {
    const token = tokenAt(line, index)
    name += (index === at || token.glued ? '' : ' ') + (APOSTROPHES.has(token.lower) ? "'" : token.lower)
    if (HOLIDAYS.has(name) && (tokenAt(line, at).capital || !CAPITAL_HOLIDAYS.has(name))) found = {name, end: index + 1}
  }
  return found
}

/** Without a capital letter these are no holiday, or that of another country. */
const CAPITAL_HOLIDAYS: ReadonlySet<string> = new Set(['election day', 'may day', 'memorial day', 'pentecost'])

/** Read four digits as a year from 1000 to 2999. */
export function readYear(line: Line, at: number, mayBeGlued = false): {value: number; end: number} | undefined {
  if (!isYearNumber(line, at) || (!mayBeGlued && tokenAt(line, at).glued && isGluedNumber(line, at))) return undefined
  return {value: tokenAt(line, at).value, end: at + 1}
}

/** Read a year of two digits: "June '44" is 1944, "June '09" 2009. */
export function readShortYear(line: Line, at: number): {value: number; end: number} | undefined {
  const number = tokenAt(line, at + 1)
  if (!APOSTROPHES.has(lowerAt(line, at)) || !number.glued || number.end - number.start !== 2 || number.value < 0)
    return undefined
  return {value: fullYear(number.value), end: at + 2}
}

/** '44 is 1944, '09 is 2009. */
export function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits < 40 ? 2000 : 1900)
}

/** Read a year in words: "nineteen eighty-four", "two thousand and five", "twenty twelve". */
export function readSpelledYear(line: Line, at: number): {value: number; end: number} | undefined {
  const century = CARDINALS.get(lowerAt(line, at)) ?? 0
  if (century === 2 && lowerAt(line, at + 1) === 'thousand') return spelledThousand(line, at + 2)
  if (11 <= century && century <= 20 && lowerAt(line, at + 1) === 'hundred')
    return spelledHundred(line, at + 2, century)
  if (century < 11 || 20 < century || MULTIPLIERS.has(lowerAt(line, at + 1))) return undefined
  const rest = readCardinal(line, at + 1)
  if (!rest || tokenAt(line, at + 1).kind === 'number' || rest.value < 10 || 99 < rest.value) return undefined
  return {value: century * 100 + rest.value, end: rest.end}
}

/** "nineteen hundred ninety-three", "eighteen hundred and twelve". */
function spelledHundred(line: Line, at: number, century: number): {value: number; end: number} | undefined {
  const restAt = skip(line, at, 'and')
  const rest = tokenAt(line, restAt).kind === 'word' ? readCardinal(line, restAt) : undefined
  return rest && 1 <= rest.value && rest.value < 100 ? {value: century * 100 + rest.value, end: rest.end} : undefined
}

function spelledThousand(line: Line, at: number): {value: number; end: number} {
  const rest = readCardinal(line, skip(line, at, 'and'))
  const isRest = rest && tokenAt(line, skip(line, at, 'and')).kind === 'word' && rest.value < 100
  return isRest ? {value: 2000 + rest.value, end: rest.end} : {value: 2000, end: at}
}

export function isYearNumber(line: Line, at: number): boolean {
  const {kind, value, start, end} = tokenAt(line, at)
  return kind === 'number' && end - start === 4 && 1000 <= value && value < 3000
}

/** Whether the number is the end of something longer: "747-2000", "3.2015", "R2015". */
export function isGluedNumber(line: Line, at: number): boolean {
  const token = tokenAt(line, at)
  const before = tokenAt(line, at - 1)
  if (!token.glued) return false
  if (before.kind !== 'mark') return true
  if (!['-', '.', ':', '/', ',', '_', '#', '$', '€', '£', '+', '='].includes(before.lower)) return false
  return before.lower !== '-' || tokenAt(line, at - 2).kind !== 'word'
}

/** Past any of these words that stand at `at`, in this order. */
export function skip(line: Line, at: number, ...words: readonly string[]): number {
  let position = at
  for (const word of words) if (lowerAt(line, position) === word) position++
  return position
}

export const APOSTROPHES: ReadonlySet<string> = new Set(["'", '’', '‘'])
