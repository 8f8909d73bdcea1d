import type {Span} from '../../text/span.ts'
import type {DocumentSummary, StoredClaim} from '../store.ts'
import type {JudgementConflict} from './conflicts.ts'
import type {ClaimMark, EffectiveReading} from './effective-reading.ts'
import type {
  InformationGrade,
  Judgement,
  JudgementKind,
  JudgementWords,
  NamingWords,
  PersonClaim,
  SaidByKind,
  SourceGrade
} from './judgement.ts'

/**
 * What people judge of what was read. Every judgement is a row of its own that says who, when and why; it is never changed and
 * never taken away, but by a purge. The newest that stands about a thing wins, over the machine always.
 */
export interface JudgingIndex {
  /**
   * Keep a judgement, and make everything that follows from it what it should be now. Undefined where the same person was the
   * last to judge the same thing, and judged it just so: nothing is added.
   *
   * @throws NotOnRecord where there is no such thing
   * @throws JudgementRefused where it cannot be judged so
   */
  judge(judging: Judging): Promise<Judgement | undefined>
  /**
   * Take a judgement back, by another that says so: what it changed is again as it was. Undefined where that was done before.
   *
   * @throws NotOnRecord where there is no such judgement
   * @throws JudgementRefused where it is itself an undo: judge again instead
   */
  undo(judgement: string, words: JudgementWords): Promise<Judgement | undefined>
  /** Judgements in the order in which people made them, with those that were undone and those that undo. */
  judgements(query?: JudgementQuery): Promise<readonly PastJudgement[]>
  /** Where people judged the same thing differently: in this document, or anywhere. The newest holds until somebody decides. */
  conflicts(document?: string): Promise<readonly JudgementConflict[]>
  /** A document as people left it, with what they made of each claim. */
  reading(document: string): Promise<EffectiveReading | undefined>
  /** A claim as people left it, also one that they rejected or made. */
  claim(id: string): Promise<JudgedClaim | undefined>
  /** What people made of these claims, in their order; undefined of one that nobody judged. */
  marks(claims: readonly Pick<StoredClaim, 'id' | 'document'>[]): Promise<readonly (ClaimMark | undefined)[]>
  /**
   * Take a document away for good: its text, its bytes, all that was read in it, judged of it, and derived from it. What
   * remains is a judgement by which the same document is known again and kept out. Asked for again, it erases the traces that a
   * full disk or another program kept it from erasing.
   *
   * @throws NotOnRecord where there is no such document
   */
  purge(document: string, words: JudgementWords): Promise<Purged>
}

/** A judgement as it is asked for. Words of a document are given by where they stand. */
export type Judging = JudgementWords & Asked

type Asked =
  | {
      readonly kind: 'accept' | 'reject' | 'unsure'
      /** A claim. */
      readonly about: string
      /** Where several documents of the same text have the claim, the one that is meant; otherwise the first of them. */
      readonly document?: string
    }
  | {
      readonly kind: 'correct'
      /** A claim or a document. */
      readonly about: string
      readonly document?: string
      readonly field: string
      /**
       * As the field's rule in `CORRECTABLE` says: words, an EDTF date, the place of words that name somebody, places of words,
       * those of who took part with their `part`; null to empty it.
       */
      readonly value: unknown
    }
  | {
      /** The one mention and the other name the same, or not; `is` and `is-not` say so of the one mention alone. */
      readonly kind: 'same' | 'different' | 'is' | 'is-not'
      readonly one: MentionPlace
      readonly other: MentionPlace
    }
  | {
      readonly kind: 'grade'
      /** A claim or a document. */
      readonly about: string
      readonly source?: SourceGrade
      readonly information?: InformationGrade
    }
  /** About anything that has an id, or an entity's address. */
  | {readonly kind: 'note'; readonly about: string; readonly text: string}
  | {readonly kind: 'tag'; readonly about: string; readonly tag: string}
  | {
      readonly kind: 'settle'
      /** A contradiction. */
      readonly about: string
      readonly state: SaidByKind['settle']['state']
    }
  | {
      readonly kind: 'claim'
      /** A document. */
      readonly about: string
      readonly claim: AskedClaim
    }
  | {
      readonly kind: 'forget'
      /** A document or an import. */
      readonly about: string
    }

/** A claim that a person wants to make: in these words, with these parts. Dates are EDTF. */
export interface AskedClaim extends Pick<PersonClaim, 'kind' | 'evidence' | 'fields'> {
  readonly parts: Readonly<Record<string, NamingWords>>
}

/** Words that name somebody, in this document. */
export interface MentionPlace extends Span {
  readonly document: string
}

export interface JudgementQuery {
  /** An id, or an entity's address. */
  readonly about?: string
  /** Also about the claims, entities and mentions in it. */
  readonly document?: string
  readonly kinds?: readonly JudgementKind[]
  readonly by?: string
  /** In a note, a tag or a reason; case and accents are ignored. */
  readonly words?: string
  /** Only those that stand. */
  readonly isStanding?: boolean
}

/** A judgement with the one that took it back, where one did. */
export type PastJudgement = Judgement & {readonly undoneBy?: string}

export interface JudgedClaim extends StoredClaim {
  readonly document: DocumentSummary
  /** Absent where nobody judged it. */
  readonly mark?: ClaimMark
  /** Everything ever judged of it, in the order of the log. */
  readonly history: readonly PastJudgement[]
}

/** What a purge did. */
export interface Purged {
  readonly judgement: Judgement
  readonly claimCount: number
  /** Judgements that went with the document. */
  readonly judgementCount: number
  /** Whether no byte of it is left in the record's files; otherwise another program held them open. */
  readonly isErased: boolean
}
