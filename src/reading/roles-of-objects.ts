import type {Analysis} from '../language/analysis.ts'
import {timeNear} from './dates-within.ts'
import {titlesFrom} from './joined-titles.ts'
import type {Place} from './mention-index.ts'
import type {RoleFinding} from './role-finding.ts'
import {afterLink, said} from './role-told.ts'
import {BEGINNING_VERBS} from './role-verbs.ts'
import {isRoleNoun} from './role-words.ts'
import {isCapitalised, isDeterminer, isNominal, sentenceBounds} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

const beginningVerbs = wordSet(BEGINNING_VERBS)

/** "The guild named Osk Varga its director in 2015": the person is the object. */
export function rolesOfObject(analysis: Analysis, place: Place): RoleFinding[] {
  if (place.form !== 'name') return []
  const {forms} = analysis
  const {first, end} = sentenceBounds(analysis, place.firstWord)
  let verb = place.firstWord - (forms[place.firstWord - 1] === ',' && forms[place.endWord] === ',' ? 2 : 1)
  while (
    first < verb &&
    place.firstWord - verb < 6 &&
    (isNominal(analysis, verb) || isDeterminer(forms[verb])) &&
    !beginningVerbs.has(forms[verb]!)
  )
    verb--
  const form = forms[verb] ?? ''
  if (verb < first || !beginningVerbs.has(form) || /^(?:is|was|been|were|be|being)$/.test(forms[verb - 1] ?? ''))
    return []
  const behind = forms[place.endWord] === ',' ? place.endWord + 1 : place.endWord
  const link = behind === place.endWord ? /^(?:as|to)$/.test(forms[behind] ?? '') : forms[behind] === 'as'
  const direct =
    isDeterminer(forms[place.endWord]) ||
    isRoleNoun(forms[place.endWord] ?? '') ||
    isCapitalised(forms[place.endWord] ?? '')
  if (!link && !(direct && /^(?:named|appointed|elected|made|crowned|declared|proclaimed)$/.test(form))) return []
  const near = timeNear(analysis, verb, {first, end})
  return titlesFrom(analysis, afterLink(forms, behind), end).map(title => {
    const begun = near ?? timeNear(analysis, title.endWord - 1, {first: place.endWord, end})
    return said(analysis, place, title, `said to have been ${form} to it`, {status: 'current', ...(begun && {begun})})
  })
}
