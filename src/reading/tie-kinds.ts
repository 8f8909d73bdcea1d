import type {EntityKind} from '../language/analysis.ts'
import type {RelationKind} from './reading.ts'

/** A tie that words between two things may tell, told by a trained model. */
export interface TieKind {
  readonly name: string
  readonly kind: RelationKind
  /** What the words are said to read as, for whoever asks why. */
  readonly reason: string
  /** Kinds of the ends, first and second as the relation runs, one letter each: see {@link END_LETTERS}. */
  readonly ends: readonly string[]
  /** It says all that a wider tie says, and more. */
  readonly isNarrow?: true
}

/** The ties that the model tells, in the order of its labels. */
export const TIE_KINDS: readonly TieKind[] = [
  {name: 'birthplace', kind: 'other', reason: 'born there', ends: ['pl']},
  {name: 'residence', kind: 'other', reason: 'lives or lived there', ends: ['pl']},
  {name: 'education', kind: 'other', reason: 'studied there', ends: ['po', 'pl']},
  {name: 'membership', kind: 'member', reason: 'works there or belongs to it', ends: ['po', 'pl']},
  {name: 'chief', kind: 'member', reason: 'leads it as its chief executive', ends: ['po'], isNarrow: true},
  {name: 'founder', kind: 'other', reason: 'founded it', ends: ['po']},
  {name: 'party', kind: 'member', reason: 'stands with this party', ends: ['po'], isNarrow: true},
  {name: 'marriage', kind: 'family', reason: 'is or was married to', ends: ['pp']},
  {name: 'parentage', kind: 'family', reason: 'is a child of', ends: ['pp']},
  {name: 'seat', kind: 'other', reason: 'has its seat there', ends: ['ol']},
  {name: 'ownership', kind: 'part-of', reason: 'is part of', ends: ['oo']}
]

/** A person, a body or a place; other kinds of things are in no tie. */
export const END_LETTERS: Partial<Readonly<Record<EntityKind, string>>> = {
  person: 'p',
  organisation: 'o',
  outlet: 'o',
  group: 'o',
  place: 'l'
}
