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
import {askedAfter} from './asked-after.ts'
import {catchUp, deriveAgain} from './catch-up.ts'
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
    const asked = <Part extends object>(part: Part) => askedAfter(part, () => this.catchUp())
    this.search = asked(new FtsSearch(this.#scope))
    this.identity = asked(new SqliteIdentity(this.#scope))
    this.timeline = asked(new SqliteTimeline(this.#scope))
    this.origins = asked(new SqliteOrigins(this.#scope))
    this.judging = asked(new SqliteJudging(this.#scope))
    this.news = asked(new SqliteNews(this.#scope))
    this.contradictions = asked(new SqliteContradictions(this.#scope))
    this.proof = new ProofOfLog(this.#scope)
    this.life = asked(new SqliteLife(this.#scope, place))
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

  async document(id: string): Promise<StoredDocument | undefined> {
    return findDocument(await this.#caughtUp(), id)
  }

  async documents(query: DocumentQuery = {}): Promise<Page<DocumentSummary>> {
    return listDocuments(await this.#caughtUp(), query)
  }

  async reading(documentId: string, run?: string): Promise<Reading | undefined> {
    const newest = await currentRun(await this.#caughtUp(), documentId)
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
    if (!(await currentRun(await this.#caughtUp(), documentId))) return undefined
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
    const {items} = await listClaims(await this.#caughtUp(), {id, includeUnsupported: true, limit: 1})
    return items[0]
  }

  async claims(query: ClaimQuery): Promise<Page<StoredClaim>> {
    return listClaims(await this.#caughtUp(), query)
  }

  async entity(address: string): Promise<StoredEntity | undefined> {
    return findEntity(await this.#caughtUp(), address)
  }

  async entities(query: EntityQuery): Promise<readonly StoredEntity[]> {
    return listEntities(await this.#caughtUp(), query)
  }

  async resolve(words: string, {isForgotten = false} = {}): Promise<readonly Found[]> {
    const scope = await this.#caughtUp()
    return isForgotten ? resolveForgotten(scope, words) : resolveWords(scope, words)
  }

  async forget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined> {
    return forgetDocument(await this.#caughtUp(), documentId, judgement)
  }

  async unforget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined> {
    return unforgetDocument(await this.#caughtUp(), documentId, judgement)
  }

  judgements(documentId?: string): Promise<readonly Judgement[]> {
    return this.judging.judgements(documentId === undefined ? {} : {document: documentId})
  }

  async stats(): Promise<StoreStats> {
    return countRecord(await this.#caughtUp(), this.#place)
  }

  check(options?: CheckOptions): Promise<CheckReport> {
    return checkSnapshot(this.#place, options)
  }

  close(): Promise<void> {
    return this.#scope.db.destroy()
  }

  /** For every question: nobody is answered without what was saved before. */
  async #caughtUp(): Promise<InProject> {
    await this.catchUp()
    return this.#scope
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
