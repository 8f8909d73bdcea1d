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
  const kind = article === word ? kindAlone(forms, word) : (kindOfFirst(forms[word]!) ?? 'person')
  return {firstWord: word, endWord, kind, score: SCORE}
}

/** The first word of "Jabhat an-Nusra" says a band, that of "Dayr az-Zawr" a place. */
function kindOfFirst(form: string): EntityKind | undefined {
  if (/^(?:jabhat|ansar|harakat|jaysh|jaish|liwa|hizb|tahrir|katibat|kata[’']?ib|firqat)$/i.test(form))
    return 'organisation'
  return /^(?:dayr|deir|umm|bab|tell|tall|wadi|jabal|jebel|kafr|ain|bayt|beit|ras)$/i.test(form) ? 'place' : undefined
}

const DAYS =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/

const FORENAMES_MAX = 4
const SCORE = 0.8

/** A word with a capital that is no title, people or body: what stands before a surname. */
function isForename({forms, text, starts, ends, upos}: Parsed, word: number): boolean {
  const form = forms[word]!
  const isApart = text.slice(ends[word], starts[word + 1]) === ' '
  const isOther =
    listedWord(form) & (LISTED.title | LISTED.titlePart) || listedName(form) & (LISTED.people | LISTED.body)
  const isName = upos[word] === 'PROPN' || kindOfFirst(form) !== undefined
  return isApart && !isOther && isName && !DAYS.test(form) && /^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(form)
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
