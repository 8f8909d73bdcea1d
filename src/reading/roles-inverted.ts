import type {Analysis} from '../language/analysis.ts'
import {isRelative} from './joined-titles.ts'
import type {Place} from './mention-index.ts'
import type {Role} from './reading.ts'
import type {RoleFinding} from './role-finding.ts'
import {statusOf, tenureFrom} from './role-tenure.ts'
import {titleBeforeComma} from './role-title.ts'
import {sentenceBounds} from './word-classes.ts'

/**
 * The title whose holder is named behind the verb.
 *
 * ```text
 * The fund's new treasurer is Ida Holm        Varga's deputy will be Per Dahl
 * ^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^
 * ```
 */
export function roleInverted(analysis: Analysis, place: Place): RoleFinding[] {
  const copula = copulaBefore(analysis.forms, place.firstWord)
  const title = copula ? titleBeforeComma(analysis, copula.firstWord) : undefined
  if (!copula || !title || title.plural || isRelative(analysis, title) || !isSubject(analysis, title.headWord))
    return []
  if (title.determiner < 0 && title.firstWord === title.headWord) return []
  const {end} = sentenceBounds(analysis, place.firstWord)
  const said = statusOf(analysis, title)
  return [
    {
      person: place.chain,
      title,
      ...tenureFrom(analysis, place.endWord, end),
      status: copula.status === 'current' ? (said ?? 'current') : copula.status,
      firstWord: title.firstWord,
      endWord: place.endWord,
      reason: 'title before a verb and the name',
      score: 0.75
    }
  ]
}

/** "is", "was", "will be", "is to be" right before the name, with what they say of the status. */
function copulaBefore(forms: readonly string[], name: number): {firstWord: number; status: Role['status']} | undefined {
  const last = forms[name - 1] ?? ''
  if (/^(?:is|remains)$/.test(last)) return {firstWord: name - 1, status: 'current'}
  if (last === 'was') return {firstWord: name - 1, status: 'former'}
  if (last !== 'be') return undefined
  if (forms[name - 2] === 'will') return {firstWord: name - 2, status: 'designate'}
  return forms[name - 2] === 'to' && forms[name - 3] === 'is' ? {firstWord: name - 3, status: 'designate'} : undefined
}

function isSubject({relations}: Analysis, headWord: number): boolean {
  return relations[headWord]!.startsWith('nsubj')
}
