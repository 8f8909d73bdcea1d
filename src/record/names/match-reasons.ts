import type {WordLink} from './align-words.ts'
import type {Likeness} from './compare-words.ts'
import {lookOf, mixesScripts} from './lookalikes.ts'
import type {NameWord, ReadName} from './read-name.ts'

/** What speaks for and against two names being of one, in words for a reader. */
export function matchReasons(a: ReadName, b: ReadName, links: readonly WordLink[]): string[] {
  if (a.words.length === 0 || b.words.length === 0) return ['one has nothing to compare']
  if (a.folded === b.folded) return ['same name']
  const told = [...links].sort((one, other) => other.endA - one.endA).map(link => linkReason(a, b, link))
  const [onlyA, onlyB] = [leftOver(a.words, links, 'A'), leftOver(b.words, links, 'B')]
  const left = [onlyA, onlyB].filter(words => words !== '').map(words => `only in one: ${words}`)
  const both = onlyA !== '' && onlyB !== '' ? [`differ: ${onlyA} and ${onlyB}`] : left
  return [...(links.length === 0 ? ['no word in common'] : told), ...both, ...lookalikeReasons(a, b)]
}

function linkReason(a: ReadName, b: ReadName, {startA, endA, startB, endB, likeness}: WordLink): string {
  const [one, other] = [wordsOf(a.words, startA, endA), wordsOf(b.words, startB, endB)]
  const part = partOf(a, b, startA, endA, startB, endB)
  if (likeness === 'same') return `same ${part}: ${one}`
  return `${part} ${WORDS_FOR[likeness]}: ${one} and ${other}`
}

const WORDS_FOR: Readonly<Record<Exclude<Likeness, 'same'>, string>> = {
  spelling: 'in two spellings',
  script: 'in two scripts',
  'pet name': 'and a short or pet form of it',
  meaning: 'in two languages',
  initial: 'and an initial that fits it',
  acronym: 'and its first letters',
  joined: 'written as one word and as two'
}

/** Which part of the name it is, where both agree on it. */
function partOf(a: ReadName, b: ReadName, startA: number, endA: number, startB: number, endB: number): string {
  if (a.kind !== 'person' || a.words.length < 2 || b.words.length < 2) return 'word'
  if (a.words[startA]!.role === 'kunya') return 'kunya'
  if (endA === a.words.length && endB === b.words.length) return 'surname'
  return startA === 0 && startB === 0 ? 'forename' : 'part'
}

function wordsOf(words: readonly NameWord[], start: number, end: number): string {
  return words
    .slice(start, end)
    .map(({own, before, role}) => (role === 'kunya' ? `${before} ${own}` : own))
    .join(' ')
}

function leftOver(words: readonly NameWord[], links: readonly WordLink[], side: 'A' | 'B'): string {
  const isLinked = (index: number) =>
    links.some(({startA, endA, startB, endB}) =>
      side === 'A' ? startA <= index && index < endA : startB <= index && index < endB
    )
  const left = words.map((_, index) => index).filter(index => !isLinked(index))
  return left.map(index => wordsOf(words, index, index + 1)).join(' ')
}

/** Said and never counted: a name that only looks like another is none of it. */
function lookalikeReasons(a: ReadName, b: ReadName): string[] {
  const reasons: string[] = []
  for (const {own} of [...a.words, ...b.words])
    if (mixesScripts(own)) reasons.push(`letters of two scripts that look alike in one word: ${own}`)
  for (const wordA of a.words)
    for (const wordB of b.words)
      if (wordA.own !== wordB.own && lookOf(wordA.own) === lookOf(wordB.own))
        reasons.push(`looks the same in other letters: ${wordA.own} and ${wordB.own}`)
  return reasons
}
