import {type Analysis, type Chain, wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {isPossessive} from './word-classes.ts'

/** Somebody who held a post before or after somebody else. */
export interface TurnTaker {
  readonly person: Chain
  readonly of: Chain
  readonly isBefore: boolean
  readonly evidence: Span
}

/**
 * Who is called the predecessor or successor of whom: the post is the other's.
 *
 * ```text
 * The mayor, Ida Holm, left. Her predecessor, Osk Varga, and Holm's successor Per Dahl said no.
 *                            ^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function findTurnTakers(analysis: Analysis): TurnTaker[] {
  const {forms} = analysis
  return forms.flatMap((form, word) => {
    const [, turn] = /^(predecess|success)or$/.exec(form) ?? []
    const owner = turn === undefined ? undefined : ownerBefore(analysis, word)
    const holder = owner && mentionIndex(analysis).from(forms[word + 1] === ',' ? word + 2 : word + 1)
    if (!owner || holder?.chain.kind !== 'person' || holder.form !== 'name' || holder.chain === owner.chain) return []
    const evidence = wordSpan(analysis, owner.firstWord, holder.endWord)
    return [{person: holder.chain, of: owner.chain, isBefore: turn === 'predecess', evidence}]
  })
}

/** "her", "Holm's" */
function ownerBefore(analysis: Analysis, word: number): Place | undefined {
  const index = mentionIndex(analysis)
  const end = isPossessive(analysis.forms[word - 1]) ? word - 1 : word
  const place = index.before(end)
  const isOwner = place?.endWord === end && (end < word || place.form === 'pronoun')
  return isOwner && place.chain.kind === 'person' ? place : undefined
}
