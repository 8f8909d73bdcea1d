import type {WordLink} from './align-words.ts'
import {compareWords} from './compare-words.ts'
import type {NameWord, ReadName} from './read-name.ts'
import {spellingDistance} from './spelling-distance.ts'
import {leavesVowelsOut} from './vowels.ts'

/**
 * What two names have in common and what not, each a number. The second is 1 where more of it never speaks against a match, -1 where
 * never for one: the learnt trees keep to it.
 */
export const MATCH_FEATURES = [
  ['least covered', 1],
  ['most covered', 1],
  ['least alike link', 0],
  ['most alike link', 0],
  ['left over in both', -1],
  ['left over in one', 0],
  ['bits shared', 1],
  ['letters alike', 1],
  ['fewest words', 0],
  ['most words', 0],
  ['initials', 0],
  ['last words alike', 0],
  ['first words alike', 0],
  ['acronym', 0],
  ['two scripts', 0],
  ['kunyas linked', 0],
  ['kunyas', 0],
  ['crossed', 0],
  ['kind', 0],
  ['joined', 0],
  ['bits left over in both', -1],
  ['vowels left out', 0],
  ['initials that differ', -1],
  ['bits of the rarest link', 1],
  ['left over but alike', 1]
] as const

/** The features of two names whose words were aligned. */
export function matchFeatures(a: ReadName, b: ReadName, links: readonly WordLink[]): Float64Array {
  const [sideA, sideB] = [sideOf(a.words, links, 'A'), sideOf(b.words, links, 'B')]
  const scores = links.map(({score}) => score)
  const [nA, nB] = [a.words.length, b.words.length]
  const opens = leavesVowelsOut(a.folded) !== leavesVowelsOut(b.folded)
  return Float64Array.of(
    Math.min(sideA.share, sideB.share),
    Math.max(sideA.share, sideB.share),
    links.length === 0 ? 0 : Math.min(...scores),
    links.length === 0 ? 0 : Math.max(...scores),
    Math.min(sideA.left, sideB.left),
    Math.max(sideA.left, sideB.left),
    Math.min(sideA.bits, sideB.bits),
    1 - spellingDistance(sortedLetters(a.words), sortedLetters(b.words), {vowelsAreOpen: opens}),
    Math.min(nA, nB),
    Math.max(nA, nB),
    links.filter(({likeness}) => likeness === 'initial').length,
    linkScore(links, nA - 1, nB - 1),
    linkScore(links, 0, 0),
    links.some(({likeness}) => likeness === 'acronym') ? 1 : 0,
    isForeign(a) === isForeign(b) ? 0 : 1,
    links.filter(({startA, startB}) => a.words[startA]!.role === 'kunya' && b.words[startB]!.role === 'kunya').length,
    kunyaCount(a.words) + kunyaCount(b.words),
    crossings(links),
    KIND_CODES[a.kind],
    links.some(({likeness}) => likeness === 'joined') ? 1 : 0,
    Math.min(sideA.bitsLeft, sideB.bitsLeft),
    opens ? 1 : 0,
    strayInitials(a.words, b.words, links, 'A') + strayInitials(b.words, a.words, links, 'B'),
    rarestLink(a.words, b.words, links),
    leftOverLikeness(a.words, b.words, links, a.kind === 'person')
  )
}

/** Persons and bodies are named in their own ways; the rest is alike. */
const KIND_CODES = {
  person: 0,
  group: 1,
  organisation: 1,
  outlet: 1,
  place: 2,
  production: 2,
  work: 2,
  event: 2
} as const

interface Side {
  readonly share: number
  readonly left: number
  readonly bits: number
  readonly bitsLeft: number
}

function sideOf(words: readonly NameWord[], links: readonly WordLink[], side: 'A' | 'B'): Side {
  const scores = new Float64Array(words.length)
  for (const link of links) {
    const [start, end] = side === 'A' ? [link.startA, link.endA] : [link.startB, link.endB]
    scores.fill(link.score, start, end)
  }
  let [whole, matched, left, bits, bitsLeft] = [0, 0, 0, 0, 0]
  for (const [index, word] of words.entries()) {
    const score = scores[index]!
    whole += word.weight
    matched += word.weight * score
    bits += word.bits * score
    if (score === 0) {
      left += word.weight
      bitsLeft += word.bits
    }
  }
  return {share: matched / whole, left, bits, bitsLeft}
}

/** Initials without a counterpart, where the other name has a word left over that they could have stood for. */
function strayInitials(
  words: readonly NameWord[],
  others: readonly NameWord[],
  links: readonly WordLink[],
  side: 'A' | 'B'
): number {
  const linked = (at: number, ofWords: boolean) =>
    links.some(({startA, endA, startB, endB}) => {
      const [start, end] = (side === 'A') === ofWords ? [startA, endA] : [startB, endB]
      return start <= at && at < end
    })
  const strays = words.filter(({role}, index) => role === 'initial' && !linked(index, true)).length
  return Math.min(strays, others.filter((_, index) => !linked(index, false)).length)
}

/** The bits of the rarest word that has a counterpart. */
function rarestLink(a: readonly NameWord[], b: readonly NameWord[], links: readonly WordLink[]): number {
  let most = 0
  for (const {startA, endA, startB, endB, score} of links) {
    const bits = Math.min(bitsOf(a, startA, endA), bitsOf(b, startB, endB))
    most = Math.max(most, bits * score)
  }
  return most
}

function bitsOf(words: readonly NameWord[], start: number, end: number): number {
  let bits = 0
  for (let index = start; index < end; index++) bits += words[index]!.bits
  return bits
}

/** How alike the two words are that are most alike among those without a counterpart. */
function leftOverLikeness(
  a: readonly NameWord[],
  b: readonly NameWord[],
  links: readonly WordLink[],
  isPerson: boolean
): number {
  const leftA = a.filter((_, index) => !links.some(({startA, endA}) => startA <= index && index < endA))
  const leftB = b.filter((_, index) => !links.some(({startB, endB}) => startB <= index && index < endB))
  let most = 0
  for (const one of leftA)
    for (const other of leftB) {
      if (one.role === 'initial' || other.role === 'initial') continue
      most = Math.max(most, compareWords(one, other, isPerson).score)
    }
  return most
}

function sortedLetters(words: readonly NameWord[]): string {
  if (words.length === 1) return words[0]!.latin
  return words
    .map(({latin}) => latin)
    .sort()
    .join('')
}

function linkScore(links: readonly WordLink[], atA: number, atB: number): number {
  const link = links.find(({startA, endA}) => startA <= atA && atA < endA)
  return link && link.startB <= atB && atB < link.endB ? link.score : 0
}

function isForeign({folded}: ReadName): boolean {
  return /[^\x00-\u024f]/.test(folded)
}

function kunyaCount(words: readonly NameWord[]): number {
  return words.filter(({role}) => role === 'kunya').length
}

/** How many pairs of links stand in another order in the one name than in the other. */
function crossings(links: readonly WordLink[]): number {
  let count = 0
  for (const [index, one] of links.entries())
    for (const other of links.slice(index + 1)) if (one.startA < other.startA !== one.startB < other.startB) count++
  return count
}
