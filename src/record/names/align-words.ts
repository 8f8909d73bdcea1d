import {isSpeltBy} from './acronyms.ts'
import {compareSpellings, compareWords, type WordMatch} from './compare-words.ts'
import type {NameWord, ReadName} from './read-name.ts'

/** These words of one name stand for those of the other. Ends are exclusive. */
export interface WordLink extends WordMatch {
  readonly startA: number
  readonly endA: number
  readonly startB: number
  readonly endB: number
}

/** Find which words of two names stand for each other: the best links first, each word in one. */
export function alignWords(nameA: ReadName, nameB: ReadName): WordLink[] {
  const [a, b] = [nameA.words, nameB.words]
  const isPerson = nameA.kind === 'person'
  const found = [...singleLinks(a, b, isPerson), ...joinedLinks(a, b), ...(isPerson ? [] : acronymLinks(nameA, nameB))]
  found.sort((one, other) => gainOf(other, a, b) - gainOf(one, a, b))
  const links: WordLink[] = []
  for (const link of found) if (!links.some(taken => overlap(taken, link))) links.push(link)
  return links
}

/** Less alike than this, words are different words. */
const SCORE_MIN = 0.3

function singleLinks(a: readonly NameWord[], b: readonly NameWord[], isPerson: boolean): WordLink[] {
  const links: WordLink[] = []
  for (const [i, wordA] of a.entries())
    for (const [j, wordB] of b.entries()) {
      const match = compareWords(wordA, wordB, isPerson)
      if (SCORE_MIN <= match.score) links.push({...match, startA: i, endA: i + 1, startB: j, endB: j + 1})
    }
  return links
}

/** `Abd al-Basit` and `Abdelbasit`, `Su Man` and `Suman`: words written as one. */
function joinedLinks(a: readonly NameWord[], b: readonly NameWord[]): WordLink[] {
  const inA = joinedWithOne(a, b).map(({joined, one, match}) => ({
    ...match,
    startA: joined,
    endA: joined + 2,
    startB: one,
    endB: one + 1
  }))
  const inB = joinedWithOne(b, a).map(({joined, one, match}) => ({
    ...match,
    startA: one,
    endA: one + 1,
    startB: joined,
    endB: joined + 2
  }))
  return [...inA, ...inB]
}

function joinedWithOne(
  words: readonly NameWord[],
  others: readonly NameWord[]
): {joined: number; one: number; match: WordMatch}[] {
  const found: {joined: number; one: number; match: WordMatch}[] = []
  for (let joined = 0; joined + 1 < words.length; joined++) {
    const [first, second] = [words[joined]!, words[joined + 1]!]
    if (first.role === 'initial' || second.role === 'initial') continue
    const [own, readings] = [first.own + second.own, [...first.readings, ...second.readings]]
    const written = [second.before, asSpoken(second)].map(before => first.latin + before + second.latin)
    for (const [one, other] of others.entries()) {
      if (other.role === 'initial') continue
      for (const latin of new Set(written)) {
        if (latin[0] !== other.latin[0] || 3 < Math.abs(latin.length - other.latin.length)) continue
        const {score} = compareSpellings({own, latin, readings}, other)
        if (JOINED_MIN <= score && alone(first, second, other) < score)
          found.push({joined, one, match: {score: score * 0.98, likeness: 'joined'}})
      }
    }
  }
  return found
}

const JOINED_MIN = 0.7

/** How alike one of the two is by itself: `Harbour` is the first word of `Harbour Oil`, and not both written as one. */
function alone(first: NameWord, second: NameWord, other: NameWord): number {
  return Math.max(compareSpellings(first, other).score, compareSpellings(second, other).score)
}

/** The Arabic article before a sun letter as it is spoken: `ad` of `al-Din`. */
function asSpoken({before, latin}: NameWord): string {
  return /[aeu]l$/.test(before) && /^[tdrzsn]/.test(latin) ? before.slice(0, -1) + latin[0] : before
}

/** `HWU` and `Harbour Workers Union`: the first letters of words that follow each other, or of all but some of the small ones. */
function acronymLinks(a: ReadName, b: ReadName): WordLink[] {
  const inA = acronymsFor(a, b).map(({at, start, end}) => ({startA: at, endA: at + 1, startB: start, endB: end}))
  const inB = acronymsFor(b, a).map(({at, start, end}) => ({startA: start, endA: end, startB: at, endB: at + 1}))
  return [...inA, ...inB].map(link => ({...link, score: 0.95, likeness: 'acronym'}))
}

function acronymsFor({words}: ReadName, other: ReadName): {at: number; start: number; end: number}[] {
  const found: {at: number; start: number; end: number}[] = []
  if (other.words.length < 2) return found
  const initials = other.words.map(({latin}) => latin[0] ?? ' ').join('')
  for (const [at, {latin, isAcronym}] of words.entries()) {
    if (!isAcronym || latin.length < 2) continue
    const start = initials.indexOf(latin)
    if (start !== -1) found.push({at, start, end: start + latin.length})
    else if (3 <= latin.length && isSpeltBy(latin, other.initials)) found.push({at, start: 0, end: other.words.length})
  }
  return found
}

/** How much of the two names a link explains. */
function gainOf({score, startA, endA, startB, endB}: WordLink, a: readonly NameWord[], b: readonly NameWord[]): number {
  return score * score * (weightOf(a, startA, endA) + weightOf(b, startB, endB))
}

function weightOf(words: readonly NameWord[], start: number, end: number): number {
  let weight = 0
  for (let index = start; index < end; index++) weight += words[index]!.weight
  return weight
}

function overlap(one: WordLink, other: WordLink): boolean {
  const inA = one.startA < other.endA && other.startA < one.endA
  return inA || (one.startB < other.endB && other.startB < one.endB)
}
