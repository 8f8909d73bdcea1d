import type {EntityKind, Words} from './analysis.ts'
import {sentenceOf} from './analysis.ts'
import {LISTED, LISTED_FORENAME, listedName, listedWord, plainKey} from './gazetteer.ts'
import {coverOf, type NameDraft, withoutOverlap} from './name-draft.ts'
import {CLUB_HEADS, isBodyByItsWords} from './name-kinds.ts'

/** How much of its score a name keeps at another place of the same text. */
const ELSEWHERE = 0.9
/** A name surer than this spreads to places where it was overlooked. */
const SPREAD_SCORE_MIN = 0.6

/**
 * One text uses a name for one thing: give each name the kind that most of its places speak for, a person's last name the
 * kind of the full one, and find the places where it was overlooked.
 *
 * @param places - names that something outside of the words tells to be places'
 */
export function spreadNames(words: Words, drafts: readonly NameDraft[], places: readonly string[] = []): NameDraft[] {
  const keys = drafts.map(draft => keyOf(words, draft.firstWord, draft.endWord))
  const kindByKey = likeliestKinds(keys, drafts)
  settlePlaces(words, drafts, keys, kindByKey, new Set(places.map(plainKey)))
  addShortForms(words, drafts, kindByKey)
  settleFullNames(words, drafts, keys, kindByKey)
  const agreed = drafts.map((draft, index) => agree(draft, kindByKey.get(keys[index]!)))
  return withoutOverlap([...agreed, ...overlooked(words, agreed, kindByKey)])
}

interface KindScore {
  readonly kind: EntityKind
  readonly score: number
  readonly wordCount: number
}

function keyOf({forms}: Words, firstWord: number, endWord: number): string {
  let key = ''
  for (let word = firstWord; word < endWord; word++) key += plainKey(forms[word]!)
  return key
}

function likeliestKinds(keys: readonly string[], drafts: readonly NameDraft[]): Map<string, KindScore> {
  const votesByKey = new Map<string, Map<EntityKind, number>>()
  const bestByKey = new Map<string, NameDraft>()
  for (const [index, draft] of drafts.entries()) {
    const votes = votesByKey.get(keys[index]!) ?? new Map<EntityKind, number>()
    votes.set(draft.kind, (votes.get(draft.kind) ?? 0) + draft.score * draft.score)
    votesByKey.set(keys[index]!, votes)
    if ((bestByKey.get(keys[index]!)?.score ?? 0) < draft.score) bestByKey.set(keys[index]!, draft)
  }
  const kinds = new Map<string, KindScore>()
  for (const [key, votes] of votesByKey) {
    const [kind] = [...votes].reduce((best, vote) => (best[1] < vote[1] ? vote : best))
    const {score, firstWord, endWord} = bestByKey.get(key)!
    kinds.set(key, {kind, score, wordCount: endWord - firstWord})
  }
  return kinds
}

/** What the dateline names is a place where it was taken for a person, not surely, and says nothing: "Toyota" of Toyota stays a firm. */
function settlePlaces(
  {forms}: Words,
  drafts: readonly NameDraft[],
  keys: readonly string[],
  kindByKey: Map<string, KindScore>,
  placeKeys: ReadonlySet<string>
) {
  const speakers = new Set(keys.filter((_, index) => SAYING.test(forms[drafts[index]!.endWord] ?? '')))
  for (const key of placeKeys) {
    const known = kindByKey.get(key)
    if (known?.kind === 'person' && known.score < SURE && !speakers.has(key))
      kindByKey.set(key, {...known, kind: 'place'})
  }
}

const SAYING = /^(?:said|says|told|tells|denied|denies|added|asked|wrote|testified|pleaded|argued)$/
/** From here on the trained model was sure of a kind. */
const SURE = 0.9

/** How much surer than the model's word a body's short form is: the model sees "Orlan said" and thinks of a person. */
const BODY_BONUS = 0.2

/** Parts of a name that stand for it alone are of its kind, unless the text uses them for something else more surely. */
function addShortForms({forms}: Words, drafts: readonly NameDraft[], kindByKey: Map<string, KindScore>) {
  const surnames = new Set(drafts.filter(isFullPerson).map(({endWord}) => plainKey(forms[endWord - 1]!)))
  for (const draft of drafts)
    for (const word of shortForms(forms, draft)) {
      const key = plainKey(forms[word]!)
      const known = kindByKey.get(key)
      const isBody = draft.kind === 'organisation'
      if (key.length < 3 || known?.kind === draft.kind || (isBody && surnames.has(key))) continue
      if (known && draft.score + (isBody ? BODY_BONUS : 0) < known.score) continue
      // A club is known by its last word, however sure its name was.
      const least = isBody && CLUB_HEADS.test(forms[word]!) ? SPREAD_SCORE_MIN : 0
      kindByKey.set(key, {kind: draft.kind, score: Math.max(least, draft.score * ELSEWHERE), wordCount: 1})
    }
}

function isFullPerson({kind, firstWord, endWord}: NameDraft): boolean {
  return kind === 'person' && 1 < endWord - firstWord
}

