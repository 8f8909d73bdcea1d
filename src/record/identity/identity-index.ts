import type {EntityKind} from '../../language/analysis.ts'
import type {ClaimKind} from '../../reading/claim.ts'
import type {Judgement} from '../judging/judgement.ts'
import type {ClaimPart, DocumentSummary, Page, StoredClaim} from '../store.ts'

/**
 * Who is whom over all documents. Joins are the machine's and made anew with every document, except where a person judged:
 * that wins, and undoing it restores exactly what was.
 */
export interface IdentityIndex {
  /** Whom these words may mean, the surest first: an address `DOCUMENT:eN`, or a name in whatever spelling or script. */
  find(words: string, query?: SubjectQuery): Promise<readonly FoundSubject[]>
  /** Whom the entity at this address is taken for. */
  subject(address: string): Promise<Subject | undefined>
  /** Everyone who is taken for this subject, document by document, the newest first. */
  bearers(address: string, query?: PageOf): Promise<Page<SubjectBearer>>
  /** Claims in which the subject has a part, as people left them, the newest document first. */
  claims(address: string, query?: SubjectClaimQuery): Promise<Page<StoredClaim>>
  /** Who may be the same and is not joined, the surest first; of one subject, or of all. */
  proposals(query?: ProposalQuery): Promise<readonly Proposal[]>
  /** Judgements that newer ones overrule: somebody has to decide. */
  conflicts(): Promise<readonly IdentityConflict[]>
}

export interface PageOf {
  /** 50 by default, 1,000 at most. */
  readonly limit?: number
  readonly cursor?: string
}

export interface SubjectQuery {
  readonly kinds?: readonly EntityKind[]
  /** 20 by default, 100 at most. */
  readonly limit?: number
}

export interface SubjectClaimQuery extends PageOf {
  readonly kinds?: readonly ClaimKind[]
  readonly parts?: readonly ClaimPart[]
}

export interface ProposalQuery {
  readonly address?: string
  /** 50 by default, 1,000 at most. */
  readonly limit?: number
}

/** One person, body, place, production, work or event, over all documents that name it. */
export interface Subject {
  /** The address of one of its bearers, that of the document saved first: any other of them means the same. */
  readonly address: string
  readonly kind: EntityKind
  /** The name most documents use. */
  readonly name: string
  /** Every name it is called by, the most used first. */
  readonly names: readonly SubjectName[]
  /** Documents that name it; counted up to 10,000. */
  readonly documentCount: number
  /** Claims in which it has a part, by kind; each counted up to 10,000. */
  readonly claimCounts: Readonly<Partial<Record<ClaimKind, number>>>
  /** Why bearers of different names, or of one name in different circumstances, are taken for the same. */
  readonly joins: readonly SubjectJoin[]
}

export interface SubjectName {
  readonly name: string
  readonly documentCount: number
}

export interface SubjectJoin {
  readonly name: string
  readonly other: string
  readonly score: number
  /** Words for a reader. */
  readonly reasons: readonly string[]
}

/** A subject with how well its name fits the words asked for. */
export interface FoundSubject extends Subject {
  /** From 0 to 1; 1 for an address or the very name. */
  readonly match: number
  readonly reasons: readonly string[]
}

/** One document's entity that is taken for the subject. */
export interface SubjectBearer {
  readonly address: string
  readonly name: string
  readonly document: DocumentSummary
  readonly mentionCount: number
}

/** Two subjects may be the same. */
export interface Proposal {
  readonly one: Subject
  readonly other: Subject
  readonly score: number
  readonly reasons: readonly string[]
}

/** This judgement is not followed: with newer ones it cannot be. */
export interface IdentityConflict {
  readonly overruled: Judgement
  readonly one: Subject
  readonly other: Subject
}
