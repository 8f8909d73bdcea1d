import {type RawBuilder, sql} from 'kysely'
import {foldName} from '../fold-name.ts'
import type {SearchOptions} from '../search.ts'
import type {SearchQuery, SearchTerm} from '../search-query.ts'
import {readAddress} from './find-entities.ts'
import type {InProject} from './tables.ts'

/** How much of the index one search may go through. */
export interface SearchLimits {
  /** Matches that are ranked; of more, the newest. A rank costs half a microsecond and looking at its row another. */
  readonly ranked: number
  /** Matches that are looked through for those a filter wants. */
  readonly scanned: number
  /**
   * A word in more rows than this is broad: to follow it through the index takes over 5 ms, and ranking by it says little. Where
   * every word of a query is broad, only so many of the newest rows are searched.
   */
  readonly broad: number
}

/** Timed on 3.5 million rows: `npm run bench -- record-scale` tells whether they keep a search under 50 ms. */
export const SEARCH_LIMITS: SearchLimits = {ranked: 5_000, scanned: 20_000, broad: 100_000}

/** How a query is put to FTS5 without going through more of its index than the limits allow. */
export interface SearchPlan {
  /** In FTS5's own language. */
  readonly match: string
  /** Only rows after the first and up to the last of these are looked at. */
  readonly after: number
  readonly upTo: number
  /** Whether what matches is all at hand, or may be hard to come by: a phrase, or something without something else. */
  readonly isPlain: boolean
  /** Absent where nothing in the query is narrow: then the newest are as good as any. */
  readonly ranking?: Ranking
  /** Not all that matches is ranked, or not all is even looked at. */
  readonly isCapped: boolean
}

/** What is ranked, and by which words. */
export interface Ranking extends Rows {
  readonly match: string
  /** The rows to rank of those that match; all, where they are not given. */
  readonly ids?: readonly number[]
}

/** Find out how much `query` would match, and what to leave out when that is too much. */
export async function planSearch(
  scope: InProject,
  query: SearchQuery,
  {speaker, document}: Pick<SearchOptions, 'speaker' | 'document'>,
  limits: SearchLimits
): Promise<SearchPlan> {
  const match = matchExpression(query, speaker)
  const of = speaker === undefined ? document : (readAddress(speaker)?.document ?? document)
  const rows = of === undefined ? await allRows(scope) : await rowsOf(scope, of)
  const words = await countWords(scope, query, {rowCount: rows.upTo - rows.after, broadMin: limits.broad})
  const isPlain = query.none.length === 0 && query.all.flat().every(term => wordsOf(term).length === 1)
  const isBounded =
    query.all.some(choice => isNarrow(choice, words)) || (await isRare(scope, spokenBy(speaker), limits))
  if (!isBounded) return {match, after: rows.upTo - limits.broad, upTo: rows.upTo, isPlain, isCapped: true}
  const ids = await newestMatches(scope, match, rows, limits.ranked + 1)
  const isCapped = ids.length > limits.ranked
  const after = isCapped ? ids.pop()! : rows.after
  const ranked = rankExpression(query, words)
  if (ranked === undefined) return {match, ...rows, isPlain, isCapped}
  const isWhole = ranked === match
  return {match, ...rows, isPlain, isCapped, ranking: {match: ranked, ...(!isWhole && {ids}), after, upTo: rows.upTo}}
}

/** The query in FTS5's own language. Every term is quoted, so nothing in it can be taken for an operator. */
function matchExpression({all, none}: SearchQuery, speaker: string | undefined): string {
  const wanted = [...all.map(choiceExpression), ...spokenBy(speaker)].join(' AND ')
  return none.length > 0 ? `(${wanted}) NOT (${none.map(quoted).join(' OR ')})` : wanted
}

function choiceExpression(choice: readonly SearchTerm[]): string {
  return `(${choice.map(quoted).join(' OR ')})`
}

function quoted({words, isPrefix}: SearchTerm): string {
  return `"${words.replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`
}