/** The words that stand alone for a longer name: "Holub" for "Jana Holub", "Herald" for "Brimholm Herald", "Orlan" for "Orlan Motors". */
function shortForms(forms: readonly string[], {firstWord, endWord, kind}: NameDraft): number[] {
  if (endWord - firstWord < 2) return []
  if (kind === 'person')
    return forms[endWord - 2] === '-' ? [] : wordsFrom(Math.max(firstWord + 1, endWord - 2), endWord)
  if (kind === 'outlet') return [endWord - 1]
  // "United" alone, but no "FC".
  if (kind === 'organisation' && CLUB_HEADS.test(forms[endWord - 1]!) && forms[endWord - 1]!.length > 3)
    return [endWord - 1]
  return kind === 'organisation' && endWord - firstWord === 2 && isBodysOwnWord(forms[firstWord]!, forms[endWord - 1]!)
    ? [firstWord]
    : []
}

/** "Orlan" of "Orlan Motors"; but the Brandt administration is not Brandt. */
function isBodysOwnWord(form: string, head: string): boolean {
  const isPlainWord = (listedWord(form) & ~LISTED_FORENAME) !== 0 || listedName(form) !== 0
  return (
    !isPlainWord &&
    (listedWord(head) & LISTED.organisationHead) !== 0 &&
    !/^(?:administration|government|cabinet)$/i.test(head)
  )
}

function wordsFrom(first: number, end: number): number[] {
  return Array.from({length: end - first}, (_, index) => first + index)
}

/** A full name of doubtful kind is a person's where its last word alone is one. */
function settleFullNames(
  {forms}: Words,
  drafts: readonly NameDraft[],
  keys: readonly string[],
  kindByKey: Map<string, KindScore>
) {
  for (const [index, {firstWord, endWord}] of drafts.entries()) {
    const known = kindByKey.get(keys[index]!)!
    if (known.kind === 'person' || DOUBTFUL <= known.score || endWord - firstWord < 2 || 4 < endWord - firstWord)
      continue
    if (isBodyByItsWords(forms, firstWord, endWord)) continue
    const last = kindByKey.get(plainKey(forms[endWord - 1]!))
    if (last?.kind === 'person' && last.wordCount === 1) kindByKey.set(keys[index]!, {...known, kind: 'person'})
  }
}

/** Below this the trained model was in doubt of a name's kind. */
const DOUBTFUL = 0.8

function agree(draft: NameDraft, agreed: KindScore | undefined): NameDraft {
  return agreed && agreed.kind !== draft.kind
    ? {...draft, kind: agreed.kind, score: Math.min(draft.score, agreed.score)}
    : draft
}

/** Places where a known name stands, printed with a capital, outside every name found so far. */
function overlooked(
  words: Words,
  drafts: readonly NameDraft[],
  kindByKey: ReadonlyMap<string, KindScore>
): NameDraft[] {
  const {forms} = words
  const cover = coverOf(drafts, forms.length)
  const smallWords = new Set(forms.filter(form => /^\p{Ll}/u.test(form)).map(plainKey))
  const longestByBeginning = beginnings(drafts, words)
  const found: NameDraft[] = []
  for (let word = 0; word < forms.length; word++) {
    if (!/^(?:\p{Lu}|al$)/u.test(forms[word]!) || (0 < word && cover[word] === cover[word - 1] && 0 <= cover[word]!))
      continue
    const wordCountMax = longestByBeginning.get(plainKey(forms[word]!))
    const sentenceEnd = wordCountMax ? words.sentenceStarts[sentenceOf(words, word) + 1]! : 0
    for (let count = Math.min(wordCountMax ?? 0, sentenceEnd - word); 0 < count; count--) {
      if (plainKey(forms[word + count - 1]!) === '') continue
      const covered = cover.subarray(word, word + count).some(index => 0 <= index)
      if (covered && (count < 3 || !holdsWhole(drafts, cover, word, word + count))) continue
      const known = kindByKey.get(keyOf(words, word, word + count))
      if (!known || known.score < SPREAD_SCORE_MIN || (count === 1 && smallWords.has(plainKey(forms[word]!)))) continue
      found.push({firstWord: word, endWord: word + count, kind: known.kind, score: known.score * ELSEWHERE})
      word += count - 1
      break
    }
  }
  return found
}

/** Whether the names between the two words lie between them whole: then a longer known name may take their place. */
function holdsWhole(drafts: readonly NameDraft[], cover: Int32Array, firstWord: number, endWord: number): boolean {
  const first = drafts[cover[firstWord]!]
  const last = drafts[cover[endWord - 1]!]
  return (!first || firstWord <= first.firstWord) && (!last || last.endWord <= endWord) && first?.endWord !== endWord
}

/** By the first word of each name how many words the longest such name has; last names of persons begin themselves. */
function beginnings(drafts: readonly NameDraft[], {forms}: Words): Map<string, number> {
  const longest = new Map<string, number>()
  for (const draft of drafts) {
    const {firstWord, endWord} = draft
    const key = plainKey(forms[firstWord]!)
    longest.set(key, Math.max(longest.get(key) ?? 0, endWord - firstWord))
    for (const word of shortForms(forms, draft)) {
      const partKey = plainKey(forms[word]!)
      longest.set(partKey, Math.max(longest.get(partKey) ?? 0, 1))
    }
  }
  return longest
}
