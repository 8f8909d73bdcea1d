import {foldName} from '../fold-name.ts'
import {
  BODY_KINDS,
  HEAD_TITLES,
  PLACE_HEADS,
  SAME_TITLES,
  SPOKES_NOUNS,
  SPOKES_TITLES,
  STATUS_WORDS
} from './title-words.ts'

/** What a title says of who holds it. */
export interface ReadTitle {
  /** Equal for titles that say the same: "CEO", "chief executive". */
  readonly key: string
  /** Whoever holds it leads the body. */
  readonly isHead: boolean
  /** Whoever holds it speaks for the body. */
  readonly isSpokes: boolean
}

/**
 * Read a title beside the body it is held in.
 *
 * ```text
 * acting head of the Reed Trust, Reed Trust      leads: "head"
 * head of finance, Reed Trust                    does not
 * chairman and chief executive                   leads
 * party leader                                   leads: a word for a body limits nothing
 * deputy mayor, sports editor                    do not
 * police chief, Tarn                             does not, where Tarn is a place
 * ```
 */
export function readTitle(title: string, bodyNames: readonly string[], {isPlace = false} = {}): ReadTitle {
  const words = ownWords(title, bodyNames)
  const phrase = words.join(' ')
  const posts = phrase.split(/\band\b/).map(post => post.split(' ').filter(word => word !== ''))
  const bodyWords = new Set(bodyNames.flatMap(name => foldName(name).split(' ')))
  return {
    key: sameTitles.get(phrase.replaceAll(' ', '-')) ?? phrase,
    isHead: posts.some(post => (isPlace ? placeHeads.has(post.join(' ')) : isHeadOfKind(post, bodyWords))),
    isSpokes: posts.some(post => spokesTitles.has(post.join(' ')) || spokesNouns.has(nounOf(post)))
  }
}

/** The title's words, folded, without status and without the body it is held in. */
function ownWords(title: string, bodyNames: readonly string[]): string[] {
  let folded = ` ${foldName(title)} `
  for (const name of bodyNames.map(foldName).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)))
    if (name !== '') folded = folded.replace(new RegExp(` (?:(?:of|for|at|in|to) )?(?:the )?${name} `), ' ')
  return folded
    .trim()
    .split(/\s+/)
    .filter((word, at, all) => word !== '' && !(statusWords.has(word) && at < all.length - 1))
}

/** Bodies' kinds stand before, or behind "of the": "council leader", "leader of the party", the diocese's "bishop of Tarn". */
function isHeadOfKind(words: readonly string[], bodyWords: ReadonlySet<string>): boolean {
  if (headTitles.has(words.join(' '))) return true
  const of = words.indexOf('of')
  const head = 0 < of ? words.slice(0, of) : words
  const rest = 0 < of ? words.slice(of + 1).filter(word => word !== 'the' && word !== 'its' && word !== 'his') : []
  if (!rest.every(word => bodyKinds.has(word) || bodyWords.has(word))) return false
  for (let from = 0; from < head.length; from++)
    if (headTitles.has(head.slice(from).join(' '))) return head.slice(0, from).every(word => bodyKinds.has(word))
  return false
}

/** The noun that a title turns on: the last before "of", "for", "on". */
function nounOf(words: readonly string[]): string {
  const stop = words.findIndex(word => /^(?:of|for|on|to|at|in)$/.test(word))
  return words[(stop < 0 ? words.length : stop) - 1] ?? ''
}

function titles(list: string): Set<string> {
  return new Set(list.split(';').map(foldName))
}

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).map(foldName))
}

const headTitles = titles(HEAD_TITLES)
const placeHeads = titles(PLACE_HEADS)
const spokesTitles = titles(SPOKES_TITLES)
const spokesNouns = words(SPOKES_NOUNS)
const bodyKinds = words(BODY_KINDS)
const statusWords = words(STATUS_WORDS)
const sameTitles = new Map(
  SAME_TITLES.split('\n').flatMap(line => {
    const [first, ...others] = line.split(' ')
    return [first!, ...others].map(title => [title, first!.replaceAll('-', ' ')] as const)
  })
)
