import {existsSync, readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import type {Span} from '../src/text/span.ts'

/** One text with the dates its annotators marked. */
export interface MarkedText {
  readonly id: string
  readonly text: string
  readonly published?: string
  readonly wanted: readonly WantedDate[]
}

export interface WantedDate extends Span {
  /** TIMEX3-like values that are right; none where only the words are marked. */
  readonly values: readonly string[]
}

/**
 * News of the AQUAINT part of TempEval-3. The name of the document's own date is not in the text that is read. The two ends of
 * a range are marked apart there; a range is one date here, with the word that opens it, so they are taken together.
 */
export function readTimeml(file: string): MarkedText[] {
  return readLines(file)
    .filter(line => line !== '')
    .map(line => {
      const {id, dct, text, timex3} = JSON.parse(line)
      const wanted = (timex3 as {start: number; end: number; value: string}[]).map(({start, end, value}) => ({
        start,
        end,
        values: [value]
      }))
      return {id, text, published: String(dct).slice(0, 10), wanted: joinRanges(text, wanted)}
    })
}

/**
 * Cases of Recognizers-Text that go end to end as it comes (its special modes expect other things), in news form.
 *
 * There "from", "since", "starting", "or after" and "or later" are part of the expression, since its range is; as in TimeML
 * they are not here, where a date is the day it names, so they are left out. Time zones are expressions of their own there.
 * An expression whose words stand nowhere in the text cannot be found.
 */
export function readRecognizers(file: string): MarkedText[] {
  return readLines(file)
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
    .filter(({spec}) => ['DateTimeModel', 'MergedExtractor', 'MergedParser'].includes(spec))
    .map(({text, reference, expected, spec}, index) => ({
      id: `${spec}:${index}`,
      text,
      ...(reference && {published: String(reference).slice(0, 10)}),
      wanted: (expected as RecognizersDate[])
        .filter(({start, type}) => start !== null && type !== 'timezone')
        .map(({start, end, timex}) => ({
          ...withoutSignal(text, {start: start!, end}),
          values: timex ? [timex.replace(/,P[^,()]*\)$/, ')')] : []
        }))
    }))
}

interface RecognizersDate {
  readonly start: number | null
  readonly end: number
  readonly timex: string | null
  readonly type: string
}

const SIGNAL =
  /^(?:(?:(?:from|between|since|after|before|until|till|by|in|on|at|for|during|around|about|circa|within|through|the|or|starting|beginning|ending|with|prior to|advance of|equal to|as (?:early|late) as|(?:no )?(?:later|earlier|sooner) than)\s+|[<>]\s*=?\s*|=\s*))+/i
/** What stands behind a date to compare with it, and time zones. */
const TRAILING =
  /\s+(?:(?:or|and) (?:later|after|before|earlier|greater)|[A-Z]{1,3}T|GMT|UTC|(?:mountain|pacific|eastern|central) time\w*)$/i

/** The words of a date without the signals and the article before them, and what compares or shifts it behind them. */
export function withoutSignal(text: string, {start, end}: Span): Span {
  const words = text.slice(start, end)
  const signal = SIGNAL.exec(words)?.[0] ?? ''
  const trailing = TRAILING.exec(words)?.[0] ?? ''
  return signal.length + trailing.length < end - start
    ? {start: start + signal.length, end: end - trailing.length}
    : {start, end}
}

/**
 * GUM's `<date>` elements: words as printed with their values, one text a document, published when it says it was made.
 *
 * GUM marks the two ends of a range apart ("<date>1704</date> – <date>1787</date>"); a range is one date here, so they are
 * taken together, and so are decades that touch ("the 1950s and 1960s"). Of the centuries, decades and seasons with an article
 * in its training part 28 are marked with it and 30 without: articles and prepositions do not count.
 */
export function readGum(file: string): MarkedText[] {
  const texts: MarkedText[] = []
  let draft = newGumDraft()
  for (const line of readLines(file)) {
    if (line.startsWith('# newdoc id')) {
      if (draft.text !== '') texts.push(draft)
      draft = {...newGumDraft(), id: line.split('= ')[1]!}
    } else if (line.startsWith('# meta::dateCreated')) draft.published = line.split('= ')[1]!
    else if (line.startsWith('# sent_id')) draft.coveredTo = 0
    else if (line.startsWith('# newpar')) draft.text += draft.text === '' ? '' : '\n\n'
    else if (/^\d+(-\d+)?\t/.test(line)) pushGumWord(draft, line.split('\t'))
  }
  if (draft.text !== '') texts.push(draft)
  return texts.map(({wanted, ...rest}) => ({
    ...rest,
    wanted: joinRanges(rest.text, wanted).map(date => ({...date, ...withoutSignal(rest.text, date)}))
  }))
}

function joinRanges(text: string, wanted: readonly WantedDate[]): WantedDate[] {
  const joined: WantedDate[] = []
  for (const date of wanted) {
    const from = joined.at(-1)
    const between = text.slice(from?.end, date.start)
    if (
      from &&
      (isJoint(text.slice(Math.max(0, from.start - 8), from.start), between) || areDecades(from, between, date))
    )
      joined[joined.length - 1] = rangeOf(text, from, date)
    else joined.push(date)
  }
  return joined
}

/** The word that opens a range is of it. */
const OPENER = /\b(?:from|between) (?:the )?$/i

function isJoint(before: string, between: string): boolean {
  if (/between (?:the )?$/i.test(before)) return /^\s*(?:and|-|–)\s*$/.test(between)
  return /^\s*(?:-|–|—|to|until|till|through)\s*$/.test(between)
}

/** "the 1950s and 1960s", "the 1950s and early 1960s": a decade and the next one. */
function areDecades(from: WantedDate, between: string, to: WantedDate): boolean {
  const decadeOf = ({values: [value]}: WantedDate) =>
    /^\d{3}(?:X$|0(?:-01-01)?\/\d{4})/.test(value ?? '') ? 10 * Number(value!.slice(0, 3)) : Number.NaN
  return /^\s*and (?:the )?(?:early )?$/.test(between) && decadeOf(to) - decadeOf(from) === 10
}

function rangeOf(
  text: string,
  {start: named, values: [from]}: WantedDate,
  {end, values: [to]}: WantedDate
): WantedDate {
  const start = named - (OPENER.exec(text.slice(Math.max(0, named - 12), named))?.[0].length ?? 0)
  return {start, end, values: from && to ? [`${from.split('/')[0]}/${to.split('/').at(-1)}`] : []}
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

function readLines(file: string): string[] {
  return existsSync(file) ? gunzipSync(readFileSync(file)).toString('utf8').split('\n') : []
}

/** `when`, or `from` with `to`; a date without a year (`--03`) is no value to compare. */
function gumValues(attributes: string): string[] {
  const read = (name: string) => new RegExp(`${name}:::"([^"]*)"`).exec(attributes)?.[1]
  const when = read('when') ?? read('notBefore') ?? read('notAfter')
  const [from, to] = [read('from'), read('to')]
  const value = when ?? (from && to ? `${from}/${to}` : from)
  // Some months and days are written with one figure there: "1830-1-1".
  return value && /^\d/.test(value) ? [value.replace(/-(\d)(?!\d)/g, '-0$1')] : []
}
