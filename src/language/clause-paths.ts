import type {Parsed} from './analysis.ts'
import {mixHash} from './hashing.ts'

/** A word and what it hangs by, from the word up to the top of its sentence. */
export interface Climb {
  readonly words: readonly number[]
  /** The way from the word to each of `words`, as a hash of relations. */
  readonly ways: readonly number[]
  /** Clauses begun on the way to each. */
  readonly clauses: readonly number[]
}

/** Trees deeper than this are parsing errors or lists. */
const STEPS_MAX = 14

/** Climb from `word` to the top of its sentence, or `stepsMax` steps. */
export function climbFrom({heads, relations}: Parsed, word: number, stepsMax = STEPS_MAX): Climb {
  const words = [word]
  const ways = [0]
  const clauses = [0]
  for (let at = word; words.length <= stepsMax && 0 <= heads[at]!; at = heads[at]!) {
    const relation = relations[at]!
    words.push(heads[at]!)
    ways.push(mixHash(ways.at(-1)!, relationNumber(relation)))
    clauses.push(clauses.at(-1)! + Number(CLAUSES.has(relation)))
  }
  return {words, ways, clauses}
}

const RELATIONS = [
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'appos',
  'conj',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'csubj',
  'parataxis',
  'flat',
  'compound',
  'dislocated',
  'vocative'
]
const CLAUSES: ReadonlySet<string> = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis'])
const NUMBER_BY_RELATION: ReadonlyMap<string, number> = new Map(
  RELATIONS.map((relation, index) => [relation, index + 1])
)

function relationNumber(relation: string): number {
  return NUMBER_BY_RELATION.get(relation) ?? 0
}

/** For each word the subject of what it says; -1 where none is told. "Who" stands for what its clause hangs on. */
export function subjectsOfWords({heads, relations, forms}: Parsed): Int32Array {
  const subjects = new Int32Array(heads.length).fill(-1)
  for (let word = 0; word < heads.length; word++) {
    const verb = heads[word]!
    if (relations[word] !== 'nsubj' || verb < 0 || 0 <= subjects[verb]!) continue
    const isRelative = relations[verb] === 'acl' && /^(?:who|which|that)$/i.test(forms[word]!)
    subjects[verb] = isRelative ? heads[verb]! : word
  }
  return subjects
}

/**
 * Who does what is done around a word, the nearest clause first.
 *
 * ```text
 * Brandt met Holub, a clerk trying to find his keys.
 * ^^^^^^     ^^^^^                         ^^^
 * second     first
 * ```
 */
export function doersAround({heads, relations}: Parsed, {words}: Climb, subjects: Int32Array): number[] {
  const doers: number[] = []
  for (let step = 1; step < words.length; step++) {
    const word = words[step]!
    const subject = subjects[word]!
    const doer = 0 <= subject ? subject : relations[word] === 'acl' ? heads[word]! : -1
    if (doer < 0 || doer === words[step - 1]) continue
    const described = relations[doer] === 'appos' ? heads[doer]! : doer
    if (!doers.includes(described)) doers.push(described)
  }
  return doers
}
