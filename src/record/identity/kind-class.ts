import type {EntityKind} from '../../language/analysis.ts'

/** Kinds that one thing may be read as in different documents count as one: a broadcaster is an outlet here, a body there. */
export type KindClass = 'person' | 'body' | 'place' | 'production' | 'work' | 'event'

const CLASS_OF: Readonly<Record<EntityKind, KindClass>> = {
  person: 'person',
  organisation: 'body',
  group: 'body',
  outlet: 'body',
  place: 'place',
  production: 'production',
  work: 'work',
  event: 'event'
}

/** The class of kinds within which names are compared. */
export function kindClass(kind: EntityKind): KindClass {
  return CLASS_OF[kind]
}
