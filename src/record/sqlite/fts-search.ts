import {type RawBuilder, sql} from 'kysely'
import {foldName} from '../fold-name.ts'
import {pageLimit} from '../page-cursor.ts'
import type {SearchHit, SearchIndex, SearchOptions, SearchResults} from '../search.ts'
import {readSearchQuery, type SearchQuery, type SearchTerm, showSearchQuery} from '../search-query.ts'
import {deriveProject} from './derive-document.ts'
import {summariesOf} from './find-documents.ts'
import {readAddress} from './find-entities.ts'
import {MatchMarker} from './match-marker.ts'
import type {InProject, Tables} from './tables.ts'
import {wordsInContext} from './words-in-context.ts'

/** More matches than this are not ranked: ranking a million took over a second, during which everyone else waits. */
const RANKED_MAX = 20_000

const LIMITS = {fallback: 20, max: 200}

/** A match in a claim's own words counts more than one in the names it goes by. */
const RANK = sql<number>`-bm25(search_words, 1.0, 0.6)`

/** A claim before the passage it stands in: it says who spoke. */
const CLAIM_WEIGHT = 1.5

/** Full text search by SQLite's FTS5. */
export class FtsSearch implements SearchIndex {
  readonly #scope: InProject
  readonly #rankedMax: number
  readonly #marker = new MatchMarker()

  constructor(scope: InProject, {rankedMax = RANKED_MAX} = {}) {
    this.#scope = scope
    this.#rankedMax = rankedMax
  }

  async find(words: string, options: SearchOptions = {}): Promise<SearchResults> {
    const query = readSearchQuery(words)
    const understood = showSearchQuery(query)
    if (query.all.length === 0) return {hits: [], isCapped: false, hasMore: false, understood}
    const match = matchExpression(query)
    const limit = pageLimit(options.limit, LIMITS)
    const isCapped = await this.#isTooMany(match)
    const rows = await this.#findRows(match, options, {limit: limit + 1, isCapped})
    const hits = await this.#showRows(match, rows.slice(0, limit))
    return {hits, isCapped, hasMore: rows.length > limit, understood}
  }

  async rebuild(): Promise<void> {
    const {db, project} = this.#scope
    await db.transaction().execute(trx => deriveProject(trx, project))
  }

  async #isTooMany(match: string): Promise<boolean> {
    const {rows} = await sql<{count: number}>`
      select count(*) as count from (
        select 1 from search_words where search_words match ${match} limit ${this.#rankedMax + 1})`.execute(
      this.#scope.db
    )
    return rows[0]!.count > this.#rankedMax
  }

  async #findRows(
    match: string,
    options: SearchOptions,
    {limit, isCapped}: {limit: number; isCapped: boolean}
  ): Promise<FoundRow[]> {
    const offset = Math.max(0, Math.trunc(options.offset ?? 0) || 0)
    const wanted = sql.join(conditions(this.#scope, options), sql` and `)
    const {rows} = isCapped
      ? await this.#newestRows(match, wanted, {limit, offset})
      : await sql<FoundRow>`
          select search_row.*, matching.score * iif(search_row.claim is null, 1.0, ${CLAIM_WEIGHT}) as score
          from (select rowid, ${RANK} as score from search_words where search_words match ${match}) as matching
          cross join search_row
          where search_row.id = matching.rowid and ${wanted}
          order by score desc, search_row.id desc limit ${limit} offset ${offset}`.execute(this.#scope.db)
    return rows
  }

  /** The rows come in the order of the inner query, so that it can end as soon as there are enough. */
  async #newestRows(match: string, wanted: RawBuilder<unknown>, {limit, offset}: {limit: number; offset: number}) {
    const {rows} = await sql<FoundRow>`
      select search_row.*
      from (select rowid from search_words where search_words match ${match}
        order by rowid desc limit ${this.#rankedMax}) as matching
      cross join search_row
      where search_row.id = matching.rowid and ${wanted}
      limit ${limit} offset ${offset}`.execute(this.#scope.db)
    return {rows: rows.map((row, index) => ({...row, score: 1 / (1 + offset + index)}))}
  }

  async #wordsOf(rows: readonly FoundRow[]): Promise<Tables['search_words'][]> {
    return this.#scope.db
      .selectFrom('search_words')
      .select(['rowid', 'words', 'names'])
      .where(
        'rowid',
        'in',
        rows.map(({id}) => id)
      )
      .execute()
  }

  async #showRows(match: string, rows: readonly FoundRow[]): Promise<SearchHit[]> {
    if (rows.length === 0) return []
    const summaries = await summariesOf(
      this.#scope,
      rows.map(({document}) => document)
    )
    const marked = this.#marker.mark(match, await this.#wordsOf(rows))
    return rows.flatMap(row => {
      const document = summaries.get(row.document)
      if (!document) return []
      return {
        kind: row.kind,
        ...(row.claim !== null && {claim: row.claim}),
        ...(row.part !== null && {part: row.part}),
        document,
        ...(row.speaker_name !== null && {speaker: row.speaker_name}),
        span: {start: row.start, end: row.end},
        ...wordsInContext(marked.get(row.id) ?? ''),
        score: row.score
      }
    })
  }
}

interface FoundRow {
  readonly id: number
  readonly document: string
  readonly claim: string | null
  readonly kind: SearchHit['kind']
  readonly part: NonNullable<SearchHit['part']> | null
  readonly start: number
  readonly end: number
  readonly speaker_name: string | null
  readonly score: number
}

function conditions({project}: InProject, {kinds, speaker, from, to, document}: SearchOptions): RawBuilder<unknown>[] {
  const wanted = [
    sql`search_row.project = ${project}`,
    sql`not exists (select 1 from forgotten where forgotten.project = search_row.project
      and forgotten.document = search_row.document)`
  ]
  if (kinds) wanted.push(kinds.length > 0 ? sql`search_row.kind in (${sql.join(kinds)})` : sql`false`)
  if (document !== undefined) wanted.push(sql`search_row.document = ${document}`)
  if (from !== undefined) wanted.push(sql`search_row.latest >= ${from}`)
  if (to !== undefined) wanted.push(sql`search_row.earliest <= ${to}`)
  if (speaker !== undefined) wanted.push(isSpokenBy(speaker))
  return wanted
}

/** By the address of an entity, or by any of its names: "Marlow" is enough for Anna Marlow. */
function isSpokenBy(speaker: string): RawBuilder<unknown> {
  const address = readAddress(speaker)
  if (address) return sql`(search_row.document = ${address.document} and search_row.speaker = ${address.entity})`
  const folded = ` ${foldName(speaker)} `
  return sql`exists (select 1 from name where name.project = search_row.project and name.run = search_row.run
      and name.entity = search_row.speaker and instr(' ' || name.folded || ' ', ${folded}) > 0)`
}

/** The query in FTS5's own language. Every term is quoted, so nothing in it can be taken for an operator. */
function matchExpression({all, none}: SearchQuery): string {
  const wanted = all.map(choice => `(${choice.map(quoted).join(' OR ')})`).join(' AND ')
  return none.length > 0 ? `(${wanted}) NOT (${none.map(quoted).join(' OR ')})` : wanted
}

function quoted({words, isPrefix}: SearchTerm): string {
  return `"${words.replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`
}
