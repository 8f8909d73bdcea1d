import type {Kysely} from 'kysely'
import type {Journey} from '../../pipeline.ts'
import type {Reading} from '../../reading/reading.ts'
import type {Judgement, JudgementWords} from '../judging/judgement.ts'
import type {OpenOptions} from '../open-store.ts'
import type {
  CaptureWithBytes,
  CheckOptions,
  CheckReport,
  ClaimQuery,
  DocumentQuery,
  DocumentSummary,
  EntityQuery,
  Found,
  Page,
  Saved,
  Store,
  StoredClaim,
  StoredDocument,
  StoredEntity,
  StoreStats
} from '../store.ts'
import {checkSnapshot} from './check-record.ts'
import {SqliteContradictions} from './contradiction-find.ts'
import {countRecord} from './count-record.ts'
import {listClaims} from './find-claims.ts'
import {currentRun, findDocument, listDocuments, runsOf} from './find-documents.ts'
import {findEntity, listEntities} from './find-entities.ts'
import {FtsSearch} from './fts-search.ts'
import {forgetDocument, unforgetDocument} from './judge.ts'
import {SqliteJudging} from './judgement-index.ts'
import {loadReading, unpackBlob} from './load-reading.ts'
import {SqliteNews} from './news-of-documents.ts'
import {openDatabase} from './open-database.ts'
import {SqliteOrigins} from './origin-store.ts'
import {ProofOfLog} from './proof-of-log.ts'
import {resolveForgotten, resolveWords} from './resolve-words.ts'
import {saveJourney} from './save-journey.ts'
import {SqliteIdentity} from './sqlite-identity.ts'
import {SqliteLife} from './sqlite-life.ts'
import type {InProject, Tables} from './tables.ts'
import {SqliteTimeline} from './timeline-store.ts'

/** What a record holds that was never told to keep projects apart. */
const PROJECT_DEFAULT = 'default'

/** Open a record kept in one SQLite file. */
export async function openSqliteStore(
  path: string,
  {create = false, project = PROJECT_DEFAULT, onUpgrade}: OpenOptions
): Promise<Store> {
  const {db, path: place} = await openDatabase(path, {create, onUpgrade})
  return new SqliteStore(db, project, place)
}

class SqliteStore implements Store {
  readonly search: FtsSearch
  readonly identity: SqliteIdentity
  readonly timeline: SqliteTimeline
  readonly origins: SqliteOrigins
  readonly judging: SqliteJudging
  readonly news: SqliteNews
  readonly contradictions: SqliteContradictions
  readonly proof: ProofOfLog
  readonly life: SqliteLife
  readonly #scope: InProject
  readonly #place: string

  constructor(db: Kysely<Tables>, project: string, place: string) {
    this.#scope = {db, project}
    this.#place = place
    this.search = new FtsSearch(this.#scope)
    this.identity = new SqliteIdentity(this.#scope)
    this.timeline = new SqliteTimeline(this.#scope)
    this.origins = new SqliteOrigins(this.#scope)
    this.judging = new SqliteJudging(this.#scope)
    this.news = new SqliteNews(this.#scope)
    this.contradictions = new SqliteContradictions(this.#scope)
    this.proof = new ProofOfLog(this.#scope)
    this.life = new SqliteLife(this.#scope, place)
  }

  save(journey: Journey, capture: CaptureWithBytes): Promise<Saved> {
    return saveJourney(this.#scope, journey, capture)
  }

  document(id: string): Promise<StoredDocument | undefined> {
    return findDocument(this.#scope, id)
  }

  documents(query: DocumentQuery = {}): Promise<Page<DocumentSummary>> {
    return listDocuments(this.#scope, query)
  }

  async reading(documentId: string, run?: string): Promise<Reading | undefined> {
    const newest = await currentRun(this.#scope, documentId)
    if (!newest) return undefined
    const runs = run === undefined ? [newest] : await runsOf(this.#scope, documentId)
    const wanted = runs.find(({id}) => id === (run ?? newest.id))
    if (!wanted) return undefined
    const document = await this.#documentRow(documentId)
    const reading = document && (await loadReading(this.#scope.db, wanted, document.text))
    // Another process may have purged it while it was being read: then what was loaded may be half of it.
    return (await this.#documentRow(documentId)) ? reading : undefined
  }

  async bytes(documentId: string): Promise<Uint8Array | undefined> {
    if (!(await currentRun(this.#scope, documentId))) return undefined
    const document = await this.#documentRow(documentId)
    const blob = await this.#scope.db
      .selectFrom('blob')
      .selectAll()
      .where('project', '=', this.#scope.project)
      .where('sha256', '=', document?.sha256 ?? '')
      .executeTakeFirst()
    return blob && unpackBlob(blob)
  }

  async claim(id: string): Promise<StoredClaim | undefined> {
    const {items} = await listClaims(this.#scope, {id, includeUnsupported: true, limit: 1})
    return items[0]
  }

  claims(query: ClaimQuery): Promise<Page<StoredClaim>> {
    return listClaims(this.#scope, query)
  }

  entity(address: string): Promise<StoredEntity | undefined> {
    return findEntity(this.#scope, address)
  }

  entities(query: EntityQuery): Promise<readonly StoredEntity[]> {
    return listEntities(this.#scope, query)
  }

  resolve(words: string, {isForgotten = false} = {}): Promise<readonly Found[]> {
    return isForgotten ? resolveForgotten(this.#scope, words) : resolveWords(this.#scope, words)
  }

  forget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined> {
    return forgetDocument(this.#scope, documentId, judgement)
  }

  unforget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined> {
    return unforgetDocument(this.#scope, documentId, judgement)
  }

  judgements(documentId?: string): Promise<readonly Judgement[]> {
    return this.judging.judgements(documentId === undefined ? {} : {document: documentId})
  }

  stats(): Promise<StoreStats> {
    return countRecord(this.#scope, this.#place)
  }

  check(options?: CheckOptions): Promise<CheckReport> {
    return checkSnapshot(this.#place, options)
  }

  close(): Promise<void> {
    return this.#scope.db.destroy()
  }

  #documentRow(id: string): Promise<Tables['document'] | undefined> {
    return this.#scope.db
      .selectFrom('document')
      .selectAll()
      .where('project', '=', this.#scope.project)
      .where('id', '=', id)
      .executeTakeFirst()
  }
}
