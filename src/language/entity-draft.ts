import type {EntityKind, Mention, Name} from './analysis.ts'

export type Gender = 'female' | 'male' | 'unknown'

/** An entity while its mentions are being gathered. */
export interface EntityDraft {
  kind: EntityKind
  /** Names that mean it, in the order of the text. */
  readonly names: Name[]
  /** Those of them that the text gives as other names. */
  readonly aliases: Set<Name>
  readonly mentions: Mention[]
  gender: Gender
  /** Nouns that the text calls it by, in small letters: "emir", "group". */
  readonly nouns: Set<string>
  /** How sure each join was; the first name needs none. */
  readonly joinScores: number[]
}

/** The mention that a name is. */
export function nameMention({start, end, firstWord, endWord}: Name): Mention {
  return {start, end, firstWord, endWord, headWord: endWord - 1, form: 'name'}
}
