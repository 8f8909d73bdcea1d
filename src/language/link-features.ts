import {finishHash, mixHash} from './hashing.ts'
import {KINDS, type MentionRow, PRONOUN_FORM} from './mention-table.ts'
import {personCase} from './person-features.ts'
import {PRONOUNS} from './pronouns.ts'

/** One thing as far as the text has spoken of it. */
export interface Cluster {
  readonly id: number
  /** Indexes of mentions, in order. */
  readonly mentions: number[]
  /** The draft of names that it is, by number; -1 where it has no name. */
  draft: number
  gender: number
  number: number
  kind: number
  /** Nouns that it was called by, as hashes of lemmas; the latest ones. */
  readonly nouns: number[]
  /** The pronouns that meant it, a bit each. */
  pronouns: number
}

/** What is known at the place of a decision, beside the two mentions. */
export interface Place {
  readonly lastSpeaker: number
  /** The cluster of whoever speaks the quotation that the mention stands in; -1 outside and where it is not told. */
  readonly quotationSpeaker: number
  readonly topic: number
}

/** Keys of features, gathered for one decision: candidate i has those from `starts[i]` to `starts[i + 1]`. */
export class FeatureBuffer {
  keys = new Int32Array(1 << 12)
  length = 0
  push(key: number) {
    if (this.length === this.keys.length) {
      const longer = new Int32Array(this.length * 2)
      longer.set(this.keys)
      this.keys = longer
    }
    this.keys[this.length++] = key
  }
}

/** The features of `mention` being spoken of for the first time. */
export function pushNewFeatures(buffer: FeatureBuffer, mention: MentionRow, hints: NewHints) {
  const {form} = mention
  const put = (template: number, value: number) => {
    const base = mixHash(mixHash(template + 1000, 7), value)
    buffer.push(finishHash(base))
    buffer.push(finishHash(mixHash(base, form + 1)))
  }
  put(0, 0)
  put(1, mention.head)
  put(2, mention.coarseGroup)
  put(3, mention.middleGroup)
  put(4, mention.role)
  put(5, Math.min(6, mention.endWord - mention.firstWord))
  put(6, mention.kind)
  put(7, mention.number)
  put(8, mention.governorLemma)
  put(9, Math.min(4, mention.sentence))
  put(10, hints.headSeen + 4 * hints.wholeSeen)
  put(11, hints.after)
  put(12, hints.before)
  put(13, Number(mention.headWord < mention.endWord - 1))
  put(14, Number(mention.quotation !== 0))
  put(15, mention.others.length)
  put(16, hints.isEmpty)
  put(17, mixHash(hints.headSeen, Number(mention.headWord < mention.endWord - 1)))
  put(18, hints.determiner)
  put(19, mixHash(hints.fitting, hints.headSeen))
}

/** What the text before says of a mention without choosing. */
export interface NewHints {
  /** How often its head was seen, up to 3. */
  readonly headSeen: number
  readonly wholeSeen: number
  readonly before: number
  readonly after: number
  readonly determiner: number
  /** "It" that means nothing. */
  readonly isEmpty: number
  /** How many candidates fit a pronoun, up to 3. */
  readonly fitting: number
}

