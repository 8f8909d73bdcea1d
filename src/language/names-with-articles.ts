import type {EntityKind, Parsed} from './analysis.ts'
import {LISTED, LISTED_PLACE, listedName, listedWord} from './gazetteer.ts'
import type {NameDraft} from './name-draft.ts'

/**
 * A name with an Arabic article that took on the sound behind it, printed as it is spoken.
 *
 * ```text
 * Khaled Omar ad-Dosh said that ash-Shami had left ar-Rashid.
 * ^^^^^^^^^^^^^^^^^^^           ^^^^^^^^^          ^^^^^^^^^
 * ```
 */
export function articledName(parsed: Parsed, word: number, end: number): NameDraft | undefined {
  const {forms} = parsed
  let article = word
  while (article < end && article - word < FORENAMES_MAX && isForename(parsed, article)) article++
  if (!isArticle(parsed, article, end)) return undefined
  const endWord = article + 3
  return {firstWord: word, endWord, kind: article === word ? kindAlone(forms, word) : 'person', score: SCORE}
}

const FORENAMES_MAX = 4
const SCORE = 0.8

/** A word with a capital that is no title, people or body: what stands before a surname. */
function isForename({forms, text, starts, ends}: Parsed, word: number): boolean {
  const form = forms[word]!
  const isApart = text.slice(ends[word], starts[word + 1]) === ' '
  const isOther =
    listedWord(form) & (LISTED.title | LISTED.titlePart) || listedName(form) & (LISTED.people | LISTED.body)
  return isApart && !isOther && /^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(form)
}

/** "ad-Dosh", "ash-Shami": the article ends as the name behind its hyphen begins. */
function isArticle({forms, starts, ends}: Parsed, word: number, end: number): boolean {
  if (
    end < word + 3 ||
    forms[word + 1] !== '-' ||
    ends[word] !== starts[word + 1] ||
    ends[word + 1] !== starts[word + 2]
  )
    return false
  const [, sound] = /^a(d|dh|n|r|s|sh|t|th|z)$/.exec(forms[word]!) ?? []
  const name = forms[word + 2]!
  return sound !== undefined && /^\p{Lu}\p{Ll}/u.test(name) && name.toLowerCase().startsWith(sound)
}

function kindAlone(forms: readonly string[], word: number): EntityKind {
  const isListed = (listedName(forms[word + 2]!) & LISTED_PLACE) !== 0
  return isListed || /^(?:in|at|near|from|to|around|outside)$/.test(forms[word - 1] ?? '') ? 'place' : 'person'
}
