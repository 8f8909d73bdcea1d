import type {Capture, Document, PublishedBasis} from '../intake/document.ts'
import type {Journey} from '../pipeline.ts'
import type {ClaimKind} from '../reading/claim.ts'
import type {
  Assessment,
  Contrast,
  Entity,
  Event,
  Pointer,
  Production,
  Reading,
  Relation,
  Role,
  Statement
} from '../reading/reading.ts'
import type {ContradictionIndex} from './compare/contradiction-index.ts'
import type {NewsIndex} from './compare/news-index.ts'
import type {IdentityIndex} from './identity/identity-index.ts'
import type {Judgement, JudgementWords} from './judging/judgement.ts'
import type {JudgingIndex} from './judging/judging-index.ts'
import type {ImportWords} from './life/import-batch.ts'
import type {RecordLife} from './life/record-life.ts'
import type {OriginIndex} from './origins/origin-index.ts'
import type {CheckpointVerdict, ProofIndex} from './proof/proof-index.ts'
import type {SearchIndex} from './search.ts'
import type {TimelineIndex} from './timeline/timeline-index.ts'

/**
 * The record: everything that was read, by which reader, from which bytes, and what people judged of it.
 *
 * Append-only. Ids come from content, so saving twice changes nothing; a newer reader adds a run beside the older one. The
 * documents and claims a person has asked to forget are hidden from every method but `judgements` and `check`.
 * What was saved is found by whatever is asked next, in any process.
 * Everything is asynchronous and says nothing of the engine below, so that PostgreSQL can stand in for SQLite.
 */
export interface Store {
  /** Full text search over what this store holds. */
  readonly search: SearchIndex
  /** Who is whom, over all documents. */
  readonly identity: IdentityIndex
  /** Who held which post when. */
  readonly timeline: TimelineIndex
  /** Which reports go back to one. */
  readonly origins: OriginIndex
  /** What people judge of what was read. */
  readonly judging: JudgingIndex
  /** What each document brought. */
  readonly news: NewsIndex
  /** Claims that cannot both hold. */
  readonly contradictions: ContradictionIndex
  /** What can be shown elsewhere of this store's log. */
  readonly proof: ProofIndex
  /** Imports, projects, and copies of the whole. */
  readonly life: RecordLife

  /**
   * Save one document with its reading and the bytes it came from: all of it, or nothing.
   *
   * The same bytes from the same source add nothing at all; the same bytes from another source add a capture; another reader,
   * or another outcome of the same one, adds a run. A document that a person has asked to forget stays forgotten.
   *
   * @throws RangeError when the bytes are not those of the document
   * @throws RecordConflict when the record holds another text under the document's id
   */
  save(journey: Journey, capture: CaptureWithBytes): Promise<Saved>

  /**
   * Derive what follows from the documents that were saved since somebody last asked: who is whom, what is new, what search
   * finds. Every question does so first, so that it need not be called; after many saves it is told apart here what that took,
   * and what failed. One that fails keeps waiting, is listed in `stats`, and is a fault to `check`.
   */
  catchUp(): Promise<CaughtUp>
  /** Throw away all that was derived in this project, and derive it from what is kept: after damage, or what could not be derived. */
  deriveAgain(): Promise<CaughtUp>

  /** The document with this id, whole. */
  document(id: string): Promise<StoredDocument | undefined>
  /** What is on record, the last saved first. */
  documents(query?: DocumentQuery): Promise<Page<DocumentSummary>>
  /** What a reader found in the document, exactly as it was saved: the newest run's, or that of `run`. */
  reading(documentId: string, run?: string): Promise<Reading | undefined>
  /** The bytes that the document was made from. */
  bytes(documentId: string): Promise<Uint8Array | undefined>

  /** The claim with this id. Documents of the same text share their claim ids: this is the first one's. */
  claim(id: string): Promise<StoredClaim | undefined>
  /**
   * Claims in the order of the record, and within a document in the order of its reading: corrected as people corrected them,
   * without those they rejected, and with those they made behind those of the newest run.
   */
  claims(query: ClaimQuery): Promise<Page<StoredClaim>>

