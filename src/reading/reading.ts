import type {Author, Notice, Part, PublishedBasis} from '../intake/document.ts'
import type {DateExpression, EntityKind} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Claim, Time} from './claim.ts'

/** In this document, at these words (cue, content), the source is reported to have said, written, shown or thought the content. */
export interface Statement extends Claim {
  readonly kind: 'direct' | 'indirect' | 'mixed'
  /** The words that name the source at the quotation; null where none do. */
  readonly source: Span | null
  /** Local id of who speaks; null where the source is only described or not named. */
  readonly speaker: string | null
  /** The fullest words for the speaker, kept where no entity stands for it. */
  readonly speakerText?: string
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** The statement inside which this one is reported. */
  readonly parent?: string
  /** The production in which the words were shown or printed. */
  readonly production?: string
  readonly altered: readonly Alteration[]
}

/**
 * In document D, at these words, S is reported to want, plan, feel, know, support or oppose P: what somebody holds, told without
 * an act of speech, or with one that the machine is not sure enough of to call it a statement.
 */
export type Attitude = Statement

/** Here the quoted words are not as they were spoken. */
export interface Alteration extends Span {
  readonly kind: 'sic' | 'insertion' | 'ellipsis' | 'translation' | 'case'
}

/** The person is said to hold, or to have held, this title. Observed is not begun: begun and ended only where words say so. */
export interface Role extends Claim {
  readonly person: string
  readonly title: string
  /** Local id of the organisation or place, or its words where it is no entity. */
  readonly organisation?: string
  readonly status: 'current' | 'former' | 'acting' | 'designate' | 'unknown'
  readonly observed?: Time
  readonly begun?: Time
  readonly ended?: Time
}

export type RelationKind =
  | 'ally'
  | 'rival'
  | 'member'
  | 'part-of'
  | 'affiliate'
  | 'splinter'
  | 'merger'
  | 'successor'
  | 'family'
  | 'other'

/** `from` is said to stand in this relation to `to`, in this exact phrase. Both are local entity ids. */
export interface Relation extends Claim {
  readonly from: string
  readonly kind: RelationKind
  readonly phrase: string
  readonly to: string
  readonly during?: Time
}

/** The document is about, or draws on, this video, message, statement, magazine, report …. */
export interface Production extends Claim {
  readonly entity: string
  /** Empty where the text gives none. */
  readonly title: string
  readonly medium: string
  /** Local entity ids, or words where no entity stands for them. */
  readonly producer?: string
  readonly attributedTo?: string
  readonly released?: Time
  readonly channels: readonly Channel[]
  readonly segments: readonly Segment[]
}

/** The production is said to have been spread here. */
export interface Channel extends Span {
  readonly text: string
}

/** At this place in the order of the production, this is shown. */
export interface Segment {
  /** From 1, in the order the text tells them. */
  readonly order: number
  readonly what: string
  readonly speakers: readonly string[]
  readonly footage: 'new' | 'old' | 'unknown'
  /** The words that say the footage is new or old. */
  readonly basis?: Span
  readonly statements: readonly string[]
}

/** This is said to have happened. */
export interface Event extends Claim {
  readonly kind: string
  readonly what: string
  readonly participants: readonly {readonly entity: string; readonly part: 'agent' | 'target' | 'other'}[]
  readonly place?: string
  readonly when?: Time
}

/** The assessor judges, by this hedge, that the scope is so. */
export interface Assessment extends Claim {
  /** Local entity id; `document` where the document itself judges. */
  readonly assessor: string
  readonly hedge: Span
  /** ICD 203's band for the hedge, where it is one of its terms: `likely (55-80 %)`. */
  readonly band?: string
  readonly scope: Span
  /** Id of the claim it is about, or local id of the entity. */
  readonly about?: string
}

/** The text names where evidence lies: "documented in X's files". */
export interface Pointer extends Claim {
  readonly claim?: string
  readonly work: string
  readonly start: number
  readonly end: number
}

/** The text itself reports that these do not fit together. */
export interface Contrast extends Claim {
  readonly claims: readonly string[]
  readonly start: number
  readonly end: number
}

/** One thing that the document speaks of. */
export interface Entity {
  readonly id: string
  readonly kind: EntityKind
  readonly name: string
  readonly names: readonly string[]
  readonly mentions: readonly {
    readonly start: number
    readonly end: number
    readonly form: 'name' | 'nominal' | 'pronoun'
  }[]
}

/** An author, with the entity of the same name where the text mentions them. */
export interface ReadAuthor extends Author {
  readonly entity?: string
}

/** What one reader, at one version, read in one document: the contract, one JSON object. */
export interface Reading {
  readonly format: 'hearsay-reading/1'
  readonly reader: {readonly version: string; readonly models: Readonly<Record<string, string>>}
  readonly document: {
    readonly id: string
    /** The given id, path or address. */
    readonly ref: string
    readonly sha256: string
    readonly title?: string
    readonly published?: string
    readonly publishedBasis: PublishedBasis
    readonly outlet?: string
    readonly authors: readonly ReadAuthor[]
    readonly tags: readonly string[]
    readonly language: string
    readonly text: string
    readonly parts: readonly Part[]
  }
  readonly entities: readonly Entity[]
  readonly statements: readonly Statement[]
  readonly roles: readonly Role[]
  readonly relations: readonly Relation[]
  readonly productions: readonly Production[]
  readonly events: readonly Event[]
  readonly assessments: readonly Assessment[]
  readonly pointers: readonly Pointer[]
  readonly contrasts: readonly Contrast[]
  readonly attitudes: readonly Attitude[]
  readonly dates: readonly DateExpression[]
  readonly notices: readonly Notice[]
}
