import type {Analysis} from '../language/analysis.ts'
import {edtfBounds} from '../language/edtf.ts'
import type {Time} from './claim.ts'
import {timeNear, timesWithin} from './dates-within.ts'
import type {Role} from './reading.ts'
import {isAtTheTime, type Title} from './role-title.ts'
import {BEGINNING_VERBS} from './role-verbs.ts'
import {isRoleNoun, statusWord} from './role-words.ts'
import {isDeterminer, isPossessive, sentenceBounds} from './word-classes.ts'

const beginningVerbs = new Set(BEGINNING_VERBS.trim().split(/\s+/))

/** What the words of a title, or the one before it, say of whether it is still held. */
export function statusOf(
  {forms}: Analysis,
  {firstWord, headWord, determiner, endWord}: Title
): Role['status'] | undefined {
  const first = determiner < 0 ? firstWord : determiner
  const from = Math.max(0, first - 2, lastOwner(forms, firstWord, headWord))
  for (let word = Math.min(headWord + 3, endWord, forms.length) - 1; from <= word; word--) {
    const status = statusWord(forms[word]!)
    if (word < firstWord && isRoleNoun(forms[word]!)) continue
    if (headWord < word && !isStatusBehind(forms, headWord, word)) continue
    if (forms[word] === 'Then' && isDeterminer(forms[word + 1])) continue
    if (status && (firstWord <= word || isStatusBefore(forms, word, word < determiner ? determiner : firstWord)))
      return status
  }
  if (isAtTheTime(forms, endWord) && forms[endWord + 2] === 'time') return 'former'
  return FORMERLY.test(forms[first - 1] ?? '') ? 'former' : undefined
}

const FORMERLY = /^(?:once|formerly|previously)$/i

/** The last possessive ending before the head: "the former mayor's driver" still drives. */
function lastOwner(forms: readonly string[], firstWord: number, headWord: number): number {
  for (let word = headWord - 1; firstWord <= word; word--) if (isPossessive(forms[word])) return word
  return 0
}

/** "mayor-elect", "professor emeritus", not "aide to former". */
function isStatusBehind(forms: readonly string[], headWord: number, word: number): boolean {
  return word === headWord + 1 || (word === headWord + 2 && forms[word - 1] === '-')
}

/** "then-mayor", "the then mayor", "Varga, then mayor": a word before the title, with at most a hyphen between. */
function isStatusBefore(forms: readonly string[], word: number, firstWord: number): boolean {
  return word === firstWord - 1 || (word === firstWord - 2 && forms[word + 1] === '-')
}

/** "since 2012", "until his death last year", "from 2001 to 2005" after a title. */
export function tenureFrom(analysis: Analysis, from: number, end: number): {begun?: Time; ended?: Time} {
  const {forms, starts, ends} = analysis
  const word = /^(?:\(|,)$/.test(forms[from] ?? '') ? from + 1 : from
  const link = forms[word]?.toLowerCase() ?? ''
  if (!/^(?:since|until|till|from|between|in)$/.test(link)) return {}
  let last = word + 1
  while (last < Math.min(end, word + 12) && !/^[,;.)]$/.test(forms[last]!)) last++
  const [first, second] = timesWithin(analysis, {start: starts[word]!, end: ends[last - 1]!})
  if (!first) return {}
  if (link === 'since') return {begun: first}
  if (link === 'until' || link === 'till') return {ended: first}
  if (link === 'in') return {}
  const [begun, ended] = first.edtf.includes('/') ? intervalEnds(first) : [first, second]
  return {...(begun && {begun}), ...(ended && {ended})}
}

/** The two ends of an interval that the dates read as one, each as wide as it is told: "from 2013" is some day of 2013. */
function intervalEnds(time: Time): [Time | undefined, Time | undefined] {
  const [from = '', to = ''] = time.edtf.split('/')
  return [timeOfEnd(time, from), timeOfEnd(time, to)]
}

function timeOfEnd(time: Time, edtf: string): Time | undefined {
  const bounds = edtf === '' || edtf === '..' ? undefined : edtfBounds(edtf)
  return bounds && {...time, edtf, ...bounds}
}

/** "President Osk Varga, elected a year ago": a participle after the name says when the title began. */
export function tenureAfterName(analysis: Analysis, from: number): {begun?: Time} {
  const {forms} = analysis
  if (forms[from] !== ',') return {}
  let word = from + 1
  while (/^(?:who|was|first|re)$/.test(forms[word] ?? '')) word++
  if (!beginningVerbs.has(forms[word]?.toLowerCase() ?? '')) return {}
  const begun = timeNear(analysis, word, sentenceBounds(analysis, word))
  return begun ? {begun} : {}
}
