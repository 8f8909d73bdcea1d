import type {Chain, Mention, Name, Parsed} from './analysis.ts'
import {findAppositions} from './appositions.ts'
import type {EntityDraft} from './entity-draft.ts'
import {clusterNames} from './name-clusters.ts'
import {resolveReferences} from './references.ts'

/**
 * Find the things that `parsed` speaks of, each with every mention: by name, by description, by pronoun.
 *
 * ```text
 * Jana Holub, the minister for water, left early. She said the ministry ... Holub's deputy ... the minister
 * ^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^              ^^^                        ^^^^^             ^^^^^^^^^^^^
 * ```
 *
 * "I" and "we" are left to those who know the speakers, and a description that no name in the text bears has no chain.
 *
 * @returns chains in the order of first mention
 */
export function findChains(parsed: Parsed, names: readonly Name[]): Chain[] {
  const drafts = clusterNames(parsed.text, names)
  findAppositions(parsed, drafts)
  resolveReferences(parsed, drafts)
  return drafts
    .map(draft => ({draft, mentions: inOrder(draft.mentions)}))
    .sort(byFirstMention)
    .map(toChain(parsed.text))
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  const byStart = mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return byStart.filter((mention, index) => index === 0 || mention.headWord !== byStart[index - 1]!.headWord)
}

interface Gathered {
  readonly draft: EntityDraft
  readonly mentions: readonly Mention[]
}

function byFirstMention(a: Gathered, b: Gathered): number {
  return a.mentions[0]!.start - b.mentions[0]!.start
}

function toChain(text: string): (gathered: Gathered, index: number) => Chain {
  return ({draft, mentions}, index) => {
    const names = fullestFirst(draft.names.map(({start, end}) => text.slice(start, end).replace(/\s+/gu, ' ')))
    return {id: `e${index + 1}`, kind: draft.kind, name: names[0]!, names, mentions, score: meanScore(draft)}
  }
}

/** The different names: most words first, then most letters, then as they come. */
function fullestFirst(names: readonly string[]): string[] {
  const different = [...new Set(names)]
  return different.sort((a, b) => b.split(' ').length - a.split(' ').length || b.length - a.length)
}

function meanScore({names, joinScores}: EntityDraft): number {
  const nameScore = names.reduce((best, {score}) => Math.max(best, score), 0)
  const joins = joinScores.reduce((sum, score) => sum + score, 1) / (joinScores.length + 1)
  return Math.min(1, nameScore * joins)
}
