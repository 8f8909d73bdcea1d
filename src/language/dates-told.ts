import {sentenceOf, type Tagged, wordAt} from './analysis.ts'
import {civilDay} from './calendar.ts'
import type {Anchors, Resolved} from './date-anchors.ts'
import type {Meaning} from './date-meaning.ts'
import type {Period} from './date-periods.ts'
import {tenseAround} from './date-tense.ts'
import type {Unit} from './date-words.ts'

/** A date remembered, for what is counted from it. */
interface Told {
  readonly period: Period
  readonly sentence: number
  /** Whether it only names a thing: "the May 3 accord". */
  readonly named: boolean
}

/** How far back an anchor is sought: the story has moved on after so many dates. */
const TOLD_MAX = 8
/** An explicit year holds for the bare months and days of so many sentences. */
const YEAR_SENTENCES_MAX = 3

/** So many years before publication a year is history. */
const HISTORY_YEARS_MIN = 3

/** The dates of a text so far: what "two years later" and "the same day" count from. */
export class DatesTold {
  readonly #tagged: Tagged
  readonly #published: Period | undefined
  readonly #isNews: boolean
  readonly #isHistory: boolean
  #told: Told[] = []
  #year: {readonly year: number; readonly sentence: number} | undefined

  constructor(tagged: Tagged, published: Period | undefined, meanings: readonly Meaning[]) {
    this.#tagged = tagged
    this.#published = published
    this.#isNews = published !== undefined && meanings.some(isCountedFromPublication)
    const last = published ? civilDay(published.first).year - HISTORY_YEARS_MIN : 0
    this.#isHistory = !this.#isNews && meanings.some(meaning => 'year' in meaning && (meaning.year ?? last + 1) <= last)
  }

  /** Whether the text tells of years long before its publication, and of no day around it. */
  get isHistory(): boolean {
    return this.#isHistory
  }

  /** What the date at these offsets may be counted from. */
  anchorsAt(start: number, end: number): Anchors {
    const sentence = this.#sentenceAt(start)
    return {
      published: this.#published,
      inText: unit => this.#lastFor(unit, sentence),
      yearTold: this.#yearAt(sentence),
      tense: tenseAround(this.#tagged, start, end)
    }
  }

  remember({period}: Resolved, meaning: Meaning, {start, named}: {start: number; named: boolean}): void {
    if (!period) return
    const sentence = this.#sentenceAt(start)
    this.#told = [{period, sentence, named}, ...this.#told.slice(0, TOLD_MAX - 1)]
    if ('year' in meaning && meaning.year !== undefined && FINENESS[period.unit] <= FINENESS.year)
      this.#year = {year: meaning.year, sentence}
  }

  /**
   * The last date of the same sentence, or the last one as fine as the unit. A date that only names a thing is soon
   * forgotten, and gives way to one beside it that tells when.
   */
  #lastFor(unit: Unit, sentence: number): Period | undefined {
    const limit = FINE_ENOUGH[unit] ?? FINENESS.day
    const fits = ({period, named, sentence: where}: Told) => {
      if (where === sentence) return FINENESS[period.unit] <= Math.max(limit, FINENESS.year)
      return FINENESS[period.unit] <= limit && (!named || sentence - where <= 1)
    }
    const last = this.#told.find(fits)
    const telling = last?.named
      ? this.#told.find(other => !other.named && other.sentence === last.sentence && fits(other))
      : last
    return (telling ?? last)?.period
  }

  /** News counts bare months and days from its publication; a history tells them of the year it has come to. */
  #yearAt(sentence: number): number | undefined {
    if (this.#isNews || !this.#year) return undefined
    return sentence - this.#year.sentence <= YEAR_SENTENCES_MAX ? this.#year.year : undefined
  }

  #sentenceAt(offset: number): number {
    return sentenceOf(this.#tagged, wordAt(this.#tagged, offset))
  }
}

/** "Tuesday", "yesterday", "last week": words that only make sense on the day they are printed. */
function isCountedFromPublication(meaning: Meaning): boolean {
  if (meaning.kind === 'time') return meaning.of !== undefined && isCountedFromPublication(meaning.of)
  if (meaning.kind === 'day-offset') return meaning.days !== 0
  return meaning.kind === 'weekday' || (meaning.kind === 'unit' && meaning.which === -1)
}

/** From the finest; what is counted from a date is at most as fine as it. */
const FINENESS = {day: 0, week: 1, month: 2, season: 3, year: 4, decade: 5, century: 6}

const FINE_ENOUGH: Partial<Record<Unit, number>> = {
  week: FINENESS.week,
  weekend: FINENESS.week,
  fortnight: FINENESS.week,
  month: FINENESS.month,
  quarter: FINENESS.season,
  year: FINENESS.year,
  decade: FINENESS.decade,
  century: FINENESS.century
}
