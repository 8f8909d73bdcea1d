import type {Span} from '../text/span.ts'

/**
 * The words and sentences of a text. Word i covers `text.slice(starts[i], ends[i])`; sentence s is the words from
 * `sentenceStarts[s]` to `sentenceStarts[s + 1]`, whose last entry is the word count. All offsets are UTF-16 code units.
 */
export interface Words {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** One entry a sentence and a last one, the word count: never empty. */
  readonly sentenceStarts: Int32Array
  /** The words as printed, `forms[i] === text.slice(starts[i], ends[i])`. */
  readonly forms: readonly string[]
}

/** Universal Dependencies' parts of speech. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** Words with their part of speech (UPOS and the Penn tag) and lemma. */
export interface Tagged extends Words {
  readonly upos: readonly Upos[]
  readonly xpos: readonly string[]
  readonly lemmas: readonly string[]
  /** How sure each tag is, from 0 to 1. */
  readonly tagScores: Float32Array
}

/** Tagged words in dependency trees, one a sentence, without crossing arcs. */
export interface Parsed extends Tagged {
  /** Index of each word's head, counted over the whole text; -1 for the root of a sentence. */
  readonly heads: Int32Array
  /** How sure each head is, from 0 to 1. */
  readonly headScores: Float32Array
  /** Universal Dependencies relation to the head, without subtype; `root` for a root. */
  readonly relations: readonly string[]
}

export type EntityKind = 'person' | 'organisation' | 'outlet' | 'place' | 'production' | 'event' | 'work' | 'group'

/** These words name something of this kind. A title before the name ("Mullah", "Prime Minister") is not part of it. */
export interface Name extends Span {
  readonly firstWord: number
  /** One past the last word. */
  readonly endWord: number
  readonly kind: EntityKind
  /** The words of a title or honorific directly before the name, where there is one. */
  readonly title?: Span
  /** From 0 to 1. */
  readonly score: number
}

/** These words refer to an entity: by its name, by a description ("the group"), or by a pronoun. */
export interface Mention extends Span {
  readonly firstWord: number
  readonly endWord: number
  /** The word that carries the mention: the last of a name, the noun of a description, the pronoun. */
  readonly headWord: number
  readonly form: 'name' | 'nominal' | 'pronoun'
}

/** One thing the text speaks of, with every mention of it in the order of the text. */
export interface Chain {
  /** Local to the text: `e1`, `e2` … in the order of first mention. */
  readonly id: string
  readonly kind: EntityKind
  /** The fullest name. */
  readonly name: string
  /** Every different name, the fullest first. */
  readonly names: readonly string[]
  readonly mentions: readonly Mention[]
  /** From 0 to 1: how sure the joins are. */
  readonly score: number
}

/**
 * One thing the text speaks of more than once, named or not: "a guard", "he", "I". Its mentions are whole phrases, with all
 * that hangs on their nouns.
 */
export interface Thread {
  /** Local to the text: `t1`, `t2` … in the order of first mention. */
  readonly id: string
  /** The id of the chain of its name, where it has one. */
  readonly chain?: string
  /** Where a name or noun tells it. */
  readonly kind?: EntityKind
  readonly mentions: readonly Mention[]
  /** For each mention how sure its place here is, from 0 to 1; the first is its own reason, 1. */
  readonly scores: readonly number[]
}

/** These words say when, for how long or how often. Bounds are whole days, `YYYY-MM-DD`, both inclusive. */
export interface DateExpression extends Span {
  readonly type: 'date' | 'time' | 'duration' | 'set'
  /** EDTF (ISO 8601-2 level 1). */
  readonly edtf?: string
  /** ISO 8601 duration, `P3D`. */
  readonly duration?: string
  readonly earliest?: string
  readonly latest?: string
  /** EDTF of the date it was counted from. */
  readonly anchor?: string
  /** The rule that resolved it, in words a reader understands: `weekday before the date of publication`. */
  readonly rule: string
}

/** A text with everything the language layer knows of it: the ground that reading stands on. */
export interface Analysis extends Parsed {
  readonly names: readonly Name[]
  readonly chains: readonly Chain[]
  readonly threads: readonly Thread[]
  readonly dates: readonly DateExpression[]
  readonly notices: readonly LanguageNotice[]
}

/** Something odd in the text that made the analysis less sure. */
export interface LanguageNotice {
  readonly code: string
  readonly text: string
  readonly start?: number
  readonly end?: number
}

/** How many words `words` has. */
export function wordCount(words: Words): number {
  return words.starts.length
}

/** How many sentences `words` has. */
export function sentenceCount(words: Words): number {
  return words.sentenceStarts.length - 1
}

/** The index of the sentence that holds word `word`. */
export function sentenceOf({sentenceStarts}: Words, word: number): number {
  let low = 0
  let high = sentenceStarts.length - 1
  while (low < high - 1) {
    const middle = (low + high) >> 1
    if (sentenceStarts[middle]! <= word) low = middle
    else high = middle
  }
  return low
}

/** The first word that ends after `offset`; the word count when there is none. */
export function wordAt({ends}: Words, offset: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offset < ends[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

/** The words from `firstWord` to before `endWord` as a span of the text; both ends must differ. */
export function wordSpan({starts, ends}: Words, firstWord: number, endWord: number): Span {
  return {start: starts[firstWord]!, end: ends[endWord - 1]!}
}
