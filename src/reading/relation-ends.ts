import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {isCapitalised, isDeterminer, isNominal, isPossessive} from './word-classes.ts'

/** The things named in the noun phrase that begins at `from`, and those joined to it by "and" or commas. */
export function thingsFrom(analysis: Analysis, from: number, end: number): Place[] {
  const first = thingFrom(analysis, from, end)
  if (!first) return []
  const things = [first]
  for (let last = first; things.length < THINGS_MAX; ) {
    let word = last.endWord
    if (!/^(?:and|,|or)$/.test(analysis.forms[word] ?? '')) break
    while (/^(?:and|,|or|the)$/.test(analysis.forms[word] ?? '')) word++
    const next = mentionIndex(analysis).from(word)
    if (!next || end <= word || next.form !== 'name' || next.chain.kind !== first.chain.kind) break
    if (analysis.upos[next.endWord] === 'VERB' && analysis.forms[last.endWord] === ',') break
    things.push(next)
    last = next
  }
  return things
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
    } else if (place) return place
    else if (!isDeterminer(analysis.forms[word]) && !isNominal(analysis, word) && !joinsNouns(analysis, word))
      return owner
  }
  return owner
}

/** "of", a hyphen, or "and" between two plain nouns: "mortar and shell maker". */
function joinsNouns(analysis: Analysis, word: number): boolean {
  const form = analysis.forms[word]!
  if (form === 'and') return !isCapitalised(analysis.forms[word + 1] ?? '') && isNominal(analysis, word + 1)
  return form === 'of' || form === '-'
}
