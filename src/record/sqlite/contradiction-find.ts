import {type RawBuilder, sql} from 'kysely'
import {compareClaims} from '../compare/compare-claims.ts'
import type {ContradictionKind} from '../compare/comparison.ts'
import type {
  Contradiction,
  ContradictionIndex,
  ContradictionPage,
  ContradictionQuery,
  ContradictionState
} from '../compare/contradiction-index.ts'
import {pageLimit, readCursor, writeCursor} from '../page-cursor.ts'
import type {StoredClaim} from '../store.ts'
import {placeKey} from './claim-keys.ts'
import {claimsAt} from './claims-at.ts'
import {readAddress} from './find-entities.ts'
import {subjectOf} from './identity-lookup.ts'
import {
  type JoinedContradictions,
  joinedAnywhere,
  joinedInDocument,
  joinedOfSubject,
  joinedWithId
} from './joined-contradictions.ts'
import {type PlacedTold, toldAt} from './news-told.ts'
import type {InProject, Tables} from './tables.ts'

/** Contradictions, out of SQLite. What is kept goes by names; what is shown, by whom the record takes the names for now. */
export class SqliteContradictions implements ContradictionIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  async find(query: ContradictionQuery = {}): Promise<ContradictionPage> {
    const count = pageLimit(query.limit)
    const subject = await this.#subjectAt(query.subject)
    if (subject === null) return {items: []}
    const joined = await this.#joined(query, subject)
    const items: Contradiction[] = []
    let cursor = query.cursor
    do {
      const limit = count - items.length + 1
      const kept = await this.#rows(query, subject, {limit, cursor})
      const rows = [...kept, ...joined.rows.filter(row => isBehind(row, cursor))].sort(byPlace).slice(0, limit)
      const shown = rows.slice(0, count - items.length)
      items.push(...(await this.#show(shown, subject)))
      const last = shown.at(-1)
      cursor = rows.length > shown.length ? writeCursor(last!.other_doc, last!.rowid) : undefined
    } while (cursor !== undefined && items.length < count)
    return {items, ...(cursor !== undefined && {cursor}), ...(joined.isCapped && {isCapped: true})}
  }

  async get(id: string): Promise<Contradiction | undefined> {
    const {rows} = await sql<Row>`${selectRows} where contradiction.project = ${this.#scope.project}
      and contradiction.id = ${id}`.execute(this.#scope.db)
    if (0 < rows.length) return (await this.#show(rows, undefined))[0]
    const row = await joinedWithId(this.#scope, id)
    return row && (await this.#show(await this.#settled([row]), undefined))[0]
  }

  /** What contradicts only because names were joined, as far as it is asked for. */
  async #joined(
    {document, kinds, states}: ContradictionQuery,
    subject: number | undefined
  ): Promise<{rows: readonly Row[]; isCapped: boolean}> {
    const {rows, isCapped} = await this.#joinedAbout(document, subject)
    const wanted = rows.filter(({kind}) => kinds === undefined || kinds.includes(kind as ContradictionKind))
    const settled = await this.#settled(wanted)
    return {rows: settled.filter(({state}) => states === undefined || states.includes(state)), isCapped}
  }

  #joinedAbout(document: string | undefined, subject: number | undefined): Promise<JoinedContradictions> {
    if (document !== undefined) return joinedInDocument(this.#scope, document)
    return subject === undefined ? joinedAnywhere(this.#scope) : joinedOfSubject(this.#scope, subject)
  }

  /** With what people said of them, in an order that stays. */
  async #settled(rows: JoinedContradictions['rows']): Promise<Row[]> {
    if (rows.length === 0) return []
    const {rows: known} = await sql<Settled & {id: string}>`
      select wanted.value as id, ${STATE} as state, settled."by", settled.at, settled.why
      from json_each(${JSON.stringify(rows.map(({id}) => id))}) as wanted
      left join standing as settled on settled.project = ${this.#scope.project} and ${isNewest(sql`wanted.value`)}`.execute(
      this.#scope.db
    )
    const byId = new Map(known.map(each => [each.id, each]))
    return rows
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map((row, index) => ({
        ...row,
        ...byId.get(row.id)!,
        kind: row.kind as ContradictionKind,
        rowid: JOINED_FROM + index
      }))
  }

  /** Null where the address is nobody's. */
  async #subjectAt(address: string | undefined): Promise<number | undefined | null> {
    if (address === undefined) return undefined
    const parts = readAddress(address)
    return (parts && (await subjectOf(this.#scope, parts.document, parts.entity))) ?? null
  }

  async #rows(
    {document, kinds, states, cursor: first}: ContradictionQuery,
    subject: number | undefined,
    {limit, cursor = first}: {limit: number; cursor: string | undefined}
  ): Promise<Row[]> {
    const {db, project} = this.#scope
    const [doc = 0, rowid = 0] = cursor === undefined ? [] : readCursor(cursor)
    const upTo = cursor === undefined ? Number.MAX_SAFE_INTEGER : doc
    const areAll = document === undefined && kinds === undefined && states === undefined
    const places = {upTo, ...(areAll && {limit})}
    const conditions: RawBuilder<unknown>[] = [
      document === undefined ? sql`1` : inDocument(project, document),
      kinds === undefined ? sql`1` : sql`contradiction.kind in (${sql.join(kinds)})`,
      states === undefined ? sql`1` : sql`${STATE} in (${sql.join(states)})`,
      cursor === undefined ? sql`1` : sql`(-contradiction.other_doc, contradiction.rowid) > (${-doc}, ${rowid})`,
      subject === undefined ? sql`1` : isAboutNames(project, subject, places)
    ]
    const {rows} =
      await sql<Row>`${selectRows} where contradiction.project = ${project} and ${sql.join(conditions, sql` and `)}
      order by contradiction.other_doc desc, contradiction.rowid limit ${limit}`.execute(db)
    return rows
  }

  /** Those that contradict also as the record takes their names now, and, where one is asked for, are about the subject. */
  async #show(rows: readonly Row[], subject: number | undefined): Promise<Contradiction[]> {
    const places = rows.flatMap(row => [earlierOf(row), laterOf(row)])
    const told = await toldAt(this.#scope, places, 'by-subject')
    const held = rows.filter(row => {
      const [one, other] = [earlierOf(row), laterOf(row)].map(place => told.get(placeKey(place)))
      if (!one || !other || compareClaims(one, other)?.contradiction !== row.kind) return false
      return subject === undefined || [one, other].some(each => isAbout(each, subject))
    })
    const claims = await claimsAt(
      this.#scope,
      held.flatMap(row => [earlierOf(row), laterOf(row)])
    )
    return held.map((row, index) => contradictionOf(row, claims[index * 2]!, claims[index * 2 + 1]!))
  }
}

interface Settled {
  readonly state: ContradictionState
  readonly by: string | null
  readonly at: string | null
  readonly why: string | null
}

interface Row extends Omit<Tables['contradiction'], 'project'>, Settled {
  readonly kind: ContradictionKind
  readonly rowid: number
}

/** What is not kept has no row: it comes behind what is kept of the same document. */
const JOINED_FROM = 10 ** 14

/** The newest documents first. */
function byPlace(one: Row, other: Row): number {
  return other.other_doc - one.other_doc || one.rowid - other.rowid
}

function isBehind(row: Row, cursor: string | undefined): boolean {
  if (cursor === undefined) return true
  const [doc = 0, rowid = 0] = readCursor(cursor)
  return row.other_doc < doc || (row.other_doc === doc && rowid < row.rowid)
}

const STATE = sql`coalesce(settled.said ->> 'state', 'open')`

const selectRows = sql`
  select contradiction.*, contradiction.rowid, ${STATE} as state, settled."by", settled.at, settled.why
  from contradiction left join standing as settled on settled.project = contradiction.project
    and ${isNewest(sql.ref('contradiction.id'))}`

/** What was said of this contradiction last. */
function isNewest(id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`settled.kind = 'settle' and settled.about = ${id} and not exists (
    select 1 from standing as newer where newer.project = settled.project and newer.kind = 'settle'
      and newer.about = settled.about and newer.recorded > settled.recorded)`
}

function inDocument(project: string, document: string): RawBuilder<unknown> {
  const doc = sql`(select doc from effect where effect.project = ${project} and effect.document = ${document})`
  return sql`(contradiction.doc = ${doc} or contradiction.other_doc = ${doc})`
}

/**
 * Who bears one of the subject's names has a part in one of the claims. Asked once, not of every contradiction anew; where there are
 * more than `limit` under one name, only of the newest: a page has no room for others.
 */
function isAboutNames(
  project: string,
  subject: number,
  {upTo, limit}: {readonly upTo: number; readonly limit?: number}
): RawBuilder<unknown> {
  const names = sql`(select distinct appellation from sense where project = ${project} and subject = ${subject})`
  const from =
    limit === undefined
      ? sql`0`
      : sql`(
    select coalesce(max((
      select newest.other_doc from contradiction_part as newest
      where newest.project = ${project} and newest.appellation = name.appellation and newest.other_doc < ${upTo}
      order by newest.other_doc desc limit 1 offset ${limit - 1})), 0) from ${names} as name)`
  return sql`contradiction.id in (
    select part.contradiction from ${names} as name
    cross join contradiction_part as part on part.project = ${project} and part.appellation = name.appellation
      and part.other_doc between ${from} and ${upTo})`
}

function isAbout({entities}: PlacedTold, subject: number): boolean {
  return Object.values(entities).some(entity => entity.subject === `s${subject}`)
}

function earlierOf({doc, position}: Row) {
  return {doc, position}
}

function laterOf({other_doc, other_position}: Row) {
  return {doc: other_doc, position: other_position}
}

function contradictionOf(row: Row, earlier: StoredClaim, later: StoredClaim): Contradiction {
  const {id, kind, reason, state, by, at, why} = row
  const settled = by === null || at === null ? undefined : {by, at, ...(why !== null && {why})}
  return {id, kind, reason, state, ...(settled && {settled}), earlier, later}
}
