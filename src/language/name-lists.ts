import {sentenceCount, type Tagged, type Words} from './analysis.ts'
import {bodyNouns} from './description-nouns.ts'
import {LISTED, LISTED_PLACE, listedWord, listingAt} from './gazetteer.ts'
import {coverOf, type NameDraft} from './name-draft.ts'

/** How sure a listed name is that the trained model did not see: it may be a word at a sentence's start, or part of another name. */
const LISTED_SCORE = 0.7

/** Find universally known names, and peoples used as nouns, where no name of `drafts` stands. */
export function findListedNames(words: Tagged, drafts: readonly NameDraft[]): NameDraft[] {
  const cover = coverOf(drafts, words.forms.length)
  const found: NameDraft[] = []
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const end = words.sentenceStarts[sentence + 1]!
    let word = words.sentenceStarts[sentence]!
    while (word < end) {
      const draft =
        cover[word]! < 0 ? (listedAt(words, word, end, cover) ?? calledAt(words, word, end, cover)) : undefined
      if (draft) found.push(draft)
      word = draft?.endWord ?? word + 1
    }
  }
  return found
}

function listedAt(words: Words, word: number, end: number, cover: Int32Array): NameDraft | undefined {
  if (!/^(?:\p{Lu}|al$)/u.test(words.forms[word]!)) return undefined
  const listing = listingAt(words.forms, word, end)
  if (!listing || cover.subarray(word, listing.endWord).some(index => 0 <= index)) return undefined
  const kind = listedKind(words, word, listing.endWord, listing.bits)
  return kind && {firstWord: word, endWord: listing.endWord, kind, score: LISTED_SCORE}
}

/** "the company Orlan Motors", "the town of Orlan": a noun says what the capitals after it are. */
function calledAt({forms, upos}: Tagged, word: number, end: number, cover: Int32Array): NameDraft | undefined {
  if (!isCapitalised(forms[word]!) || upos[word] !== 'PROPN' || CALENDAR.test(forms[word]!)) return undefined
  const kind = kindBefore(forms, word)
  if (!kind) return undefined
  let endWord = word
  while (endWord < end && cover[endWord]! < 0 && isCapitalised(forms[endWord]!)) endWord++
  return word < endWord ? {firstWord: word, endWord, kind, score: LISTED_SCORE} : undefined
}

/** What the noun before `word` calls it, if it calls it anything. */
function kindBefore(forms: readonly string[], word: number): NameDraft['kind'] | undefined {
  const noun = forms[word - 1] ?? ''
  if (bodyNouns.has(noun)) return OUTLET_NOUNS_SURE.has(noun) ? 'outlet' : 'organisation'
  return noun === 'of' && PLACE_NOUNS.has(forms[word - 2] ?? '') ? 'place' : undefined
}

/** Nouns that are followed by "of" and the name of a place. */
const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'town village city hamlet suburb district province county governorate municipality township port island enclave'.split(
    ' '
  )
)

/** Days and months have capitals but name no body. */
const CALENDAR =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

const OUTLET_NOUNS_SURE = new Set(['newspaper', 'daily', 'weekly', 'broadcaster', 'tabloid', 'magazine'])

function isCapitalised(form: string): boolean {
  return /^\p{Lu}/u.test(form)
}

function listedKind(words: Words, word: number, endWord: number, bits: number): NameDraft['kind'] | undefined {
  const {forms} = words
  const next = forms[endWord] ?? ''
  const beforeCapital = /^\p{Lu}/u.test(next)
  const afterCapital = 0 < word && /^\p{Lu}/u.test(forms[word - 1]!) && forms[word - 1] !== 'The'
  if (bits & LISTED.outlet && bits !== LISTED.outlet + LISTED.city)
    return isWordToo(forms, word, endWord) ? undefined : 'outlet'
  if (bits & LISTED.body) return isWordToo(forms, word, endWord) ? undefined : 'organisation'
  if (bits & LISTED.people) return isPeople(words, word, endWord) ? 'group' : undefined
  if (bits & (LISTED.country | LISTED.region)) return afterCapital && beforeCapital ? undefined : 'place'
  if (
    bits & LISTED_PLACE &&
    !beforeCapital &&
    !afterCapital &&
    0 < word &&
    /^(?:in|at|near|from|to|of|outside)$/i.test(forms[word - 1]!)
  )
    return 'place'
  return undefined
}

/** "Ford" and "Senate" are also words: then only capitals, or "the" before it inside a sentence, tell the name. */
function isWordToo(forms: readonly string[], word: number, endWord: number): boolean {
  if (1 < endWord - word) return false
  const form = forms[word]!
  if (/^[\p{Lu}.&]{2,}$/u.test(form)) return false
  const isAmbiguous = listedWord(form) !== 0 || AMBIGUOUS.has(form)
  return isAmbiguous && !(forms[word - 1] === 'the' && !/^\p{Lu}/u.test(forms[endWord] ?? ''))
}

const AMBIGUOUS: ReadonlySet<string> = new Set(
  `Apple Amazon Shell Meta Ford Guardian Observer Telegraph Politico Forbes Fortune Dawn Labour Congress Parliament Intel Vox Spiegel Bild Sputnik
   Economist Treasury Telegram Stanford Independent Atlantic Time Sun Hindu Australian Scotsman Fatah Yale Pravda Univision Axios`
    .trim()
    .split(/\s+/)
)

/** A people spoken of as such: "the Afghans"; not "Afghan police", nor some of them. */
function isPeople({forms}: Words, word: number, endWord: number): boolean {
  const form = forms[word]!
  const isPlural = /(?:s|men)$/.test(form) && !/(?:ss|us|is|ese)$/.test(form)
  return (
    endWord - word === 1 && isPlural && /^the$/i.test(forms[word - 1] ?? '') && !/^\p{Lu}/u.test(forms[endWord] ?? '')
  )
}
