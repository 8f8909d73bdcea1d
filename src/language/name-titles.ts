import type {Span} from '../text/span.ts'
import {sentenceOf, type Words, wordSpan} from './analysis.ts'
import {PERSON_NOUNS} from './gazetteer/roles.ts'
import {LISTED, listedWord} from './gazetteer.ts'

/** The longest title in words: "Parliamentary Under Secretary of State for Rivers, Harbours and Coastal Trade". */
const TITLE_WORDS_MAX = 12

/**
 * The title or honorific that ends right before word `firstWord`, where a person's name begins; undefined when there is none.
 *
 * ```text
 * said the CNN terrorism analyst Ada Brun, as Deputy Prime Minister Lev Oral and Mullah Sarwan met
 *              ^^^^^^^^^^^^^^^^^              ^^^^^^^^^^^^^^^^^^^^^              ^^^^^^
 * ```
 */
export function titleBefore(words: Words, firstWord: number): Span | undefined {
  const titleFirst = titleStart(words, firstWord)
  return titleFirst === undefined ? undefined : wordSpan(words, titleFirst, firstWord)
}

/** The first word of the title that ends right before word `endWord`. */
function titleStart(words: Words, endWord: number): number | undefined {
  const {forms} = words
  const first = Math.max(words.sentenceStarts[sentenceOf(words, Math.max(0, endWord - 1))]!, endWord - TITLE_WORDS_MAX)
  if (endWord <= first) return undefined
  const last = endWord - 1
  if (isTitleHead(forms[last]!)) return extendLeft(words, last, first)
  if (!/^\p{Lu}/u.test(forms[last]!)) return undefined
  return ministryTitleStart(words, endWord, first)
}

/** Whether `form` alone can be a title before a name: "Mullah", "Sen.", "spokesman". */
export function isTitleHead(form: string): boolean {
  if (listedWord(form) & LISTED.title && /^\p{Lu}/u.test(form)) return true
  return NOUNS.has(form.toLowerCase())
}

const NOUNS: ReadonlySet<string> = new Set(PERSON_NOUNS.trim().split(/\s+/))

/** Over words that go inside titles: "Deputy Prime" before "Minister", "terrorism" before "analyst". */
function extendLeft({forms}: Words, last: number, first: number): number {
  let start = last
  while (first < start && (isTitleHead(forms[start - 1]!) || isTitlePart(forms[start - 1]!, forms[last]!))) start--
  while (start < last && /^\p{Ll}/u.test(forms[start]!) && !isTitleHead(forms[start]!) && !isInner(forms[start]!))
    start++
  return start
}

function isTitlePart(form: string, head: string): boolean {
  if (form === '-' || form === '&') return true
  if (/^\p{Lu}/u.test(form)) return (listedWord(form) & (LISTED.titlePart | LISTED.title)) !== 0
  return /^\p{Ll}/u.test(head) && isInner(form)
}

/** Small words that come before a person's noun: "security analyst", "senior foreign correspondent". */
function isInner(form: string): boolean {
  return INNER.has(form)
}

const INNER: ReadonlySet<string> = new Set(
  `senior junior chief lead deputy vice assistant associate acting interim foreign interior defense defence finance justice health security terrorism counterterrorism counter-terrorism
   political military police army press government party opposition team policy research human rights intelligence economics legal medical national regional local federal state managing executive
   general prime top staff war news sports science business technology investigative special presidential parliamentary former ex`
    .trim()
    .split(/\s+/)
)

/** "Secretary of State", "Minister for Water and Power": a title whose noun stands before "of" or "for". */
function ministryTitleStart(words: Words, endWord: number, first: number): number | undefined {
  const {forms} = words
  let word = endWord - 1
  while (first < word && (/^\p{Lu}/u.test(forms[word]!) || /^(?:and|of|for|the|,)$/.test(forms[word]!))) {
    const joins = /^(?:of|for)$/.test(forms[word]!)
    const head = forms[word - 1]!
    if (joins && word < endWord - 1 && /^\p{Lu}/u.test(head) && listedWord(head) & LISTED.title)
      return extendLeft(words, word - 1, first)
    word--
  }
  return undefined
}
