import {type RawBuilder, sql} from 'kysely'
import type {ClaimKind} from '../../reading/claim.ts'
import {CLAIM_KINDS} from '../claims-of.ts'
import type {
  FoundSubject,
  IdentityConflict,
  IdentityIndex,
  PageOf,
  Proposal,
  ProposalQuery,
  Subject,
  SubjectBearer,
  SubjectClaimQuery,
  SubjectQuery
} from '../identity/identity-index.ts'
import {pageLimit, readCursor, writeCursor} from '../page-cursor.ts'
import type {ClaimPart, Page, StoredClaim} from '../store.ts'
import {claimsAt} from './claims-at.ts'
import {findAppellations} from './find-appellations.ts'
import {summariesOf} from './find-documents.ts'
import {readAddress} from './find-entities.ts'
import {findProposals} from './find-proposals.ts'
import {identityConflicts} from './identity-conflicts.ts'
import {isOfSenses, sensesOfSubject, subjectOf} from './identity-lookup.ts'
import {showSubject} from './show-subject.ts'
import type {InProject} from './tables.ts'

/** Who is whom, out of SQLite. */
export class SqliteIdentity implements IdentityIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  async find(words: string, {kinds, limit}: SubjectQuery = {}): Promise<FoundSubject[]> {
    const asked = words.trim()
    const exact = await this.subject(asked)
    if (exact) return [{...exact, match: 1, reasons: ['this address']}]
    const count = Math.min(pageLimit(limit, {fallback: 20}), 100)
    const found = new Map<number, {match: number; reasons: readonly string[]}>()
    for (const {appellation, score, reasons} of await findAppellations(this.#scope, asked))
      for (const subject of await this.#subjectsCalled(appellation))
        if ((found.get(subject)?.match ?? 0) < score) found.set(subject, {match: score, reasons})
    const ranked = [...found].sort(([, a], [, b]) => b.match - a.match).slice(0, count * 2)
    const shown = await Promise.all(
      ranked.map(async ([subject, match]) => ({subject: await showSubject(this.#scope, subject), match}))
    )
    return shown
      .flatMap(({subject, match}) => (subject ? [{...subject, ...match}] : []))
      .filter(({kind}) => kinds === undefined || kinds.includes(kind))
      .sort((a, b) => b.match - a.match || b.documentCount - a.documentCount || (a.address < b.address ? -1 : 1))
      .slice(0, count)
  }

  async subject(address: string): Promise<Subject | undefined> {
    const subject = await this.#subjectAt(address)
    return subject === undefined ? undefined : showSubject(this.#scope, subject)
  }

  async bearers(address: string, {limit, cursor}: PageOf = {}): Promise<Page<SubjectBearer>> {
    const count = pageLimit(limit)
    const senses = await this.#sensesAt(address)
    if (senses.length === 0) return {items: []}
    const [doc, entity] = cursor === undefined ? [Number.MAX_SAFE_INTEGER, 0] : readCursor(cursor)
    const {rows} = await sql<BearerRow>`
      select bearer.doc, bearer.entity, bearer.mention_count, effect.document, entity.name, bearer.rowid_order
      from (select project, doc, entity, mention_count, row_number() over (partition by doc order by entity) as rowid_order
        from bearer where project = ${this.#scope.project} and sense in (${sql.join(senses.map(({id}) => id))}) and doc <= ${doc}) as bearer
      join effect on effect.project = bearer.project and effect.doc = bearer.doc
      left join entity on entity.project = effect.project and entity.run = effect.run and entity.id = bearer.entity
      where (bearer.doc, -bearer.rowid_order) < (${doc}, ${-(entity ?? 0)})
      order by bearer.doc desc, bearer.rowid_order limit ${count + 1}`.execute(this.#scope.db)
    const shown = rows.slice(0, count)
    const summaries = await summariesOf(
      this.#scope,
      shown.map(row => row.document)
    )
    const items = shown.map(row => ({
      address: `${row.document}:${row.entity}`,
      name: row.name ?? row.entity,
      document: summaries.get(row.document)!,
      mentionCount: row.mention_count
    }))
    const last = shown.at(-1)
    return rows.length > count ? {items, cursor: writeCursor(last!.doc, last!.rowid_order)} : {items}
  }

  async claims(address: string, query: SubjectClaimQuery = {}): Promise<Page<StoredClaim>> {
    const count = pageLimit(query.limit)
    const senses = await this.#sensesAt(address)
    if (senses.length === 0) return {items: []}
    const kinds: readonly ClaimKind[] = query.kinds ?? CLAIM_KINDS
    const [doc = 0, position = 0] = query.cursor === undefined ? [] : readCursor(query.cursor)
    const after = query.cursor === undefined ? sql`1` : sql`(-place.doc, place.position) > (${-doc}, ${position})`
    const isBefore = query.cursor === undefined ? sql`1` : sql`place.doc <= ${doc}`
    const arms: RawBuilder<unknown>[] = []
    for (const appellation of new Set(senses.map(sense => sense.appellation)))
      for (const kind of kinds)
        for (const part of query.parts ?? PARTS)
          arms.push(sql`select * from (
            select place.doc, place.position from appellation_claim as place
            where place.project = ${this.#scope.project} and place.appellation = ${appellation} and place.kind = ${kind}
              and place.part = ${part} and ${isBefore} and ${after} and ${isOfSenses(senses, {doc: 'place.doc', entity: 'place.entity'})}
            order by place.doc desc, place.position limit ${count + 1})`)
    const places = await this.#mergePlaces(arms, count + 1)
    const items = await claimsAt(this.#scope, places.slice(0, count))
    const last = places[count - 1]
    return places.length > count ? {items, cursor: writeCursor(last!.doc, last!.position)} : {items}
  }

  proposals(query: ProposalQuery = {}): Promise<Proposal[]> {
    return findProposals(this.#scope, query)
  }

  conflicts(): Promise<IdentityConflict[]> {
    return identityConflicts(this.#scope)
  }

  async #subjectAt(address: string): Promise<number | undefined> {
    const parts = readAddress(address)
    return parts && subjectOf(this.#scope, parts.document, parts.entity)
  }

  async #sensesAt(address: string) {
    const subject = await this.#subjectAt(address)
    return subject === undefined ? [] : sensesOfSubject(this.#scope, subject)
  }

  async #subjectsCalled(appellation: number): Promise<number[]> {
    const rows = await this.#scope.db
      .selectFrom('sense')
      .select('subject')
      .distinct()
      .where('project', '=', this.#scope.project)
      .where('appellation', '=', appellation)
      .limit(100)
      .execute()
    return rows.map(({subject}) => subject)
  }

  /** SQLite takes 500 terms in one compound at most. */
  async #mergePlaces(arms: readonly RawBuilder<unknown>[], count: number): Promise<{doc: number; position: number}[]> {
    const places = new Map<string, {doc: number; position: number}>()
    for (let start = 0; start < arms.length; start += ARMS_MAX) {
      const {rows} = await sql<{doc: number; position: number}>`
        ${sql.join(arms.slice(start, start + ARMS_MAX), sql` union `)}`.execute(this.#scope.db)
      for (const row of rows) places.set(`${row.doc} ${row.position}`, row)
    }
    return [...places.values()].sort((a, b) => b.doc - a.doc || a.position - b.position).slice(0, count)
  }
}

const ARMS_MAX = 400

/** Every part but that of a voice: an outlet is a voice of all that it prints. */
const PARTS: readonly ClaimPart[] = [
  'speaker',
  'person',
  'organisation',
  'from',
  'to',
  'production',
  'producer',
  'participant',
  'place',
  'assessor'
]

interface BearerRow {
  readonly doc: number
  readonly entity: string
  readonly mention_count: number
  readonly document: string
  readonly name: string | null
  readonly rowid_order: number
}
