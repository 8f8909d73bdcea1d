import type {Name, Parsed} from './analysis.ts'
import type {Climb} from './clause-paths.ts'
import {climbFrom, doersAround} from './clause-paths.ts'
import {finishHash, hashText, mixHash} from './hashing.ts'
import type {Cluster, FeatureBuffer} from './link-features.ts'
import {type MentionRow, POSSESSOR, PRONOUN_FORM} from './mention-table.ts'

/** What is known of the place of "he" or "she", whichever candidate is looked at. */
export interface PersonPlace {
  readonly parsed: Parsed
  readonly names: readonly Name[]
  readonly climb: Climb
  /** Who does what is done around the pronoun, the nearest first. */
  readonly doers: readonly number[]
}

/** Look around the pronoun once, before its candidates. */
export function personPlace(
  {parsed, names}: Pick<PersonPlace, 'parsed' | 'names'>,
  {headWord}: MentionRow,
  subjects: Int32Array
): PersonPlace {
  const climb = climbFrom(parsed, headWord)
  return {parsed, names, climb, doers: doersAround(parsed, climb, subjects)}
}

/** What the text around speaks of a thing: the more, the likelier "he" means it. */
export interface NameCounts {
  /** Names of the thing before the pronoun and after it, nearby. */
  readonly before: number
  readonly after: number
  /** How many candidates are named more often nearby, up to 3; 9 for what has no name. */
  readonly rank: number
  /** Whether any name of the thing has more than one word. */
  readonly isFull: boolean
  /** The best role of the thing in the sentence of the pronoun, times 4, and in the one before. */
  readonly rolesNear: number
  /** A pronoun of this gender meant nobody named before the thing was named: a text cut out of a longer one. */
  readonly isAfterUnnamed: boolean
}

/** The features of "he" or "she" meaning `candidate`, beside those of all mentions. */
export function pushPersonFeatures(
  buffer: FeatureBuffer,
  mention: MentionRow,
  candidate: MentionRow,
  cluster: Cluster,
  place: PersonPlace,
  counts: NameCounts,
  isFirst: boolean
) {
  const {parsed, climb, doers} = place
  const use = personCase(mention)
  const between = Math.min(4, mention.sentence - candidate.sentence)
  const put = (template: number, value: number) => {
    const base = mixHash(mixHash(template + 2000, 11), value)
    buffer.push(finishHash(base))
    buffer.push(finishHash(mixHash(base, use + 1)))
  }
  const doer = doers.indexOf(candidate.headWord)
  const candidateClimb = climbFrom(parsed, candidate.headWord, 6)
  const isForward = Number(mention.firstWord < candidate.firstWord)
  put(0, Math.min(4, doer) + 8 * isForward)
  put(1, mixHash(Math.min(4, doer) + 8 * isForward, doers.length))
  const meeting = between === 0 ? meetingOf(climb, candidateClimb) : undefined
  if (meeting) {
    const [up, down] = meeting
    put(2, mixHash(climb.ways[up]!, candidateClimb.ways[down]!))
    put(3, mixHash(Math.min(6, up) * 8 + Math.min(6, down), isForward))
    put(4, mixHash(climb.clauses[up]! * 8 + candidateClimb.clauses[down]!, candidate.role * 2 + isForward))
    put(5, mixHash(candidateClimb.ways[down]!, Math.min(3, climb.clauses[up]!)))
  }
  const form = nameForm(place, mention, candidate, cluster, isFirst)
  const profile = Number(counts.isFull) * 2 + Number(counts.isAfterUnnamed)
  const hung = wayUp(candidateClimb)
  put(6, mixHash(hung, between))
  put(8, mixHash(form, between))
  put(9, mixHash(form, candidate.role))
  put(10, mixHash(Math.min(5, counts.before), Math.min(3, counts.after)))
  put(11, mixHash(counts.rank, between))
  put(12, mixHash(counts.rank, mixHash(candidate.role, between)))
  put(13, mixHash(caseMarker(parsed, candidate), between))
  put(14, mixHash(candidate.governorLemma, candidate.role))
  put(15, mixHash(candidate.role, mixHash(between, Number(candidate.leads))))
  put(16, mixHash(bracket(parsed, candidate), between))
  put(17, mixHash(profile, mixHash(form, Math.min(2, between))))
  put(18, mixHash(profile, counts.rank))
  put(19, counts.rolesNear)
  put(20, mixHash(counts.rolesNear, candidate.role * 8 + between))
}

/** Subject, possessor, object, or "himself". */
export function personCase({head, role}: MentionRow): number {
  if (head === HIMSELF || head === HERSELF) return 3
  return role === 1 ? 0 : role === POSSESSOR ? 1 : 2
}

const HIMSELF = hashText('himself')
const HERSELF = hashText('herself')

/** The last relations up to the top: how deep and in what clause something stands. */
function wayUp({ways}: Climb): number {
  return ways[Math.min(ways.length - 1, 3)]!
}

/** Steps up from each to the first word that holds both. */
function meetingOf({words}: Climb, candidate: Climb): readonly [number, number] | undefined {
  for (const [down, word] of candidate.words.entries()) {
    const up = words.indexOf(word)
    if (0 <= up) return [up, down]
  }
  return undefined
}

/** A pronoun, a noun, or a name: whole or in part, for the first time or again. */
function nameForm(
  {names}: PersonPlace,
  {firstWord}: MentionRow,
  {form, name, firstWord: candidateFirst}: MentionRow,
  {draft}: Cluster,
  isFirst: boolean
): number {
  if (PRONOUN_FORM <= form) return 1 + Number(0 <= draft)
  if (name === undefined) return 3 + Number(0 <= draft)
  const isShort = names[name]!.endWord - names[name]!.firstWord === 1
  return 5 + Number(isShort) + 2 * Number(isFirst) + 4 * Number(firstWord < candidateFirst)
}

function caseMarker({heads, relations, forms}: Parsed, {firstWord, headWord}: MentionRow): number {
  for (let word = firstWord; Math.max(0, firstWord - 2) <= word; word--)
    if (relations[word] === 'case' && heads[word] === headWord) return hashText(forms[word]!.toLowerCase())
  return 0
}

function bracket({forms}: Parsed, {firstWord, endWord}: MentionRow): number {
  return Number(forms[firstWord - 1] === '(') + 2 * Number(forms[endWord] === ')') + 4 * Number(forms[endWord] === '(')
}
