import {logarithm} from './exponentials.ts'
import type {Cluster, Place} from './link-features.ts'
import {type MentionRow, OBJECT_ROLES, POSSESSOR, PRONOUN_FORM, SUBJECT} from './mention-table.ts'
import {SALIENCE_WEIGHTS as WEIGHTS} from './salience-weights.ts'

/** How much speaks for `candidate` as what the pronoun `mention` means: nearness, place in the sentence, how often, who spoke. */
export function salienceOf(mention: MentionRow, candidate: MentionRow, cluster: Cluster, place: Place): number {
  const distance = mention.sentence - candidate.sentence
  const words = Math.min(50, mention.headWord - candidate.headWord)
  let weight = roleWeight(candidate.role) + WEIGHTS.sentence * distance + WEIGHTS.word * words
  if (mention.paragraph !== candidate.paragraph) weight += WEIGHTS.paragraph
  weight += WEIGHTS.count * logarithm(cluster.mentions.length)
  if (candidate.role === SUBJECT && mention.role === SUBJECT) weight += WEIGHTS.parallel
  if (candidate.role === SUBJECT && mention.role === POSSESSOR && distance === 0) weight += WEIGHTS.ownSubject
  if (place.topic === cluster.id) weight += WEIGHTS.topic
  if (PRONOUN_FORM <= candidate.form) weight += WEIGHTS.pronoun
  if (cluster.draft < 0) weight += WEIGHTS.unnamedPerson
  else if (cluster.gender !== 0) weight += WEIGHTS.knownGender
  if (isBarred(mention, candidate)) weight += WEIGHTS.barred
  return weight + speechWeight(mention, candidate, cluster, place)
}

function roleWeight(role: number): number {
  if (role === SUBJECT) return WEIGHTS.subject
  if (role === 2 || role === 3) return WEIGHTS.object
  return role === POSSESSOR || role === 5 ? WEIGHTS.possessor : WEIGHTS.other
}

/** Subject and object of one verb are two: "Holub told her". Only "himself" is not told apart here. */
function isBarred(mention: MentionRow, candidate: MentionRow): boolean {
  return OBJECT_ROLES.has(mention.role) && candidate.role === SUBJECT && candidate.governor === mention.governor
}

function speechWeight(mention: MentionRow, candidate: MentionRow, {id}: Cluster, {lastSpeaker}: Place): number {
  const isSpeaker = lastSpeaker === id
  if (mention.quotation === 0)
    return (candidate.quotation === 0 ? 0 : WEIGHTS.fromQuotation) + (isSpeaker ? WEIGHTS.speaker : 0)
  return isSpeaker && candidate.quotation !== mention.quotation ? WEIGHTS.ownQuotation : 0
}