/** The features of `mention` meaning what `candidate` means. */
export function pushLinkFeatures(
  buffer: FeatureBuffer,
  mention: MentionRow,
  candidate: MentionRow,
  cluster: Cluster,
  place: Place,
  near: Nearness
) {
  const isPerson = mention.form === PRONOUN_FORM + PRONOUNS.he || mention.form === PRONOUN_FORM + PRONOUNS.she
  const form = alike(mention.form)
  const isPronoun = PRONOUN_FORM <= form
  const pair = mixHash(form + 1, alike(candidate.form) + 1)
  const put = (template: number, value: number) => {
    const base = mixHash(template + 1, value)
    buffer.push(finishHash(mixHash(base, form + 1)))
    buffer.push(finishHash(mixHash(base, pair)))
  }
  const putForm = (template: number, value: number) => {
    buffer.push(finishHash(mixHash(mixHash(template + 1, value), form + 1)))
  }
  const between = mention.sentence - candidate.sentence
  const apart = distanceOf(between)
  put(0, 0)
  put(1, apart)
  put(2, distanceOf(near.rank))
  put(3, candidate.role * 32 + mention.role)
  put(4, (candidate.role * 32 + mention.role) * 3 + Math.min(2, between))
  put(5, Number(candidate.leads) * 2 + Number(mention.leads) + 4 * Math.min(2, between))
  put(6, quotationRelation(mention, candidate))
  put(7, speakerRelation(mention, candidate, cluster, place))
  put(8, distanceOf(cluster.mentions.length))
  put(9, Number(place.topic === cluster.id))
  put(10, Math.min(3, mention.paragraph - candidate.paragraph))
  put(11, nesting(mention, candidate))
  put(12, binding(mention, candidate))
  put(13, genderAgreement(mention, cluster) * 3 + agreement(mention.number, cluster.number))
  put(14, mention.kind * 16 + cluster.kind)
  put(15, cluster.draft < 0 ? 0 : 1)
  if (!isPerson) {
    putForm(16, candidate.coarseGroup)
    putForm(17, candidate.middleGroup)
    putForm(18, candidate.head)
    putForm(20, mixHash(mention.governorLemma, candidate.coarseGroup))
  }
  putForm(19, mixHash(candidate.sentence === 0 ? 1 : 0, Math.min(3, cluster.mentions.length)))
  if (!isPerson) putForm(21, cluster.pronouns)
  putForm(22, mixHash(cluster.kind, cluster.number * 4 + cluster.gender))
  if (isPronoun) {
    put(23, Math.min(4, near.fitRank))
    put(24, mixHash(Math.min(4, near.fitRank), mixHash(apart, candidate.role)))
    put(25, near.subjectRank)
    put(26, Number(candidate.governorLemma === mention.governorLemma) * 8 + candidate.role)
    putForm(27, wordDistance(mention.firstWord - candidate.endWord))
    putForm(28, mixHash(near.fitting, near.fitRank))
    putForm(29, mixHash(quotationRelation(mention, candidate), speakerRelation(mention, candidate, cluster, place)))
    putForm(30, mixHash(near.clusterRank, apart))
    putForm(33, mixHash(near.salienceRank, near.salienceLead))
    putForm(34, mixHash(near.salienceRank, cluster.draft < 0 ? 0 : 1))
    // The form tells "him" from "himself" and "his".
    putForm(
      31,
      mixHash(
        binding(mention, candidate) * 8 + nesting(mention, candidate),
        isPerson ? personCase(mention) : mention.head
      )
    )
    putForm(32, mixHash(candidate.role * 4 + Math.min(2, between), isPerson ? personCase(mention) : mention.head))
    return
  }
  const match = wordMatch(mention, candidate)
  put(40, match)
  put(41, mixHash(match, apart))
  put(42, mixHash(match, modifierRelation(mention, candidate)))
  putForm(43, mixHash(match, mention.coarseGroup))
  putForm(44, mixHash(match, Number(cluster.nouns.includes(mention.lemma))))
  put(45, near.nounFit)
  put(
    46,
    Number(0 < mention.letters && mention.letters === candidate.initials) * 2 +
      Number(mention.initials !== 0 && mention.initials === candidate.letters)
  )
  putForm(47, mixHash(mention.head, candidate.head))
  put(48, mixHash(mention.coarseGroup, candidate.coarseGroup))
  putForm(
    49,
    mixHash(
      match,
      Number(mention.headWord < mention.endWord - 1) * 2 + Number(candidate.headWord < candidate.endWord - 1)
    )
  )
  putForm(50, mixHash(match, cluster.mentions.length < 2 ? 0 : 1))
  if (match === 2) put(51, mention.head)
  putForm(52, mixHash(near.nounFit, mixHash(mention.kind === cluster.kind ? 1 : 0, apart)))
  putForm(53, mixHash(match, mention.others.length * 8 + Math.min(7, candidate.others.length)))
}

/** She is as he is: what is learnt of one holds for the other. */
function alike(form: number): number {
  return form === PRONOUN_FORM + PRONOUNS.she ? PRONOUN_FORM + PRONOUNS.he : form
}

/** How near a candidate is among those like it. */
export interface Nearness {
  /** Mentions between. */
  readonly rank: number
  /** Candidates between that fit the pronoun in number and gender. */
  readonly fitRank: number
  /** All candidates that fit, up to 4. */
  readonly fitting: number
  /** 1 for the nearest subject that fits, 2 for a later one, 0 for what is no subject. */
  readonly subjectRank: number
  /** 1 for the nearest mention of its cluster. */
  readonly clusterRank: number
  /** Place in the order of salience, of those that fit, up to 4; 9 for those that do not fit. */
  readonly salienceRank: number
  /** By how much it is more salient than the next, or less than the first, in steps. */
  readonly salienceLead: number
  /** Whether the noun fits what the cluster is named or was called: 0 to 3. */
  readonly nounFit: number
}

