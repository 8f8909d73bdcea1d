import type {Words} from './analysis.ts'
import {PRODUCTION_NOUNS, WORK_NOUNS} from './gazetteer/roles.ts'
import type {NameDraft} from './name-draft.ts'

/** More words than any title has; what is longer is speech. */
const TITLE_WORDS_MAX = 20
/** How far before the title its medium is looked for: "a 20-minute video released on Monday and titled". */
const MEDIUM_WORDS = 12

/**
 * Find titles of productions and works: words in quotation marks after "entitled" or right beside a noun for such a thing.
 *
 * ```text
 * a video entitled “The Long Road,” and her novel "Ash"
 *                   ^^^^^^^^^^^^^                  ^^^
 * ```
 */
export function findQuotedTitles(words: Words): NameDraft[] {
  const {forms} = words
  const found: NameDraft[] = []
  for (let word = 0; word < forms.length; word++) {
    const closing = CLOSING_BY_OPENING[forms[word]!]
    if (!closing) continue
    const end = closingWord(forms, word + 1, closing)
    if (end === undefined) continue
    const draft = titleDraft(words, word, end)
    if (draft) found.push(draft)
    word = end
  }
  return found
}

const CLOSING_BY_OPENING: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '«': '»',
  '``': "''"
}

function closingWord(forms: readonly string[], from: number, closing: string): number | undefined {
  const last = Math.min(forms.length, from + TITLE_WORDS_MAX + 1)
  for (let word = from; word < last; word++) if (forms[word] === closing) return word
  return undefined
}

function titleDraft(words: Words, opening: number, closing: number): NameDraft | undefined {
  const {forms} = words
  const firstWord = opening + 1
  let endWord = closing
  while (firstWord < endWord && /^[.,;:]$/.test(forms[endWord - 1]!)) endWord--
  if (endWord <= firstWord || !/^[\p{Lu}\p{N}]/u.test(forms[firstWord]!)) return undefined
  const named = namingWord(words, opening)
  const medium = mediumNear(words, named ?? opening, named !== undefined)
  if (named === undefined && (medium === undefined || !isTitleCase(forms, firstWord, endWord))) return undefined
  const score = named !== undefined && medium ? 0.95 : 0.75
  return {firstWord, endWord, kind: medium ?? 'work', score}
}

/** Where "entitled" or the like stands before the quotation mark. */
function namingWord({forms}: Words, opening: number): number | undefined {
  let before = opening - 1
  while (0 <= before && /^[,:]$/.test(forms[before]!)) before--
  return 0 <= before && /^(?:entitled|titled|called|named|dubbed)$/i.test(forms[before]!) ? before : undefined
}

/** The kind of thing that the nouns before `word` speak of; right before it unless `far`. */
function mediumNear({forms}: Words, word: number, far: boolean): 'production' | 'work' | undefined {
  const first = Math.max(0, word - (far ? MEDIUM_WORDS : 2))
  for (let place = word - 1; first <= place; place--) {
    const noun = forms[place]!.toLowerCase()
    if (/^[.!?]$/.test(noun)) return undefined
    if (PRODUCTIONS.has(noun) || PRODUCTIONS.has(noun.replace(/s$/, ''))) return 'production'
    if (WORKS.has(noun) || WORKS.has(noun.replace(/s$/, ''))) return 'work'
  }
  return undefined
}

const PRODUCTIONS: ReadonlySet<string> = new Set(PRODUCTION_NOUNS.trim().split(/\s+/))
const WORKS: ReadonlySet<string> = new Set(WORK_NOUNS.trim().split(/\s+/))

function isTitleCase(forms: readonly string[], firstWord: number, endWord: number): boolean {
  for (let word = firstWord; word < endWord; word++) if (/^\p{Ll}{5,}/u.test(forms[word]!)) return false
  return true
}
