import type {Name, Parsed} from './analysis.ts'
import {pronounOf} from './pronouns.ts'

/** Words that may speak of something: a noun with all that hangs on it, a name, a pronoun. */
export interface MentionSpan {
  readonly firstWord: number
  readonly endWord: number
  readonly headWord: number
  /** "X and Y" as one. */
  readonly isJoined: boolean
  /** The name that the words hold as their head: its index. */
  readonly name: number | undefined
}

/**
 * Find the words of `parsed` that may speak of something, in the order of their first words, the longer first.
 *
 * ```text
 * The head of the union met two members and her lawyer.
 * ^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^
 *             ^^^^^^^^^     ^^^^^^^^^^^     ^^^ and ^^^^^^^^^^
 * ```
 */
export function findMentionSpans(parsed: Parsed, names: readonly Name[]): MentionSpan[] {
  const edges = phraseEdges(parsed)
  const nameByHead = namesByHead(parsed, names)
  const insideName = wordsInside(parsed, names)
  const spans: MentionSpan[] = []
  for (let word = 0; word < parsed.forms.length; word++) {
    const name = nameByHead.get(word)
    if (name === undefined && (insideName[word] || !isHead(parsed, word))) continue
    const whole = widened(parsed, edges, word, name === undefined ? undefined : names[name])
    spans.push({...whole, headWord: word, isJoined: false, name})
    if (edges.joinedEnd[word]! <= whole.endWord) continue
    const {firstWord} = whole
    const endWord = trimmedEnd(parsed, firstWord, edges.joinedEnd[word]!)
    spans.push({firstWord, endWord, headWord: word, isJoined: true, name: undefined})
  }
  return spans.sort((a, b) => a.firstWord - b.firstWord || b.endWord - a.endWord || a.headWord - b.headWord)
}

/** Longer phrases are lists or parsing errors. */
const PHRASE_WORDS_MAX = 60

interface Edges {
  readonly first: Int32Array
  readonly end: Int32Array
  /** The end with what is joined to it by "and"; no further than `end` where nothing is. */
  readonly joinedEnd: Int32Array
}

/** How far each word's phrase reaches; children are done before their heads, so each word is looked at once. */
function phraseEdges({heads, relations, forms, upos}: Parsed): Edges {
  const {length} = forms
  const first = Int32Array.from({length}, (_, word) => word)
  const end = first.map(word => word + 1)
  const joinedEnd = end.slice()
  const wholeFirst = first.slice()
  const wholeEnd = end.slice()
  for (const word of childrenFirst(heads)) {
    const head = heads[word]!
    if (head < 0) continue
    wholeFirst[head] = Math.min(wholeFirst[head]!, wholeFirst[word]!)
    wholeEnd[head] = Math.max(wholeEnd[head]!, wholeEnd[word]!)
    const relation = relations[word]!
    if (relation === 'conj' && head < word && NOMINAL.has(upos[word]!)) {
      joinedEnd[head] = Math.max(joinedEnd[head]!, wholeEnd[word]!)
    } else if (isPart(relation, word < head)) {
      first[head] = Math.min(first[head]!, wholeFirst[word]!)
      end[head] = Math.max(end[head]!, wholeEnd[word]!)
    }
  }
  return {first, end, joinedEnd}
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])

/** Whether a child belongs to the phrase of its head: what a noun governs as a predicate does not. */
function isPart(relation: string, isBefore: boolean): boolean {
  switch (relation) {
    case 'det':
    case 'amod':
    case 'nummod':
    case 'compound':
    case 'flat':
    case 'fixed':
    case 'nmod':
    case 'appos':
    case 'goeswith':
    case 'clf':
      return true
    case 'advmod':
      return isBefore
    case 'acl':
    case 'case':
      return !isBefore
    default:
      return false
  }
}

