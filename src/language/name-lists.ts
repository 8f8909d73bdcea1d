import {sentenceCount, type Words} from './analysis.ts'
import {LISTED, LISTED_PLACE, listedWord, listingAt} from './gazetteer.ts'
import {coverOf, type NameDraft} from './name-draft.ts'

/** How sure a listed name is that the trained model did not see: it may be a word at a sentence's start, or part of another name. */
const LISTED_SCORE = 0.7

/** Find universally known names, and peoples used as nouns, where no name of `drafts` stands. */
export function findListedNames(words: Words, drafts: readonly NameDraft[]): NameDraft[] {
  const cover = coverOf(drafts, words.forms.length)
  const found: NameDraft[] = []
  for (let sentence = 0; sentence < sentenceCount(words); sentence++) {
    const end = words.sentenceStarts[sentence + 1]!
    let word = words.sentenceStarts[sentence]!
    while (word < end) {
      const draft = cover[word]! < 0 ? listedAt(words, word, end, cover) : undefined
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

/** "Ford" and "Time" are names and words: only a small word's neighbourhood would tell, so leave them to the model. */
function isWordToo(forms: readonly string[], word: number, endWord: number): boolean {
  if (1 < endWord - word) return false
  const form = forms[word]!
  return !/^[\p{Lu}.&]{2,}$/u.test(form) && (listedWord(form) !== 0 || COMMON.has(form))
}

const COMMON = new Set([
  'Apple',
  'Amazon',
  'Shell',
  'Meta',
  'Ford',
  'Guardian',
  'Observer',
  'Telegraph',
  'Politico',
  'Forbes',
  'Fortune',
  'Dawn',
  'Labour',
  'Congress',
  'Parliament',
  'Intel',
  'Vox',
  'Spiegel',
  'Bild',
  'Sputnik',
  'Economist',
  'Treasury',
  'Telegram',
  'Stanford'
])

/** A people named as such: "the Afghans", "Kurds said"; not "Afghan police". */
function isPeople({forms}: Words, word: number, endWord: number): boolean {
  return (
    endWord - word === 1 &&
    /(?:s|men)$/.test(forms[word]!) &&
    !/(?:ss|us|is|ese)$/.test(forms[word]!) &&
    listedWord(forms[word]!) === 0
  )
}
