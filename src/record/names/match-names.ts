import type {EntityKind} from '../../language/analysis.ts'
import {alignWords, type WordLink} from './align-words.ts'
import {matchFeatures} from './match-features.ts'
import {matchReasons} from './match-reasons.ts'
import {MATCH_START, MATCH_TREES} from './match-trees.ts'
import {numbersDiffer} from './numerals.ts'
import {type NameWord, type ReadName, readName} from './read-name.ts'
import {chanceOf, forestFrom} from './score-trees.ts'

export interface NameMatch {
  /** From 0 to 1: how likely it is that both are names of one thing, going by the names alone. */
  readonly score: number
  /** For a reader: what speaks for it and against it. */
  readonly reasons: readonly string[]
}

/** From here on two names are taken for names of one thing: the most right answers on names that nothing was learnt from. */
export const MATCH_SCORE_MIN = 0.4

/** Compare two names, of any scripts, as names of one kind of thing. */
export function matchNames(a: string, b: string, {kind}: {readonly kind: EntityKind}): NameMatch {
  return matchReadNames(readName(a, kind), readName(b, kind))
}

/** The same of names that were taken apart before. */
export function matchReadNames(a: ReadName, b: ReadName): NameMatch {
  const links = alignWords(a, b)
  return {score: scoreOf(a, b, links), reasons: matchReasons(a, b, links)}
}

/** The score alone, which takes less time. */
export function scoreReadNames(a: ReadName, b: ReadName): number {
  return a.folded === b.folded ? scoreOf(a, b, []) : scoreOf(a, b, alignWords(a, b))
}

function scoreOf(a: ReadName, b: ReadName, links: readonly WordLink[]): number {
  if (a.words.length === 0 || b.words.length === 0) return 0
  if (a.folded === b.folded) return 1
  if (links.length === 0) return 0
  const chance = chanceOf(MATCHES, matchFeatures(a, b, links))
  if (numbersDiffer(a.words, b.words)) return OTHER_NUMBER_SHARE * chance
  if (a.kind === 'person') return chance
  const left = [leftOver(a, links, 'A'), leftOver(b, links, 'B')]
  if (left.every(words => words.length === 0)) return chance
  return Math.min(LEFT_OVER_MAX, tradesDiffer(left) ? OTHER_TRADE_SHARE * chance : chance)
}

const MATCHES = forestFrom(MATCH_START, MATCH_TREES)

/**
 * Bodies and things of which one name has a word that the other has not are never one for sure, however rare the rest: a town has a
 * `Karlow Steel Company`, a `Council for Steel in Karlow` and a `Karlow Steel Brigade`.
 */
const LEFT_OVER_MAX = 0.8

/** The words without a counterpart. */
function leftOver({words}: ReadName, links: readonly WordLink[], side: 'A' | 'B'): readonly NameWord[] {
  return words.filter((_, at) => !links.some(link => link[`start${side}`] <= at && at < link[`end${side}`]))
}

/** True of bodies named alike but for what they are or trade in: `Karlow Shipping` and `Karlow Oil` are mostly two of one owner. */
function tradesDiffer(left: readonly (readonly NameWord[])[]): boolean {
  return left.every(words => 0 < words.length && words.every(({isGeneric}) => isGeneric))
}

const OTHER_TRADE_SHARE = 0.7

/** Of the chance that names with other numbers in them are of one thing: most are of one series. */
const OTHER_NUMBER_SHARE = 0.4
