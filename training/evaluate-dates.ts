import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import * as chrono from 'chrono-node'
import type {DateExpression} from '../src/language/analysis.ts'
import {findDates} from '../src/language/dates.ts'
import type {Models} from '../src/language/models.ts'
import {tag} from '../src/language/tag.ts'
import {findWords} from '../src/language/words.ts'
import {loadModels} from '../src/models.ts'
import type {Reading} from '../src/reading/reading.ts'
import {overlaps, type Span} from '../src/text/span.ts'
import {GOLD_FOLDER, readGold} from './gold.ts'
import {countDates} from './gold-facts.ts'
import {addCounts, type Count, f1, f1Interval, NO_COUNT, type Row} from './scores.ts'
import {timexValues} from './timex.ts'

export const CORPORA_FOLDER = new URL('../../shared/corpora/', import.meta.url).pathname

/** One text with the dates its annotators marked. */
interface MarkedText {
  readonly id: string
  readonly text: string
  readonly published?: string
  /** A sentence is read by itself; its words are given where the corpus has them. */
  readonly wanted: readonly WantedDate[]
}

interface WantedDate extends Span {
  /** TIMEX3-like values that are right; none where only the words are marked. */
  readonly values: readonly string[]
}

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

function readLines(file: string): string[] {
  return existsSync(file) ? gunzipSync(readFileSync(file)).toString('utf8').split('\n') : []
}

/** News of the AQUAINT part of TempEval-3. The name of the document's own date is not in the text that is read. */
function readTimeml(file: string): MarkedText[] {
  return readLines(file)
    .filter(line => line !== '')
    .map(line => {
      const {id, dct, text, timex3} = JSON.parse(line)
      const wanted = (timex3 as {start: number; end: number; value: string}[]).map(({start, end, value}) => ({
        start,
        end,
        values: [value]
      }))
      return {id, text, published: String(dct).slice(0, 10), wanted}
    })
}

/** End-to-end cases of Recognizers-Text that give places; an open place (XXXX) is no value to compare. */
function readRecognizers(file: string): MarkedText[] {
  return readLines(file)
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
    .filter(({spec}) => spec === 'DateTimeModel' || String(spec).startsWith('Merged'))
    .map(({text, reference, expected, spec}, index) => ({
      id: `${spec}:${index}`,
      text,
      ...(reference && {published: String(reference).slice(0, 10)}),
      wanted: (expected as {start: number | null; end: number; timex: string | null}[])
        .filter(({start}) => start !== null)
        .map(({start, end, timex}) => ({
          start: start!,
          end,
          values: timex && !timex.includes('XX') && !timex.startsWith('T') ? [timex] : []
        }))
    }))
}

/** GUM's `<date>` elements: words as printed with their values, one text a document, published when it says it was made. */
function readGum(file: string): MarkedText[] {
  const texts: MarkedText[] = []
  let draft = newGumDraft()
  for (const line of readLines(file)) {
    if (line.startsWith('# newdoc id')) {
      if (draft.text !== '') texts.push(draft)
      draft = {...newGumDraft(), id: line.split('= ')[1]!}
    } else if (line.startsWith('# meta::dateCreated')) draft.published = line.split('= ')[1]!
    else if (line.startsWith('# newpar')) draft.text += draft.text === '' ? '' : '\n\n'
    else if (/^\d+(-\d+)?\t/.test(line)) pushGumWord(draft, line.split('\t'))
  }
  if (draft.text !== '') texts.push(draft)
  return texts
}

interface GumDraft {
  id: string
  text: string
  published: string
  wanted: WantedDate[]
  /** The date element that is open. */
  open: {start: number; values: string[]} | undefined
  /** Words up to this id are parts of one printed word. */
  coveredTo: number
}

function newGumDraft(): GumDraft {
  return {id: '', text: '', published: '', wanted: [], open: undefined, coveredTo: 0}
}

function pushGumWord(draft: GumDraft, columns: readonly string[]): void {
  const [id = '', form = ''] = columns
  const misc = columns[9] ?? ''
  const [from, to] = id.split('-').map(Number)
  if (from === 1) draft.coveredTo = 0
  const opened = /<date([^>]*)>/.exec(misc)
  if (opened) draft.open = {start: draft.text.length, values: gumValues(opened[1]!)}
  if (to !== undefined || draft.coveredTo < from!) {
    draft.text += form
    draft.coveredTo = to ?? from!
    if (draft.open && misc.includes('</date>')) closeGumDate(draft)
    if (!misc.includes('SpaceAfter=No')) draft.text += ' '
  } else if (draft.open && misc.includes('</date>')) closeGumDate(draft)
}

function closeGumDate(draft: GumDraft): void {
  const {start, values} = draft.open!
  const end = draft.text.trimEnd().length
  if (start < end) draft.wanted.push({start, end, values})
  draft.open = undefined
}

/** `when`, or `from` with `to`; a date without a year (`--03`) is no value to compare. */
function gumValues(attributes: string): string[] {
  const read = (name: string) => new RegExp(`${name}:::"([^"]*)"`).exec(attributes)?.[1]
  const when = read('when') ?? read('notBefore') ?? read('notAfter')
  const [from, to] = [read('from'), read('to')]
  const value = when ?? (from && to ? `${from}/${to}` : from)
  return value && /^\d/.test(value) ? [value] : []
}
