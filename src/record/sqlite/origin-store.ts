import {sql} from 'kysely'
import type {KindedClaim} from '../claims-of.ts'
import {claimKey, originsOfClaims} from '../origins/claim-origins.ts'
import {groupOrigins} from '../origins/group-origins.ts'
import type {ClaimOfDocument, ClaimOrigins, DocumentOrigin, OriginIndex} from '../origins/origin-index.ts'
import type {StoredClaim} from '../store.ts'
import type {ToldClaim} from '../told-claim.ts'
import {claimsAt} from './claims-at.ts'
import {summariesOf} from './find-documents.ts'
import {subjectsIn} from './identity-lookup.ts'
import {chunks} from './insert-all.ts'
import {linksAmong, membersWith, showLink} from './origin-rows.ts'
import {claimSources} from './origin-sources.ts'
import type {InProject} from './tables.ts'

/** Which reports go back to one, out of SQLite. */
export class SqliteOrigins implements OriginIndex {
  readonly #scope: InProject

  constructor(scope: InProject) {
    this.#scope = scope
  }

  async ofDocument(document: string): Promise<DocumentOrigin | undefined> {
    const {db, project} = this.#scope
    const row = await db
      .selectFrom('effect')
      .select('doc')
      .where('project', '=', project)
      .where('document', '=', document)
      .executeTakeFirst()
    if (!row) return undefined
    const members = await membersWith(this.#scope, row.doc)
    const shown = members.slice(0, DOCUMENTS_MAX)
    const ids = await this.#documentIds(shown)
    const summaries = await summariesOf(this.#scope, [...ids.values()])
    const links = (await linksAmong(this.#scope, shown)).filter(({other}) => ids.has(other))
    const groups = groupOrigins(
      shown.map(doc => String(doc).padStart(12, '0')),
      links.map(showLink)
    )
    return {
      origin: ids.get(members[0]!)!,
      documents: shown.map(doc => summaries.get(ids.get(doc)!)!),
      documentCount: members.length,
      links: groups
        .flatMap(group => group.links)
        .map(link => ({...link, one: ids.get(Number(link.one))!, other: ids.get(Number(link.other))!}))
    }
  }

  async ofClaims(claims: readonly ClaimOfDocument[]): Promise<ClaimOrigins> {
    const told = await this.#told(claims)
    const groups = originsOfClaims(
      told,
      await claimSources(
        this.#scope,
        told.map(({document}) => document)
      )
    )
    const reportCount = new Set(told.map(({document}) => document)).size
    const [reports, origins] = [reportCount === 1 ? 'report' : 'reports', groups.length === 1 ? 'origin' : 'origins']
    return {
      reportCount,
      originCount: groups.length,
      words: `${reportCount} ${reports}, ${groups.length} ${origins}`,
      groups
    }
  }

  async #documentIds(docs: readonly number[]): Promise<Map<number, string>> {
    const ids = new Map<number, string>()
    for (const chunk of chunks(docs)) {
      const rows = await this.#scope.db
        .selectFrom('effect')
        .select(['doc', 'document'])
        .where('project', '=', this.#scope.project)
        .where('doc', 'in', chunk)
        .execute()
      for (const {doc, document} of rows) ids.set(doc, document)
    }
    return ids
  }

  /** The claims, lifted out of their documents as far as origins are judged by. */
  async #told(claims: readonly ClaimOfDocument[]): Promise<ToldClaim[]> {
    const {db, project} = this.#scope
    const told = new Map<string, ToldClaim>()
    for (const chunk of chunks(claims)) {
      const {rows} = await sql<PlacedClaim>`
        with wanted (document, claim) as (values ${sql.join(chunk.map(({document, claim}) => sql`(${document}, ${claim})`))})
        select effect.doc, effect.document, coalesce(changed.position, finding.position) as position, origin.origin
        from wanted join effect on effect.project = ${project} and effect.document = wanted.document
        join origin on origin.project = effect.project and origin.doc = effect.doc
        left join finding on finding.project = effect.project and finding.run = effect.run and finding.claim = wanted.claim
        left join effect_claim as changed
          on changed.project = effect.project and changed.doc = effect.doc and changed.claim = wanted.claim
        where coalesce(changed.position, finding.position) is not null`.execute(db)
      const stored = await claimsAt(this.#scope, rows)
      const byDocument = new Map(rows.map(row => [row.document, row]))
      for (const claim of stored) {
        const lifted = await this.#lift(claim, byDocument.get(claim.document.id)!)
        told.set(claimKey(lifted), lifted)
      }
    }
    return [...told.values()]
  }

  async #lift(
    {claimKind, claim, document, words, entities}: StoredClaim,
    {doc, origin}: PlacedClaim
  ): Promise<ToldClaim> {
    const subjects = await subjectsIn(this.#scope, doc)
    const named = Object.values(entities).map(({id, kind, name}) => [
      id,
      {subject: String(subjects.get(id) ?? `${doc}:${id}`), kind, name, names: [name]}
    ])
    const spans =
      claimKind === 'statement' || claimKind === 'attitude'
        ? (claim as {content: readonly {start: number; end: number}[]}).content
        : []
    return {
      ...({claimKind, claim} as KindedClaim),
      document: document.id,
      origin: String(origin),
      entities: Object.fromEntries(named),
      words,
      content: spans.length === 0 ? [] : await this.#wordsAt(document.id, spans),
      recorded: doc
    }
  }

  async #wordsAt(
    document: string,
    spans: readonly {readonly start: number; readonly end: number}[]
  ): Promise<string[]> {
    const {text} = await this.#scope.db
      .selectFrom('document')
      .select('text')
      .where('project', '=', this.#scope.project)
      .where('id', '=', document)
      .executeTakeFirstOrThrow()
    return spans.map(({start, end}) => text.slice(start, end))
  }
}

const DOCUMENTS_MAX = 100

interface PlacedClaim {
  readonly doc: number
  readonly document: string
  readonly position: number
  readonly origin: number
}
