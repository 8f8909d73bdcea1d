import type {EntityKind} from '../../language/analysis.ts'
import type {ClaimKind} from '../../reading/claim.ts'
import type {Event} from '../../reading/reading.ts'
import type {Span} from '../../text/span.ts'

/** Who judged, when, ISO 8601 in UTC, and why. */
export interface JudgementWords {
  readonly by: string
  readonly at: string
  readonly why?: string
}

/** These words of this document, so that they can be found again: the text's hash, the place and the quote. */
export interface Anchor extends Span {
  readonly document: string
  /** SHA-256 of the document's text. */
  readonly text: string
  readonly quote: string
}

/** A claim by its words, so that it can be found again in what a newer reader found. */
export interface ClaimAnchor {
  readonly document: string
  /** SHA-256 of the document's text. */
  readonly text: string
  readonly kind: ClaimKind
  readonly evidence: readonly Span[]
  readonly quotes: readonly string[]
  /** A person made it: no reader's claim is ever taken for it. */
  readonly isMade?: true
}

/** Words of a document that name somebody, with the kind of thing they name where no reader knew. */
export interface NamingWords extends Span {
  readonly kind?: EntityKind
  readonly quote?: string
}

/** Who took part in an event, by the words that name them, and how. */
export interface ParticipantWords extends NamingWords {
  readonly part: Event['participants'][number]['part']
}

/** Fields of a document that a person can correct; what depends on them is made anew. */
export type DocumentField = 'published' | 'outlet' | 'title' | 'authors'

/** What is said of the thing that a judgement is about, by kind. */
export interface SaidByKind {
  /** About a document or an import: out of sight. */
  readonly forget: undefined
  readonly undo: undefined
  /** About a claim: the machine read it rightly, wrongly, or nobody can tell. */
  readonly accept: ClaimAnchor
  readonly reject: ClaimAnchor
  readonly unsure: ClaimAnchor
  /** About a claim or a document: this field should read so. `was` is what it replaces. */
  readonly correct: {
    readonly field: string
    readonly value: unknown
    readonly was: unknown
    readonly claim?: ClaimAnchor
  }
  /** About two mentions: whom they name is the same, or not. */
  readonly same: {readonly one: Anchor; readonly other: Anchor}
  readonly different: {readonly one: Anchor; readonly other: Anchor}
  /** About one mention alone: it names whom the other names, or it does not. */
  readonly is: {readonly one: Anchor; readonly other: Anchor}
  readonly 'is-not': {readonly one: Anchor; readonly other: Anchor}
  /** About a claim or a document: Admiralty grades of the source and of the information. */
  readonly grade: Within & {readonly source?: SourceGrade; readonly information?: InformationGrade}
  /** About anything. */
  readonly note: Within & {readonly text: string}
  readonly tag: Within & {readonly tag: string}
  /** About a contradiction. */
  readonly settle: Within & {readonly state: 'open' | 'explained' | 'resolved'}
  /** About a document: a person reads this claim in these words. */
  readonly claim: PersonClaim
  /** About what is gone: places of the log whose content was taken away. `digest` knows the document again. */
  readonly purge: {readonly digest: string; readonly places: readonly number[]}
}

/** Where the thing is that a judgement is about, where its id alone does not say so. */
interface Within {
  readonly document?: string
  /** Of a contradiction: where its two claims stand, so that it goes with either. */
  readonly documents?: readonly string[]
  /** Of an entity: a mention of it, since its local id is one reader's. */
  readonly one?: Anchor
}

export type SourceGrade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
export type InformationGrade = 1 | 2 | 3 | 4 | 5 | 6

/** A claim that a person makes from words they chose, in any language. */
export interface PersonClaim {
  readonly kind: 'statement' | 'role' | 'relation' | 'event'
  readonly text: string
  readonly evidence: readonly Span[]
  readonly quotes: readonly string[]
  /** Who takes part, by the words that name them: `speaker`, `person`, `organisation`, `from`, `to`, `participant`. */
  readonly parts: Readonly<Record<string, NamingWords>>
  /** The other fields of the claim, as a reading has them. */
  readonly fields: Readonly<Record<string, unknown>>
}

export type JudgementKind = keyof SaidByKind

/** Reviewer R at time T said this about X, because …. Append-only; undone by another. */
export type Judgement = {
  readonly [Kind in JudgementKind]: JudgementWords & {
    readonly id: string
    readonly kind: Kind
    /** The id of what it is about: of a document, claim, import, contradiction, or `purged-…`; of mentions, `DOCUMENT:START-END`. */
    readonly about: string
    /** The id of the judgement that this one undoes. */
    readonly undoes?: string
    /** Its place in the log. */
    readonly recorded: number
  } & (SaidByKind[Kind] extends undefined ? {readonly said?: undefined} : {readonly said: SaidByKind[Kind]})
}[JudgementKind]
