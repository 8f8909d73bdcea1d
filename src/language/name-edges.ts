import {type Parsed, sentenceOf, type Words} from './analysis.ts'
import {LISTED, LISTED_PLACE, listedName, listedWord} from './gazetteer.ts'
import {type NameDraft, withoutOverlap} from './name-draft.ts'
import {isTitleHead} from './name-titles.ts'

/**
 * Move the edges of names to where a reader sees them: no article, title, possessive or plain word inside; particles and
 * "Jr." not left outside. What is no name then goes.
 *
 * ```text
 * Under President Ula van Tarn Jr., Norvian police
 *                 ^^^^^^^^^^^^^^^^
 * ```
 */
export function mendEdges(parsed: Parsed, drafts: readonly NameDraft[]): NameDraft[] {
  const mended = drafts.flatMap(draft => splitRows(parsed, draft)).flatMap(draft => mend(parsed, draft) ?? [])
  return withoutOverlap(mended)
}

/** Below this a name with "and" in it is more likely two. */
const JOINED_SCORE_MIN = 0.5

/** "Brandt and Holub" are two persons, "Holub, R-Vt." is one, and "Jana Holub of the Institute" is a person and a body. */
function splitRows({forms}: Words, draft: NameDraft): NameDraft[] {
  if (draft.kind !== 'person' && JOINED_SCORE_MIN <= draft.score) return [draft]
  for (let word = draft.firstWord + 1; word < draft.endWord; word++) {
    if (forms[word] === 'and')
      return [
        {...draft, endWord: word},
        {...draft, firstWord: word + 1}
      ]
    if (forms[word] === ',' && !isSuffix(forms[word + 1])) return [{...draft, endWord: word}]
    if (draft.kind === 'person' && forms[word] === 'of' && 2 <= word - draft.firstWord)
      return [
        {...draft, endWord: word},
        {...draft, firstWord: word + 1, kind: 'organisation'}
      ]
  }
  return [draft]
}

function mend(parsed: Parsed, draft: NameDraft): NameDraft | undefined {
  const trimmed = trim(parsed, draft)
  if (!trimmed) return undefined
  const mended = draft.kind === 'person' ? mendPerson(parsed, trimmed) : trimmed
  return mended && !isPeoplesWord(parsed, mended) ? mended : undefined
}

