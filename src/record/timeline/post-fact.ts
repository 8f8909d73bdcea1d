import type {ToldClaim, ToldEntity} from '../told-claim.ts'
import {type PostMark, relationMarks, roleMarks} from './post-marks.ts'
import {type ReadTitle, readTitle} from './read-title.ts'

/** How somebody belongs to a body: by a post, or by a tie that a relation tells. */
export type PostKind = 'role' | 'member' | 'part-of' | 'affiliate'

/** One claim says of one holder of a post when it was held. */
export interface PostFact extends ReadTitle {
  readonly kind: PostKind
  /** The subject who holds it. */
  readonly holder: string
  /** The subject it is held in; the folded words for it where no subject stands for them, undefined where nothing does. */
  readonly body: string | undefined
  /** As it is told; of a relation its phrase. */
  readonly title: string
  readonly marks: readonly PostMark[]
  /** The last day on which it can have been reported; undefined where that is not known. */
  readonly reportedBy: string | undefined
  /** The document's place in the log. */
  readonly recorded: number
  /** The place of the claim, the same for no other fact. */
  readonly place: string
}

/** What a claim says of a post; undefined where it says nothing of one. */
export function postFact(told: ToldClaim): PostFact | undefined {
  const post = postOf(told)
  if (!post) return undefined
  const {holder, body, ...rest} = post
  return {
    ...rest,
    holder: holder.subject,
    body: typeof body === 'string' ? body : body?.subject,
    reportedBy: told.reported?.latest,
    recorded: told.recorded,
    place: `${told.document} ${told.claim.id}`
  }
}

/** A post as a claim tells it, with whom and what it names. */
export interface Post extends ReadTitle {
  readonly kind: PostKind
  readonly holder: ToldEntity
  /** Words where no entity stands for it. */
  readonly body: ToldEntity | string | undefined
  readonly title: string
  readonly marks: readonly PostMark[]
}

/** The post that a claim tells of; undefined where it tells of none. */
export function postOf(told: Pick<ToldClaim, 'entities' | 'reported'> & TellingOfPost): Post | undefined {
  const {claimKind, claim, entities, reported} = told
  if (claimKind === 'role') {
    const holder = entities[claim.person]
    if (!holder) return undefined
    const body = claim.organisation === undefined ? undefined : (entities[claim.organisation] ?? claim.organisation)
    const names = typeof body === 'string' ? [body] : [...(body?.names ?? []), ...(body ? [body.name] : [])]
    const isPlace = typeof body === 'object' && body.kind === 'place'
    const title = readTitle(claim.title, names, {isPlace})
    return {kind: 'role', holder, body, title: claim.title, ...title, marks: roleMarks(claim, reported)}
  }
  if (claimKind !== 'relation' || !isBelonging(claim.kind)) return undefined
  const [holder, body] = [entities[claim.from], entities[claim.to]]
  if (!holder || !body) return undefined
  return {
    kind: claim.kind,
    holder,
    body,
    title: claim.phrase,
    key: claim.kind,
    isHead: false,
    isSpokes: false,
    marks: relationMarks(claim, reported)
  }
}

type TellingOfPost = ToldClaim extends infer Told
  ? Told extends unknown
    ? Pick<ToldClaim, 'claimKind' | 'claim'>
    : never
  : never

function isBelonging(kind: string): kind is Exclude<PostKind, 'role'> {
  return kind === 'member' || kind === 'part-of' || kind === 'affiliate'
}
