import type {PartName, Unit} from './date-words.ts'

/** "last", "this" or "next" before a unit, a weekday, a month, a season: -1, 0 or 1. */
export type Which = -1 | 0 | 1

/** What a count is said to be: exactly so many, about, more than, or less than so many. */
export type Exactness = 'exact' | 'about' | 'more' | 'less'

/** What the words of a date say, before anything is counted. Each kind opens with the words it stands for. */
export type Meaning =
  /** "March 3", "Thursday, November 7, 2019" */
  | {
      readonly kind: 'day'
      readonly year?: number
      readonly yearOffset?: Which
      readonly month: number
      readonly day: number
      readonly weekday?: number
    }
  /** "the 18th", "the 3rd of next month", "Friday the 26th" */
  | {readonly kind: 'month-day'; readonly day: number; readonly which?: Which; readonly weekday?: number}
  /** "03/04/2019": a day and a month in one order or the other */
  | {readonly kind: 'two-readings'; readonly year: number; readonly first: number; readonly second: number}
  /** "November", "November 2015", "November last year", "last November" */
  | {
      readonly kind: 'month'
      readonly year?: number
      readonly yearOffset?: Which
      readonly month: number
      readonly which?: Which
    }
  /** "2015" */
  | {readonly kind: 'year'; readonly year: number}
  /** "the 1990s" */
  | {readonly kind: 'decade'; readonly year: number}
  /** "the 19th century": its first year is 1800 */
  | {readonly kind: 'century'; readonly year: number}
  /** "508 BC" */
  | {readonly kind: 'before-christ'}
  /** "summer of 2004", "last fall" */
  | {readonly kind: 'season'; readonly season: number; readonly year?: number; readonly which?: Which}
  /** "Summers are dry": any of them */
  | {readonly kind: 'any-season'; readonly season: number}
  /** "World War II" */
  | {readonly kind: 'era'; readonly name: string; readonly from: Meaning; readonly to: Meaning}
  /** "the third quarter of 2025", "the first half of the year": the part `index` of `parts` equal ones */
  | {
      readonly kind: 'share'
      readonly parts: 2 | 4
      readonly index: number
      readonly year?: number
      readonly which?: Which
      readonly fiscal: boolean
    }
  /** "fiscal 2024" */
  | {readonly kind: 'fiscal-year'; readonly year: number}
  /** "last fiscal year" */
  | {readonly kind: 'which-fiscal-year'; readonly which: Which}
  /** "Tuesday", "last Tuesday", "this coming Tuesday" */
  | {readonly kind: 'weekday'; readonly weekday: number; readonly which?: Which; readonly coming?: true}
  /** "a Tuesday" */
  | {readonly kind: 'any-weekday'; readonly weekday: number}
  /** "Christmas 2014", "last Thanksgiving" */
  | {readonly kind: 'holiday'; readonly name: string; readonly year?: number; readonly which?: Which}
  /** "yesterday", "today", "tomorrow" */
  | {readonly kind: 'day-offset'; readonly days: number}
  /** "last week", "this month", "next year" */
  | {readonly kind: 'unit'; readonly unit: Unit; readonly which: Which}
  /** "two years ago": counted from publication; a count of 0 stands for "years ago" */
  | {
      readonly kind: 'ago'
      readonly count: number
      readonly vague: boolean
      readonly unit: Unit
      readonly sign: -1 | 1
      readonly exactness: Exactness
    }
  /** "two years earlier", "a month later": counted from the date before it in the text */
  | {
      readonly kind: 'later'
      readonly count: number
      readonly vague: boolean
      readonly unit: Unit
      readonly sign: -1 | 1
      readonly from?: Meaning
    }
  /** "that year", "the same day", "the previous month", "the following day" */
  | {readonly kind: 'that'; readonly unit: Unit; readonly which: Which}
  /** "the following Tuesday", "that Tuesday" */
  | {readonly kind: 'that-weekday'; readonly weekday: number; readonly which: Which}
  /** "in recent weeks", "the coming months" */
  | {readonly kind: 'recent'; readonly unit: Unit; readonly sign: -1 | 1}
  /** "the past two years", "the next five days" */
  | {
      readonly kind: 'past'
      readonly count: number
      readonly vague: boolean
      readonly unit: Unit
      readonly sign: -1 | 1
      readonly exactness: Exactness
    }
  /** "late 2001", "the end of the year", "mid-March" */
  | {readonly kind: 'part'; readonly part: PartName; readonly of: Meaning}
  /** "earlier this year", "later that day" */
  | {readonly kind: 'side'; readonly side: 'earlier' | 'later'; readonly of: Meaning}
  /** "the first week of March", "the last week of July"; the last is -1 */
  | {readonly kind: 'week-of'; readonly index: number; readonly of: Meaning}
  /** "the first Monday of next month", "the last Friday of May"; the last is -1 */
  | {readonly kind: 'weekday-of'; readonly index: number; readonly weekday: number; readonly of: Meaning}
  /** "Tuesday of next week", "next week on Tuesday" */
  | {readonly kind: 'weekday-in'; readonly weekday: number; readonly of: Meaning}
  /** "the first two weeks of May", "the last six months of 2010" */
  | {
      readonly kind: 'span-of'
      readonly edge: 'first' | 'last'
      readonly count: number
      readonly unit: Unit
      readonly of: Meaning
    }
  /** "week 27 of 2018": the year is said, or counted from that of publication */
  | {readonly kind: 'numbered-week'; readonly week: number; readonly year?: number; readonly yearOffset?: Which}
  /** "the following autumn", "that winter": counted from the date before it in the text */
  | {readonly kind: 'that-season'; readonly season: number; readonly which: Which}
  /** "the week of March 6" */
  | {readonly kind: 'week-with'; readonly of: Meaning}
  /** "from 1996 until 2001" */
  | {readonly kind: 'range'; readonly from: Meaning; readonly to: Meaning}
  /** "Tuesday night", "9 a.m. Tuesday", "3 p.m." */
  | {readonly kind: 'time'; readonly clock: string; readonly of?: Meaning}
  /** "now" */
  | {readonly kind: 'now'}
  /** "two days after the march": counted from an event whose date the words do not give */
  | {
      readonly kind: 'event'
      readonly count: number
      readonly vague: boolean
      readonly unit: Unit
      readonly sign: -1 | 1
    }
  /** "two weeks", "several years", "two years and six months" */
  | {
      readonly kind: 'duration'
      readonly count: number
      readonly vague: boolean
      readonly unit: Unit
      readonly rest?: readonly UnitCount[]
    }
  /** "in two weeks", "within two weeks": a time to come where the verb looks ahead, else a length */
  | {
      readonly kind: 'ahead'
      readonly count: number
      readonly vague: boolean
      readonly unit: Unit
      readonly within: boolean
    }
  /** "daily", "every Tuesday", "Tuesdays at 9 a.m." */
  | {readonly kind: 'set'; readonly iso: string; readonly weekday?: number; readonly clock?: string}

/** So many of a unit. */
export interface UnitCount {
  readonly count: number
  readonly unit: Unit
}

/** The meaning of this kind. */
export type MeaningOf<Kind extends Meaning['kind']> = Extract<Meaning, {readonly kind: Kind}>

/** These tokens, up to before `end`, mean this. */
export interface Match {
  readonly end: number
  readonly meaning: Meaning
}
