import {join} from 'node:path'
import type {DateExpression} from '../src/language/analysis.ts'
import {findDates} from '../src/language/dates.ts'
import type {Models} from '../src/language/models.ts'
import {tag} from '../src/language/tag.ts'
import {findWords} from '../src/language/words.ts'
import {loadModels} from '../src/models.ts'
import type {Reading} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {findChronoDates} from './chrono-dates.ts'
import {type MarkedText, readGum, readRecognizers, readTimeml, type WantedDate, withoutSignal} from './date-corpora.ts'
import {GOLD_FOLDER, readGold} from './gold.ts'
import {countDates} from './gold-facts.ts'
import {addCounts, type Count, f1, f1Interval, NO_COUNT, type Row} from './scores.ts'
import {timexValues} from './timex.ts'

export const CORPORA_FOLDER = new URL('../../shared/corpora/', import.meta.url).pathname

/** A date as some finder gives it: words, and every TIMEX3 value that stands for it. */
interface FoundDate extends Span {
  readonly kind: 'date' | 'time of a day' | 'time of no day' | 'duration' | 'set' | 'now' | 'any weekday'
  readonly values: readonly string[]
  readonly rule: string
}

/** Marked texts, and how what is found is compared with them. */
interface MarkedSet {
  readonly on: string
  readonly texts: readonly MarkedText[]
  /** Kinds that its annotators do not mark, so that finding them is neither right nor wrong. */
  readonly unmarked?: readonly FoundDate['kind'][]
  /** The words of a date that count, where prepositions and articles are left out of the marked ones. */
  readonly edges?: (text: string, span: Span) => Span
}

type Finder = (text: string, published: string | undefined) => FoundDate[]

export interface EvaluateDatesOptions {
  readonly models?: Models
  /** Given each miss, one line, for reading by eye. */
  readonly report?: (line: string) => void
}

/** Score dates against four sets of marked texts, beside what chrono-node finds in the same. */
export function evaluateDates(
  corporaFolder: string = CORPORA_FOLDER,
  goldFolder: string = GOLD_FOLDER,
  {models = loadModels(), report}: EvaluateDatesOptions = {}
): Row[] {
  const ours: Finder = (text, published) => findOurs(text, published, models).map(foundOf)
  const chronos: Finder = (text, published) => findChronoDates(text, published).map(foundOf)
  const rows = markedSets(corporaFolder)
    .filter(({texts}) => 0 < texts.length)
    .flatMap(set => [...scoreFinder('dates', set, ours, report), ...scoreFinder('dates chrono', set, chronos)])
  return [...rows, ...scoreGold(goldFolder, models, report)]
}

/**
 * GUM marks dates (TEI's `<date>`) and leaves lengths, repeated times, "now" and times of no day unmarked: of those that are
 * found in its training part 18 of 286, 0 of 93, 0 of 236 and 2 of 48 overlap a mark. They are left out of what is found, and
 * the few marks on them stay missing. Whatever else is found and not marked counts as wrong, "today" of no certain day too.
 */
function markedSets(folder: string): MarkedSet[] {
  const unmarked = ['duration', 'set', 'now', 'time of no day', 'any weekday'] as const
  return [
    {on: 'timeml', texts: readTimeml(join(folder, 'timeml-dev/aquaint.jsonl.gz'))},
    {on: 'recogn.', texts: readRecognizers(join(folder, 'recognizers-dates/cases.jsonl.gz')), edges: withoutSignal},
    {on: 'gum-dev', texts: readGum(join(folder, 'gum/dev.conllu.gz')), unmarked, edges: withoutSignal},
    {on: 'gum-trn', texts: readGum(join(folder, 'gum/train.conllu.gz')), unmarked, edges: withoutSignal}
  ]
}

/** Dates need words and tags, not trees. */
function findOurs(text: string, published: string | undefined, models: Models): DateExpression[] {
  return findDates(tag(findWords(text, models), models), published === undefined ? {} : {published})
}

function foundOf(date: DateExpression): FoundDate {
  const {start, end, edtf, duration, rule} = date
  return {start, end, kind: kindOf(date), values: timexValues(date), rule: `${edtf ?? duration ?? '-'} ${rule}`}
}

function kindOf({type, edtf, rule}: DateExpression): FoundDate['kind'] {
  if (type === 'time') return edtf ? 'time of a day' : 'time of no day'
  if (rule.startsWith('some such weekday')) return 'any weekday'
  return type === 'date' && rule.startsWith('the time of writing') ? 'now' : type
}