  /** The entity at this address: `DOCUMENT:eN`. */
  entity(address: string): Promise<StoredEntity | undefined>
  /** Entities of the newest runs, each of one document, those mentioned most first. */
  entities(query: EntityQuery): Promise<readonly StoredEntity[]>

  /**
   * Whatever these words may mean, the surest first: an id, the first characters of an id (four or more after its kind), an
   * address `DOCUMENT:eN`, a document's path, address or title, or a name. `isForgotten` looks among the hidden documents
   * instead, by id, path, address or title.
   */
  resolve(words: string, options?: {readonly isForgotten?: boolean}): Promise<readonly Found[]>

  /**
   * Hide a document, and all that was read in it, by a judgement that can be undone. Undefined when one hides it already.
   *
   * @throws NotOnRecord when there is no such document
   */
  forget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined>
  /**
   * Undo every `forget` of a document, each by a judgement of its own. Undefined when the document is not hidden.
   *
   * @throws NotOnRecord when there is no such document
   * @throws JudgementRefused when it is hidden with an import that brought it
   */
  unforget(documentId: string, judgement: JudgementWords): Promise<Judgement | undefined>
  /** What people judged of this document, or of all, in the order they did. */
  judgements(documentId?: string): Promise<readonly Judgement[]>

  stats(): Promise<StoreStats>
  /**
   * Look for damage and for what somebody changed: the engine's own check, references, the hash of everything that was saved,
   * what each entry of the log commits to, the tree over it, and what follows from all that. Every project is looked at.
   *
   * @throws SyntaxError where one of the checkpoints is none
   */
  check(options?: CheckOptions): Promise<CheckReport>
  close(): Promise<void>
}

/** A capture as it is saved, with its bytes. `at` is also the time of the reading. */
export interface CaptureWithBytes extends Omit<Capture, 'sha256' | 'headers'> {
  readonly bytes: Uint8Array
  /** The import it comes with, which is kept with the first thing that it brings. */
  readonly batch?: ImportWords
  readonly headers?: Readonly<Record<string, string>>
}

/** What saving did. `isNew` is about the document; all counts are 0 when nothing was added. */
export interface Saved {
  readonly documentId: string
  readonly runId: string
  readonly isNew: boolean
  readonly captureAdded: boolean
  readonly runAdded: boolean
  /** Claims that no earlier run of this document had found. */
  readonly claimsAdded: number
  /** Claims this run found, old and new. */
  readonly claimCount: number
  /** A person asked to forget this document: nothing was saved and it stays hidden until that is undone. */
  readonly isForgotten: boolean
  /** The judgement that this document is purged: nothing was saved, and nothing will be until that is undone. */
  readonly purgedBy?: string
}

/** What `catchUp` did. */
export interface CaughtUp {
  /** How many documents. */
  readonly derived: number
  /** Documents that are kept, but that no question finds, as nothing could be derived from them. */
  readonly failed: readonly {readonly document: string; readonly why: string}[]
}

/** A document as lists show it. */
export interface DocumentSummary {
  readonly id: string
  /** The path, address or id of its first capture. */
  readonly ref: string
  readonly sha256: string
  readonly title?: string
  readonly published?: string
  readonly publishedBasis: PublishedBasis
  readonly outlet?: string
  readonly authors: readonly string[]
  readonly language: string
  /** When it was first saved, ISO 8601 in UTC. */
  readonly savedAt: string
  /** Claims of the newest run and those that people made, without those that they rejected. */
  readonly claimCount: number
}

export interface StoredDocument extends DocumentSummary {
  readonly document: Document
  readonly captures: readonly Capture[]
  /** The oldest first. */
  readonly runs: readonly Run[]
}

/** This reader, at this version with these models, read the document. */
export interface Run {
  readonly id: string
  readonly reader: Reading['reader']
  readonly at: string
  readonly claimCount: number
}

