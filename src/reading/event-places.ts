import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import type {WordBounds} from './relation-draft.ts'

/**
 * The place where the event of `trigger` was: named after "in", "at" or "near" in its own clause.
 *
 * ```text
 * The depot in Osterby was attacked, said the mayor, who was born in Westerby.
 *              ^^^^^^^ this one                                       ^^^^^^^^ not that
 * ```
 *
 * @param trigger - the verb or noun that tells it, and the `verb` that says of the noun that it was
 * @param isAnywhere - a disaster strikes places without such a word: "a flood of Osterby"
 */
export function placeOf(
  analysis: Analysis,
  {trigger, verb}: {trigger: number; verb?: number | undefined},
  {first, end}: WordBounds,
  isAnywhere: boolean
): string | undefined {
  const index = mentionIndex(analysis)
  let near: Place | undefined
  for (let word = first; word < end; word++) {
    const place = index.from(word)
    if (place?.chain.kind !== 'place' || !(isAnywhere || isLocated(analysis, word, first))) continue
    if (isUnder(analysis, place.headWord, trigger) || (verb !== undefined && isUnder(analysis, place.headWord, verb)))
      return place.chain.id
    if (!near && isOfWiderClause(analysis, place.headWord, trigger)) near = place
  }
  return near?.chain.id
}

function isLocated({forms}: Analysis, word: number, first: number): boolean {
  return forms
    .slice(Math.max(first, word - 4), word)
    .some(form => /^(?:in|at|near|outside|across|on|inside|off|along|around|through|throughout)$/i.test(form))
}

/** Whether the way up the tree from `word` meets `trigger` before any other verb. */
function isUnder({heads, upos}: Analysis, word: number, trigger: number): boolean {
  let at = word
  for (let step = 0; step < STEPS_MAX && 0 <= at; step++) {
    if (at === trigger) return true
    if (upos[at] === 'VERB') return false
    at = heads[at]!
  }
  return false
}

const STEPS_MAX = 10

/** "attacked the depot in Osterby, killing six": the verb that the place hangs on is one that the trigger hangs on too. */
function isOfWiderClause({heads, relations, upos}: Analysis, word: number, trigger: number): boolean {
  const isVerb = (at: number) => at < 0 || upos[at] === 'VERB'
  let own = word
  for (let step = 0; step < STEPS_MAX && !isVerb(own); step++) own = heads[own]!
  let over = trigger
  for (let step = 0; step < STEPS_MAX && 0 <= over; step++) {
    if (over === own) return true
    if (relations[over] === 'conj') return false
    over = heads[over]!
  }
  return false
}