function scoreFinder(part: string, set: MarkedSet, find: Finder, report?: (line: string) => void): Row[] {
  const {on, texts, unmarked = [], edges = (_text, span) => span} = set
  const exact: Count[] = []
  const overlap: Count[] = []
  const value: Count[] = []
  const both: Count[] = []
  for (const {id, text, published, wanted} of texts) {
    const found = find(text, published)
      .filter(({kind}) => !unmarked.includes(kind))
      .map(date => ({...date, ...edges(text, date)}))
    const pairs = pairByOverlap(wanted, found)
    const valued = pairs.filter(([want]) => 0 < want.values.length)
    const right = valued.filter(hasSameValue).length
    const [foundCount, wantedCount] = [found.length, wanted.length]
    exact.push({hits: pairs.filter(hasSameWords).length, found: foundCount, wanted: wantedCount})
    overlap.push({hits: pairs.length, found: foundCount, wanted: wantedCount})
    value.push({hits: right, found: valued.length, wanted: valued.length})
    // Where the words are right and no value is marked, there is none to be right or wrong.
    const valueless = pairs.length - valued.length
    const wantedValues = wanted.filter(want => 0 < want.values.length).length
    both.push({hits: right, found: foundCount - valueless, wanted: wantedValues})
    if (report) reportMisses({on, id, text, published: published ?? '-', wanted, found, pairs}, report)
  }
  return [
    rowOf(part, on, 'words exactly', exact),
    rowOf(part, on, 'words overlap', overlap),
    rowOf(part, on, 'value where words overlap', value),
    rowOf(part, on, 'words overlap and value', both)
  ]
}

function rowOf(part: string, on: string, figure: string, counts: readonly Count[]): Row {
  const count = counts.reduce(addCounts, NO_COUNT)
  return {part, on, figure, value: f1(count), interval: f1Interval(counts), count}
}

function hasSameWords([want, date]: readonly [WantedDate, FoundDate]): boolean {
  return want.start === date.start && want.end === date.end
}

function hasSameValue([want, date]: readonly [WantedDate, FoundDate]): boolean {
  return want.values.some(value => date.values.includes(value))
}

function pairByOverlap(
  wanted: readonly WantedDate[],
  found: readonly FoundDate[]
): (readonly [WantedDate, FoundDate])[] {
  const free = new Set(found)
  return wanted.flatMap(want => {
    const candidates = found.filter(date => free.has(date) && overlaps(want, date))
    const match =
      candidates.find(({start, end}) => start === want.start && end === want.end) ??
      candidates.find(({values}) => want.values.some(value => values.includes(value))) ??
      candidates[0]
    if (!match) return []
    free.delete(match)
    return [[want, match] as const]
  })
}

function reportMisses(
  {
    on,
    id,
    text,
    published,
    wanted,
    found,
    pairs
  }: {
    on: string
    id: string
    text: string
    published: string
    wanted: readonly WantedDate[]
    found: readonly FoundDate[]
    pairs: readonly (readonly [WantedDate, FoundDate])[]
  },
  report: (line: string) => void
): void {
  const show = ({start, end}: Span) =>
    `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`.replace(
      /\s+/g,
      ' '
    )
  const say = (kind: string, span: Span, rest: string) =>
    report(`${on} ${kind} ${id} ${published} | ${show(span)} | ${rest}`)
  for (const want of wanted) if (!pairs.some(([other]) => other === want)) say('missing', want, want.values.join(' '))
  for (const date of found)
    if (!pairs.some(([, other]) => other === date)) say('extra', date, `${date.values.join(' ')} ${date.rule}`)
  for (const [want, date] of pairs) {
    if (want.start !== date.start || want.end !== date.end) say('span', want, text.slice(date.start, date.end))
    if (0 < want.values.length && !want.values.some(value => date.values.includes(value)))
      say('value', want, `${want.values.join(' ')} read as ${date.values.join(' ')} ${date.rule}`)
  }
}

function scoreGold(folder: string, models: Models, report?: (line: string) => void): Row[] {
  const ours = readGold(folder).flatMap(article => {
    const dates = findOurs(article.text, article.published, models)
    const measured = countDates(article, {dates} as unknown as Reading)
    for (const {misses} of measured) for (const miss of misses) report?.(`gold ${article.name.slice(0, 2)} ${miss}`)
    return measured.map(({figure, count}) => ({part: 'dates', figure, count}))
  })
  const chronos = readGold(folder).flatMap(article => {
    const dates = findChronoDates(article.text, article.published)
    return countDates(article, {dates} as unknown as Reading).map(({figure, count}) => ({
      part: 'dates chrono',
      figure,
      count
    }))
  })
  return [...Map.groupBy([...ours, ...chronos], ({part, figure}) => `${part} ${figure}`).values()].map(entries => {
    const {part, figure} = entries[0]!
    return rowOf(
      part,
      'gold',
      figure,
      entries.map(({count}) => count)
    )
  })
}
