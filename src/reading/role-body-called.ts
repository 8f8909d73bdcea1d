import type {Analysis} from '../language/analysis.ts'
import {mentionIndex, type Place} from './mention-index.ts'
import {isBodyNoun} from './role-words.ts'
import {LED_NOUNS} from './tenure-words.ts'
import {sentenceBounds} from './word-classes.ts'
import {wordSet} from './word-lists.ts'

const ledNouns = wordSet(LED_NOUNS)

/** Names further back are seldom meant by a plain noun. */
const NAMES_MAX = 60

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
  let left = NAMES_MAX
  return mentionIndex(analysis).places.findLast(place => {
    if (word < place.endWord || place.form !== 'name' || !isOrganisation(place) || left-- <= 0) return false
    return isCalled(analysis.forms.slice(place.firstWord, place.endWord), noun)
  })
}

/** The last body named ahead of `word` in its sentence: "The yard said its owner". */
export function bodyAhead(analysis: Analysis, word: number): Place | undefined {
  const index = mentionIndex(analysis)
  const {first} = sentenceBounds(analysis, word)
  for (let ahead = word - 1; first <= ahead; ahead--) {
    const place = index.before(ahead)
    if (place?.form === 'name' && isOrganisation(place)) return place
  }
  return undefined
}

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
