import {type RawBuilder, sql} from 'kysely'
import type {ClaimKind} from '../../reading/claim.ts'
import {CLAIM_KINDS} from '../claims-of.ts'
import {foldName} from '../fold-name.ts'
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
import type {InProject, Tables} from './tables.ts'

/** Who is whom, out of SQLite. */
export class SqliteIdentity implements IdentityIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  async find(words: string, {kinds, limit}: SubjectQuery = {}): Promise<FoundSubject[]> {
    const asked = words.trim()
    const exact = await this.subject(await this.#wholeAddress(asked))
    if (exact) return [{...exact, match: 1, reasons: ['this address']}]
    const count = Math.min(pageLimit(limit, {fallback: 20}), 100)
    const found = new Map<number, {match: number; reasons: readonly string[]}>()
    for (const {appellation, score, reasons} of await findAppellations(this.#scope, asked))
      for (const subject of await this.#subjectsCalled(appellation))
        if ((found.get(subject)?.match ?? 0) < score) found.set(subject, {match: score, reasons})
    for (const subject of await this.#subjectsAlsoCalled(asked))
      if (!found.has(subject))
        found.set(subject, {match: ALIAS_MATCH, reasons: ['a document gives it as another name']})
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
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : readCursor(cursor)[0]!
    const arms = senses.map(
      ({id}) => sql`select * from (
        select doc, entity, mention_count from bearer
        where project = ${this.#scope.project} and sense = ${id} and doc < ${before} order by doc desc limit ${count + 1})`
    )
    const found = (await this.#askArms<BearerRow>(arms)).sort((a, b) => b.doc - a.doc || (a.entity < b.entity ? -1 : 1))
    const shown = wholeDocuments(found, count)
    const named = await this.#nameBearers(shown)
    const summaries = await summariesOf(
      this.#scope,
      named.map(({document}) => document)
    )
    const items = named.map(({document, entity, name, mentionCount}) => ({
      address: `${document}:${entity}`,
      name,
      document: summaries.get(document)!,
      mentionCount
    }))
    return found.length > shown.length ? {items, cursor: writeCursor(shown.at(-1)!.doc)} : {items}
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

  /** An address as pages print it, with the first characters of its document's id alone. */
  async #wholeAddress(words: string): Promise<string> {
    const [, start, entity] = /^(doc-[0-9a-f]{4,23}):([ejm][0-9a-f_]+)$/.exec(words) ?? []
    if (start === undefined) return words
    const {rows} = await sql<{document: string}>`
      select document from effect where project = ${this.#scope.project}
        and document >= ${start} and document < ${`${start}g`} limit 2`.execute(this.#scope.db)
    return rows.length === 1 ? `${rows[0]!.document}:${entity}` : words
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

  async #subjectsAlsoCalled(words: string): Promise<number[]> {
    const {rows} = await sql<{subject: number}>`
      select distinct sense.subject from sense_feature indexed by sense_feature_alias
      cross join sense on sense.id = sense_feature.sense
      where sense_feature.project = ${this.#scope.project} and sense_feature.feature = ${`alias:${foldName(words)}`}
        and sense_feature.feature >= 'alias:' and sense_feature.feature < 'alias;' limit 100`.execute(this.#scope.db)
    return rows.map(({subject}) => subject)
  }

  async #nameBearers(rows: readonly BearerRow[]) {
    const places = JSON.stringify(rows.map(({doc, entity}) => [doc, entity]))
    const {rows: named} = await sql<{doc: number; entity: string; document: string; name: string | null}>`
      select effect.doc, place.value ->> 1 as entity, effect.document, coalesce(entity.name, added.name) as name
      from json_each(${places}) as place
      cross join effect on effect.project = ${this.#scope.project} and effect.doc = place.value ->> 0
      left join entity on entity.project = effect.project and entity.run = effect.run and entity.id = place.value ->> 1
      left join effect_entity as added on added.project = effect.project and added.doc = effect.doc and added.entity = place.value ->> 1`.execute(
      this.#scope.db
    )
    const byPlace = new Map(named.map(row => [`${row.doc} ${row.entity}`, row]))
    return rows.map(({doc, entity, mention_count}) => {
      const {document, name} = byPlace.get(`${doc} ${entity}`)!
      return {document, entity, name: name ?? entity, mentionCount: mention_count}
    })
  }

  async #mergePlaces(arms: readonly RawBuilder<unknown>[], count: number): Promise<Place[]> {
    const places = new Map((await this.#askArms<Place>(arms)).map(place => [`${place.doc} ${place.position}`, place]))
    return [...places.values()].sort((a, b) => b.doc - a.doc || a.position - b.position).slice(0, count)
  }

  /** SQLite takes 500 terms in one compound at most. */
  async #askArms<Row>(arms: readonly RawBuilder<unknown>[]): Promise<Row[]> {
    const found: Row[] = []
    for (let start = 0; start < arms.length; start += ARMS_MAX) {
      const {rows} = await sql<Row>`${sql.join(arms.slice(start, start + ARMS_MAX), sql` union all `)}`.execute(
        this.#scope.db
      )
      found.push(...rows)
    }
    return found
  }
}

/** At most `count` rows, and the last document whole: a page ends between two documents. */
function wholeDocuments(rows: readonly BearerRow[], count: number): readonly BearerRow[] {
  if (rows.length <= count) return rows
  const next = rows[count]!.doc
  const shown = rows.slice(0, count).filter(({doc}) => doc !== next)
  return shown.length > 0 ? shown : rows.filter(({doc}) => doc === next)
}

interface Place {
  readonly doc: number
  readonly position: number
}

/** Surer than a part of a name, and less than the name itself. */
const ALIAS_MATCH = 0.8

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

type BearerRow = Pick<Tables['bearer'], 'doc' | 'entity' | 'mention_count'>
