import type {Analysis} from '../language/analysis.ts'
import type {EventDraft} from './event-draft.ts'
import {kindOfNoun} from './event-nouns.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {participantsOf} from './participants.ts'
import type {WordBounds} from './relation-draft.ts'
import {isDeterminer} from './word-classes.ts'

/** Here the text comes back to an event that it told before. */
export interface Recall {
  /** Which of the events told so far. */
  readonly index: number
  readonly draft: EventDraft
}

/**
 * The event that the noun at `word` comes back to, with what is told of it there.
 *
 * ```text
 * Gunmen attacked a depot in Osterby on Monday. … The attack was claimed by the Reed Army.
 *        ^^^^^^^^                                  ^^^^^^^^^^                    ^^^^^^^^^
 * ```
 *
 * @param told - the events told so far, in the order of the text
 */
export function findRecall(analysis: Analysis, word: number, told: readonly EventDraft[]): Recall | undefined {
  if (analysis.upos[word] !== 'NOUN') return undefined
  const kind = kindOfNoun(analysis, word)
  const first = definiteStart(analysis, word)
  if (kind === undefined || first === undefined) return undefined
  for (let index = told.length - 1; Math.max(0, told.length - RECALLED_MAX) <= index; index--) {
    const draft = told[index]!
    if (draft.kind !== kind || draft.polarity === 'negative' || draft.isPlanned) continue
    if (!isSameNoun(analysis, word, draft)) continue
    return {index, draft: withRecall(draft, {first, end: word + 1}, claimants(analysis, word))}
  }
  return undefined
}

/** So many events back one is still meant by "the attack". */
const RECALLED_MAX = 12

/** The article or pointing word that begins the noun's phrase: one event already told is meant. */
function definiteStart({forms, upos}: Analysis, noun: number): number | undefined {
  for (let word = noun - 1; Math.max(0, noun - 3) <= word; word--) {
    if (/^(?:the|this|that)$/i.test(forms[word]!)) return word
    if (isDeterminer(forms[word]) || !/^(?:NOUN|ADJ)$/.test(upos[word]!)) return undefined
    if (/^(?:new|second|next|other|previous|earlier|latest|last|first|same-day)$/i.test(forms[word]!)) return undefined
  }
  return undefined
}

/** A disaster is recalled by the noun that told it: a storm is no landslide. */
function isSameNoun({lemmas}: Analysis, word: number, {kind, trigger, reach}: EventDraft): boolean {
  if (kind !== 'disaster' && kind !== 'contest' && kind !== 'meeting') return true
  return lemmas[trigger] === lemmas[word] || lemmas.slice(reach.first, reach.end).includes(lemmas[word]!)
}

function withRecall(draft: EventDraft, recall: WordBounds, claimed: readonly Place[]): EventDraft {
  const known = [...draft.agents, ...draft.targets, ...draft.others]
  const added = claimed.filter(({chain}) => known.every(other => other.chain !== chain))
  return {...draft, recalls: [...draft.recalls, recall], others: [...draft.others, ...added]}
}

/** Who says that it was theirs: "claimed by the Reed Army", "the Reed Army claimed responsibility for the attack". */
function claimants(analysis: Analysis, noun: number): Place[] {
  const {forms, heads, lemmas} = analysis
  const participants = participantsOf(analysis)
  const head = heads[noun]!
  if (head < 0) return []
  if (lemmas[head] === 'claim' && participants.isPassive(head)) return participants.obliques(head, 'by')
  const responsibility = forms[head] === 'responsibility' ? head : undefined
  const verb = responsibility === undefined ? head : heads[responsibility]!
  const hasObject = 0 <= verb && participants.objectWord(verb) !== undefined
  if (verb < 0 || lemmas[verb] !== 'claim' || !hasObject) return []
  const own = participants.subject(verb) ?? mentionIndex(analysis).before(verb)
  return own ? [own] : []
}