/** All words, each after its children. */
function childrenFirst(heads: Int32Array): Int32Array {
  const waiting = new Int32Array(heads.length)
  for (const head of heads) if (0 <= head) waiting[head]!++
  const order = new Int32Array(heads.length)
  let filled = 0
  for (let word = 0; word < heads.length; word++) if (waiting[word] === 0) order[filled++] = word
  for (let place = 0; place < filled; place++) {
    const head = heads[order[place]!]!
    if (0 <= head && --waiting[head]! === 0) order[filled++] = head
  }
  return order.subarray(0, filled)
}

/** The word that each name hangs by, or the title that it hangs on: "President Ada Brun". */
function namesByHead({heads, relations}: Parsed, names: readonly Name[]): Map<number, number> {
  const nameByHead = new Map<number, number>()
  for (const [index, {firstWord, endWord}] of names.entries()) {
    let head = firstWord
    while (head < endWord - 1 && firstWord <= heads[head]! && heads[head]! < endWord) head++
    const outside = heads[head]!
    const isTitled =
      outside === firstWord - 1 && (relations[head] === 'flat' || relations[head] === 'appos') && 0 <= outside
    nameByHead.set(isTitled ? outside : head, index)
  }
  return nameByHead
}

function wordsInside({forms}: Parsed, names: readonly Name[]): Uint8Array {
  const inside = new Uint8Array(forms.length)
  for (const {firstWord, endWord} of names) inside.fill(1, firstWord, endWord)
  return inside
}

function isHead({upos, xpos, relations, forms, heads}: Parsed, word: number): boolean {
  const relation = relations[word]!
  if (relation === 'flat' || relation === 'fixed' || relation === 'goeswith' || relation === 'appos') return false
  switch (upos[word]) {
    case 'PROPN':
      return relation !== 'compound' || heads[word] !== word + 1 || /^\p{Lu}/u.test(forms[word]!)
    case 'NOUN':
      return relation !== 'compound'
    case 'PRON':
      return relation !== 'expl' && !/^W/.test(xpos[word]!) && !isRelativeThat(forms, relations, heads, word)
    case 'DET':
      return /^(?:this|that|these|those|his|her|its|their|my|your|our)$/i.test(forms[word]!) && relation !== 'det'
    default:
      return pronounOf(forms[word]!) !== undefined && /^PRP/.test(xpos[word]!)
  }
}

/** "the house that he built": "that" stands in a clause that hangs on a noun before it. */
function isRelativeThat(
  forms: readonly string[],
  relations: readonly string[],
  heads: Int32Array,
  word: number
): boolean {
  return forms[word]!.toLowerCase() === 'that' && heads[word]! > word && relations[heads[word]!] === 'acl'
}

/** The phrase of a word, no less than its name, without loose punctuation at its end. */
function widened(parsed: Parsed, {first, end}: Edges, word: number, name: Name | undefined) {
  if (/^PRP/.test(parsed.xpos[word]!) && !name) return {firstWord: word, endWord: word + 1}
  const from = Math.min(first[word]!, name?.firstWord ?? word)
  const to = Math.max(end[word]!, name?.endWord ?? word + 1)
  if (PHRASE_WORDS_MAX < to - from)
    return {firstWord: Math.min(word, name?.firstWord ?? word), endWord: Math.max(word + 1, name?.endWord ?? 0)}
  return {firstWord: from, endWord: trimmedEnd(parsed, from, Math.max(to, 1))}
}

/** Take in a bracket or quotation mark that closes one inside. */
function trimmedEnd({forms}: Parsed, firstWord: number, endWord: number): number {
  const opening = OPENING_BY_CLOSING[forms[endWord] ?? '']
  if (!opening) return endWord
  for (let word = endWord - 1; firstWord <= word && endWord - PHRASE_WORDS_MAX < word; word--) {
    if (forms[word] === forms[endWord]) return endWord
    if (forms[word] === opening) return endWord + 1
  }
  return endWord
}

const OPENING_BY_CLOSING: Readonly<Record<string, string>> = {')': '(', ']': '[', '”': '“'}