export type AnyClaim = Statement | Role | Relation | Production | Event | Assessment | Pointer | Contrast

/** A claim with what is needed to show it alone. */
export interface StoredClaim {
  readonly id: string
  readonly claimKind: ClaimKind
  /** As the newest run that found it put it; its entity ids are keys of `entities`. */
  readonly claim: AnyClaim
  readonly document: DocumentSummary
  readonly run: string
  /** When a reader first found it; empty where none did. */
  readonly firstReadAt: string
  /** No reader found it: a person made it, in words they chose. */
  readonly isMade?: true
  /** Whether the newest run still finds it. */
  readonly isSupported: boolean
  /** The words at each span of its evidence. */
  readonly words: readonly string[]
  /** The entities that the claim names, by their local ids. */
  readonly entities: Readonly<Record<string, Pick<Entity, 'id' | 'kind' | 'name'>>>
}

/** An entity of one document, as its newest run found it. */
export interface StoredEntity {
  /** `DOCUMENT:eN`. */
  readonly address: string
  readonly entity: Entity
  readonly document: DocumentSummary
  /** Claims of the newest run in which it has a part. */
  readonly claimCount: number
}

/** How an entity takes part in a claim. */
export type ClaimPart =
  | 'speaker'
  | 'voice'
  | 'person'
  | 'organisation'
  | 'from'
  | 'to'
  | 'production'
  | 'producer'
  | 'participant'
  | 'place'
  | 'assessor'

/** One page of a longer list; give `cursor` to ask for the next, absent on the last. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly cursor?: string
}

interface PageQuery {
  /** 50 by default, 1,000 at most. */
  readonly limit?: number
  readonly cursor?: string
}

export interface DocumentQuery extends PageQuery {
  /** In its title, outlet, author or source; case and accents are ignored. */
  readonly words?: string
  /** Days, `2016-12-31`; a document published within them, as far as that is known. */
  readonly from?: string
  readonly to?: string
}

export interface ClaimQuery extends PageQuery {
  readonly id?: string
  readonly document?: string
  readonly kinds?: readonly ClaimKind[]
  /** An address; only claims in which it has a part. */
  readonly entity?: string
  readonly parts?: readonly ClaimPart[]
  /** Also claims that the newest run no longer finds. False by default. */
  readonly includeUnsupported?: boolean
}

export interface EntityQuery {
  readonly document?: string
  /** Any of its names; case, accents and punctuation are ignored. */
  readonly name?: string
  readonly kinds?: readonly Entity['kind'][]
  /** 100 by default, 1,000 at most. */
  readonly limit?: number
}

/** Something that words may mean. */
export type Found =
  | {readonly kind: 'document'; readonly id: string; readonly label: string}
  | {readonly kind: 'claim'; readonly id: string; readonly label: string; readonly claimKind: ClaimKind}
  | {readonly kind: 'entity'; readonly id: string; readonly label: string}

export interface StoreStats {
  /** Where it is kept, for a person. */
  readonly place: string
  readonly engine: string
  readonly schemaVersion: number
  readonly byteCount: number
  readonly documents: number
  readonly forgottenDocuments: number
  /** Documents that are kept, but that no question finds, as nothing could be derived from them. */
  readonly stuckDocuments: CaughtUp['failed']
  readonly captures: number
  readonly runs: number
  readonly entities: number
  readonly claims: Readonly<Record<ClaimKind, number>>
}

export interface CheckOptions {
  /** Texts of checkpoints that were kept elsewhere. */
  readonly checkpoints?: readonly string[]
}

export interface CheckReport {
  readonly isSound: boolean
  /** What is wrong, in words, at most 100. */
  readonly faults: readonly string[]
  readonly documentsChecked: number
  readonly claimsChecked: number
  /** Of all logs. */
  readonly entriesChecked: number
  /** What became of the checkpoints, in the order given. */
  readonly checkpoints: readonly CheckpointVerdict[]
}
