/** What a word for kin says of both ends, seen from the one it is told of. */
export interface Kin {
  /** Words that say the same have the same. */
  readonly tie: string
  /** The same tie, seen from the other end. */
  readonly inverse: string
  /** Whether there can be one such person only: everybody has one father, not one brother. */
  readonly isOne: boolean
}

const KIN: readonly (readonly [words: string, tie: string, inverse: string, isOne: boolean])[] = [
  ['father', 'parent', 'child', true],
  ['mother', 'parent', 'child', true],
  ['parent', 'parent', 'child', false],
  ['son daughter child', 'child', 'parent', false],
  ['brother sister sibling twin', 'sibling', 'sibling', false],
  ['husband wife spouse', 'spouse', 'spouse', false],
  ['grandfather grandmother grandparent', 'grandparent', 'grandchild', false],
  ['grandson granddaughter grandchild', 'grandchild', 'grandparent', false],
  ['uncle aunt', 'uncle', 'nephew', false],
  ['nephew niece', 'nephew', 'uncle', false],
  ['cousin', 'cousin', 'cousin', false]
]

/** What makes another tie of a word for kin. */
const CHANGING = /(?:half|step|foster|adoptive|adopted|inlaw|in law|former|ex|god|great|late)/

const kinByWord: ReadonlyMap<string, Kin> = new Map(
  KIN.flatMap(([words, tie, inverse, isOne]) => words.split(' ').map(word => [word, {tie, inverse, isOne}] as const))
)

/** The tie that the folded phrase of a family relation tells, "the younger brother of"; undefined for others. */
export function kinOf(phrase: string): (Kin & {readonly word: string}) | undefined {
  if (CHANGING.test(phrase)) return undefined
  const found = phrase.split(' ').filter(word => kinByWord.has(word))
  return found.length === 1 ? {word: found[0]!, ...kinByWord.get(found[0]!)!} : undefined
}
