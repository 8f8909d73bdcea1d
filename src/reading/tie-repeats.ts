import type {Chain} from '../language/analysis.ts'
import type {Material} from './material.ts'
import type {Role} from './reading.ts'
import type {RelationDraft} from './relation-draft.ts'
import {knownIdOf} from './unnamed-people.ts'

interface Told {
  /** What rules tell. */
  readonly ruled: readonly RelationDraft[]
  readonly roles: readonly Role[]
}

/**
 * The drafts of `learnt` that no rule tells already: neither of the same two things in the same kind or words, nor as what
 * somebody is at a body.
 */
export function notYetTold(
  {entities}: Material,
  learnt: readonly RelationDraft[],
  {ruled, roles}: Told
): RelationDraft[] {
  const ruledByPair = Map.groupBy(ruled, ({from, to}) => pairKey(from.chain, to.chain))
  const rolesByPair = Map.groupBy(roles, ({person, organisation}) => `${person} ${organisation ?? ''}`)
  return learnt.filter(draft => {
    const {from, to} = draft
    const same = ruledByPair.get(pairKey(from.chain, to.chain)) ?? []
    const held = rolesByPair.get(`${knownIdOf({entities}, from.chain) ?? ''} ${to.chain.id}`) ?? []
    return !same.some(other => isSame(draft, other)) && !held.some(role => isRole(draft, role))
  })
}

/** The same for both directions. */
function pairKey(a: Chain, b: Chain): string {
  return [a.id, b.id].sort().join(' ')
}

/** Told by the same words, or in the same kind; ties of the kind "other" may be two: born in a town, and living there. */
function isSame({kind, phraseFirst, phraseEnd}: RelationDraft, other: RelationDraft): boolean {
  const hasSameWords = phraseFirst < other.phraseEnd && other.phraseFirst < phraseEnd
  return hasSameWords || (kind !== 'other' && other.kind === kind)
}

/** Whether the role says that somebody belongs to the body, or founded it. */
function isRole({kind}: RelationDraft, {title}: Role): boolean {
  return kind === 'member' || (kind === 'other' && /founder/i.test(title))
}
