import type {Cluster} from './link-features.ts'
import {KINDS, type MentionRow, POSSESSOR, PRONOUN_FORM} from './mention-table.ts'
import {PRONOUNS} from './pronouns.ts'

/** "It" for a company or a party: the model learns from novels and biographies, where bodies hardly act. */
const BODY_SHIFT = 2.5
/** "A guard said he had seen nothing": who speaks in the sentence, named or not; GAP has named ones only. */
const SPEAKER_SHIFT = 1.5
/** A possessor is always somebody already spoken of. */
const NEW_POSSESSOR_SHIFT = -4

/** "They" for one person: people who choose it are seldom news, and names of one person often follow those of several. */
const ONE_PERSON_SHIFT = -3

/** What is added to the score of a candidate for what the corpora do not teach; set by cases. */
export function linkShift(mention: MentionRow, candidate: MentionRow, cluster: Cluster): number {
  const pronoun = mention.form - PRONOUN_FORM
  const speaks = candidate.speaks && candidate.sentence === mention.sentence ? SPEAKER_SHIFT : 0
  switch (pronoun) {
    case PRONOUNS.he:
    case PRONOUNS.she:
      return speaks
    case PRONOUNS.it:
      return 0 <= cluster.draft && BODY_KINDS.has(cluster.kind) ? BODY_SHIFT + speaks : 0
    case PRONOUNS.they:
      return 0 <= cluster.draft && cluster.kind === KINDS.person ? ONE_PERSON_SHIFT : speaks
    default:
      return 0
  }
}

/** The same for the answer that the mention is new. */
export function newShift({form, role}: MentionRow): number {
  return role === POSSESSOR && PRONOUN_FORM + PRONOUNS.we < form ? NEW_POSSESSOR_SHIFT : 0
}

const BODY_KINDS: ReadonlySet<number> = new Set([KINDS.organisation, KINDS.outlet])
