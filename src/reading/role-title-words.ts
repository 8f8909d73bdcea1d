import type {Analysis} from '../language/analysis.ts'
import {mentionIndex} from './mention-index.ts'
import type {Title} from './role-title.ts'
import {isStatusWord, singular} from './role-words.ts'
import {isCapitalised, isDeterminer, isPossessive} from './word-classes.ts'

/**
 * The words of a title as a reader would list it: without what says whether it is still held, for which a role has a field of
 * its own, and without its owner where that is given beside it.
 *
 * ```text
 * the Reed Trust's former deputy directors        then-Governor
 *                         ^^^^^^^^^^^^^^^              ^^^^^^^^
 * ```
 *
 * @param options.hasOwner - the owner is said elsewhere, as the organisation
 */
export function titleWords(analysis: Analysis, title: Title, {hasOwner = false} = {}): string {
  const {forms, starts, ends, text} = analysis
  const {headWord, endWord, plural} = title
  const from = hasOwner ? afterOwner(analysis, title) : afterStatus(analysis, title.firstWord, headWord)
  const first = isDeterminer(forms[from]) && from < headWord ? from + 1 : from
  const head = forms[headWord]!
  const lead = text.slice(starts[first], starts[headWord])
  const rest = text.slice(ends[headWord], ends[endWord - 1])
  const words = `${lead}${plural ? singularOf(head) : head}${rest}`.replace(/\s+/g, ' ')
  return words.replace(/^(?:ex|then)-(?=\p{L})/iu, '')
}

/** Over "former", "then-", "acting", up to the head. */
function afterStatus(analysis: Analysis, from: number, headWord: number): number {
  const {forms} = analysis
  let word = from
  while (word < headWord && isLead(forms[word]!)) word += forms[word + 1] === '-' && word + 1 < headWord ? 2 : 1
  return word
}

function isLead(form: string): boolean {
  return isStatusWord(form) && !/^longtime$/i.test(form)
}

/**
 * Over the owner before a possessive ending: a name, or words with an article of their own. What plain plurals own
 * stays: "women's coach" and "referees' chief" are titles.
 */
function afterOwner(analysis: Analysis, {firstWord, headWord}: Title): number {
  const {forms} = analysis
  let from = firstWord
  for (let word = firstWord + 1; word < headWord; word++)
    if (isPossessive(forms[word]) && isOwner(analysis, from, word)) from = word + 1
  return afterStatus(analysis, from, headWord)
}

function isOwner(analysis: Analysis, from: number, ending: number): boolean {
  const last = analysis.forms[ending - 1]!
  const isPlainPlural = /^(?:women|men|children|people|girls|boys|ladies|\p{Ll}+s)$/u.test(last)
  return !isPlainPlural || isCapitalised(last) || mentionIndex(analysis).before(ending) !== undefined || ending === from
}

/** "Senators" as one of them is called: "Senator". */
function singularOf(head: string): string {
  if (head.endsWith('.')) return head.replace(/s\.$/, '.')
  const one = singular(head.toLowerCase())
  const kept = head.slice(0, sharedLength(head.toLowerCase(), one))
  return kept + one.slice(kept.length)
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++
  return length
}
