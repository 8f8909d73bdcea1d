import type {NewsDigest, SinceQuery} from '../record/compare/news-index.ts'
import type {Store} from '../record/store.ts'
import {CommandFailure, ExitCode} from './exit-code.ts'
import {findOne, withRecord} from './judging.ts'
import {marksOf} from './marks-of.ts'
import {claimsIn, showDigest, showNewsOf} from './page/news-page.ts'
import {quoted} from './page/safe-text.ts'
import type {RecordOption} from './record-path.ts'
import type {Terminal} from './terminal.ts'

export interface NewsOptions extends RecordOption {
  readonly since?: string
  readonly limit: number
  readonly all?: boolean
  readonly json?: boolean
}

/** What one document brought, or all that were saved since. */
export async function news(words: string, options: NewsOptions, terminal: Terminal): Promise<ExitCode> {
  if ((words === '') === (options.since === undefined))
    throw new CommandFailure(ExitCode.usage, 'Cannot tell what is new: name a document, or say --since when')
  return withRecord(options, async store =>
    options.since === undefined
      ? newsOfOne(store, words, options, terminal)
      : newsSince(store, sinceQuery(options.since, options.limit, new Date()), options, terminal)
  )
}

async function newsOfOne(store: Store, words: string, {all, json}: NewsOptions, {page, writeJson}: Terminal) {
  const {id} = await findOne(store, words, ['document'], {verb: 'tell what is new in', page})
  const found = await store.news.ofDocument(id)
  if (!found) return ExitCode.notFound
  if (json) writeJson(found)
  else showNewsOf(page, found, {withRepeats: all ?? false, marks: await marksOf(store, claimsIn([found]))})
  return ExitCode.done
}

async function newsSince(store: Store, query: SinceQuery, {all, json}: NewsOptions, terminal: Terminal) {
  const digest = await store.news.since(query)
  if (json) writeDigest(digest, terminal)
  else if (digest.documents.length > 0) {
    const marks = await marksOf(store, claimsIn(digest.documents))
    showDigest(terminal.page, digest, {withRepeats: all ?? false, marks})
  }
  if (digest.documents.length === 0) terminal.notes.line(['Nothing was saved since'])
  return digest.documents.length > 0 ? ExitCode.done : ExitCode.notFound
}

/** A line a document, as they may be many. */
function writeDigest({documents}: NewsDigest, {writeJson}: Terminal): void {
  for (const document of documents) writeJson(document)
}

const DAY_MS = 86_400_000
const UNIT_DAYS: Readonly<Record<string, number>> = {hour: 1 / 24, day: 1, week: 7, month: 31, year: 366}

/** `2016-12-31`, a time, a place of the log, or "7 days" before `now`. */
export function sinceQuery(words: string, limit: number, now: Date): SinceQuery {
  const asked = words.trim()
  if (/^\d{1,15}$/.test(asked)) return {place: Number(asked), limit}
  const [, count, unit] = /^(\d{1,5}) ?(hour|day|week|month|year)s?$/.exec(asked) ?? []
  if (count && unit)
    return {time: new Date(now.getTime() - Number(count) * UNIT_DAYS[unit]! * DAY_MS).toISOString(), limit}
  const time = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?$/.test(asked) ? Date.parse(asked) : Number.NaN
  if (Number.isNaN(time))
    throw new CommandFailure(
      ExitCode.usage,
      `Cannot use --since ${quoted(words)}: write a day such as 2016-12-31, "7 days", or a place of the log such as 120`
    )
  return {time: new Date(time).toISOString(), limit}
}
