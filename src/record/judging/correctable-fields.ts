import type {EntityKind} from '../../language/analysis.ts'
import type {ClaimKind} from '../../reading/claim.ts'
import type {DocumentField} from './judgement.ts'

/** What a field of a claim may be corrected to. An optional one may also be emptied. */
export type FieldRule =
  | {readonly kind: 'words'; readonly isOptional?: true}
  | {readonly kind: 'one-of'; readonly values: readonly string[]}
  /** An EDTF string; kept with its first and last day. */
  | {readonly kind: 'time'; readonly isOptional: true}
  /** Words of the document that name it; where `orWords`, also any other words. */
  | {
      readonly kind: 'entity'
      readonly entity: EntityKind
      readonly isOptional?: true
      readonly orWords?: true
    }
  /** One stretch of the document's words, or several in its order. */
  | {readonly kind: 'span'}
  | {readonly kind: 'spans'}
  /** All who took part, each by words of the document that name them, with the part they had. */
  | {readonly kind: 'participants'; readonly entity: EntityKind; readonly isOptional: true}

/** How somebody took part in an event. */
export const PARTICIPATIONS = ['agent', 'target', 'other'] as const

const polarity: FieldRule = {kind: 'one-of', values: ['positive', 'negative']}
const words: FieldRule = {kind: 'words'}
const time: FieldRule = {kind: 'time', isOptional: true}

const STATEMENT: Readonly<Record<string, FieldRule>> = {
  speaker: {kind: 'entity', entity: 'person', isOptional: true},
  content: {kind: 'spans'},
  kind: {kind: 'one-of', values: ['direct', 'indirect', 'mixed']},
  production: {kind: 'entity', entity: 'production', isOptional: true},
  polarity
}

/** The fields that a person can correct, by kind of claim. Where a reader chose other words altogether, a new claim is made. */
export const CORRECTABLE: Readonly<Record<ClaimKind, Readonly<Record<string, FieldRule>>>> = {
  statement: STATEMENT,
  attitude: STATEMENT,
  role: {
    person: {kind: 'entity', entity: 'person'},
    title: words,
    organisation: {kind: 'entity', entity: 'organisation', isOptional: true, orWords: true},
    status: {kind: 'one-of', values: ['current', 'former', 'acting', 'designate', 'unknown']},
    observed: time,
    begun: time,
    ended: time,
    polarity
  },
  relation: {
    from: {kind: 'entity', entity: 'organisation'},
    to: {kind: 'entity', entity: 'organisation'},
    kind: {
      kind: 'one-of',
      values: ['ally', 'rival', 'member', 'part-of', 'affiliate', 'splinter', 'merger', 'successor', 'family', 'other']
    },
    phrase: words,
    during: time,
    polarity
  },
  production: {
    title: words,
    medium: words,
    producer: {kind: 'entity', entity: 'organisation', isOptional: true, orWords: true},
    attributedTo: {kind: 'entity', entity: 'organisation', isOptional: true, orWords: true},
    released: time,
    polarity
  },
  event: {
    kind: words,
    what: words,
    participants: {kind: 'participants', entity: 'person', isOptional: true},
    place: {kind: 'entity', entity: 'place', isOptional: true},
    when: time,
    polarity
  },
  assessment: {
    assessor: {kind: 'entity', entity: 'person', orWords: true},
    scope: {kind: 'span'},
    band: {kind: 'words', isOptional: true},
    polarity
  },
  pointer: {work: words, polarity},
  contrast: {polarity}
}

/** What is said of a document that a person can correct, with how it is given. */
export const CORRECTABLE_OF_DOCUMENT: Readonly<Record<DocumentField, 'time' | 'words' | 'list'>> = {
  published: 'time',
  outlet: 'words',
  title: 'words',
  authors: 'list'
}
