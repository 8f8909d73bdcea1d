import {type RawBuilder, sql} from 'kysely'
import {foldName} from '../fold-name.ts'
import {pageLimit} from '../page-cursor.ts'
import type {SearchHit, SearchIndex, SearchOptions, SearchResults} from '../search.ts'
import {readSearchQuery, showSearchQuery} from '../search-query.ts'
import {summariesOf} from './find-documents.ts'
import {readAddress} from './find-entities.ts'
import {MatchMarker} from './match-marker.ts'
import {isMatch, planSearch, type Ranking, SEARCH_LIMITS, type SearchLimits, type SearchPlan} from './search-plan.ts'
import type {InProject, Tables} from './tables.ts'
import {wordsInContext} from './words-in-context.ts'

const LIMITS = {fallback: 20, max: 200}

/** A match in a claim's own words counts more than one in the names it goes by. */
const RANK = sql<number>`-bm25(search_words, 1.0, 0.6)`

/** A claim before the passage it stands in: it says who spoke. */
const CLAIM_WEIGHT = 1.5

/** Full text search by SQLite's FTS5. */
export class FtsSearch implements SearchIndex {
  readonly #scope: InProject
  readonly #limits: SearchLimits
  readonly #marker = new MatchMarker()

  constructor(scope: InProject, limits: SearchLimits = SEARCH_LIMITS) {
    this.#scope = scope
    this.#limits = limits
  }

  async find(words: string, options: SearchOptions = {}): Promise<SearchResults> {
    const query = readSearchQuery(words)
    const understood = showSearchQuery(query)
    if (query.all.length === 0) return {hits: [], isCapped: false, hasMore: false, understood}
    const limit = pageLimit(options.limit, LIMITS)
    const plan = await planSearch(this.#scope, query, options, this.#limits)
    const rows = await this.#findRows(plan, options, limit + 1)
    const hits = await this.#showRows(plan.match, rows.slice(0, limit))
    return {hits, isCapped: plan.isCapped, hasMore: rows.length > limit, understood}
  }

  /** A filter may want only what stands further back: then as many as may be scanned are, the newest first. */
  async #findRows(plan: SearchPlan, options: SearchOptions, limit: number): Promise<FoundRow[]> {
    const offset = Math.max(0, Math.trunc(options.offset ?? 0) || 0)
    const wanted = sql.join(conditions(this.#scope, options), sql` and `)
    const page = {wanted, limit, offset}
    const {ranking} = plan
    if (!ranking || (plan.isCapped && hasFilter(options))) return this.#newestRows(plan, page)
    return this.#bestRows(ranking, page)
  }

  /** Of many matches the rows of the best are looked at first: what they are weighed with seldom lets another pass them. */
  async #bestRows({match, ids, ...within}: Ranking, page: PageOfRows): Promise<FoundRow[]> {
    // A plus keeps SQLite from asking the index once for each of the rows.
    const also = ids ? sql`and +rowid in (select value from json_each(${JSON.stringify(ids)}))` : sql``
    const ranked = sql`select rowid, ${RANK} as score from search_words where ${isMatch(match, within)} ${also}`
    const {rows: best} = await sql<{rowid: number; score: number}>`
      ${ranked} order by score desc limit ${BEST_MAX}`.execute(this.#scope.db)
    const scored = JSON.stringify(best.map(({rowid, score}) => [rowid, score]))
    const rows = await this.#weighedRows(
      sql`select value ->> 0 as rowid, value ->> 1 as score from json_each(${scored})`,
      page
    )
    const beyond = best.length < BEST_MAX ? 0 : best.at(-1)!.score * Math.max(1, CLAIM_WEIGHT)
    const isSure = beyond === 0 || (rows.length === page.limit && beyond < rows.at(-1)!.score)
    return isSure ? rows : this.#weighedRows(ranked, page)
  }

  async #weighedRows(scored: RawBuilder<unknown>, {wanted, limit, offset}: PageOfRows): Promise<FoundRow[]> {
    const {rows} = await sql<FoundRow>`
      select search_row.*, matching.score * iif(search_row.claim is null, 1.0, ${CLAIM_WEIGHT}) as score
      from (${scored}) as matching
      cross join search_row
      where search_row.id = matching.rowid and ${wanted}
      order by score desc, search_row.id desc limit ${limit} offset ${offset}`.execute(this.#scope.db)
    return rows
  }

  /**
   * The rows come in the order of the inner query, so that it can end as soon as there are enough. Backwards FTS5 goes to the
   * very first row before it knows that nothing more matches: where little may, it goes forwards, and the newest are sorted out.
   */
  async #newestRows(plan: SearchPlan, {wanted, limit, offset}: PageOfRows): Promise<FoundRow[]> {
    const matches = sql`select rowid from search_words where ${isMatch(plan.match, plan)}`
    const order = plan.isPlain ? sql`rowid` : sql`+rowid`
    const {rows} = await sql<FoundRow>`
      select search_row.*
      from (select rowid from (${matches}) order by ${order} desc limit ${this.#limits.scanned}) as matching
      cross join search_row
      where search_row.id = matching.rowid and ${wanted}
      limit ${limit} offset ${offset}`.execute(this.#scope.db)
    return rows.map((row, index) => ({...row, score: 1 / (1 + offset + index)}))
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

/** Of so many the rows are read; each is a page of its own in a large record. */
const BEST_MAX = 500

interface PageOfRows {
  readonly wanted: RawBuilder<unknown>
  readonly limit: number
  readonly offset: number
}

function hasFilter({kinds, speaker, from, to}: SearchOptions): boolean {
  return [kinds, speaker, from, to].some(filter => filter !== undefined)
}

/** Hidden documents are not asked about: they have no rows. */
function conditions({project}: InProject, {kinds, speaker, from, to, document}: SearchOptions): RawBuilder<unknown>[] {
  const wanted = [sql`search_row.project = ${project}`]
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
