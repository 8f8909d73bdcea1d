import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {isBodyNoun} from './role-words.ts'
import {LED_NOUNS} from './tenure-words.ts'
import {isDeterminer, isNominal, isPossessive, sentenceBounds} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

const ledNouns = wordSet(LED_NOUNS)

/** Mentions further back are seldom meant by a plain noun, and would make a long text slow. */
const PLACES_MAX = 300

/**
 * The body named last before `word` that its noun calls by a word of the name.
 *
 * ```text
 * The Lantern Relief Fund closed … the fund's treasurer
 *                    ^^^^              ^^^^
 * ```
 */
export function bodyCalled(analysis: Analysis, word: number): Place | undefined {
  const noun = analysis.forms[word]!
  if (!/^\p{Ll}/u.test(noun)) return undefined
  const {places} = mentionIndex(analysis)
  const last = firstFrom(places, word)
  for (let number = last - 1; Math.max(0, last - PLACES_MAX) <= number; number--) {
    const place = places[number]!
    if (place.form !== 'name' || word < place.endWord || !isOrganisation(place)) continue
    if (isCalled(analysis.forms.slice(place.firstWord, place.endWord), noun)) return place
  }
  return undefined
}

/** The number of the first mention that begins at `word` or later; they are in the order of the text. */
function firstFrom(places: readonly Place[], word: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.firstWord < word) low = middle + 1
    else high = middle
  }
  return low
}

/** The last body named ahead of `word` in its sentence, by its id or words: "Parliament named her its speaker". */
export function bodyAhead(analysis: Analysis, word: number): string | undefined {
  const index = mentionIndex(analysis)
  const {first} = sentenceBounds(analysis, word)
  for (let ahead = word - 1; first <= ahead; ahead--) {
    const place = index.before(ahead)
    if (place?.form === 'name' && isOrganisation(place)) return place.chain.id
    if (ahead === first && isBodyNoun(analysis.forms[ahead]!)) return analysis.forms[ahead]
  }
  return undefined
}

/**
 * The body that a phrase from `from` on tells by a plain noun: "the county's rescue service", "the northern corps". A noun
 * alone says too little unless something named is called so.
 */
export function plainBodyFrom(
  analysis: Analysis,
  from: number,
  end: number
): {organisation: string; endWord: number} | undefined {
  const {forms, starts, ends, text} = analysis
  if (!isDeterminer(forms[from])) return undefined
  let last = from + 1
  while (last < Math.min(end, from + BODY_WORDS_MAX) && (isNominal(analysis, last) || isPossessive(forms[last]))) last++
  if (!isBody(forms[last - 1] ?? '')) return undefined
  const called = bodyCalled(analysis, last - 1)
  if (called) return {organisation: called.chain.id, endWord: last}
  return from + 2 < last ? {organisation: text.slice(starts[from + 1], ends[last - 1]), endWord: last} : undefined
}

const BODY_WORDS_MAX = 7

/** Whether the noun is a plain word for what people lead or serve: "fund", "city", "club". */
export function isBody(noun: string): boolean {
  return /^\p{Ll}/u.test(noun) && (isBodyNoun(noun) || ledNouns.has(noun))
}

/** The noun that a name is made around: its last word, or the one before "of" or "for". */
function isCalled(name: readonly string[], noun: string): boolean {
  const link = name.findIndex(form => /^(?:of|for)$/.test(form))
  const head = link < 0 ? name.at(-1)! : (name[link - 1] ?? '')
  return /^\p{Lu}/u.test(head) && head.toLowerCase() === noun
}

function isOrganisation({chain: {kind}}: Place): boolean {
  return kind === 'organisation' || kind === 'group' || kind === 'outlet'
}
