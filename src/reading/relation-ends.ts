import type {Analysis, EntityKind} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {isHeadNoun} from './role-words.ts'
import {isCapitalised, isDeterminer, isNominal, isPossessive} from './word-classes.ts'

/**
 * The things named in the noun phrase that begins at `from`, and those joined to it by "and" or commas.
 *
 * @param isMixed - whether states may stand in one row with bodies
 */
export function thingsFrom(analysis: Analysis, from: number, end: number, {isMixed = false} = {}): Place[] {
  const first = thingFrom(analysis, from, end)
  if (!first) return []
  const things = [first]
  for (let last = first; things.length < THINGS_MAX; ) {
    let word = last.endWord
    if (!/^(?:and|,|or)$/.test(analysis.forms[word] ?? '')) break
    while (/^(?:and|,|or|the)$/.test(analysis.forms[word] ?? '')) word++
    const next = mentionIndex(analysis).from(word) ?? describedName(analysis, word, end)
    if (!next || end <= word || next.form !== 'name' || !isAlike(next.chain.kind, first.chain.kind, isMixed)) break
    if (analysis.upos[next.endWord] === 'VERB' && analysis.forms[last.endWord] === ',') break
    things.push(next)
    last = next
  }
  return things
}

/** Things of one kind stand in a row; states and bodies where somebody does something: "by Norland and the Salt League". */
function isAlike(kind: EntityKind, first: EntityKind, isMixed: boolean): boolean {
  return kind === first || (isMixed && kind !== 'person' && first !== 'person')
}

const THINGS_MAX = 8

/** The thing that a noun phrase names: its head, not its owner, unless the phrase has only an owner with a plain noun. */
export function thingFrom(analysis: Analysis, from: number, end: number): Place | undefined {
  const index = mentionIndex(analysis)
  let owner: Place | undefined
  for (let word = from; word < Math.min(end, from + 9); word++) {
    const place = index.from(word)
    if (place && isPossessive(analysis.forms[place.endWord])) {
      owner = place
      word = place.endWord
    } else if (place && describesName(analysis, place)) {
      owner = place
      word = place.endWord - 1
    } else if (place) return place
    else if (from < word && analysis.forms[word] === ',' && !analysis.forms.slice(from, word).includes('of'))
      return closedName(analysis, word + 1, end) ?? owner
    else if (!isDeterminer(analysis.forms[word]) && !isNominal(analysis, word) && !joinsNouns(analysis, word))
      return owner
  }
  return owner
}

/** "the Gulf shipping group Marsa", "the Reed Army commander Osk Varga": a name before the noun that another name goes with. */
function describesName(analysis: Analysis, {endWord}: Place): boolean {
  let word = endWord
  while (word < endWord + 4 && isNominal(analysis, word) && !isCapitalised(analysis.forms[word]!)) word++
  return endWord < word && mentionIndex(analysis).from(word)?.form === 'name'
}

/** The name that a noun phrase is closed with: "the state railway, Banor,". */
function describedName(analysis: Analysis, from: number, end: number): Place | undefined {
  let word = from
  while (word < Math.min(end, from + 6) && (isDeterminer(analysis.forms[word]) || isNominal(analysis, word))) word++
  return from < word && analysis.forms[word] === ',' ? closedName(analysis, word + 1, end) : undefined
}

/** A name in apposition: what follows it opens no clause of its own. */
function closedName(analysis: Analysis, from: number, end: number): Place | undefined {
  const name = mentionIndex(analysis).from(from)
  if (name?.form !== 'name' || end < name.endWord) return undefined
  const next = analysis.forms[name.endWord] ?? '.'
  const isClosed = end <= name.endWord || /^(?:[,.;:)]|and|or|who|which|set|--|–|—)$/.test(next)
  return isClosed ? name : undefined
}

/** "of", a hyphen, "from" after people, or "and" between two plain nouns: "mortar and shell maker". */
function joinsNouns(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  if (form === 'and') return !isCapitalised(analysis.forms[word + 1] ?? '') && isNominal(analysis, word + 1)
  if (isPossessive(form)) return isNominal(analysis, word - 1)
  if (form === 'from' || form === 'at') return isHeadNoun(analysis.forms[word - 1]!)
  return form === 'of' || form === '-' || (form === 'in' && analysis.forms[word - 1] === '-')
}
