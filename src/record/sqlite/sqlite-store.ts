import type {Kysely} from 'kysely'
import type {Journey} from '../../pipeline.ts'
import type {Reading} from '../../reading/reading.ts'
import type {Judgement, JudgementWords} from '../judging/judgement.ts'
import type {OpenOptions} from '../open-store.ts'
import type {
  CaptureWithBytes,
  CaughtUp,
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
import {type Asking, askedAfter} from './asked-after.ts'
import {answerAfter, catchUp, deriveAgain} from './catch-up.ts'
import {checkSnapshot} from './check-record.ts'
import {SqliteContradictions} from './contradiction-find.ts'
import {countRecord} from './count-record.ts'
import {listClaims} from './find-claims.ts'
import {findDocument, listDocuments} from './find-documents.ts'
import {findEntity, listEntities} from './find-entities.ts'
import {findBytes, findReading} from './find-reading.ts'
import {FtsSearch} from './fts-search.ts'
import {forgetDocument, unforgetDocument} from './judge.ts'
import {SqliteJudging} from './judgement-index.ts'
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
    const asking: Asking = {answer: ask => this.#ask(ask), first: () => this.catchUp()}
    const asked = <Part extends object>(part: Part, deeds: readonly (keyof Part)[] = []) =>
      askedAfter(part, asking, deeds)
    this.search = asked(new FtsSearch(this.#scope))
    this.identity = asked(new SqliteIdentity(this.#scope))
    this.timeline = asked(new SqliteTimeline(this.#scope))
    this.origins = asked(new SqliteOrigins(this.#scope))
    this.judging = asked(new SqliteJudging(this.#scope), ['judge', 'undo', 'purge'])
    this.news = asked(new SqliteNews(this.#scope))
    this.contradictions = asked(new SqliteContradictions(this.#scope))
    this.proof = new ProofOfLog(this.#scope)
    this.life = asked(new SqliteLife(this.#scope, place), ['backup', 'copyFrom', 'forgetImport', 'unforgetImport'])
  }

  save(journey: Journey, capture: CaptureWithBytes): Promise<Saved> {
    return saveJourney(this.#scope, journey, capture)
  }

  catchUp(): Promise<CaughtUp> {
    return catchUp(this.#scope)
  }

  deriveAgain(): Promise<CaughtUp> {
    return deriveAgain(this.#scope)
  }

  document(id: string): Promise<StoredDocument | undefined> {
    return this.#ask(() => findDocument(this.#scope, id))
  }

  documents(query: DocumentQuery = {}): Promise<Page<DocumentSummary>> {
    return this.#ask(() => listDocuments(this.#scope, query))
  }

  reading(documentId: string, run?: string): Promise<Reading | undefined> {
    return this.#ask(() => findReading(this.#scope, documentId, run))
  }

  bytes(documentId: string): Promise<Uint8Array | undefined> {
    return this.#ask(() => findBytes(this.#scope, documentId))
  }

  async claim(id: string): Promise<StoredClaim | undefined> {
    const {items} = await this.claims({id, includeUnsupported: true, limit: 1})
    return items[0]
  }

  claims(query: ClaimQuery): Promise<Page<StoredClaim>> {
    return this.#ask(() => listClaims(this.#scope, query))
  }

  entity(address: string): Promise<StoredEntity | undefined> {
    return this.#ask(() => findEntity(this.#scope, address))
  }

  entities(query: EntityQuery): Promise<readonly StoredEntity[]> {
    return this.#ask(() => listEntities(this.#scope, query))
  }

  resolve(words: string, {isForgotten = false} = {}): Promise<readonly Found[]> {
    return this.#ask(() => (isForgotten ? resolveForgotten : resolveWords)(this.#scope, words))
  }

  async forget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined> {
    await this.catchUp()
    return forgetDocument(this.#scope, documentId, judgement)
  }

  async unforget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined> {
    await this.catchUp()
    return unforgetDocument(this.#scope, documentId, judgement)
  }

  judgements(documentId?: string): Promise<readonly Judgement[]> {
    return this.judging.judgements(documentId === undefined ? {} : {document: documentId})
  }

  stats(): Promise<StoreStats> {
    return this.#ask(() => countRecord(this.#scope, this.#place))
  }

  check(options?: CheckOptions): Promise<CheckReport> {
    return checkSnapshot(this.#place, options)
  }

  close(): Promise<void> {
    return this.#scope.db.destroy()
  }

  #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    return answerAfter(this.#scope, question)
  }
}
