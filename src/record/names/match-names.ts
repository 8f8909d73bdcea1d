import type {EntityKind} from '../../language/analysis.ts'
import {alignWords, type WordLink} from './align-words.ts'
import {matchFeatures} from './match-features.ts'
import {type NameWord, type ReadName, readName} from './read-name.ts'
import {chanceOf} from './score-trees.ts'

export interface NameMatch {
  /** From 0 to 1: how likely it is that both are names of one thing, going by the names alone. */
  readonly score: number
  /** For a reader: what speaks for it and against it. */
  readonly reasons: readonly string[]
}

/** From here on two names are taken for names of the same. */
export const MATCH_SCORE_MIN = 0.5

/** Compare two names, of any scripts, as names of one kind of thing. */
export function matchNames(a: string, b: string, {kind}: {readonly kind: EntityKind}): NameMatch {
  return matchReadNames(readName(a, kind), readName(b, kind))
}

/** The same of names that were taken apart before. */
export function matchReadNames(a: ReadName, b: ReadName): NameMatch {
  const links = alignWords(a, b)
  return {score: scoreOf(a, b, links), reasons: reasonsFor(a, b, links)}
}

/** The score alone, which takes less time. */
export function scoreReadNames(a: ReadName, b: ReadName): number {
  return a.folded === b.folded ? scoreOf(a, b, []) : scoreOf(a, b, alignWords(a, b))
}

function scoreOf(a: ReadName, b: ReadName, links: readonly WordLink[]): number {
  if (a.words.length === 0 || b.words.length === 0) return 0
  if (a.folded === b.folded) return 1
  return links.length === 0 ? 0 : chanceOf(matchFeatures(a, b, links))
}

function reasonsFor(a: ReadName, b: ReadName, links: readonly WordLink[]): string[] {
  if (a.words.length === 0 || b.words.length === 0) return ['nothing to compare']
  if (a.folded === b.folded) return ['same name']
  if (links.length === 0) return ['no word in common']
  const reasons = links.map(({startA, endA, startB, endB, likeness}) => {
    const [one, other] = [said(a.words, startA, endA), said(b.words, startB, endB)]
    if (likeness === 'same') return `same word: ${one}`
    return `${WORDS_FOR[likeness]}: ${one}/${other}`
  })
  const [onlyA, onlyB] = [
    leftOver(
      a.words,
      links.flatMap(link => range(link.startA, link.endA))
    ),
    leftOver(
      b.words,
      links.flatMap(link => range(link.startB, link.endB))
    )
  ]
  if (onlyA.length > 0) reasons.push(`only in one: ${onlyA.join(' ')}`)
  if (onlyB.length > 0) reasons.push(`only in the other: ${onlyB.join(' ')}`)
  return reasons
}

const WORDS_FOR = {
  spelling: 'spellings of each other',
  script: 'the same in two scripts',
  'pet name': 'a short or pet form',
  meaning: 'the same in two languages',
  initial: 'an initial',
  acronym: 'an acronym',
  joined: 'written as one word'
} as const

function said(words: readonly NameWord[], start: number, end: number): string {
  return words
    .slice(start, end)
    .map(({own}) => own)
    .join(' ')
}

function leftOver(words: readonly NameWord[], linked: readonly number[]): string[] {
  return words.filter((_, index) => !linked.includes(index)).map(({own}) => own)
}

function range(start: number, end: number): number[] {
  return Array.from({length: end - start}, (_, index) => start + index)
}
