/** Months by their names and by the short forms that newspapers use, which need a full stop or a number beside them. */
export const MONTH_NAMES: ReadonlyMap<string, number> = new Map([
  ['january', 1],
  ['february', 2],
  ['march', 3],
  ['april', 4],
  ['may', 5],
  ['june', 6],
  ['july', 7],
  ['august', 8],
  ['september', 9],
  ['october', 10],
  ['november', 11],
  ['december', 12]
])
export const MONTH_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12]
])

/** Month names that are other words too: a verb, a noun, a modal. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set(['may', 'march'])

/** Monday is 1, as ISO 8601 counts. */
export const WEEKDAY_NAMES: ReadonlyMap<string, number> = new Map([
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7]
])
export const WEEKDAY_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['weds', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7]
])

/** Words before a weekday that make a name of it, not a day of this week. */
export const BEFORE_NAMED_WEEKDAY: ReadonlySet<string> = new Set(['black', 'bloody', 'super', 'ruby', 'man'])

/** Words after a weekday that make a newspaper of it. */
export const AFTER_NAMED_WEEKDAY: ReadonlySet<string> = new Set([
  'times',
  'telegraph',
  'mirror',
  'mail',
  'herald',
  'express',
  'post',
  'independent',
  'tribune',
  'world'
])

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'fortnight'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

export const UNIT_NAMES: ReadonlyMap<string, Unit> = new Map([
  ['second', 'second'],
  ['minute', 'minute'],
  ['min', 'minute'],
  ['hour', 'hour'],
  ['hr', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['fortnight', 'fortnight'],
  ['weekend', 'weekend'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['decade', 'decade'],
  ['century', 'century']
])
export const PLURAL_UNIT_NAMES: ReadonlyMap<string, Unit> = new Map([
  ['seconds', 'second'],
  ['minutes', 'minute'],
  ['mins', 'minute'],
  ['hours', 'hour'],
  ['hrs', 'hour'],
  ['days', 'day'],
  ['nights', 'day'],
  ['weeks', 'week'],
  ['fortnights', 'fortnight'],
  ['weekends', 'weekend'],
  ['months', 'month'],
  ['quarters', 'quarter'],
  ['years', 'year'],
  ['yrs', 'year'],
  ['decades', 'decade'],
  ['centuries', 'century']
])

/** Seasons by EDTF's numbers. */
export const SEASON_NAMES: ReadonlyMap<string, number> = new Map([
  ['spring', 21],
  ['springtime', 21],
  ['summer', 22],
  ['summertime', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
  ['wintertime', 24]
])

export const DAY_PARTS: ReadonlySet<string> = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'lunchtime',
  'midday',
  'noon',
  'midnight',
  'dawn',
  'dusk'
])

/** "Friday nights" and "mornings" come again and again. */
export const PLURAL_DAY_PARTS: ReadonlySet<string> = new Set(['mornings', 'afternoons', 'evenings', 'nights'])

/** Which stretch of a period: its beginning, its middle or its end. */
export type PartName = 'early' | 'mid' | 'late'

export const PART_NAMES: ReadonlyMap<string, PartName> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['late', 'late']
])

/** Nouns for a stretch: "the end of 2010", "the start of the year". */
export const PART_NOUNS: ReadonlyMap<string, PartName> = new Map([
  ['start', 'early'],
  ['beginning', 'early'],
  ['opening', 'early'],
  ['middle', 'mid'],
  ['end', 'late'],
  ['close', 'late']
])

/** Prepositions after which a bare month, season or year is a date. */
export const TEMPORAL_PREPOSITIONS: ReadonlySet<string> = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'from',
  'to',
  'through',
  'throughout',
  'between',
  'of',
  'around',
  'circa',
  'before',
  'after',
  'during',
  'for',
  'into',
  'early',
  'late',
  'mid',
  'on',
  'this',
  'that',
  'last',
  'next',
  'past',
  'every',
  'each',
  'as'
])