/** 0, 1, 2, 3, 4, 5-7, 8-15, 16-31 … */
function distanceOf(count: number): number {
  if (count < 5) return count
  return count < 8 ? 5 : 4 + Math.min(5, 32 - Math.clz32(count) - 2)
}

function wordDistance(count: number): number {
  return count < 4 ? Math.max(-1, count) : count < 8 ? 4 : count < 16 ? 5 : count < 32 ? 6 : count < 64 ? 7 : 8
}

function quotationRelation(mention: MentionRow, candidate: MentionRow): number {
  if (mention.quotation === candidate.quotation) return mention.quotation === 0 ? 0 : 1
  if (mention.quotation === 0) return 2
  return candidate.quotation === 0 ? 3 : 4
}

function speakerRelation(mention: MentionRow, candidate: MentionRow, {id}: Cluster, place: Place): number {
  const isSpeaker = place.lastSpeaker === id
  const speaksThis = place.quotationSpeaker === id
  const isOut = mention.quotation === 0
  return (
    Number(isSpeaker) +
    2 * Number(speaksThis) +
    4 * Number(isOut) +
    8 * Number(mention.speaks) +
    16 * Number(candidate.speaks) +
    32 * Number(0 <= place.quotationSpeaker)
  )
}

/** 0: apart; 1: the candidate holds the mention, which belongs to its head; 2: holds it deeper; 3: begins alike. */
function nesting(mention: MentionRow, candidate: MentionRow): number {
  if (candidate.endWord <= mention.firstWord) return 0
  if (mention.endWord <= candidate.endWord)
    return mention.governor === candidate.headWord ? 1 : 2 + Number(candidate.isJoined)
  return 4
}

/** How they hang together: on one word, or one on the other. */
function binding(mention: MentionRow, candidate: MentionRow): number {
  if (mention.governor < 0) return 0
  if (mention.governor === candidate.governor) return mention.role === candidate.role ? 2 : 1
  if (mention.governor === candidate.headWord) return 3
  return candidate.governor === mention.headWord ? 4 : 0
}

/** 0: nothing told; 1, 2: a name or noun tells the same, another; 3 to 5: pronouns before told the same, another, both. */
function genderAgreement({gender}: MentionRow, cluster: Cluster): number {
  if (gender === 0) return 0
  if (cluster.gender !== 0) return agreement(gender, cluster.gender)
  const told = (cluster.pronouns >> PRONOUNS.he) & 3
  const own = gender === 1 ? 2 : 1
  if (told === 0) return 0
  return told === own ? 3 : told === 3 ? 5 : 4
}

function agreement(a: number, b: number): number {
  if (a === 0 || b === 0) return 0
  return a === b ? 1 : 2
}

/** 0: no head alike; 1: the heads' lemmas; 2: the heads; 3: all words; 4: the head of one is among the words of the other. */
function wordMatch(mention: MentionRow, candidate: MentionRow): number {
  if (mention.whole === candidate.whole) return 3
  if (mention.head === candidate.head) return 2
  if (mention.lemma === candidate.lemma) return 1
  return mention.others.includes(candidate.head) || candidate.others.includes(mention.head) ? 4 : 0
}

/** Whether one has content words that the other lacks. */
function modifierRelation(mention: MentionRow, candidate: MentionRow): number {
  const missing = mention.others.some(word => !candidate.others.includes(word))
  const more = candidate.others.some(word => !mention.others.includes(word))
  const shared = mention.others.some(word => candidate.others.includes(word))
  return Number(missing) + 2 * Number(more) + 4 * Number(shared)
}

/** Whether `cluster` can be what a pronoun in this form means: by gender, number and kind. */
export function fitsPronoun(form: number, gender: number, cluster: Cluster): boolean {
  const pronoun = form - PRONOUN_FORM
  if (pronoun === PRONOUNS.he || pronoun === PRONOUNS.she) {
    if (cluster.number === 2 || (cluster.kind !== KINDS.person && cluster.kind !== KINDS.unknown)) return false
    const told = (cluster.pronouns >> PRONOUNS.he) & 3
    if (cluster.gender === 0 && told !== 0) return (told & (gender === 1 ? 2 : 1)) !== 0
    return cluster.gender === 0 ? cluster.kind === KINDS.person : cluster.gender === gender
  }
  if (pronoun === PRONOUNS.it) return cluster.number !== 2 && cluster.kind !== KINDS.person
  if (pronoun === PRONOUNS.they)
    return cluster.number === 2 || cluster.kind === KINDS.organisation || cluster.kind === KINDS.group
  return true
}
