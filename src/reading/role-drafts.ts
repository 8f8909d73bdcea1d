import type {Chain} from '../language/analysis.ts'
import {wordSpan} from '../language/analysis.ts'
import type {Span} from '../text/span.ts'
import type {Time} from './claim.ts'
import type {Material} from './material.ts'
import type {Role} from './reading.ts'
import type {RoleFinding} from './role-finding.ts'
import {type Holder, OWNER, organisationOf} from './role-organisation.ts'
import {statusOf} from './role-tenure.ts'
import {titleWords} from './role-title-words.ts'
import {singular} from './role-words.ts'
import {LEADING_POSTS} from './tenure-words.ts'
import {wordSet} from './word-lists.ts'

/** A role still growing: the same post may be told again. */
export interface RoleDraft {
  readonly person: Chain
  readonly head: string
  title: string
  holder: Holder | undefined
  status: Role['status']
  begun: Time | undefined
  ended: Time | undefined
  readonly evidence: Span[]
  readonly rank: boolean
  /** Told by a verb that names no post: "leads the Reed Trust". */
  readonly led: boolean
  /** For a time, until somebody is chosen. */
  readonly acting: boolean
  /** The text says that the person remains it. */
  readonly stays: boolean
  reason: string
  score: number
}

/** One finding as a draft, with what the title is held at. */
export function draftOf(material: Material, finding: RoleFinding): RoleDraft {
  const {analysis} = material
  const {title} = finding
  const holder = finding.organisation
    ? {organisation: finding.organisation, reason: 'words after the name'}
    : organisationOf(material, title)
  const hasOwner = holder?.reason === OWNER
  return {
    person: finding.person,
    head: singular((finding.titleWords ?? analysis.forms[title.headWord]!).toLowerCase()),
    title: finding.titleWords ?? titleWords(analysis, title, {hasOwner}),
    holder,
    status: finding.status,
    begun: finding.begun,
    ended: finding.ended,
    evidence: [wordSpan(analysis, finding.firstWord, finding.endWord)],
    rank: title.rank,
    led: titlesOfLeading.has(finding.titleWords ?? ''),
    acting: finding.status === 'acting' || statusOf(analysis, title) === 'acting',
    stays: finding.stays ?? false,
    reason: finding.reason,
    score: finding.score
  }
}

/** The titles that a verb of leading gives, where it names no post: "leads", "heads" and "runs". */
const titlesOfLeading = wordSet('leader head')

/** Add to a person's posts: what tells of one of them again is joined with it. */
export function addDraft(byPerson: Map<Chain, RoleDraft[]>, draft: RoleDraft): void {
  const drafts = byPerson.get(draft.person)
  const same = drafts?.find(other => isSamePost(other, draft)) ?? drafts?.find(other => isLedFrom(other, draft))
  if (same) join(same, draft)
  else if (drafts) drafts.push(draft)
  else byPerson.set(draft.person, [draft])
}

/** The same head noun, and no two different holders; a deputy is not whom they stand in for, nor is who acts as it for a time. */
function isSamePost(a: RoleDraft, b: RoleDraft): boolean {
  return (
    a.head === b.head &&
    DEPUTY.test(a.title) === DEPUTY.test(b.title) &&
    (a.acting === b.acting || !(a.begun ?? a.ended ?? b.begun ?? b.ended)) &&
    (!a.holder || !b.holder || a.holder.organisation === b.holder.organisation)
  )
}

/** "the director of the Reed Trust … has led it since 2016": no second post, where the first is one that leads the body. */
function isLedFrom(post: RoleDraft, {led, holder, ended}: RoleDraft): boolean {
  return led && ended === undefined && leadingPosts.has(post.head) && isOfWhole(post) && isHeldAt(post, holder)
}

/** "managing director of the Reed Trust", but not its sales director, nor the editor of its sport pages. */
function isOfWhole({title}: RoleDraft): boolean {
  const [office = '', of] = title.split(/ (?:of|at|for) /)
  return /^(?:(?:acting|managing|executive|general|chief|head|team) )*\S+$/i.test(office) && !/['’]s\b/.test(of ?? '')
}

function isHeldAt({holder, status}: RoleDraft, body: Holder | undefined): boolean {
  return status !== 'former' && holder !== undefined && holder.organisation === body?.organisation
}

/** Heads of titles of who leads a body as a whole. */
export const leadingPosts = wordSet(LEADING_POSTS)

const DEPUTY = /\b(?:vice|deputy|assistant)\b/i

function join(draft: RoleDraft, other: RoleDraft): void {
  if (!draft.holder && other.holder) Object.assign(draft, {holder: other.holder, title: other.title})
  const [span] = other.evidence
  const last = draft.evidence.at(-1)
  if (span && (span.start !== last?.start || span.end !== last.end)) draft.evidence.push(span)
  draft.begun ??= other.begun
  draft.ended ??= other.ended
  if (other.status === 'former') draft.status = 'former'
  draft.score = Math.max(draft.score, other.score)
}