/** The names of who speaks are in the index: so few rows are left to look at. */
function spokenBy(speaker: string | undefined): string[] {
  if (speaker === undefined || readAddress(speaker)) return []
  const folded = foldName(speaker)
  return folded === '' ? [] : [`names : "${folded}"`]
}

interface Rows {
  readonly after: number
  readonly upTo: number
}

async function allRows({db}: InProject): Promise<Rows> {
  const {rows} = await sql<{last: number | null}>`select max(id) as last from search_row`.execute(db)
  return {after: 0, upTo: rows[0]?.last ?? 0}
}

/** The rows of a document stand together: they are added at once. */
async function rowsOf({db, project}: InProject, document: string): Promise<Rows> {
  const {rows} = await sql<{first: number | null; last: number | null}>`
    select min(id) as first, max(id) as last from search_row
    where project = ${project} and document = ${document}`.execute(db)
  const {first, last} = rows[0]!
  return first === null || last === null ? {after: 0, upTo: 0} : {after: first - 1, upTo: last}
}

/** More words than these are not counted, or that would take longer than the search: the longest are the rare ones. */
const WORDS_COUNTED_MAX = 4

interface CountedWords {
  /** Those in few rows, in FTS5's own language. */
  readonly narrow: ReadonlySet<string>
}

async function countWords(
  scope: InProject,
  {all}: SearchQuery,
  {rowCount, broadMin}: {readonly rowCount: number; readonly broadMin: number}
): Promise<CountedWords> {
  const words = [...new Set(all.flat().flatMap(wordsOf).map(quoted))]
  if (rowCount <= broadMin) return {narrow: new Set(words)}
  const narrow = new Set<string>()
  const longest = words.toSorted((one, other) => other.length - one.length)
  for (const word of longest.slice(0, WORDS_COUNTED_MAX))
    if ((await matchCount(scope, word, broadMin + 1)) <= broadMin) narrow.add(word)
  return {narrow}
}

/** FTS5 goes through no more rows than the rarest word of each term has. */
function isNarrow(choice: readonly SearchTerm[], {narrow}: CountedWords): boolean {
  return choice.every(term => wordsOf(term).some(word => narrow.has(quoted(word))))
}

async function isRare(scope: InProject, matches: readonly string[], {broad}: SearchLimits): Promise<boolean> {
  for (const match of matches) if ((await matchCount(scope, match, broad + 1)) <= broad) return true
  return false
}

function wordsOf({words, isPrefix}: SearchTerm): SearchTerm[] {
  const found = words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return found.map((word, index) => ({words: word, isPrefix: isPrefix && index === found.length - 1}))
}

async function matchCount({db}: InProject, match: string, most: number): Promise<number> {
  const {rows} = await sql<{count: number}>`
    select count(*) as count from (select 1 from search_words where search_words match ${match} limit ${most})`.execute(
    db
  )
  return rows[0]!.count
}

async function newestMatches({db}: InProject, match: string, within: Rows, most: number): Promise<number[]> {
  const {rows} = await sql<{id: number}>`
    select rowid as id from search_words where ${isMatch(match, within)} order by rowid desc limit ${most}`.execute(db)
  return rows.map(({id}) => id)
}

/** The narrow words alone: what a phrase adds to them is settled, and a broad word tells hardly any row from another. */
function rankExpression({all}: SearchQuery, {narrow}: CountedWords): string | undefined {
  const choices = all.flatMap(choice => {
    const terms = choice.map(term =>
      wordsOf(term)
        .map(quoted)
        .filter(word => narrow.has(word))
    )
    return terms.every(words => words.length > 0) ? [`(${terms.map(words => words.join(' AND ')).join(' OR ')})`] : []
  })
  return choices.length > 0 ? choices.join(' AND ') : undefined
}

/**
 * The condition that a row of the index matches and stands between these. FTS5 begins and ends there only when it is given
 * whole numbers, and Node binds every number as a real one.
 */
export function isMatch(match: string, {after, upTo}: Rows): RawBuilder<boolean> {
  return sql<boolean>`search_words match ${match}
    and rowid > cast(${after} as integer) and rowid <= cast(${upTo} as integer)`
}
