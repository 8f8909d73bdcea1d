import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {plainBodyFrom} from './role-body-called.ts'
import type {RoleFinding} from './role-finding.ts'
import {HOLDING_VERBS} from './role-nouns.ts'
import {tenureFrom} from './role-tenure.ts'
import type {Title} from './role-title.ts'
import {said} from './role-told.ts'
import {isBodyNoun} from './role-words.ts'
import {isCapitalised, isDeterminer, isNominal} from './word-classes.ts'
import {valueByWord} from './word-lists.ts'

/** By the form of a verb, what its subject is of its object: "leads" makes a leader. */
export const HOLDINGS = valueByWord(HOLDING_VERBS)

/** "heads the guild", "has led the guild since 2012". */
export function ledRoles(analysis: Analysis, place: Place, verb: number, end: number): RoleFinding[] | undefined {
  const {forms} = analysis
  const holding = HOLDINGS.get(forms[verb]!.toLowerCase())
  if (!holding) return undefined
  const named = bodyFrom(analysis, verb + 1, end)
  const object = named ?? bodyWordsFrom(analysis, verb + 1, end) ?? plainBodyFrom(analysis, verb + 1, end)
  if (!object) return undefined
  const isOfBody = holding === 'commander' || (holding === 'leader' && named !== undefined)
  const region = isOfBody ? regionFrom(analysis, object.endWord, end) : undefined
  const objectEnd = region?.endWord ?? object.endWord
  const tenure = tenureFrom(analysis, objectEnd, end)
  const present = /s$/.test(forms[verb]!) || /^(?:has|have)$/.test(forms[verb - 1] ?? '') || tenure.begun !== undefined
  const title: Title = {
    firstWord: verb,
    headWord: verb,
    endWord: objectEnd,
    determiner: -1,
    plural: false,
    rank: false
  }
  const status = tenure.ended ? 'former' : present || holding === 'founder' ? 'current' : 'unknown'
  return [
    {
      ...said(analysis, place, title, `verb that says what someone is: "${forms[verb]}"`, {status, ...tenure}),
      titleWords: region ? `${holding} in ${region.words}` : holding,
      ...(object.organisation !== undefined && {organisation: object.organisation}),
      score: 0.65
    }
  ]
}

/** "commands the group in Haref province": a part of it only. */
function regionFrom(analysis: Analysis, from: number, end: number): {words: string; endWord: number} | undefined {
  const {forms, text, starts, ends} = analysis
  if (forms[from] !== 'in') return undefined
  const first = isDeterminer(forms[from + 1]) ? from + 2 : from + 1
  const place = mentionIndex(analysis).from(first)
  if (place?.chain.kind !== 'place' || place.form !== 'name' || end < place.endWord) return undefined
  return {words: text.slice(starts[from + 1], ends[place.endWord - 1]), endWord: place.endWord}
}

/** The organisation that a verb's object names, where it is one. */
export function bodyFrom(
  analysis: Analysis,
  from: number,
  end: number
): {organisation?: string; endWord: number} | undefined {
  const index = mentionIndex(analysis)
  let word = from
  while (word < end && (isDeterminer(analysis.forms[word]) || (isNominal(analysis, word) && !index.from(word)))) word++
  const place = index.from(word) ?? index.at(word - 1)
  if (!place || place.chain.kind === 'person' || place.chain.kind === 'place' || place.endWord <= from) return undefined
  if (place.firstWord - from > 3) return undefined
  return {organisation: place.chain.id, endWord: place.endWord}
}

/** "the opposition Free Union group": words in capitals with a noun of bodies, where nothing is named. */
function bodyWordsFrom(
  analysis: Analysis,
  from: number,
  end: number
): {organisation: string; endWord: number} | undefined {
  const {forms} = analysis
  let first = from
  while (first < Math.min(end, from + 4) && !isCapitalised(forms[first]!)) {
    if (!isDeterminer(forms[first]) && !isNominal(analysis, first)) return undefined
    first++
  }
  let last = first
  while (last < end && isCapitalised(forms[last]!)) last++
  if (last === first || (!isBodyNoun(forms[last - 1]!) && !isBodyNoun(forms[last] ?? ''))) return undefined
  return {organisation: analysis.text.slice(analysis.starts[first], analysis.ends[last - 1]), endWord: last}
}
