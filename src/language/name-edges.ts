import {sentenceOf, type Words} from './analysis.ts'
import {LISTED, listedWord} from './gazetteer.ts'
import {type NameDraft, withoutOverlap} from './name-draft.ts'
import {isTitleHead} from './name-titles.ts'

/**
 * Move the edges of names to where a reader sees them: no article, title or possessive inside; particles, "Jr." and
 * "of Foreign Affairs" not left outside.
 *
 * ```text
 * the Ministry of Water's report, by President Ula van Tarn Jr.
 *     ^^^^^^^^^^^^^^^^^                        ^^^^^^^^^^^^^^^^
 * ```
 */
export function mendEdges(words: Words, drafts: readonly NameDraft[]): NameDraft[] {
  const mended = drafts.map(draft => mend(words, draft)).filter(draft => draft !== undefined)
  return withoutOverlap(mended)
}

function mend(words: Words, draft: NameDraft): NameDraft | undefined {
  let {firstWord, endWord} = draft
  const {forms} = words
  while (firstWord < endWord && isEdge(forms[firstWord]!) && !isFixedArticle(forms, firstWord, endWord)) firstWord++
  while (firstWord < endWord && isEdge(forms[endWord - 1]!)) endWord--
  if (draft.kind === 'person') {
    firstWord = afterTitle(words, firstWord, endWord)
    firstWord = overParticles(words, firstWord)
    endWord = overSuffix(words, endWord)
  } else endWord = overOf(words, {...draft, firstWord, endWord})
  return firstWord < endWord && /[\p{L}\p{N}]/u.test(forms[firstWord]!) ? {...draft, firstWord, endWord} : undefined
}

const EDGE = /^(?:the|a|an|'s|’s|'|’|s'|and|of|[^\p{L}\p{N}#]+)$/iu

function isEdge(form: string): boolean {
  return EDGE.test(form)
}

/** "The Hague", whose article is part of the name. */
function isFixedArticle(forms: readonly string[], word: number, endWord: number): boolean {
  return forms[word] === 'The' && word + 1 < endWord && forms[word + 1] === 'Hague'
}

function afterTitle({forms}: Words, firstWord: number, endWord: number): number {
  let first = firstWord
  while (first < endWord - 1 && isTitleWord(forms[first]!)) first++
  return first
}

function isTitleWord(form: string): boolean {
  return (listedWord(form) & LISTED.title) !== 0 && isTitleHead(form)
}

const PARTICLES = new Set([
  'al',
  'al-',
  'el',
  'bin',
  'bint',
  'ibn',
  'abu',
  'umm',
  'abd',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'ben',
  'st.',
  'st',
  'mac'
])

/** Take in particles on the left: "bin Tarek" of which only "Tarek" was seen. */
function overParticles(words: Words, firstWord: number): number {
  const sentenceFirst = words.sentenceStarts[sentenceOf(words, firstWord)]!
  let first = firstWord
  while (sentenceFirst < first) {
    const before = words.forms[first - 1]!
    const glued = words.ends[first - 1] === words.starts[first]
    if (before === '-' && glued && sentenceFirst < first - 1 && PARTICLES.has(words.forms[first - 2]!.toLowerCase()))
      first -= 2
    else if (PARTICLES.has(before.toLowerCase()) && (glued || isParticleHere(before))) first--
    else break
  }
  return first
}

/** "de" and "la" also stand before persons' names in French; "st" is a street. */
function isParticleHere(form: string): boolean {
  return /^(?:al|el|bin|bint|ibn|abu|umm|abd|van|von)$/i.test(form)
}

function overSuffix({forms}: Words, endWord: number): number {
  const comma = forms[endWord] === ',' ? 1 : 0
  const suffix = forms[endWord + comma] ?? ''
  if (/^(?:Jr|Sr)\.?$/.test(suffix) || (comma === 0 && /^(?:II|III|IV|XVI|XIV|XXIII)$/.test(suffix)))
    return endWord + comma + 1
  return endWord
}

const OF_HEADS = new Set(
  `ministry university department institute bank house council court commission embassy association organisation organization union academy college school bureau office
   committee centre center league society board chamber church federation emirate state republic kingdom government confederation movement front party army`.split(
    /\s+/
  )
)

/** "Ministry" goes on over "of Foreign Affairs", "University" over "of the West". */
function overOf(words: Words, {firstWord, endWord, kind}: NameDraft): number {
  const {forms} = words
  const sentenceEnd = words.sentenceStarts[sentenceOf(words, firstWord) + 1]!
  if (kind === 'place' || !OF_HEADS.has(forms[endWord - 1]!.toLowerCase()) || !/^\p{Lu}/u.test(forms[endWord - 1]!))
    return endWord
  let end = endWord
  let word = endWord
  if (!/^(?:of|for)$/.test(forms[word] ?? '')) return endWord
  word++
  if (forms[word] === 'the') word++
  while (word < sentenceEnd && /^\p{Lu}/u.test(forms[word]!)) {
    word++
    end = word
    if (
      forms[word] === 'and' &&
      /^\p{Lu}/u.test(forms[word + 1] ?? '') &&
      /^(?:Ministry|Department|Institute)$/.test(forms[firstWord]!)
    )
      word++
  }
  return Math.min(end, sentenceEnd)
}
