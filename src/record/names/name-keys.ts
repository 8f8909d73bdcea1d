import type {EntityKind} from '../../language/analysis.ts'
import {type Initial, type NameWord, type ReadName, readName} from './read-name.ts'
import {soundKeys} from './sound-keys.ts'

/**
 * Short keys under which a name is looked up, at most eight: names that can match share at least one, in nearly all cases. A key is
 * how one word sounds (`mln`), how two do (`n+mln`), or the first letters of all words (`=hwu`).
 */
export function nameKeys(name: string, kind: EntityKind): readonly string[] {
  return keysOf(readName(name, kind))
}

/** The same of a name that was taken apart before: the likeliest key of every group before the second of any. */
export function keysOf(name: ReadName): readonly string[] {
  const groups = keyGroupsOf(name)
  const keys = new Set<string>()
  for (let rank = 0; rank < KEYS_MAX; rank++)
    for (const group of groups) if (group[rank] !== undefined && keys.size < KEYS_MAX) keys.add(group[rank]!)
  return [...keys]
}

/** The keys of each of the words that tell most, of two of them together, and of the first letters: in each group the likeliest first. */
export function keyGroupsOf({words, kind, initials}: ReadName): readonly (readonly string[])[] {
  const told = words
    .filter(({role}) => role !== 'initial')
    .sort((a, b) => b.bits - a.bits)
    .slice(0, WORDS_MAX)
  const heard = told.map(word => soundKeys(word, told.length === 1 ? KEYS_MAX : WORD_KEYS_MAX))
  const acronyms = kind === 'person' ? [] : acronymKeys(words, initials)
  return [...heard, pairKeys(heard[0] ?? [], heard[1] ?? []), ...acronyms.slice(0, ACRONYMS_MAX).map(key => [key])]
}

/** Both words as they may sound together, the likeliest first. */
function pairKeys(first: readonly string[], second: readonly string[]): string[] {
  const pairs = first.flatMap((one, i) => second.map((other, j) => ({key: [one, other].sort().join('+'), rank: i + j})))
  return pairs.sort((a, b) => a.rank - b.rank).map(({key}) => key)
}

const KEYS_MAX = 8
const ACRONYMS_MAX = 3
const WORDS_MAX = 4
/** Of one word among several. */
const WORD_KEYS_MAX = 4
/** A word so short, in a name of so few words, may stand for the first letters of others. */
const ACRONYM_LETTERS_MAX = 6
const ACRONYM_WORDS_MAX = 2

/** Of `HWU` and of `Harbour Workers Union` the same, with legal forms and small words, with some of them or without. */
function acronymKeys(words: readonly NameWord[], initials: readonly Initial[]): string[] {
  if (words.length <= ACRONYM_WORDS_MAX)
    return words
      .filter(({isAcronym, latin}) => isAcronym && latin.length <= ACRONYM_LETTERS_MAX)
      .map(({latin}) => `=${latin}`)
  const telling = words.map(({latin}) => latin[0] ?? '').join('')
  const lettersOf = (counted: readonly Initial[]) => counted.map(({letter}) => letter).join('')
  const small = initials.filter(({isPassedOver}) => isPassedOver === 'small').slice(-2)
  const withoutOne = small.length < 2 ? [] : small.map(left => initials.filter(each => each !== left))
  const ways = [initials, initials.filter(({isPassedOver}) => isPassedOver !== 'small'), ...withoutOne.reverse()]
  return [...new Set([telling, ...ways.map(lettersOf)])].map(letters => `=${letters}`)
}
