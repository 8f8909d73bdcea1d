import {join} from 'node:path'
import * as chrono from 'chrono-node'
import type {DateExpression} from '../src/language/analysis.ts'
import {findDates} from '../src/language/dates.ts'
import type {Models} from '../src/language/models.ts'
import {tag} from '../src/language/tag.ts'
import {findWords} from '../src/language/words.ts'
import {loadModels} from '../src/models.ts'
import type {Reading} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {type MarkedText, readGum, readRecognizers, readTimeml, type WantedDate} from './date-corpora.ts'
import {GOLD_FOLDER, readGold} from './gold.ts'
import {countDates} from './gold-facts.ts'
import {addCounts, type Count, f1, f1Interval, NO_COUNT, type Row} from './scores.ts'
import {timexValues} from './timex.ts'

export const CORPORA_FOLDER = new URL('../../shared/corpora/', import.meta.url).pathname

/** A date as some finder gives it: words, and every TIMEX3 value that stands for it. */
interface FoundDate extends Span {
  readonly values: readonly string[]
  readonly rule: string
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
  const sets: readonly [string, readonly MarkedText[]][] = [
    ['timeml', readTimeml(join(corporaFolder, 'timeml-dev/aquaint.jsonl.gz'))],
    ['recogn.', readRecognizers(join(corporaFolder, 'recognizers-dates/cases.jsonl.gz'))],
    ['gum-dev', readGum(join(corporaFolder, 'gum/dev.conllu.gz'))],
    ['gum-trn', readGum(join(corporaFolder, 'gum/train.conllu.gz'))]
  ]
  const rows = sets
    .filter(([, texts]) => 0 < texts.length)
    .flatMap(([on, texts]) => [
      ...scoreFinder('dates', on, texts, ours, report),
      ...scoreFinder('dates chrono', on, texts, findChronos)
    ])
  return [...rows, ...scoreGold(goldFolder, models, report)]
}

/** Dates need words and tags, not trees. */
function findOurs(text: string, published: string | undefined, models: Models): DateExpression[] {
  return findDates(tag(findWords(text), models), published === undefined ? {} : {published})
}

function foundOf(date: DateExpression): FoundDate {
  const {start, end, edtf, duration, rule} = date
  return {start, end, values: timexValues(date), rule: `${edtf ?? duration ?? '-'} ${rule}`}
}

function findChronos(text: string, published: string | undefined): FoundDate[] {
  const reference = published ? new Date(`${published.slice(0, 10)}T12:00:00`) : new Date('2016-11-07T12:00:00')
  return chrono.parse(text, reference).map(({index, text: words, start}) => {
    const parts = ['year', 'month', 'day'] as const
    const known = parts.slice(
      0,
      start.isCertain('day') || start.isCertain('weekday') ? 3 : start.isCertain('month') ? 2 : 1
    )
    const value = known.map(part => String(start.get(part)).padStart(part === 'year' ? 4 : 2, '0')).join('-')
    return {start: index, end: index + words.length, values: [value], rule: 'chrono'}
  })
}

function scoreFinder(
  part: string,
  on: string,
  texts: readonly MarkedText[],
  find: Finder,
  report?: (line: string) => void
): Row[] {
  const strict: Count[] = []
  const relaxed: Count[] = []
  let valued = 0
  let right = 0
  for (const {id, text, published, wanted} of texts) {
    const found = find(text, published)
    const pairs = pairByOverlap(wanted, found)
    strict.push({
      hits: pairs.filter(([want, date]) => want.start === date.start && want.end === date.end).length,
      found: found.length,
      wanted: wanted.length
    })
    relaxed.push({hits: pairs.length, found: found.length, wanted: wanted.length})
    const withValue = pairs.filter(([want]) => 0 < want.values.length)
    const correct = withValue.filter(([want, date]) => want.values.some(value => date.values.includes(value)))
    valued += withValue.length
    right += correct.length
    if (report) reportMisses({on, id, text, published: published ?? '-', wanted, found, pairs}, report)
  }
  const total = (counts: readonly Count[]) => counts.reduce(addCounts, NO_COUNT)
  const rows: Row[] = [
    {part, on, figure: 'words exactly', value: f1(total(strict)), interval: f1Interval(strict), count: total(strict)},
    {part, on, figure: 'words overlap', value: f1(total(relaxed)), interval: f1Interval(relaxed), count: total(relaxed)}
  ]
  const count = {hits: right, found: valued, wanted: valued}
  return valued === 0 ? rows : [...rows, {part, on, figure: 'value where words overlap', value: f1(count), count}]
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
    const dates = findChronos(article.text, article.published).map(({start, end, values}) => ({
      start,
      end,
      type: 'date',
      edtf: values[0]
    }))
    return countDates(article, {dates} as unknown as Reading).map(({figure, count}) => ({
      part: 'dates chrono',
      figure,
      count
    }))
  })
  return [...Map.groupBy([...ours, ...chronos], ({part, figure}) => `${part} ${figure}`).values()].map(entries => {
    const {part, figure} = entries[0]!
    const counts = entries.map(({count}) => count)
    const count = counts.reduce(addCounts, NO_COUNT)
    return {part, on: 'gold', figure, value: f1(count), interval: f1Interval(counts), count}
  })
}