function trim(parsed: Parsed, draft: NameDraft): NameDraft | undefined {
  let {firstWord, endWord} = draft
  const {forms} = parsed
  while (firstWord < endWord && isEdge(forms[firstWord]!) && !isFixedArticle(forms, firstWord, endWord)) firstWord++
  while (firstWord < endWord && isEdge(forms[endWord - 1]!)) endWord--
  while (firstWord + 1 < endWord && isOpener(parsed, firstWord)) firstWord++
  if (areMembersOfBody(forms, firstWord, endWord)) endWord--
  if (draft.kind !== 'person' && isOffice(forms, firstWord, endWord)) firstWord += 2
  if (hasCapital(forms, firstWord, endWord)) {
    const inner = lastPlainWord(parsed, firstWord, endWord)
    if (0 <= inner && inner < endWord - 1) firstWord = inner + 1
    while (firstWord < endWord && isPlain(parsed, endWord - 1)) endWord--
  }
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

/** A small word printed with a capital because it opens the sentence: "Under Brandt". */
function isOpener({upos, sentenceStarts, forms}: Parsed, word: number): boolean {
  const opens = sentenceStarts[sentenceOf({sentenceStarts} as Words, word)] === word
  return opens && /^(?:ADP|SCONJ|CCONJ|PRON|DET|ADV|AUX)$/.test(upos[word]!) && !/^(?:al|el|de)$/i.test(forms[word]!)
}

/** "Senate Democrats" are persons of the Senate. */
function areMembersOfBody(forms: readonly string[], firstWord: number, endWord: number): boolean {
  if (endWord - firstWord < 2 || !MEMBERS.test(forms[endWord - 1]!)) return false
  return /^(?:Senate|House|Congress|Parliament|Assembly)$/.test(forms[endWord - 2]!)
}

const MEMBERS = /^(?:Democrats|Republicans|Conservatives|Liberals|Socialists|Greens|Tories|Members)$/

/** "Editor of Vela" names Vela. */
function isOffice(forms: readonly string[], firstWord: number, endWord: number): boolean {
  return firstWord + 2 < endWord && /^(?:of|at|for)$/.test(forms[firstWord + 1]!) && isTitleWord(forms[firstWord]!)
}

function hasCapital(forms: readonly string[], firstWord: number, endWord: number): boolean {
  for (let word = firstWord; word < endWord; word++) if (/^[\p{Lu}\p{N}#]/u.test(forms[word]!)) return true
  return false
}

/** The last plain word inside a name that leaves a name after it: "Vale company Orlan Motors". */
function lastPlainWord(parsed: Parsed, firstWord: number, endWord: number): number {
  for (let word = endWord - 2; firstWord <= word; word--) if (isPlain(parsed, word)) return word
  return -1
}

/** A noun, verb or adjective in small letters, which no name holds but among joints like "of the". */
function isPlain({forms, upos}: Parsed, word: number): boolean {
  return (
    /^\p{Ll}{3,}$/u.test(forms[word]!) &&
    /^(?:NOUN|VERB|ADJ|ADV|AUX)$/.test(upos[word]!) &&
    !PARTICLES.has(forms[word]!)
  )
}

/** An adjective for a people or place alone names nothing: "Norvian". */
function isPeoplesWord({forms}: Words, {firstWord, endWord}: NameDraft): boolean {
  const listed = listedName(forms.slice(firstWord, endWord).join(' '))
  return (listed & LISTED.people) !== 0 && (listed & (LISTED_PLACE | LISTED.body)) === 0
}

function mendPerson(parsed: Parsed, draft: NameDraft): NameDraft | undefined {
  const untitled = afterTitle(parsed, draft.firstWord, draft.endWord)
  const fuller = overForename(parsed, overParticles(parsed, untitled))
  const endWord = overSuffix(parsed, draft.endWord)
  const firstWord = overParticles(parsed, fuller)
  // "Director General of Norvia" is no person's name, and "Sheikh" alone is none.
  if (/^(?:of|for)$/.test(parsed.forms[untitled]!)) return undefined
  if (endWord - firstWord === 1 && isTitleWord(parsed.forms[firstWord]!)) return undefined
  return {...draft, firstWord, endWord}
}

/** Past titles and the people or body that they are of: "Norvian President Ula Brandt". */
function afterTitle({forms}: Words, firstWord: number, endWord: number): number {
  let first = firstWord
  for (let word = firstWord; word < endWord - 1; word++) {
    // "Amir-ul-Mumineen" is one title, not the name of one.
    if (forms[word + 1] === '-') break
    if (isTitleWord(forms[word]!)) first = word + 1
    else if (!isOfTitle(forms[word]!)) break
  }
  return first
}

function isOfTitle(form: string): boolean {
  const ofPeople = listedName(form) & (LISTED.people | LISTED.country | LISTED.body)
  return ofPeople !== 0 || (listedWord(form) & LISTED.titlePart) !== 0
}

function isTitleWord(form: string): boolean {
  return (listedWord(form) & LISTED.title) !== 0 && isTitleHead(form)
}

const PARTICLES: ReadonlySet<string> = new Set(
  'al al- el bin bint ibn abu umm abd de del della di da dos la le van von der den ter ten ben mac'.split(' ')
)

/** Take in particles on the left: "bin Tarek" of which only "Tarek" was seen. */
function overParticles({forms, starts, ends, sentenceStarts}: Parsed, firstWord: number): number {
  const sentenceFirst = sentenceStarts[sentenceOf({sentenceStarts} as Words, firstWord)]!
  let first = firstWord
  while (sentenceFirst < first) {
    const before = forms[first - 1]!
    const glued = ends[first - 1] === starts[first]
    if (before === '-' && glued && sentenceFirst < first - 1 && PARTICLES.has(forms[first - 2]!.toLowerCase()))
      first -= 2
    else if (PARTICLES.has(before.toLowerCase()) && (glued || isOwnParticle(before))) first--
    else break
  }
  return first
}

/** "de" and "la" also stand before persons' names in French sentences; these do not in English ones. */
function isOwnParticle(form: string): boolean {
  return /^(?:al|bin|bint|ibn|abu|umm|abd|van|von)$/i.test(form)
}

/** Take in a forename left outside: a proper noun with a capital that is no title, place, people or body. */
function overForename({forms, upos, starts, ends, text, sentenceStarts}: Parsed, firstWord: number): number {
  const sentenceFirst = sentenceStarts[sentenceOf({sentenceStarts} as Words, firstWord)]!
  let first = firstWord
  while (sentenceFirst < first && firstWord - first < 2) {
    const before = forms[first - 1]!
    const isForename = /^\p{Lu}[\p{Ll}'’-]+$/u.test(before) && upos[first - 1] === 'PROPN'
    const isApart = text.slice(ends[first - 1], starts[first]) === ' '
    if (
      !isForename ||
      !isApart ||
      listedName(before) !== 0 ||
      listedWord(before) & ~(LISTED.mansName | LISTED.womansName)
    )
      break
    if (first - 1 === sentenceFirst && !(listedWord(before) & (LISTED.mansName | LISTED.womansName))) break
    first--
  }
  return first
}

function overSuffix({forms}: Words, endWord: number): number {
  const comma = forms[endWord] === ',' ? 1 : 0
  if (isSuffix(forms[endWord + comma])) return endWord + comma + 1
  return comma === 0 && /^(?:II|III|IV|XVI|XIV|XXIII)$/.test(forms[endWord] ?? '') ? endWord + 1 : endWord
}

function isSuffix(form: string | undefined): boolean {
  return /^(?:Jr|Sr)\.?$/.test(form ?? '')
}
