import type {Analysis} from '../language/analysis.ts'
import type {Place} from './mention-index.ts'
import type {RoleFinding} from './role-finding.ts'
import {statusOf} from './role-tenure.ts'
import type {Title} from './role-title.ts'

/** What a verb tells: the person of the mention has this title. What the title's own words say of its status counts more. */
export function said(
  analysis: Analysis,
  place: Place,
  title: Title,
  reason: string,
  found: Pick<RoleFinding, 'status' | 'begun' | 'ended'>
): RoleFinding {
  const status = statusOf(analysis, title)
  return {
    person: place.chain,
    title,
    firstWord: place.firstWord,
    endWord: title.endWord,
    reason,
    score: place.form === 'name' ? 0.85 : 0.7,
    ...found,
    status: status !== undefined && status !== 'current' ? status : found.status
  }
}

/** Over "in as", "as", "to", "to be", "the new". */
export function afterLink(forms: readonly string[], from: number): number {
  let word = from
  if (forms[word] === 'in') word++
  if (/^(?:as|to)$/.test(forms[word] ?? '')) word++
  if (/^(?:be|become|serve)$/.test(forms[word] ?? '')) word += forms[word + 1] === 'as' ? 2 : 1
  return word
}
